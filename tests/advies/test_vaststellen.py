from datetime import timedelta

import pytest
from django.utils import timezone

from advies.domain.afdruk import build_brief, list_adviespunten, list_bevindingen
from advies.domain.onderdelen import choose_citaat, remove_onderdeel
from advies.domain.vaststellen import find_open_punten, reopen_advies, settle_advies
from advies.models import Adviesconcept, Bevinding
from advies.refusals import AlVastgesteld, NogConcept, NogNietKlaar
from codering.domain.citaten import withdraw_citaat
from organisaties.domain.bewaren import delete_verlopen
from organisaties.models import Auditregel, Organisatie
from tests.advies.makers import eerste_bevinding, maak_brief, maak_citaat, verplaats_uitspraak

pytestmark = pytest.mark.django_db


def opnieuw(advies):
    return Adviesconcept.objects.select_related("ronde__organisatie", "momentopname__run__codeboek").get(
        pk=advies.pk
    )


def mist(advies, *, moet=True):
    vers = opnieuw(advies)
    punten = find_open_punten(vers, list_bevindingen(vers), list_adviespunten(vers))
    return [punt.tekst for punt in punten if punt.moet is moet]


@pytest.fixture
def wie(cijfers):
    return cijfers.mensen.organisator.gebruiker


def test_what_is_missing_is_named_and_stands_in_the_way(cijfers, wie):
    advies = maak_brief(cijfers, "groen", compleet=False)
    Adviesconcept.objects.filter(pk=advies.pk).update(slot="Wij [vraag invullen].")
    advies.adviespunten.update(tekst="")
    Bevinding.objects.filter(advies=advies).update(kop="")
    assert mist(advies) == [
        "Vul in aan wie de brief gaat.",
        "Vul de plaats in.",
        "Hier staat nog iets tussen [haken] dat u invult.",
        "Bevinding 1 heeft nog geen kop.",
        "Adviespunt 1 is nog niet ingevuld.",
        "Adviespunt 2 is nog niet ingevuld.",
    ]
    with pytest.raises(NogNietKlaar):
        settle_advies(advies=advies, wie=wie)
    assert opnieuw(advies).is_concept


def test_an_empty_letter_is_not_settled(cijfers, wie):
    advies = maak_brief(cijfers, "groen")
    remove_onderdeel(onderdeel=eerste_bevinding(advies), wie=wie)
    for punt in advies.adviespunten.all():
        remove_onderdeel(onderdeel=punt, wie=wie)
    assert mist(advies) == ["De brief heeft nog geen bevinding.", "De brief heeft nog geen adviespunt."]


def test_what_may_stay_is_said_too(cijfers, wie):
    advies = maak_brief(cijfers)
    choose_citaat(bevinding=eerste_bevinding(advies), wie=wie, citaat=maak_citaat(cijfers))
    niet_blijvend, koppen = mist(advies, moet=False)
    assert "niet blijvend vrijgegeven" in niet_blijvend
    assert koppen.startswith("Bij bevinding 1 en 2 staat nog de naam van het thema als kop.")


def test_a_settled_letter_has_a_date_and_nothing_that_was_taken_out(cijfers, wie):
    advies = maak_brief(cijfers)
    remove_onderdeel(onderdeel=advies.bevindingen.get(volgorde=2), wie=wie)
    settle_advies(advies=advies, wie=wie)
    vast = opnieuw(advies)
    assert (vast.is_concept, vast.datum) == (False, timezone.localdate())
    assert [b.kop for b in vast.bevindingen.all()] == ["Ontmoeten"]
    assert Auditregel.objects.get(handeling="brief_vastgesteld").wie == wie
    with pytest.raises(AlVastgesteld):
        settle_advies(advies=advies, wie=wie)


def test_a_settled_letter_prints_the_same_whatever_changes(cijfers, wie):
    advies = maak_brief(cijfers)
    settle_advies(advies=advies, wie=wie)
    voor = build_brief(opnieuw(advies))
    verplaats_uitspraak(cijfers, 0, "groen")
    Organisatie.objects.update(naam="Andere naam", drempel=10)
    assert build_brief(opnieuw(advies)) == voor
    assert voor.afzender == "Adviesraad Test"
    assert not voor.concept


def test_lasting_quotes_stay_and_others_go_with_their_source(cijfers, wie):
    advies = maak_brief(cijfers)
    eerste, tweede = advies.bevindingen.all()
    choose_citaat(bevinding=eerste, wie=wie, citaat=maak_citaat(cijfers, 0, blijvend=True))
    choose_citaat(bevinding=tweede, wie=wie, citaat=maak_citaat(cijfers, 24))
    concept = maak_brief(cijfers, "groen")
    choose_citaat(bevinding=concept.bevindingen.get(), wie=wie, citaat=cijfers.uitspraken[0].citaat)
    settle_advies(advies=advies, wie=wie)
    weg = delete_verlopen(organisatie=cijfers.mensen.organisatie, nu=timezone.now() + timedelta(days=5000))
    assert weg["uitspraken"] == 50
    brief = build_brief(opnieuw(advies))
    assert [b.citaat for b in brief.bevindingen] == ["In de zaal 0 is geen koffie", ""]
    assert [b.citaatbron for b in brief.bevindingen] == ["een bewoner van Poptahof", ""]
    assert "15 van de 50" in brief.bevindingen[0].cijferzin
    assert [b.citaat for b in build_brief(opnieuw(concept)).bevindingen] == [""]
    bewaard = str(list(advies.versies.values("inhoud"))) + str(list(Bevinding.objects.values()))
    assert bewaard.count("In de zaal 0 is geen koffie") == 1
    assert "De straat 4" not in bewaard


def test_withdrawing_takes_a_quote_from_a_settled_letter_unless_it_was_for_good(cijfers, wie):
    advies = maak_brief(cijfers)
    eerste, tweede = advies.bevindingen.all()
    blijvend, los = maak_citaat(cijfers, 0, blijvend=True), maak_citaat(cijfers, 24)
    choose_citaat(bevinding=eerste, wie=wie, citaat=blijvend)
    choose_citaat(bevinding=tweede, wie=wie, citaat=los)
    settle_advies(advies=advies, wie=wie)
    for citaat in (blijvend, los):
        withdraw_citaat(citaat=citaat, wie=wie)
    citaten = [b.citaat for b in build_brief(opnieuw(advies)).bevindingen]
    assert citaten == ["In de zaal 0 is geen koffie", ""]


def test_going_on_in_a_new_draft_leaves_the_settled_letter(cijfers, wie):
    advies = maak_brief(cijfers)
    choose_citaat(bevinding=eerste_bevinding(advies), wie=wie, citaat=maak_citaat(cijfers))
    with pytest.raises(NogConcept):
        reopen_advies(advies=advies, wie=wie)
    settle_advies(advies=advies, wie=wie)
    nieuw = reopen_advies(advies=opnieuw(advies), wie=wie)
    assert (nieuw.kopie_van, nieuw.is_concept, nieuw.datum) == (advies, True, None)
    oud_brief, nieuw_brief = build_brief(opnieuw(advies)), build_brief(opnieuw(nieuw))
    assert nieuw_brief.bevindingen == oud_brief.bevindingen
    assert nieuw_brief.adviespunten == oud_brief.adviespunten
    Bevinding.objects.filter(advies=nieuw).update(kop="Anders")
    assert build_brief(opnieuw(advies)) == oud_brief
