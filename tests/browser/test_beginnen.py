"""From an empty installation to the first ronde in a real browser, and the front door for residents."""

import re

import pytest
from playwright.sync_api import Page, expect

from organisaties.domain.instellingen import found_organisatie
from organisaties.domain.leden import make_wachtwoordlink
from tests.fabrieken import WACHTWOORD

pytestmark = pytest.mark.django_db(transaction=True)


def press(pagina: Page, naam: str) -> None:
    pagina.get_by_role("button", name=naam).or_(pagina.get_by_role("link", name=naam)).first.click()
    pagina.wait_for_load_state()


def open_menu(pagina: Page, naam: str) -> None:
    pagina.locator(".kop-menu summary").click()
    pagina.locator(".menu-lijst").get_by_role("link", name=naam).click()
    pagina.wait_for_load_state()


def test_a_resident_types_a_code_that_nobody_knows(bezoek, pagina, toegankelijk):
    bezoek("/")
    toegankelijk(pagina)
    pagina.get_by_label("Code van het scherm of de poster").fill("Poes 123")
    press(pagina, "Openen")
    expect(pagina.get_by_text("Deze code kennen we niet").first).to_be_visible()
    expect(pagina.get_by_label("Code van het scherm of de poster")).to_have_value("Poes 123")
    toegankelijk(pagina)


def test_a_mistyped_address_has_a_field_for_the_code(page, live_server, maat, toegankelijk):
    page.set_viewport_size(maat)
    antwoord = page.goto(f"{live_server.url}/v/xyzz/te/veel/")
    assert antwoord is not None
    assert antwoord.status == 404
    toegankelijk(page)
    page.goto(f"{live_server.url}/xyzz")
    expect(page.get_by_label("Code van het scherm of de poster")).to_have_value("xyzz")


def test_from_an_empty_installation_to_the_first_ronde(bezoek, pagina, toegankelijk):
    bea = found_organisatie(naam="Buurtraad Zuid", email="bea@zuid.test", beheerder="Bea Bakker")
    bezoek(make_wachtwoordlink(lid=bea, wie=None))
    toegankelijk(pagina)
    for veld in pagina.locator("input[type=password]").all():
        veld.fill(WACHTWOORD)
    press(pagina, "Wachtwoord bewaren")
    press(pagina, "Naar inloggen")
    pagina.get_by_label("E-mailadres").fill("bea@zuid.test")
    pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    press(pagina, "Inloggen")
    expect(pagina.get_by_role("heading", level=2)).to_have_text("Nog geen rondes")
    change_settings(pagina, toegankelijk)
    add_member(pagina, toegankelijk)
    add_areas(pagina, toegankelijk)
    open_menu(pagina, "Mijn rondes")
    begin_rondes(pagina, toegankelijk)


def change_settings(pagina: Page, toegankelijk) -> None:
    """Say where residents can turn; a shorter term asks once more."""
    open_menu(pagina, "Instellingen")
    toegankelijk(pagina)
    pagina.get_by_label("Waar mensen terechtkunnen").fill("bea@zuid.test")
    pagina.get_by_label("Antwoorden bewaren (dagen)").fill("365")
    press(pagina, "Instellingen bewaren")
    toegankelijk(pagina)
    pagina.get_by_label("Ja, verwijder wat ouder is").check()
    press(pagina, "Instellingen bewaren")
    expect(pagina.get_by_text("De instellingen zijn bewaard.")).to_be_visible()


def add_member(pagina: Page, toegankelijk) -> None:
    """Add a note-taker, make the link to hand over, take them out and put them back."""
    press(pagina, "Leden")
    pagina.get_by_label("Naam").fill("Noor")
    pagina.get_by_label("E-mailadres").fill("noor@zuid.test")
    pagina.get_by_label("Notulist").check()
    press(pagina, "Lid toevoegen")
    toegankelijk(pagina)
    press(pagina, "Link maken")
    expect(pagina.get_by_label("Link om een wachtwoord te kiezen")).to_have_value(re.compile("^http.*/key/"))
    toegankelijk(pagina)
    press(pagina, "Terug naar de leden")
    toegankelijk(pagina)
    press(pagina, "Noor")
    press(pagina, "Lid weghalen")
    toegankelijk(pagina)
    press(pagina, "Terugzetten")
    expect(pagina.get_by_text("Noor is weer lid.")).to_be_visible()


def add_areas(pagina: Page, toegankelijk) -> None:
    """Read in Delft and open one wijk."""
    press(pagina, "Gebieden")
    toegankelijk(pagina)
    press(pagina, "Buurten van Delft inlezen")
    pagina.locator("summary", has_text="Voorhof").click()
    toegankelijk(pagina)


def begin_rondes(pagina: Page, toegankelijk) -> None:
    """Begin a ronde, move it on, and begin the next one."""
    press(pagina, "Ronde beginnen")
    pagina.get_by_label("Naam").fill("Voorjaar 2026")
    press(pagina, "Ronde maken")
    press(pagina, "Beginnen met ophalen")
    expect(pagina.get_by_role("heading", name="Fase 2 van 8: ophalen")).to_be_visible()
    pagina.locator("summary", has_text="Meer over de fasen").click()
    toegankelijk(pagina)
    press(pagina, "Volgende ronde beginnen")
    expect(pagina.get_by_label("Naam")).to_have_value("Voorjaar 2027")
    toegankelijk(pagina)
    press(pagina, "Volgende ronde maken")
    expect(pagina.get_by_text("Deze ronde volgt op:")).to_be_visible()
