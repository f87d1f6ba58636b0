"""The logbook as a note-taker uses it."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from bijeenkomsten.domain.signalen import delete_signaal
from bijeenkomsten.models import Signaal
from organisaties.enums import Kanaal
from tests.bijeenkomsten.makers import maak_signaal
from tests.fabrieken import maak_gebied

pytestmark = pytest.mark.django_db
MET_NAAM = "Mevrouw Jansen belde: de lift is stuk. Bel haar op 06-12345678."


def url(naam, *args):
    return reverse(f"bijeenkomsten:{naam}", args=args)


@pytest.fixture
def noteer(mensen, inloggen):
    client = inloggen(mensen.notulist)

    def doe(**velden):
        goed = {"kanaal": "telefoon", "tekst": "De bus stopt niet meer", "ontvangen_op": "2026-03-15"}
        return client.post(url("signalen", mensen.ronde.pk), goed | velden)

    return doe


def test_a_phone_call_is_recorded_in_one_go(mensen, noteer):
    gebied = maak_gebied(mensen.organisatie, "Voorhof")
    assert noteer(gebied=gebied.pk, sleutel="s").status_code == 302
    noteer(gebied=gebied.pk, sleutel="s")
    signaal = Signaal.objects.get()
    assert (signaal.kanaal, signaal.gebied, signaal.ontvangen_op) == (
        Kanaal.TELEFOON,
        gebied,
        date(2026, 3, 15),
    )


def test_today_is_filled_in(mensen, inloggen):
    pagina = inloggen(mensen.notulist).get(url("signalen", mensen.ronde.pk)).content.decode()
    assert f'value="{timezone.localdate():%Y-%m-%d}"' in pagina


def test_a_name_is_shown_before_anything_is_kept_and_left_out(noteer):
    antwoord = noteer(tekst=MET_NAAM)
    pagina = antwoord.content.decode()
    assert (antwoord.status_code, Signaal.objects.count()) == (200, 0)
    assert "<mark>" in pagina
    velden = dict(antwoord.context["velden"])
    noteer(**velden, gezien="1")
    tekst = Signaal.objects.get().tekst
    assert ("Jansen" in tekst, "12345678" in tekst, "de lift is stuk" in tekst) == (False, False, True)


def test_a_word_that_is_no_name_may_stay(noteer):
    antwoord = noteer(tekst=MET_NAAM)
    nummers = [stuk.nummer for stuk in antwoord.context["stukken"] if "Jansen" in stuk.tekst and stuk.masker]
    noteer(**dict(antwoord.context["velden"]), gezien="1", laten_staan=nummers)
    tekst = Signaal.objects.get().tekst
    assert ("Jansen" in tekst, "12345678" in tekst) == (True, False)


def test_a_bsn_is_gone_from_the_page_too(noteer):
    antwoord = noteer(tekst=f"{MET_NAAM} Haar bsn is 111222333.")
    assert "111222333" not in antwoord.content.decode()
    assert "Dat is al gewist" in antwoord.content.decode()
    noteer(tekst="Haar bsn is 111222333 en de lift is stuk")
    assert Signaal.objects.get().tekst == "Haar bsn is [bsn] en de lift is stuk"


def test_going_back_to_the_text_keeps_it(noteer):
    antwoord = noteer(tekst=MET_NAAM, terug="1")
    assert (antwoord.status_code, MET_NAAM in unescape(antwoord.content.decode())) == (200, True)
    assert not Signaal.objects.exists()


@pytest.mark.parametrize(
    "fout",
    [{"tekst": " "}, {"tekst": "a" * 10_001}, {"kanaal": "tafel"}, {"ontvangen_op": "ooit"}, {"gebied": "x"}],
)
def test_what_is_wrong_comes_back_as_it_was_typed(noteer, fout):
    antwoord = noteer(**fout)
    assert (antwoord.status_code, Signaal.objects.count()) == (400, 0)
    assert fout.get("tekst", "De bus stopt niet meer") in antwoord.content.decode()


def test_the_list_can_be_filtered(mensen, inloggen):
    voorhof = maak_gebied(mensen.organisatie, "Voorhof")
    maak_signaal(mensen, "Over de bus", kanaal=Kanaal.BRIEF)
    maak_signaal(mensen, "Over de lift", gebied=voorhof)
    client = inloggen(mensen.notulist)

    def toon(**filters):
        pagina = client.get(url("signalen", mensen.ronde.pk), filters).content.decode()
        return ("Over de bus" in pagina, "Over de lift" in pagina)

    assert toon() == (True, True)
    assert toon(kanaal="brief") == (True, False)
    assert toon(gebied=voorhof.pk) == (False, True)
    assert toon(kanaal="mail") == (False, False)
    assert toon(kanaal="onzin") == (True, True)


def test_a_signal_is_changed_with_the_same_care(mensen, inloggen):
    signaal = maak_signaal(mensen)
    client = inloggen(mensen.notulist)
    velden = {"kanaal": "brief", "tekst": MET_NAAM, "ontvangen_op": "2026-03-16"}
    antwoord = client.post(url("signaal", signaal.pk), velden)
    assert "<mark>" in antwoord.content.decode()
    client.post(url("signaal", signaal.pk), dict(antwoord.context["velden"]) | {"gezien": "1"})
    signaal.refresh_from_db()
    assert (signaal.kanaal, "Jansen" in signaal.tekst) == ("brief", False)


def test_deleting_offers_to_bring_it_back(mensen, inloggen):
    signaal = maak_signaal(mensen)
    client = inloggen(mensen.notulist)
    pagina = client.post(url("signaal_verwijderen", signaal.pk), follow=True).content.decode()
    assert (signaal.tekst in pagina, "Signaal terughalen" in pagina) == (False, True)
    pagina = client.post(url("signaal_terughalen", signaal.pk), follow=True).content.decode()
    assert signaal.tekst in pagina


def test_who_changes_a_signal_that_was_deleted_meanwhile_loses_nothing(mensen, inloggen):
    signaal = maak_signaal(mensen)
    delete_signaal(signaal=signaal, wie=mensen.notulist.gebruiker)
    client = inloggen(mensen.notulist)
    assert "Signaal terughalen" in client.get(url("signaal", signaal.pk), follow=True).content.decode()
    velden = {"kanaal": "brief", "tekst": "Nieuwe woorden", "ontvangen_op": "2026-03-16"}
    client.post(url("signaal", signaal.pk), velden)
    assert Signaal.objects.levend().get().tekst == "Nieuwe woorden"


@pytest.mark.parametrize("lid", ["codeur", "lezer"])
def test_who_may_not_note_does_not_see_the_logbook(mensen, inloggen, lid):
    client = inloggen(getattr(mensen, lid))
    assert client.get(url("signalen", mensen.ronde.pk)).status_code == 403
