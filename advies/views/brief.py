"""The letter: to write in, or to read."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from advies.domain.vaststellen import reopen_advies, settle_advies
from advies.models import Adviesconcept
from advies.views.afdruk import render_voorbeeld
from advies.views.bewerken import (
    BEWAARKOP,
    briefknop,
    get_advies,
    open_bewerking,
    render_bewerking,
    save_first,
    to_brief,
)
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist


@vereist(Recht.LEZEN)
@require_GET
def brief(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Show the letter: as forms to who may write in it, to read for others and once it is settled."""
    advies = get_advies(lid, advies_id)
    if not advies.is_concept or not lid.mag(Recht.ORGANISEREN):
        return render_voorbeeld(request, lid, advies)
    return render_bewerking(request, advies, open_bewerking(advies))


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def bewaren(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Save all texts, at the press of a button or at a pause."""
    advies = get_advies(lid, advies_id)
    if request.method == "GET":
        return to_brief(advies)
    if pagina := save_first(request, lid, advies):
        return pagina
    if BEWAARKOP in request.headers:
        return HttpResponse(status=204)
    messages.success(request, _("De brief is bewaard."))
    return to_brief(advies)


@briefknop
def vaststellen(request: HttpRequest, lid: Lidmaatschap, advies: Adviesconcept) -> HttpResponse:
    """Settle the letter."""
    settle_advies(advies=advies, wie=lid.gebruiker)
    messages.success(request, _("De brief is vastgesteld."))
    return to_brief(advies)


@vereist(Recht.ORGANISEREN)
@require_POST
def heropenen(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Go on from a settled letter in a new draft."""
    nieuw = reopen_advies(advies=get_advies(lid, advies_id), wie=lid.gebruiker)
    messages.success(request, _("Dit is een nieuw concept. De vastgestelde brief blijft zoals hij was."))
    return to_brief(nieuw)
