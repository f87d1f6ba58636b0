"""What the organiser and the coder do in the story of `test_keten`, page after page; see also `keten_bewoners`.

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


def go(pagina: Page, adres: str) -> Page:
    pagina.goto(adres)
    return pagina


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
    return pagina.get_by_role("main").locator("a[href*='/v/']").first.inner_text()


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


# The logbook, and what came of the evening


def record_signaal(pagina: Page, tekst: str, zonder_naam: str, kijk: Kijk) -> None:
    """Someone called; the name that was typed along is left out before it is kept."""
    follow(pagina, "Bijeenkomsten")
    press(pagina, "Signaal noteren of nalezen")
    kijk(pagina)
    pagina.get_by_label("Wat werd er gezegd").fill(tekst)
    press(pagina, "Signaal bewaren")
    kijk(pagina)
    press(pagina, "Zo bewaren")
    expect(pagina.get_by_text("Het signaal is bewaard.")).to_be_visible()
    expect(pagina.get_by_role("main")).to_contain_text(zonder_naam)
    kijk(pagina)


def close_bijeenkomst(pagina: Page, kijk: Kijk) -> None:
    """From the list of rondes by what waits: the ronde says that the meeting is going on."""
    press(pagina, "Voorjaar 2026")
    expect(pagina.get_by_role("main")).to_contain_text("12 inzenders")
    kijk(pagina)
    press(pagina, "Bijeenkomst volgen")
    expect(pagina.get_by_role("row", name="Tafel 1")).to_contain_text("teruggelezen")
    expect(pagina.get_by_role("link", name="1 ideekaart")).to_be_visible()
    kijk(pagina)
    press(pagina, "Bijeenkomst sluiten")
    expect(pagina.get_by_text("De bijeenkomst is gesloten.")).to_be_visible()
    kijk(pagina)


def move_fase(pagina: Page, kijk: Kijk) -> None:
    """Follow what the page of the ronde proposes, then go on to coding."""
    press(pagina, "Voorjaar 2026")
    kijk(pagina)
    press(pagina, "Verder met coderen")
    expect(pagina.get_by_role("heading", name=": coderen")).to_be_visible()
    kijk(pagina)


# The coder


def code_by_keyboard(pagina: Page, zoek: str, thema: str, kijk: Kijk) -> None:
    """Look at what the machine made of it, find one statement, and decide what it is about without a mouse."""
    press(pagina, "Voorjaar 2026")
    kijk(pagina)
    follow(pagina, "Coderen")
    kijk(pagina)
    press(pagina, "Alle uitspraken")
    expect(pagina.get_by_role("main")).to_contain_text("tafel 1")
    kijk(pagina)
    pagina.get_by_label("Woorden").fill(zoek)
    press(pagina, "Zoeken")
    expect(pagina.get_by_text("1 uitspraak gevonden")).to_be_visible()
    press(pagina, "Nakijken", exact=True)
    kijk(pagina)
    keuze = pagina.locator(".themakeuze", has_text=thema)
    pagina.keyboard.press(keuze.locator("kbd").inner_text())
    expect(keuze.get_by_role("checkbox")).to_be_checked()
    pagina.keyboard.press("Enter")
    expect(pagina.locator(".laatste")).to_contain_text(thema)
    kijk(pagina)


# The figures and the wall


def read_figure(pagina: Page, thema: str, kanaal: str) -> str:
    """By how many a theme was named, in the table that has the kanalen side by side."""
    follow(pagina, "Inzicht")
    tabel = pagina.get_by_role("region", name="Thema’s per kanaal")
    koppen = tabel.get_by_role("columnheader").all_inner_texts()
    plaats = next(nummer for nummer, kop in enumerate(koppen) if kop.startswith(kanaal))
    return tabel.get_by_role("row", name=thema).locator("th, td").nth(plaats).inner_text()


def show_wall(pagina: Page, thema: str, kijk: Kijk) -> None:
    follow(pagina, "Inzicht")
    press(pagina, "Wand klaarzetten")
    kijk(pagina)
    pagina.get_by_role("checkbox", name=thema).check()
    press(pagina, "Wand bewaren")
    expect(pagina.get_by_text("De wand is bewaard.")).to_be_visible()
    kijk(pagina)
    press(pagina, "Wand tonen")
    expect(pagina.get_by_role("heading", name="Wat mist u in uw buurt?")).to_be_visible()
    expect(pagina.get_by_role("list").get_by_text(thema)).to_be_visible()
    kijk(pagina)


# The letter


def write_brief(pagina: Page, betreft: str, kop: str, citaat: str, kijk: Kijk) -> None:
    """Choose findings, write a heading of one's own, choose a quote that may stay."""
    follow(pagina, "Advies")
    kijk(pagina)
    press(pagina, "Brief beginnen")
    kijk(pagina)
    pagina.get_by_label("Waar gaat de brief over?").fill(betreft)
    pagina.get_by_label("Aan wie gaat de brief?").fill("Het college van B en W van Delft")
    press(pagina, "Brief maken")
    kijk(pagina)
    pagina.get_by_label("Plaats").fill("Delft")
    pagina.get_by_label("Kop van bevinding 1").fill(kop)
    press(pagina, "Citaat kiezen bij bevinding 1")
    kijk(pagina)
    vak = pagina.locator("form", has=pagina.get_by_text(citaat))
    vak.get_by_role("checkbox").check()
    press(vak, "Vrijgeven en gebruiken")
    expect(pagina.get_by_role("article", name="De brief")).to_contain_text(citaat)
    kijk(pagina)


def settle_brief(pagina: Page, kijk: Kijk) -> list[str]:
    """Settle the letter; gives what the PDF and the Word file say."""
    press(pagina, "Brief vaststellen")
    expect(pagina.get_by_role("main")).to_contain_text("Vastgesteld op")
    kijk(pagina)
    teksten = []
    for naam, lees in (("Downloaden als PDF", read_pdf), ("Voor Word", read_docx)):
        with pagina.expect_download() as download:
            pagina.get_by_role("link", name=naam).click()
        teksten.append(" ".join(lees(download.value.path().read_bytes()).split()))
    return teksten


def read_pdf(inhoud: bytes) -> str:
    return "\n".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages)


def read_docx(inhoud: bytes) -> str:
    return "\n".join(alinea.text for alinea in Document(io.BytesIO(inhoud)).paragraphs)


# What the city answers


def send_brief(pagina: Page, kijk: Kijk) -> None:
    """It goes out today; the day by which a reaction is asked stands there already."""
    press(pagina, "Verzending invullen")
    kijk(pagina)
    press(pagina, "Verzending bewaren")
    expect(pagina.get_by_role("main")).to_contain_text("0 van 6 punten beantwoord")
    kijk(pagina)


def enter_reactie(pagina: Page, reactie: str, toezegging: str, datum: str, kijk: Kijk) -> None:
    press(pagina.get_by_role("main"), "Antwoord invoeren")
    kijk(pagina)
    pagina.get_by_label("neemt het over", exact=True).check()
    pagina.get_by_label("Het antwoord, in de woorden van de gemeente").fill(reactie)
    pagina.get_by_label("Datum van het antwoord").fill(datum)
    pagina.get_by_label("Wat zegt de gemeente toe?").fill(toezegging)
    press(pagina, "Bewaren en naar het overzicht")
    expect(pagina.get_by_role("main")).to_contain_text(toezegging)
    kijk(pagina)


def publish(pagina: Page, kijk: Kijk) -> str:
    """Make the page for residents public; gives its address."""
    press(pagina, "Openbare pagina maken")
    kijk(pagina)
    press(pagina, "Openbaar maken")
    kijk(pagina)
    return pagina.get_by_label("Adres om te kopiëren").input_value()
