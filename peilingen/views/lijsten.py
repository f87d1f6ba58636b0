"""The questionnaires of a ronde: list, start one, copy one, delete one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist
from peilingen.domain.sjablonen import SJABLONEN
from peilingen.domain.tellen import count_inhoud
from peilingen.domain.vragenlijsten import (
    close_vragenlijst,
    copy_vragenlijst,
    create_vragenlijst,
    delete_vragenlijst,
)
from peilingen.enums import Invoerstatus
from peilingen.models import Invoerbestand, Vragenlijst


def get_vragenlijst(lid: Lidmaatschap, vragenlijst_id: UUID) -> Vragenlijst:
    """Give a questionnaire of the member's organisation, with its ronde."""
    eigen = Vragenlijst.objects.van(lid.organisatie).select_related("ronde__organisatie")
    return get_eigen(eigen, lid, pk=vragenlijst_id)


def build_kruimels(lijst: Vragenlijst, hier: str = "") -> list[dict[str, str]]:
    """Give the way back; `hier` names a page of the questionnaire."""
    terug = [{"naam": _("Vragenlijsten"), "url": reverse("peilingen:ronde", args=[lijst.ronde_id])}]
    if not hier:
        return [*terug, {"naam": lijst.titel, "url": ""}]
    eigen = {"naam": lijst.titel, "url": reverse("peilingen:vragenlijst", args=[lijst.pk])}
    return [*terug, eigen, {"naam": hier, "url": ""}]


def build_pagina(lijst: Vragenlijst, hier: str = "") -> dict[str, Any]:
    """Give what every staff page of a questionnaire needs; `hier` names the page, "" for the questionnaire itself."""
    return {
        "lijst": lijst,
        "ronde": lijst.ronde,
        "onderdeel": "ophalen",
        "volgende_stap": None,
        "kruimels": build_kruimels(lijst, hier),
    }


@vereist(Recht.LEZEN)
@require_GET
def ronde(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """List the questionnaires of a ronde, and offer to start one."""
    rij = get_eigen(Ronde, lid, pk=ronde_id)
    wachtend = Invoerbestand.objects.van(lid.organisatie).filter(ronde=rij, status=Invoerstatus.GEUPLOAD)
    context = {
        "ronde": rij,
        "onderdeel": "ophalen",
        "lijsten": Vragenlijst.objects.van(lid.organisatie).filter(ronde=rij).met_aantallen(),
        "wachtend": wachtend,
        "sjablonen": SJABLONEN.values(),
        "mag": lid.mag(Recht.ORGANISEREN),
    }
    return render(request, "peilingen/ronde.html", context)


@vereist(Recht.ORGANISEREN)
@require_POST
def nieuw(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Start a questionnaire, from a template or empty."""
    rij = get_eigen(Ronde, lid, pk=ronde_id)
    sjabloon = request.POST.get("sjabloon", "")
    if sjabloon and sjabloon not in SJABLONEN:
        raise Http404
    lijst = create_vragenlijst(ronde=rij, wie=lid.gebruiker, sjabloon=sjabloon)
    if not sjabloon:
        return redirect("peilingen:gegevens", lijst.pk)
    messages.success(request, _("De vragenlijst staat klaar. Lees hem na en verander wat u wilt."))
    return redirect("peilingen:vragenlijst", lijst.pk)


@vereist(Recht.ORGANISEREN)
@require_POST
def kopieren(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Make a draft with the same questions; with `sluiten` the questionnaire itself is closed first."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    if "sluiten" in request.POST:
        lijst = close_vragenlijst(vragenlijst=lijst, wie=lid.gebruiker)
    titel = _("%(titel)s (kopie)") % {"titel": lijst.titel}
    kopie = copy_vragenlijst(vragenlijst=lijst, naar=lijst.ronde, wie=lid.gebruiker, titel=titel)
    messages.success(request, _("Dit is de kopie. De antwoorden staan nog bij de eerste vragenlijst."))
    return redirect("peilingen:vragenlijst", kopie.pk)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def verwijderen(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Say what would be deleted, and delete it."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    if request.method == "POST":
        delete_vragenlijst(vragenlijst=lijst, wie=lid.gebruiker)
        messages.success(
            request, _("“%(titel)s” is verwijderd, met alle antwoorden.") % {"titel": lijst.titel}
        )
        return redirect("peilingen:ronde", lijst.ronde_id)
    context = {
        **build_pagina(lijst, _("Verwijderen")),
        "inhoud": count_inhoud(lijst),
    }
    return render(request, "peilingen/verwijderen.html", context)
