"""A tablet that people use one after the other: each finds an empty page, and nobody sees another's answers."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from peilingen.models import Antwoord, Inzending
from tests.peilingen.makers_bewoner import CODE, Lijst, maak_vragenlijst

ADRES = f"/v/{CODE}/?toestel=gedeeld"


@pytest.fixture
def lijst(mensen) -> Lijst:
    return maak_vragenlijst(mensen.ronde)


@pytest.fixture
def tablet(page: Page, live_server, lijst) -> Page:
    page.clock.install()
    page.goto(f"{live_server.url}{ADRES}")
    return page


def druk(pagina: Page, knop: str) -> None:
    with pagina.expect_navigation():
        pagina.get_by_role("button", name=knop, exact=True).click()


def vul_in(pagina: Page, tekst: str) -> None:
    """To the receipt code."""
    druk(pagina, "Beginnen")
    expect(pagina.get_by_role("textbox")).to_have_value("")
    pagina.get_by_role("textbox").fill(tekst)
    for _vraag in range(5):
        druk(pagina, "Volgende")
    druk(pagina, "Antwoorden versturen")
    expect(pagina.locator(".bewijs")).to_be_visible()


def wacht_op_dienst(pagina: Page) -> None:
    pagina.wait_for_function("async () => !!(await navigator.serviceWorker.ready).active")


def test_the_next_person_starts_with_nothing_and_going_back_shows_nothing(tablet, lijst):
    vul_in(tablet, "Het geheim van de eerste")
    assert "gedeeld" in tablet.url
    code = tablet.locator(".bewijs").inner_text()
    with tablet.expect_navigation():
        tablet.get_by_role("link", name="Volgende persoon").click()
    for _keer in range(7):
        tablet.go_back()
        assert "Het geheim" not in tablet.content()
        assert code not in tablet.content()
    tablet.goto(tablet.url.partition("?")[0] + "?toestel=gedeeld")
    vul_in(tablet, "Iets van de tweede")
    assert sorted(rij.tekst for rij in Antwoord.objects.filter(vraag=lijst.open)) == [
        "Het geheim van de eerste",
        "Iets van de tweede",
    ]
    assert tablet.evaluate("Object.keys({...localStorage}).length") == 0
    assert tablet.evaluate("Object.keys({...sessionStorage}).filter((n) => n.startsWith('grondvlak'))") == []


def test_after_a_minute_the_first_page_comes_back_by_itself(tablet, toegankelijk):
    vul_in(tablet, "Een bankje")
    toegankelijk(tablet)
    tablet.clock.run_for(40_000)
    tablet.keyboard.press("Shift")
    tablet.clock.run_for(40_000)
    expect(tablet.locator(".bewijs")).to_be_visible()
    with tablet.expect_navigation():
        tablet.clock.run_for(21_000)
    expect(tablet.get_by_role("button", name="Beginnen", exact=True)).to_be_visible()


def test_who_walks_away_is_asked_for_and_then_forgotten(tablet, toegankelijk):
    druk(tablet, "Beginnen")
    wacht_op_dienst(tablet)
    tablet.get_by_role("textbox").fill("Half een geheim")
    druk(tablet, "Volgende")
    tablet.clock.run_for(185_000)
    expect(tablet.get_by_role("alertdialog")).to_be_visible()
    toegankelijk(tablet)
    tablet.get_by_role("button", name="Ik ben er nog").click()
    expect(tablet.get_by_role("alertdialog")).to_be_hidden()
    tablet.clock.run_for(185_000)
    with tablet.expect_navigation():
        tablet.clock.run_for(31_000)
    expect(tablet.get_by_role("button", name="Beginnen", exact=True)).to_be_visible()
    for _keer in range(2):
        tablet.go_back()
        assert "Half een geheim" not in tablet.content()
    assert not Inzending.objects.exists()


def test_without_connection_several_people_send_from_one_tablet(
    tablet, context: BrowserContext, lijst, toegankelijk
):
    druk(tablet, "Beginnen")
    wacht_op_dienst(tablet)
    context.set_offline(True)
    tablet.get_by_role("textbox").fill("Van de eerste")
    druk(tablet, "Volgende")
    expect(tablet.get_by_label("Wat mist u in de buurt?")).to_have_value("Van de eerste")
    tablet.get_by_role("button", name="Antwoorden versturen").click()
    toegankelijk(tablet)
    for tekst in ("Van de tweede", "Van de derde"):
        with tablet.expect_navigation():
            tablet.get_by_role("link", name="Volgende persoon").click()
        druk(tablet, "Beginnen")
        veld = tablet.get_by_label("Wat mist u in de buurt?")
        expect(veld).to_have_value("")
        tablet.get_by_role("button", name="Antwoorden versturen").click()
        expect(tablet.get_by_role("status")).to_contain_text("Vraag 1 mag u niet overslaan")
        veld.fill(tekst)
        tablet.get_by_role("button", name="Antwoorden versturen").click()
        expect(tablet.get_by_role("heading", name="Uw antwoorden staan klaar")).to_be_visible()
    context.set_offline(False)
    tablet.wait_for_function("() => Object.keys({...localStorage}).length === 0")
    assert sorted(rij.tekst for rij in Antwoord.objects.filter(vraag=lijst.open)) == [
        "Van de derde",
        "Van de eerste",
        "Van de tweede",
    ]
    assert Inzending.objects.count() == 3
    expect(tablet.locator(".bewijs")).to_have_count(0)


def test_without_a_script_the_last_page_loads_the_first_one_anew(client, lijst):
    from tests.peilingen.telefoon import Telefoon

    telefoon = Telefoon(ADRES).open().druk("Beginnen").druk("Volgende", tekst="Een bankje")
    for _vraag in range(4):
        telefoon.druk("Volgende")
    telefoon.druk("Antwoorden versturen")
    assert telefoon.boom.xpath("//noscript/meta/@content") == [f"60;url={ADRES}"]
    assert "no-store" in telefoon.antwoord["Cache-Control"]
    code = telefoon.bon
    telefoon.opnieuw()
    assert code not in telefoon.tekst
    telefoon.opnieuw(1)
    assert "Een bankje" not in telefoon.antwoord.content.decode()
    assert Inzending.objects.count() == 1
