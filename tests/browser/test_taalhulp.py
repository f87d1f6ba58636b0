"""An organiser writes a question with help, says when it is asked, looks it all over, and takes a question of before.

One story at two sizes of window; axe looks at every page of it.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from organisaties.enums import Rol
from peilingen.domain.vragenlijsten import create_vragenlijst
from tests.browser.test_reis import press, sign_in
from tests.fabrieken import maak_lid, maak_organisatie, maak_ronde

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def anna(transactional_db):
    return maak_lid(maak_organisatie("Adviesraad Taal"), Rol.ORGANISATOR, "anna")


@pytest.fixture
def lijst(anna):
    """A questionnaire from a template, in an organisation without areas or contact."""
    ronde = maak_ronde(anna.organisatie)
    return create_vragenlijst(ronde=ronde, wie=anna.gebruiker, sjabloon="plekken")


@pytest.fixture
def begin(bezoek, pagina, lijst, anna):
    """The form of the last open question, signed in."""
    vraag = lijst.vragen.get(sleutel="v7")
    bezoek(f"/account/login/?next=/peilingen/{lijst.pk}/vragen/{vraag.pk}/")
    sign_in(pagina, anna.gebruiker.email)
    return pagina


def test_writing_and_checking_with_help(begin, lijst, toegankelijk):
    pagina = begin
    write(pagina, toegankelijk)
    choose_condition(pagina, toegankelijk)
    look_over(pagina, toegankelijk)
    take_from_library(pagina, lijst, toegankelijk)


def write(pagina: Page, toegankelijk) -> None:
    """Hints come while typing, and go when the question is put better; focus stays where it was."""
    veld = pagina.get_by_label("De vraag", exact=True)
    veld.fill("Vindt u ook niet dat participatie hier beter kan?")
    expect(pagina.locator("#taalhulp-tekst")).to_have_text("2 tips om het duidelijker te maken")
    expect(pagina.locator(".taalhulp-hints").first).to_contain_text("Schrijf bijvoorbeeld: meedoen.")
    expect(veld).to_be_focused()
    toegankelijk(pagina)
    veld.fill("Wat heeft deze plek nodig?")
    expect(pagina.locator("#taalhulp-tekst")).to_have_text("")
    veld.fill("Wat kan hier beter en wat moet zo blijven?")
    expect(pagina.locator("#taalhulp-tekst")).to_have_text("1 tip om het duidelijker te maken")
    press(pagina, "Vraag bewaren")


def choose_condition(pagina: Page, toegankelijk) -> None:
    """A question is asked of some only; the sentence follows each choice, by keyboard too."""
    pagina.locator("li", has_text="Wat kan hier beter en").get_by_role(
        "link", name=re.compile("Alleen als")
    ).click()
    toegankelijk(pagina)
    pagina.get_by_label("Kijk naar het antwoord op").focus()
    pagina.get_by_label("Kijk naar het antwoord op").select_option(label="4. Hoe vaak komt u er?")
    expect(pagina.locator("#voorwaarde-woorden")).to_have_text("Kies nog bij welk antwoord.")
    expect(pagina.get_by_label("Kijk naar het antwoord op")).to_be_focused()
    press(pagina, "Voorwaarde bewaren")
    expect(pagina.get_by_text("Kies bij welk antwoord deze vraag gesteld wordt.")).to_be_visible()
    toegankelijk(pagina)
    pagina.get_by_label("elke dag").press("Space")
    expect(pagina.locator("#voorwaarde-woorden")).to_have_text("Alleen als u bij vraag 4 “elke dag” koos.")
    pagina.get_by_role("button", name="Nog een regel").click()
    pagina.get_by_label("Kijk naar het antwoord op").nth(1).select_option(
        label="2. Wat maakt deze plek belangrijk voor u?"
    )
    expect(pagina.locator("#voorwaarde-woorden")).to_contain_text("en vraag 2 beantwoordde")
    toegankelijk(pagina)
    press(pagina, "Voorwaarde bewaren")
    expect(
        pagina.get_by_text("Alleen als u bij vraag 4 “elke dag” koos en vraag 2 beantwoordde.").first
    ).to_be_visible()
    toegankelijk(pagina)


def look_over(pagina: Page, toegankelijk) -> None:
    """The check names what is worth a look and leads to where it is dealt with."""
    pagina.get_by_role("link", name="Nakijken voor u opent").first.click()
    expect(pagina.get_by_text("uw organisatie heeft nog geen buurten")).to_be_visible()
    expect(pagina.get_by_text("kan verwarren: twee vragen in één")).to_be_visible()
    expect(pagina.get_by_text("bij wie zij terechtkunnen")).to_be_visible()
    toegankelijk(pagina)


def take_from_library(pagina: Page, lijst, toegankelijk) -> None:
    """A question that comes along is found by a word, and added once."""
    pagina.goto(pagina.url.replace("/controle/", "/bibliotheek/"))
    pagina.get_by_label("Zoek een vraag").fill("als eerste veranderen")
    press(pagina, "Zoeken")
    pagina.get_by_role("button", name=re.compile("Vraag toevoegen.*Wat zou jij als eerste")).click()
    expect(pagina.get_by_text("Toegevoegd: “Wat zou jij als eerste veranderen")).to_be_visible()
    expect(pagina.get_by_text("Deze vraag staat al in uw vragenlijst.").first).to_be_visible()
    toegankelijk(pagina)
    pagina.get_by_role("link", name="Alle vragen").click()
    pagina.locator("summary", has_text="Korte wijkbarometer").click()
    toegankelijk(pagina)
    assert lijst.vragen.count() == 9
