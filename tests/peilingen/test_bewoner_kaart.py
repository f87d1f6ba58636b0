"""A resident points at a map, without a script; the list stands beside it."""

import pytest

from organisaties.domain.kaarten import read_kaart
from peilingen.domain.bewonerlijst import forget_gelezen
from peilingen.enums import Vraagsoort
from peilingen.models import Inzending
from tests.fabrieken import maak_gebied
from tests.kaarten import maak_geojson
from tests.peilingen.makers_bewoner import maak_vraag
from tests.peilingen.makers_soorten import CODE, maak_leeg
from tests.peilingen.telefoon import Telefoon

NAMEN = ("Hof van Delft", "Tanthof", "Voorhof")
SVG = f"/v/{CODE}/kaart.svg"


@pytest.fixture
def gebieden(mensen):
    lijst = maak_leeg(mensen.ronde)
    maak_vraag(
        lijst, 1, Vraagsoort.BUURT, "Waar woont u?", instellingen={"weergave": "kaart"}, verplicht=True
    )
    forget_gelezen()
    return [maak_gebied(mensen.organisatie, naam) for naam in NAMEN]


@pytest.fixture
def telefoon(mensen, gebieden) -> Telefoon:
    """Three squares beside each other."""
    data = maak_geojson(*({"naam": naam} for naam in NAMEN))
    read_kaart(organisatie=mensen.organisatie, wie=mensen.organisator.gebruiker, data=data)
    return Telefoon(f"/v/{CODE}/").open().druk("Beginnen")


def wijs_aan(telefoon: Telefoon, naam: str, rechts: float, omlaag: float = 0.5) -> Telefoon:
    """Press on the image, at parts of its width and height."""
    [beeld] = telefoon.boom.xpath(f"//input[@name='{naam}']")
    breed, hoog = int(beeld.get("width")), int(beeld.get("height"))
    plaats = {f"{naam}.x": str(round(rechts * breed)), f"{naam}.y": str(round(omlaag * hoog))}
    return telefoon.druk("", **plaats)


@pytest.mark.parametrize("beeld", ["kaart", "kaartbreed"])
def test_pointing_chooses_and_asks_whether_it_is_right(telefoon, gebieden, beeld):
    wijs_aan(telefoon, beeld, 0.5)
    assert telefoon.kop == "Waar woont u?"
    assert "U koos Tanthof. Klopt dat?" in telefoon.tekst
    assert telefoon.boom.xpath("//option[@selected]")[0].text == "Tanthof"
    wijs_aan(telefoon, beeld, 0.9)
    assert "U koos Voorhof. Klopt dat?" in telefoon.tekst
    telefoon.druk("Volgende").druk("Antwoorden versturen")
    assert Inzending.objects.get().gebied == gebieden[2]


def test_pointing_beside_every_area_and_pressing_enter_choose_none(telefoon):
    for plaats in ((0.5, 20.0), (0.0, 0.0)):
        wijs_aan(telefoon, "kaart", *plaats)
        assert "Daar ligt geen buurt die wij kennen" in telefoon.tekst
    assert telefoon.boom.xpath("//option[@selected]")[0].get("value") == ""


@pytest.mark.parametrize("plaats", ["", "x", "-3", "9" * 50, "1e3", "٣"])
def test_odd_places_are_no_area_and_no_error(telefoon, plaats):
    telefoon.druk("", **{"kaart.x": plaats, "kaart.y": plaats, "straat": "Kerkpad"})
    assert telefoon.antwoord.status_code == 200
    assert telefoon.boom.xpath("//input[@name='straat']/@value") == ["Kerkpad"]


def test_the_list_works_beside_the_map(telefoon, gebieden):
    telefoon.druk("Volgende", gebied=str(gebieden[0].pk))
    assert "Hof van Delft" in telefoon.tekst


def test_the_drawing_is_small_and_may_be_kept(telefoon):
    antwoord = telefoon.client.get(SVG)
    assert antwoord.headers["Content-Type"] == "image/svg+xml"
    assert antwoord.headers["Cache-Control"] == "public, max-age=3600"
    assert antwoord.content.count(b"<path") == 3


def test_without_outlines_the_question_is_the_list(gebieden):
    telefoon = Telefoon(f"/v/{CODE}/").open().druk("Beginnen")
    assert not telefoon.boom.xpath("//input[@type='image']")
    assert telefoon.boom.xpath("//select")
    assert telefoon.client.get(SVG).status_code == 404


def test_a_questionnaire_that_asks_for_no_map_gives_none(telefoon, mensen):
    maak_leeg(mensen.ronde, "zonder23")
    assert telefoon.client.get("/v/zonder23/kaart.svg").status_code == 404
