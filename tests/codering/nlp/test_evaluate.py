import numpy as np
import pytest

from codering.nlp.evaluate import Themameting, ami, evaluate, evaluate_klassen, evaluate_tfidf, v_measure
from tests.codering.nlp.nep import CODEBOEK, build_voorbeelden

CODES = ("a", "b", "c")


def test_figures_of_a_small_case_worked_by_hand():
    waar = [("a",), ("a", "b"), ("b",), ()]
    voorgesteld = [("a",), ("b",), ("b", "a"), ()]
    scores = np.array([[0.9, 0.1, 0], [0.3, 0.8, 0], [0.6, 0.7, 0], [0.1, 0.2, 0]])
    meting = evaluate(waar, voorgesteld, scores, CODES)
    assert meting.per_thema == (
        Themameting("a", 0.5, 0.5, 0.5, 2),
        Themameting("b", 1.0, 1.0, 1.0, 2),
        Themameting("c", 0.0, 0.0, 0.0, 0),
    )
    assert meting.macro_f1 == pytest.approx(0.75)
    assert meting.micro_f1 == pytest.approx(0.75)
    assert meting.map == pytest.approx((1 / 2 * (1 + 2 / 3) + 1) / 2)
    assert meting.aantal == 4
    assert meting.exact == 0.5


def test_nothing_to_compare_gives_zeros():
    meting = evaluate([], [], np.zeros((0, 3)), CODES)
    assert (meting.macro_f1, meting.micro_f1, meting.map, meting.aantal) == (0.0, 0.0, 0.0, 0)


def test_one_class_per_text_where_someone_judged():
    meting = evaluate_klassen(["x", "x", "y", "", "y"], ["x", "y", "y", "x", ""], ("x", "y", "z"))
    assert (meting.aantal, meting.juist) == (4, 0.5)
    assert meting.per_klasse == (
        Themameting("x", 1.0, 0.5, 2 / 3, 2),
        Themameting("y", 0.5, 0.5, 0.5, 2),
        Themameting("z", 0.0, 0.0, 0.0, 0),
    )
    assert meting.macro_f1 == pytest.approx((2 / 3 + 0.5) / 2)
    assert evaluate_klassen([""], ["x"], ("x",)).aantal == 0


def test_the_baseline_learns_words():
    teksten = ["bomen en struiken", "huisarts en wachtlijst", "auto en fiets"]
    meting = evaluate_tfidf(
        build_voorbeelden(), teksten, [("groen",), ("zorg",), ("verkeer",)], CODEBOEK.codes
    )
    assert meting.macro_f1 == 1.0


def test_groups_are_compared_with_overig_as_one_group():
    assert v_measure(["x", "x", "y", "y"], [0, 0, None, None]) == pytest.approx(1)
    assert ami(["x", "x", "y", "y"], [0, 0, None, None]) == pytest.approx(1)
    assert v_measure(["x", "y", "x", "y"], [0, 0, 1, 1]) == pytest.approx(0)
