"""How a point stands, for every combination of reaction, promises and term."""

from datetime import date, timedelta
from itertools import product

import pytest

from advies.domain.stand import derive_puntstand, is_over_tijd, passes
from advies.enums import Puntfilter, Puntstand, Standpunt, Toezeggingstatus

VANDAAG = date(2026, 6, 1)
GISTEREN, MORGEN = VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=1)
S = Toezeggingstatus
STANDPUNTEN = ("", *Standpunt.values)


def stand(standpunt="", statussen=(), termijn=None):
    return derive_puntstand(standpunt=standpunt, statussen=statussen, termijn=termijn, vandaag=VANDAAG)


@pytest.mark.parametrize(
    ("termijn", "verwacht"),
    [
        (None, Puntstand.WACHT),
        (MORGEN, Puntstand.WACHT),
        (VANDAAG, Puntstand.WACHT),
        (GISTEREN, Puntstand.TE_LAAT),
    ],
)
def test_without_an_answer_the_term_decides(termijn, verwacht):
    assert stand(termijn=termijn) == verwacht


@pytest.mark.parametrize("termijn", [None, GISTEREN, VANDAAG, MORGEN])
@pytest.mark.parametrize(
    ("standpunt", "verwacht"),
    [
        (Standpunt.NEEMT_OVER, Puntstand.BEANTWOORD),
        (Standpunt.DEELS, Puntstand.BEANTWOORD),
        (Standpunt.ONDERZOEKT, Puntstand.BEANTWOORD),
        (Standpunt.NEEMT_NIET_OVER, Puntstand.NIET),
    ],
)
def test_an_answer_without_promises_is_an_answer_whatever_the_term(standpunt, termijn, verwacht):
    assert stand(standpunt, termijn=termijn) == verwacht


COMBINATIES = {
    (S.OPEN,): Puntstand.BEANTWOORD,
    (S.BEZIG,): Puntstand.LOOPT,
    (S.GEDAAN,): Puntstand.GEDAAN,
    (S.NIET_GEDAAN,): Puntstand.NIET,
    (S.OPEN, S.BEZIG): Puntstand.LOOPT,
    (S.OPEN, S.GEDAAN): Puntstand.LOOPT,
    (S.OPEN, S.NIET_GEDAAN): Puntstand.BEANTWOORD,
    (S.BEZIG, S.GEDAAN): Puntstand.LOOPT,
    (S.BEZIG, S.NIET_GEDAAN): Puntstand.LOOPT,
    (S.GEDAAN, S.NIET_GEDAAN): Puntstand.DEELS,
    (S.OPEN, S.BEZIG, S.GEDAAN): Puntstand.LOOPT,
    (S.OPEN, S.BEZIG, S.NIET_GEDAAN): Puntstand.LOOPT,
    (S.OPEN, S.GEDAAN, S.NIET_GEDAAN): Puntstand.LOOPT,
    (S.BEZIG, S.GEDAAN, S.NIET_GEDAAN): Puntstand.LOOPT,
    tuple(S): Puntstand.LOOPT,
}


def test_every_combination_of_promises_is_here():
    alle = {frozenset(keuze) for n in (1, 2, 3, 4) for keuze in product(S, repeat=n)}
    assert {frozenset(keuze) for keuze in COMBINATIES} == alle


@pytest.mark.parametrize(("standpunt", "termijn"), list(product(STANDPUNTEN, (None, GISTEREN, MORGEN))))
@pytest.mark.parametrize(("statussen", "verwacht"), list(COMBINATIES.items()))
def test_promises_decide_whatever_the_answer_and_the_term(statussen, verwacht, standpunt, termijn):
    assert stand(standpunt, statussen, termijn) == verwacht
    assert stand(standpunt, [*statussen, *statussen], termijn) == verwacht


@pytest.mark.parametrize(
    ("status", "termijn", "verwacht"),
    [
        *((status, termijn, False) for status in S for termijn in (None, VANDAAG, MORGEN)),
        (S.OPEN, GISTEREN, True),
        (S.BEZIG, GISTEREN, True),
        (S.GEDAAN, GISTEREN, False),
        (S.NIET_GEDAAN, GISTEREN, False),
    ],
)
def test_a_promise_is_overdue_after_its_day_while_it_runs(status, termijn, verwacht):
    assert is_over_tijd(status=status, termijn=termijn, vandaag=VANDAAG) is verwacht


def test_each_point_is_in_all_points_and_in_one_of_the_three_others():
    verdeling = {
        Puntstand.WACHT: Puntfilter.OPEN,
        Puntstand.TE_LAAT: Puntfilter.OPEN,
        Puntstand.BEANTWOORD: Puntfilter.LOOPT,
        Puntstand.LOOPT: Puntfilter.LOOPT,
        Puntstand.GEDAAN: Puntfilter.KLAAR,
        Puntstand.DEELS: Puntfilter.KLAAR,
        Puntstand.NIET: Puntfilter.KLAAR,
    }
    for waarde in Puntstand:
        raak = {keuze for keuze in Puntfilter if passes(keuze, waarde, over_tijd=False)}
        assert raak - {Puntfilter.TE_LAAT} == {Puntfilter.ALLES, verdeling[waarde]}
        assert (Puntfilter.TE_LAAT in raak) is (waarde == Puntstand.TE_LAAT)
    assert passes(Puntfilter.TE_LAAT, Puntstand.LOOPT, over_tijd=True)
