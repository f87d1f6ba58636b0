"""Every kind of question on a phone and on a wide screen: by keyboard, with large letters, by pointing at a map."""

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Browser, FilePayload, Page, expect

from organisaties.domain.bonnen import make_token
from organisaties.domain.kaarten import read_kaart
from peilingen.domain.bewonerlijst import forget_gelezen
from peilingen.domain.inzenden import submit_inzending
from peilingen.domain.waarden import Antwoordwaarde, list_gegeven
from peilingen.enums import Vraagsoort
from peilingen.models import Inzending
from tests.kaarten import maak_geojson
from tests.peilingen.makers_bewoner import maak_vraag
from tests.peilingen.makers_soorten import CODE, Soortenlijst, maak_soorten

ADRES = f"/v/{CODE}/"
WACHT = "d => [document.activeElement.name || '', document.activeElement.textContent.trim()].join('|')"
# Per page the fields to go to and the keys to press there.
TOETSEN: list[list[tuple[str, list[str]]]] = [
    [],
    [("tekst", ["Een bankje"])],
    [("tekst", ["groen"])],
    [("tekst", ["Bos"])],
    [("keuzes", ["Space"]), ("keuzes", ["Space"])],
    [("getal", ["Space", "ArrowDown"])],
    [("getal", ["Space", "ArrowDown", "ArrowDown"])],
    [("getal", ["Space"])],
    [("getal", ["1,5"])],
    [("dag", ["1"]), ("maand", ["5"]), ("jaar", ["2019"])],
    [("jaar", ["1984"])],
    [("r_k1", ["2"]), ("r_k3", ["1"])],
    [("gebied", ["Tanthof"])],
    [("straat", ["hof van delft"])],
    [("tekst", ["cafe de ster"])],
    [("keuzes", ["Space"])],
    [("s_s1", ["Space"]), ("s_s2", ["Space", "ArrowDown"])],
]
GELEZEN = [
    ["Een bankje"],
    ["groen"],
    ["Bos"],
    ["Park", "Markt"],
    ["onprettig"],
    ["gaat wel"],
    ["zeer onprettig"],
    ["1,5 km"],
    ["1 mei 2019"],
    ["1984"],
    ["1. Winkels", "2. Groen"],
    ["Tanthof"],
    ["Hof van Delft"],
    ["Café de Ster"],
    ["jonger dan 27"],
    ["Ik voel mij thuis.: oneens", "Ik ken mijn buren.: tussenin"],
]


@pytest.fixture
def lijst(mensen) -> Soortenlijst:
    forget_gelezen()
    return maak_soorten(mensen.ronde)


def kop(pagina: Page) -> str:
    return " ".join(pagina.locator("h1").first.inner_text().split())


def tab_to(pagina: Page, naam: str) -> None:
    """Go on with the Tab key to a field, or to the button with these words."""
    for _keer in range(40):
        pagina.keyboard.press("Tab")
        veld, _, woorden = pagina.evaluate(f"({WACHT})()").partition("|")
        if naam in (veld, woorden):
            return
    raise AssertionError(f"{naam} op {kop(pagina)}")


def press(pagina: Page, toetsen: list[str]) -> None:
    for toets in toetsen:
        if toets in ("Space", "ArrowDown"):
            pagina.keyboard.press(toets)
        else:
            pagina.keyboard.type(toets)


def enter(pagina: Page, knop: str) -> None:
    tab_to(pagina, knop)
    with pagina.expect_navigation():
        pagina.keyboard.press("Enter")


def test_every_kind_by_keyboard(bezoek, lijst, toegankelijk):
    pagina = bezoek(ADRES)
    enter(pagina, "Beginnen")
    for velden in TOETSEN:
        toegankelijk(pagina)
        for naam, toetsen in velden:
            tab_to(pagina, naam)
            press(pagina, toetsen)
        enter(pagina, "Volgende")
    expect(pagina.locator("h1")).to_have_text("Klopt alles?")
    toegankelijk(pagina)
    enter(pagina, "Antwoorden versturen")
    inzending = Inzending.objects.get()
    assert inzending.gebied == lijst.gebieden[3]
    assert [woorden for _vraag, woorden in list_gegeven(inzending)] == GELEZEN


def walk(pagina: Page, check: Callable[[Page], None]) -> None:
    """From the first question to the check, pressing on."""
    pagina.get_by_role("button", name="Beginnen").click()
    for _vraag in range(30):
        expect(pagina.locator("h1").first).to_be_visible()
        check(pagina)
        if kop(pagina) == "Klopt alles?":
            return
        with pagina.expect_navigation():
            pagina.get_by_role("button", name="Volgende", exact=True).last.click()
    raise AssertionError("geen einde")


def test_narrow_screens_large_letters_and_thumbs(browser: Browser, live_server, lijst):
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    pagina = context.new_page()
    pagina.goto(f"{live_server.url}{ADRES}")

    def check(page: Page) -> None:
        for deel in page.locator(
            "main :is(button, .keuze, select, textarea, input[type='text']):visible"
        ).all():
            maat = deel.bounding_box()
            assert maat is not None
            naam = deel.get_attribute("name")
            assert maat["height"] >= 44 or maat["width"] <= 1, (kop(page), naam, maat)
        page.add_style_tag(content="html { font-size: 200% }")
        breedte = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert breedte[0] <= breedte[1], kop(page)

    walk(pagina, check)
    context.close()


@pytest.mark.parametrize("breed", [320, 1280])
def test_pointing_at_a_map_without_a_script(
    browser: Browser, live_server, mensen, lijst, toegankelijk, breed
):
    lijst.vragenlijst.vragen.all().delete()
    maak_vraag(lijst.vragenlijst, 1, Vraagsoort.BUURT, "Waar woont u?", instellingen={"weergave": "kaart"})
    data = maak_geojson({"naam": "Tanthof"}, {"naam": "Voorhof"})
    read_kaart(organisatie=mensen.organisatie, wie=mensen.organisator.gebruiker, data=data)
    forget_gelezen()
    context = browser.new_context(java_script_enabled=False, viewport={"width": breed, "height": 700})
    pagina = context.new_page()
    pagina.goto(f"{live_server.url}{ADRES}")
    pagina.get_by_role("button", name="Beginnen").click()
    beeld = pagina.locator("input[type='image']:visible")
    plek = beeld.bounding_box()
    assert plek is not None
    with pagina.expect_navigation():
        beeld.click(position={"x": plek["width"] * 0.75, "y": plek["height"] / 2})
    expect(pagina.get_by_role("status")).to_contain_text("U koos Voorhof")
    assert pagina.get_by_role("combobox").input_value() == str(lijst.gebieden[4].pk)
    context.close()


def test_the_map_has_no_barriers(bezoek, mensen, lijst, toegankelijk):
    lijst.vragenlijst.vragen.all().delete()
    maak_vraag(lijst.vragenlijst, 1, Vraagsoort.BUURT, "Waar woont u?", instellingen={"weergave": "kaart"})
    data = maak_geojson({"naam": "Tanthof"}, {"naam": "Voorhof"})
    read_kaart(organisatie=mensen.organisatie, wie=mensen.organisator.gebruiker, data=data)
    forget_gelezen()
    pagina = bezoek(ADRES)
    enter(pagina, "Beginnen")
    toegankelijk(pagina)


def test_counts_and_the_map_for_members(bezoek, live_server, mensen, lijst, inloggen, toegankelijk):
    """The page of counts with every kind on it, and reading in a map: found and not found."""
    geef_alles(lijst)
    pagina = bezoek("/account/login/")
    koek = inloggen(mensen.organisator).cookies[settings.SESSION_COOKIE_NAME].value
    pagina.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": koek, "url": live_server.url}]
    )
    bezoek(f"/peilingen/{lijst.vragenlijst.pk}/antwoorden/")
    expect(pagina.get_by_text("1,5 km").first).to_be_visible()
    pagina.get_by_text("1 persoon schreef zelf iets op").first.click()
    toegankelijk(pagina)
    bezoek("/organisatie/gebieden/kaart/")
    toegankelijk(pagina)
    bestand = FilePayload(
        name="buurten.geojson", mimeType="", buffer=maak_geojson({"naam": "Tanthof"}, {"naam": "Elders"})
    )
    pagina.get_by_label("Bestand met de omtrekken").set_input_files(bestand)
    with pagina.expect_navigation():
        pagina.get_by_role("button", name="Kaart inlezen").click()
    expect(pagina.get_by_text("1 gebied heeft nu een omtrek.")).to_be_visible()
    expect(pagina.get_by_role("img", name="Kaart met de omtrek van uw buurten")).to_be_visible()
    toegankelijk(pagina)


def geef_alles(lijst: Soortenlijst) -> None:
    """One person's answers to the kinds that are counted each in a way of their own."""
    antwoorden = {
        "v5": Antwoordwaarde(tekst="Bos"),
        "v8": Antwoordwaarde(getal=4),
        "v10": Antwoordwaarde(waarde="1.5"),
        "v14": Antwoordwaarde(waarde=["k3", "k1"]),
        "v16": Antwoordwaarde(bijzonder="weet_niet"),
        "v19": Antwoordwaarde(waarde={"s1": "k3"}),
    }
    waarden = {lijst.op(sleutel).pk: waarde for sleutel, waarde in antwoorden.items()}
    submit_inzending(vragenlijst=lijst.vragenlijst, token=make_token(), antwoorden=waarden, mag_citeren=None)
