"""The map of an organisation's areas: read from a file, matched with the list, looked at by members only."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from organisaties.domain.kaarten import Kaartverslag, read_kaart
from organisaties.enums import Gebiedsoort
from organisaties.models import Auditregel, Gebied
from organisaties.refusals import KaartOnleesbaar
from tests.fabrieken import maak_gebied
from tests.kaarten import maak_geojson

KAART = reverse("organisaties:kaart")


@pytest.fixture
def gebieden(mensen) -> list[Gebied]:
    gemeente = maak_gebied(mensen.organisatie, "Delft", Gebiedsoort.GEMEENTE)
    return [
        gemeente,
        *(maak_gebied(mensen.organisatie, naam) for naam in ("Hof van Delft", "Tanthof", "Voorhof")),
    ]


def upload(client, data: bytes):
    return client.post(KAART, {"bestand": SimpleUploadedFile("buurten.geojson", data)})


def met_vorm(mensen) -> set[str]:
    return {gebied.naam for gebied in Gebied.objects.van(mensen.organisatie) if gebied.vorm}


def test_outlines_are_found_by_name_or_code_and_never_by_the_name_of_the_town(mensen, gebieden):
    gebieden[2].cbs_code = "BU0503"
    gebieden[2].save()
    data = maak_geojson(
        {"naam": "hof van delft", "gemeente": "Delft"},
        {"naam": "Anders geschreven", "code": "bu0503", "gemeente": "Delft"},
        {"naam": "Abtswoude", "gemeente": "Delft"},
    )
    verslag = read_kaart(organisatie=mensen.organisatie, wie=mensen.organisator.gebruiker, data=data)
    assert verslag == Kaartverslag(2, ("Abtswoude / Delft",), ("Delft", "Voorhof"))
    assert met_vorm(mensen) == {"Hof van Delft", "Tanthof"}
    assert Auditregel.objects.filter(handeling="kaart_ingelezen").count() == 1


def test_a_second_file_leaves_what_it_does_not_name(mensen, gebieden):
    for naam in ("Tanthof", "Voorhof"):
        read_kaart(
            organisatie=mensen.organisatie,
            wie=mensen.organisator.gebruiker,
            data=maak_geojson({"naam": naam}, {"naam": "onbekend"}),
        )
    assert met_vorm(mensen) == {"Tanthof", "Voorhof"}


def test_a_file_that_is_no_map_changes_nothing(mensen, gebieden):
    with pytest.raises(KaartOnleesbaar):
        read_kaart(organisatie=mensen.organisatie, wie=mensen.organisator.gebruiker, data=b"naam;x;y")
    assert met_vorm(mensen) == set()
    assert not Auditregel.objects.filter(handeling="kaart_ingelezen").exists()


def test_the_page_tells_what_was_found_and_what_was_not(mensen, gebieden, inloggen):
    client = inloggen(mensen.organisator)
    assert "Kaart inlezen" in client.get(KAART).content.decode()
    pagina = upload(client, maak_geojson({"naam": "Tanthof"}, {"naam": "<b>Abtswoude"})).content.decode()
    assert "1 gebied heeft nu een omtrek." in pagina
    assert "&lt;b&gt;Abtswoude" in pagina
    svg = client.get(reverse("organisaties:kaart_svg"))
    assert svg.headers["Content-Type"] == "image/svg+xml"
    assert svg.content.count(b"<path") == 1


@pytest.mark.parametrize(
    ("data", "woord"), [(b"x", "GeoJSON"), (b"", "leeg"), (json.dumps({"features": []}).encode(), "omtrek")]
)
def test_a_wrong_file_is_met_with_a_sentence(mensen, gebieden, inloggen, data, woord):
    antwoord = upload(inloggen(mensen.organisator), data)
    assert antwoord.status_code == 200
    assert woord in antwoord.content.decode()


def test_without_outlines_there_is_no_drawing(mensen, gebieden, inloggen):
    assert inloggen(mensen.organisator).get(reverse("organisaties:kaart_svg")).status_code == 404


def test_others_neither_read_nor_see_it(mensen, gebieden, inloggen):
    read_kaart(
        organisatie=mensen.organisatie,
        wie=mensen.organisator.gebruiker,
        data=maak_geojson({"naam": "Tanthof"}),
    )
    assert inloggen(mensen.elders).get(reverse("organisaties:kaart_svg")).status_code == 404
    assert upload(inloggen(mensen.lezer), maak_geojson({"naam": "Voorhof"})).status_code == 403
    assert met_vorm(mensen) == {"Tanthof"}


def test_an_area_that_is_put_back_has_its_outline_again(mensen, gebieden, inloggen):
    read_kaart(
        organisatie=mensen.organisatie,
        wie=mensen.organisator.gebruiker,
        data=maak_geojson({"naam": "Tanthof"}),
    )
    client = inloggen(mensen.organisator)
    client.post(reverse("organisaties:gebied_weg", args=[gebieden[2].pk]))
    assert met_vorm(mensen) == set()
    client.post(reverse("organisaties:gebied_terug"))
    assert met_vorm(mensen) == {"Tanthof"}
