"""The words of a questionnaire in other languages: which places there are, what is missing, and a translated copy.

A translation counts while the Dutch words are those that it translates. A question is shown in another language
only when all of its words are there: half a question in each language helps nobody.
"""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from basis.druk.bidi import isolate_nummers
from peilingen.domain.instellingen import read_instellingen
from peilingen.models import Keuze, Stelling, Vertaling, Vraag, Vragenlijst

NEDERLANDS = "nl"
NAMEN = {"en": _("Engels"), "tr": _("Turks"), "ar": _("Arabisch"), "pl": _("Pools"), "uk": _("Oekraïens")}
Regel = TypeVar("Regel", Keuze, Stelling)
# Per place the translation, and the hash of the Dutch words that it translates.
Woorden = Mapping[str, tuple[str, str]]


class Pleksoort(StrEnum):
    """What words are for."""

    TITEL = "titel"
    INLEIDING = "inleiding"
    TEKST = "tekst"
    UITLEG = "uitleg"
    EENHEID = "eenheid"
    KEUZE = "keuze"
    STELLING = "stelling"


@dataclass(frozen=True, slots=True)
class Vertaalplek:
    """Dutch words to translate, and their place: "titel", "v1.tekst", "v1.k2"."""

    plek: str
    soort: Pleksoort
    tekst: str
    vraag: Vraag | None = None


@dataclass(frozen=True, slots=True)
class Taalstand:
    """How far the translation into one language is."""

    taal: str
    naam: str
    totaal: int
    ontbrekend: tuple[Vertaalplek, ...]
    verouderd: tuple[Vertaalplek, ...]

    @property
    def gedaan(self) -> int:
        """How many places are translated as the Dutch words are now."""
        return self.totaal - len(self.ontbrekend) - len(self.verouderd)

    @property
    def compleet(self) -> bool:
        """Whether nothing is missing or out of date."""
        return self.gedaan == self.totaal


def name_talen() -> dict[str, str]:
    """Give the languages that a questionnaire can be translated into, with their Dutch names."""
    return {code: str(NAMEN.get(code, naam)) for code, naam in settings.LANGUAGES if code != NEDERLANDS}


def hash_tekst(tekst: str) -> str:
    """Give the mark by which a translation knows its Dutch words."""
    return sha256(tekst.encode()).hexdigest()


def list_plekken(vragenlijst: Vragenlijst, vragen: Iterable[Vraag]) -> list[Vertaalplek]:
    """Give every place with words, in the order of the page; what holds no letter needs no translation."""
    plekken = _plekken_van_lijst(vragenlijst)
    for vraag in vragen:
        plekken += _plekken_van_vraag(vraag)
    return plekken


def _plekken_van_lijst(lijst: Vragenlijst) -> list[Vertaalplek]:
    return _with_words(
        [
            Vertaalplek("titel", Pleksoort.TITEL, lijst.titel),
            Vertaalplek("inleiding", Pleksoort.INLEIDING, lijst.inleiding),
        ]
    )


def _plekken_van_vraag(vraag: Vraag) -> list[Vertaalplek]:
    voor = vraag.sleutel
    plekken = [
        Vertaalplek(f"{voor}.tekst", Pleksoort.TEKST, vraag.tekst, vraag),
        Vertaalplek(f"{voor}.uitleg", Pleksoort.UITLEG, vraag.uitleg, vraag),
    ]
    for soort, regels in ((Pleksoort.STELLING, vraag.stellingen), (Pleksoort.KEUZE, vraag.keuzes)):
        plekken += [
            Vertaalplek(f"{voor}.{regel.sleutel}", soort, regel.tekst, vraag) for regel in regels.all()
        ]
    eenheid = Vertaalplek(f"{voor}.eenheid", Pleksoort.EENHEID, read_instellingen(vraag).eenheid, vraag)
    return _with_words([*plekken, eenheid])


def _with_words(plekken: list[Vertaalplek]) -> list[Vertaalplek]:
    return [plek for plek in plekken if any(teken.isalpha() for teken in plek.tekst)]


def read_woorden(vragenlijst: Vragenlijst, taal: str) -> dict[str, tuple[str, str]]:
    """Read the translations into one language, in one query."""
    rijen = Vertaling.objects.filter(vragenlijst=vragenlijst, taal=taal)
    return {plek: (tekst, bron) for plek, tekst, bron in rijen.values_list("plek", "tekst", "bron_hash")}


def is_current(plek: Vertaalplek, woorden: Woorden) -> bool:
    """Tell whether a place has a translation of the Dutch words as they are now."""
    return plek.plek in woorden and woorden[plek.plek][1] == hash_tekst(plek.tekst)


def find_ontbrekend(vragenlijst: Vragenlijst, vragen: Iterable[Vraag] | None = None) -> list[Taalstand]:
    """Say, for each language that the organiser chose, what is missing or out of date."""
    if not vragenlijst.talen:
        return []
    if vragen is None:
        vragen = vragenlijst.vragen.prefetch_related("keuzes", "stellingen")
    plekken, per_taal = list_plekken(vragenlijst, vragen), dict[str, dict[str, tuple[str, str]]]()
    rijen = Vertaling.objects.filter(vragenlijst=vragenlijst)
    for taal, plek, tekst, bron in rijen.values_list("taal", "plek", "tekst", "bron_hash"):
        per_taal.setdefault(taal, {})[plek] = (tekst, bron)
    return [
        rate_taal(taal, plekken, per_taal.get(taal, {})) for taal in name_talen() if taal in vragenlijst.talen
    ]


def rate_taal(taal: str, plekken: list[Vertaalplek], woorden: Woorden) -> Taalstand:
    """Say how far one language is."""
    return Taalstand(
        taal=taal,
        naam=name_talen()[taal],
        totaal=len(plekken),
        ontbrekend=tuple(plek for plek in plekken if plek.plek not in woorden),
        verouderd=tuple(plek for plek in plekken if plek.plek in woorden and not is_current(plek, woorden)),
    )


def translate_lijst(
    vragenlijst: Vragenlijst, vragen: Mapping[UUID, Vraag], taal: str
) -> tuple[Vragenlijst, dict[UUID, Vraag]]:
    """Give copies with translated words in place, and `taal` set; never save them.

    What is not translated, or not as the Dutch words are now, comes back as it is, with `taal` "nl".
    """
    if not speaks(vragenlijst, taal):
        return vragenlijst, dict(vragen)
    woorden = read_woorden(vragenlijst, taal)
    return translate_omslag(vragenlijst, woorden, taal), translate_vragen(vragen, woorden, taal)


def speaks(vragenlijst: Vragenlijst, taal: str) -> bool:
    """Tell whether the organiser chose this language for the questions."""
    return taal != NEDERLANDS and taal in vragenlijst.talen


def translate_omslag(vragenlijst: Vragenlijst, woorden: Woorden, taal: str) -> Vragenlijst:
    """Give the questionnaire with title and introduction translated, if both are."""
    if not speaks(vragenlijst, taal) or not _all_current(_plekken_van_lijst(vragenlijst), woorden):
        return vragenlijst
    kopie = copy(vragenlijst)
    kopie.taal = taal
    kopie.titel = _find(woorden, "titel", vragenlijst.titel)
    kopie.inleiding = _find(woorden, "inleiding", vragenlijst.inleiding)
    return kopie


def translate_vragen(vragen: Mapping[UUID, Vraag], woorden: Woorden, taal: str) -> dict[UUID, Vraag]:
    """Give the questions, those translated that are wholly so."""
    return {pk: _translate_vraag(vraag, woorden, taal) for pk, vraag in vragen.items()}


def _hang(rij: Model, naam: str, rijen: QuerySet[Regel], nieuw: list[Regel]) -> None:
    """Put other objects in the place of those that were fetched along with a row."""
    eigen = rijen.all()
    eigen._result_cache, eigen._prefetch_done = nieuw, True  # type: ignore[attr-defined] # as prefetching does
    opgehaald = {**getattr(rij, "_prefetched_objects_cache", {}), naam: eigen}
    rij._prefetched_objects_cache = opgehaald  # type: ignore[attr-defined] # where Django keeps them


def _translate_vraag(vraag: Vraag, woorden: Woorden, taal: str) -> Vraag:
    if not _all_current(_plekken_van_vraag(vraag), woorden):
        return vraag
    voor, kopie = vraag.sleutel, copy(vraag)
    kopie.taal = taal
    kopie.tekst = _find(woorden, f"{voor}.tekst", vraag.tekst)
    kopie.uitleg = _find(woorden, f"{voor}.uitleg", vraag.uitleg)
    if eenheid := vraag.instellingen.get("eenheid"):
        kopie.instellingen = {**vraag.instellingen, "eenheid": _find(woorden, f"{voor}.eenheid", eenheid)}
    for naam in ("keuzes", "stellingen"):
        rijen = getattr(vraag, naam).all()
        _hang(kopie, naam, rijen, [_translate_regel(regel, kopie, woorden) for regel in rijen])
    return kopie


def _translate_regel(regel: Regel, vraag: Vraag, woorden: Woorden) -> Regel:
    kopie = copy(regel)
    kopie.vraag = vraag
    kopie.tekst = _find(woorden, f"{vraag.sleutel}.{regel.sleutel}", regel.tekst)
    return kopie


def _all_current(plekken: list[Vertaalplek], woorden: Woorden) -> bool:
    return bool(plekken) and all(is_current(plek, woorden) for plek in plekken)


def _find(woorden: Woorden, plek: str, anders: str) -> str:
    if plek not in woorden or not any(teken.isalpha() for teken in anders):
        return anders
    return isolate_nummers(woorden[plek][0])


def rate_vertaald(vragen: Iterable[Vraag]) -> str:
    """Say whether the questions on a page are in its language: "alles", "deel" or "geen"."""
    talen = {vraag.taal != NEDERLANDS for vraag in vragen}
    return "deel" if len(talen) > 1 else "alles" if True in talen else "geen"
