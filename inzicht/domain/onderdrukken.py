"""Keeping small counts out of what is public, so that they cannot be computed back either.

Cell suppression with complementary cells, after Hundepool et al., Statistical Disclosure Control (2012), ch. 4,
for one row at a time: themes are multi-label, so only the rows of a table of themes add up to something that is
printed elsewhere (how many named the theme in all).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from inzicht.domain.tellen import Kruistabel

VERBORGEN = "·"


@dataclass(frozen=True, slots=True)
class Publicatietabel:
    """A table as it may be shown: numbers, "< 5", or a dot for what is hidden to protect another cell."""

    kolommen: tuple[str, ...]
    omvang: tuple[str, ...]
    rijen: tuple[tuple[str, tuple[str, ...]], ...]
    toelichting: str


def suppress(tabel: Kruistabel, drempel: int) -> Publicatietabel:
    """Hide counts from 1 to `drempel` - 1, and as many others as are needed to keep them hidden."""
    rijen = tuple((code, suppress_rij(cellen, tabel.omvang, drempel)) for code, cellen in tabel.rijen)
    return Publicatietabel(
        kolommen=tuple(kolom or "onbekend" for kolom in tabel.kolommen),
        omvang=tuple(str(n) if n == 0 or n >= drempel else f"< {drempel}" for n in tabel.omvang),
        rijen=rijen,
        toelichting=explain(rijen, drempel),
    )


def suppress_rij(cellen: Sequence[int], omvang: Sequence[int], drempel: int) -> tuple[str, ...]:
    """Give one row as it may be shown. `omvang` is the most that each cell can be."""
    klein = [i for i, n in enumerate(cellen) if 0 < n < drempel]
    if not klein:
        return tuple(str(n) for n in cellen)
    som = sum(cellen[i] for i in klein)
    grenzen = [(1, min(drempel - 1, omvang[i])) for i in klein]
    if _stays_hidden(som, grenzen):
        return _write(cellen, set(klein), f"< {drempel}")
    dicht = list(klein)
    rest = sorted(
        (i for i in range(len(cellen)) if i not in klein), key=lambda i: (cellen[i] == 0, cellen[i], -omvang[i], i)
    )
    for i in rest:
        dicht.append(i)
        if _stays_hidden(sum(cellen[j] for j in dicht), [(0, omvang[j]) for j in dicht]):
            break
    return _write(cellen, set(dicht), VERBORGEN)


def _stays_hidden(som: int, grenzen: Sequence[tuple[int, int]]) -> bool:
    """Whether each of the hidden cells could still have two values, for who knows their sum and bounds."""
    laagste, hoogste = sum(laag for laag, _h in grenzen), sum(hoog for _l, hoog in grenzen)
    return len(grenzen) > 1 and all(
        min(hoog, som - (laagste - laag)) > max(laag, som - (hoogste - hoog)) for laag, hoog in grenzen
    )


def _write(cellen: Sequence[int], dicht: set[int], teken: str) -> tuple[str, ...]:
    return tuple(teken if i in dicht else str(n) for i, n in enumerate(cellen))


def keep_largest(publicatie: Publicatietabel, tabel: Kruistabel, hoogstens: int) -> Publicatietabel:
    """Leave out all but the largest groups, for a page; leaving out never tells more."""
    op_omvang = sorted(range(len(tabel.kolommen)), key=lambda i: (tabel.kolommen[i] == "", -tabel.omvang[i], i))
    houd = sorted(op_omvang[:hoogstens])
    weg = len(tabel.kolommen) - len(houd)
    return Publicatietabel(
        kolommen=tuple(publicatie.kolommen[i] for i in houd),
        omvang=tuple(publicatie.omvang[i] for i in houd),
        rijen=tuple((code, tuple(cellen[i] for i in houd)) for code, cellen in publicatie.rijen),
        toelichting=publicatie.toelichting + (f" De {len(houd)} grootste groepen staan erin." if weg else ""),
    )


def explain(rijen: Sequence[tuple[str, tuple[str, ...]]], drempel: int) -> str:
    """Say in a sentence what the signs in the table mean."""
    tekens = {cel for _code, cellen in rijen for cel in cellen}
    zinnen = ["Door hoeveel mensen elk thema is genoemd, per buurt."]
    if f"< {drempel}" in tekens:
        zinnen.append(f"“< {drempel}” betekent 1 tot en met {drempel - 1}.")
    if VERBORGEN in tekens:
        zinnen.append(f"Een punt ({VERBORGEN}) is niet getoond, omdat een klein aantal anders te berekenen is.")
    return " ".join(zinnen)
