"""Text that runs from right to left: direction, joined letters and visual order.

Lines are broken in logical order first; each line is then shaped (letters joined)
and reordered on its own, as the Unicode bidirectional algorithm (UAX 9) demands.
python-bidi's own Python algorithm is used, because its compiled twin does not
mirror brackets.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
# Vowel marks: optional in print, and without a font's positioning tables they
# would land beside their letter.  The text layer keeps them.
_KLINKERTEKENS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]")
# After Arabic letters the rules turn round the parts of a number that has a dash or spaces in it: whoever dials
# 2000-0800 reaches nobody. What looks like a telephone number is read from left to right.
TELEFOON = re.compile(r"(?<![\d+])(?:\+|0)\d(?:[\s\-–()./]*\d){5,}(?!\d)")
RTL_TALEN = frozenset({"ar", "fa", "he", "ur", "ps", "ckb"})


def has_rtl(tekst: str) -> bool:
    """Whether any character runs from right to left."""
    return _RTL.search(tekst) is not None


def is_rtl(tekst: str, *, standaard: bool = False) -> bool:
    """Base direction of a text by its first strong character (UAX 9, rule P2)."""
    if not standaard and not has_rtl(tekst):
        return False
    for teken in tekst:
        soort = unicodedata.bidirectional(teken)
        if soort == "L":
            return False
        if soort in ("R", "AL"):
            return True
    return standaard


def isolate_nummers(tekst: str) -> str:
    """Text in which telephone numbers keep their order on a screen too; `clean_tekst` takes the marks out again."""
    return TELEFOON.sub("\u2066\\g<0>\u2069", tekst) if has_rtl(tekst) else tekst


@lru_cache(maxsize=1)
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(configuration={"delete_harakat": True, "support_zwj": True})


def shape(tekst: str) -> str:
    """Arabic letters in their joined forms, still in logical order."""
    if not has_rtl(tekst):
        return tekst
    return str(_reshaper().reshape(_KLINKERTEKENS.sub("", tekst)))


def order_visually(tekst: str, *, rtl: bool) -> list[tuple[int, str]]:
    """The characters of one shaped line from left to right, each with its place in the text.

    The steps are those of python-bidi's own `get_display`, which returns the
    characters only; brackets come back mirrored where that is due.
    """
    if not (rtl or has_rtl(tekst)):
        return list(enumerate(tekst))
    from bidi import algorithm

    lijn = algorithm.get_empty_storage()
    lijn["base_level"], lijn["base_dir"] = (1, "R") if rtl else (0, "L")
    algorithm.get_embedding_levels(tekst, lijn)
    for plek, teken in enumerate(lijn["chars"]):
        teken["plek"] = plek
        # A code point that Unicode has not assigned yet has no type.
        teken["type"] = teken["orig"] = teken["orig"] or "ON"
    for nummer in TELEFOON.finditer(tekst):
        for teken in lijn["chars"][nummer.start() : nummer.end()]:
            teken["type"] = teken["orig"] = "L"
    algorithm.explicit_embed_and_overrides(lijn)
    algorithm.resolve_weak_types(lijn)
    algorithm.resolve_neutral_types(lijn, False)
    algorithm.resolve_implicit_levels(lijn, False)
    algorithm.reorder_resolved_levels(lijn, False)
    algorithm.apply_mirroring(lijn, False)
    return [(teken["plek"], teken["ch"]) for teken in lijn["chars"]]
