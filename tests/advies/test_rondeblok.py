import pytest

from advies.domain.vaststellen import settle_advies
from advies.rondeblok import build as build_advies
from inzicht.rondeblok import build as build_inzicht
from organisaties.enums import Kanaal
from tests.advies.makers import maak_brief
from tests.codering.makers import maak_run, maak_uitspraken

pytestmark = pytest.mark.django_db


def test_without_figures_the_blocks_say_what_comes(mensen):
    for build in (build_inzicht, build_advies):
        blok = build(mensen.ronde, mensen.organisator)
        assert (blok.url, blok.klaar) == ("", False)


def test_figures_are_something_to_go_on_with(cijfers):
    blok = build_inzicht(cijfers.mensen.ronde, cijfers.mensen.lezer)
    assert blok.regels == ("Vaakst genoemd: “Ontmoeten”, “Groen” en “Veiligheid”.",)
    assert blok.klaar


def test_kanalen_are_told_each_by_itself(cijfers):
    tafel = maak_uitspraken(cijfers.mensen.ronde, ["Meer groen"], kanaal=Kanaal.TAFEL)
    maak_run(cijfers.mensen.ronde, cijfers.codeboek, {tafel[0]: {"groen": 0.9}})
    regels = build_inzicht(cijfers.mensen.ronde, cijfers.mensen.lezer).regels
    assert regels == ("Geen thema gevonden.", "50 inzenders van de online vragenlijst en 1 gesprekstafel")


def test_a_letter_is_begun_gone_on_with_and_settled(cijfers):
    ronde, wie = cijfers.mensen.ronde, cijfers.mensen.organisator
    assert build_advies(ronde, wie).url == f"/advies/rondes/{ronde.pk}/nieuw/"
    assert build_advies(ronde, cijfers.mensen.lezer).url == ""
    advies = maak_brief(cijfers)
    verder = build_advies(ronde, wie)
    assert (verder.actie, verder.url, verder.klaar) == ("Verder schrijven", f"/advies/{advies.pk}/", False)
    assert build_advies(ronde, cijfers.mensen.lezer).actie == "Brief lezen"
    settle_advies(advies=advies, wie=wie.gebruiker)
    klaar = build_advies(ronde, wie)
    assert (klaar.regels, klaar.klaar) == (("Vastgesteld: Advies over onze buurten",), True)


def test_who_may_not_read_gets_no_block(cijfers):
    for build in (build_inzicht, build_advies):
        assert build(cijfers.mensen.ronde, cijfers.mensen.notulist) is None
