"""Cleaning of texts before anything is printed."""

from __future__ import annotations

import re
import unicodedata

# Every character that ends a line somewhere becomes "\n".
_REGELEINDE = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Control characters, noncharacters (both illegal in XML 1.0) and the explicit
# bidirectional controls: one stray override would turn round what follows it.
_VERBODEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_SURROGAAT = re.compile("[\ud800-\udfff]")
# Characters without a picture of their own: joiners, variation selectors, soft
# hyphen, direction marks, skin tones and emoji tags.
_ONZICHTBAAR = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u2060-\u2065\ufe00-\ufe0f\ufeff"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)

VERVANGTEKEN = "\ufffd"


def clean_tekst(tekst: str) -> str:
    """Text in NFC with the line feed as only line end, and nothing in it that XML forbids."""
    tekst = _SURROGAAT.sub(VERVANGTEKEN, tekst)
    tekst = _REGELEINDE.sub("\n", tekst).replace("\t", " ")
    return unicodedata.normalize("NFC", _VERBODEN.sub("", tekst))


def clean_regel(tekst: str) -> str:
    """Cleaned text on one line, for titles and labels."""
    return " ".join(clean_tekst(tekst).split())


def strip_onzichtbaar(tekst: str) -> str:
    """Text without the characters that have no picture."""
    return _ONZICHTBAAR.sub("", tekst)


def format_getal(getal: float) -> str:
    """A number the Dutch way: at most one decimal, comma, points between thousands."""
    afgerond = f"{getal:,.1f}".removesuffix(".0")
    return afgerond.translate(str.maketrans(",.", ".,"))
