"""What an organiser reads about deletion."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from organisaties.domain.bewaren import delete_verlopen, find_verwijderdatum
from organisaties.domain.tijd import round_hour
from peilingen.domain.bewaarplan import describe_bewaarplan
from peilingen.domain.inzenden import withdraw_inzending
from peilingen.models import Inzending
from tests.peilingen.makers import maak_open, stuur_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lijst(mensen):
    return maak_open(mensen.ronde, mensen.organisator.gebruiker)


def test_the_first_and_the_last_day_of_answers_are_told(lijst):
    eerder = stuur_in(lijst)
    stuur_in(lijst, "Een bus")
    lang_geleden = round_hour(timezone.now()) - timedelta(days=30)
    Inzending.objects.filter(pk=eerder.pk).update(ingediend_op=lang_geleden)
    antwoorden = describe_bewaarplan(lijst).posten[0]
    organisatie = lijst.ronde.organisatie
    assert antwoorden.aantal == 2
    assert antwoorden.eerst == find_verwijderdatum(organisatie, lang_geleden)
    assert antwoorden.laatst == find_verwijderdatum(organisatie)


def test_what_went_by_term_or_was_withdrawn_is_told_without_saying_what(lijst, mensen, inloggen):
    withdraw_inzending(inzending=stuur_in(lijst, "Een geheim"))
    oud = stuur_in(lijst, "Nog een geheim")
    Inzending.objects.filter(pk=oud.pk).update(ingediend_op=timezone.now() - timedelta(days=4000))
    delete_verlopen(organisatie=lijst.ronde.organisatie)
    pagina = inloggen(mensen.organisator).get(reverse("peilingen:bewaren", args=[lijst.pk])).content.decode()
    assert "iemand trok zijn eigen antwoorden in" in pagina
    assert "1 inzendingen" in pagina
    assert "geheim" not in pagina


def test_without_answers_there_is_no_day(lijst):
    assert describe_bewaarplan(lijst).posten[0].laatst is None
