"""The check before opening: what must still be done, what is worth a look, and what people read about their data."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from organisaties.domain.bewaren import find_verwijderdatum
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.aandachtspunten import find_aandachtspunten
from peilingen.domain.bewonerlijst import estimate_minuten
from peilingen.domain.bezwaren import Bezwaar, find_bezwaren
from peilingen.domain.punten import GROEPNAMEN, Punt
from peilingen.enums import Herkomst, Vragenlijststatus
from peilingen.models import Inzending, Vragenlijst
from peilingen.refusals import UitBestand
from peilingen.views.lijsten import build_pagina, get_vragenlijst

# The pages of a questionnaire, and of the organisation, where something is dealt with.
_VAN_LIJST = {
    "gegevens": "peilingen:gegevens",
    "vertalingen": "peilingen:vertalingen",
    "vragen": "peilingen:vragenlijst",
}
_VAN_ORGANISATIE = {"gebieden": "organisaties:gebieden", "instellingen": "organisaties:instellingen"}


@vereist(Recht.LEZEN)
@require_GET
def controle(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show all that can be looked at before people answer."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    if lijst.herkomst == Herkomst.BESTAND:
        raise UitBestand
    vragen = list(lijst.vragen.prefetch_related("keuzes", "stellingen"))
    punten = find_aandachtspunten(lijst, vragen)
    beantwoord = Inzending.objects.van(lid.organisatie).filter(vragenlijst=lijst).exists()
    kan = lid.mag(Recht.ORGANISEREN) and not beantwoord and lijst.status != Vragenlijststatus.OPEN
    context = {
        **build_pagina(lijst, _("Nakijken")),
        "bezwaren": [(bezwaar.tekst, find_url(lijst, bezwaar, kan)) for bezwaar in find_bezwaren(lijst)],
        "groepen": [
            (naam, [(punt, find_url(lijst, punt, kan)) for punt in punten if punt.groep == groep])
            for groep, naam in GROEPNAMEN.items()
        ],
        "aantal": len(punten),
        "minuten": estimate_minuten(vragen),
        "organisatie": lid.organisatie,
        "verwijderd_op": find_verwijderdatum(lid.organisatie),
        "kan": kan,
        "mag": lid.mag(Recht.ORGANISEREN),
    }
    return render(request, "peilingen/controle.html", context)


def find_url(lijst: Vragenlijst, punt: Punt | Bezwaar, kan: bool) -> str:
    """Give the address of the page where something is dealt with; "" for who cannot change anything there."""
    if not kan:
        return ""
    if punt.vraag_id and punt.bij in ("vraag", "voorwaarde"):
        return reverse(f"peilingen:{punt.bij}", args=[lijst.pk, punt.vraag_id])
    if punt.bij in _VAN_ORGANISATIE:
        return reverse(_VAN_ORGANISATIE[punt.bij])
    return reverse(_VAN_LIJST.get(punt.bij, "peilingen:vragenlijst"), args=[lijst.pk])
