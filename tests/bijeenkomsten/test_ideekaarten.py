"""An idea card counts once, can be read back with its code, and is really gone when withdrawn."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bijeenkomsten.domain.bijeenkomsten import close_bijeenkomst
from bijeenkomsten.domain.ideekaarten import (
    find_bijeenkomst,
    find_gebied,
    find_ideekaart,
    submit_ideekaart,
    withdraw_ideekaart,
)
from bijeenkomsten.models import Ideekaart
from bijeenkomsten.refusals import AlGesloten, LegeTekst, NietOpen, OnjuisteInvoer, TeLang
from codering.domain.uitspraken import process_wijzigingen
from codering.models import Uitspraak
from organisaties.domain.bonnen import make_bon, make_token
from organisaties.enums import Gebiedsoort, Kanaal
from tests.bijeenkomsten.makers import maak_avond, maak_kaart
from tests.fabrieken import maak_gebied

pytestmark = pytest.mark.django_db


@pytest.fixture
def avond(mensen):
    return maak_avond(mensen)


def test_a_card_sent_twice_is_there_once_with_the_same_code(avond):
    token = make_token()
    bonnen = {submit_ideekaart(bijeenkomst=avond, token=token, tekst="Een bankje") for _keer in range(2)}
    assert {bon.code for bon in bonnen} == {make_bon(token)}
    assert Ideekaart.objects.count() == 1


def test_the_same_card_with_other_words_is_changed(avond):
    token = make_token()
    for tekst in ("Een bankje", "Een bankje bij de vijver"):
        submit_ideekaart(bijeenkomst=avond, token=token, tekst=tekst)
    assert Ideekaart.objects.get().tekst == "Een bankje bij de vijver"


def test_neither_token_nor_code_is_kept(avond):
    token = make_token()
    kaart = maak_kaart(avond, token=token)
    bewaard = " ".join(str(getattr(kaart, veld.attname)) for veld in Ideekaart._meta.concrete_fields)
    assert token not in bewaard
    assert make_bon(token).replace("-", "") not in bewaard.replace("-", "")
    assert (kaart.ingediend_op.minute, kaart.ingediend_op.second) == (0, 0)


def test_the_code_opens_the_card_however_it_is_typed(avond, mensen):
    token = make_token()
    kaart = maak_kaart(avond, token=token)
    getypt = make_bon(token).upper().replace("-", " ")
    assert find_ideekaart(bijeenkomst=avond, code=getypt) == kaart
    assert find_ideekaart(bijeenkomst=avond, code="abcde-fghjk") is None
    assert find_ideekaart(bijeenkomst=maak_avond(mensen, titel="Een andere"), code=getypt) is None


def test_a_withdrawn_card_is_gone_with_its_statements(avond):
    kaart = maak_kaart(avond)
    process_wijzigingen()
    assert Uitspraak.objects.count() == 1
    for _keer in range(2):
        withdraw_ideekaart(ideekaart=kaart)
    process_wijzigingen()
    assert not Ideekaart.objects.exists()
    assert not Uitspraak.objects.exists()


def test_a_card_becomes_a_statement_with_its_question_area_and_permission(mensen, avond):
    gebied = maak_gebied(mensen.organisatie, "Voorhof")
    kaart = maak_kaart(avond, gebied=gebied, mag_citeren=False)
    process_wijzigingen()
    uitspraak = Uitspraak.objects.get()
    gezien = (uitspraak.kanaal, uitspraak.vraag, uitspraak.gebied, uitspraak.groep, uitspraak.mag_citeren)
    assert gezien == (Kanaal.IDEE, avond.vraag, gebied, "Voorhof", False)
    assert uitspraak.eenheid == kaart.pk


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"tekst": ""}, LegeTekst),
        ({"tekst": "a" * 3001}, TeLang),
        ({"token": "geraden"}, OnjuisteInvoer),
        ({"groep": "a" * 201}, OnjuisteInvoer),
    ],
)
def test_what_cannot_be_kept_is_refused(avond, velden, fout):
    with pytest.raises(fout):
        submit_ideekaart(**({"bijeenkomst": avond, "token": make_token(), "tekst": "Een bankje"} | velden))
    assert not Ideekaart.objects.exists()


def test_cards_are_taken_from_opening_to_a_day_after_closing(mensen, avond):
    nu = timezone.now()
    with pytest.raises(NietOpen):
        maak_kaart(maak_avond(mensen, titel="Straks", dicht=True))
    close_bijeenkomst(bijeenkomst=avond, wie=mensen.organisator.gebruiker, nu=nu)
    maak_kaart(avond, nu=nu + timedelta(hours=23))
    with pytest.raises(AlGesloten):
        maak_kaart(avond, nu=nu + timedelta(hours=25))


def test_a_meeting_is_found_by_its_code(avond):
    assert find_bijeenkomst(avond.code) == avond
    assert find_bijeenkomst("") is None


def test_a_name_means_the_smallest_area_that_has_it(mensen):
    maak_gebied(mensen.organisatie, "Voorhof", Gebiedsoort.WIJK)
    buurt = maak_gebied(mensen.organisatie, "Voorhof", Gebiedsoort.BUURT)
    assert find_gebied(mensen.organisatie, " voorhof ") == buurt
    assert find_gebied(mensen.organisatie, "ergens") is None
    assert find_gebied(mensen.organisatie, "") is None
