"""A questionnaire takes so many answers in an hour, whoever sends them; more wait, and lose nothing."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisaties.domain.tijd import round_hour
from peilingen.domain.drukte import find_drukte
from peilingen.models import Inzending, Inzendingconcept
from tests.peilingen.makers_bewoner import CODE
from tests.peilingen.makers_vertrouwen import bezoek, maak_kort, stuur, vul_kort_in

ADRES = f"/v/{CODE}/"


@pytest.fixture
def lijst(mensen):
    return maak_kort(mensen.ronde, max_per_uur=2)


def stuur_tijdig(lijst, aantal: int, nu=None) -> None:
    for _keer in range(aantal):
        stuur(lijst, {}, toestemming="zelf", nu=nu or timezone.now())


def test_over_the_limit_one_waits_and_nothing_is_lost(lijst):
    ja = str(lijst.vragen.get().keuzes.get(tekst="Ja").pk)
    telefoon = bezoek(ADRES).druk("Beginnen", toestemming="zelf").druk("Volgende", keuzes=ja)
    stuur_tijdig(lijst, 2)
    telefoon.druk("Antwoorden versturen", mag_citeren="ja")
    assert (telefoon.kop, telefoon.antwoord.status_code) == ("Even wachten", 429)
    assert 60 <= int(telefoon.antwoord.headers["Retry-After"]) <= 3600
    assert (Inzending.objects.count(), Inzendingconcept.objects.count()) == (2, 1)
    Inzending.objects.update(ingediend_op=round_hour(timezone.now()) - timedelta(hours=1))
    telefoon.druk("Opnieuw proberen")
    assert telefoon.kop == "Uw antwoorden zijn aangekomen"
    inzending = Inzending.objects.get(mag_citeren=True)
    assert inzending.antwoorden.get().keuzes.get().tekst == "Ja"


def test_a_machine_that_only_begins_is_stopped_too(lijst):
    for _keer in range(2):
        bezoek(ADRES).druk("Beginnen", toestemming="zelf")
    telefoon = bezoek(ADRES).druk("Beginnen", toestemming="zelf")
    assert (telefoon.kop, telefoon.antwoord.status_code) == ("Even wachten", 429)
    Inzendingconcept.objects.all().delete()
    assert telefoon.druk("Opnieuw proberen").kop == "Kent u het buurthuis?"


def test_the_page_that_waits_speaks_another_language_and_sends_the_same(lijst):
    telefoon = bezoek(f"{ADRES}?taal=en").druk("Start", toestemming="zelf").druk("Next")
    stuur_tijdig(lijst, 2)
    telefoon.druk("Send answers")
    assert telefoon.boom.get("lang") == "en"
    Inzending.objects.all().delete()
    knop = telefoon.boom.xpath("//form[@id='vragen']//button")[0].text_content()
    telefoon.druk(knop)
    assert Inzending.objects.get().taal == "en"


def test_sending_again_what_arrived_is_no_new_answer(lijst):
    telefoon = vul_kort_in(bezoek(ADRES))
    code = telefoon.bon
    stuur_tijdig(lijst, 1)
    assert telefoon.opnieuw().bon == code


def test_a_correction_passes_a_full_hour(lijst):
    code = vul_kort_in(bezoek(ADRES)).bon
    stuur_tijdig(lijst, 1)
    telefoon = bezoek(f"{ADRES}bon/").druk("Antwoorden laten zien", bon=code).druk("Antwoorden veranderen")
    assert telefoon.druk("Antwoorden versturen").kop == "Uw nieuwe antwoorden zijn aangekomen"


def test_four_hundred_people_behind_one_address_get_through_at_once(mensen):
    """As many as one hall holds, within one hour, by one and the same address."""
    lijst = maak_kort(mensen.ronde)
    assert lijst.max_per_uur >= 2 * 400
    client = Client(REMOTE_ADDR="10.0.0.1")
    velden = {"w-current_step": "start", "toestemming": "zelf"}
    antwoorden = {
        client.post(ADRES, {**velden, "token": f"{nummer:032x}"}).status_code for nummer in range(40)
    }
    stuur_tijdig(lijst, 400)
    verstuurd = {
        client.post(ADRES, {"w-current_step": "controle", "token": f"{nummer:032x}"}).status_code
        for nummer in range(40)
    }
    assert (antwoorden, verstuurd, Inzending.objects.count()) == ({200}, {200}, 440)


def test_who_organises_reads_that_the_limit_was_reached(lijst, mensen, inloggen):
    pagina = reverse("peilingen:vragenlijst", args=[lijst.pk])
    client = inloggen(mensen.organisator)
    assert "Heel veel antwoorden tegelijk" not in client.get(pagina).content.decode()
    stuur_tijdig(lijst, 2)
    assert "Heel veel antwoorden tegelijk" in client.get(pagina).content.decode()
    assert "Heel veel antwoorden tegelijk" not in inloggen(mensen.lezer).get(pagina).content.decode()


def test_after_a_week_it_is_no_news(lijst):
    nu = timezone.now()
    stuur_tijdig(lijst, 2, nu)
    assert find_drukte(lijst).aantal == 2
    assert find_drukte(lijst, nu + timedelta(days=8)) is None


def test_other_questionnaires_do_not_count(lijst, mensen):
    ander = maak_kort(mensen.ronde, code="tweede34", max_per_uur=2, gebied="Buurt Oost")
    stuur_tijdig(ander, 2)
    assert vul_kort_in(bezoek(ADRES)).kop == "Uw antwoorden zijn aangekomen"
