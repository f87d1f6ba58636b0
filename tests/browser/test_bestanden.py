"""Answers out as a file and in again: what an organiser does after the market, at two sizes of window."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peilingen.models import Inzending
from tests.browser.test_reis import press, sign_in
from tests.mensen import maak_mensen
from tests.peilingen.makers_cijfers import maak_alles, stuur, voorbeelden

pytestmark = pytest.mark.django_db(transaction=True)
KIEKJES = os.environ.get("GRONDVLAK_KIEKJES", "")


@pytest.fixture
def alles(transactional_db):
    """A questionnaire with answers, of an organisation with an organiser."""
    mensen = maak_mensen()
    gevuld = maak_alles(mensen)
    for antwoorden in voorbeelden(gevuld):
        stuur(gevuld.lijst, antwoorden)
    return gevuld, mensen.organisator.gebruiker


def look(pagina: Page, toegankelijk, naam: str) -> None:
    """Check the page, and keep a picture where someone asked for one."""
    toegankelijk(pagina)
    breedte = pagina.evaluate("window.innerWidth")
    if KIEKJES:
        pagina.screenshot(path=f"{KIEKJES}/{naam}-{breedte}.png", full_page=True)
    pagina.set_viewport_size({"width": 320, "height": 800})
    assert pagina.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), naam
    pagina.set_viewport_size({"width": breedte, "height": 844})


def upload(pagina: Page, tekst: str, naam: str) -> None:
    pagina.get_by_label("Bestand met antwoorden").set_input_files(
        {"name": naam, "mimeType": "text/csv", "buffer": tekst.encode()}
    )
    press(pagina, "Volgende: kolommen bekijken")


def test_answers_go_out_and_come_in(bezoek, pagina, toegankelijk, alles):
    gevuld, wie = alles
    bezoek(f"/account/login/?next=/peilingen/{gevuld.lijst.pk}/")
    sign_in(pagina, wie.email)
    pagina.get_by_text("Meer", exact=True).first.click()
    pagina.get_by_role("link", name="Antwoorden downloaden").click()
    download(pagina, toegankelijk)
    pagina.go_back()
    pagina.get_by_text("Meer", exact=True).first.click()
    pagina.get_by_role("link", name="Antwoorden van papier of elders inlezen").click()
    look(pagina, toegankelijk, "invoer")
    with pagina.expect_download() as invulbestand:
        pagina.get_by_role("link", name="Invulbestand downloaden").click()
    assert invulbestand.value.suggested_filename == "invulbestand-alle-soorten.xlsx"
    bring_in(pagina, toegankelijk)


def download(pagina: Page, toegankelijk) -> None:
    """Both kinds of file come, and the page says what is in them."""
    expect(pagina.get_by_role("heading", name="Om te delen")).to_be_visible()
    look(pagina, toegankelijk, "uitvoer")
    with pagina.expect_download() as eigen:
        press(pagina, "Alle antwoorden downloaden")
    assert eigen.value.suggested_filename == "antwoorden-alle-soorten-eigen.xlsx"
    pagina.locator("#delen ~ form").get_by_label("SPSS (.sav), met labels").check()
    with pagina.expect_download() as delen:
        press(pagina, "Bestand om te delen downloaden")
    assert delen.value.suggested_filename == "antwoorden-alle-soorten-delen.sav"
    assert Path(delen.value.path()).read_bytes().startswith(b"$FL2@(#)")


def bring_in(pagina: Page, toegankelijk) -> None:
    """A mistake is told with its place; a column that was not known is chosen; then all of it comes in."""
    voor = Inzending.objects.count()
    upload(pagina, "kent;schaal\nja;misschien\n", "fout.csv")
    expect(pagina.get_by_text("Rij 2, kolom 2: “misschien” is geen keuze bij vraag 5.")).to_be_visible()
    look(pagina, toegankelijk, "fouten")
    press(pagina, "Bestand weggooien")
    upload(pagina, "kent;Wat staat hier?\nja;een bankje\nnee;licht\n", "goed.csv")
    expect(pagina.get_by_text("Deze kolom wordt niet gebruikt: Wat staat hier?")).to_be_visible()
    pagina.get_by_label("Wat staat hier?").select_option(label="1. Wat mist u in uw buurt?")
    expect(pagina.get_by_text("een bankje").first).to_be_visible()
    expect(pagina.get_by_text("Deze kolom wordt niet gebruikt")).to_have_count(0)
    look(pagina, toegankelijk, "koppelen")
    press(pagina, "Antwoorden inlezen")
    expect(pagina.get_by_text("2 inzendingen zijn ingelezen.")).to_be_visible()
    assert Inzending.objects.count() == voor + 2
