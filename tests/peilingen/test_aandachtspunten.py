"""The check before opening: what is worth a look, and that it keeps nothing from opening."""

import pytest
from django.urls import reverse

from organisaties.domain.gebieden import load_gemeente
from peilingen.domain.aandachtspunten import find_aandachtspunten
from peilingen.domain.bezwaren import find_bezwaren
from peilingen.domain.sjablonen import SJABLONEN
from peilingen.domain.vragen import add_vraag
from peilingen.domain.vragenlijsten import change_vragenlijst, create_vragenlijst, open_vragenlijst
from peilingen.enums import Grondslag, Vraagsoort, Vragenlijststatus
from peilingen.models import Vragenlijst
from tests.peilingen.makers import maak_concept


@pytest.fixture
def wie(mensen):
    mensen.organisatie.contact = "015 000 0000"
    mensen.organisatie.save()
    return mensen.organisator.gebruiker


@pytest.fixture
def lijst(mensen, wie):
    return maak_concept(mensen.ronde, wie)


def teksten(lijst):
    vers = Vragenlijst.objects.select_related("ronde__organisatie").get(pk=lijst.pk)
    return [punt.tekst for punt in find_aandachtspunten(vers)]


def vraag_erbij(lijst, wie, tekst, soort="open", **velden):
    return add_vraag(vragenlijst=lijst, wie=wie, soort=soort, tekst=tekst, **velden)


def test_a_simple_good_questionnaire_gets_no_points(lijst):
    assert teksten(lijst) == []


@pytest.mark.parametrize(
    ("soort", "tekst", "velden", "punt"),
    [
        ("open", "Wat is uw telefoonnummer?", {}, "waar iemand te bereiken is"),
        ("open", "Hoe is uw gezondheid?", {}, "Vraag 2 lijkt te gaan over gezondheid."),
        ("een_keuze", "Wat bent u?", {"keuzes": ["moslim", "anders"]}, "geloof of levensovertuiging"),
        ("open", "Vindt u ook dat het druk is?", {}, "Vraag 2 kan verwarren: sturend."),
        ("een_keuze", "Komt u?", {"keuzes": ["ja", "nee"], "verplicht": True}, "zonder “weet ik niet”"),
        ("buurt", "Waar woont u?", {}, "nog geen buurten"),
        ("leeftijd", "Hoe oud bent u?", {}, "Bij vraag 2 kan iemand onder de 16 kiezen."),
    ],
)
def test_a_question_can_be_worth_a_look(lijst, wie, soort, tekst, velden, punt):
    vraag_erbij(lijst, wie, tekst, soort, **velden)
    assert len([gevonden for gevonden in teksten(lijst) if punt in gevonden]) == 1


def test_only_choices_tell_only_what_was_thought_of(mensen, wie):
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie)
    vraag_erbij(lijst, wie, "Komt u?", "een_keuze", keuzes=["ja", "nee"])
    assert teksten(lijst)[0].startswith("Er is geen open vraag.")


def test_too_long_and_too_much_required(lijst, wie):
    for nummer in range(9):
        vraag_erbij(lijst, wie, f"Wat vindt u van plek {nummer}?", verplicht=True)
    gevonden = teksten(lijst)
    assert gevonden[0] == "Invullen kost ongeveer 10 minuten. Na een minuut of vijf haken mensen af."
    assert gevonden[1].startswith("9 van de 10 vragen zijn verplicht.")


def test_a_required_question_with_a_way_out_is_fine(lijst, wie):
    velden = {"keuzes": ["ja", "nee"], "verplicht": True, "instellingen": {"weet_niet": True}}
    vraag_erbij(lijst, wie, "Komt u?", "een_keuze", **velden)
    assert teksten(lijst) == []


def test_traits_that_together_show_who_someone_is(lijst, wie, mensen):
    load_gemeente(organisatie=mensen.organisatie, gemeente="Delft")
    vraag_erbij(lijst, wie, "In welke buurt woont u?", "buurt")
    vraag_erbij(lijst, wie, "Hoe oud bent u?", "leeftijd", keuzes=["16 tot en met 40", "ouder dan 40"])
    assert teksten(lijst) == []
    vraag_erbij(lijst, wie, "Woont u alleen?", "een_keuze", keuzes=["ja", "nee"])
    assert teksten(lijst) == [
        "U vraagt naar buurt, leeftijd en huishouden. Samen kunnen die laten zien wie iemand is."
    ]


def test_a_precise_age_with_a_buurt_is_one_too_many(lijst, wie, mensen):
    load_gemeente(organisatie=mensen.organisatie, gemeente="Delft")
    vraag_erbij(lijst, wie, "In welke buurt woont u?", "buurt")
    vraag_erbij(lijst, wie, "Hoe oud bent u?", "getal")
    assert teksten(lijst) == [
        "U vraagt een precieze leeftijd en ook de buurt. Samen kunnen die laten zien wie iemand is."
    ]


def test_special_data_on_another_ground_needs_consent(lijst, wie):
    vraag_erbij(lijst, wie, "Hoe is uw gezondheid?")
    lijst = change_vragenlijst(vragenlijst=lijst, wie=wie, grondslag=Grondslag.ALGEMEEN_BELANG)
    (punt,) = find_aandachtspunten(lijst)
    assert "uitdrukkelijke toestemming" in punt.doe
    assert punt.bij == "gegevens"


@pytest.mark.parametrize(
    ("grondslag", "telt"), [(Grondslag.TOESTEMMING, True), (Grondslag.ALGEMEEN_BELANG, False)]
)
def test_under_16_matters_where_consent_is_the_ground(lijst, wie, grondslag, telt):
    change_vragenlijst(vragenlijst=lijst, wie=wie, ook_onder_16=True, grondslag=grondslag)
    assert any("ouder of voogd" in tekst for tekst in teksten(lijst)) is telt


def test_people_must_know_whom_to_ask(lijst, mensen):
    mensen.organisatie.contact = " "
    mensen.organisatie.save()
    assert teksten(lijst) == [
        "Mensen lezen nergens bij wie zij terechtkunnen met een vraag over hun gegevens."
    ]


def test_missing_translations_are_counted(lijst):
    Vragenlijst.objects.filter(pk=lijst.pk).update(talen=["tr"])
    (tekst,) = teksten(lijst)
    assert tekst == "Turks: 3 teksten ontbreken."


@pytest.mark.parametrize("sleutel", SJABLONEN)
def test_templates_need_no_second_look_at_their_words(mensen, wie, sleutel):
    load_gemeente(organisatie=mensen.organisatie, gemeente="Delft")
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie, sjabloon=sleutel)
    assert find_bezwaren(lijst) == []
    verwacht = {
        "jongeren": ["Ook mensen onder de 16 doen mee."],
        "meedoen": ["Vraag 2 lijkt te gaan over gezondheid."],
    }
    gevonden = teksten(lijst)
    assert len(gevonden) == len(verwacht.get(sleutel, []))
    assert all(
        tekst.startswith(begin) for tekst, begin in zip(gevonden, verwacht.get(sleutel, []), strict=True)
    )


def test_no_point_keeps_a_questionnaire_from_opening(lijst, wie):
    for tekst in ("Wat is uw naam?", "Hoe is uw gezondheid?", "Vindt u ook dat het hier vies is?"):
        vraag_erbij(lijst, wie, tekst)
    assert len(teksten(lijst)) == 3
    assert open_vragenlijst(vragenlijst=lijst, wie=wie).status == Vragenlijststatus.OPEN


def test_the_page_says_what_must_and_what_may(lijst, wie, mensen, inloggen):
    vraag = vraag_erbij(lijst, wie, "Wat is uw naam?")
    leeg = vraag_erbij(lijst, wie, "Komt u?", Vraagsoort.EEN_KEUZE)
    tekst = inloggen(mensen.organisator).get(reverse("peilingen:controle", args=[lijst.pk])).content.decode()
    assert "Dit moet nog" in tekst
    assert reverse("peilingen:vraag", args=[lijst.pk, leeg.pk]) in tekst
    assert reverse("peilingen:vraag", args=[lijst.pk, vraag.pk]) in tekst
    assert "Dit lezen mensen over hun gegevens" in tekst
    assert "015 000 0000" in tekst
    assert "Vragenlijst openen" not in tekst


def test_a_reader_sees_the_points_but_no_way_to_change(lijst, wie, mensen, inloggen):
    vraag = vraag_erbij(lijst, wie, "Wat is uw naam?")
    tekst = inloggen(mensen.lezer).get(reverse("peilingen:controle", args=[lijst.pk])).content.decode()
    assert "Vraag 2 vraagt naar wie iemand is" in tekst
    assert reverse("peilingen:vraag", args=[lijst.pk, vraag.pk]) not in tekst
    assert "Vragenlijst openen" not in tekst


def test_the_page_of_the_questionnaire_has_it_in_short(lijst, wie, mensen, inloggen):
    vraag_erbij(lijst, wie, "Wat is uw naam?")
    tekst = (
        inloggen(mensen.organisator).get(reverse("peilingen:vragenlijst", args=[lijst.pk])).content.decode()
    )
    assert "1 punt om naar te kijken" in tekst
    assert reverse("peilingen:controle", args=[lijst.pk]) in tekst


def test_asking_for_a_map_without_one_is_told(lijst, wie):
    add_vraag(
        vragenlijst=lijst, wie=wie, soort="buurt", tekst="Waar woont u?", instellingen={"weergave": "kaart"}
    )
    assert any("heeft nog geen kaart" in punt.tekst for punt in find_aandachtspunten(lijst))
