"""A resident answers: start, one question a page, check, sent. Every page is the answer to a POST of the one before.

No redirects: each costs a round trip on a bad network, and an address with the token in it would be shared along
with the link. The address holds the language and the mark of the page (`blad`) only: were it the same each time,
a browser whose connection fails would put its error page in the place of the page with the text. Going back,
sending again and two windows are safe by `domain/concepten.py`; see ADR 0011.
"""

from secrets import token_hex
from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from formtools.wizard.views import WizardView

from organisaties.bewoners import TAALVELD, bewonerpagina, keep_in_browser, list_talen
from organisaties.forms import Codeformulier
from peilingen.bewonerformulieren import JA, Controleformulier
from peilingen.domain.bewonerlijst import find_bewonerlijst
from peilingen.domain.concepten import (
    CONTROLE,
    KLAAR,
    Stapinvoer,
    find_concept,
    find_stand,
    save_stap,
    send_concept,
    start_verbetering,
)
from peilingen.domain.inzenden import find_inzending, is_open
from peilingen.domain.toestemming import START
from peilingen.models import Inzendingconcept
from peilingen.refusals import VragenlijstGesloten
from peilingen.views.bewoner_stappen import Stappen
from peilingen.views.bewoner_start import GA_NAAR, SJABLONEN, WEIGERINGEN, Startpagina
from peilingen.views.toestel import Toestelpagina


class Invullen(Stappen, Startpagina, Toestelpagina, WizardView):  # type: ignore[misc] # formtools has no types
    """The wizard of one questionnaire; its steps are the keys of the questions, then the check."""

    storage_name = "peilingen.views.opslag.Conceptopslag"
    form_list: Any = ((CONTROLE, Controleformulier),)

    def dispatch(self, request: HttpRequest, code: str) -> HttpResponse:
        """Find the questionnaire."""
        gevonden = find_bewonerlijst(code)
        if gevonden is None:
            return show_onbekend(request)
        self.prepare(gevonden.vragenlijst, gevonden.vragen)
        self.buurten, self.plekken, self.kaart = gevonden.buurten, gevonden.plekken, gevonden.kaart
        antwoord: HttpResponse = super().dispatch(request, code=code)
        return antwoord

    def get_prefix(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Keep the name of the wizard's own field short."""
        return "w"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Tell who asks and why; nothing is written until someone begins."""
        if not is_open(self.vragenlijst):
            return self.render_gesloten()
        besloten = self.vragenlijst.alleen_genodigden and not self.link
        antwoord = self.render_genodigden() if besloten else self.render_start()
        keep_in_browser(antwoord)
        return antwoord

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep what was sent first, and then see where to go."""
        stap = self.request.POST.get("w-current_step", START)
        self.storage.current_step = stap if stap in self.form_list else next(iter(self.form_list))
        try:
            return self.resume() or self.follow(stap)
        except VragenlijstGesloten:
            return self.render_gesloten()
        except WEIGERINGEN as fout:
            return self.render_geweigerd(fout)

    def follow(self, stap: str) -> HttpResponse:
        """Go where the pressed button leads."""
        gevraagd = self.request.POST
        if stap in (CONTROLE, KLAAR):
            concept, verzonden = find_stand(vragenlijst=self.vragenlijst, token=self.storage.token)
            if verzonden is not None:
                return self.render_verzonden(verzonden)
            if concept is None:
                return self.render_start(kwijt=True)
            if stap == CONTROLE and not {GA_NAAR, TAALVELD} & gevraagd.keys():
                return self.send(concept)
        if "bon" in gevraagd and not self.begin_verbetering(gevraagd["bon"]):
            return self.render_start(kwijt=True)
        dubbel = self.keep(stap)
        if gevraagd.get(GA_NAAR) == START or (stap == START and TAALVELD in gevraagd):
            return self.render_start()
        if self.begins() and (start := self.check_start()) is not None:
            return start
        return self.show_next(stap, dubbel=dubbel)

    def show_next(self, stap: str, *, dubbel: bool) -> HttpResponse:
        """Show the page that was asked for, or the one after this when this one is right."""
        gevraagd = self.request.POST
        if dubbel or TAALVELD in gevraagd:
            return self.render_goto_step(self.steps.current, dubbel=dubbel)
        if self.blijft(stap):
            return self.render_goto_step(stap)
        if (naar := gevraagd.get(GA_NAAR, "")) in self.form_list:
            return self.render_goto_step(self.find_stap(naar))
        if stap not in self.form_list:
            return self.render_goto_step(CONTROLE if "terug" in gevraagd else self.steps.first)
        if self.terug and stap in self.form_list and GA_NAAR not in gevraagd:
            return self.show_again(stap)
        antwoord: HttpResponse = super().post()
        return antwoord

    def send(self, concept: Inzendingconcept) -> HttpResponse:
        """Check every answer once more, and send them; the draft is written only if something is not right."""
        self.storage.read(concept)
        if self.terug:
            return self.render_goto_step(CONTROLE)
        if self.is_te_vlug(concept):
            self.keep(CONTROLE)
            return self.render_goto_step(CONTROLE, **self.build_nogmaals())
        antwoord: HttpResponse = super().post()
        return antwoord

    def begin_verbetering(self, code: str) -> bool:
        """Make a draft of the answers that belong to a receipt code; False when there are none."""
        inzending = find_inzending(vragenlijst=self.vragenlijst, code=code)
        if inzending is not None:
            start_verbetering(inzending=inzending, token=self.storage.token, taal=get_language() or "nl")
        return inzending is not None

    def keep(self, stap: str) -> bool:
        """Write what this page sent into the draft; True when words of two windows were put together."""
        if self.terug and self.read_again():
            return False
        gevraagd, taal = self.request.POST, get_language() or "nl"
        invoer = self.build_startinvoer()
        if stap in self.form_list:
            velden = self.read_velden_van(stap)
            blad, kende = self.request.GET.get("blad", "")[:8], gevraagd.get("kende", "")[:8]
            invoer = Stapinvoer(stap, velden, blad, kende)
        concept, dubbel = save_stap(
            vragenlijst=self.vragenlijst, token=self.storage.token, invoer=invoer, taal=taal
        )
        self.storage.read(concept)
        return dubbel

    def render_next_step(self, form: BaseForm, **kwargs: Any) -> HttpResponse:
        """Go on, or back to the check for who came from there."""
        return self.render_goto_step(CONTROLE if self.request.POST.get("terug") else self.steps.next)

    def render_goto_step(self, goto_step: str, **kwargs: Any) -> HttpResponse:
        """Show a step as it was left; errors appear only when someone goes on."""
        self.storage.current_step = goto_step
        antwoord: HttpResponse = self.render(self.get_form(goto_step), **kwargs)
        return antwoord

    def render_revalidation_failure(self, step: str, form: BaseForm, **kwargs: Any) -> HttpResponse:
        """Show the first question that still needs something; after it comes the check again."""
        self.keep(CONTROLE)
        self.storage.current_step = step
        antwoord: HttpResponse = self.render(form, terug=True)
        return antwoord

    def get_template_names(self) -> list[str]:
        """One template for every question, one for the check."""
        return [f"{self.sjablonen}/{'controle' if self.steps.current == CONTROLE else 'vraag'}.html"]

    def get_context_data(self, form: BaseForm, **kwargs: Any) -> dict[str, Any]:
        """Give the page its question, its place among the others, and the marks that make sending again safe."""
        stap = self.steps.current
        gegevens = {
            **super().get_context_data(form=form, **kwargs),
            **self.build_basis(),
            "stap": stap,
            "vorige": self.steps.prev or START,
            "blad": token_hex(4),
            "kende": self.storage.bladen.get(stap, ""),
            "terug": kwargs.get("terug") or self.request.POST.get("terug") or self.came_from_controle(),
        }
        if stap == CONTROLE:
            return {**gegevens, "antwoorden": self.list_antwoorden()}
        return {**gegevens, **self.build_vraag(stap)}

    def came_from_controle(self) -> bool:
        """Tell whether someone pressed "Veranderen" on the check page."""
        gevraagd = self.request.POST
        return gevraagd.get("w-current_step") == CONTROLE and gevraagd.get(GA_NAAR, "") in self.vragen

    def build_basis(self) -> dict[str, Any]:
        """Give what every page shows, with the form that the choice of language sends along."""
        return {
            "vragenlijst": self.vragenlijst,
            "organisatie": self.vragenlijst.ronde.organisatie,
            "talen": list_talen(self.request),
            "taalformulier": "vragen" if self.request.method == "POST" else "",
            "token": self.storage.token,
            **self.build_mee(),
            **self.build_toestel(),
            "bewaard": self.request.POST.get("w-current_step", ""),
        }

    def render_gesloten(self) -> HttpResponse:
        """Tell that it is closed, and give back what was typed and is not sent."""
        if concept := find_concept(vragenlijst=self.vragenlijst, token=self.storage.token):
            self.storage.read(concept)
        stap, velden = self.request.POST.get("w-current_step", ""), {}
        if stap in self.vragen and stap in self.form_list:
            velden = self.read_velden_van(stap)
            self.storage.data["step_data"][stap] = velden
        getypt = [(vraag, woorden) for _stap, vraag, woorden in self.list_antwoorden() if woorden]
        gegevens = {
            **self.build_basis(),
            "getypt": getypt,
            "velden": [(naam, waarde) for naam, waarden in velden.items() for waarde in waarden],
        }
        return render(self.request, f"{self.sjablonen}/gesloten.html", gegevens)

    def done(self, form_list: list[BaseForm], form_dict: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Send the answers."""
        waarden = {UUID(stap): form_dict[stap].waarde() for stap in form_dict if stap in self.vragen}
        citeren = form_dict[CONTROLE].cleaned_data.get("mag_citeren") == JA
        verzonden = send_concept(
            vragenlijst=self.vragenlijst,
            token=self.storage.token,
            antwoorden={sleutel: waarde for sleutel, waarde in waarden.items() if waarde is not None},
            mag_citeren=citeren if self.vragenlijst.vraag_citaat else None,
            vragen={vraag.pk: vraag for vraag in self.vragen.values()},
            link=self.link,
        )
        return self.render_verzonden(verzonden)


def show_onbekend(request: HttpRequest) -> HttpResponse:
    """Say that nothing is known under this code, with a field to type it again."""
    gegevens = {"talen": list_talen(request), "code_formulier": Codeformulier()}
    return render(request, f"{SJABLONEN}/onbekend.html", gegevens, status=404)


bewoner = bewonerpagina(Invullen.as_view())
