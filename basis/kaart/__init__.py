"""Outlines of areas: read from GeoJSON, made light, drawn as SVG, and found again by where someone points.

    vlakken = read_geojson(data)          # Kaartfout says in one line of Dutch what is wrong
    vormen = simplify([vlak.vorm for vlak in vlakken])
    kaart = build_kaart({"b1": vormen[0]})
    kaart.write_svg(), kaart.find(0.4, 0.7)

A `Vorm` is a tuple of closed rings in whole metres (Mercator), each a flat tuple x, y, x, y. A hole is a ring too: what
lies inside an even number of rings lies outside.
"""

from basis.kaart.draw import Kaart, build_kaart
from basis.kaart.read import Kaartfout, Vlak, read_geojson
from basis.kaart.rings import Ring, Vorm
from basis.kaart.simplify import simplify

__all__ = [
    "Kaart",
    "Kaartfout",
    "Ring",
    "Vlak",
    "Vorm",
    "build_kaart",
    "read_geojson",
    "simplify",
]
