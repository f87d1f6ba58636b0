"""Where: the buurt where someone lives (from a list, by searching, or on a map), and a place."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

from django.forms import BoundField
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from peilingen.bewonerformulieren.basis import ONBEKEND, SCHRIJF, Vraagformulier, list_bijzonder
from peilingen.domain.beschrijven import BUURT_ONBEKEND
from peilingen.domain.bewonerlijst import Plekrij
from peilingen.domain.instellingen import KAART, LIJST, ZOEKEN, find_weergave
from peilingen.domain.velden import BIJZONDER, GEBIED, GEEN, PLEK, STRAAT, WOORDEN
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.models import Vraag

# So few are shown at once, without searching.
WEINIG = 8
MAX_TREFFERS = 12
WELKE = _("Wij vonden meer dan één mogelijkheid. Kies hieronder welke u bedoelt.")
BUURT_LEEG = _("Kies uw buurt, schrijf uw straat op, of kies “Weet ik niet”.")

Optie = tuple[str, str]


class Zoekformulier(Vraagformulier):
    """Words that are looked up in a list of names; who is not found there keeps the words."""

    sjabloon = "peilingen/bewoner/_zoeken.html"
    zoekveld: ClassVar[str] = WOORDEN
    bijzonder_apart: ClassVar[bool] = True

    @cached_property
    def namen(self) -> dict[str, str]:
        """The names by key."""
        raise NotImplementedError

    @cached_property
    def treffers(self) -> list[Optie]:
        """What the typed words find."""
        return self.zoek(self.enkel(self.zoekveld))

    def zoek(self, woorden: str) -> list[Optie]:
        """Give the names that hold every word, those that begin with it first; few names need no searching."""
        delen = fold(woorden[:100]).split()
        if not delen:
            return list(self.namen.items()) if self.alles or len(self.namen) <= WEINIG else []
        gevonden = [paar for paar in self.namen.items() if all(deel in fold(paar[1]) for deel in delen)]
        gevonden.sort(key=lambda paar: (not fold(paar[1]).startswith(delen[0]), fold(paar[1])))
        return gevonden[:MAX_TREFFERS]

    @property
    def meer(self) -> bool:
        """Whether there is more to choose from than is shown."""
        return len(self.namen) > WEINIG and not self.alles

    def find_exact(self, woorden: str) -> str:
        """Give the key of the one name that these words are."""
        gelijk = [sleutel for sleutel, naam in self.namen.items() if fold(naam) == fold(woorden)]
        return gelijk[0] if len(gelijk) == 1 else ""

    @property
    def zoekwoorden(self) -> str:
        """What was typed to look up."""
        return self.enkel(self.zoekveld)

    @property
    def niets_gevonden(self) -> bool:
        """Whether words were typed that find nothing, where there is something to find."""
        return bool(self.namen and self.zoekwoorden.strip() and not self.treffers) and not self.alles

    @property
    def keuzeveld(self) -> BoundField:
        """The field of what was found."""
        return self[self.veld]

    @cached_property
    def overig(self) -> list[Optie]:
        """The choices besides names."""
        return self.list_overig(gevonden=bool(self.opties))

    @cached_property
    def opties(self) -> list[Optie]:
        """The names to choose from: what was found, and what was chosen before."""
        gekozen = self.enkel(self.veld)
        if gekozen in self.namen and gekozen not in dict(self.treffers):
            return [(gekozen, self.namen[gekozen]), *self.treffers]
        return self.treffers

    def render_treffers(self) -> SafeString:
        """Give the names and what else can be said as choices."""
        keuze = self.ruw(self.veld)[-1:]
        return self.render_namen(self.opties, keuze) + self.render_opties(
            "radio", self.veld, self.overig, keuze
        )

    def render_namen(self, opties: list[Optie], gekozen: list[str]) -> SafeString:
        """Give names, which are Dutch in every language."""
        naam = escape(self.add_prefix(self.veld))
        delen = [
            f'<label class="keuze"><input type="radio" name="{naam}" value="{escape(waarde)}"{self.anker(self.veld)}'
            f'{" checked" if waarde in gekozen else ""}><span lang="nl" dir="auto">{escape(tekst)}</span></label>'
            for waarde, tekst in opties
        ]
        return mark_safe("".join(delen))  # noqa: S308 -- every name in it is escaped

    def list_overig(self, *, gevonden: bool) -> list[Optie]:
        """Give the choices besides names."""
        return [("", gettext("Geen van deze"))] if gevonden else []

    def choose(self, woorden: str) -> str:
        """Give the key of the chosen name, or of the one that the words are; asks when there may be more."""
        gekozen = self.enkel(self.veld)
        if gekozen or not woorden or self.ruw(self.veld):
            return gekozen
        exact = self.find_exact(woorden)
        if not exact and self.zoek(woorden):
            self.add_error(self.veld, WELKE)
        return exact

    def keep_woorden(self, gekozen: str, woorden: str) -> str:
        """Give the words to keep beside a chosen name: not those by which it was found."""
        return "" if gekozen in dict(self.zoek(woorden)) else woorden


class Buurtformulier(Zoekformulier):
    """A buurt from the organisation's list, or own words, or neither."""

    veld = GEBIED
    leegfout = BUURT_LEEG
    zoekveld = STRAAT
    bijzonder_apart = False

    @classmethod
    def list_velden(cls, vraag: Vraag) -> tuple[str, ...]:
        """Send the area and the words."""
        return (GEBIED, STRAAT)

    def build(self) -> None:
        """Know how it looks: without a map, and on request, it is the list."""
        self.weergave = find_weergave(self.vraag)
        if self.alles or (self.weergave == KAART and not self.kaart):
            self.weergave = LIJST

    @property
    def sjabloon(self) -> str:  # type: ignore[override] # depends on how it looks
        """A search field, or the list with or without a map above it."""
        return f"peilingen/bewoner/_{'zoeken' if self.weergave == ZOEKEN else 'buurt'}.html"

    @cached_property
    def namen(self) -> dict[str, str]:
        """The names of the areas by key, with their wijk where two have the same name."""
        return name_uniek([(sleutel, naam, wijk) for wijk, leden in self.buurten for sleutel, naam in leden])

    @property
    def hoofdnaam(self) -> str:
        """The list, or the field to search in."""
        return STRAAT if self.weergave == ZOEKEN else GEBIED

    def hulp(self) -> list[str]:
        """Say what to type."""
        if self.weergave != ZOEKEN:
            return []
        return [
            gettext("Schrijf een deel van de naam van uw buurt, en kies daarna."),
            gettext("Een huisnummer is niet nodig."),
        ]

    @property
    def op_kaart(self) -> bool:
        """Whether a map stands above the list."""
        return self.weergave == KAART

    @property
    def gekozen_naam(self) -> str:
        """The name of the area that is chosen now."""
        return self.namen.get(self.enkel(GEBIED), "")

    def list_overig(self, *, gevonden: bool) -> list[Optie]:
        """Offer not knowing, and for who searched that it is not there."""
        niet = gettext("Mijn buurt staat er niet bij")
        leeg = [("", niet)] if gevonden else []
        if not gevonden and not self.vraag.verplicht and self.enkel(GEBIED):
            leeg = [("", gettext("Geen antwoord"))]
        return [*leeg, *self.list_onbekend()]

    def list_onbekend(self) -> list[Optie]:
        """Give the ways of not saying: the two that were set, or one for both."""
        return self.list_bijzondere_opties() or [(GEEN, str(BUURT_ONBEKEND))]

    def render_lijst(self) -> SafeString:
        """Give the areas as options, by wijk."""
        gekozen = self.enkel(GEBIED)
        los = [("", gettext("Kies uw buurt")), *self.list_onbekend()]
        delen = [_render_optie(sleutel, naam, gekozen) for sleutel, naam in los]
        for wijk, leden in self.buurten:
            taal = "" if wijk else ' lang="nl"'
            opties = "".join(_render_optie(sleutel, naam, gekozen, taal) for sleutel, naam in leden)
            delen.append(
                f'<optgroup lang="nl" label="{escape(wijk)}">{opties}</optgroup>' if wijk else opties
            )
        return mark_safe("".join(delen))  # noqa: S308 -- every name in it is escaped

    def lees(self) -> Antwoordwaarde | None:
        """Give area and words; an empty value says "weet ik niet", where that is not set apart."""
        straat = self.regel(STRAAT)
        gekozen = self.choose(straat) if self.weergave == ZOEKEN else self.enkel(GEBIED)
        if gekozen in self.namen:
            erbij = self.keep_woorden(gekozen, straat) if self.weergave == ZOEKEN else straat
            return Antwoordwaarde(tekst=erbij, gebied=UUID(gekozen))
        if gekozen not in ("", GEEN, *self.bijzondere):
            self.add_error(self.hoofdnaam, ONBEKEND)
        if straat:
            return Antwoordwaarde(tekst=straat)
        if gekozen in self.bijzondere:
            return Antwoordwaarde(bijzonder=gekozen)
        return Antwoordwaarde() if gekozen == GEEN else None

    def naam(self) -> str:
        """Give the name of the area in the answer."""
        return self.namen.get(str(self.gelezen.gebied), "") if self.gelezen else ""


class Plekformulier(Zoekformulier):
    """A place of the organisation's list, or own words."""

    veld = PLEK
    leegfout = SCHRIJF

    @classmethod
    def list_velden(cls, vraag: Vraag) -> tuple[str, ...]:
        """Send the place and the words."""
        return (PLEK, WOORDEN, *((BIJZONDER,) if list_bijzonder(vraag) else ()))

    @cached_property
    def namen(self) -> dict[str, str]:
        """The names of the places by key, with their area where two have the same name."""
        return name_uniek(self.plekken)

    @property
    def hoofdnaam(self) -> str:
        """The field to type in."""
        return WOORDEN

    def hulp(self) -> list[str]:
        """Say what to type."""
        return (
            [gettext("Schrijf de naam van de plek. Kennen wij hem, dan kunt u hem kiezen.")]
            if self.plekken
            else []
        )

    def lees(self) -> Antwoordwaarde | None:
        """Give the place and the words."""
        woorden = self.regel(WOORDEN)
        gekozen = self.choose(woorden)
        if gekozen in self.namen:
            return Antwoordwaarde(plek=UUID(gekozen), tekst=self.keep_woorden(gekozen, woorden))
        if gekozen:
            self.add_error(self.hoofdnaam, ONBEKEND)
        return Antwoordwaarde(tekst=woorden) if woorden else None

    def naam(self) -> str:
        """Give the name of the place in the answer."""
        return self.namen.get(str(self.gelezen.plek), "") if self.gelezen else ""


def name_uniek(rijen: Sequence[Plekrij]) -> dict[str, str]:
    """Give names by key, with what they are part of where two are the same."""
    vaak = Counter(naam for _sleutel, naam, _deel in rijen)
    return {sleutel: f"{naam} ({deel})" if deel and vaak[naam] > 1 else naam for sleutel, naam, deel in rijen}


def fold(tekst: str) -> str:
    """Give words as they are compared: without capitals and accents."""
    ontleed = unicodedata.normalize("NFKD", tekst)
    zonder = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return " ".join(zonder.casefold().replace("-", " ").split())


def _render_optie(waarde: str, tekst: str, gekozen: str, taal: str = "") -> str:
    keuze = " selected" if waarde == gekozen else ""
    return f'<option value="{escape(waarde)}"{keuze}{taal}>{escape(tekst)}</option>'
