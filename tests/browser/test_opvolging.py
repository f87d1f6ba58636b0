"""From a settled letter to the page where residents read what came of it, at two sizes of window."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.advies.makers import maak_vastgesteld
from tests.browser.test_reis import press, sign_in
from tests.inzicht.makers import maak_cijfers
from tests.mensen import maak_mensen

pytestmark = pytest.mark.django_db(transaction=True)
GISTEREN = (timezone.localdate() - timedelta(days=1)).isoformat()
VORIGE_MAAND = (timezone.localdate() - timedelta(days=30)).isoformat()


@pytest.fixture
def advies(transactional_db):
    return maak_vastgesteld(maak_cijfers(maak_mensen()), blijvend=True)


def test_from_settled_letter_to_public_page(bezoek, pagina, toegankelijk, advies, browser, maat):
    bezoek(f"/account/login/?next=/advies/{advies.pk}/")
    sign_in(pagina, advies.ronde.organisatie.lidmaatschappen.get(rol="organisator").gebruiker.email)
    toegankelijk(pagina)
    pagina.get_by_role("main").get_by_role("link", name="Verzending invullen").first.click()
    pagina.wait_for_load_state()
    toegankelijk(pagina)
    pagina.get_by_label("Verstuurd op").fill(VORIGE_MAAND)
    pagina.get_by_label("Reactie gevraagd vóór").fill(GISTEREN)
    press(pagina, "Verzending bewaren")
    expect(pagina.get_by_text("reactie is te laat")).to_have_count(3)
    toegankelijk(pagina)
    enter_answer(pagina, toegankelijk)
    update_stand(pagina, toegankelijk)
    adres = publish(pagina, toegankelijk)
    context = browser.new_context(java_script_enabled=False, viewport=maat)
    buiten = context.new_page()
    buiten.goto(adres)
    expect(buiten.get_by_role("heading", level=1)).to_have_text("Wat is ermee gedaan?")
    expect(buiten.get_by_role("main")).to_contain_text("Het college doet dit.")
    expect(buiten.get_by_role("main")).to_contain_text("Bezig")
    assert context.cookies() == []
    context.close()
    pagina.goto(adres)
    toegankelijk(pagina)


def enter_answer(pagina: Page, toegankelijk) -> None:
    """Enter what the city says on point 1, with two promises, and on point 2; nothing on point 3."""
    pagina.get_by_role("main").get_by_role("link", name="Antwoord invoeren").first.click()
    pagina.wait_for_load_state()
    toegankelijk(pagina)
    pagina.get_by_label("Het antwoord, in de woorden van de gemeente").fill("Het college doet dit.")
    pagina.get_by_label("neemt het over").check()
    pagina.get_by_label("Datum van het antwoord").fill(GISTEREN)
    pagina.get_by_label("Brief of kenmerk").fill("Brief 2026/77")
    pagina.get_by_label("Wat zegt de gemeente toe?").fill("Een inloop in de Poptahof")
    press(pagina, "Bewaren en nog een toezegging")
    toegankelijk(pagina)
    pagina.get_by_label("Wat zegt de gemeente toe?").fill("Een gesprek met bewoners")
    press(pagina, "Bewaren en naar punt 2")
    expect(pagina.get_by_label("Datum van het antwoord")).to_have_value(GISTEREN)
    expect(pagina.get_by_label("Brief of kenmerk")).to_have_value("Brief 2026/77")
    pagina.get_by_label("neemt het niet over").check()
    press(pagina, "Bewaren en naar punt 3")
    press(pagina, "Bewaren en naar het overzicht")
    expect(pagina.get_by_text("2 van 3 punten beantwoord")).to_be_visible()
    toegankelijk(pagina)


def update_stand(pagina: Page, toegankelijk) -> None:
    """Say that a promise is under way, take another back and put it back."""
    pagina.get_by_text("Stand bijwerken").first.click()
    pagina.get_by_label("Hoe staat het ervoor?").first.select_option("bezig")
    toegankelijk(pagina)
    press(pagina, "Stand bewaren")
    expect(pagina.get_by_text("er wordt aan gewerkt")).to_be_visible()
    pagina.get_by_role("button", name=re.compile("Weghalen.*punt 2")).click()
    pagina.wait_for_load_state()
    expect(pagina.get_by_text("1 van 3 punten beantwoord")).to_be_visible()
    toegankelijk(pagina)
    pagina.get_by_role("button", name="Terugzetten").first.click()
    expect(pagina.get_by_text("2 van 3 punten beantwoord")).to_be_visible()
    pagina.get_by_role("link", name=re.compile("^Zonder antwoord")).click()
    expect(pagina.get_by_role("heading", level=3)).to_have_text(["Punt 3"])
    toegankelijk(pagina)


def publish(pagina: Page, toegankelijk) -> str:
    """Look first, then make the page public; gives its address."""
    press(pagina, "Openbare pagina maken")
    toegankelijk(pagina)
    press(pagina, "Voorbeeld bekijken")
    expect(pagina.get_by_text("Dit is een voorbeeld.")).to_be_visible()
    toegankelijk(pagina)
    press(pagina, "Terug naar de openbare pagina regelen")
    pagina.get_by_label("Adres van de pagina").fill("Onze buurten")
    press(pagina, "Openbaar maken")
    toegankelijk(pagina)
    adres = pagina.get_by_label("Adres om te kopiëren").input_value()
    assert adres.endswith("/terugkoppeling/onze-buurten/")
    return adres
