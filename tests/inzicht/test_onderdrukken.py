from collections.abc import Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from inzicht.domain.onderdrukken import VERBORGEN, keep_largest, show_aantal, suppress, suppress_rij
from inzicht.domain.tellen import Kruistabel


def possible(getoond, som, omvang, drempel):
    """Every row that someone who reads the shown row and knows its total can still imagine."""
    bereik: list[Sequence[int]] = []
    for cel, hoogste in zip(getoond, omvang, strict=True):
        if cel == VERBORGEN:
            bereik.append(range(hoogste + 1))
        elif cel == f"< {drempel}":
            bereik.append(range(1, min(drempel - 1, hoogste) + 1))
        else:
            bereik.append([int(cel)])
    return [rij for rij in product(*bereik) if sum(rij) == som]


rijen = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 5)).map(lambda p: (p[0], p[0] + p[1])), min_size=2, max_size=4
)


@given(rijen, st.integers(3, 5))
def test_no_hidden_small_count_can_be_computed(paren, drempel):
    cellen, omvang = [n for n, _ in paren], [o for _, o in paren]
    getoond = suppress_rij(cellen, omvang, drempel)
    mogelijk = possible(getoond, sum(cellen), omvang, drempel)
    assert tuple(cellen) in mogelijk
    for plaats, aantal in enumerate(cellen):
        if 0 < aantal < drempel:
            assert not getoond[plaats].isdigit()
            ruimte = any(cel != VERBORGEN for cel in getoond)  # some rows leave nothing more to hide
            assert len({rij[plaats] for rij in mogelijk}) > 1 or not ruimte


def test_large_counts_and_zeros_are_shown():
    assert suppress_rij([0, 5, 12], [9, 9, 20], 5) == ("0", "5", "12")


def test_two_small_counts_hide_each_other():
    assert suppress_rij([2, 3, 9], [9, 9, 20], 5) == ("< 5", "< 5", "9")


def test_one_small_count_takes_the_smallest_other_along():
    assert suppress_rij([3, 20, 7], [9, 30, 9], 5) == (VERBORGEN, "20", VERBORGEN)


def test_one_small_count_among_zeros_takes_a_zero_along():
    assert suppress_rij([3, 0, 0], [9, 4, 30], 5) == (VERBORGEN, "0", VERBORGEN)


def test_counts_that_their_sum_would_betray_are_hidden_otherwise():
    assert suppress_rij([1, 1, 6], [9, 9, 9], 5) == (VERBORGEN,) * 3 or "< 5" not in suppress_rij(
        [1, 1, 6], [9, 9, 9], 5
    )


def test_the_table_says_what_its_signs_mean():
    tabel = Kruistabel(("A", "B", ""), (20, 9, 3), (("zorg", (12, 3, 2)), ("wonen", (8, 0, 0))))
    publicatie = suppress(tabel, 5)
    assert publicatie.kolommen == ("A", "B", "onbekend")
    assert publicatie.omvang == ("20", VERBORGEN, VERBORGEN)
    assert publicatie.rijen[0] == ("zorg", ("12", "< 5", "< 5"))
    assert "“< 5” betekent 1 tot en met 4" in publicatie.toelichting
    assert (publicatie.shows("zorg", "A"), publicatie.shows("zorg", "B")) == (True, False)
    assert not publicatie.shows("zorg", "C")
    assert keep_largest(publicatie, tabel, 2).kolommen == ("A", "B")


@given(st.lists(st.integers(0, 12), min_size=1, max_size=4), st.integers(3, 5))
def test_sizes_of_small_groups_cannot_be_computed_from_the_total(omvang, drempel):
    tabel = Kruistabel(tuple("ABCD"[: len(omvang)]), tuple(omvang), ())
    getoond = suppress(tabel, drempel).omvang
    mogelijk = possible(getoond, sum(omvang), [sum(omvang)] * len(omvang), drempel)
    for plaats, aantal in enumerate(omvang):
        if 0 < aantal < drempel:
            ruimte = len(omvang) > 1 and any(cel != VERBORGEN for cel in getoond)
            assert len({rij[plaats] for rij in mogelijk}) > 1 or not ruimte


def test_a_count_by_itself():
    assert [show_aantal(n, 5) for n in (0, 1, 4, 5)] == ["0", "< 5", "< 5", "5"]
