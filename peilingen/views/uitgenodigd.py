"""Answering by a personal link: the same pages at an address of one's own, for one answer."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from formtools.wizard.views import WizardView

from organisaties.bewoners import bewonerpagina, build_adres
from peilingen.domain.bewonerlijst import find_bewonerlijst
from peilingen.domain.uitnodigen import is_link
from peilingen.views.bewoner import Invullen, show_onbekend


class Uitgenodigd(Invullen):
    """The wizard for who came by a personal link; the link is in the address of each page, and in no draft."""

    def dispatch(self, request: HttpRequest, code: str, link: str) -> HttpResponse:  # type: ignore[override] # the link
        """Find the questionnaire; a link that belongs to nobody opens nothing.

        Whether the link was used before is told at sending only. Who holds the list could otherwise open each link,
        and see whose answer came in a moment ago.
        """
        gevonden = find_bewonerlijst(code)
        if gevonden is None or not is_link(gevonden.vragenlijst, link):
            return show_onbekend(request)
        self.link = link
        self.prepare(gevonden.vragenlijst, gevonden.vragen)
        self.buurten = gevonden.buurten
        antwoord: HttpResponse = WizardView.dispatch(self, request)
        return antwoord

    def find_bon_url(self) -> str:
        """Give where someone comes back with a receipt code: the address without the link."""
        return f"{reverse('peilingen:bon', args=[self.vragenlijst.code])}{build_adres(self.request)}"


uitgenodigd = bewonerpagina(Uitgenodigd.as_view())
