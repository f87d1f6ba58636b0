"""Looking at a questionnaire as residents will see it. Nothing that is filled in here is kept or counted.

What was filled in travels along in the page itself, so that conditions work and the check shows it all.
"""

import json
from typing import Any
from uuid import UUID, uuid4

from django.forms import BaseForm
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
from peilingen.domain.concepten import KLAAR, Verzonden, clean_velden
from peilingen.domain.toestemming import START
from peilingen.domain.velden import Velden
from peilingen.models import Vragenlijst
from peilingen.views.bewoner import Invullen
from peilingen.views.bewoner_start import GA_NAAR
from peilingen.views.kader import allow_kader, is_in_kader
from peilingen.views.lijsten import get_vragenlijst

# The field in which all that was filled in so far travels along.
STANDVELD = "stand"
MAX_STAND = 400_000


class Voorbeeld(Invullen):
    """The residents' wizard that goes from page to page and writes nothing."""

    sjablonen = "peilingen/voorbeeld"
    op_toestel = False

    def dispatch(self, request: HttpRequest, lijst: Vragenlijst) -> HttpResponse:  # type: ignore[override] # the row itself
        """Take the questionnaire that the member may see, open or not."""
        self.prepare(lijst)
        antwoord: HttpResponse = WizardView.dispatch(self, request)
        return antwoord

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the first page."""
        return self.render_start()

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Know what the pages before this one sent."""
        self.storage.data[self.storage.step_data_key] = read_stand(self.request.POST.get(STANDVELD, ""))
        return super().post(*args, **kwargs)

    def resume(self) -> HttpResponse | None:
        """Go on: nothing is kept that a shared device would have to forget."""
        return None

    def follow(self, stap: str) -> HttpResponse:
        """Go where the pressed button leads; a refused answer shows what residents would read."""
        gevraagd = self.request.POST
        if stap == KLAAR:
            return self.render_verzonden(self.make_verzonden())
        self.keep(stap)
        if gevraagd.get(GA_NAAR) == START or (stap == START and TAALVELD in gevraagd):
            return self.render_start()
        if self.begins() and (start := self.check_start()) is not None:
            return start
        return self.show_next(stap, dubbel=False)

    def keep(self, stap: str) -> bool:
        """Remember what this page sent, for the pages after it."""
        stand = self.storage.data[self.storage.step_data_key]
        if (begin := self.build_startinvoer()) is not None:
            stand[START] = clean_velden(begin.velden)
        if stap in self.form_list:
            stand[stap] = clean_velden(self.read_velden_van(stap))
        return False

    def build_basis(self) -> dict[str, Any]:
        """Give every page what was filled in so far."""
        stand = json.dumps(self.storage.data[self.storage.step_data_key])
        return {**super().build_basis(), STANDVELD: stand, "kader": is_in_kader(self.request)}

    def done(self, form_list: list[BaseForm], form_dict: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Show the last page, with a receipt code that belongs to nothing."""
        return self.render_verzonden(self.make_verzonden())

    def make_verzonden(self) -> Verzonden:
        """Give an outcome as residents get it."""
        return Verzonden(uuid4(), make_bon(self.storage.token), verbeterd=False)


def read_stand(tekst: str) -> dict[str, Velden]:
    """Give what a page says was filled in before, by step; nothing for what is no such thing."""
    try:
        gelezen = json.loads(tekst) if len(tekst) <= MAX_STAND else {}
    except (ValueError, RecursionError):
        return {}
    return {
        str(stap): clean_velden({str(naam): list(map(str, woorden)) for naam, woorden in velden.items()})
        for stap, velden in (gelezen.items() if isinstance(gelezen, dict) else ())
        if isinstance(velden, dict) and all(isinstance(woorden, list) for woorden in velden.values())
    }


# The residents' forms carry no CSRF token, and a post here changes nothing.
@csrf_exempt
@vereist(Recht.LEZEN)
@require_http_methods(["GET", "POST"])
def voorbeeld(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Walk through a questionnaire as a resident would."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    with translation.override(choose_taal(request)):
        antwoord: HttpResponse = Voorbeeld.as_view()(request, lijst=lijst)
        klaar: HttpResponse = antwoord.render() if hasattr(antwoord, "render") else antwoord
        return allow_kader(klaar)


@vereist(Recht.LEZEN)
@require_GET
def voorbeeld_bon(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Bring whoever follows the link of the receipt code back: a preview has no receipt."""
    return redirect("peilingen:voorbeeld", get_vragenlijst(lid, vragenlijst_id).pk)
