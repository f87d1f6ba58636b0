import pytest

from advies.domain.onderdelen import (
    add_adviespunt,
    add_bevinding,
    choose_citaat,
    move_onderdeel,
    remove_onderdeel,
    restore_onderdeel,
)
from advies.domain.suggesties import list_citaten, suggest_uitspraken
from advies.domain.vaststellen import settle_advies
from advies.models import Bevinding
from advies.refusals import AlVastgesteld, GeenBevinding, VreemdCitaat
from codering.domain.citaten import release_citaat, withdraw_citaat
from tests.advies.makers import maak_brief, maak_citaat
from tests.codering.makers import maak_uitspraken
from tests.fabrieken import maak_ronde

pytestmark = pytest.mark.django_db


@pytest.fixture
def brief(cijfers):
    return maak_brief(cijfers)


@pytest.fixture
def wie(cijfers):
    return cijfers.mensen.organisator.gebruiker


def koppen(advies):
    return [bevinding.kop for bevinding in advies.bevindingen.aanwezig()]


def test_a_finding_from_a_theme_comes_with_its_figure_and_words(wie, cijfers):
    brief = maak_brief(cijfers, "groen")
    bevinding = add_bevinding(advies=brief, wie=wie, themas=[cijfers.thema("ontmoeten")])
    assert bevinding.cijferzin.startswith("Dit noemden 15 van de 50 inzenders")
    assert "koffie" in bevinding.tekst
    assert koppen(brief) == ["Groen", "Ontmoeten"]


def test_a_claim_may_join_themes(brief, wie, cijfers):
    themas = [cijfers.thema("ontmoeten"), cijfers.thema("groen")]
    bevinding = add_bevinding(advies=brief, wie=wie, themas=themas, kop="Groen brengt mensen samen")
    assert bevinding.cijferzin.startswith("Het thema “Ontmoeten” noemden 15 van de 50")
    assert bevinding.kop == "Groen brengt mensen samen"


def test_a_claim_of_ones_own_has_no_figure(brief, wie):
    bevinding = add_bevinding(advies=brief, wie=wie, kop="  Wij maken ons zorgen ")
    assert (bevinding.kop, bevinding.cijferzin, bevinding.momentopname) == ("Wij maken ons zorgen", "", None)


def test_nothing_is_no_finding(brief, wie):
    with pytest.raises(GeenBevinding):
        add_bevinding(advies=brief, wie=wie)


def test_moving_keeps_to_the_letter(brief, wie):
    add_bevinding(advies=brief, wie=wie, kop="Derde")
    derde = brief.bevindingen.get(kop="Derde")
    move_onderdeel(onderdeel=derde, wie=wie, plaatsen=-1)
    assert koppen(brief) == ["Ontmoeten", "Derde", "Groen"]
    for _keer in range(3):
        move_onderdeel(onderdeel=derde, wie=wie, plaatsen=-1)
    assert koppen(brief) == ["Derde", "Ontmoeten", "Groen"]
    move_onderdeel(onderdeel=derde, wie=wie, plaatsen=9)
    assert koppen(brief) == ["Ontmoeten", "Groen", "Derde"]


def test_what_is_taken_out_can_be_put_back(brief, wie):
    eerste = brief.bevindingen.first()
    remove_onderdeel(onderdeel=eerste, wie=wie)
    assert koppen(brief) == ["Groen"]
    assert [b.kop for b in brief.bevindingen.weggehaald()] == ["Ontmoeten"]
    restore_onderdeel(onderdeel=eerste, wie=wie)
    assert koppen(brief) == ["Ontmoeten", "Groen"]
    assert brief.adviespunten.first().bevindingen.get() == eerste


def test_advice_points_are_added_at_the_end(brief, wie):
    punt = add_adviespunt(
        advies=brief, wie=wie, tekst=" Open de zaal. ", bevindingen=[brief.bevindingen.first()]
    )
    assert brief.adviespunten.aanwezig().last() == punt
    assert punt.tekst == "Open de zaal."


def test_a_quote_names_the_buurt_only_when_enough_people_spoke(brief, wie, cijfers):
    bevinding = brief.bevindingen.first()
    choose_citaat(bevinding=bevinding, wie=wie, citaat=maak_citaat(cijfers))
    bevinding.refresh_from_db()
    assert (bevinding.gedrukt_citaat, bevinding.citaatbron) == (
        "In de zaal 0 is geen koffie",
        "een bewoner van Poptahof",
    )
    assert list(bevinding.uitspraken.all()) == [cijfers.uitspraken[0]]
    klein = maak_uitspraken(cijfers.mensen.ronde, ["Hier is niets"], groep="Bosrand")[0]
    choose_citaat(
        bevinding=bevinding, wie=wie, citaat=release_citaat(uitspraak=klein, wie=wie, tekst=klein.tekst)
    )
    assert bevinding.citaatbron == "een bewoner"
    choose_citaat(bevinding=bevinding, wie=wie, citaat=None)
    assert (bevinding.gedrukt_citaat, bevinding.citaatbron) == ("", "")


def test_a_quote_of_another_ronde_is_refused(brief, wie, cijfers):
    vreemd = maak_uitspraken(maak_ronde(cijfers.mensen.organisatie, "Elders"), ["Iets anders"])[0]
    citaat = release_citaat(uitspraak=vreemd, wie=wie, tekst=vreemd.tekst)
    with pytest.raises(VreemdCitaat):
        choose_citaat(bevinding=brief.bevindingen.first(), wie=wie, citaat=citaat)


def test_a_draft_loses_a_withdrawn_quote_at_once(brief, wie, cijfers):
    bevinding, citaat = brief.bevindingen.first(), maak_citaat(cijfers, blijvend=True)
    choose_citaat(bevinding=bevinding, wie=wie, citaat=citaat)
    withdraw_citaat(citaat=citaat, wie=wie)
    assert Bevinding.objects.select_related("citaat").get(pk=bevinding.pk).gedrukt_citaat == ""


def test_statements_of_a_good_length_are_suggested_first(brief, cijfers):
    bevinding = brief.bevindingen.first()
    assert suggest_uitspraken(bevinding).count() == 15
    maak_citaat(cijfers, 1)
    assert cijfers.uitspraken[1] not in suggest_uitspraken(bevinding)
    assert suggest_uitspraken(bevinding, "bomen").count() == 3
    bevinding.themas.clear()
    assert suggest_uitspraken(Bevinding.objects.get(pk=bevinding.pk)).count() == 49


def test_quotes_of_the_finding_come_first(brief, cijfers):
    groen, zaal = maak_citaat(cijfers, 24), maak_citaat(cijfers, 0)
    assert list_citaten(brief.bevindingen.first()) == [zaal, groen]
    assert list_citaten(brief.bevindingen.last()) == [groen, zaal]


def test_a_settled_letter_does_not_change(brief, wie):
    bevinding = brief.bevindingen.first()
    settle_advies(advies=brief, wie=wie)
    for doe in (
        lambda: add_bevinding(advies=brief, wie=wie, kop="Nog een"),
        lambda: add_adviespunt(advies=brief, wie=wie, tekst="Nog een"),
        lambda: move_onderdeel(onderdeel=bevinding, wie=wie, plaatsen=1),
        lambda: remove_onderdeel(onderdeel=bevinding, wie=wie),
        lambda: restore_onderdeel(onderdeel=bevinding, wie=wie),
        lambda: choose_citaat(bevinding=bevinding, wie=wie, citaat=None),
    ):
        with pytest.raises(AlVastgesteld):
            doe()
