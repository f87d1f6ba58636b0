"""What residents see of the counts so far, and the organiser's word that they may."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from organisaties.bewoners import bewonerpagina, build_adres, list_talen
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.bewonerlijst import find_bewonerlijst
from peilingen.domain.tussenstand import MINSTE_ANTWOORDEN, read_stand, set_toont_resultaten
from peilingen.standwoorden import WIE, describe_stand
from peilingen.views.bewoner import show_onbekend
from peilingen.views.bewoner_start import SJABLONEN
from peilingen.views.lijsten import get_vragenlijst


@bewonerpagina
@require_safe
def resultaten(request: HttpRequest, code: str) -> HttpResponse:
    """Show the counts so far, as far as the organiser wants that and there are enough."""
    gevonden = find_bewonerlijst(code)
    if gevonden is None:
        return show_onbekend(request)
    lijst = gevonden.vragenlijst
    stand = read_stand(lijst, gevonden.vragen) if lijst.toont_resultaten else None
    gegevens = {
        "vragenlijst": lijst,
        "organisatie": lijst.ronde.organisatie,
        "talen": list_talen(request),
        "adres": build_adres(request),
        "openbaar": lijst.toont_resultaten,
        "stand": stand,
        "vragen": describe_stand(stand),
        "wie": WIE[lijst.werving],
        "nodig": MINSTE_ANTWOORDEN,
    }
    status = 200 if lijst.toont_resultaten else 404
    return render(request, f"{SJABLONEN}/resultaten.html", gegevens, status=status)


@vereist(Recht.ORGANISEREN)
@require_POST
def tussenstand(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show residents the counts so far, or stop that."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    aan = "aan" in request.POST
    set_toont_resultaten(vragenlijst=lijst, wie=lid.gebruiker, aan=aan)
    if aan:
        messages.success(request, _("Bewoners kunnen de tussenstand nu bekijken."))
    else:
        messages.success(request, _("De tussenstand is voor bewoners niet meer te zien."))
    return redirect("peilingen:delen", lijst.pk)
