"""Figures per group of speakers, and how sure they are."""

import random

import numpy as np
import pytest

from codering.nlp.evaluate import evaluate
from codering.nlp.groepmeting import macro_interval, measure_groepen

CODES = ("a", "b", "c")


def build(aantal: int = 200):
    """A third of the proposals is wrong by phone, none of the others."""
    waar = [(CODES[nummer % 2],) for nummer in range(aantal)]
    kanaal = ["telefoon" if nummer % 4 == 0 else "web" for nummer in range(aantal)]
    voorgesteld = [
        () if kanaal[nummer] == "telefoon" and nummer % 3 == 0 else waar[nummer] for nummer in range(aantal)
    ]
    return waar, voorgesteld, kanaal


def test_a_group_that_fares_worse_shows_it_with_an_interval():
    waar, voorgesteld, kanaal = build()
    web, telefoon = measure_groepen(waar, voorgesteld, kanaal, CODES)
    assert (web.waarde, web.aantal, telefoon.waarde, telefoon.aantal) == ("web", 150, "telefoon", 50)
    assert (web.macro_f1, web.exact) == (1.0, 1.0)
    assert telefoon.exact == pytest.approx(33 / 50)
    assert telefoon.verschil is not None
    assert telefoon.hoog is not None
    assert telefoon.laag < telefoon.verschil < telefoon.hoog < 0 < web.verschil


def test_themes_that_hardly_occur_in_a_group_are_left_out_of_its_mean():
    waar = [("a",)] * 10 + [("b",)] * 4 + [("b",)] * 20
    waarden = ["hier"] * 14 + ["daar"] * 20
    groepen = {g.waarde: g for g in measure_groepen(waar, [("a",)] * 34, waarden, CODES)}
    assert groepen["hier"].themas == 1
    assert groepen["hier"].macro_f1 == pytest.approx(20 / 24)
    klein = measure_groepen([("a",)] * 4, [("a",)] * 4, ["x"] * 4, CODES)[0]
    assert (klein.themas, klein.macro_f1, klein.verschil, klein.laag, klein.micro_f1) == (
        0,
        None,
        None,
        None,
        1.0,
    )


def test_the_whole_as_one_group_differs_by_nothing():
    waar, voorgesteld, _kanaal = build()
    (groep,) = measure_groepen(waar, voorgesteld, [""] * 200, CODES)
    assert (groep.verschil, groep.laag, groep.hoog) == (0.0, 0.0, 0.0)


def test_the_order_of_the_texts_does_not_matter():
    waar, voorgesteld, kanaal = build()
    recht = measure_groepen(waar, voorgesteld, kanaal, CODES)
    interval = macro_interval(waar, voorgesteld, CODES)
    rijen = list(zip(waar, voorgesteld, kanaal, strict=True))
    random.Random(3).shuffle(rijen)
    waar, voorgesteld, kanaal = (list(kolom) for kolom in zip(*rijen, strict=True))
    assert measure_groepen(waar, voorgesteld, kanaal, CODES) == recht
    assert macro_interval(waar, voorgesteld, CODES) == interval


def test_more_texts_make_the_interval_narrower():
    def width(keer: int) -> float:
        waar, voorgesteld, _kanaal = build()
        laag, hoog = macro_interval(waar * keer, voorgesteld * keer, CODES)
        assert laag < evaluate(waar, voorgesteld, np.zeros((200, 3)), CODES).macro_f1 < hoog
        return hoog - laag

    assert width(16) < width(1) / 3


def test_without_any_code_there_is_no_interval():
    assert macro_interval([(), ()], [(), ("a",)], CODES) == (0.0, 0.0)
    assert macro_interval([], [], CODES) == (0.0, 0.0)
