"""An organiser makes a theme, on a phone and on a screen."""

import pytest
from playwright.sync_api import Page, expect

from codering.models import Thema
from tests.codering.makers import maak_codeboek, maak_run, maak_uitspraken
from tests.fabrieken import WACHTWOORD
from tests.mensen import Mensen, maak_mensen

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ronde(transactional_db) -> Mensen:
    mensen = maak_mensen()
    uitspraken = maak_uitspraken(mensen.ronde, ["Binnen is het dertig graden", "Meer bomen graag"])
    codeboek = maak_codeboek(mensen.organisatie)
    maak_run(mensen.ronde, codeboek, {uitspraak: {"groen": 0.6} for uitspraak in uitspraken})
    return mensen


def enter(bezoek, mensen: Mensen) -> Page:
    """Sign in as the organiser and open the page of coding."""
    adres = f"/codering/rondes/{mensen.ronde.pk}/"
    pagina = bezoek(f"/account/login/?next={adres}")
    pagina.get_by_label("E-mailadres").fill(mensen.organisator.gebruiker.email)
    pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.wait_for_url(f"**{adres}")
    return pagina


def test_a_theme_with_three_examples(bezoek, toegankelijk, ronde):
    pagina = enter(bezoek, ronde)
    pagina.get_by_role("link", name="Thema’s").click()
    toegankelijk(pagina)
    pagina.get_by_role("link", name="Thema toevoegen").click()
    toegankelijk(pagina)
    pagina.get_by_label("Naam van het thema").fill("Hitte")
    pagina.get_by_label("Wat is het").fill("In de zomer is het te warm in huis of op straat.")
    pagina.get_by_label("Voorbeelden").fill(
        "Binnen is het dertig graden\nGeen schaduw op het plein\nIk slaap niet"
    )
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.get_by_text("“Hitte” is opgeslagen.")).to_be_visible()
    expect(pagina.get_by_text("3 eigen voorbeelden")).to_be_visible()
    toegankelijk(pagina)
    pagina.get_by_role("link", name="Wijzigen Hitte").click()
    toegankelijk(pagina)
    pagina.get_by_text("Meer: thema verwijderen").click()
    pagina.get_by_role("button", name="Thema verwijderen").click()
    expect(pagina.get_by_text("Het thema “Hitte” is verwijderd.")).to_be_visible()
    assert not Thema.objects.filter(naam="Hitte").exists()
