"""A coder sees why something is proposed, and accepts the surest proposals as a list, on a phone and on a screen."""

import pytest
from django.db.models import F
from playwright.sync_api import expect

from codering.models import Analyserun, Codering, Themavoorstel
from tests.browser.test_groepen import enter
from tests.codering.makers import maak_codeboek, maak_run, maak_uitspraken
from tests.mensen import Mensen, maak_mensen

pytestmark = pytest.mark.django_db(transaction=True)

TEKSTEN = (
    "Meer bomen in onze straat graag",
    "De bomen bij de school zijn gekapt en er komt niets voor terug, dat vindt iedereen in de buurt zonde",
    "Ik zou wel willen helpen met bomen planten",
)


@pytest.fixture
def zeker(transactional_db) -> Mensen:
    """Three sure proposals with words, examples and a soort, one statement that failed, and one without a theme."""
    mensen = maak_mensen()
    codeboek = maak_codeboek(mensen.organisatie)
    uitspraken = maak_uitspraken(mensen.ronde, [*TEKSTEN, "Mijn kat", "ꙮꙮꙮ"], groep="Poptahof-Noord")
    codes: tuple[dict[str, float], ...] = (
        {"groen": 0.99},
        {"groen": 0.98, "veilig": 0.97},
        {"groen": 0.97},
        {},
        {},
    )
    run = maak_run(mensen.ronde, codeboek, dict(zip(uitspraken, codes, strict=True)))
    voorbeelden = [{"tekst": "Zet meer bomen op het plein"}, {"tekst": "Groen hoort bij een buurt"}]
    Themavoorstel.objects.update(woorden=["bomen"], vormen=["bomen"], voorbeelden=voorbeelden, getoetst=True)
    run.uitkomsten.filter(uitspraak__in=uitspraken[:4]).update(
        zekerheid=0.95, soort="wens", soort_zekerheid=0.8
    )
    reden = "De betekenis van deze tekst kon niet worden berekend."
    run.uitkomsten.update(twijfel=F("twijfel") / 2)
    run.uitkomsten.filter(uitspraak=uitspraken[4]).update(status="mislukt", reden=reden, twijfel=1)
    Analyserun.objects.update(drempel_bulk=0.9)
    return mensen


def test_the_surest_are_read_as_a_list_accepted_together_and_taken_back(bezoek, toegankelijk, zeker):
    pagina = enter(bezoek, zeker, "")
    expect(pagina.get_by_text("Van 5 uitspraken:")).to_contain_text("1 niet gelukt")
    pagina.get_by_text("Meer: zekere voorstellen samen nakijken").click()
    toegankelijk(pagina)
    pagina.get_by_role("link", name="Naar de zekere voorstellen").click()
    toegankelijk(pagina)
    pagina.get_by_role("link", name="3 uitspraken doorlezen").click()
    expect(pagina.get_by_role("checkbox")).to_have_count(3)
    expect(pagina.get_by_text("Telde mee:").first).to_be_visible()
    toegankelijk(pagina)
    pagina.get_by_role("checkbox").first.uncheck()
    pagina.get_by_role("button", name="Wat aangevinkt is samen overnemen").click()
    expect(pagina.get_by_text("2 uitspraken overgenomen.")).to_be_visible()
    assert Codering.objects.besluiten().count() == 2
    toegankelijk(pagina)
    pagina.get_by_role("button", name="Alles ongedaan maken").click()
    expect(pagina.get_by_text("2 besluiten zijn ongedaan gemaakt.")).to_be_visible()
    assert not Codering.objects.besluiten().exists()


def test_reasons_soort_and_what_failed_are_shown(bezoek, toegankelijk, zeker):
    pagina = enter(bezoek, zeker, "nakijken/")
    expect(pagina.get_by_text("De betekenis van deze tekst kon niet worden berekend.")).to_be_visible()
    pagina.get_by_role("link", name="Overslaan").click()
    expect(pagina.get_by_text("Lijkt op:").first).to_be_visible()
    expect(pagina.get_by_text("De computer denkt: wens")).to_be_visible()
    toegankelijk(pagina)
    pagina.goto(pagina.url.split("nakijken/")[0] + "uitspraken/?soort=wens")
    expect(pagina.get_by_text("4 uitspraken gevonden")).to_be_visible()
    toegankelijk(pagina)
    run = Analyserun.objects.get()
    pagina.goto(pagina.url.split("/rondes/")[0] + f"/runs/{run.pk}/")
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Analyse 1")
    expect(pagina.get_by_role("region", name="Wat sprekers doen, per thema")).to_be_visible()
    toegankelijk(pagina)
