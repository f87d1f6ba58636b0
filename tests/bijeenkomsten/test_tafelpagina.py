"""The page of a table, as a phone without a script and as the script sees it."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bijeenkomsten.domain.bijeenkomsten import close_bijeenkomst
from bijeenkomsten.models import Notitie
from tests.bijeenkomsten.makers import maak_avond, maak_notitie

pytestmark = pytest.mark.django_db


@pytest.fixture
def avond(mensen):
    return maak_avond(mensen)


@pytest.fixture
def tafel(avond):
    return avond.tafels.get()


def url(tafel, naam="tafel", *args):
    return reverse(f"bijeenkomsten:{naam}", args=[tafel.code, *args])


def read_form(client, adres):
    """Give the hidden fields of the box."""
    formulier = client.get(adres).context["form"]
    return {veld.name: veld.value() for veld in formulier.hidden_fields()}


def sluit(mensen, avond, *, uren):
    nu = timezone.now() - timedelta(hours=uren)
    close_bijeenkomst(bijeenkomst=avond, wie=mensen.organisator.gebruiker, nu=nu)


def test_a_note_is_taken_and_the_next_box_has_another_key(client, tafel):
    velden = read_form(client, url(tafel))
    antwoord = client.post(url(tafel), velden | {"tekst": "De lift is stuk", "kernpunt": "on"})
    assert antwoord.status_code == 302
    assert Notitie.objects.get().kernpunt
    assert "Bewaard" in client.get(antwoord.url).content.decode()
    assert read_form(client, antwoord.url)["sleutel"] != velden["sleutel"]


def test_a_double_tap_makes_one_note_and_going_back_changes_it(client, tafel):
    velden = read_form(client, url(tafel))
    for tekst in ("De lift", "De lift", "De lift is stuk"):
        client.post(url(tafel), velden | {"tekst": tekst})
    assert Notitie.objects.get().tekst == "De lift is stuk"


@pytest.mark.parametrize("tekst", ["", "   ", "a" * 10_001])
def test_what_cannot_be_kept_stays_in_the_box_under_the_same_key(client, tafel, tekst):
    velden = read_form(client, url(tafel))
    antwoord = client.post(url(tafel), velden | {"tekst": tekst, "onderwerp": "Mijn onderwerp"})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 400
    assert (tekst in pagina, "Mijn onderwerp" in pagina, velden["sleutel"] in pagina) == (True, True, True)
    assert not Notitie.objects.exists()


@pytest.mark.parametrize("kapot", [{"versie": "x"}, {"sleutel": ""}, {"gebied": "weg"}, {"beurt": "-1"}])
def test_a_broken_form_loses_no_words(client, tafel, kapot):
    velden = read_form(client, url(tafel)) | {"tekst": "De lift is stuk"} | kapot
    antwoord = client.post(url(tafel), velden)
    assert antwoord.status_code == 400
    assert "De lift is stuk" in antwoord.content.decode()


def test_two_devices_without_a_script_keep_both_texts_and_are_told(client, tafel):
    notitie = maak_notitie(tafel, "De lift")
    adres = url(tafel, "tafel_wijzig", notitie.pk)
    een, twee = read_form(client, adres), read_form(client, adres)
    assert "nieuw=" in client.post(adres, een | {"tekst": "De lift is stuk"}).url
    antwoord = client.post(adres, twee | {"tekst": "De lift piept"})
    pagina = client.get(antwoord.url).content.decode()
    assert "Een ander toestel schreef aan dezelfde notitie" in pagina
    assert ("De lift is stuk" in pagina, "De lift piept" in pagina) == (True, True)
    assert "Twee toestellen schreven hier tegelijk" in pagina


def test_the_script_hears_key_and_version_or_why_not(client, tafel):
    velden = {"tekst": "De lift", "sleutel": "s", "schrijver": "a", "versie": "0", "beurt": "1"}
    antwoord = client.post(url(tafel, "tafel_bewaar"), velden)
    assert json.loads(antwoord.content) == {"sleutel": "s", "versie": 1}
    te_lang = client.post(url(tafel, "tafel_bewaar"), velden | {"tekst": "a" * 10_001})
    assert (te_lang.status_code, "langer dan 10000 tekens" in json.loads(te_lang.content)["fout"]) == (
        400,
        True,
    )
    leeg = client.post(url(tafel, "tafel_bewaar"), velden | {"tekst": ""})
    assert (leeg.status_code, set(json.loads(leeg.content))) == (400, {"fout"})


def test_a_note_is_deleted_and_brought_back(client, tafel):
    notitie = maak_notitie(tafel, "De lift is stuk")
    antwoord = client.post(url(tafel, "tafel_verwijder", notitie.pk))
    pagina = client.get(antwoord.url).content.decode()
    assert ("De lift is stuk" in pagina, "Notitie terughalen" in pagina) == (False, True)
    antwoord = client.post(url(tafel, "tafel_verwijder", notitie.pk), {"terughalen": "1"})
    assert "De lift is stuk" in client.get(antwoord.url).content.decode()


def test_a_note_of_another_table_is_not_there(mensen, client, tafel):
    vreemd = maak_notitie(maak_avond(mensen, titel="Een andere").tafels.get())
    for naam in ("tafel_wijzig", "tafel_verwijder"):
        assert client.post(url(tafel, naam, vreemd.pk)).status_code == 404


@pytest.mark.parametrize("naam", ["tafel", "tafel_lijst", "tafel_teruglezen"])
def test_an_unknown_code_offers_to_type_it_again(client, db, naam):
    antwoord = client.get(reverse(f"bijeenkomsten:{naam}", args=["bestaatniet"]))
    assert antwoord.status_code == 404
    assert "Deze code kennen wij niet" in antwoord.content.decode()


def test_the_meaning_is_kept_and_a_refused_one_stays_on_the_screen(client, tafel):
    client.post(url(tafel), {"betekenis": "Elkaar kennen", "was": ""})
    assert "Elkaar kennen" in client.get(url(tafel)).content.decode()
    antwoord = client.post(url(tafel), {"betekenis": "b" * 10_001, "was": "Elkaar kennen"})
    assert (antwoord.status_code, "b" * 10_001 in antwoord.content.decode()) == (400, True)


def test_before_the_first_note_is_said_who_reads_it(client, tafel):
    assert "Voordat u begint" in client.get(url(tafel)).content.decode()
    maak_notitie(tafel)
    pagina = client.get(url(tafel)).content.decode()
    assert ("Voordat u begint" in pagina, "Noem geen namen" in pagina) == (False, True)


def test_before_the_meeting_is_open_there_is_no_box_and_a_sent_text_stays(mensen, client):
    tafel = maak_avond(mensen, dicht=True, titel="Straks").tafels.get()
    assert "nog niet geopend" in client.get(url(tafel)).content.decode()
    velden = {"sleutel": "s", "versie": "0", "tekst": "Al vast iets"}
    antwoord = client.post(url(tafel), velden)
    assert (antwoord.status_code, "Al vast iets" in antwoord.content.decode()) == (400, True)


def test_reading_back_and_going_on(client, tafel):
    maak_notitie(tafel, "De lift is stuk")
    assert "De lift is stuk" in client.get(url(tafel, "tafel_teruglezen")).content.decode()
    client.post(url(tafel, "tafel_teruglezen"))
    assert "teruggelezen en afgerond" in client.get(url(tafel)).content.decode()
    client.post(url(tafel, "tafel_teruglezen"), {"verder": "1"})
    assert "Volgende notitie" in client.get(url(tafel)).content.decode()


def test_a_day_after_closing_a_text_is_taken_and_then_shown_back(mensen, client, avond, tafel):
    velden = read_form(client, url(tafel)) | {"tekst": "Nog één ding"}
    sluit(mensen, avond, uren=1)
    assert client.post(url(tafel), velden).status_code == 302
    pagina = client.get(url(tafel)).content.decode()
    assert ("is afgelopen" in pagina, "Nog één ding" in pagina, "Volgende notitie" in pagina) == (
        True,
        True,
        False,
    )


def test_later_nothing_is_taken_but_what_was_typed_stays_on_the_screen(mensen, client, avond, tafel):
    maak_notitie(tafel, "Wat aan tafel gezegd werd")
    velden = read_form(client, url(tafel)) | {"tekst": "Veel te laat"}
    sluit(mensen, avond, uren=25)
    antwoord = client.post(url(tafel), velden)
    assert (antwoord.status_code, "Veel te laat" in antwoord.content.decode()) == (400, True)
    assert client.post(url(tafel, "tafel_bewaar"), velden).status_code == 409
    assert client.post(url(tafel, "tafel_teruglezen")).status_code == 409
    pagina = client.get(url(tafel)).content.decode()
    assert ("is afgelopen" in pagina, "Wat aan tafel gezegd werd" in pagina) == (True, False)
    assert "Wat aan tafel" not in client.get(url(tafel, "tafel_teruglezen")).content.decode()


def test_no_cookie_is_set_and_the_page_costs_the_same_however_many_notes(
    client, tafel, django_assert_num_queries
):
    maak_notitie(tafel)
    with django_assert_num_queries(3):
        client.get(url(tafel))
    maak_notitie(tafel)
    maak_notitie(tafel)
    with django_assert_num_queries(3):
        antwoord = client.get(url(tafel))
    assert (antwoord.cookies, client.cookies) == ({}, {})


def test_the_script_is_small():
    import gzip
    from pathlib import Path

    pad = Path(__file__).parents[2] / "bijeenkomsten" / "static" / "bijeenkomsten" / "tafel.js"
    assert len(gzip.compress(pad.read_bytes(), 9)) <= 5_000
