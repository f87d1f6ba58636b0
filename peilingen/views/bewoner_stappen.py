"""The steps of the residents' wizard: which questions are asked after the answers so far, and how each is shown."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language

from basis.kaart import Kaart
from organisaties.domain.kaarten import build_gebiedenkaart
from peilingen.bewonerformulieren import FORMULIEREN, Controleformulier
from peilingen.domain.bewonerlijst import Buurtgroep, Plekrij, asks_kaart, list_buurten, list_plekken
from peilingen.domain.concepten import CONTROLE
from peilingen.domain.inzenden import list_vragen
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.velden import GEBIED
from peilingen.domain.vertalen import NEDERLANDS, translate_lijst
from peilingen.domain.voorwaarden import list_bronnen, list_gevraagd, read_voorwaarde
from peilingen.enums import ZONDER_ANTWOORD, Vraagsoort
from peilingen.models import Vraag, Vragenlijst
from peilingen.views.bewoner_kaart import Kaartbeeld, find_aangewezen, is_aangewezen
from peilingen.views.opslag import Conceptopslag

# The button that looks up what was typed, and its value that shows the whole list.
ZOEK, ALLE_NAMEN = "zoek", "alles"


class Stappen:
    """The part of the wizard that knows its questions.

    `vragen` are all rows by step, headings of sections too; `form_list` those that have a page. With `toont_alles`
    nothing needs to be looked up: lists are shown whole.
    """

    toont_alles = False
    request: HttpRequest
    storage: Conceptopslag
    steps: Any
    vragenlijst: Vragenlijst
    vragen: dict[str, Vraag]
    form_list: Any

    def prepare(self, lijst: Vragenlijst, vragen: dict[UUID, Vraag] | None = None) -> None:
        """Make the questions the steps."""
        self.vragenlijst = lijst
        if vragen is None:
            self.vragenlijst, vragen = translate_lijst(
                lijst, list_vragen(lijst), get_language() or NEDERLANDS
            )
        self.vragen = {str(pk): vraag for pk, vraag in vragen.items()}
        stappen = {
            stap: FORMULIEREN[vraag.soort]
            for stap, vraag in self.vragen.items()
            if vraag.soort != Vraagsoort.ONDERDEEL
        }
        self.form_list = {**stappen, CONTROLE: Controleformulier}
        self.forget_gevraagd()

    @cached_property
    def buurten(self) -> tuple[Buurtgroep, ...]:
        """The areas to choose from."""
        return list_buurten(self.vragenlijst.ronde.organisatie)

    @cached_property
    def plekken(self) -> tuple[Plekrij, ...]:
        """The places to choose from."""
        return list_plekken(self.vragenlijst.ronde.organisatie)

    @cached_property
    def kaart(self) -> Kaart | None:
        """The map of the areas, where a question wants one and there is one."""
        wil = asks_kaart(self.vragen.values())
        return build_gebiedenkaart(self.vragenlijst.ronde.organisatie) if wil else None

    @cached_property
    def kaartbeeld(self) -> Kaartbeeld | None:
        """The map as the page shows it; before there is a code, members of the organisation see their own."""
        if self.kaart is None:
            return None
        code = self.vragenlijst.code
        url = reverse("peilingen:kaart", args=[code]) if code else reverse("organisaties:kaart_svg")
        return Kaartbeeld(url, self.kaart)

    # Which are asked

    def get_form_list(self) -> dict[str, Any]:
        """Give the steps that are asked after the answers that the draft holds now."""
        gevraagd = self.find_gevraagd() if self.bronnen is not None else None
        return {
            stap: formulier
            for stap, formulier in self.form_list.items()
            if gevraagd is None or stap in gevraagd or stap not in self.vragen
        }

    def forget_gevraagd(self) -> None:
        """Have what formtools clears when a page is right: it remembers the steps, and here they are not."""
        self._resolved_form_list = self._cache_signature = None

    @cached_property
    def bronnen(self) -> list[str] | None:
        """The steps that conditions look at; None when every question is always asked."""
        if not any(read_voorwaarde(vraag) for vraag in self.vragen.values() if vraag.voorwaarde):
            return None
        bronnen = list_bronnen(self.vragen.values())
        return [str(vraag.pk) for vraag in bronnen if vraag.soort not in ZONDER_ANTWOORD]

    def find_gevraagd(self) -> set[str]:
        """Give the steps of the questions that are asked; an answer that is not right yet counts as none."""
        antwoorden = {}
        for stap in self.bronnen or ():
            formulier = self.get_form(stap, data=self.storage.get_step_data(stap))
            if formulier.is_valid() and (waarde := formulier.waarde()) is not None:
                antwoorden[UUID(stap)] = waarde
        rijen = {UUID(stap): vraag for stap, vraag in self.vragen.items()}
        return {str(pk) for pk in list_gevraagd(rijen, antwoorden)}

    def get_next_step(self, step: str | None = None) -> str | None:
        """Give the next step that is asked, also after one that is not asked any more."""
        volgorde, gevraagd = list(self.form_list), self.get_form_list()
        plaats = volgorde.index(step or self.steps.current)
        return next((stap for stap in volgorde[plaats + 1 :] if stap in gevraagd), None)

    def get_prev_step(self, step: str | None = None) -> str | None:
        """Give the step before that is asked."""
        volgorde, gevraagd = list(self.form_list), self.get_form_list()
        plaats = volgorde.index(step or self.steps.current)
        return next((stap for stap in reversed(volgorde[:plaats]) if stap in gevraagd), None)

    def find_stap(self, stap: str) -> str:
        """Give a step that someone asks for, or the one before it when its question is not asked."""
        if stap in self.get_form_list():
            return stap
        return self.get_prev_step(stap) or self.get_next_step(stap) or CONTROLE

    def blijft(self, stap: str) -> bool:
        """Tell whether the pressed button looks something up on the page, or points at the map."""
        return stap in self.vragen and (ZOEK in self.request.POST or is_aangewezen(self.request))

    # How each is shown

    def get_form(self, step: str | None = None, data: Any = None, files: Any = None) -> Any:
        """Give the form of a step, also of one that is not asked now."""
        stap = step or self.steps.current
        return self.form_list[stap](
            data=data, initial=self.get_form_initial(stap), **self.get_form_kwargs(stap)
        )

    def get_form_kwargs(self, step: str | None = None) -> dict[str, Any]:
        """Give a form its question, and the names to choose from where it asks for one."""
        if step not in self.vragen:
            return {"vraag_citaat": self.vragenlijst.vraag_citaat}
        vraag = self.vragen[step]
        alles = self.toont_alles or self.request.POST.get(ZOEK) == ALLE_NAMEN
        if vraag.soort == Vraagsoort.BUURT:
            return {"vraag": vraag, "buurten": self.buurten, "alles": alles, "kaart": self.kaartbeeld}
        if vraag.soort == Vraagsoort.PLEK:
            return {"vraag": vraag, "plekken": self.plekken, "alles": alles}
        return {"vraag": vraag}

    def get_form_initial(self, step: str) -> Mapping[str, Any]:
        """Show again what was typed before: the form of a question takes all that was sent, as lists."""
        gegevens: MultiValueDict[str, str] = self.storage.get_step_data(step)
        return dict(gegevens.lists()) if step in self.vragen else {naam: gegevens[naam] for naam in gegevens}

    def list_velden(self, stap: str) -> tuple[str, ...]:
        """Name the fields that the page of a step sends."""
        vraag = self.vragen.get(stap)
        return (
            FORMULIEREN[vraag.soort].list_velden(vraag) if vraag else tuple(self.form_list[stap].base_fields)
        )

    def read_velden_van(self, stap: str) -> dict[str, list[str]]:
        """Give what this page sent for its step."""
        velden = {naam: self.request.POST.getlist(naam) for naam in self.list_velden(stap)}
        if GEBIED in velden and self.kaart and (gebied := find_aangewezen(self.request, self.kaart)):
            velden[GEBIED] = [gebied]
        return velden

    def build_vraag(self, stap: str) -> dict[str, Any]:
        """Give what the page of a question shows besides its form."""
        vraag, nummers = self.vragen[stap], number_vragen(self.vragen.values())
        onderdeel = self.find_onderdeel(stap)
        return {
            "vraag": vraag,
            "nummer": nummers.get(vraag.pk, 0),
            "totaal": len(nummers),
            "onderdeel": onderdeel,
            "misgewezen": is_aangewezen(self.request),
            "begint_onderdeel": onderdeel is not None and self.find_vorig_onderdeel(stap) is not onderdeel,
        }

    def find_onderdeel(self, stap: str) -> Vraag | None:
        """Give the heading of the section that a step belongs to."""
        onderdeel = None
        for sleutel, vraag in self.vragen.items():
            if vraag.soort == Vraagsoort.ONDERDEEL:
                onderdeel = vraag
            if sleutel == stap:
                break
        return onderdeel

    def find_vorig_onderdeel(self, stap: str) -> Vraag | None:
        """Give the section of the step before."""
        vorige = self.get_prev_step(stap)
        return self.find_onderdeel(vorige) if vorige else None

    def list_antwoorden(self) -> list[tuple[str, Vraag, list[str]]]:
        """Give each question that is asked with its answer in words; none for what is not right yet."""
        stappen = [stap for stap in self.get_form_list() if stap in self.vragen]
        formulieren = {
            stap: self.get_form(stap, data=self.storage.get_step_data(stap))
            for stap in stappen
            if self.vragen[stap].soort not in ZONDER_ANTWOORD
        }
        return [
            (stap, formulier.vraag, formulier.woorden() if formulier.is_valid() else [])
            for stap, formulier in formulieren.items()
        ]
