"""Figures side by side per kanaal: they are compared, never added."""

from dataclasses import dataclass

from inzicht.domain.onderdrukken import show_aantal
from inzicht.domain.tellen import Telling
from inzicht.domain.woorden import number, units
from organisaties.enums import Kanaal


@dataclass(frozen=True, slots=True)
class Kanaalkeuze:
    """One kanaal to look at, with how many were heard along it."""

    code: str
    naam: str
    aantal: int
    eenheid: str


@dataclass(frozen=True, slots=True)
class Kanaaltabel:
    """Themes by kanaal, ready to be shown."""

    kolommen: tuple[tuple[str, int], ...]
    rijen: tuple[tuple[str, str, tuple[str, ...]], ...]


def name_kanaal(code: str) -> str:
    """Give the name of a kanaal, and the code itself for one that is not known any more."""
    return str(Kanaal(code).label) if code in Kanaal.values else code


def list_kanalen(telling: Telling) -> list[Kanaalkeuze]:
    """Give the kanalen, the largest first; nothing to choose when there is one."""
    if not telling.delen:
        return []
    return [
        Kanaalkeuze(code, name_kanaal(code), aantal, units(code, aantal=aantal, voluit=True))
        for code, aantal in ((code, telling.kanalen[code]) for code in telling.volgorde)
    ]


def build_kanaaltabel(telling: Telling, drempel: int) -> Kanaaltabel | None:
    """Set the kanalen side by side; counts below `drempel` are hidden. None when there is one kanaal."""
    if not telling.delen:
        return None
    delen = [telling.delen[kanaal] for kanaal in telling.volgorde]
    rijen = []
    for cijfer in delen[0].themas:
        aantallen = [eigen.aantal if (eigen := deel.find(cijfer.code)) else 0 for deel in delen]
        if any(aantallen):
            cellen = tuple(show_aantal(n, drempel) if 0 < n < drempel else number(n) for n in aantallen)
            rijen.append((cijfer.code, cijfer.naam, cellen))
    vans = [deel.eenheden - deel.zonder_inhoud for deel in delen]
    return Kanaaltabel(
        kolommen=tuple(zip((name_kanaal(kanaal) for kanaal in telling.volgorde), vans, strict=True)),
        rijen=tuple(rijen),
    )
