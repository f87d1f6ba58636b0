"""Who takes part in the story of `test_keten`, and what each of them does: one function a person, page after page.

`kijk` is the check of every page that someone sees: axe finds nothing, and nothing sticks out sideways.
"""

import io
import re
from collections.abc import Callable

from docx import Document
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.fabrieken import WACHTWOORD

Kijk = Callable[[Page], None]


def press(pagina: Page | Locator, naam: str | re.Pattern[str], *, exact: bool = False) -> None:
    """Press the first button or link with this name."""
    pagina.get_by_role("button", name=naam, exact=exact).or_(
        pagina.get_by_role("link", name=naam, exact=exact)
    ).first.click()
    (pagina if isinstance(pagina, Page) else pagina.page).wait_for_load_state()


def follow(pagina: Page, schakel: str) -> None:
    """Go to a link of the chain that is on every page."""
    pagina.locator("nav.keten").get_by_role("link", name=schakel).click()
    pagina.wait_for_load_state()


def sign_in(pagina: Page, begin: str, adres: str, kijk: Kijk) -> None:
    pagina.goto(begin)
    press(pagina, "Inloggen")
    kijk(pagina)
    pagina.get_by_label("E-mailadres").fill(adres)
    pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    press(pagina, "Inloggen")
    kijk(pagina)


# The organiser, before the evening


def begin_ronde(pagina: Page, kijk: Kijk) -> None:
    press(pagina, "Ronde beginnen")
    kijk(pagina)
    pagina.get_by_label("Naam").fill("Voorjaar 2026")
    press(pagina, "Ronde maken")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Voorjaar 2026")
    kijk(pagina)


def open_vragenlijst(pagina: Page, kijk: Kijk) -> str:
    """From a template to an open questionnaire; gives its address."""
    follow(pagina, "Ophalen")
    kijk(pagina)
    pagina.get_by_role("button", name=": Hoe is het in uw buurt?").click()
    expect(pagina.get_by_role("heading", name="Klaar om te openen")).to_be_visible()
    kijk(pagina)
    press(pagina, "Vragenlijst openen")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Zo vinden mensen de vragenlijst")
    kijk(pagina)
    return pagina.get_by_role("link", name=re.compile("/v/")).inner_text()


def open_bijeenkomst(pagina: Page, kijk: Kijk) -> tuple[str, str]:
    """A meeting with two tables; gives the address of a table, and that of the idea cards."""
    follow(pagina, "Bijeenkomsten")
    kijk(pagina)
    press(pagina, "Bijeenkomst maken")
    kijk(pagina)
    pagina.get_by_label("Titel").fill("Avond in De Wending")
    pagina.get_by_label("Datum").fill("2026-03-15")
    pagina.get_by_label("Vraag van de avond").fill("Wat mist u in uw buurt?")
    pagina.get_by_label("Hoeveel tafels verwacht u?").fill("2")
    press(pagina, "Bijeenkomst maken")
    kijk(pagina)
    press(pagina, "Bijeenkomst openen")
    expect(pagina.get_by_role("button", name="Bijeenkomst sluiten")).to_be_visible()
    kijk(pagina)
    tafel, kaart = pagina.locator("main a[href^='/t/']").first, pagina.locator("main a[href^='/b/']")
    return str(tafel.get_attribute("href")), str(kaart.get_attribute("href"))


# The residents, each on a phone of their own


def answer(pagina: Page, woorden: tuple[str, str, str], teksten: tuple[str, str], kijk: Kijk) -> str:
    """Five questions in a language; gives the receipt code."""
    begin, volgende, verstuur = woorden
    kijk(pagina)
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
    pagina.locator("[name=mag_citeren]").check()
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


# The note-taker


def take_notes(pagina: Page, notities: tuple[str, ...], kijk: Kijk) -> None:
    """Type as fast as people talk: Enter makes the next note; then read back."""
    kijk(pagina)
    for aantal, notitie in enumerate(notities, start=1):
        vak = pagina.get_by_label("Wat wordt er gezegd?")
        vak.press_sequentially(notitie)
        vak.press("Enter")
        expect(vak).to_have_value("")
        expect(pagina.locator("article:visible")).to_have_count(aantal)
    expect(pagina.get_by_text("Bewaard", exact=True)).to_be_visible()
    kijk(pagina)
    press(pagina, "Alles teruglezen")
    kijk(pagina)
    press(pagina, "Teruggelezen en afronden")
    expect(pagina.get_by_text("teruggelezen en afgerond")).to_be_visible()
    kijk(pagina)
