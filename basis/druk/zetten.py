"""Setting text: from a string and a width to lines that can be drawn.

Lines are filled greedily in logical order, breaking after spaces and after a
hyphen or slash between letters; a word wider than the line is cut.  Each line is
then shaped and ordered on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from basis.druk.bidi import is_rtl, order_visually, shape
from basis.druk.lettertypen import Deel, find_ontbrekend, measure_tekst, split_delen
from basis.druk.stijlen import Tekststijl
from basis.druk.tekst import clean_tekst, strip_onzichtbaar

_SPATIE = " \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_STUK = re.compile(rf"[^{_SPATIE}]+?(?<=\w)[-–—/](?=[^\W\d_])|[^{_SPATIE}]*[{_SPATIE}]+|[^{_SPATIE}]+")
_SPATIES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
_SPELING = 0.01
# 's, 't, 'n: belong to the next word.
_LIDWOORD = re.compile(r"(?<!\S)(['’‘][stn]) (?=\w)")


@dataclass(frozen=True, slots=True)
class Regel:
    """One set line.

    `delen` are in visual order; `logisch` is the text as one reads it, and
    `anders` says that what is drawn spells it differently (other order, joined
    letters, a replaced character).
    """

    delen: tuple[Deel, ...]
    breedte: float
    logisch: str
    rtl: bool
    anders: bool


def measure_stijl(tekst: str, stijl: Tekststijl) -> float:
    """Width of unshaped text in points."""
    return measure_tekst(shape(tekst), stijl.snede, stijl.grootte)


def set_regel(tekst: str, stijl: Tekststijl, *, rtl: bool = False) -> Regel:
    """One line, not broken; a trailing space is kept in the text but has no width."""
    kern = tekst.rstrip(_SPATIES)
    zichtbaar = order_visually(kern, rtl=rtl)
    anders = zichtbaar != kern or bool(find_ontbrekend(zichtbaar)) or strip_onzichtbaar(kern) != kern
    staart = " " if len(kern) < len(tekst) and not anders else ""
    breedte = measure_tekst(zichtbaar, stijl.snede, stijl.grootte)
    logisch = kern + (" " if len(kern) < len(tekst) else "")
    return Regel(split_delen(zichtbaar + staart, stijl.snede), breedte, logisch, rtl, anders)


def set_tekst(tekst: str, stijl: Tekststijl, breedte: float, *, rtl: bool = False) -> tuple[Regel, ...]:
    """A text set to a width in points; `rtl` is the direction of a text without one.

    There is always at least one line.
    """
    schoon = clean_tekst(tekst).strip("\n")
    richting = is_rtl(schoon, standaard=rtl)
    regels: list[Regel] = []
    for segment in _LIDWOORD.sub("\\1\u00a0", schoon).split("\n"):
        # The space makes a hard line break read as one.
        regels += [set_regel(stuk, stijl, rtl=richting) for stuk in _fill(f"{segment.strip(_SPATIES)} ", stijl, breedte)]
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
