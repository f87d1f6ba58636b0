"""The fonts of a letter: which one draws a character, and how wide it is.

Every style is a chain: its own Noto Sans, then Arabic, arrows, symbols and emoji.
A character that no font has is drawn as U+FFFD and told by `find_ontbrekend`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from basis.druk.lettertypen.truetype import Lettertype, read_lettertype
from basis.druk.tekst import VERVANGTEKEN, strip_onzichtbaar

MAP = Path(__file__).parent


class Snede(StrEnum):
    """A style of type."""

    GEWOON = "gewoon"
    VET = "vet"
    CURSIEF = "cursief"


_OVERIG = ("NotoSansSymbols-Pijlen", "NotoSansSymbols2-Tekens", "NotoEmoji-Medium")
KETENS: dict[Snede, tuple[str, ...]] = {
    Snede.GEWOON: ("NotoSans-Regular", "NotoSansArabic-Regular", *_OVERIG),
    Snede.VET: ("NotoSans-Bold", "NotoSansArabic-Bold", *_OVERIG),
    Snede.CURSIEF: ("NotoSans-Italic", "NotoSansArabic-Regular", *_OVERIG),
}
NAMEN = tuple(sorted({naam for keten in KETENS.values() for naam in keten}))


@dataclass(frozen=True, slots=True)
class Deel:
    """A run of characters, as drawn from left to right, in one font."""

    lettertype: str
    tekst: str


@lru_cache(maxsize=None)
def get_lettertype(naam: str) -> Lettertype:
    """The font with this name, read once."""
    return read_lettertype(MAP / f"{naam}.ttf")


@lru_cache(maxsize=None)
def _tekens(snede: Snede) -> dict[int, tuple[float, str]]:
    """Code point to (advance in thousandths, font) for a whole chain."""
    tekens: dict[int, tuple[float, str]] = {}
    for naam in reversed(KETENS[snede]):
        tekens.update((punt, (breedte, naam)) for punt, breedte in get_lettertype(naam).breedtes.items())
    return tekens


def measure_tekst(tekst: str, snede: Snede, grootte: float) -> float:
    """Width of shaped text, in the unit of `grootte`."""
    tekens = _tekens(snede)
    anders = tekens[ord(VERVANGTEKEN)]
    return sum(tekens.get(ord(teken), anders)[0] for teken in strip_onzichtbaar(tekst)) * grootte / 1000


def split_delen(tekst: str, snede: Snede) -> tuple[Deel, ...]:
    """Cuts text in visual order into runs of one font; missing characters become U+FFFD."""
    tekens = _tekens(snede)
    paren = [
        (tekens[punt][1], teken) if (punt := ord(teken)) in tekens else (KETENS[snede][0], VERVANGTEKEN)
        for teken in strip_onzichtbaar(tekst)
    ]
    return tuple(
        Deel(naam, "".join(teken for _, teken in groep)) for naam, groep in groupby(paren, key=lambda paar: paar[0])
    )


def find_ontbrekend(tekst: str) -> frozenset[str]:
    """The characters of shaped text that no font here can draw."""
    tekens = _tekens(Snede.GEWOON)
    return frozenset(teken for teken in strip_onzichtbaar(tekst) if ord(teken) not in tekens and teken != "\n")
