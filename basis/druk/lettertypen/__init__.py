"""The fonts of a letter: which one draws a character, and how wide it is.

Every style is a chain: its own Noto Sans, then Arabic, signs, arrows, symbols and emoji.
A character that no font has is drawn as U+FFFD and told by `find_ontbrekend`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path

from basis.druk.lettertypen.truetype import Lettertype, read_lettertype
from basis.druk.tekst import VERVANGTEKEN, strip_onzichtbaar

MAP = Path(__file__).parent


class Snede(StrEnum):
    """A style of type."""

    GEWOON = "gewoon"
    VET = "vet"
    CURSIEF = "cursief"


_OVERIG = ("NotoSansMath-Tekens", "NotoSansSymbols-Pijlen", "NotoSansSymbols2-Tekens", "NotoEmoji-Medium")
KETENS: dict[Snede, tuple[str, ...]] = {
    Snede.GEWOON: ("NotoSans-Regular", "NotoSansArabic-Regular", *_OVERIG),
    Snede.VET: ("NotoSans-Bold", "NotoSansArabic-Bold", *_OVERIG),
    Snede.CURSIEF: ("NotoSans-Italic", "NotoSansArabic-Regular", *_OVERIG),
}
NAMEN = tuple(sorted({naam for keten in KETENS.values() for naam in keten}))


@cache
def get_lettertype(naam: str) -> Lettertype:
    """The font with this name, read once."""
    return read_lettertype(MAP / f"{naam}.ttf")


@cache
def _tekens(snede: Snede) -> dict[int, tuple[float, str]]:
    """Code point to (advance in thousandths, font) for a whole chain."""
    tekens: dict[int, tuple[float, str]] = {}
    for naam in reversed(KETENS[snede]):
        tekens.update((punt, (breedte, naam)) for punt, breedte in get_lettertype(naam).breedtes.items())
    return tekens


class _Breedtes(dict[str, float]):
    """Advances by character, filled as they are asked for; what cannot be seen has none."""

    def __init__(self, snede: Snede) -> None:
        self._snede = snede

    def __missing__(self, teken: str) -> float:
        breedte = find_teken(teken, self._snede)[2] if strip_onzichtbaar(teken) else 0.0
        self[teken] = breedte
        return breedte


@cache
def _breedtes(snede: Snede) -> _Breedtes:
    return _Breedtes(snede)


def measure_tekst(tekst: str, snede: Snede, grootte: float) -> float:
    """Width of shaped text, in the unit of `grootte`."""
    return sum(map(_breedtes(snede).__getitem__, tekst)) * grootte / 1000


def find_teken(teken: str, snede: Snede) -> tuple[str, str, float]:
    """How a character is drawn: font, the character itself or U+FFFD, advance in thousandths."""
    tekens = _tekens(snede)
    if ord(teken) not in tekens:
        teken = VERVANGTEKEN
    breedte, naam = tekens[ord(teken)]
    return naam, teken, breedte


def find_lettertype(tekst: str, snede: Snede) -> str:
    """The one font that draws this whole text as it is, if it is the first of its chain; else nothing."""
    naam = KETENS[snede][0]
    breedtes = get_lettertype(naam).breedtes
    return naam if all(ord(teken) in breedtes for teken in set(tekst)) else ""


def find_ontbrekend(tekst: str) -> frozenset[str]:
    """The characters of shaped text that no font here can draw."""
    tekens = _tekens(Snede.GEWOON)
    return frozenset(
        teken for teken in strip_onzichtbaar(tekst) if ord(teken) not in tekens and teken != "\n"
    )
