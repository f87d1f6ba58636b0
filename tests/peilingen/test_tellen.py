"""Counting answers per question."""

from peilingen.domain.tellen import count_antwoorden, count_inhoud
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.enums import Vraagsoort
from tests.fabrieken import maak_gebied
from tests.peilingen.makers import maak_open, stuur_in


def tel(lijst):
    return {telling.vraag.soort: telling for telling in reversed(count_antwoorden(lijst))}


def test_each_question_counts_who_answered_it(mensen):
    lijst = maak_open(mensen.ronde, mensen.organisator.gebruiker)
    west, oost = (maak_gebied(mensen.organisatie, naam) for naam in ("West", "Oost"))
    waar = [
        Antwoordwaarde(gebied=west.pk),
        Antwoordwaarde(gebied=oost.pk),
        Antwoordwaarde(gebied=west.pk, tekst="bij de molen"),
        Antwoordwaarde(tekst="de Overkant"),
        Antwoordwaarde(),
    ]
    for nummer, plek in enumerate(waar):
        stuur_in(lijst, "Bankje" if nummer else "", stap=min(nummer + 1, 3), keuze=nummer // 3, waar=plek)
    telling = tel(lijst)
    assert (telling[Vraagsoort.OPEN].beantwoord, telling[Vraagsoort.OPEN].rijen) == (4, ())
    schaal = telling[Vraagsoort.SCHAAL]
    assert [(rij.naam, rij.aantal) for rij in schaal.rijen][:3] == [
        ("heel vervelend", 1),
        ("vervelend", 1),
        ("tussenin", 3),
    ]
    assert schaal.rijen[2].deel == 60.0
    keuze = telling[Vraagsoort.EEN_KEUZE]
    assert [rij.aantal for rij in keuze.rijen] == [3, 2, 0, 0, 0, 0, 0, 0]
    buurt = telling[Vraagsoort.BUURT]
    assert [(rij.naam, rij.aantal) for rij in buurt.rijen] == [("West", 2), ("Oost", 1)]
    assert (buurt.beantwoord, buurt.anders, buurt.onbekend) == (5, 1, 1)


def test_without_answers_everything_is_zero(mensen):
    lijst = maak_open(mensen.ronde, mensen.organisator.gebruiker)
    assert {rij.aantal for telling in count_antwoorden(lijst) for rij in telling.rijen} == {0}
    assert count_inhoud(lijst).inzendingen == 0


def test_the_queries_do_not_grow_with_questions_or_people(mensen, django_assert_num_queries):
    klein = maak_open(mensen.ronde, mensen.organisator.gebruiker, titel="Klein")
    groot = maak_open(mensen.ronde, mensen.organisator.gebruiker, titel="Groot")
    stuur_in(klein)
    for _keer in range(3):
        stuur_in(groot)
    for lijst in (klein, groot):
        with django_assert_num_queries(8):
            count_antwoorden(lijst)
