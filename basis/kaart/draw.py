"""A map of areas as SVG, and the area at a place on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from basis.kaart.rings import (
    Ring,
    Vorm,
    find_rechthoek,
    is_inside,
    iter_punten,
    measure_afstand,
)

# The width of the drawing in its own units, and how far beside an area still counts as that area.
BREEDTE = 1_000
RAND = 8
NABIJ = 15
# Taller maps would not fit on a phone.
HOOGSTE = 1.4


@dataclass(frozen=True)
class Kaart:
    """Areas in units of the drawing, y downward, by key; `hoogte` units high and BREEDTE wide."""

    vormen: Mapping[str, Vorm]
    hoogte: int

    @cached_property
    def verhouding(self) -> float:
        """The height as a part of the width."""
        return self.hoogte / BREEDTE

    def find(self, rechts: float, omlaag: float) -> str:
        """Give the key of the area at a place, both as a part of the width; just beside one counts; else ""."""
        x, y = rechts * BREEDTE, omlaag * BREEDTE
        for sleutel, vorm in self.vormen.items():
            if is_inside(vorm, x, y):
                return sleutel
        dichtbij = [(measure_afstand(vorm, x, y), sleutel) for sleutel, vorm in self.vormen.items()]
        afstand, sleutel = min(dichtbij, default=(float("inf"), ""))
        return sleutel if afstand <= NABIJ * NABIJ else ""

    def write_svg(self) -> str:
        """Draw every area as an outline; names stand beside the map, in a list."""
        paden = "".join(f'<path d="{_draw(vorm)}"/>' for vorm in self.vormen.values())
        # Attributes and no style: a strict policy for styles does not touch them.
        stijl = 'fill="#e0eee8" stroke="#0f5b4c" stroke-width="3" stroke-linejoin="round" fill-rule="evenodd"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREEDTE} {self.hoogte}">'
            f"<g {stijl}>{paden}</g></svg>"
        )


def build_kaart(vormen: Mapping[str, Vorm]) -> Kaart | None:
    """Fit outlines in metres into a drawing; None when there are none, or when they are no more than a point."""
    if not vormen:
        return None
    west, zuid, oost, noord = find_rechthoek(list(vormen.values()))
    if oost == west or noord == zuid:
        return None
    ruimte = BREEDTE - 2 * RAND
    schaal = min(ruimte / (oost - west), ruimte * HOOGSTE / (noord - zuid))
    links = (BREEDTE - (oost - west) * schaal) / 2

    def fit(ring: Ring) -> Ring:
        return tuple(
            deel
            for x, y in iter_punten(ring)
            for deel in (round(links + (x - west) * schaal), round(RAND + (noord - y) * schaal))
        )

    passend = {sleutel: tuple(fit(ring) for ring in vorm) for sleutel, vorm in vormen.items()}
    return Kaart(passend, round(2 * RAND + (noord - zuid) * schaal))


def _draw(vorm: Vorm) -> str:
    """Give the path of an area, in steps from point to point: shorter than places."""
    delen = []
    for ring in vorm:
        (vorig_x, vorig_y), *rest = iter_punten(ring)
        stappen = []
        for x, y in rest:
            stappen.append(f"{x - vorig_x} {y - vorig_y}")
            vorig_x, vorig_y = x, y
        delen.append(f"M{ring[0]} {ring[1]}l{' '.join(stappen)}z")
    return "".join(delen).replace(" -", "-")
