"""Paper and form files as an organiser meets them: in the window, by keyboard, and with a script or without."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from organisaties.enums import Rol
from peilingen.domain.overtypen import TOESTEMMING
from peilingen.domain.stapels import create_stapel, save_formulier
from peilingen.domain.vorm.rijen import create_from_vorm
from peilingen.enums import Vragenlijststatus
from peilingen.models import Inzending, Vragenlijst
from tests.browser.test_reis import press, sign_in
from tests.fabrieken import maak_lid, maak_organisatie, maak_ronde
from tests.peilingen.makers_vorm import maak_vorm

pytestmark = pytest.mark.django_db(transaction=True)

LSS = Path(__file__).parents[1] / "peilingen" / "bestanden" / "prettig_wonen.lss"


@pytest.fixture
def anna(transactional_db):
    return maak_lid(maak_organisatie("Adviesraad Papier"), Rol.ORGANISATOR, "anna")


@pytest.fixture
def lijst(anna) -> Vragenlijst:
    """An open questionnaire with one of each kind."""
    rij = create_from_vorm(ronde=maak_ronde(anna.organisatie), wie=anna.gebruiker, vorm=maak_vorm())
    rij.status, rij.code, rij.geopend_op = Vragenlijststatus.OPEN, "kaart346", timezone.now()
    rij.save()
    return rij


def test_paper_is_typed_over_by_keyboard(bezoek, pagina: Page, toegankelijk, anna, lijst):
    bezoek(f"/account/login/?next=/peilingen/{lijst.pk}/stapels/")
    sign_in(pagina, anna.gebruiker.email)
    expect(pagina.get_by_role("heading", name="Op papier", level=1)).to_be_visible()
    toegankelijk(pagina)
    pagina.get_by_label("Naam van de stapel").fill("Bibliotheek")
    press(pagina, "Beginnen met invoeren")
    expect(pagina.get_by_role("heading", name="Formulier 1", level=1)).to_be_visible()
    toegankelijk(pagina)
    # The first field has the focus; Enter goes on, and nothing is sent before the last one.
    for getypt in ("1", "1", "", "9", "4"):
        pagina.keyboard.type(getypt)
        pagina.keyboard.press("Enter")
    press(pagina, "Bewaren en volgende")
    expect(pagina.get_by_text("Typ een nummer van 1 tot en met 3.")).to_be_visible()
    toegankelijk(pagina)
    pagina.get_by_label("Waar komt u?").fill("13")
    pagina.get_by_label("Wat mist u?").fill("Een bankje")
    press(pagina, "Bewaren en volgende")
    expect(pagina.get_by_text("Formulier 1 telt mee.")).to_be_visible()
    expect(
        pagina.get_by_text(re.compile("Formulier 1: vraag 4 hoort bij deze antwoorden niet"))
    ).to_be_visible()
    expect(pagina.get_by_role("heading", name="Formulier 2", level=1)).to_be_visible()
    toegankelijk(pagina)
    assert Inzending.objects.get().kanaal == "papier"
    pagina.get_by_role("link", name="Stoppen, naar de stapel").click()
    expect(pagina.get_by_role("link", name="Formulier 1", exact=True)).to_be_visible()
    toegankelijk(pagina)


def test_two_times_that_differ_are_decided_side_by_side(bezoek, pagina: Page, toegankelijk, anna, lijst):
    stapel = create_stapel(vragenlijst=lijst, wie=anna.gebruiker, naam="Markt", dubbel=True)
    velden = {TOESTEMMING: "1", "v2": "1", "v8": "Fietsen"}
    save_formulier(stapel=stapel, formulier_id=uuid4(), wie=anna.gebruiker, velden=velden)
    bezoek(f"/account/login/?next=/peilingen/stapels/{stapel.pk}/")
    sign_in(pagina, anna.gebruiker.email)
    pagina.get_by_role("link", name="Tweede keer invoeren: nog 1 formulier").click()
    toegankelijk(pagina)
    pagina.get_by_label("Mogen wij uw antwoorden gebruiken?").fill("1")
    pagina.get_by_label("Kent u het buurthuis?").fill("2")
    pagina.get_by_label("Wat doet u graag?").fill("fietsen")
    press(pagina, "Bewaren en volgende")
    expect(pagina.locator("main fieldset")).to_have_count(1)
    toegankelijk(pagina)
    press(pagina, "Zo klopt het")
    expect(pagina.get_by_text("Kies bij elk verschil wat er op het papier staat.")).to_be_visible()
    pagina.get_by_label(re.compile("Tweede keer: 2 Nee")).check()
    press(pagina, "Zo klopt het")
    expect(pagina.get_by_text("Formulier 1 telt mee.")).to_be_visible()
    assert Inzending.objects.get().antwoorden.get(vraag__sleutel="v2").keuzes.get().tekst == "Nee"


def test_a_questionnaire_comes_in_from_limesurvey_and_goes_out_as_a_file(
    bezoek, pagina: Page, toegankelijk, anna
):
    ronde = maak_ronde(anna.organisatie)
    bezoek(f"/account/login/?next=/peilingen/rondes/{ronde.pk}/formulier/")
    sign_in(pagina, anna.gebruiker.email)
    toegankelijk(pagina)
    pagina.get_by_label("Bestand met de vragenlijst").set_input_files(LSS)
    press(pagina, "Bekijken wat er meekomt")
    expect(pagina.get_by_text("vraag FOTO: een vraag van de soort")).to_be_visible()
    toegankelijk(pagina)
    press(pagina, "Concept maken")
    expect(pagina.get_by_role("heading", name="Prettig wonen", level=1)).to_be_visible()
    lijst = Vragenlijst.objects.get()
    bezoek(f"/peilingen/{lijst.pk}/bestand/")
    toegankelijk(pagina)
    with pagina.expect_download() as gekregen:
        pagina.get_by_role("link", name="Formulierbestand downloaden (.json)").click()
    assert gekregen.value.suggested_filename == "prettig-wonen.json"
