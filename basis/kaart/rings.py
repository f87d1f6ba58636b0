"""Rings of points: how large they are, and what lies in them."""

from collections.abc import Iterator, Sequence

Ring = tuple[int, ...]
Vorm = tuple[Ring, ...]
Rechthoek = tuple[int, int, int, int]


def iter_punten(ring: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the points of a ring."""
    return zip(ring[::2], ring[1::2], strict=True)


def iter_zijden(ring: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """Give the sides of a ring as x, y, x, y; the last one closes it."""
    punten = list(iter_punten(ring))
    for (x1, y1), (x2, y2) in zip(punten, [*punten[1:], *punten[:1]], strict=True):
        yield x1, y1, x2, y2


def find_rechthoek(vormen: Sequence[Vorm]) -> Rechthoek:
    """Give the smallest rectangle around all: lowest x and y, highest x and y."""
    xs = [x for vorm in vormen for ring in vorm for x in ring[::2]]
    ys = [y for vorm in vormen for ring in vorm for y in ring[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def measure_ring(ring: Sequence[int]) -> float:
    """Give the surface of a ring."""
    return abs(sum(x1 * y2 - x2 * y1 for x1, y1, x2, y2 in iter_zijden(ring))) / 2


def is_inside(vorm: Vorm, x: float, y: float) -> bool:
    """Tell whether a point lies inside, by counting the sides that a line to the right crosses."""
    binnen = False
    for ring in vorm:
        for x1, y1, x2, y2 in iter_zijden(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                binnen = not binnen
    return binnen


def measure_afstand(vorm: Vorm, x: float, y: float) -> float:
    """Give how far a point lies from the nearest side, squared."""
    return min(
        (_measure_tot(zijde, x, y) for ring in vorm for zijde in iter_zijden(ring)), default=float("inf")
    )


def _measure_tot(zijde: tuple[int, int, int, int], x: float, y: float) -> float:
    x1, y1, x2, y2 = zijde
    dx, dy = x2 - x1, y2 - y1
    lengte = dx * dx + dy * dy
    deel = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / lengte)) if lengte else 0.0
    return (x - x1 - deel * dx) ** 2 + (y - y1 - deel * dy) ** 2
