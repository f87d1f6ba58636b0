"""Is a confidence what it says, and from where can proposals be accepted together?"""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codering.nlp.ijkmeting import Ijkmeting, measure_ijking, wilson
from codering.nlp.stapelmeting import choose_drempel, measure_stapel

PAREN = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=300)


def test_a_confidence_that_tells_the_truth_has_no_error():
    zekerheden = [0.25] * 400 + [0.75] * 400
    juist = [nummer % 4 == 0 for nummer in range(400)] + [nummer % 4 != 0 for nummer in range(400)]
    meting = measure_ijking(zekerheden, juist)
    assert meting.ece == 0.0
    assert [(bak.aantal, bak.zekerheid, bak.juist) for bak in meting.bakken] == [
        (400, 0.25, 0.25),
        (400, 0.75, 0.75),
    ]


def test_too_sure_shows_as_the_distance():
    meting = measure_ijking([0.9] * 100, [nummer < 60 for nummer in range(100)])
    assert meting.ece == pytest.approx(0.3)
    assert meting.bakken[0].laag < 0.6 < meting.bakken[0].hoog < 0.9


def test_bins_hold_about_as_many_and_few_proposals_make_few_bins():
    zekerheden = [nummer / 1000 for nummer in range(1000)]
    assert [bak.aantal for bak in measure_ijking(zekerheden, [True] * 1000).bakken] == [100] * 10
    assert len(measure_ijking(zekerheden[:50], [True] * 50).bakken) == 2


def test_no_proposals():
    assert measure_ijking([], []) == Ijkmeting(0.0, 0, ())


@given(PAREN, st.randoms())
def test_every_proposal_counts_once_in_whatever_order(paren: list[tuple[float, bool]], kans: random.Random):
    meting = measure_ijking([z for z, _ in paren], [j for _, j in paren])
    anders = kans.sample(paren, len(paren))
    assert measure_ijking([z for z, _ in anders], [j for _, j in anders]) == meting
    assert sum(bak.aantal for bak in meting.bakken) == meting.aantal == len(paren)
    assert 0.0 <= meting.ece <= 1.0


def test_wilson_of_a_known_case():
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)


def test_the_threshold_is_the_lowest_that_keeps_the_promise():
    goed = [(0.9, True)] * 97 + [(0.8, False)] * 3
    assert choose_drempel([*goed, (0.7, False)]) == 0.8
    assert choose_drempel([(0.9, False)] * 100) is None
    assert choose_drempel([(0.9, True)] * 10) is None, "too few to choose on"


def build_stapel(aantal: int = 500):
    """From 0.8 on all are right, below none; each fifth is no answer."""
    kans = random.Random(1)
    geheel = [None if nummer % 5 == 0 else kans.random() for nummer in range(aantal)]
    exact = [zeker is not None and zeker >= 0.8 for zeker in geheel]
    return geheel, exact, [str(nummer) for nummer in range(aantal)]


def test_a_threshold_chosen_elsewhere_and_the_shipped_one_are_told_apart():
    geheel, exact, sleutels = build_stapel()
    meting = measure_stapel(geheel, exact, sleutels, drempel=0.5)
    assert meting.gekruist is not None
    assert meting.gekruist.exact > 0.9
    assert 0.1 < meting.gekruist.aandeel < 0.25
    assert meting.meegeleverd is not None
    assert (meting.meegeleverd.drempel, meting.meegeleverd.exact < 0.6) == (0.5, True)


def test_the_curve_ends_where_nothing_is_left_to_accept():
    geheel, exact, sleutels = build_stapel()
    kromme = measure_stapel(geheel, exact, sleutels, drempel=None).kromme
    assert [round(punt.aandeel, 2) for punt in kromme] == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
    assert kromme[0].exact == 1.0
    assert kromme[-1].aantal == 400


def test_accepting_does_not_depend_on_the_order():
    rijen = list(zip(*build_stapel(), strict=True))
    recht = measure_stapel(*zip(*rijen, strict=True), drempel=0.5)
    random.Random(2).shuffle(rijen)
    assert measure_stapel(*zip(*rijen, strict=True), drempel=0.5) == recht


def test_nothing_to_accept():
    meting = measure_stapel([], [], [], drempel=0.5)
    assert (meting.gekruist, meting.kromme, meting.aantal) == (None, (), 0)
