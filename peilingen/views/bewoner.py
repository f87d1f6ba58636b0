"""A resident answers: start, one question a page, check, sent. Every page is the answer to a POST of the one before.

No redirects: each costs a round trip on a bad network, and an address with the token in it would be shared along
with the link. The address holds the language and the mark of the page (`blad`) only: were it the same each time,
a browser whose connection fails would put its error page in the place of the page with the text. Going back,
sending again and two windows are safe by `domain/concepten.py`; see ADR 0011.
"""

from functools import cached_property
from secrets import token_hex
from typing import Any, ClassVar
from uuid import UUID

from django.forms import BaseForm, MultipleChoiceField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from formtools.wizard.views import WizardView

from organisaties.bewoners import TAALVELD, bewonerpagina, keep_in_browser, list_talen
from organisaties.domain.bewaren import find_verwijderdatum
from organisaties.forms import Codeformulier
from peilingen.bewonerformulieren import FORMULIEREN, Controleformulier, Vraagformulier
from peilingen.domain.bewaren import CONCEPT_BEWAREN
from peilingen.domain.bewonerlijst import (
    Buurtgroep,
    estimate_minuten,
    find_bewonerlijst,
    list_buurten,
)
from peilingen.domain.concepten import (
    CONTROLE,
    KLAAR,
    Stapinvoer,
    Verzonden,
    find_concept,
    find_stand,
    save_stap,
    send_concept,
    start_verbetering,
)
from peilingen.domain.inzenden import find_inzending, is_open, list_vragen
from peilingen.enums import Vraagsoort
from peilingen.models import Inzendingconcept, Vraag, Vragenlijst
from peilingen.refusals import VragenlijstGesloten
from peilingen.views.opslag import Conceptopslag

START = "start"
GA_NAAR = "wizard_goto_step"
SJABLONEN = "peilingen/bewoner"


class Invullen(WizardView):  # type: ignore[misc] # formtools has no types
    """The wizard of one questionnaire; its steps are the keys of the questions, then the check."""

    storage_name = "peilingen.views.opslag.Conceptopslag"
    sjablonen = SJABLONEN
    form_list: ClassVar[Any] = ((CONTROLE, Controleformulier),)
    storage: Conceptopslag
    vragenlijst: Vragenlijst

    def dispatch(self, request: HttpRequest, code: str) -> HttpResponse:
        """Find the questionnaire."""
        gevonden = find_bewonerlijst(code)
        if gevonden is None:
            return show_onbekend(request)
        self.prepare(gevonden.vragenlijst, gevonden.vragen)
        self.buurten = gevonden.buurten
        antwoord: HttpResponse = super().dispatch(request, code=code)
        return antwoord

    def prepare(self, lijst: Vragenlijst, vragen: dict[UUID, Vraag] | None = None) -> None:
        """Make the questions the steps."""
        self.vragenlijst = lijst
        vragen = list_vragen(lijst) if vragen is None else vragen
        self.vragen: dict[str, Vraag] = {str(pk): vraag for pk, vraag in vragen.items()}
        stappen = {stap: FORMULIEREN[vraag.soort] for stap, vraag in self.vragen.items()}
        self.form_list = {**stappen, CONTROLE: Controleformulier}  # type: ignore[misc] # this request's own

    def get_prefix(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Keep the name of the wizard's own field short."""
        return "w"

    def get_form_prefix(self, step: str | None = None, form: Any = None) -> None:
        """Leave field names as they are: one question a page needs no prefix."""

    @cached_property
    def buurten(self) -> tuple[Buurtgroep, ...]:
        """The areas to choose from."""
        return list_buurten(self.vragenlijst.ronde.organisatie)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Tell who asks and why; nothing is written until someone begins."""
        if not is_open(self.vragenlijst):
            return self.render_gesloten()
        antwoord = self.render_start()
        keep_in_browser(antwoord)
        return antwoord

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep what was sent first, and then see where to go."""
        stap = self.request.POST.get("w-current_step", START)
        self.storage.current_step = stap if stap in self.form_list else next(iter(self.form_list))
        try:
            return self.follow(stap)
        except VragenlijstGesloten:
            return self.render_gesloten()

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
        if dubbel or TAALVELD in gevraagd:
            return self.render_goto_step(self.steps.current, dubbel=dubbel)
        if stap not in self.form_list and gevraagd.get(GA_NAAR) not in self.form_list:
            return self.render_goto_step(self.steps.first)
        antwoord: HttpResponse = super().post()
        return antwoord

    def send(self, concept: Inzendingconcept) -> HttpResponse:
        """Check every answer once more, and send them; the draft is written only if something is not right."""
        self.storage.read(concept)
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
        gevraagd, taal = self.request.POST, get_language() or "nl"
        invoer = None
        if stap in self.form_list:
            velden = {naam: gevraagd.getlist(naam) for naam in self.form_list[stap].base_fields}
            blad, kende = self.request.GET.get("blad", "")[:8], gevraagd.get("kende", "")[:8]
            invoer = Stapinvoer(stap, velden, blad, kende)
        concept, dubbel = save_stap(
            vragenlijst=self.vragenlijst, token=self.storage.token, invoer=invoer, taal=taal
        )
        self.storage.read(concept)
        return dubbel

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        """Give a form its question, and the areas where it asks for one."""
        if step not in self.vragen:
            return {"vraag_citaat": self.vragenlijst.vraag_citaat}
        vraag = self.vragen[step]
        return {"vraag": vraag, "buurten": self.buurten if vraag.soort == Vraagsoort.BUURT else ()}

    def get_form_initial(self, step: str) -> dict[str, Any]:
        """Show again what was typed before."""
        gegevens = self.storage.get_step_data(step)
        velden = self.form_list[step].base_fields
        return {
            naam: gegevens.getlist(naam)
            if isinstance(velden.get(naam), MultipleChoiceField)
            else gegevens[naam]
            for naam in gegevens
        }

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
        return {
            **gegevens,
            "vraag": self.vragen[stap],
            "nummer": self.steps.step1,
            "totaal": len(self.vragen),
        }

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
            "bon_url": f"bon/?{TAALVELD}={get_language()}",
            "bewaard": self.request.POST.get("w-current_step", ""),
        }

    def list_antwoorden(self) -> list[tuple[str, Vraag, list[str]]]:
        """Give each question with what was answered, in words; nothing for what is not right yet."""
        formulieren: dict[str, Vraagformulier] = {
            stap: self.get_form(stap, data=self.storage.get_step_data(stap)) for stap in self.vragen
        }
        return [
            (stap, formulier.vraag, formulier.woorden() if formulier.is_valid() else [])
            for stap, formulier in formulieren.items()
        ]

    def render_start(self, *, kwijt: bool = False) -> HttpResponse:
        """Tell who asks, why, how long, and what happens with the answers."""
        gegevens = {
            **self.build_basis(),
            "kwijt": kwijt,
            "aantal": len(self.vragen),
            "minuten": estimate_minuten(self.vragen.values()),
            "verwijderd_op": find_verwijderdatum(self.vragenlijst.ronde.organisatie),
            "concept_uren": int(CONCEPT_BEWAREN.total_seconds() // 3600),
        }
        return render(self.request, f"{self.sjablonen}/start.html", gegevens)

    def render_gesloten(self) -> HttpResponse:
        """Tell that it is closed, and give back what was typed and is not sent."""
        if concept := find_concept(vragenlijst=self.vragenlijst, token=self.storage.token):
            self.storage.read(concept)
        stap, velden = self.request.POST.get("w-current_step", ""), {}
        if stap in self.vragen:
            velden = {naam: self.request.POST.getlist(naam) for naam in self.form_list[stap].base_fields}
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
        waarden = {vraag.pk: form_dict[stap].waarde() for stap, vraag in self.vragen.items()}
        citeren = form_dict[CONTROLE].cleaned_data.get("mag_citeren", False)
        verzonden = send_concept(
            vragenlijst=self.vragenlijst,
            token=self.storage.token,
            antwoorden={sleutel: waarde for sleutel, waarde in waarden.items() if waarde is not None},
            mag_citeren=citeren if self.vragenlijst.vraag_citaat else None,
            vragen={vraag.pk: vraag for vraag in self.vragen.values()},
        )
        return self.render_verzonden(verzonden)

    def render_verzonden(self, verzonden: Verzonden) -> HttpResponse:
        """Tell that it arrived, what happens now, and how to come back."""
        gegevens = {
            **self.build_basis(),
            "verzonden": verzonden,
            "verwijderd_op": find_verwijderdatum(self.vragenlijst.ronde.organisatie),
            "stap": KLAAR,
        }
        return render(self.request, f"{self.sjablonen}/verzonden.html", gegevens)


def show_onbekend(request: HttpRequest) -> HttpResponse:
    """Say that nothing is known under this code, with a field to type it again."""
    gegevens = {"talen": list_talen(request), "code_formulier": Codeformulier()}
    return render(request, f"{SJABLONEN}/onbekend.html", gegevens, status=404)


bewoner = bewonerpagina(Invullen.as_view())
