"""The question library: what was asked before, with its stam, and what other words would do."""

import pytest
from django.urls import reverse

from peilingen.domain.bibliotheek import (
    add_uit_stam,
    add_voorbeeld,
    describe_gebruik,
    list_stammen,
    list_voorbeelden,
)
from peilingen.domain.sjablonen import SJABLONEN
from peilingen.domain.stammen import read_bewoording
from peilingen.domain.vragen import add_vraag, change_vraag
from peilingen.domain.vragenlijsten import create_vragenlijst
from peilingen.enums import Herkomst
from peilingen.models import Vraag, Vraagstam, Vragenlijst
from peilingen.refusals import VraagNietInBibliotheek, VragenStaanVast
from tests.fabrieken import maak_ronde
from tests.peilingen.makers import OPEN_VRAAG, maak_concept, maak_open, stuur_in


@pytest.fixture
def wie(mensen):
    return mensen.organisator.gebruiker


@pytest.fixture
def vorige(mensen, wie):
    """A questionnaire of an earlier ronde with two answers."""
    lijst = maak_open(maak_ronde(mensen.organisatie, naam="Najaar 2025"), wie)
    stuur_in(lijst)
    stuur_in(lijst, "Meer groen")
    return lijst


@pytest.fixture
def lijst(mensen, wie):
    return create_vragenlijst(ronde=mensen.ronde, wie=wie, titel="Nieuw")


def adres(lijst):
    return reverse("peilingen:bibliotheek", args=[lijst.pk])


def test_a_question_comes_back_with_its_stam_and_all_that_belongs_to_it(vorige, lijst, wie):
    toen = vorige.vragen.get(soort="een_keuze")
    nu = add_uit_stam(lijst=lijst, wie=wie, stam=toen.stam)
    assert (nu.stam, nu.versie, nu.uitleg) == (toen.stam, toen.versie, toen.uitleg)
    assert read_bewoording(nu) == read_bewoording(toen)
    assert nu.voorwaarde == {}


def test_the_last_words_of_a_stam_are_offered_with_what_was_done_with_it(vorige, lijst, mensen, wie):
    stam = vorige.vragen.get(soort="schaal").stam
    hier = add_uit_stam(lijst=lijst, wie=wie, stam=stam)
    change_vraag(vraag=hier, wie=wie, soort="schaal", tekst="Hoe woont u hier?")
    (gebruik,) = list_stammen(lijst, "hoe WOONT")
    assert (gebruik.laatste.tekst, gebruik.versies, gebruik.antwoorden) == ("Hoe woont u hier?", 2, 2)
    assert gebruik.rondes == (mensen.ronde.naam, "Najaar 2025")
    assert gebruik.staat_al
    assert [gevonden.stam_id for gevonden in list_stammen(lijst, "in uw buurt te wonen")] == [stam.pk]


def test_blocks_of_text_and_questions_from_a_file_are_not_offered(lijst, wie, mensen):
    add_vraag(vragenlijst=lijst, wie=wie, soort="tekstblok", tekst="Welkom")
    bestand = Vragenlijst.objects.create(ronde=mensen.ronde, titel="a.csv", herkomst=Herkomst.BESTAND)
    stam = Vraagstam.objects.create(organisatie=mensen.organisatie, naam="kolom")
    Vraag.objects.create(vragenlijst=bestand, stam=stam, volgorde=1, sleutel="v1", tekst="kolom")
    assert list_stammen(lijst) == []
    with pytest.raises(VraagNietInBibliotheek):
        add_uit_stam(lijst=lijst, wie=wie, stam=stam)


def test_questions_that_come_along_are_offered_once_and_not_when_asked_before(lijst, wie, vorige):
    teksten = [voorbeeld.vraag.tekst for voorbeeld in list_voorbeelden(lijst)]
    assert len(teksten) == len(set(teksten))
    assert not set(teksten) & {vraag.tekst for vraag in vorige.vragen.all()}
    (gevonden,) = list_voorbeelden(lijst, "Welke plek")
    vraag = add_voorbeeld(lijst=lijst, wie=wie, sleutel=gevonden.sleutel)
    assert (vraag.soort, vraag.tekst) == ("plek", gevonden.vraag.tekst)
    assert list_voorbeelden(lijst, "Welke plek")[0].staat_al
    with pytest.raises(VraagNietInBibliotheek):
        add_voorbeeld(lijst=lijst, wie=wie, sleutel="zomaar-1")


@pytest.mark.parametrize("sleutel", list(SJABLONEN))
def test_every_question_of_a_template_can_be_taken_by_itself(lijst, wie, sleutel):
    for voorbeeld in list_voorbeelden(lijst):
        if voorbeeld.sleutel.startswith(f"{sleutel}-"):
            assert add_voorbeeld(lijst=lijst, wie=wie, sleutel=voorbeeld.sleutel).voorwaarde == {}


def test_the_same_words_in_two_templates_are_the_same_question():
    zo: dict[str, tuple] = {}
    for sjabloon in SJABLONEN.values():
        for vraag in sjabloon.vragen:
            deel = (vraag.soort, vraag.keuzes, vraag.stellingen)
            assert zo.setdefault(vraag.tekst, deel) == deel, vraag.tekst


def test_what_other_words_do_is_said_where_the_question_was_asked_elsewhere(vorige, lijst, wie):
    vraag = add_uit_stam(lijst=lijst, wie=wie, stam=vorige.vragen.get(soort="schaal").stam)
    tekst = describe_gebruik(vraag)
    assert tekst.startswith("Deze vraag is ook gesteld in Najaar 2025 (2 antwoorden).")
    assert "nieuwe versie" in tekst
    los = add_vraag(vragenlijst=lijst, wie=wie, soort="open", tekst="Iets nieuws?")
    assert describe_gebruik(los) == ""


def test_the_page_finds_and_adds(inloggen, mensen, lijst, vorige):
    client = inloggen(mensen.organisator)
    tekst = client.get(adres(lijst), {"zoek": "als eerste om hulp"}).content.decode()
    assert "Najaar 2025" in tekst
    assert "2 antwoorden" in tekst
    stam = vorige.vragen.get(soort="een_keuze").stam
    antwoord = client.post(f"{adres(lijst)}?zoek=hulp", {"stam": str(stam.pk)}, follow=True)
    assert antwoord.redirect_chain[0][0].endswith("?zoek=hulp")
    assert "Toegevoegd: “Aan wie vraagt u als eerste om hulp?”" in antwoord.content.decode()
    assert lijst.vragen.get().stam == stam


def test_a_stam_of_another_organisation_is_not_found(inloggen, mensen, lijst):
    elders = maak_concept(maak_ronde(mensen.elders.organisatie), mensen.elders.gebruiker)
    client = inloggen(mensen.organisator)
    assert OPEN_VRAAG not in client.get(adres(lijst)).content.decode()
    for velden in ({"stam": str(elders.vragen.get().stam_id)}, {"stam": "x"}, {"voorbeeld": "x"}, {}):
        assert client.post(adres(lijst), velden).status_code == 404
    assert lijst.vragen.count() == 0


def test_an_answered_questionnaire_takes_no_questions(inloggen, mensen, vorige, wie):
    with pytest.raises(VragenStaanVast):
        add_voorbeeld(lijst=vorige, wie=wie, sleutel="wijkbarometer-1")
    tekst = inloggen(mensen.organisator).get(adres(vorige)).content.decode()
    assert "staan vast" in tekst
    assert "Vraag toevoegen" not in tekst


def test_the_form_of_a_question_says_where_it_was_asked(inloggen, mensen, lijst, wie, vorige):
    vraag = add_uit_stam(lijst=lijst, wie=wie, stam=vorige.vragen.get(soort="schaal").stam)
    pagina = inloggen(mensen.organisator).get(reverse("peilingen:vraag", args=[lijst.pk, vraag.pk]))
    assert "ook gesteld in Najaar 2025" in pagina.content.decode()


def test_more_questions_take_no_more_queries(mensen, wie, lijst, django_assert_num_queries):
    def meet():
        with django_assert_num_queries(6):
            list_stammen(lijst)
            list_voorbeelden(lijst)

    for aantal in (1, 3):
        for nummer in range(aantal):
            ander = create_vragenlijst(ronde=mensen.ronde, wie=wie)
            velden = {"keuzes": ["ja", "nee"], "vragenlijst": ander, "wie": wie}
            add_vraag(soort="een_keuze", tekst=f"Vraag {aantal} {nummer}?", **velden)
        meet()
