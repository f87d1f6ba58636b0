"""All questions on one page: at both sizes, by keyboard, on a narrow screen, and as a device keeps it."""

import pytest
from playwright.sync_api import Browser, Page, expect

from peilingen.models import Antwoord
from tests.peilingen.makers_bewoner import CODE, Lijst, maak_vragenlijst

ADRES = f"/v/{CODE}/alles/"


@pytest.fixture
def lijst(mensen) -> Lijst:
    return maak_vragenlijst(mensen.ronde)


def druk(pagina: Page, knop: str) -> None:
    with pagina.expect_navigation():
        pagina.get_by_role("button", name=knop, exact=True).click()


def test_the_page_and_what_the_device_offers(bezoek, lijst, toegankelijk):
    pagina = bezoek(ADRES)
    toegankelijk(pagina)
    druk(pagina, "Antwoorden nakijken")
    expect(pagina.locator("[data-fouten]")).to_be_focused()
    toegankelijk(pagina)
    pagina.get_by_label("Wat mist u in de buurt?").fill("Een bankje")
    bezoek(f"/v/{CODE}/")
    expect(pagina.get_by_role("heading", name="U was al begonnen op dit toestel")).to_be_visible()
    assert "Een bankje" not in pagina.content()
    toegankelijk(pagina)
    ander = pagina.context.new_page()
    ander.goto(pagina.url.partition("?")[0] + "alles/")
    expect(ander.get_by_role("button", name="Verder met wat u had ingevuld")).to_be_visible()
    expect(ander.get_by_role("textbox")).to_have_count(0)
    ander.close()
    druk(pagina, "Verder met wat u had ingevuld")
    druk(pagina, "Antwoorden nakijken")
    druk(pagina, "Antwoorden versturen")
    assert Antwoord.objects.get().tekst == "Een bankje"


def test_without_connection_on_a_narrow_screen_with_large_letters(
    browser: Browser, live_server, lijst, toegankelijk
):
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    pagina = context.new_page()
    pagina.goto(f"{live_server.url}{ADRES}")
    context.set_offline(True)
    pagina.add_style_tag(content="html { font-size: 200% } .kop { display: none }")
    toegankelijk(pagina)
    pagina.get_by_label("Wat mist u in de buurt?").fill("Een bankje")
    pagina.get_by_role("button", name="Antwoorden versturen").click()
    toegankelijk(pagina)
    expect(pagina.get_by_role("heading", name="Uw antwoorden staan klaar op dit toestel")).to_be_focused()
    context.close()


def test_by_keyboard_only(page: Page, live_server, lijst):
    page.goto(f"{live_server.url}{ADRES}")
    veld = page.get_by_label("Wat mist u in de buurt?")
    for _tab in range(30):
        page.keyboard.press("Tab")
        if veld.evaluate("(deel) => deel === document.activeElement"):
            break
    page.keyboard.type("Een bankje")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("h1").last).to_have_text("Klopt alles?")
    expect(page.locator("main")).to_contain_text("zeer onprettig")
