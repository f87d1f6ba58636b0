"""What a resident is told and asked around the questions: the first page, the last one, and what sending may refuse.

The wizard (`views/bewoner.py`) is made of this and of its steps. Words that were typed are in the draft before
anything here refuses.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from organisaties.bewoners import TAALVELD, build_adres
from organisaties.domain.bewaren import find_verwijderdatum
from organisaties.domain.openbaar import find_openbaar
from peilingen.domain.bewaren import CONCEPT_BEWAREN
from peilingen.domain.bewonerlijst import estimate_minuten
from peilingen.domain.concepten import KLAAR, Stapinvoer, Verzonden, find_concept
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.robotval import (
    BEGIN,
    HONING,
    NOGMAALS,
    asks_nogmaals,
    read_begin,
    sign_begin,
    sign_nogmaals,
)
from peilingen.domain.toestemming import START, Startgegevens, asks_toestemming, read_start
from peilingen.domain.vertalen import rate_vertaald
from peilingen.models import Inzendingconcept, Vraag, Vragenlijst
from peilingen.refusals import AlleenGenodigden, LinkGebruikt, TeDruk, ToestemmingOntbreekt
from peilingen.startformulier import Startformulier
from peilingen.views.opslag import Conceptopslag

SJABLONEN = "peilingen/bewoner"
# The button that leads to another step, as django-formtools calls it.
GA_NAAR = "wizard_goto_step"
# What may be refused after the words were kept; each has a page of its own.
WEIGERINGEN = (ToestemmingOntbreekt, TeDruk, AlleenGenodigden, LinkGebruikt)
# Fields that the page which asks for patience sends once more.
MAX_OPNIEUW = 200


class Startpagina:
    """The part of the wizard around its questions. `link` is the personal link by which someone came."""

    sjablonen = SJABLONEN
    request: HttpRequest
    storage: Conceptopslag
    vragenlijst: Vragenlijst
    vragen: dict[str, Vraag]
    link = ""

    def build_basis(self) -> dict[str, Any]:
        """Give what every page shows."""
        raise NotImplementedError

    def list_antwoorden(self) -> list[tuple[str, Vraag, list[str]]]:
        """Give each question with what was answered, in words."""
        raise NotImplementedError

    def build_mee(self) -> dict[str, Any]:
        """Give what travels along from page to page: how to read it, the first moment, whether someone helps."""
        begin = self.request.POST.get(BEGIN, "")
        return {
            "adres": build_adres(self.request),
            "bon_url": self.find_bon_url(),
            "begin": begin if read_begin(begin) is not None else sign_begin(),
            "honing": HONING,
            "hulp": self.read_gezegd().hulp,
        }

    def find_bon_url(self) -> str:
        """Give where someone comes back with a receipt code."""
        return f"bon/{build_adres(self.request)}"

    def read_gezegd(self) -> Startgegevens:
        """Give what was said on the first page, as the draft at hand has it."""
        return read_start({START: {"velden": dict(self.storage.get_step_data(START).lists())}})

    def begins(self) -> bool:
        """Tell whether someone pressed "Beginnen"."""
        return self.request.POST.get("w-current_step") == START and GA_NAAR not in self.request.POST

    def build_startinvoer(self) -> Stapinvoer | None:
        """Give what the first page sent; None for any other page."""
        if self.request.POST.get("w-current_step") != START:
            return None
        velden = {naam: self.request.POST.getlist(naam)[:1] for naam in Startformulier.base_fields}
        return Stapinvoer(START, velden)

    def check_start(self) -> HttpResponse | None:
        """Give the first page again when someone begins without the consent that is needed."""
        formulier = Startformulier(self.request.POST, vragenlijst=self.vragenlijst)
        return None if formulier.is_valid() else self.render_start(formulier=formulier)

    def render_start(
        self, *, kwijt: bool = False, formulier: Startformulier | None = None, terug: bool = False
    ) -> HttpResponse:
        """Tell who asks, why, how long, and what happens with the answers; with `terug` the check comes next."""
        lijst, organisatie = self.vragenlijst, self.vragenlijst.ronde.organisatie
        gegevens = {
            **self.build_basis(),
            "kwijt": kwijt,
            "vertaald": rate_vertaald(self.vragen.values()),
            "aantal": len(number_vragen(self.vragen.values())),
            "minuten": estimate_minuten(self.vragen.values()),
            "verwijderd_op": find_verwijderdatum(organisatie),
            "concept_uren": int(CONCEPT_BEWAREN.total_seconds() // 3600),
            "form": formulier or Startformulier(vragenlijst=lijst),
            "gezegd": self.read_gezegd(),
            "vraagt_ja": asks_toestemming(lijst),
            "genodigd": bool(self.link),
            "terug": terug or "terug" in self.request.POST,
        }
        return render(self.request, f"{self.sjablonen}/start.html", gegevens)

    def is_te_vlug(self, concept: Inzendingconcept) -> bool:
        """Tell whether to ask for one more press before new answers go; never for a correction."""
        gevraagd = self.request.POST
        return concept.inzending is None and asks_nogmaals(
            token=self.storage.token,
            honing=gevraagd.get(HONING, ""),
            begin=gevraagd.get(BEGIN, ""),
            nogmaals=gevraagd.get(NOGMAALS, ""),
        )

    def build_nogmaals(self) -> dict[str, str]:
        """Give what makes the next press count."""
        return {NOGMAALS: sign_nogmaals(self.storage.token)}

    def render_geweigerd(self, fout: Exception) -> HttpResponse:
        """Say why nothing was sent, with what was typed, and what someone can do."""
        if concept := find_concept(vragenlijst=self.vragenlijst, token=self.storage.token):
            self.storage.read(concept)
        if isinstance(fout, ToestemmingOntbreekt):
            return self.render_start(formulier=Startformulier({}, vragenlijst=self.vragenlijst), terug=True)
        if isinstance(fout, TeDruk):
            return self.render_wachten(fout)
        return self.render_genodigden(gebruikt=isinstance(fout, LinkGebruikt))

    def render_wachten(self, fout: TeDruk) -> HttpResponse:
        """Ask for patience: the same press once more sends the same."""
        verstuurd = {**dict(self.request.POST.lists()), "token": [self.storage.token]}
        verstuurd.pop(TAALVELD, None)
        velden = [(naam, waarde) for naam, waarden in verstuurd.items() for waarde in waarden]
        gegevens = {**self.build_basis(), "velden": velden[:MAX_OPNIEUW], "minuten": -(-fout.seconden // 60)}
        antwoord = render(self.request, f"{SJABLONEN}/wachten.html", gegevens, status=fout.status)
        antwoord.headers["Retry-After"] = str(fout.seconden)
        return antwoord

    def render_genodigden(self, *, gebruikt: bool = False) -> HttpResponse:
        """Tell how to get a personal link, or that this one was used; what was typed is given back."""
        getypt = [(vraag, woorden) for _stap, vraag, woorden in self.list_antwoorden() if woorden]
        gegevens = {**self.build_basis(), "gebruikt": gebruikt, "getypt": getypt}
        return render(self.request, f"{SJABLONEN}/genodigden.html", gegevens)

    def render_verzonden(self, verzonden: Verzonden) -> HttpResponse:
        """Tell that it arrived, what happens now, and how to come back."""
        lijst, basis = self.vragenlijst, self.build_basis()
        gegevens = {
            **basis,
            "verzonden": verzonden,
            "verwijderd_op": find_verwijderdatum(lijst.ronde.organisatie),
            "openbaar": find_openbaar(lijst.ronde.organisatie),
            "bon_adres": self.request.build_absolute_uri(basis["bon_url"]).partition("?")[0],
            "stap": KLAAR,
        }
        return render(self.request, f"{self.sjablonen}/verzonden.html", gegevens)
