"""Staff pages of meetings: what each shows, and that lists cost the same however long."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bijeenkomsten.domain.bijeenkomsten import close_bijeenkomst
from bijeenkomsten.domain.notities import delete_notitie
from bijeenkomsten.models import Bijeenkomst, Gesprekstafel
from organisaties.blokken import build_blokken
from organisaties.domain.codes import find_adres, format_code
from organisaties.models import Plek
from tests.bijeenkomsten.makers import maak_avond, maak_kaart, maak_notitie, maak_signaal
from tests.fabrieken import maak_gebied, maak_organisatie

pytestmark = pytest.mark.django_db
GOED = {"titel": "Stadsbijeenkomst", "datum": "2026-03-15", "vraag": "Wat mist u?", "tafels": "3"}


def url(naam, *args):
    return reverse(f"bijeenkomsten:{naam}", args=args)


def block(mensen, lid):
    return next((b for b in build_blokken(mensen.ronde, lid) if b.titel == "Bijeenkomsten"), None)


def test_an_organiser_makes_a_meeting(mensen, inloggen):
    antwoord = inloggen(mensen.organisator).post(url("nieuw", mensen.ronde.pk), GOED)
    avond = Bijeenkomst.objects.get()
    assert antwoord.url == url("bijeenkomst", avond.pk)
    assert (avond.titel, avond.vraag, avond.tafels.count()) == ("Stadsbijeenkomst", "Wat mist u?", 3)


@pytest.mark.parametrize(
    "fout", [{"titel": ""}, {"titel": "a" * 201}, {"datum": "gisteren"}, {"tafels": "61"}, {"tafels": ""}]
)
def test_what_is_wrong_comes_back_as_it_was_typed(mensen, inloggen, fout):
    antwoord = inloggen(mensen.organisator).post(url("nieuw", mensen.ronde.pk), GOED | fout)
    assert antwoord.status_code == 400
    assert not Bijeenkomst.objects.exists()
    assert "Wat mist u?" in antwoord.content.decode()


def test_only_the_places_of_the_own_organisation_can_be_chosen(mensen, inloggen):
    eigen = Plek.objects.create(organisatie=mensen.organisatie, naam="De Wending")
    vreemd = Plek.objects.create(organisatie=maak_organisatie("Ver"), naam="Ver weg")
    client = inloggen(mensen.organisator)
    pagina = client.get(url("nieuw", mensen.ronde.pk)).content.decode()
    assert (eigen.naam in pagina, vreemd.naam in pagina) == (True, False)
    assert client.post(url("nieuw", mensen.ronde.pk), GOED | {"plek": vreemd.pk}).status_code == 400
    client.post(url("nieuw", mensen.ronde.pk), GOED | {"plek": eigen.pk})
    assert Bijeenkomst.objects.get().plek == eigen


def test_an_organiser_changes_opens_and_closes(mensen, inloggen):
    avond = maak_avond(mensen, dicht=True)
    client = inloggen(mensen.organisator)
    client.post(url("wijzigen", avond.pk), GOED | {"titel": "Buurtavond"})
    for naam, status in (("openen", "open"), ("openen", "open"), ("sluiten", "gesloten"), ("openen", "open")):
        assert client.post(url(naam, avond.pk)).url == url("bijeenkomst", avond.pk)
        avond.refresh_from_db()
        assert (avond.titel, avond.status) == ("Buurtavond", status)


def test_a_table_is_added_changed_and_taken_away(mensen, inloggen):
    avond, gebied = maak_avond(mensen, tafels=0), maak_gebied(mensen.organisatie, "Voorhof")
    client = inloggen(mensen.organisator)
    client.post(url("tafel_erbij", avond.pk), {"onderwerp": "Wonen"})
    tafel = Gesprekstafel.objects.get()
    client.post(url("tafel_wijzigen", tafel.pk), {"onderwerp": "Ontmoeten", "gebied": gebied.pk})
    tafel.refresh_from_db()
    assert (tafel.onderwerp, tafel.gebied) == ("Ontmoeten", gebied)
    te_lang = client.post(url("tafel_erbij", avond.pk), {"onderwerp": "a" * 301})
    assert (te_lang.status_code, "a" * 301 in te_lang.content.decode()) == (400, True)
    client.post(url("tafel_weggooien", tafel.pk))
    assert not Gesprekstafel.objects.exists()


def test_what_was_written_in_is_not_thrown_away(mensen, inloggen):
    avond = maak_avond(mensen)
    maak_notitie(avond.tafels.get())
    client = inloggen(mensen.organisator)
    for adres in (url("tafel_weggooien", avond.tafels.get().pk), url("weggooien", avond.pk)):
        assert "al iets in geschreven" in client.post(adres, follow=True).content.decode()
    assert Gesprekstafel.objects.count() == 1


def test_a_note_taker_reads_but_does_not_organise(mensen, inloggen):
    avond = maak_avond(mensen)
    maak_notitie(avond.tafels.get(), "De lift is stuk")
    maak_kaart(avond, "Een bankje")
    client = inloggen(mensen.notulist)
    pagina = client.get(url("bijeenkomst", avond.pk)).content.decode()
    assert "Bijeenkomst sluiten" not in pagina
    assert "De lift is stuk" in client.get(url("notities", avond.tafels.get().pk)).content.decode()
    assert "Een bankje" in client.get(url("kaarten", avond.pk)).content.decode()
    assert client.post(url("sluiten", avond.pk)).status_code == 403


def test_a_deleted_note_is_read_nowhere(mensen, inloggen):
    avond = maak_avond(mensen)
    delete_notitie(notitie=maak_notitie(avond.tafels.get(), "De lift is stuk"))
    client = inloggen(mensen.notulist)
    for adres in (url("notities", avond.tafels.get().pk), url("bijeenkomst", avond.pk)):
        assert "De lift is stuk" not in client.get(adres).content.decode()
    assert client.get(url("ronde", mensen.ronde.pk)).context["stand"].notities == 0


def test_the_numbers_refresh_without_the_rest_of_the_page(mensen, inloggen):
    avond = maak_avond(mensen, tafels=2)
    maak_notitie(avond.tafels.all()[0])
    pagina = inloggen(mensen.notulist).get(url("bijeenkomst", avond.pk), headers={"HX-Request": "true"})
    tekst = pagina.content.decode()
    assert tekst.count('hx-swap-oob="true"') == 5
    assert "<h1" not in tekst


def test_a_page_without_a_script_refreshes_itself_while_the_meeting_is_open(mensen, inloggen):
    avond = maak_avond(mensen)
    client = inloggen(mensen.organisator)
    assert 'http-equiv="refresh"' in client.get(url("bijeenkomst", avond.pk)).content.decode()
    close_bijeenkomst(bijeenkomst=avond, wie=mensen.organisator.gebruiker)
    assert 'http-equiv="refresh"' not in client.get(url("bijeenkomst", avond.pk)).content.decode()


def test_the_sheets_hold_a_qr_code_an_address_and_a_code_for_each_table_and_the_poster(mensen, inloggen):
    avond = maak_avond(mensen, tafels=3)
    client = inloggen(mensen.notulist)
    hier = client.get(url("kaartjes", avond.pk), headers={"host": "127.0.0.1:8000"}).content.decode()
    assert "Deze adressen werken alleen op deze computer" in hier
    pagina = client.get(url("kaartjes", avond.pk)).content.decode()
    assert "Deze adressen werken alleen op deze computer" not in pagina
    assert pagina.count("<svg") == pagina.count('role="img"') == 4
    for code, pad in [(t.code, "t") for t in avond.tafels.all()] + [(avond.code, "b")]:
        assert f"testserver/{pad}/{code}/" in pagina
        assert format_code(str(code)) in pagina
    assert client.get(url("kaartjes", avond.pk), {"tafel": "2"}).content.decode().count("<svg") == 1


def test_a_typed_code_opens_the_table_or_the_cards(mensen):
    avond = maak_avond(mensen, code="avond1")
    tafel = avond.tafels.get()
    assert find_adres(" AVOND 1") == "/b/avond1/"
    assert find_adres(format_code(str(tafel.code)).upper()) == f"/t/{tafel.code}/"
    assert find_adres("bestaatniet") is None


@pytest.mark.parametrize("naam", ["ronde", "bijeenkomst", "notities", "kaarten", "signalen"])
def test_lists_cost_the_same_however_long(mensen, inloggen, django_assert_num_queries, naam):
    client = inloggen(mensen.organisator)
    gebied = maak_gebied(mensen.organisatie, "Voorhof")
    avond = maak_avond(mensen, tafels=1)

    def add():
        maak_notitie(avond.tafels.all()[0], uuid4().hex, gebied=gebied)
        maak_kaart(avond, uuid4().hex, gebied=gebied)
        maak_signaal(mensen, gebied=gebied)

    sleutels = {
        "ronde": mensen.ronde.pk,
        "signalen": mensen.ronde.pk,
        "notities": avond.tafels.get().pk,
        "bijeenkomst": avond.pk,
        "kaarten": avond.pk,
    }
    add()
    client.get(url(naam, sleutels[naam]))
    with CaptureQueriesContext(connection) as een:
        client.get(url(naam, sleutels[naam]))
    for _keer in range(2):
        add()
        maak_avond(mensen, tafels=2, titel=uuid4().hex)
    Gesprekstafel.objects.create(bijeenkomst=avond, nummer=8, code="extra8", gebied=gebied)
    with django_assert_num_queries(len(een)):
        client.get(url(naam, sleutels[naam]))


def test_the_block_on_the_ronde_says_what_is_next(mensen):
    assert block(mensen, mensen.organisator).regels == ("Nog geen bijeenkomst, telefoontje of brief.",)
    avond = maak_avond(mensen)
    maak_notitie(avond.tafels.get())
    blok = block(mensen, mensen.notulist)
    assert (blok.klaar, blok.bezig, blok.url) == (False, True, url("bijeenkomst", avond.pk))
    assert blok.regels == (
        "1 bijeenkomst, 1 notitie",
        "“Stadsbijeenkomst” is bezig.",
    )
    close_bijeenkomst(bijeenkomst=avond, wie=mensen.organisator.gebruiker)
    blok = block(mensen, mensen.organisator)
    assert (blok.klaar, blok.bezig, blok.url) == (True, False, url("ronde", mensen.ronde.pk))
    assert block(mensen, mensen.lezer).url == ""
