"""Columns of a table: how wide, how aligned, and in which size of type."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from basis.druk.document import Gegevenstabel
from basis.druk.stijlen import CEL, CEL_ZIJ, CELKOP, Tekststijl
from basis.druk.zetten import measure_breedste_regel, measure_langste_woord

_RUIMER = 28.0
_KLEINSTE = 7.0
_GETAL = re.compile(r"[€<>≤≥±~+\s−–-]*\d[\d.,:%\s()/+−–-]*(?:\s?van\s\d[\d.]*)?[\d.,%\s()]*")
_LEEG = frozenset({"", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Kolommen:
    """The columns of one table: widths in points (padding included), alignment, type."""

    breedtes: tuple[float, ...]
    uitlijning: tuple[str, ...]
    cel: Tekststijl
    kop: Tekststijl


def measure_kolommen(tabel: Gegevenstabel, breedte: float) -> Kolommen:
    """Divides a width: every column gets what it needs, or its longest word and a share of the rest.

    Type gets smaller, down to 7 points, before words are cut.
    """
    cel, kop = CEL, CELKOP
    minimaal = _widths(tabel, cel, kop, woorden=True)
    while sum(minimaal) > breedte and cel.grootte > _KLEINSTE:
        cel, kop = _shrink(cel), _shrink(kop)
        minimaal = _widths(tabel, cel, kop, woorden=True)
    gewenst = _widths(tabel, cel, kop, woorden=False)
    return Kolommen(_divide(minimaal, gewenst, breedte), align_kolommen(tabel), cel, kop)


def align_kolommen(tabel: Gegevenstabel) -> tuple[str, ...]:
    """Alignment per column: as asked, or right for figures and left for words."""
    gevraagd = tabel.uitlijning or ("",) * len(tabel.kolommen)
    return tuple(
        naam or _guess_uitlijning([rij[index] for rij in tabel.rijen]) for index, naam in enumerate(gevraagd)
    )


def _shrink(stijl: Tekststijl) -> Tekststijl:
    return replace(stijl, grootte=stijl.grootte - 0.5, interlinie=stijl.interlinie - 0.7)


def _widths(tabel: Gegevenstabel, cel: Tekststijl, kop: Tekststijl, *, woorden: bool) -> tuple[float, ...]:
    measure = measure_langste_woord if woorden else measure_breedste_regel
    breedtes = []
    for index, naam in enumerate(tabel.kolommen):
        inhoud = max((measure(rij[index], cel) for rij in tabel.rijen), default=0.0)
        breedtes.append(max(inhoud, measure(naam, kop)) + 2 * CEL_ZIJ + 0.1)
    return tuple(breedtes)


def _divide(minimaal: tuple[float, ...], gewenst: tuple[float, ...], breedte: float) -> tuple[float, ...]:
    over = breedte - sum(gewenst)
    if over >= 0:
        # Not spread over the whole width: a figure belongs near its label.
        return tuple(maat + min(over / len(gewenst), _RUIMER) for maat in gewenst)
    rest = breedte - sum(minimaal)
    if rest < 0:
        return _squeeze(minimaal, breedte)
    breedtes = list(minimaal)
    tekorten = sorted((gewenst[index] - klein, index) for index, klein in enumerate(minimaal))
    for gehad, (tekort, index) in enumerate(tekorten):
        # The modest ones first: they get all they want before a long text takes the rest.
        deel = min(tekort, rest / (len(tekorten) - gehad))
        breedtes[index] += deel
        rest -= deel
    return tuple(breedtes)


def _squeeze(minimaal: tuple[float, ...], breedte: float) -> tuple[float, ...]:
    """Columns too narrow for their words, each with its padding and a share of what is left for text."""
    wit = min(2 * CEL_ZIJ, breedte / len(minimaal) / 2)
    tekst = breedte - wit * len(minimaal)
    nodig = [maat - 2 * CEL_ZIJ for maat in minimaal]
    return tuple(wit + tekst * maat / sum(nodig) for maat in nodig)


def _guess_uitlijning(cellen: list[str]) -> str:
    gevuld = [cel.strip() for cel in cellen if cel.strip() not in _LEEG]
    return "rechts" if gevuld and all(_GETAL.fullmatch(cel) for cel in gevuld) else "links"
