"""What the residents and the note-taker do in the story of `test_keten`, page after page."""

import re

from playwright.sync_api import Page, expect

from tests.browser.keten import Kijk, press


def answer(pagina: Page, woorden: tuple[str, str, str], teksten: tuple[str, str], kijk: Kijk) -> str:
    """Five questions in a language; gives the receipt code."""
    begin, volgende, verstuur = woorden
    kijk(pagina)
    pagina.locator("[name=toestemming]").check()
    press(pagina, begin)
    for tekst in teksten:
        kijk(pagina)
        pagina.get_by_role("textbox").fill(tekst)
        press(pagina, volgende)
    for keuze in ("prettig", "buren"):
        kijk(pagina)
        pagina.get_by_label(keuze, exact=True).check()
        press(pagina, volgende)
    kijk(pagina)
    pagina.get_by_role("combobox").select_option("Poptahof-Noord")
    press(pagina, volgende)
    kijk(pagina)
    pagina.locator("[name=mag_citeren]").first.check()
    press(pagina, verstuur)
    kijk(pagina)
    return pagina.locator(".bewijs").inner_text()


def correct(pagina: Page, adres: str, code: str, nieuw: str, kijk: Kijk) -> None:
    """Come back later with the code, read, and change the second answer."""
    pagina.goto(adres)
    press(pagina, "Ik heb al antwoorden verstuurd en heb een bewijscode")
    kijk(pagina)
    pagina.get_by_label("Uw bewijscode").fill(code)
    press(pagina, "Antwoorden laten zien")
    kijk(pagina)
    press(pagina, "Antwoorden veranderen")
    kijk(pagina)
    press(pagina, re.compile("Veranderen.*Wat kan er beter"))
    pagina.get_by_role("textbox").fill(nieuw)
    press(pagina, "Klaar met veranderen")
    press(pagina, "Antwoorden versturen")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Uw nieuwe antwoorden zijn aangekomen")
    kijk(pagina)


def send_idee(pagina: Page, tekst: str, kijk: Kijk) -> None:
    kijk(pagina)
    pagina.get_by_label("Wat mist u in uw buurt?").fill(tekst)
    press(pagina, "Idee versturen")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Uw idee is aangekomen")
    kijk(pagina)


def take_notes(pagina: Page, notities: tuple[str, ...], kijk: Kijk) -> None:
    """Type as fast as people talk: Enter makes the next note; then read back."""
    kijk(pagina)
    for aantal, notitie in enumerate(notities, start=1):
        vak = pagina.get_by_label("Wat wordt er gezegd?")
        vak.press_sequentially(notitie)
        vak.press("Enter")
        expect(vak).to_have_value("")
        expect(pagina.locator("article:visible")).to_have_count(aantal)
    kijk(pagina)
    press(pagina, "Alles teruglezen")
    kijk(pagina)
    press(pagina, "Teruggelezen en afronden")
    expect(pagina.get_by_text("teruggelezen en afgerond")).to_be_visible()
    kijk(pagina)
