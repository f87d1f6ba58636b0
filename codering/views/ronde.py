"""Coding a ronde: what there is, how far it is, and starting the machine."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from codering.domain.analyse import start_run
from codering.domain.codeboeken import ensure_sociale_basis
from codering.domain.overzicht import Overzicht, read_overzicht
from codering.enums import Kwaliteit
from codering.models import Analyserun
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist

VERVERS_SECONDEN = 5


@vereist(Recht.LEZEN)
@require_GET
def ronde(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Show what there is to code; with HTMX only the part that changes, and nothing when it did not."""
    deze = get_eigen(Ronde, lid, pk=ronde_id)
    overzicht = read_overzicht(deze)
    deel = bool(request.headers.get("HX-Request"))
    if deel and request.GET.get("gezien") == overzicht.merk:
        return HttpResponse(status=204)
    context = {
        "ronde": deze,
        "onderdeel": "coderen",
        "overzicht": overzicht,
        "kwaliteiten": [kwaliteit.label for kwaliteit in Kwaliteit],
        "mag_coderen": lid.mag(Recht.CODEREN),
        "mag_ophalen": lid.mag(Recht.ORGANISEREN),
        "ververs_na": VERVERS_SECONDEN if overzicht.bezig and not overzicht.stil else None,
        "volgende_stap": _next_step(deze, overzicht, lid),
    }
    return render(request, "codering/onderdelen/stand.html" if deel else "codering/ronde.html", context)


def _next_step(ronde: Ronde, overzicht: Overzicht, lid: Lidmaatschap) -> dict[str, str] | None:
    if overzicht.voortgang is None or not overzicht.te_starten:
        return None
    if overzicht.voortgang.open and lid.mag(Recht.CODEREN):
        return {
            "tekst": _("Kijk na wat de computer voorstelt. De twijfelgevallen komen eerst."),
            "naam": _("Uitspraken nakijken"),
            "url": reverse("codering:nakijken", args=[ronde.pk]),
        }
    return {
        "tekst": _("Bekijk hoe vaak elk thema is genoemd, en waar."),
        "naam": _("Naar de cijfers"),
        "url": reverse("inzicht:ronde", args=[ronde.pk]),
    }


@vereist(Recht.CODEREN)
@require_POST
def starten(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Start an analysis, with the organisation's codebook or (`zonder_codeboek`) for groups only."""
    deze = get_eigen(Ronde, lid, pk=ronde_id)
    zonder = "zonder_codeboek" in request.POST
    if (lopend := Analyserun.objects.van(lid.organisatie).filter(ronde=deze).lopend().first()) is not None:
        messages.info(request, _("Er loopt al een analyse van deze ronde. Hier ziet u hoe ver die is."))
        return redirect("codering:run", lopend.pk)
    codeboek = None if zonder else ensure_sociale_basis(organisatie=lid.organisatie, wie=lid.gebruiker)
    run = start_run(ronde=deze, wie=lid.gebruiker, codeboek=codeboek)
    return redirect("codering:run", run.pk)
