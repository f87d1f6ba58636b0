"""How bars are filled, drawn as strokes so that no renderer needs pattern definitions."""

from __future__ import annotations

from collections.abc import Iterator

from basis.druk.document import Patroon
from basis.druk.vormen import Rol, Veelhoek, Vlak, Vorm

# Distance between lines or dots, in units of the type size.
ARCERING = 0.42


def fill_vlak(vlak: Vlak, patroon: Patroon, em: float) -> Iterator[Vorm]:
    """A bar in its pattern, in type of size `em`."""
    if patroon is Patroon.VOL:
        yield vlak
        return
    strepen: list[tuple[tuple[float, float], ...]] = [outline(vlak)]
    if patroon is Patroon.SCHUIN:
        strepen += hatch(vlak, em * ARCERING)
    yield Veelhoek(tuple(strepen), em * 0.1, Rol.STAAF)
    if patroon is Patroon.STIPPEN:
        yield Veelhoek(tuple(dots(vlak, em * ARCERING)), em * 0.16, Rol.STAAF)


def outline(vlak: Vlak) -> tuple[tuple[float, float], ...]:
    """The edge of a rectangle, closed."""
    rechts, onder = vlak.x + vlak.breedte, vlak.y + vlak.hoogte
    return ((vlak.x, vlak.y), (rechts, vlak.y), (rechts, onder), (vlak.x, onder), (vlak.x, vlak.y))


def hatch(vlak: Vlak, stap: float) -> Iterator[tuple[tuple[float, float], ...]]:
    """Lines at 45 degrees, cut off at the edges."""
    aantal = int((vlak.breedte + vlak.hoogte) / stap)
    for nummer in range(1, aantal + 1):
        som = nummer * stap
        begin, eind = max(0.0, som - vlak.hoogte), min(vlak.breedte, som)
        yield ((vlak.x + begin, vlak.y + som - begin), (vlak.x + eind, vlak.y + som - eind))


def dots(vlak: Vlak, stap: float) -> Iterator[tuple[tuple[float, float], ...]]:
    """Square dots as short strokes, every other row shifted by half a step."""
    stip = stap * 0.38
    for rij in range(1, int(vlak.hoogte / stap) + 1):
        y = vlak.y + rij * stap - stap * 0.45
        for kolom in range(int((vlak.breedte - stap) / stap) + 1):
            x = vlak.x + stap * (0.4 + kolom + (rij % 2) * 0.5)
            if x + stip < vlak.x + vlak.breedte:
                yield ((x, y), (x + stip, y))
