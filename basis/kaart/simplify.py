"""Leaving out points that nobody sees at the size of a phone.

Points are first put on a grid, so that neighbours keep meeting where they met, and then thinned out by the method of
Douglas and Peucker (1973). Coarser and coarser, until the map is light enough.
"""

from collections.abc import Sequence

from basis.kaart.rings import Ring, Vorm, find_rechthoek, iter_punten, measure_ring

# Points that a map of any number of areas may have: about 8 kB compressed.
MAX_PUNTEN = 2_400
# The first grid: so many steps along the longer side.
STAPPEN = 1_000
GROVER = 1.35
# So many times too many points are thinned out with larger strides.
VEEL = 4
# Rings that are smaller than this, in steps of the grid squared, are left out.
KLEIN = 4


def simplify(vormen: Sequence[Vorm], hoogstens: int = MAX_PUNTEN) -> list[Vorm]:
    """Give lighter outlines, in the same order; every area keeps at least its largest ring as it can be drawn."""
    if not vormen:
        return []
    west, zuid, oost, noord = find_rechthoek(vormen)
    stap = max(1.0, max(oost - west, noord - zuid) / STAPPEN)
    while True:
        licht = [_simplify_vorm(vorm, stap) for vorm in vormen]
        punten = sum(len(ring) // 2 for vorm in licht for ring in vorm)
        if punten <= max(hoogstens, 4 * len(vormen)):
            return licht
        stap *= GROVER if punten < VEEL * hoogstens else 2 * GROVER


def _simplify_vorm(vorm: Vorm, stap: float) -> Vorm:
    groot = max(vorm, key=measure_ring)
    ringen = [ring for ring in vorm if ring is groot or measure_ring(ring) >= KLEIN * stap * stap]
    licht = [_thin(_snap(ring, stap), stap) for ring in ringen]
    goed = tuple(ring for ring in licht if len(ring) >= 6)
    return goed or (groot[:8],)


def _snap(ring: Ring, stap: float) -> list[tuple[int, int]]:
    punten: list[tuple[int, int]] = []
    for x, y in iter_punten(ring):
        punt = (round(round(x / stap) * stap), round(round(y / stap) * stap))
        if not punten or punt != punten[-1]:
            punten.append(punt)
    if len(punten) > 1 and punten[0] == punten[-1]:
        punten.pop()
    return punten


def _thin(punten: list[tuple[int, int]], stap: float) -> Ring:
    """Thin out a ring: two halves, from its first point to the one that lies farthest from it."""
    if len(punten) < 4:
        return tuple(deel for punt in punten for deel in punt)
    ver = max(range(len(punten)), key=lambda i: _square(punten[0], punten[i]))
    heen, terug = punten[: ver + 1], [*punten[ver:], punten[0]]
    dun = [*_peucker(heen, stap)[:-1], *_peucker(terug, stap)[:-1]]
    return tuple(deel for punt in dun for deel in punt)


def _peucker(punten: list[tuple[int, int]], stap: float) -> list[tuple[int, int]]:
    """Keep the ends, and each point that lies farther than a step from the line between those that are kept."""
    blijft, stapel = {0, len(punten) - 1}, [(0, len(punten) - 1)]
    while stapel:
        begin, eind = stapel.pop()
        ver, verst = 0.0, begin
        for i in range(begin + 1, eind):
            afstand = _measure(punten[begin], punten[eind], punten[i])
            if afstand > ver:
                ver, verst = afstand, i
        if ver > stap * stap:
            blijft.add(verst)
            stapel += [(begin, verst), (verst, eind)]
    return [punten[i] for i in sorted(blijft)]


def _square(een: tuple[int, int], twee: tuple[int, int]) -> int:
    return (een[0] - twee[0]) ** 2 + (een[1] - twee[1]) ** 2


def _measure(begin: tuple[int, int], eind: tuple[int, int], punt: tuple[int, int]) -> float:
    """Give how far a point lies from the line through two others, squared."""
    lengte = _square(begin, eind)
    if not lengte:
        return float(_square(begin, punt))
    kruis = (eind[0] - begin[0]) * (begin[1] - punt[1]) - (begin[0] - punt[0]) * (eind[1] - begin[1])
    return kruis * kruis / lengte
