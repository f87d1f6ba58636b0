"""All questions on one page: for who likes that better, and what a phone keeps to go on without a connection.

The same draft and the same forms as one question a page (`bewoner.py`). The names of fields get the key of their
question before them, and `stap` names the steps that a page sends: what it does not name stays as it is. A
question with a condition is shown with that condition in words; what turns out not to be asked is left out when
the answers are sent.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from organisaties.bewoners import TAALVELD, bewonerpagina, keep_in_browser
from peilingen.domain.concepten import (
    CONTROLE,
    Stapinvoer,
    find_concept,
    find_stand,
    save_stappen,
)
from peilingen.domain.inzenden import find_by_token, is_open
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.toestemming import START
from peilingen.domain.voorwaarden import describe_voorwaarde
from peilingen.domain.waarden import read_waarden
from peilingen.enums import ZONDER_ANTWOORD
from peilingen.models import Vraag
from peilingen.startformulier import Startformulier
from peilingen.views.bewoner import Invullen
from peilingen.views.bewoner_start import GA_NAAR
from peilingen.views.uitgenodigd import Uitgenodigd

ALLES = "alles"
# The field that names a step which this page sends, and the button that sends all without the check page.
STAPVELD, VERSTUUR = "stap", "verstuur"
# Characters of the marks of earlier writings: nine each.
MAX_KENDE = 2_000
ATTRIBUUT = re.compile(r'\s(id|for|name|list|aria-describedby|aria-labelledby|aria-controls)="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Rij:
    """One row of the page: a question with its form, or a heading or text without any."""

    stap: str
    vraag: Vraag
    nummer: int
    voorwaarde: str
    velden: SafeString
    bekend: bool
    moet: bool


def add_voorvoegsel(inhoud: str, stap: str, velden: Container[str]) -> SafeString:
    """Give the fields of one question names and anchors of their own, and its heading a lower place.

    Only attributes are changed: in words, a quotation mark is written as an entity.
    """

    def change(deel: re.Match[str]) -> str:
        naam, waarde = deel[1], deel[2]
        if naam == "name":
            return f' name="{stap}-{waarde}"' if waarde in velden else deel[0]
        ankers = " ".join(f"{stap}-{anker}" for anker in waarde.split())
        return f' {naam}="{ankers}"'

    lager = inhoud.replace("<h1", "<h2").replace("</h1>", "</h2>")
    return mark_safe(ATTRIBUUT.sub(change, lager))  # noqa: S308 -- a rendered template: its words are escaped


class Alles(Invullen):
    """The wizard with one more step, that holds all questions."""

    toont_alles = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the questions; nothing is written until something is sent."""
        if not is_open(self.vragenlijst) or (self.vragenlijst.alleen_genodigden and not self.link):
            return super().get(request, *args, **kwargs)
        antwoord = self.render_alles()
        keep_in_browser(antwoord)
        return antwoord

    def follow(self, stap: str) -> HttpResponse:
        """Keep what the page sent, and go where the pressed button leads; other steps are the wizard's."""
        gevraagd = self.request.POST
        if stap == START and not {GA_NAAR, TAALVELD, "terug"} & gevraagd.keys():
            self.keep(stap)
            return self.check_start() or self.render_alles()
        if stap != ALLES:
            return super().follow(stap)
        if VERSTUUR in gevraagd and (klaar := self.find_klaar()) is not None:
            return klaar
        dubbel = self.keep_alles()
        naar = gevraagd.get(GA_NAAR, "")
        if naar == START:
            return self.render_start()
        if naar in self.form_list:
            return self.render_goto_step(self.find_stap(naar))
        if dubbel or TAALVELD in gevraagd or naar == ALLES:
            return self.render_alles(dubbel=bool(dubbel))
        return self.finish()

    def finish(self) -> HttpResponse:
        """Show what is not right, or the check; or send, where there was no connection for a check page."""
        if fouten := self.list_fouten():
            return self.render_alles(fouten=fouten)
        concept = find_concept(vragenlijst=self.vragenlijst, token=self.storage.token)
        if VERSTUUR not in self.request.POST or self.terug or concept is None:
            return self.render_goto_step(CONTROLE)
        if self.is_te_vlug(concept):
            return self.render_goto_step(CONTROLE, **self.build_nogmaals())
        antwoord: HttpResponse = self.render_done(
            self.get_form(CONTROLE, data=self.storage.get_step_data(CONTROLE))
        )
        return antwoord

    def find_klaar(self) -> HttpResponse | None:
        """Give the last page when these very answers arrived before; their answer was lost on its way."""
        concept, verzonden = find_stand(vragenlijst=self.vragenlijst, token=self.storage.token)
        inzending = find_by_token(vragenlijst=self.vragenlijst, token=self.storage.token)
        if concept is not None or verzonden is None or inzending is None:
            return None
        self.storage.data[self.storage.step_data_key] = self.read_stappen()
        formulieren = {
            stap: self.get_form(stap, data=self.storage.get_step_data(stap)) for stap in self.get_form_list()
        }
        if not all(formulier.is_valid() for formulier in formulieren.values()):
            return None
        nu = {self.vragen[stap].pk: formulieren[stap].waarde() for stap in formulieren if stap in self.vragen}
        zelfde = {pk: waarde for pk, waarde in nu.items() if waarde is not None} == read_waarden(inzending)
        return self.render_verzonden(verzonden) if zelfde else None

    def keep_alles(self) -> frozenset[str]:
        """Write all that this page sent; gives the steps where words of two windows were put together."""
        if self.terug and self.read_again():
            return frozenset()
        blad, kende = self.request.GET.get("blad", "")[:8], self.request.POST.get("kende", "")[:MAX_KENDE]
        concept, dubbel = save_stappen(
            vragenlijst=self.vragenlijst,
            token=self.storage.token,
            invoer=[Stapinvoer(stap, velden, blad, kende) for stap, velden in self.read_stappen().items()],
            taal=get_language() or "nl",
        )
        self.storage.read(concept)
        return dubbel

    def read_stappen(self) -> dict[str, dict[str, list[str]]]:
        """Give what this page sent, per step."""
        gevraagd = self.request.POST
        genoemd = gevraagd.getlist(STAPVELD)
        namen = {START: tuple(Startformulier.base_fields)}
        namen |= {stap: self.list_velden(stap) for stap in self.form_list}
        return {
            stap: {naam: gevraagd.getlist(f"{stap}-{naam}") for naam in velden}
            for stap, velden in namen.items()
            if stap in genoemd
        }

    def build_form(self, stap: str, *, nagekeken: bool) -> Any:
        """Give the form of a step as the draft holds it."""
        return self.get_form(stap, data=self.storage.get_step_data(stap) if nagekeken else None)

    def list_fouten(self) -> list[tuple[str, int, str]]:
        """Give what has to change before the answers can be sent: the anchor of its field, its number, the words."""
        nummers = number_vragen(self.vragen.values())
        formulieren = {
            stap: self.build_form(stap, nagekeken=True)
            for stap in self.get_form_list()
            if stap in self.vragen
        }
        return [
            (f"{stap}-{formulier[veld].auto_id}", nummers.get(self.vragen[stap].pk, 0), str(fout))
            for stap, formulier in formulieren.items()
            for veld, fouten in formulier.errors.items()
            for fout in fouten
        ]

    def list_rijen(self, *, nagekeken: bool) -> list[Rij]:
        """Give every row, also of questions that may turn out not to be asked."""
        nummers, gevraagd = number_vragen(self.vragen.values()), self.get_form_list()
        alle = list(self.vragen.values())
        return [
            Rij(
                stap,
                vraag,
                nummers.get(vraag.pk, 0),
                describe_voorwaarde(vraag, alle),
                self.render_velden(stap, nagekeken=nagekeken and stap in gevraagd),
                bool(self.storage.bladen.get(stap)),
                vraag.verplicht and not vraag.voorwaarde and self.bronnen is None,
            )
            for stap, vraag in self.vragen.items()
        ]

    def render_velden(self, stap: str, *, nagekeken: bool) -> SafeString:
        """Give the question with its fields, as on a page of its own; "" for a heading or a text."""
        vraag = self.vragen[stap]
        if vraag.soort in ZONDER_ANTWOORD:
            return mark_safe("")
        gegevens = {"vraag": vraag, "form": self.build_form(stap, nagekeken=nagekeken)}
        inhoud = render_to_string(f"{self.sjablonen}/_vraag.html", gegevens)
        return add_voorvoegsel(inhoud, stap, self.list_velden(stap))

    def render_alles(
        self, *, dubbel: bool = False, fouten: Sequence[tuple[str, int, str]] = ()
    ) -> HttpResponse:
        """Show all questions as they were left, with what has to change."""
        gegevens = {
            **self.build_basis(),
            "taalformulier": "vragen",
            "rijen": self.list_rijen(nagekeken=bool(fouten)),
            "fouten": fouten,
            "dubbel": dubbel,
            "controle": self.build_form(CONTROLE, nagekeken=False),
            "stap": ALLES,
            "blad": token_hex(4),
            "kende": " ".join(sorted(filter(None, set(self.storage.bladen.values())))),
            "eerste": next(iter(self.get_form_list())),
        }
        return render(self.request, f"{self.sjablonen}/alles.html", gegevens)

    def find_bon_url(self) -> str:
        """Give where someone comes back with a receipt code."""
        return f"../{super().find_bon_url()}"

    def render_gesloten(self) -> HttpResponse:
        """Give back what was typed on this page and is not sent."""
        if self.request.POST.get("w-current_step") != ALLES:
            return super().render_gesloten()
        if concept := find_concept(vragenlijst=self.vragenlijst, token=self.storage.token):
            self.storage.read(concept)
        self.storage.data[self.storage.step_data_key] |= self.read_stappen()
        getypt = [(vraag, woorden) for _stap, vraag, woorden in self.list_antwoorden() if woorden]
        return render(
            self.request, f"{self.sjablonen}/gesloten.html", {**self.build_basis(), "getypt": getypt}
        )


class UitgenodigdAlles(Uitgenodigd, Alles):
    """The same by a personal link."""


alles = bewonerpagina(Alles.as_view())
uitgenodigd_alles = bewonerpagina(UitgenodigdAlles.as_view())
