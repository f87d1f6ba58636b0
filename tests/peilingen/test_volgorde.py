"""The order of questions and sections."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from peilingen.domain.volgorde import find_ruimte, move_before, move_step

KOPPEN = st.lists(st.booleans(), min_size=1, max_size=12)


def maak(koppen):
    return [(UUID(int=nummer + 1), kop) for nummer, kop in enumerate(koppen)]


def leden(rijen):
    """Which rows belong to which section; None for those before the first."""
    uit, kop = {}, None
    for pk, is_kop in rijen:
        kop = pk if is_kop else kop
        uit[pk] = kop
    return uit


def opnieuw(rijen, volgorde):
    soort = dict(rijen)
    return [(pk, soort[pk]) for pk in volgorde]


@given(KOPPEN, st.data())
def test_moving_loses_and_doubles_nothing(koppen, data):
    rijen = maak(koppen)
    wat = data.draw(st.sampled_from(rijen))[0]
    voor = data.draw(st.sampled_from([None, *(pk for pk, _kop in rijen)]))
    assert sorted(move_before(rijen, wat, voor)) == [pk for pk, _kop in rijen]


@given(KOPPEN, st.data())
def test_a_section_takes_its_questions_along_and_splits_no_other(koppen, data):
    rijen = maak([*koppen, True])
    wat = data.draw(st.sampled_from([pk for pk, kop in rijen if kop]))
    voor = data.draw(st.sampled_from([None, *(pk for pk, _kop in rijen)]))
    assert leden(opnieuw(rijen, move_before(rijen, wat, voor))) == leden(rijen)


@given(KOPPEN, st.data())
def test_a_question_lands_right_before_the_one_it_was_dropped_on(koppen, data):
    rijen = maak([*koppen, False])
    wat = data.draw(st.sampled_from([pk for pk, kop in rijen if not kop]))
    voor = data.draw(st.sampled_from([pk for pk, _kop in rijen]))
    volgorde = move_before(rijen, wat, voor)
    assert voor == wat or volgorde.index(wat) + 1 == volgorde.index(voor)
    assert move_before(rijen, wat, None)[-1] == wat


@given(KOPPEN, st.data(), st.booleans())
def test_a_step_and_a_step_back_change_nothing(koppen, data, omhoog):
    rijen = maak(koppen)
    wat = data.draw(st.sampled_from(rijen))[0]
    heen = move_step(rijen, wat, omhoog=omhoog)
    kan = find_ruimte(rijen)[wat][0 if omhoog else 1]
    assert (heen != [pk for pk, _kop in rijen]) == kan
    if kan:
        assert move_step(opnieuw(rijen, heen), wat, omhoog=not omhoog) == [pk for pk, _kop in rijen]
