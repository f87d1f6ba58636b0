"""At the end of the term everything goes; what people deleted goes after an hour."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bijeenkomsten.domain.bewaren import delete_oud
from bijeenkomsten.domain.notities import delete_notitie
from bijeenkomsten.domain.signalen import delete_signaal
from bijeenkomsten.models import Ideekaart, Notitie, Signaal
from tests.bijeenkomsten.makers import maak_avond, maak_kaart, maak_notitie, maak_signaal

pytestmark = pytest.mark.django_db


def count():
    return (Notitie.objects.count(), Signaal.objects.count(), Ideekaart.objects.count())


def test_what_was_deleted_by_hand_is_really_gone_after_an_hour(mensen):
    avond, nu = maak_avond(mensen), timezone.now()
    grens = nu - timedelta(days=730)
    for minuten in (59, 61):
        toen = nu - timedelta(minutes=minuten)
        delete_notitie(notitie=maak_notitie(avond.tafels.get()), nu=toen)
        delete_signaal(signaal=maak_signaal(mensen), wie=mensen.notulist.gebruiker, nu=toen)
    assert delete_oud(mensen.organisatie, grens) == {"notities": 0, "signalen": 0, "ideekaarten": 0}
    assert count() == (1, 1, 0)


def test_the_end_of_the_term_takes_all(mensen):
    avond = maak_avond(mensen)
    maak_notitie(avond.tafels.get())
    maak_signaal(mensen)
    maak_kaart(avond)
    morgen = timezone.now() + timedelta(days=1)
    assert delete_oud(mensen.elders.organisatie, morgen) == {"notities": 0, "signalen": 0, "ideekaarten": 0}
    assert delete_oud(mensen.organisatie, morgen) == {"notities": 1, "signalen": 1, "ideekaarten": 1}
    assert count() == (0, 0, 0)
