"""Keeping small counts out of what is public, so that they cannot be computed back either.

Cell suppression with complementary cells, after Hundepool et al., Statistical Disclosure Control (2012), ch. 4,
for one row at a time: themes are multi-label, so only the rows of a table of themes add up to something that is
printed elsewhere (how many named the theme in all).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from inzicht.domain.tellen import OVERIG, Kruistabel, Telling
from inzicht.domain.woorden import named_by, units

VERBORGEN = "·"
ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Publicatietabel:
    """A table as it may be shown: numbers, "< 5", or a dot for what is hidden to protect another cell."""

    kolommen: tuple[str, ...]
    omvang: tuple[str, ...]
    rijen: tuple[tuple[str, tuple[str, ...]], ...]
    toelichting: str

    def shows(self, code: str, groep: str) -> bool:
        """Tell whether a theme's count in a group, and the group's size, stand in the table as numbers."""
        cellen = dict(self.rijen).get(code, ())
        getoond = dict(zip(self.kolommen, zip(cellen, self.omvang, strict=True), strict=False))
        return all(cel.isdigit() for cel in getoond.get(groep or ONBEKEND, ("",)))


def publish(deel: Telling, drempel: int, kanaal: str = "") -> Publicatietabel:
    """Give the table per area of one kanaal as it may be shown, small areas in their wijk.

    Whatever goes outside takes it from here: two tables of different areas could be subtracted.
    """
    return suppress(deel.publiek, drempel, kanaal=kanaal, opgerold=deel.per_wijk is not None)


def suppress(tabel: Kruistabel, drempel: int, *, kanaal: str = "", opgerold: bool = False) -> Publicatietabel:
    """Hide counts from 1 to `drempel` - 1, and as many others as are needed to keep them hidden.

    The sizes of the groups are protected likewise: they too add up to something printed elsewhere.
    """
    rijen = tuple((code, suppress_rij(cellen, tabel.omvang, drempel)) for code, cellen in tabel.rijen)
    omvang = suppress_rij(tabel.omvang, [sum(tabel.omvang)] * len(tabel.omvang), drempel)
    return Publicatietabel(
        kolommen=tuple(kolom or ONBEKEND for kolom in tabel.kolommen),
        omvang=omvang,
        rijen=rijen,
        toelichting=" ".join(
            (
                explain_kop(kanaal, opgerold=opgerold, overig=OVERIG in tabel.kolommen),
                *explain_tekens((*rijen, ("", omvang)), drempel),
            )
        ),
    )


def show_aantal(aantal: int, drempel: int) -> str:
    """Write one count that stands by itself as it may be shown."""
    return f"< {drempel}" if 0 < aantal < drempel else str(aantal)


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
        (i for i in range(len(cellen)) if i not in klein),
        key=lambda i: (cellen[i] == 0, cellen[i], -omvang[i], i),
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
    op_omvang = sorted(
        range(len(tabel.kolommen)), key=lambda i: (tabel.kolommen[i] == "", -tabel.omvang[i], i)
    )
    houd = sorted(op_omvang[:hoogstens])
    weg = len(tabel.kolommen) - len(houd)
    return Publicatietabel(
        kolommen=tuple(publicatie.kolommen[i] for i in houd),
        omvang=tuple(publicatie.omvang[i] for i in houd),
        rijen=tuple((code, tuple(cellen[i] for i in houd)) for code, cellen in publicatie.rijen),
        toelichting=publicatie.toelichting + (f" De {len(houd)} grootste groepen staan erin." if weg else ""),
    )


def explain_kop(kanaal: str, *, opgerold: bool, overig: bool) -> str:
    """Say in a sentence or two what the table counts, and where."""
    zin = f"{named_by(kanaal).capitalize()} hoeveel {units(kanaal)} elk thema is genoemd, per "
    if not opgerold:
        return f"{zin}buurt."
    bij = f"; wat dan nog klein is, bij “{OVERIG}”" if overig else ""
    return f"{zin}buurt of wijk. Buurten met weinig antwoorden staan bij hun wijk{bij}."


def explain_tekens(rijen: Sequence[tuple[str, tuple[str, ...]]], drempel: int) -> list[str]:
    """Say what the signs in the table mean."""
    tekens = {cel for _code, cellen in rijen for cel in cellen}
    zinnen = []
    if f"< {drempel}" in tekens:
        zinnen.append(f"“< {drempel}” betekent 1 tot en met {drempel - 1}.")
    if VERBORGEN in tekens:
        zinnen.append(
            f"Waar een punt ({VERBORGEN}) staat, is het aantal weggelaten: anders is een klein aantal uit te rekenen."
        )
    return zinnen
