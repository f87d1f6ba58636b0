"""A resident's phone on a bad day: whatever breaks, their answers count exactly once and no word is lost."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from tests.browser.storing import DICHT, HEEL, SLIKT, Kabel, Server
from tests.peilingen.makers_bewoner import CODE

PAD = f"/v/{CODE}/"
NUMMERS = count(1)
CONCEPTEN = "select count(*) from peilingen_inzendingconcept"
KLAAR = "Uw antwoorden zijn aangekomen"
WACHT = "Uw antwoorden staan klaar op dit toestel"
HEEFT_ALLES = f"""async () => {{
  await navigator.serviceWorker.ready;
  return !!(await caches.match("{PAD}alles/", {{ ignoreSearch: true }})) && !!navigator.serviceWorker.controller;
}}"""


@dataclass
class Wereld:
    """Server, cable, and what was there before the test."""

    server: Server
    kabel: Kabel
    tekst: str
    eerder: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.kabel.poort}{PAD}"

    def tel(self) -> int:
        return self.server.ask("select count(*) from peilingen_inzending")[0][0] - self.eerder

    def teksten(self) -> list[str]:
        rijen = self.server.ask("select tekst from peilingen_antwoord where tekst like ?", f"%{self.tekst}%")
        return [tekst for (tekst,) in rijen]

    def check_once(self, tekst: str = "") -> None:
        """Exactly one inzending, with these words."""
        assert (self.tel(), self.teksten()) == (1, [tekst or self.tekst])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("storing"))
    server.prepare()
    server.start()
    yield server
    server.kill()


@pytest.fixture
def wereld(server: Server) -> Iterator[Wereld]:
    kabel = Kabel(server.poort)
    eerder = server.ask("select count(*) from peilingen_inzending")[0][0]
    yield Wereld(server, kabel, f"Een bankje nummer {next(NUMMERS)}", eerder)
    kabel.sluit()


@pytest.fixture
def telefoon(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
    yield context
    context.close()


@dataclass
class Toestel:
    """A phone whose browser can be closed and opened again."""

    soort: BrowserType
    start: dict[str, Any]
    map: Path

    @contextmanager
    def open(self) -> Iterator[BrowserContext]:
        context = self.soort.launch_persistent_context(self.map, **self.start, locale="nl-NL")
        yield context
        context.close()


def druk(pagina: Page, knop: str) -> None:
    """Press a button and wait for the page that comes."""
    with pagina.expect_navigation():
        pagina.get_by_role("button", name=knop, exact=True).click()


def begin(wereld: Wereld, telefoon: BrowserContext) -> Page:
    """To the first question, with everything that the phone keeps in its place."""
    pagina = telefoon.new_page()
    pagina.goto(wereld.url)
    druk(pagina, "Beginnen")
    pagina.wait_for_function(HEEFT_ALLES)
    pagina.get_by_role("textbox").fill(wereld.tekst)
    return pagina


def naar_controle(pagina: Page) -> None:
    for _vraag in range(5):
        druk(pagina, "Volgende")
    expect(pagina.get_by_role("heading", name="Klopt alles?")).to_be_visible()


def verstuur(pagina: Page) -> None:
    pagina.get_by_role("button", name="Antwoorden versturen", exact=True).click()


def zie_klaar(pagina: Page) -> str:
    """Wait for the receipt; give the code."""
    expect(pagina.get_by_role("heading", name=KLAAR)).to_be_visible()
    return pagina.locator(".bewijs").inner_text()


def zie_niets_bewaard(pagina: Page) -> None:
    assert pagina.evaluate("Object.keys({...localStorage}).filter((n) => n.startsWith('grondvlak'))") == []


# The cable is cut


def test_next_without_connection_leads_to_all_questions_on_one_page(wereld, telefoon):
    pagina = begin(wereld, telefoon)
    wereld.kabel.zet(DICHT)
    druk(pagina, "Volgende")
    expect(pagina.get_by_label("Wat mist u in de buurt?")).to_have_value(wereld.tekst)
    expect(pagina.get_by_role("status")).to_contain_text("Geen verbinding")
    pagina.get_by_label("prettig", exact=True).check()
    pagina.reload()
    expect(pagina.get_by_label("prettig", exact=True)).to_be_checked()
    verstuur(pagina)
    expect(pagina.get_by_role("heading", name=WACHT)).to_be_visible()
    assert wereld.tel() == 0
    wereld.kabel.zet(HEEL)
    pagina.get_by_role("button", name="Nu proberen").click()
    zie_klaar(pagina)
    wereld.check_once()
    zie_niets_bewaard(pagina)


def test_cut_before_sending(wereld, telefoon):
    pagina = begin(wereld, telefoon)
    naar_controle(pagina)
    wereld.kabel.zet(DICHT)
    verstuur(pagina)
    expect(pagina.get_by_label("Wat mist u in de buurt?")).to_have_value(wereld.tekst)
    verstuur(pagina)
    expect(pagina.get_by_role("heading", name=WACHT)).to_be_visible()
    wereld.kabel.zet(HEEL)
    pagina.get_by_role("button", name="Nu proberen").click()
    zie_klaar(pagina)
    wereld.check_once()


def test_cut_during_sending_when_the_server_has_it_and_its_answer_is_lost(wereld, telefoon):
    concepten = wereld.server.ask(CONCEPTEN)
    pagina = begin(wereld, telefoon)
    naar_controle(pagina)
    wereld.kabel.zet(SLIKT)
    verstuur(pagina)
    expect(pagina.get_by_label("Wat mist u in de buurt?")).to_have_value(wereld.tekst)
    wereld.check_once()
    verstuur(pagina)
    expect(pagina.get_by_role("heading", name=WACHT)).to_be_visible()
    wereld.kabel.zet(HEEL)
    pagina.get_by_role("button", name="Nu proberen").click()
    zie_klaar(pagina)
    wereld.check_once()
    assert wereld.server.ask(CONCEPTEN) == concepten


def test_cut_after_sending_the_page_stays_and_sends_nothing_more(wereld, telefoon):
    pagina = begin(wereld, telefoon)
    naar_controle(pagina)
    verstuur(pagina)
    code = zie_klaar(pagina)
    wereld.kabel.zet(DICHT)
    wereld.kabel.zet(HEEL)
    pagina.reload()
    assert zie_klaar(pagina) == code
    zie_niets_bewaard(pagina)
    wereld.check_once()


def test_a_connection_that_comes_back_sends_by_itself(wereld, telefoon):
    pagina = begin(wereld, telefoon)
    telefoon.set_offline(True)
    druk(pagina, "Volgende")
    expect(pagina.get_by_label("Wat mist u in de buurt?")).to_have_value(wereld.tekst)
    verstuur(pagina)
    expect(pagina.get_by_role("heading", name=WACHT)).to_be_visible()
    telefoon.set_offline(False)
    zie_klaar(pagina)
    wereld.check_once()


def test_what_is_changed_while_it_waits_is_what_counts(wereld, telefoon):
    pagina = begin(wereld, telefoon)
    wereld.kabel.zet(SLIKT)
    druk(pagina, "Volgende")
    verstuur(pagina)
    expect(pagina.get_by_role("status")).to_contain_text("wachten op dit toestel")
    wereld.check_once()
    pagina.get_by_role("button", name="Toch nog iets veranderen").click()
    pagina.get_by_label("Wat mist u in de buurt?").fill(f"{wereld.tekst}, en licht")
    wereld.kabel.zet(HEEL)
    verstuur(pagina)
    expect(pagina.get_by_role("heading", name="Uw nieuwe antwoorden zijn aangekomen")).to_be_visible()
    wereld.check_once(f"{wereld.tekst}, en licht")


# The server dies


def test_a_server_that_is_killed_between_two_pages(wereld, telefoon):
    pagina = begin(wereld, telefoon)
    druk(pagina, "Volgende")
    pagina.get_by_label("prettig", exact=True).check()
    wereld.server.kill()
    druk(pagina, "Volgende")
    expect(pagina.get_by_label("prettig", exact=True)).to_be_checked()
    wereld.server.start()
    pagina.reload()
    expect(pagina.get_by_label("Wat mist u in de buurt?")).to_have_value(wereld.tekst)
    druk(pagina, "Antwoorden nakijken")
    verstuur(pagina)
    zie_klaar(pagina)
    wereld.check_once()


def test_a_server_that_is_killed_while_answers_wait_and_a_browser_that_is_closed(
    wereld, browser_type, browser_type_launch_args, tmp_path
):
    toestel = Toestel(browser_type, browser_type_launch_args, tmp_path)
    with toestel.open() as telefoon:
        pagina = begin(wereld, telefoon)
        wereld.server.kill()
        druk(pagina, "Volgende")
        verstuur(pagina)
        expect(pagina.get_by_role("heading", name=WACHT)).to_be_visible()
    with toestel.open() as telefoon:
        pagina = telefoon.new_page()
        pagina.goto(wereld.url)
        expect(pagina.get_by_role("status")).to_contain_text("wachten op dit toestel")
    wereld.server.start()
    with toestel.open() as telefoon:
        pagina = telefoon.new_page()
        pagina.goto(wereld.url)
        expect(pagina.get_by_role("heading", name="Uw bewijscode")).to_be_visible()
        zie_niets_bewaard(pagina)
        pagina.reload()
        expect(pagina.get_by_role("heading", name="Uw bewijscode")).to_be_hidden()
    wereld.check_once()


# Back, twice, two windows


def test_a_double_tap_on_the_last_button(wereld, telefoon):
    pagina = begin(wereld, telefoon)
    naar_controle(pagina)
    pagina.get_by_role("button", name="Antwoorden versturen", exact=True).dblclick()
    zie_klaar(pagina)
    wereld.check_once()


def test_back_and_send_again(wereld, telefoon):
    pagina = begin(wereld, telefoon)
    naar_controle(pagina)
    verstuur(pagina)
    code = zie_klaar(pagina)
    pagina.go_back()
    verstuur(pagina)
    expect(pagina.locator(".bewijs")).to_have_text(code)
    wereld.check_once()


def test_going_back_through_every_page_writes_nothing_and_sends_nothing(wereld, telefoon):
    pagina = begin(wereld, telefoon)
    naar_controle(pagina)
    with pagina.expect_navigation():
        pagina.get_by_role("button", name="Wat mist u in de buurt?").click()
    pagina.get_by_role("textbox").fill(f"{wereld.tekst}, en licht")
    druk(pagina, "Klaar met veranderen")
    for _bladzijde in range(7):
        pagina.go_back()
    expect(pagina.get_by_role("textbox")).to_have_value(f"{wereld.tekst}, en licht")
    assert wereld.tel() == 0
    naar_controle(pagina)
    verstuur(pagina)
    zie_klaar(pagina)
    wereld.check_once(f"{wereld.tekst}, en licht")


def test_two_tabs_with_one_draft(wereld, telefoon):
    een = begin(wereld, telefoon)
    twee = telefoon.new_page()
    twee.goto(wereld.url)
    twee.get_by_role("button", name="Verder met wat u had ingevuld").click()
    expect(twee.get_by_role("textbox")).to_have_value(wereld.tekst)
    druk(twee, "Volgende")
    druk(een, "Volgende")
    een.get_by_label("prettig", exact=True).check()
    for pagina in (een, twee):
        for _vraag in range(4):
            druk(pagina, "Volgende")
        verstuur(pagina)
    expect(twee.locator(".bewijs")).to_have_text(zie_klaar(een))
    wereld.check_once()


# Later


def test_twelve_hours_later_on_the_same_device(wereld, browser_type, browser_type_launch_args, tmp_path):
    toestel = Toestel(browser_type, browser_type_launch_args, tmp_path)
    with toestel.open() as telefoon:
        begin(wereld, telefoon)
    # Nothing was sent yet: only the device has the words. Twelve hours or a year make no difference to it.
    with toestel.open() as telefoon:
        pagina = telefoon.new_page()
        pagina.clock.install(time="2030-01-01T12:00:00")
        pagina.goto(wereld.url)
        assert wereld.tekst not in pagina.content()
        expect(pagina.get_by_role("button", name="Beginnen", exact=True)).to_be_hidden()
        druk(pagina, "Verder met wat u had ingevuld")
        expect(pagina.get_by_role("textbox")).to_have_value(wereld.tekst)
        naar_controle(pagina)
        verstuur(pagina)
        zie_klaar(pagina)
    wereld.check_once()


def test_a_draft_that_the_server_has_deleted_is_made_anew_from_the_device(wereld, telefoon):
    pagina = begin(wereld, telefoon)
    for _vraag in range(3):
        druk(pagina, "Volgende")
    wereld.server.execute("delete from peilingen_inzendingconcept")
    later = telefoon.new_page()
    later.goto(wereld.url)
    druk(later, "Verder met wat u had ingevuld")
    expect(later.locator("h1")).to_have_text("Waar komt u?")
    for _vraag in range(2):
        druk(later, "Volgende")
    expect(later.locator("main")).to_contain_text(wereld.tekst)
    verstuur(later)
    zie_klaar(later)
    wereld.check_once()


def test_starting_over_leaves_the_first_words_alone(wereld, telefoon):
    begin(wereld, telefoon)
    ander = telefoon.new_page()
    ander.goto(wereld.url)
    ander.get_by_role("button", name="Opnieuw beginnen").click()
    druk(ander, "Beginnen")
    expect(ander.get_by_role("textbox")).to_have_value("")
    ander.get_by_role("textbox").fill("Niets")
    naar_controle(ander)
    verstuur(ander)
    zie_klaar(ander)
    assert (wereld.tel(), wereld.teksten()) == (1, [])


@pytest.mark.parametrize("jaar", [2020, 2040])
def test_a_clock_that_is_years_wrong(wereld, telefoon, jaar):
    telefoon.clock.install(time=f"{jaar}-06-01T08:00:00")
    pagina = begin(wereld, telefoon)
    wereld.kabel.zet(DICHT)
    druk(pagina, "Volgende")
    verstuur(pagina)
    expect(pagina.get_by_role("heading", name=WACHT)).to_be_visible()
    wereld.kabel.zet(HEEL)
    pagina.clock.run_for(31_000)
    zie_klaar(pagina)
    wereld.check_once()


def test_closed_while_it_waited_gives_the_words_back_at_each_visit(wereld, telefoon):
    pagina = begin(wereld, telefoon)
    wereld.kabel.zet(DICHT)
    druk(pagina, "Volgende")
    verstuur(pagina)
    expect(pagina.get_by_role("heading", name=WACHT)).to_be_visible()
    sluiten = "update peilingen_vragenlijst set status = ?, gesloten_op = ?"
    wereld.server.execute(sluiten, "gesloten", "2026-01-01 12:00:00")
    try:
        wereld.kabel.zet(HEEL)
        pagina.get_by_role("button", name="Nu proberen").click()
        expect(pagina.get_by_role("heading", name="Deze vragenlijst is gesloten")).to_be_visible()
        expect(pagina.locator(".overzicht")).to_contain_text(wereld.tekst)
        pagina.goto(wereld.url)
        expect(pagina.locator(".overzicht")).to_have_count(0)
        druk(pagina, "Laten zien")
        expect(pagina.locator(".overzicht")).to_contain_text(wereld.tekst)
        pagina.goto(wereld.url)
        pagina.get_by_role("button", name="Wissen van dit toestel").click()
        zie_niets_bewaard(pagina)
    finally:
        wereld.server.execute(sluiten, "open", None)
    assert wereld.tel() == 0


# A browser that allows little


def test_with_cookies_and_storage_forbidden(wereld, browser_type, browser_type_launch_args, tmp_path):
    voorkeur = tmp_path / "Default" / "Preferences"
    voorkeur.parent.mkdir()
    voorkeur.write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}))
    with Toestel(browser_type, browser_type_launch_args, tmp_path).open() as telefoon:
        pagina = telefoon.new_page()
        pagina.goto(wereld.url)
        assert pagina.evaluate("(() => { try { return !localStorage } catch { return true } })()")
        druk(pagina, "Beginnen")
        pagina.get_by_role("textbox").fill(wereld.tekst)
        naar_controle(pagina)
        verstuur(pagina)
        zie_klaar(pagina)
    wereld.check_once()


def test_all_questions_on_one_page_without_a_script(wereld, browser):
    context = browser.new_context(java_script_enabled=False)
    pagina = context.new_page()
    pagina.goto(wereld.url)
    druk(pagina, "Alle vragen op één bladzijde")
    pagina.get_by_label("Wat mist u in de buurt?").fill(wereld.tekst)
    druk(pagina, "Liever één vraag per bladzijde")
    expect(pagina.get_by_role("textbox")).to_have_value(wereld.tekst)
    pagina.go_back()
    druk(pagina, "Antwoorden nakijken")
    verstuur(pagina)
    zie_klaar(pagina)
    wereld.check_once()
    context.close()
