"""Components say what they must, in words as well as in looks."""

import pytest
from django.template.loader import render_to_string

from tests.vormgeving.pagina import Pagina


def render(naam, /, **context):
    return Pagina.read(render_to_string(f"componenten/{naam}.html", context))


@pytest.mark.parametrize(
    ("context", "tekst"),
    [
        ({"soort": "voorstel", "zekerheid": 82}, "voorstel, 82 % zeker"),
        ({"soort": "voorstel", "zekerheid": 0}, "voorstel, 0 % zeker"),
        ({"soort": "voorstel"}, "voorstel"),
        ({"soort": "bevestigd", "door": "Fatima"}, "bevestigd door Fatima"),
        ({"soort": "gewijzigd"}, "gewijzigd"),
        ({"soort": "afgewezen"}, "afgewezen"),
    ],
)
def test_provenance_is_told_in_words(context, tekst):
    assert render("herkomst", **context).text("//span[contains(@class, 'merk')]") == tekst


def test_progress_asks_for_itself_until_it_is_done():
    bezig = render(
        "voortgang", titel="Lezen", stap="Uitspraken zoeken", gedaan=1240, totaal=5000, url="/stand/"
    )
    vak = bezig.select("//section")
    assert (vak.get("hx-get"), vak.get("hx-trigger"), vak.get("hx-swap")) == (
        "/stand/",
        "every 1s",
        "outerHTML",
    )
    assert (bezig.select("//progress").get("value"), bezig.select("//progress").get("max")) == (
        "1240",
        "5000",
    )
    assert vak.get("data-meld") == "Uitspraken zoeken"
    klaar = render(
        "voortgang", titel="Lezen", klaar=True, klaar_tekst="412 gelezen.", klaar_url="/b/", url="/stand/"
    )
    assert klaar.select("//section").get("hx-get") is None
    assert klaar.select("//a").get("href") == "/b/"


def test_progress_of_unknown_length_has_no_value():
    assert (
        render("voortgang", titel="Lezen", stap="Bezig", url="/s/").select("//progress").get("value") is None
    )


def test_progress_that_went_wrong_says_so_and_stops():
    vak = render("voortgang", titel="Lezen", fout="Het bestand is leeg.", url="/stand/")
    assert vak.select("//section").get("hx-get") is None
    assert vak.text("//div[contains(@class, 'melding--error')]") == "Het bestand is leeg."


def test_a_bar_has_the_length_of_its_share_whatever_the_language_of_numbers():
    vulling, interval = render("staaf", nummer=3, deel=62.5, laag=51.25, hoog=70.0).boom.xpath("//svg")
    assert vulling.get("width") == "62.5%"
    assert interval.xpath("./line[last()]/@x1") == ["70.0%"]


def test_the_chain_tells_its_states_and_leaves_out_links_that_lead_nowhere():
    keten = [
        {"naam": "Ophalen", "url": "/o/", "actief": False, "staat": "klaar"},
        {"naam": "Coderen", "url": "/c/", "actief": True, "staat": "bezig"},
        {"naam": "Advies", "url": "", "actief": False, "staat": "straks"},
    ]
    pagina = render("keten", keten=keten)
    stappen = ["".join(li.text_content().split()) for li in pagina.boom.xpath("//li")]
    assert stappen == ["Ophalen,klaar", "Coderen,hierisderondenu", "Advies,komtnog"]
    assert pagina.boom.xpath("//a/@href") == ["/o/", "/c/"]
    assert pagina.text("//a[@aria-current]").startswith("Coderen")


def test_a_button_with_an_address_is_a_link():
    assert render("knop", tekst="Verder", url="/v/", toets="v").select("//a").get("data-toets") == "v"
    assert render("knop", tekst="Bewaren", naam="a", waarde="b").select("//button").get("type") == "submit"


def test_a_theme_is_never_told_by_colour_alone():
    assert render("thema", nummer=7, naam="Taal").text("//span[@class='thema']") == "7 Taal"
    keuze = render("themakeuze", nummer=7, naam="Taal", code="taal", toets="2", zekerheid=31, gekozen=True)
    assert keuze.select("//input").get("value") == "taal"
    assert keuze.select("//input").get("checked") is not None
    assert keuze.list_naamloos() == []


def test_a_table_has_real_headers_and_its_frame_a_name():
    tabel = render(
        "tabel", bijschrift="Per buurt", kolommen=["Thema", "Aantal"], rijen=[["Groen", "14"]], getallen=True
    )
    assert tabel.select("//div[@role='region']").get("aria-label") == "Per buurt"
    assert [th.get("scope") for th in tabel.boom.xpath("//th")] == ["col", "col", "row"]
    assert tabel.select("//td").get("class") == "getal"
