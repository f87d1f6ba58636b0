"""The main job in a real browser: a file goes in, themes are looked at and corrected, a letter comes out.

One story at two sizes of window; axe looks at every page of it.
"""

import io
import re

import pytest
from docx import Document
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from basis.tabel import write_csv
from codering.models import Codering
from config.werker import empty_queues
from organisaties.domain.gebieden import load_gemeente
from organisaties.enums import Rol
from tests.fabrieken import WACHTWOORD, maak_lid, maak_organisatie

pytestmark = pytest.mark.django_db(transaction=True)

ANTWOORDEN = [
    *(
        ("Poptahof-Noord", tekst)
        for tekst in (
            "Ik mis een plek om koffie te drinken met de buren",
            "Het buurthuis is dicht, waar moeten we elkaar nu ontmoeten",
            "Een bankje waar je even een praatje maakt",
            "Vroeger was er een inloop, nu zie je niemand meer",
            "De lift is al weken kapot en de huurbaas belt niet terug",
            "Er zit schimmel in de slaapkamer van mijn dochter",
            "Aan het eind van de maand is het geld op",
            "De energierekening kan ik niet betalen",
        )
    ),
    *(
        ("Bosrand", tekst)
        for tekst in (
            "De bus stopt hier niet meer, ik kom nergens",
            "Auto's rijden veel te hard door de straat",
            "Zwerfvuil bij de containers en ratten",
            "weet niet",
            "Ik bel mevrouw Jansen op 06-12345678 als er iets is",
        )
    ),
]


@pytest.fixture
def anna(transactional_db):
    organisatie = maak_organisatie("Adviesraad Reis")
    load_gemeente(organisatie=organisatie, gemeente="Delft")
    return maak_lid(organisatie, Rol.ORGANISATOR, "anna")


@pytest.fixture
def bestand():
    uit = io.StringIO()
    rijen = [(str(nummer), buurt, tekst) for nummer, (buurt, tekst) in enumerate(ANTWOORDEN, start=1)]
    write_csv(uit, ("nummer", "buurt", "Wat mist u in uw buurt?"), rijen)
    return {"name": "enquête maart.csv", "mimeType": "text/csv", "buffer": uit.getvalue().encode()}


def press(pagina: Page, naam: str) -> None:
    pagina.get_by_role("button", name=naam).or_(pagina.get_by_role("link", name=naam)).first.click()
    pagina.wait_for_load_state()


def sign_in(pagina: Page, adres: str) -> None:
    pagina.get_by_label("E-mailadres").fill(adres)
    pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    press(pagina, "Inloggen")


def test_from_file_to_letter(bezoek, pagina, toegankelijk, anna, bestand):
    bezoek("/")
    toegankelijk(pagina)
    press(pagina, "Inloggen")
    toegankelijk(pagina)
    sign_in(pagina, anna.gebruiker.email)
    toegankelijk(pagina)  # no rondes yet

    press(pagina, "Ronde beginnen")
    toegankelijk(pagina)
    pagina.get_by_label("Naam").fill("Voorjaar 2026")
    press(pagina, "Ronde maken")
    toegankelijk(pagina)

    press(pagina, "Antwoorden ophalen")
    press(pagina, "Bestand inlezen")
    toegankelijk(pagina)
    pagina.get_by_label("Bestand met antwoorden").set_input_files(bestand)
    press(pagina, "Volgende: kolommen kiezen")
    toegankelijk(pagina)
    expect(pagina.locator("#voorbeeld")).to_contain_text("13 antwoorden")
    pagina.get_by_label("buurt", exact=True).select_option("negeren")
    expect(pagina.locator("#voorbeeld tbody tr").first).to_contain_text("–")
    pagina.get_by_label("buurt", exact=True).select_option("buurt")
    expect(pagina.locator("#voorbeeld tbody tr").first).to_contain_text("Poptahof-Noord")
    press(pagina, "Inlezen")
    expect(pagina.get_by_text("Het bestand is ingelezen")).to_be_visible()
    toegankelijk(pagina)

    press(pagina, "Naar het coderen")
    press(pagina, "Analyse starten")
    expect(pagina).to_have_url(re.compile("/codering/runs/"))
    toegankelijk(pagina)
    run = pagina.url
    pagina.goto(pagina.url.split("/codering/")[0] + "/rondes/")
    empty_queues()
    pagina.goto(run)
    expect(pagina.get_by_text("De analyse is klaar").first).to_be_visible()
    toegankelijk(pagina)

    review(pagina, toegankelijk)
    figures(pagina, toegankelijk)
    letter(pagina, toegankelijk)


def review(pagina: Page, toegankelijk) -> None:
    """Correct a statement by keyboard alone, and ask for the keys."""
    ronde = pagina.locator("nav.keten a", has_text="Coderen").get_attribute("href")
    pagina.goto(pagina.url.split("/codering/")[0] + f"{ronde}nakijken/")
    toegankelijk(pagina)
    eerste = pagina.locator(".nakijken .kaart").inner_text()
    for toets in ("1", "Enter"):
        pagina.keyboard.press(toets)
    expect(pagina.locator(".nakijken .kaart")).not_to_have_text(eerste, use_inner_text=True)
    assert Codering.objects.count() == 1
    toegankelijk(pagina)
    pagina.keyboard.press("?")
    expect(pagina.get_by_role("dialog")).to_be_visible()
    toegankelijk(pagina)
    pagina.keyboard.press("Escape")


def figures(pagina: Page, toegankelijk) -> None:
    """Look at the figures, at one theme with its statements, and at what may go outside."""
    press(pagina, "Inzicht")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Wat bewoners vertellen")
    expect(pagina.get_by_role("main")).to_contain_text("van de 12")
    toegankelijk(pagina)
    pagina.get_by_role("link", name="Zo mag het naar buiten").click()
    expect(pagina.get_by_text("< 5").first).to_be_visible()
    toegankelijk(pagina)
    pagina.go_back()
    pagina.get_by_role("main").get_by_role("link", name="Ontmoeting en ontmoetingsplekken").first.click()
    expect(pagina.get_by_role("main")).to_contain_text("koffie")
    expect(pagina.get_by_role("main")).not_to_contain_text("06-12345678")
    toegankelijk(pagina)


def letter(pagina: Page, toegankelijk) -> None:
    """Choose findings, edit the letter, choose a quote, download it as PDF and Word."""
    pagina.locator("nav.keten a", has_text="Advies").click()
    toegankelijk(pagina)
    press(pagina, "Brief beginnen")
    toegankelijk(pagina)
    pagina.get_by_label("Waar gaat de brief over?").fill("Ongevraagd advies over ontmoeten in de Poptahof")
    press(pagina, "Brief maken")
    toegankelijk(pagina)
    pagina.get_by_label("Kop van bevinding 1").fill("Een plek om binnen te lopen ontbreekt")
    pagina.get_by_role("complementary").get_by_role("button", name="Brief bewaren").click()
    expect(pagina.get_by_role("complementary")).to_contain_text("Bewaard op")
    expect(pagina.get_by_label("Kop van bevinding 1")).to_have_value("Een plek om binnen te lopen ontbreekt")
    pagina.get_by_role("button", name="Citaat kiezen").first.click()
    pagina.wait_for_load_state()
    toegankelijk(pagina)
    pagina.get_by_role("button", name="Vrijgeven en gebruiken").first.click()
    pagina.wait_for_load_state()
    toegankelijk(pagina)
    brief = pagina.url.split("#")[0]
    pagina.get_by_role("link", name="Voorbeeld bekijken").click()
    expect(pagina.get_by_role("main")).to_contain_text("Een plek om binnen te lopen ontbreekt")
    toegankelijk(pagina)
    pagina.goto(brief)
    for naam, lees in (("Downloaden als PDF", read_pdf), ("Downloaden voor Word", read_docx)):
        with pagina.expect_download() as download:
            pagina.get_by_role("link", name=naam).click()
        tekst = " ".join(lees(download.value.path().read_bytes()).split())
        assert "Een plek om binnen te lopen ontbreekt" in tekst
        assert "ontmoeten in de Poptahof" in tekst
        assert "van de 12 inzenders" in tekst
        assert "Jansen" not in tekst


def read_pdf(inhoud: bytes) -> str:
    return "\n".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages)


def read_docx(inhoud: bytes) -> str:
    return "\n".join(alinea.text for alinea in Document(io.BytesIO(inhoud)).paragraphs)
