"""Outlines of areas: read, made light, drawn, and found again by pointing."""

import gzip
import json
import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.kaart import Kaartfout, build_kaart, read_geojson, simplify
from basis.kaart.read import from_rd, project
from basis.kaart.rings import is_inside, measure_ring


def feature(ring: list, **eigenschappen: object) -> dict:
    return {
        "type": "Feature",
        "properties": eigenschappen,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def schrijf(*features: dict) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def vierkant(x: float, y: float, zijde: float = 0.01) -> list:
    return [[x, y], [x + zijde, y], [x + zijde, y + zijde], [x, y + zijde], [x, y]]


def cirkel(x: float, y: float, straal: float, punten: int) -> list:
    hoeken = [2 * math.pi * nummer / punten for nummer in range(punten)]
    ring = [[x + straal * math.cos(hoek), y + straal * math.sin(hoek)] for hoek in hoeken]
    return [*ring, ring[0]]


def test_an_area_with_its_names():
    [vlak] = read_geojson(
        schrijf(feature(vierkant(4.35, 52.0), buurtnaam=" Hof  van Delft", code="BU01", n=3))
    )
    assert vlak.namen == ("Hof van Delft", "BU01")
    assert len(vlak.vorm[0]) == 8


def test_a_multipolygon_gives_all_its_rings_and_points_are_passed_over():
    groep = feature([], naam="eilanden")
    groep["geometry"] = {"type": "MultiPolygon", "coordinates": [[vierkant(4, 52)], [vierkant(4.1, 52)]]}
    punt = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [4, 52]}}
    [vlak] = read_geojson(schrijf(groep, punt))
    assert len(vlak.vorm) == 2


def test_the_dutch_grid_lies_where_it_should():
    """The tower at Amersfoort, the middle of the grid, and the Nieuwe Kerk in Delft."""
    assert from_rd(155_000, 463_000) == pytest.approx((5.38720621, 52.1551744))
    assert from_rd(84_560, 447_560) == pytest.approx((4.3606, 52.0123), abs=0.002)


def test_a_map_in_metres_of_the_dutch_grid_reads_as_one_in_degrees():
    [rd] = read_geojson(schrijf(feature(vierkant(84_500, 447_500, 100))))
    verwacht = project(*from_rd(84_500, 447_500))
    assert rd.vorm[0][:2] == verwacht


@pytest.mark.parametrize(
    ("data", "woord"),
    [
        (b"", "GeoJSON"),
        (b"[]", "GeoJSON"),
        (b'{"features": 3}', "GeoJSON"),
        (b"[" * 100_000, "GeoJSON"),
        (b'{"features": [1, null, {"geometry": 3}]}', "omtrek"),
        (schrijf(feature([[0, 0], [1, 1]])), "omtrek"),
        (schrijf(feature([["a", 0], [1, 1], [2, 2]])), "omtrek"),
        (
            b'{"features": [{"geometry": {"type": "Polygon", "coordinates": [[[NaN, 1], [2, 3], [4, 5]]]}}]}',
            "omtrek",
        ),
        (schrijf(feature(vierkant(900_000, 900_000))), "WGS 84"),
        (schrijf(*[feature(vierkant(4, 52))] * 2_001), "meer dan 2000"),
    ],
)
def test_what_is_no_map_is_refused_in_one_line(data, woord):
    with pytest.raises(Kaartfout, match=woord):
        read_geojson(data)


@given(st.recursive(st.none() | st.floats() | st.text(max_size=5), lambda deel: st.lists(deel, max_size=4)))
def test_whatever_stands_in_a_file_is_areas_or_a_refusal(coordinaten):
    for soort in ("Polygon", "MultiPolygon"):
        data = json.dumps(
            {
                "features": [
                    {
                        "properties": {"a": coordinaten},
                        "geometry": {"type": soort, "coordinates": coordinaten},
                    }
                ]
            }
        )
        with suppress(Kaartfout):
            assert read_geojson(data.encode())


def test_ninety_fine_areas_become_a_light_map():
    fijn = [feature(cirkel(4.3 + i % 10 / 50, 52 + i // 10 / 80, 0.009, 400), naam=str(i)) for i in range(90)]
    vormen = simplify([vlak.vorm for vlak in read_geojson(schrijf(*fijn))])
    kaart = build_kaart({str(nummer): vorm for nummer, vorm in enumerate(vormen)})
    assert len(gzip.compress(kaart.write_svg().encode(), 6)) <= 8_000
    assert all(measure_ring(vorm[0]) > 0 for vorm in kaart.vormen.values())


def test_neighbours_keep_meeting_and_the_place_of_each_finds_it():
    vlakken = read_geojson(
        schrijf(*[feature(vierkant(4 + i / 100, 52, 0.01), naam=str(i)) for i in range(5)])
    )
    vormen = simplify([vlak.vorm for vlak in vlakken])
    kaart = build_kaart({str(nummer): vorm for nummer, vorm in enumerate(vormen)})
    for nummer in range(5):
        assert kaart.find((nummer + 0.5) / 5, kaart.verhouding / 2) == str(nummer)
    assert kaart.find(0.0, 0.0) == "0"
    assert kaart.find(0.5, 3.0) == ""


def test_a_hole_lies_outside():
    vorm = ((0, 0, 100, 0, 100, 100, 0, 100), (40, 40, 60, 40, 60, 60, 40, 60))
    assert is_inside(vorm, 20, 20)
    assert not is_inside(vorm, 50, 50)


def test_a_small_area_among_large_ones_stays_on_the_map():
    vlakken = read_geojson(schrijf(feature(vierkant(4, 52, 1)), feature(vierkant(4.5, 52.5, 0.00005))))
    groot, klein = simplify([vlak.vorm for vlak in vlakken])
    assert groot
    assert len(klein[0]) >= 6


def test_without_outlines_there_is_no_map():
    assert build_kaart({}) is None
    assert build_kaart({"a": ((5, 5, 5, 5, 5, 5),)}) is None


def test_half_a_character_in_a_name_can_be_shown():
    vierkant = [[[4.0, 52.0], [4.1, 52.0], [4.1, 52.1], [4.0, 52.0]]]
    feature = {"properties": {"naam": "West\ud800"}, "geometry": {"type": "Polygon", "coordinates": vierkant}}
    data = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    assert read_geojson(data)[0].namen == ("West?",)
