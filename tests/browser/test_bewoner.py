"""A resident on a phone: in three languages, without a script, by keyboard only, and on a network that fails."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from peilingen.models import Antwoord, Inzending
from tests.peilingen.makers_bewoner import CODE, Lijst, maak_vragenlijst

ADRES = f"/v/{CODE}/"
TELEFOON: ViewportSize = {"width": 390, "height": 844}
# The words of the buttons, per language: begin, on, send; and the heading of the last page.
WOORDEN = {
    "nl": ("Beginnen", "Volgende", "Antwoorden versturen", "Uw antwoorden zijn aangekomen"),
    "en": ("Start", "Next", "Send answers", "Your answers have arrived"),
    "tr": ("Başla", "İleri", "Cevapları gönder", "Cevaplarınız ulaştı"),
}


@pytest.fixture
def lijst(mensen) -> Lijst:
    mensen.organisatie.contact = "raad@voorbeeld.test"
    mensen.organisatie.save()
    return maak_vragenlijst(mensen.ronde)


@pytest.fixture(params=[True, False], ids=["met script", "zonder script"])
def telefoon(request, browser: Browser, live_server, lijst) -> Iterator[Page]:
    """The first page on a phone, with and without scripts, without a service worker (`test_storingen.py` has those)."""
    context = browser.new_context(
        java_script_enabled=request.param, viewport=TELEFOON, locale="nl-NL", service_workers="block"
    )
    pagina = context.new_page()
    pagina.goto(f"{live_server.url}{ADRES}")
    yield pagina
    context.close()


def tik(pagina: Page, knop: str) -> None:
    """Press a button."""
    pagina.get_by_role("button", name=knop, exact=True).click()


def druk(pagina: Page, knop: str) -> None:
    """Press a button and wait for the page that comes."""
    with pagina.expect_navigation():
        tik(pagina, knop)


def kop(pagina: Page) -> str:
    return " ".join(pagina.locator("h1").inner_text().split())


def verder(pagina: Page, aantal: int) -> None:
    for _vraag in range(aantal):
        druk(pagina, "Volgende")


def loop(pagina: Page, taal: str, check: Callable[[Page], None]) -> None:
    """From the first page to the last, each of them checked."""
    begin, volgende, verstuur, klaar = WOORDEN[taal]
    check(pagina)
    druk(pagina, begin)
    druk(pagina, volgende)
    check(pagina)
    pagina.get_by_role("textbox").fill("Een bankje in het park, en licht")
    druk(pagina, volgende)
    check(pagina)
    pagina.get_by_label("prettig", exact=True).check()
    druk(pagina, volgende)
    druk(pagina, volgende)
    pagina.get_by_label("Park").check()
    check(pagina)
    druk(pagina, volgende)
    pagina.get_by_role("combobox").select_option("Buurt West")
    check(pagina)
    druk(pagina, volgende)
    check(pagina)
    druk(pagina, verstuur)
    expect(pagina.get_by_role("heading", name=klaar)).to_be_visible()
    check(pagina)


def lees_terug(pagina: Page, check: Callable[[Page], None]) -> None:
    """With the receipt code: wrong, right, withdrawn."""
    code = pagina.locator(".bewijs").inner_text()
    with pagina.expect_navigation():
        pagina.locator("section a").click()
    check(pagina)
    for getypt in ("fout", code):
        pagina.get_by_role("textbox").fill(getypt)
        with pagina.expect_navigation():
            pagina.locator("main .knop").click()
        check(pagina)
    for _keer in range(2):
        with pagina.expect_navigation():
            pagina.locator("#vragen .knop").first.click()
        check(pagina)
    assert not Inzending.objects.exists()


def test_the_whole_way_at_both_sizes(bezoek, lijst, toegankelijk):
    pagina = bezoek(ADRES)
    loop(pagina, "nl", toegankelijk)
    lees_terug(pagina, toegankelijk)


@pytest.mark.parametrize("taal", ["en", "tr"])
def test_the_whole_way_in_another_language(page: Page, live_server, lijst, toegankelijk, taal):
    page.set_viewport_size(TELEFOON)
    page.goto(f"{live_server.url}{ADRES}?taal={taal}")
    loop(page, taal, toegankelijk)
    assert page.locator("html").get_attribute("lang") == taal
    lees_terug(page, toegankelijk)


def test_an_unknown_code(page: Page, live_server, toegankelijk):
    page.goto(f"{live_server.url}/v/bestaatniet/?taal=en")
    expect(page.get_by_role("heading", name="We do not know this code")).to_be_visible()
    toegankelijk(page)


def test_a_closed_questionnaire(bezoek, lijst, toegankelijk):
    lijst.vragenlijst.status = "gesloten"
    lijst.vragenlijst.save()
    toegankelijk(bezoek(ADRES))


def test_narrow_screens_and_large_letters(browser: Browser, live_server, lijst, toegankelijk):
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    pagina = context.new_page()
    pagina.goto(f"{live_server.url}{ADRES}")

    def check(page: Page) -> None:
        toegankelijk(page)
        page.add_style_tag(content="html { font-size: 200% }")
        breedte = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert breedte[0] <= breedte[1], kop(page)

    loop(pagina, "nl", check)
    context.close()


def test_everything_can_be_pressed_with_a_thumb(page: Page, live_server, lijst):
    page.set_viewport_size(TELEFOON)
    page.goto(f"{live_server.url}{ADRES}")

    def check(pagina: Page) -> None:
        for deel in pagina.locator(
            "button:visible:not(.alleen-lezer), :is(.keuze, select, textarea, summary):visible"
        ).all():
            maat = deel.bounding_box()
            assert maat is not None
            assert maat["height"] >= 48, deel.inner_text()

    loop(page, "nl", check)


def test_by_keyboard_only(page: Page, live_server, lijst):
    page.goto(f"{live_server.url}{ADRES}")

    def tab_to(tekst: str) -> None:
        for _tab in range(30):
            page.keyboard.press("Tab")
            woorden = "d => d === document.body ? '' : d.textContent + d.name"
            if tekst in page.evaluate(f"({woorden})(document.activeElement)"):
                return
        raise AssertionError(tekst)

    def enter(volgende: str) -> None:
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text(volgende)

    tab_to("Beginnen")
    enter("Wat mist u in de buurt?")
    tab_to("tekst")
    page.keyboard.type("Een bankje")
    tab_to("Volgende")
    enter("Hoe prettig woont u hier?")
    tab_to("getal")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    enter("Kent u het buurthuis?")
    verder(page, 2)
    expect(page.locator("h1")).to_have_text("In welke buurt woont u?")
    tab_to("straat")
    page.keyboard.type("Kerkpad")
    enter("Klopt alles?")
    tab_to("Antwoorden versturen")
    enter("Uw antwoorden zijn aangekomen")
    assert Antwoord.objects.get(vraag=lijst.schaal).getal == 2


# Going back and a network that fails, with and without scripts


def test_back_in_the_browser_keeps_every_answer(telefoon, lijst):
    druk(telefoon, "Beginnen")
    telefoon.get_by_role("textbox").fill("Een bankje")
    druk(telefoon, "Volgende")
    telefoon.get_by_label("gaat wel").check()
    druk(telefoon, "Volgende")
    telefoon.go_back()
    assert telefoon.get_by_label("gaat wel").is_checked()
    telefoon.go_back()
    assert telefoon.get_by_role("textbox").input_value() == "Een bankje"
    telefoon.get_by_role("textbox").fill("Twee bankjes")
    druk(telefoon, "Volgende")
    assert telefoon.get_by_label("gaat wel").is_checked()
    verder(telefoon, 4)
    druk(telefoon, "Antwoorden versturen")
    assert kop(telefoon) == "Uw antwoorden zijn aangekomen"
    assert Antwoord.objects.get(vraag=lijst.open).tekst == "Twee bankjes"


def test_back_to_the_start_page_and_on_again_is_the_same_draft(telefoon, lijst):
    druk(telefoon, "Beginnen")
    telefoon.get_by_role("textbox").fill("Een bankje")
    druk(telefoon, "Volgende")
    telefoon.go_back()
    telefoon.go_back()
    assert kop(telefoon) == "Prettig wonen"
    druk(telefoon, "Beginnen")
    assert telefoon.get_by_role("textbox").input_value() == "Een bankje"


def test_sending_again_after_the_last_page_counts_once(telefoon, lijst):
    druk(telefoon, "Beginnen")
    telefoon.get_by_role("textbox").fill("Een bankje")
    verder(telefoon, 5)
    druk(telefoon, "Antwoorden versturen")
    code = telefoon.locator(".bewijs").inner_text()
    telefoon.reload()
    assert telefoon.locator(".bewijs").inner_text() == code
    telefoon.go_back()
    druk(telefoon, "Antwoorden versturen")
    assert telefoon.locator(".bewijs").inner_text() == code
    assert Inzending.objects.count() == 1


@pytest.mark.parametrize("verwerkt", [False, True], ids=["nooit aangekomen", "antwoord kwijt"])
def test_a_server_that_dies_between_two_pages_costs_no_words(telefoon, lijst, verwerkt):
    """The connection breaks before the server has the page, or after; going back shows the words, once more works."""

    def breek(route: Route) -> None:
        if verwerkt:
            route.fetch()
        route.abort("connectionreset")

    druk(telefoon, "Beginnen")
    telefoon.get_by_role("textbox").fill("Een bankje")
    telefoon.route("**/v/**", breek, times=1)
    tik(telefoon, "Volgende")
    telefoon.wait_for_url("chrome-error://**")
    telefoon.go_back()
    assert telefoon.get_by_role("textbox").input_value() == "Een bankje"
    verder(telefoon, 5)
    telefoon.route("**/v/**", breek, times=1)
    tik(telefoon, "Antwoorden versturen")
    telefoon.wait_for_url("chrome-error://**")
    telefoon.go_back()
    druk(telefoon, "Antwoorden versturen")
    assert kop(telefoon) == "Uw antwoorden zijn aangekomen"
    assert Inzending.objects.count() == 1
    assert Antwoord.objects.get(vraag=lijst.open).tekst == "Een bankje"


def test_nothing_is_left_behind_as_a_cookie(telefoon, lijst):
    druk(telefoon, "Beginnen")
    telefoon.get_by_role("textbox").fill("Een bankje")
    verder(telefoon, 5)
    druk(telefoon, "Antwoorden versturen")
    assert telefoon.context.cookies() == []


# What the script adds


def test_without_connection_and_without_a_service_worker_the_page_waits_and_sends_once(
    browser: Browser, live_server, lijst
):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{live_server.url}{ADRES}")
    druk(page, "Beginnen")
    page.get_by_role("textbox").fill("Een bankje")
    context.set_offline(True)
    expect(page.get_by_role("status")).to_contain_text("Wat u invult, blijft op dit toestel staan")
    tik(page, "Volgende")
    expect(page.get_by_role("status")).to_contain_text("Zodra die er weer is")
    context.set_offline(False)
    expect(page.locator("h1")).to_have_text("Hoe prettig woont u hier?")
    context.close()


def test_a_tab_that_is_loaded_anew_still_has_what_was_typed(page: Page, live_server, lijst):
    page.goto(f"{live_server.url}{ADRES}")
    druk(page, "Beginnen")
    page.get_by_role("textbox").fill("Half getypt")
    page.reload()
    assert page.get_by_role("textbox").input_value() == "Half getypt"
    page.goto(f"{live_server.url}{ADRES}")
    druk(page, "Verder met wat u had ingevuld")
    assert page.get_by_role("textbox").input_value() == "Half getypt"


def test_nothing_typed_stays_on_the_device_after_sending(page: Page, live_server, lijst):
    page.goto(f"{live_server.url}{ADRES}")
    druk(page, "Beginnen")
    page.get_by_role("textbox").fill("Een bankje")
    assert "Een bankje" in page.evaluate("JSON.stringify({...localStorage})")
    verder(page, 5)
    druk(page, "Antwoorden versturen")
    assert page.evaluate("Object.keys({...sessionStorage, ...localStorage})") == [f"heeft /v/{CODE}/"]
    page.get_by_role("link", name="Iemand anders").click()
    expect(page.get_by_text("U was al begonnen")).to_be_hidden()


def test_a_double_tap_sends_once(page: Page, live_server, lijst):
    verzoeken: list[str] = []
    page.on("request", lambda verzoek: verzoeken.append(verzoek.method))
    page.goto(f"{live_server.url}{ADRES}")
    page.get_by_role("button", name="Beginnen").dblclick()
    expect(page.get_by_role("textbox")).to_be_visible()
    assert verzoeken.count("POST") == 1
