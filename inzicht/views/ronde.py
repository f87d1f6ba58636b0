"""The figures of a ronde."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from inzicht.domain.beeld import build_beeld, make_cel
from inzicht.domain.cijfers import cached_telling, read_themanamen
from inzicht.domain.kanalen import build_kanaaltabel, list_kanalen
from inzicht.domain.stand import read_stand
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist


@vereist(Recht.LEZEN)
@require_GET
def ronde(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Show the themes by size, per kanaal and per area; `?openbaar=1` shows only what may go outside."""
    deze = get_eigen(Ronde, lid, pk=ronde_id)
    stand = read_stand(deze)
    context: dict[str, object] = {"ronde": deze, "onderdeel": "inzicht", "stand": stand}
    if stand.run is None:
        return render(request, "inzicht/leeg.html", context)
    openbaar = request.GET.get("openbaar") == "1"
    drempel = lid.organisatie.drempel
    telling, namen = cached_telling(deze, stand.run), read_themanamen(stand.run)
    grens = drempel if openbaar else 0
    kanaal = request.GET.get("kanaal", "")
    beeld = build_beeld(telling, namen, kanaal=kanaal, drempel=drempel, openbaar=openbaar)
    context |= {
        "telling": telling,
        "beeld": beeld,
        "openbaar": openbaar,
        "drempel": drempel,
        "gehoord": make_cel(telling.eenheden, grens).tekst,
        "zonder_inhoud": make_cel(telling.zonder_inhoud, grens).tekst,
        "kanalen": list_kanalen(telling, grens),
        "kanaaltabel": build_kanaaltabel(telling, namen, grens),
        "mag_organiseren": lid.mag(Recht.ORGANISEREN),
    }
    context["volgende_stap"] = build_volgende_stap(deze, lid) if beeld.rijen else None
    return render(request, "inzicht/ronde.html", context)


def build_volgende_stap(ronde: Ronde, lid: Lidmaatschap) -> dict[str, str] | None:
    """Point from the figures to the letter, for who may write one."""
    if not lid.mag(Recht.ORGANISEREN):
        return None
    return {
        "tekst": _("Weet u wat u wilt zeggen? Kies de bevindingen voor uw brief."),
        "naam": _("Naar het advies"),
        "url": reverse("advies:ronde", args=[ronde.pk]),
    }
