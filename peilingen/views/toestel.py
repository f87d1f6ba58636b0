"""What a page does when a device asks for it once more, and on a device that people share.

A browser does not keep the pages that a service worker fetched: going back asks the server again, with a mark
(`TERUG`) that says so. Nothing is written or sent then. On a shared device nobody sees what the one before them
filled in: pages are not kept (`organisaties/bewoners.py`), what was sent is not shown again, and what was left
behind is deleted. See ADR 0016.
"""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from organisaties.bewoners import GEDEELD, TOESTEL, build_adres, is_gedeeld
from organisaties.domain.bonnen import make_token
from peilingen.domain.concepten import Verzonden, find_concept, find_stand, is_gewist, wipe_concept
from peilingen.models import Vragenlijst
from peilingen.views.bewoner_dienst import read_dienst
from peilingen.views.opslag import Conceptopslag

TERUG = "Grondvlak-Terug"
WISSEN = "wissen"
ALLES_PAD = "alles/"


class Toestelpagina:
    """The part of the wizard that knows on what kind of device, and how, a page is asked for.

    A preview sets `op_toestel` to False: nothing of it stays on a device.
    """

    op_toestel = True
    request: HttpRequest
    storage: Conceptopslag
    vragenlijst: Vragenlijst

    def build_toestel(self) -> dict[str, Any]:
        """Give what a page says about the device: where all questions are, and which version it may keep."""
        if not self.op_toestel:
            return {}
        pad = self.request.path.removesuffix(ALLES_PAD)
        return {
            "gedeeld": is_gedeeld(self.request),
            "start_url": f"{pad}{build_adres(self.request)}",
            "volgende_url": f"{pad}?{TOESTEL}={GEDEELD}",
            "alles_url": f"{pad}{ALLES_PAD}",
            "doos": read_dienst()[1],
        }

    def render_start(self) -> HttpResponse:
        """Show the first page."""
        raise NotImplementedError

    def render_verzonden(self, verzonden: Verzonden) -> HttpResponse:
        """Show the last page."""
        raise NotImplementedError

    def get_form(self, step: str, data: Any) -> Any:
        """Give the form of a step."""
        raise NotImplementedError

    @property
    def terug(self) -> bool:
        """Whether someone went back, and only wants to see this page again."""
        return TERUG in self.request.headers

    def resume(self) -> HttpResponse | None:
        """Give what a shared device shows instead of this page; None to go on."""
        if not is_gedeeld(self.request):
            return None
        if WISSEN in self.request.POST:
            wipe_concept(vragenlijst=self.vragenlijst, token=self.storage.token)
            return self.start_anew()
        concept, verzonden = find_stand(vragenlijst=self.vragenlijst, token=self.storage.token)
        if verzonden is not None:
            return self.start_anew() if self.terug else self.render_verzonden(replace(verzonden, code=""))
        weg = (self.terug and concept is None) or (concept is not None and is_gewist(concept))
        return self.start_anew() if weg else None

    def start_anew(self) -> HttpResponse:
        """Show the first page to the next person."""
        self.storage.token = make_token()
        return self.render_start()

    def show_again(self, stap: str) -> HttpResponse:
        """Show what came after a step, from what the draft holds now."""
        wizard: Any = self
        formulier = self.get_form(stap, data=self.storage.get_step_data(stap))
        antwoord: HttpResponse = (
            wizard.render_next_step(formulier) if formulier.is_valid() else wizard.render(formulier)
        )
        return antwoord

    def read_again(self) -> bool:
        """Take over the draft without writing; False when there is none."""
        concept = find_concept(vragenlijst=self.vragenlijst, token=self.storage.token)
        if concept is not None:
            self.storage.read(concept)
        return concept is not None
