"""Opening a questionnaire for people, and closing it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.vragenlijsten import close_vragenlijst, open_vragenlijst, reopen_vragenlijst
from peilingen.refusals import NietTeOpenen
from peilingen.views.lijsten import get_vragenlijst


@vereist(Recht.ORGANISEREN)
@require_POST
def openen(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Let people answer; what still has to be done is told on the page itself."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    voorheen = lijst.ronde.fase
    try:
        geopend = open_vragenlijst(vragenlijst=lijst, wie=lid.gebruiker)
    except NietTeOpenen as fout:
        messages.error(request, str(fout))
        return redirect("peilingen:vragenlijst", lijst.pk)
    tekst = _("De vragenlijst staat open. Deel de code, het adres of de poster.")
    if geopend.ronde.fase != voorheen:
        fase = _("De ronde staat nu op “%(fase)s”.") % {"fase": geopend.ronde.get_fase_display()}
        tekst = f"{tekst} {fase}"
    messages.success(request, tekst)
    return redirect("peilingen:delen", lijst.pk)


@vereist(Recht.ORGANISEREN)
@require_POST
def sluiten(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Stop taking answers."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    close_vragenlijst(vragenlijst=lijst, wie=lid.gebruiker)
    messages.success(
        request, _("De vragenlijst is gesloten. Wie nu nog bezig is, kan tot een uur hierna versturen.")
    )
    return redirect("peilingen:vragenlijst", lijst.pk)


@vereist(Recht.ORGANISEREN)
@require_POST
def heropenen(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Take answers again."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    try:
        reopen_vragenlijst(vragenlijst=lijst, wie=lid.gebruiker)
    except NietTeOpenen as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, _("De vragenlijst staat weer open, met dezelfde code."))
    return redirect("peilingen:vragenlijst", lijst.pk)
