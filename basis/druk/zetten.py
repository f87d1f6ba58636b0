"""Setting text: from a string and a width to lines that can be drawn.

Lines are filled greedily in logical order, breaking after spaces and after a
hyphen or slash between letters; a word wider than the line is cut.  Each line is
then shaped and ordered on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from basis.druk.bidi import has_rtl, is_rtl, order_visually, shape
from basis.druk.lettertypen import find_lettertype, find_teken, measure_tekst
from basis.druk.stijlen import Tekststijl
from basis.druk.tekst import clean_tekst, strip_onzichtbaar

_SPATIE = " \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_STUK = re.compile(rf"[^{_SPATIE}]+?(?<=\w)[-–—/](?=[^\W\d_])|[^{_SPATIE}]*[{_SPATIE}]+|[^{_SPATIE}]+")
_SPATIES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
_SPELING = 0.01
# 's, 't, 'n: belong to the next word.
_LIDWOORD = re.compile(r"(?<!\S)(['’‘][stn]) (?=\w)")


@dataclass(frozen=True, slots=True)
class Deel:
    """Characters of one font, drawn from left to right in one go, x points from the line's left side.

    `origineel` is the character meant where another is drawn: U+FFFD, or a mirrored bracket.
    """

    lettertype: str
    tekst: str
    x: float
    origineel: str = ""


@dataclass(frozen=True, slots=True)
class Regel:
    """One set line; `delen` follow each other as one reads, also where that is from right to left."""

    delen: tuple[Deel, ...]
    breedte: float
    logisch: str
    rtl: bool


def measure_stijl(tekst: str, stijl: Tekststijl) -> float:
    """Width of unshaped text in points."""
    return measure_tekst(shape(tekst), stijl.snede, stijl.grootte)


def set_regel(tekst: str, stijl: Tekststijl, *, rtl: bool = False) -> Regel:
    """One line, not broken; a space at its end is kept in the text but has no width."""
    kern = tekst.rstrip(_SPATIES)
    staart = " " if len(kern) < len(tekst) else ""
    gezien = strip_onzichtbaar(shape(kern))
    if not (rtl or has_rtl(gezien)) and gezien and (naam := find_lettertype(gezien, stijl.snede)):
        # By far most lines: nothing to order, nothing to replace.
        breedte = measure_tekst(gezien, stijl.snede, stijl.grootte)
        return Regel((Deel(naam, gezien + staart, 0.0),), breedte, kern + staart, rtl)
    tekens, breedte = _place(gezien, stijl, rtl=rtl)
    if staart and tekens:
        naam, spatie, maat = find_teken(" ", stijl.snede)
        tekens.append(_Teken(naam, spatie, -maat * stijl.grootte / 1000 if rtl else breedte, breedte, ""))
    return Regel(tuple(_join(tekens)), breedte, kern + staart, rtl)


class _Teken(NamedTuple):
    """One character with its place: left and right side, and what it should have been."""

    lettertype: str
    tekst: str
    links: float
    rechts: float
    origineel: str


def _place(tekst: str, stijl: Tekststijl, *, rtl: bool) -> tuple[list[_Teken], float]:
    """Every character of a shaped line, in reading order; and the width of all."""
    tekens: list[tuple[int, _Teken]] = []
    x = 0.0
    for plek, zichtbaar in order_visually(tekst, rtl=rtl):
        naam, getekend, maat = find_teken(zichtbaar, stijl.snede)
        einde = x + maat * stijl.grootte / 1000
        tekens.append(
            (plek, _Teken(naam, getekend, x, einde, tekst[plek] if getekend != tekst[plek] else ""))
        )
        x = einde
    return [teken for _, teken in sorted(tekens, key=itemgetter(0))], x


def _join(tekens: list[_Teken]) -> Iterator[Deel]:
    """Joins what follows on the right in the same font; letters from right to left stay single."""
    groep: list[_Teken] = []
    for teken in tekens:
        if groep and not _follows(groep[-1], teken):
            yield _make_deel(groep)
            groep = []
        groep.append(teken)
    if groep:
        yield _make_deel(groep)


def _follows(eerst: _Teken, dan: _Teken) -> bool:
    zelfde = eerst.lettertype == dan.lettertype and not eerst.origineel and not dan.origineel
    return zelfde and abs(dan.links - eerst.rechts) < _SPELING


def _make_deel(groep: list[_Teken]) -> Deel:
    tekst = "".join(teken.tekst for teken in groep)
    return Deel(groep[0].lettertype, tekst, groep[0].links, groep[0].origineel)


def set_tekst(tekst: str, stijl: Tekststijl, breedte: float, *, rtl: bool = False) -> tuple[Regel, ...]:
    """A text set to a width in points; `rtl` is the direction of a text without one.

    There is always at least one line.
    """
    schoon = clean_tekst(tekst).strip("\n")
    richting = is_rtl(schoon, standaard=rtl)
    regels: list[Regel] = []
    for segment in _LIDWOORD.sub("\\1\u00a0", schoon).split("\n"):
        # The space makes a hard line break read as one.
        regels += [
            set_regel(stuk, stijl, rtl=richting)
            for stuk in _fill(f"{segment.strip(_SPATIES)} ", stijl, breedte)
        ]
    return tuple(regels)


def cut_tekst(tekst: str, stijl: Tekststijl, breedte: float, regels: int) -> tuple[tuple[Regel, ...], bool]:
    """At most so many lines; the last one ends in "…" if text was cut (second value True)."""
    gezet = set_tekst(tekst, stijl, breedte)
    if len(gezet) <= regels:
        return gezet, False
    laatste = gezet[regels - 1].logisch.rstrip()
    while laatste and measure_stijl(laatste + "…", stijl) > breedte:
        laatste = laatste.rpartition(" ")[0] or laatste[:-1]
    einde = set_regel(laatste + "…", stijl, rtl=gezet[0].rtl)
    return (*gezet[: regels - 1], einde), True


def measure_langste_woord(tekst: str, stijl: Tekststijl) -> float:
    """Width of the widest piece that a line break does not cut."""
    stukken = _STUK.findall(clean_tekst(tekst).replace("\n", " "))
    return max((measure_stijl(stuk.strip(_SPATIES), stijl) for stuk in stukken), default=0.0)


def measure_breedste_regel(tekst: str, stijl: Tekststijl) -> float:
    """Width that a text takes when only its own line ends break it."""
    return max(measure_stijl(regel.strip(_SPATIES), stijl) for regel in clean_tekst(tekst).split("\n"))


def _fill(tekst: str, stijl: Tekststijl, breedte: float) -> Iterator[str]:
    """The lines of one segment, in logical order, each with its trailing space."""
    regel, gevuld = "", 0.0
    for stuk in _pieces(tekst, stijl, breedte):
        kern = measure_stijl(stuk.rstrip(_SPATIES), stijl)
        if regel and gevuld + kern > breedte + _SPELING:
            yield regel
            regel, gevuld = "", 0.0
        regel += stuk
        gevuld += measure_stijl(stuk, stijl)
    yield regel


def _pieces(tekst: str, stijl: Tekststijl, breedte: float) -> Iterator[str]:
    """Pieces between break opportunities, none wider than the line."""
    for stuk in _STUK.findall(tekst):
        kern = stuk.rstrip(_SPATIES)
        if measure_stijl(kern, stijl) <= breedte + _SPELING:
            yield stuk
            continue
        yield from _chop(stuk, stijl, breedte)


def _chop(woord: str, stijl: Tekststijl, breedte: float) -> Iterator[str]:
    """A too wide word in pieces that fit; unshaped Arabic letters are wider, so these fit too."""
    deel, gevuld = "", 0.0
    for teken in woord:
        maat = measure_tekst(teken, stijl.snede, stijl.grootte)
        if deel and gevuld + maat > breedte and teken not in _SPATIES:
            yield deel
            deel, gevuld = "", 0.0
        deel += teken
        gevuld += maat
    yield deel
