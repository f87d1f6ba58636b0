"""Notes, cards and signals beside answers: every place that shows where a statement came from."""

import pytest

from advies.domain.suggesties import suggest_uitspraken
from codering.domain.citaten import release_citaat
from codering.domain.lijst import MET_BRON, list_kanalen, name_bron
from codering.domain.overzicht import read_overzicht
from codering.domain.uitspraken import process_wijzigingen
from codering.models import Citaat, Uitspraak
from codering.refusals import MagNietAanhalen
from organisaties.domain.bronnen import report_bronwijziging
from organisaties.enums import Kanaal, Wijzigingsoort
from organisaties.models import Auditregel, Plek
from peilingen.domain.bron import BRONSOORT
from tests.advies.makers import maak_brief
from tests.bijeenkomsten.makers import maak_avond, maak_kaart, maak_notitie, maak_signaal
from tests.codering.makers import maak_codeboek, maak_run
from tests.codering.test_nakijken import getoond
from tests.codering.test_paginas import rondepad, tekst, zoek
from tests.fabrieken import maak_antwoorden, maak_gebied
from tests.inzicht.makers import Cijfers

ANTWOORD, NOTITIE, KAART, SIGNAAL = (
    "De buurtkamer is vaak dicht",
    "Aan tafel missen we bankjes",
    "Zet meer bomen op het plein",
    "De lift is al weken kapot",
)


@pytest.fixture
def bronnen(mensen):
    """One statement of each kind of source, and a run that proposes a theme for each."""
    gebied = maak_gebied(mensen.organisatie, "Poptahof-Noord")
    avond = maak_avond(mensen, tafels=4)
    maak_antwoorden(mensen.ronde, [ANTWOORD])
    maak_notitie(avond.tafels.get(nummer=4), NOTITIE, gebied=gebied)
    maak_kaart(avond, KAART, mag_citeren=False)
    maak_signaal(mensen, SIGNAAL, kanaal=Kanaal.TELEFOON)
    process_wijzigingen()
    uitspraken = {u.tekst: u for u in Uitspraak.objects.select_related(*MET_BRON)}
    codeboek = maak_codeboek(mensen.organisatie)
    volgorde = (SIGNAAL, NOTITIE, KAART, ANTWOORD)
    run = maak_run(mensen.ronde, codeboek, {uitspraken[t]: {"groen": 0.6} for t in volgorde})
    return Cijfers(mensen, codeboek, run, [uitspraken[t] for t in volgorde])


def test_each_statement_says_where_it_came_from(bronnen):
    assert [name_bron(uitspraak) for uitspraak in bronnen.uitspraken] == [
        "telefoon",
        "Poptahof-Noord, tafel 4",
        "ideekaart",
        "online vragenlijst",
    ]


def test_the_list_shows_and_narrows_down_every_kanaal(bronnen, inloggen):
    client = inloggen(bronnen.mensen.lezer)
    pagina = tekst(client.get(rondepad(bronnen.mensen, "uitspraken/")))
    for bron in ("telefoon", "Poptahof-Noord, tafel 4", "ideekaart", "online vragenlijst"):
        assert bron in pagina
    assert list_kanalen(bronnen.mensen.ronde) == ["enquete", "idee", "tafel", "telefoon"]
    for kanaal, woorden in (("tafel", NOTITIE), ("idee", KAART), ("telefoon", SIGNAAL)):
        assert zoek(client, bronnen.mensen, kanaal=kanaal) == [woorden]
    assert zoek(client, bronnen.mensen, zoek="banken boom") == []
    assert zoek(client, bronnen.mensen, zoek="bankje") == [NOTITIE]
    kanalen = [regel.kanaal for regel in read_overzicht(bronnen.mensen.ronde).kanalen]
    assert kanalen == ["online vragenlijst", "tafelgesprek", "ideekaart", "telefoon"]


def test_the_review_goes_through_all_of_them(bronnen, inloggen):
    client = inloggen(bronnen.mensen.codeur)
    adres = rondepad(bronnen.mensen, "nakijken/")
    for uitspraak in bronnen.uitspraken:
        antwoord = client.get(adres)
        assert getoond(antwoord) == uitspraak
        assert name_bron(uitspraak) in tekst(antwoord)
        client.post(antwoord.context["hier_url"], {"actie": "overnemen", "gezien": ""})
    assert getoond(client.get(adres)) is None


class TestAanhalen:
    """Who said that their words may not be quoted is not quoted."""

    @pytest.fixture
    def kaart(self, bronnen):
        return next(u for u in bronnen.uitspraken if u.tekst == KAART)

    def test_it_is_refused(self, bronnen, kaart):
        with pytest.raises(MagNietAanhalen, match="wil niet worden aangehaald"):
            release_citaat(uitspraak=kaart, wie=bronnen.mensen.organisator.gebruiker, tekst=kaart.tekst)
        assert not Citaat.objects.exists()

    def test_pages_say_so_and_offer_no_form(self, bronnen, kaart, inloggen):
        client = inloggen(bronnen.mensen.organisator)
        assert "mag niet worden aangehaald" in tekst(client.get(rondepad(bronnen.mensen, "uitspraken/")))
        themapad = f"/inzicht/rondes/{bronnen.mensen.ronde.pk}/themas/groen/"
        html = client.get(themapad).content.decode()
        assert "mag niet worden aangehaald" in html
        assert str(kaart.pk) not in [deel.split("/")[0] for deel in html.split("/citaat/")]
        adres = f"/inzicht/uitspraken/{kaart.pk}/citaat/"
        antwoord = client.get(adres)
        assert "Deze woorden mogen niet worden aangehaald" in tekst(antwoord)
        assert "<textarea" not in antwoord.content.decode()
        assert client.post(adres, {"tekst": kaart.tekst}).status_code == 422
        assert not Citaat.objects.exists()

    def test_a_letter_is_not_offered_it(self, bronnen, kaart):
        bevinding = maak_brief(bronnen, "groen").bevindingen.get()
        aangeboden = set(suggest_uitspraken(bevinding))
        assert aangeboden == set(bronnen.uitspraken) - {kaart}

    def test_a_quote_goes_when_its_speaker_does_not_want_it_any_more(self, bronnen):
        wie = bronnen.mensen.organisator.gebruiker
        uitspraak = next(u for u in bronnen.uitspraken if u.tekst == ANTWOORD)
        release_citaat(uitspraak=uitspraak, wie=wie, tekst=ANTWOORD)
        inzending = uitspraak.antwoord.inzending
        inzending.mag_citeren = False
        inzending.save()
        report_bronwijziging(
            ronde=bronnen.mensen.ronde, bronsoort=BRONSOORT, ids=[uitspraak.antwoord_id],
            soort=Wijzigingsoort.GEWIJZIGD,
        )  # fmt: skip
        process_wijzigingen()
        assert not Citaat.objects.exists()
        assert Auditregel.objects.get(handeling="citaat_ingetrokken").wie is None


def test_names_of_places_stay_readable_and_names_of_people_do_not(mensen):
    Plek.objects.create(organisatie=mensen.organisatie, naam="Huiskamer Jan de Wit")
    maak_antwoorden(mensen.ronde, ["Bij Huiskamer Jan de Wit hielp Jan de Wit mij", "Ik ben Piet Jansen"])
    process_wijzigingen()
    assert set(Uitspraak.objects.values_list("tekst", flat=True)) == {
        "Bij Huiskamer Jan de Wit hielp [naam] mij",
        "Ik ben [naam]",
    }


def test_places_of_another_organisation_change_nothing(mensen):
    Plek.objects.create(organisatie=mensen.elders.organisatie, naam="Huiskamer Jan de Wit")
    maak_antwoorden(mensen.ronde, ["Ik ga naar Huiskamer Jan de Wit"])
    process_wijzigingen()
    assert Uitspraak.objects.get().tekst == "Ik ga naar Huiskamer [naam]"
