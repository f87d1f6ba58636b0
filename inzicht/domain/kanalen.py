"""Figures side by side per kanaal: they are compared, never added."""

from collections.abc import Mapping
from dataclasses import dataclass

from inzicht.domain.beeld import Cel, make_cel
from inzicht.domain.tellen import Telling
from inzicht.domain.verwijzen import query
from inzicht.domain.woorden import units
from organisaties.enums import Kanaal


@dataclass(frozen=True, slots=True)
class Kanaalkeuze:
    """One kanaal to look at, with how many were heard along it."""

    code: str
    naam: str
    aantal: str
    eenheid: str


@dataclass(frozen=True, slots=True)
class Kanaalkop:
    """The head of one kanaal: its name, and of how many of what its numbers are."""

    naam: str
    van: int
    eenheid: str


@dataclass(frozen=True, slots=True)
class Kanaaltabel:
    """Themes by kanaal, ready to be shown; a row has the theme's code, its name and a number per kanaal.

    `te_klein` names the kanalen that are left out because too few were heard along them.
    """

    kolommen: tuple[Kanaalkop, ...]
    rijen: tuple[tuple[str, str, tuple[Cel, ...]], ...]
    te_klein: tuple[str, ...]


def name_kanaal(code: str) -> str:
    """Give the name of a kanaal, and the code itself for one that is not known any more."""
    return str(Kanaal(code).label) if code in Kanaal.values else code


def list_kanalen(telling: Telling, grens: int = 0) -> list[Kanaalkeuze]:
    """Give the kanalen, the largest first; nothing to choose when there is one. `grens` hides small numbers."""
    if not telling.delen:
        return []
    return [
        Kanaalkeuze(
            code, name_kanaal(code), make_cel(aantal, grens).tekst, _unit(code, aantal, grens, voluit=True)
        )
        for code, aantal in ((code, telling.kanalen[code]) for code in telling.volgorde)
    ]


def build_kanaaltabel(telling: Telling, namen: Mapping[str, str], grens: int = 0) -> Kanaaltabel | None:
    """Set the kanalen side by side; counts from 1 to `grens` - 1 are hidden. None when there is one kanaal.

    Sorted by the first kanaal, the largest. Counts that are hidden leave the order of the codebook as it is.
    """
    if not telling.delen:
        return None
    alle = {kanaal: telling.delen[kanaal].inhoudelijk for kanaal in telling.volgorde}
    vans = {kanaal: van for kanaal, van in alle.items() if van >= grens}
    aantallen = {code: [_count(telling.delen[kanaal], code) for kanaal in vans] for code in namen}
    op_omvang = sorted(
        (code for code in namen if any(aantallen[code])),
        key=lambda code: [-n if n >= grens else 0 for n in aantallen[code]],
    )
    rijen = tuple(
        (
            code,
            namen[code],
            tuple(
                make_cel(n, grens, None if grens else query(kanaal=kanaal))
                for kanaal, n in zip(vans, aantallen[code], strict=True)
            ),
        )
        for code in op_omvang
    )
    koppen = tuple(
        Kanaalkop(name_kanaal(kanaal), van, units(kanaal, aantal=van)) for kanaal, van in vans.items()
    )
    return Kanaaltabel(koppen, rijen, tuple(name_kanaal(kanaal) for kanaal in alle if kanaal not in vans))


def _unit(kanaal: str, aantal: int, grens: int, *, voluit: bool = False) -> str:
    """Name what is counted; of a hidden number it is not told that it is one."""
    return units(kanaal, aantal=2 if aantal < grens else aantal, voluit=voluit)


def _count(deel: Telling, code: str) -> int:
    cijfer = deel.find(code)
    return cijfer.aantal if cijfer else 0
