"""An organiser, ten minutes before the meeting: template, changes, preview, open, share.

One story at two sizes of window; axe looks at every page of it.
"""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from organisaties.domain.gebieden import load_gemeente
from organisaties.enums import Rol
from peilingen.models import Inzending, Inzendingconcept, Vragenlijst
from tests.browser.test_reis import press, sign_in
from tests.fabrieken import maak_lid, maak_organisatie, maak_ronde
from tests.peilingen.makers import maak_open, stuur_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def anna(transactional_db):
    organisatie = maak_organisatie("Adviesraad Vragen")
    load_gemeente(organisatie=organisatie, gemeente="Delft")
    return maak_lid(organisatie, Rol.ORGANISATOR, "anna")


@pytest.fixture
def begin(bezoek, pagina, anna):
    """The page where a questionnaire is started, signed in."""
    ronde = maak_ronde(anna.organisatie)
    bezoek(f"/account/login/?next=/peilingen/rondes/{ronde.pk}/")
    sign_in(pagina, anna.gebruiker.email)
    return pagina


def koppen(pagina: Page) -> list[str]:
    return [kop.split(". ", 1)[-1] for kop in pagina.locator(".vragen h3").all_inner_texts()]


def test_from_template_to_an_open_questionnaire(begin, toegankelijk):
    pagina = begin
    toegankelijk(pagina)
    pagina.get_by_role("button", name=": Hoe is het in uw buurt?").click()
    expect(pagina.get_by_text("Klaar om te openen")).to_be_visible()
    toegankelijk(pagina)
    change(pagina, toegankelijk)
    preview(pagina, toegankelijk)
    share(pagina, toegankelijk)


def change(pagina: Page, toegankelijk) -> None:
    """Change a question, add one with a mistake, move one by keyboard, take one out and put it back."""
    pagina.get_by_role("link", name=re.compile("Veranderen.*Wat kan er beter")).click()
    expect(pagina.get_by_label("De keuzes, elk op een eigen regel")).not_to_be_visible()
    toegankelijk(pagina)
    pagina.get_by_label("De vraag", exact=True).fill("Wat mist u in uw buurt?")
    press(pagina, "Vraag bewaren")

    press(pagina, "Vraag toevoegen")
    toegankelijk(pagina)
    press(pagina, "Eén keuze")
    pagina.get_by_label("De vraag", exact=True).fill("Kent u het buurthuis?")
    pagina.get_by_label("De keuzes, elk op een eigen regel").fill("ja")
    press(pagina, "Vraag bewaren")
    expect(pagina.get_by_role("group", name="Dit klopt nog niet")).to_be_focused()
    toegankelijk(pagina)
    expect(pagina.get_by_label("De vraag", exact=True)).to_have_value("Kent u het buurthuis?")
    pagina.get_by_label("De keuzes, elk op een eigen regel").fill("ja\nnee")
    press(pagina, "Vraag bewaren")

    omhoog = re.compile("Omhoog.*Kent u het buurthuis")
    for plaats in (4, 3):
        pagina.get_by_role("button", name=omhoog).focus()
        pagina.keyboard.press("Enter")
        expect(pagina.locator(".vragen h3").nth(plaats)).to_contain_text("Kent u het buurthuis?")
        expect(pagina.get_by_role("button", name=omhoog)).to_be_focused()
    pagina.get_by_role("button", name=re.compile("Weghalen.*als eerste om hulp")).click()
    expect(pagina.get_by_text("Weggehaald")).to_be_visible()
    toegankelijk(pagina)
    assert "Aan wie vraagt u als eerste om hulp?" not in koppen(pagina)
    press(pagina, "Terugzetten")
    assert koppen(pagina) == [
        "Wat gaat er goed in uw buurt?",
        "Wat mist u in uw buurt?",
        "Hoe vindt u het om in uw buurt te wonen?",
        "Kent u het buurthuis?",
        "Aan wie vraagt u als eerste om hulp?",
        "In welke buurt woont u?",
    ]


def preview(pagina: Page, toegankelijk) -> None:
    """Walk through the residents' pages; nothing stays."""
    press(pagina, "Bekijken zoals op een telefoon")
    toegankelijk(pagina)
    pagina.locator("[name=toestemming]").check()
    press(pagina, "Beginnen")
    for nummer in range(1, 7):
        expect(pagina.get_by_text(f"Vraag {nummer} van 6").first).to_be_visible()
        toegankelijk(pagina)
        press(pagina, "Volgende")
    toegankelijk(pagina)
    press(pagina, "Antwoorden versturen")
    expect(pagina.get_by_text("Uw bewijscode").first).to_be_visible()
    toegankelijk(pagina)
    assert not Inzendingconcept.objects.exists()
    assert not Inzending.objects.exists()
    press(pagina, "Terug naar de vragenlijst")


def share(pagina: Page, toegankelijk) -> None:
    """Open it, look at poster and screen, and see the count go up by itself."""
    press(pagina, "Vragenlijst openen")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Zo vinden mensen de vragenlijst")
    toegankelijk(pagina)
    delen = pagina.url
    press(pagina, "Poster om af te drukken")
    expect(pagina.get_by_role("button", name="Poster afdrukken")).to_be_visible()
    assert pagina.locator(".poster-qr").evaluate("beeld => beeld.naturalWidth") > 0
    toegankelijk(pagina)
    pagina.goto(delen)
    press(pagina, "Groot scherm voor in de zaal")
    toegankelijk(pagina)
    expect(pagina.get_by_text("U kunt beginnen")).to_be_visible()
    lijst = Vragenlijst.objects.get()
    stuur_in(lijst, "Een bankje")
    expect(pagina.get_by_text("1 persoon deed al mee")).to_be_visible(timeout=15_000)
    press(pagina, "Terug naar delen")
    pagina.get_by_role("link", name=lijst.titel).click()
    toegankelijk(pagina)
    press(pagina, "Antwoorden bekijken")
    expect(pagina.get_by_text("1 van 1").first).to_be_visible()
    toegankelijk(pagina)
    pagina.go_back()
    pagina.locator("summary", has_text="Meer").click()
    toegankelijk(pagina)
    press(pagina, "Vragenlijst verwijderen")
    toegankelijk(pagina)


@pytest.mark.parametrize(
    "titel", ["Wonen", "Hoe is het om hier te wonen, nu en later? " * 4], ids=["kort", "lang"]
)
def test_the_poster_fits_on_one_sheet_of_paper(page, live_server, anna, titel):
    """Printed from the browser, as a volunteer does."""
    lijst = maak_open(maak_ronde(anna.organisatie), anna.gebruiker, titel=titel)
    poster = f"/peilingen/{lijst.pk}/poster/"
    page.goto(f"{live_server.url}/account/login/?next={poster}")
    sign_in(page, anna.gebruiker.email)
    expect(page).to_have_url(re.compile(poster))
    bladen = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(bladen) == 1
    assert [round(float(maat) / 72 * 25.4) for maat in bladen[0].mediabox[2:]] == [210, 297]
    tekst = " ".join(bladen[0].extract_text().split())
    assert titel.split()[0] in tekst
    assert lijst.leescode in tekst
    assert "Poster afdrukken" not in tekst
    assert "Terug naar delen" not in tekst
