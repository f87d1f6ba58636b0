"""Looking at a questionnaire as residents will see it. Nothing that is filled in here is kept or counted."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods
from formtools.wizard.views import WizardView

from organisaties.bewoners import TAALVELD, choose_taal
from organisaties.domain.bonnen import make_bon
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.concepten import CONTROLE, KLAAR, Verzonden
from peilingen.models import Vragenlijst
from peilingen.views.bewoner import GA_NAAR, START, Invullen
from peilingen.views.lijsten import get_vragenlijst


class Voorbeeld(Invullen):
    """The residents' wizard that goes from page to page and writes nothing."""

    sjablonen = "peilingen/voorbeeld"

    def dispatch(self, request: HttpRequest, lijst: Vragenlijst) -> HttpResponse:  # type: ignore[override] # the row itself
        """Take the questionnaire that the member may see, open or not."""
        self.prepare(lijst)
        antwoord: HttpResponse = WizardView.dispatch(self, request)
        return antwoord

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the first page."""
        return self.render_start()

    def follow(self, stap: str) -> HttpResponse:
        """Go where the pressed button leads; a refused answer shows what residents would read."""
        gevraagd = self.request.POST
        naar = gevraagd.get(GA_NAAR, "")
        if naar == START or (stap == START and TAALVELD in gevraagd):
            return self.render_start()
        if stap == KLAAR or (stap == CONTROLE and not naar and TAALVELD not in gevraagd):
            return self.render_verzonden(Verzonden(uuid4(), make_bon(self.storage.token), verbeterd=False))
        if stap not in self.form_list:
            return self.render_goto_step(self.steps.first)
        if naar in self.form_list or TAALVELD in gevraagd:
            return self.render_goto_step(naar or stap)
        formulier = self.get_form(data=gevraagd)
        if not formulier.is_valid():
            antwoord: HttpResponse = self.render(formulier)
            return antwoord
        return self.render_next_step(formulier)


# The residents' forms carry no CSRF token, and a post here changes nothing.
@csrf_exempt
@vereist(Recht.LEZEN)
@require_http_methods(["GET", "POST"])
def voorbeeld(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Walk through a questionnaire as a resident would."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    with translation.override(choose_taal(request)):
        antwoord: HttpResponse = Voorbeeld.as_view()(request, lijst=lijst)
        return antwoord.render() if hasattr(antwoord, "render") else antwoord


@vereist(Recht.LEZEN)
@require_GET
def voorbeeld_bon(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Bring whoever follows the link of the receipt code back: a preview has no receipt."""
    return redirect("peilingen:voorbeeld", get_vragenlijst(lid, vragenlijst_id).pk)
