from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from advies.domain.opvolgen import (
    add_toezegging,
    change_reactie,
    change_toezegging,
    propose_termijn,
    publish_advies,
    record_reactie,
    restore_opvolging,
    send_advies,
    unpublish_advies,
    unsend_advies,
    update_toezegging,
    withdraw_opvolging,
)
from advies.domain.vaststellen import reopen_advies, settle_advies
from advies.enums import Standpunt, Toezeggingstatus
from advies.models import Adviesconcept, Reactie, Toezegging
from advies.refusals import LegeSlug, LegeToezegging, NogNietVastgesteld, SlugBezet, TermijnTeVroeg
from organisaties.models import Auditregel
from tests.advies.makers import maak_brief

pytestmark = pytest.mark.django_db
DAG = date(2026, 4, 7)


@pytest.fixture
def wie(cijfers):
    return cijfers.mensen.organisator.gebruiker


@pytest.fixture
def advies(cijfers, wie):
    return settle_advies(advies=maak_brief(cijfers), wie=wie)


@pytest.fixture
def punt(advies):
    return advies.adviespunten.get(volgorde=1)


def handelingen():
    return list(Auditregel.objects.order_by("tijd").values_list("handeling", flat=True))


def antwoord(punt, wie, **anders):
    velden: Any = {
        "standpunt": Standpunt.NEEMT_OVER,
        "tekst": "Wij doen het.",
        "datum": DAG,
        "bron": "2026/12",
    }
    return record_reactie(adviespunt=punt, wie=wie, **(velden | anders))


def test_sending_keeps_the_day_and_the_term(advies, wie):
    gewijzigd = Adviesconcept.objects.get().gewijzigd_op
    assert propose_termijn(DAG) == DAG + timedelta(days=42)
    send_advies(advies=advies, wie=wie, datum=DAG, termijn=propose_termijn(DAG))
    send_advies(advies=advies, wie=wie, datum=DAG, termijn=date(2026, 6, 1))
    advies.refresh_from_db()
    assert (advies.verstuurd_op, advies.reactietermijn) == (DAG, date(2026, 6, 1))
    assert advies.gewijzigd_op == gewijzigd  # the letter itself did not change
    unsend_advies(advies=advies, wie=wie)
    advies.refresh_from_db()
    assert (advies.verstuurd_op, advies.reactietermijn) == (None, None)
    assert handelingen()[-3:] == ["brief_verstuurd", "brief_verstuurd", "brief_niet_verstuurd"]


def test_a_term_before_the_day_of_sending_is_refused(advies, wie):
    with pytest.raises(TermijnTeVroeg):
        send_advies(advies=advies, wie=wie, datum=DAG, termijn=DAG - timedelta(days=1))
    advies.refresh_from_db()
    assert advies.verstuurd_op is None


def test_a_draft_is_neither_sent_answered_nor_published(cijfers, wie):
    advies = maak_brief(cijfers)
    punt = advies.adviespunten.get(volgorde=1)
    for doe in (
        lambda: send_advies(advies=advies, wie=wie, datum=DAG, termijn=DAG),
        lambda: unsend_advies(advies=advies, wie=wie),
        lambda: antwoord(punt, wie),
        lambda: add_toezegging(adviespunt=punt, wie=wie, tekst="Iets"),
        lambda: publish_advies(advies=advies, wie=wie),
        lambda: unpublish_advies(advies=advies, wie=wie),
    ):
        with pytest.raises(NogNietVastgesteld):
            doe()
    assert (Reactie.objects.count(), Toezegging.objects.count()) == (0, 0)


def test_a_later_reaction_is_added_and_the_newest_counts(punt, wie):
    later = antwoord(punt, wie, standpunt=Standpunt.DEELS, datum=DAG + timedelta(days=30))
    eerder = antwoord(punt, wie)
    assert list(punt.reacties.all()) == [later, eerder]


def test_the_same_twice_counts_once(punt, wie):
    assert antwoord(punt, wie) == antwoord(punt, wie, tekst=" Wij doen het. ")
    een = add_toezegging(adviespunt=punt, wie=wie, tekst="Een inloop", door="Welzijn")
    assert add_toezegging(adviespunt=punt, wie=wie, tekst="Een inloop ", door="Welzijn") == een
    withdraw_opvolging(rij=een, wie=wie)
    assert add_toezegging(adviespunt=punt, wie=wie, tekst="Een inloop", door="Welzijn") != een


def test_a_reaction_is_corrected_withdrawn_and_put_back(punt, wie):
    reactie = antwoord(punt, wie)
    change_reactie(reactie=reactie, wie=wie, standpunt=Standpunt.DEELS, tekst=" Deels. ", datum=DAG, bron="B")
    reactie.refresh_from_db()
    assert (reactie.standpunt, reactie.tekst, reactie.bron) == (Standpunt.DEELS, "Deels.", "B")
    withdraw_opvolging(rij=reactie, wie=wie)
    assert not punt.reacties.geldig().exists()
    restore_opvolging(rij=reactie, wie=wie)
    assert punt.reacties.geldig().get() == reactie
    assert handelingen()[-4:] == [
        "reactie_ingevoerd",
        "reactie_gewijzigd",
        "reactie_ingetrokken",
        "reactie_teruggezet",
    ]


def test_a_promise_has_a_stand_with_its_day(punt, wie):
    toezegging = add_toezegging(
        adviespunt=punt, wie=wie, tekst=" Een inloop ", door="Welzijn", termijn=date(2026, 12, 31)
    )
    assert (toezegging.tekst, toezegging.status) == ("Een inloop", Toezeggingstatus.OPEN)
    assert toezegging.stand_op == timezone.localdate()
    update_toezegging(
        toezegging=toezegging,
        wie=wie,
        status="bezig",
        toelichting="Er is een zaal.",
        stand_op=date(2026, 9, 1),
    )
    change_toezegging(toezegging=toezegging, wie=wie, tekst="Twee inlopen", door="", termijn=None)
    toezegging.refresh_from_db()
    assert (toezegging.status, toezegging.toelichting, toezegging.stand_op) == (
        Toezeggingstatus.BEZIG,
        "Er is een zaal.",
        date(2026, 9, 1),
    )
    assert (toezegging.tekst, toezegging.door, toezegging.termijn) == ("Twee inlopen", "", None)
    regel = Auditregel.objects.get(handeling="toezegging_bijgewerkt")
    assert (regel.wie, regel.omschrijving) == (wie, "nog niet begonnen → bezig: Een inloop")
    withdraw_opvolging(rij=toezegging, wie=wie)
    restore_opvolging(rij=toezegging, wie=wie)
    assert handelingen()[-2:] == ["toezegging_ingetrokken", "toezegging_teruggezet"]


def test_an_empty_promise_is_refused(punt, wie):
    with pytest.raises(LegeToezegging):
        add_toezegging(adviespunt=punt, wie=wie, tekst="  ")
    with pytest.raises(ValueError, match="vaag"):
        update_toezegging(
            toezegging=add_toezegging(adviespunt=punt, wie=wie, tekst="Iets"),
            wie=wie,
            status="vaag",
            toelichting="",
            stand_op=DAG,
        )


def test_publishing_makes_an_address_from_what_the_letter_is_about(advies, wie, cijfers):
    assert publish_advies(advies=advies, wie=wie).slug == "advies-over-onze-buurten"
    sinds = Adviesconcept.objects.get(pk=advies.pk).gepubliceerd_op
    assert sinds is not None
    ander = settle_advies(advies=maak_brief(cijfers), wie=wie)
    assert publish_advies(advies=ander, wie=wie).slug == "advies-over-onze-buurten-2"
    assert publish_advies(advies=advies, wie=wie, slug="Onze Wijk 2026").slug == "onze-wijk-2026"
    assert publish_advies(advies=advies, wie=wie).slug == "onze-wijk-2026"
    assert Adviesconcept.objects.get(pk=advies.pk).gepubliceerd_op == sinds
    assert handelingen()[-1] == "advies_gepubliceerd"


@pytest.mark.parametrize(
    ("betreft", "slug"),
    [
        ("???", "advies"),
        ("Café ’t Plein: één plek", "cafe-t-plein-een-plek"),
        ("Ongevraagd advies over ontmoeten, wonen en veiligheid in alle buurten van Delft", None),
        ("x" * 100, "x" * 60),
    ],
)
def test_odd_titles_still_give_an_address(betreft, slug, advies, wie):
    Adviesconcept.objects.filter(pk=advies.pk).update(betreft=betreft)
    verwacht = slug or "ongevraagd-advies-over-ontmoeten-wonen-en-veiligheid-in-alle"
    assert publish_advies(advies=advies, wie=wie).slug == verwacht


def test_a_taken_or_empty_address_is_refused(advies, wie, cijfers):
    publish_advies(advies=advies, wie=wie, slug="onze-wijk")
    ander = settle_advies(advies=maak_brief(cijfers), wie=wie)
    with pytest.raises(SlugBezet):
        publish_advies(advies=ander, wie=wie, slug="Onze wijk")
    with pytest.raises(LegeSlug):
        publish_advies(advies=ander, wie=wie, slug="!?")
    ander.refresh_from_db()
    assert (ander.slug, ander.gepubliceerd_op) == (None, None)


def test_an_address_is_kept_while_the_page_is_away(advies, wie):
    publish_advies(advies=advies, wie=wie, slug="onze-wijk")
    unpublish_advies(advies=advies, wie=wie)
    advies.refresh_from_db()
    assert (advies.slug, advies.gepubliceerd_op) == ("onze-wijk", None)
    assert publish_advies(advies=advies, wie=wie).slug == "onze-wijk"


def test_a_new_draft_takes_nothing_of_the_follow_up(advies, punt, wie):
    send_advies(advies=advies, wie=wie, datum=DAG, termijn=DAG)
    publish_advies(advies=advies, wie=wie)
    antwoord(punt, wie)
    nieuw = reopen_advies(advies=advies, wie=wie)
    assert (nieuw.verstuurd_op, nieuw.slug, nieuw.gepubliceerd_op) == (None, None, None)
    assert not Reactie.objects.filter(adviespunt__advies=nieuw).exists()
