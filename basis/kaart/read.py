"""Reading outlines from GeoJSON: in degrees, as the standard says (RFC 7946), or in metres of the Dutch grid (RD)."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from basis.kaart.rings import Ring, Vorm

MAX_BYTES = 20 * 1024 * 1024
MAX_VLAKKEN = 2_000
MAX_PUNTEN = 100_000
MAX_NAMEN = 40
MAX_NAAM = 120
STRAAL = 6_378_137
# No place has a number as large as this; what is no number at all is not smaller either.
HOOGSTE = 1e9
# Where the Dutch grid lies, in metres, and the coefficients by which Schreutelkamp and Strang van Hees (2001) turn it
# into degrees, good to about a metre: (power of x, power of y, seconds).
RD_X, RD_Y = (-7_000, 300_000), (289_000, 629_000)
RD_MIDDEN = (155_000.0, 463_000.0)
RD_BREEDTE = (
    (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.2475), (2, 1, -0.84978), (0, 3, -0.0655), (2, 2, -0.01709),
    (1, 0, -0.00738), (4, 0, 0.0053), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
)  # fmt: skip
RD_LENGTE = (
    (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594), (3, 1, -0.05607),
    (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026),
)  # fmt: skip

GEEN_GEOJSON = "Dit is geen GeoJSON-bestand met gebieden. Kies een bestand dat eindigt op .geojson of .json."


class Kaartfout(ValueError):
    """A file that cannot be used as a map; `str()` is one line of plain Dutch for who chose it."""


@dataclass(frozen=True, slots=True)
class Vlak:
    """One area of the file: every word that may be its name or code, and its outline in metres."""

    namen: tuple[str, ...]
    vorm: Vorm


def read_geojson(data: bytes) -> list[Vlak]:
    """Read the areas of a FeatureCollection; what is no area is passed over. Raises Kaartfout."""
    if len(data) > MAX_BYTES:
        raise Kaartfout(
            f"Dit bestand is te groot. Kies een bestand van hoogstens {MAX_BYTES // 1024 // 1024} MB."
        )
    try:
        inhoud = json.loads(data)
    except (ValueError, RecursionError) as fout:
        raise Kaartfout(GEEN_GEOJSON) from fout
    features = inhoud.get("features") if isinstance(inhoud, dict) else None
    if not isinstance(features, list):
        raise Kaartfout(GEEN_GEOJSON)
    if len(features) > MAX_VLAKKEN:
        raise Kaartfout(
            f"In dit bestand staan meer dan {MAX_VLAKKEN} gebieden. Kies er een met alleen uw gemeente."
        )
    vlakken = [vlak for feature in features if (vlak := _read_feature(feature)) is not None]
    if not vlakken:
        raise Kaartfout("In dit bestand staan geen gebieden met een omtrek (Polygon of MultiPolygon).")
    if sum(len(ring) // 2 for vlak in vlakken for ring in vlak.vorm) > MAX_PUNTEN:
        raise Kaartfout("De omtrekken in dit bestand zijn te fijn. Kies een vereenvoudigd bestand.")
    return vlakken


def _read_feature(feature: Any) -> Vlak | None:
    if not isinstance(feature, dict):
        return None
    vorm = tuple(ring for ruw in _iter_ruw(feature.get("geometry")) if (ring := _read_ring(ruw)))
    if not vorm:
        return None
    eigenschappen = feature.get("properties")
    waarden = [*eigenschappen.values(), feature.get("id")] if isinstance(eigenschappen, dict) else []
    # A file may hold halves of characters, which can be on no page.
    heel = (waarde.encode(errors="replace").decode() for waarde in waarden if isinstance(waarde, str))
    namen = (" ".join(waarde.split())[:MAX_NAAM] for waarde in heel)
    return Vlak(tuple(dict.fromkeys(filter(None, namen)))[:MAX_NAMEN], vorm)


def _iter_ruw(meetkunde: Any) -> Iterator[Any]:
    """Give the rings of a Polygon or MultiPolygon as they stand in the file."""
    if not isinstance(meetkunde, dict) or not isinstance(meetkunde.get("coordinates"), list):
        return
    if meetkunde.get("type") == "Polygon":
        yield from meetkunde["coordinates"]
    elif meetkunde.get("type") == "MultiPolygon":
        for veelhoek in meetkunde["coordinates"]:
            yield from veelhoek if isinstance(veelhoek, list) else ()


def _read_ring(ruw: Any) -> Ring:
    """Give a ring in metres, without the point that closes it; () for what is none."""
    punten: list[tuple[int, int]] = []
    for paar in ruw if isinstance(ruw, list) else ():
        punt = _read_punt(paar)
        if punt is None:
            return ()
        if not punten or punt != punten[-1]:
            punten.append(punt)
    if punten and punten[0] == punten[-1]:
        punten.pop()
    return tuple(deel for punt in punten for deel in punt) if len(punten) >= 3 else ()


def _read_punt(paar: Any) -> tuple[int, int] | None:
    if not isinstance(paar, list) or len(paar) < 2:
        return None
    eerste, tweede = paar[:2]
    if not all(isinstance(deel, int | float) and not isinstance(deel, bool) for deel in (eerste, tweede)):
        return None
    if not all(abs(deel) < HOOGSTE for deel in (eerste, tweede)):
        return None
    lengte, breedte = (eerste, tweede) if abs(eerste) <= 180 and abs(tweede) < 85 else from_rd(eerste, tweede)
    return project(lengte, breedte) if abs(breedte) < 85 else None


def from_rd(x: float, y: float) -> tuple[float, float]:
    """Give length and width in degrees of a point of the Dutch grid; raises Kaartfout for one outside of it."""
    if not (RD_X[0] <= x <= RD_X[1] and RD_Y[0] <= y <= RD_Y[1]):
        raise Kaartfout("De plaatsen in dit bestand kennen wij niet. Sla het op in WGS 84 (graden) of in RD.")
    dx, dy = (x - RD_MIDDEN[0]) * 1e-5, (y - RD_MIDDEN[1]) * 1e-5
    breedte = 52.1551744 + sum(deel * dx**p * dy**q for p, q, deel in RD_BREEDTE) / 3600
    lengte = 5.38720621 + sum(deel * dx**p * dy**q for p, q, deel in RD_LENGTE) / 3600
    return lengte, breedte


def project(lengte: float, breedte: float) -> tuple[int, int]:
    """Give a place in degrees as whole metres in the Mercator projection, y to the north."""
    x = STRAAL * math.radians(lengte)
    y = STRAAL * math.log(math.tan(math.pi / 4 + math.radians(breedte) / 2))
    return round(x), round(y)
