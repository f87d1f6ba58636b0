"""The page of a condition, the act behind it, and what moving and taking out questions does to conditions."""

import pytest
from django.urls import reverse

from organisaties.models import Auditregel
from peilingen.domain.bezwaren import find_bezwaren
from peilingen.domain.voorwaarde_bewaren import change_voorwaarde
from peilingen.domain.vragen import add_vraag, change_vraag, delete_vraag, move_vraag, restore_vraag
from peilingen.domain.vragenlijsten import copy_vragenlijst, create_vragenlijst, open_vragenlijst
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag
from peilingen.refusals import OnjuisteVoorwaarde, VragenlijstStaatOpen
from tests.peilingen.makers_taal import als, voorwaarde


@pytest.fixture
def wie(mensen):
    return mensen.organisator.gebruiker


@pytest.fixture
def lijst(mensen, wie):
    """Three questions; the last is only for who said yes to the first."""
    lijst = create_vragenlijst(ronde=mensen.ronde, wie=wie, titel="Meedoen")
    lijst.inleiding = "Wij willen weten wie er meedoet."
    lijst.save()
    add_vraag(vragenlijst=lijst, wie=wie, soort="een_keuze", tekst="Doet u mee?", keuzes=["ja", "nee"])
    add_vraag(vragenlijst=lijst, wie=wie, soort="getal", tekst="Hoe oud bent u?")
    add_vraag(
        vragenlijst=lijst, wie=wie, soort="open", tekst="Waaraan?", voorwaarde=voorwaarde(als("v1", "k1"))
    )
    return lijst


def rij(lijst, plaats):
    return lijst.vragen.get(volgorde=plaats)


def adres(lijst, vraag):
    return reverse("peilingen:voorwaarde", args=[lijst.pk, vraag.pk])


def teksten(lijst):
    return [bezwaar.tekst for bezwaar in find_bezwaren(lijst)]


def test_a_condition_is_kept_and_logged(lijst, wie):
    nieuw = change_voorwaarde(
        vraag=rij(lijst, 3), wie=wie, voorwaarde=voorwaarde(als("v2", is_="minstens", getal="18"))
    )
    assert nieuw.voorwaarde == {"alle": True, "regels": [{"vraag": "v2", "is": "minstens", "getal": "18"}]}
    assert Auditregel.objects.filter(handeling="voorwaarde_veranderd").count() == 1
    change_voorwaarde(vraag=nieuw, wie=wie, voorwaarde={})
    assert rij(lijst, 3).voorwaarde == {}


def test_a_condition_on_a_later_question_is_refused(lijst, wie):
    with pytest.raises(OnjuisteVoorwaarde, match="eerder"):
        change_voorwaarde(vraag=rij(lijst, 1), wie=wie, voorwaarde=voorwaarde(als("v2", is_="beantwoord")))
    assert rij(lijst, 1).voorwaarde == {}


def test_conditions_stand_while_people_answer(lijst, wie):
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    with pytest.raises(VragenlijstStaatOpen):
        change_voorwaarde(vraag=rij(lijst, 3), wie=wie, voorwaarde={})


def test_taking_a_question_out_is_told_and_putting_it_back_heals(lijst, wie):
    assert teksten(lijst) == []
    weg = delete_vraag(vraag=rij(lijst, 1), wie=wie)
    assert teksten(lijst) == ["De voorwaarde bij vraag 2 kijkt naar een vraag die er niet meer is."]
    restore_vraag(vragenlijst=lijst, wie=wie, weg=weg)
    assert teksten(lijst) == []


def test_a_new_question_never_takes_the_key_of_one_that_a_condition_still_names(lijst, wie):
    change_voorwaarde(vraag=rij(lijst, 3), wie=wie, voorwaarde=voorwaarde(als("v2", is_="beantwoord")))
    move_vraag(vraag=rij(lijst, 3), wie=wie, plaatsen=0)
    weg = delete_vraag(vraag=rij(lijst, 2), wie=wie)
    delete_vraag(vraag=rij(lijst, 1), wie=wie)
    Vraag.objects.filter(vragenlijst=lijst).update(sleutel="v1")
    nieuw = add_vraag(vragenlijst=lijst, wie=wie, soort="open", tekst="Iets anders?")
    assert nieuw.sleutel == "v3"
    assert restore_vraag(vragenlijst=lijst, wie=wie, weg=weg).sleutel == "v2"


def test_a_new_choice_never_takes_the_key_of_one_that_a_condition_still_names(lijst, wie):
    change_voorwaarde(vraag=rij(lijst, 3), wie=wie, voorwaarde=voorwaarde(als("v1", "k2")))
    velden = {"wie": wie, "soort": Vraagsoort.EEN_KEUZE, "tekst": "Doet u mee?"}
    change_vraag(vraag=rij(lijst, 1), keuzes=["ja"], **velden)
    change_vraag(vraag=rij(lijst, 1), keuzes=["ja", "soms"], **velden)
    assert [keuze.sleutel for keuze in rij(lijst, 1).keuzes.all()] == ["k1", "k3"]
    assert teksten(lijst) == ["De voorwaarde bij vraag 3 kijkt naar een keuze die er niet meer is."]


def test_moving_a_question_before_the_one_it_looks_at_is_told_and_moving_back_heals(lijst, wie):
    move_vraag(vraag=rij(lijst, 3), wie=wie, plaatsen=-2)
    assert teksten(lijst) == ["De voorwaarde bij vraag 1 kijkt naar een vraag die later komt."]
    move_vraag(vraag=rij(lijst, 1), wie=wie, plaatsen=2)
    assert teksten(lijst) == []


def test_two_questions_that_wait_for_each_other_are_told(lijst, wie):
    Vraag.objects.filter(vragenlijst=lijst, sleutel="v1").update(
        voorwaarde=voorwaarde(als("v3", is_="beantwoord"))
    )
    assert teksten(lijst) == [
        "De voorwaarde bij vraag 1 kijkt naar een vraag die later komt.",
    ]


def test_a_question_that_nobody_ever_gets_is_told(lijst, wie):
    beide = voorwaarde(als("v1", "k1"), als("v1", "k2"))
    change_voorwaarde(vraag=rij(lijst, 3), wie=wie, voorwaarde=beide)
    (bezwaar,) = find_bezwaren(lijst)
    assert bezwaar.tekst.startswith("Vraag 3 krijgt niemand")
    assert (bezwaar.vraag_id, bezwaar.bij) == (rij(lijst, 3).pk, "voorwaarde")


def test_a_copy_keeps_its_conditions(lijst, wie, mensen):
    kopie = copy_vragenlijst(vragenlijst=lijst, naar=mensen.ronde, wie=wie)
    assert rij(kopie, 3).voorwaarde == rij(lijst, 3).voorwaarde
    assert teksten(kopie) == []


def test_the_page_shows_what_is_stored(inloggen, mensen, lijst):
    tekst = inloggen(mensen.organisator).get(adres(lijst, rij(lijst, 3))).content.decode()
    assert "Alleen als u bij vraag 1 “ja” koos." in tekst
    assert "Altijd vragen" in tekst
    assert "Waaraan?" in tekst
    assert "2. Hoe oud bent u?" in tekst


def test_without_a_script_choices_come_after_choosing_a_question(inloggen, mensen, lijst):
    client, hier = inloggen(mensen.organisator), adres(lijst, rij(lijst, 2))
    tekst = client.post(hier, {"vraag_1": "v1", "toon": "1"}).content.decode()
    assert 'name="keuze_1"' in tekst
    assert "Kies nog bij welk antwoord." in tekst
    assert rij(lijst, 2).voorwaarde == {}
    velden = {"vraag_1": "v1", "was_1": "v1", "is_1": "geen_van", "keuze_1": ["k2"]}
    tekst = client.post(hier, velden, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in tekst
    assert "iets anders koos dan “nee”" in tekst
    antwoord = client.post(hier, {**velden, "bewaren": "1"})
    assert antwoord.status_code == 302
    assert rij(lijst, 2).voorwaarde == voorwaarde(als("v1", "k2", is_="geen_van"))
    client.post(hier, {**velden, "altijd": "1"})
    assert rij(lijst, 2).voorwaarde == {}


def test_what_was_chosen_stays_when_something_is_missing(inloggen, mensen, lijst):
    client, hier = inloggen(mensen.organisator), adres(lijst, rij(lijst, 3))
    velden = {
        "vraag_1": "v1",
        "was_1": "v1",
        "is_1": "een_van",
        "keuze_1": ["k2"],
        "alle": "een",
        "bewaren": "1",
    }
    velden |= {"vraag_2": "v2", "was_2": "v2", "is_2": "minstens", "getal_2": "achttien"}
    tekst = client.post(hier, velden).content.decode()
    assert "Vul een getal in" in tekst
    assert 'value="achttien"' in tekst
    assert 'value="k2" id="id_keuze_1_k2" checked' in tekst
    assert 'value="een" id="id_alle_een" checked' in tekst
    assert rij(lijst, 3).voorwaarde == voorwaarde(als("v1", "k1"))


def test_another_question_starts_its_rule_anew(inloggen, mensen, lijst):
    client, hier = inloggen(mensen.organisator), adres(lijst, rij(lijst, 3))
    velden = {"vraag_1": "v2", "was_1": "v1", "is_1": "een_van", "keuze_1": ["k1"]}
    tekst = client.post(hier, velden).content.decode()
    assert 'name="keuze_1"' not in tekst
    assert 'name="getal_1"' in tekst


def test_rules_can_be_added_up_to_three(inloggen, mensen, lijst):
    client, hier = inloggen(mensen.organisator), adres(lijst, rij(lijst, 3))
    een = {"vraag_1": "v1", "was_1": "v1", "is_1": "beantwoord", "erbij": "1"}
    assert 'name="vraag_2"' in client.post(hier, een).content.decode()
    drie = {
        f"{naam}_{n}": w
        for n in (1, 2, 3)
        for naam, w in (("vraag", "v1"), ("was", "v1"), ("is", "beantwoord"))
    }
    tekst = client.post(hier, {**drie, "erbij": "1"}).content.decode()
    assert 'name="vraag_3"' in tekst
    assert 'name="vraag_4"' not in tekst
    assert "Nog een regel" not in tekst


def test_the_first_question_has_nothing_to_look_at(inloggen, mensen, lijst):
    tekst = inloggen(mensen.organisator).get(adres(lijst, rij(lijst, 1))).content.decode()
    assert "nog geen vraag vóór" in tekst


def test_odd_input_is_no_error(inloggen, mensen, lijst):
    client, hier = inloggen(mensen.organisator), adres(lijst, rij(lijst, 3))
    raar = {"vraag_1": "v77", "is_1": "<b>", "keuze_1": ["k9"], "getal_1": "NaN", "alle": "?", "bewaren": "1"}
    assert client.post(hier, raar).status_code == 302
    assert rij(lijst, 3).voorwaarde == {}
    raar |= {"vraag_1": "v2", "was_1": "v2", "is_1": "minstens"}
    assert "Vul een getal in" in client.post(hier, raar).content.decode()


def test_opened_meanwhile_nothing_changes_and_the_page_says_so(inloggen, mensen, lijst, wie):
    open_vragenlijst(vragenlijst=lijst, wie=wie)
    antwoord = inloggen(mensen.organisator).post(adres(lijst, rij(lijst, 3)), {"altijd": "1"})
    assert "De vragenlijst staat open" in antwoord.content.decode()
    assert rij(lijst, 3).voorwaarde != {}
