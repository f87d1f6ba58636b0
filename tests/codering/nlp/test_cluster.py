import random

import numpy as np
import pytest

from codering.nlp.cluster import MIN_GROEP, Stemclusterer
from codering.nlp.focus import focus
from codering.nlp.types import Groepering, Voorbeeld
from tests.codering.nlp.nep import Nepembedder

ONDERWERPEN = ("bomen planten park groen", "auto fiets straat hard", "huisarts wachtlijst dokter zorg")


def build_teksten(per_onderwerp: int = 12) -> list[str]:
    kans = random.Random(0)
    return [
        " ".join(kans.sample(onderwerp.split(), 3)) + f" {kans.randrange(1000)}"
        for onderwerp in ONDERWERPEN
        for _ in range(per_onderwerp)
    ]


def cluster(teksten: list[str], seed: int = 0) -> Groepering:
    return Stemclusterer().cluster(teksten, Nepembedder().embed(teksten), seed)


def test_finds_the_subjects():
    groepering = cluster(build_teksten())
    per_onderwerp = [set(groepering.nummers[begin : begin + 12]) - {None} for begin in (0, 12, 24)]
    assert all(per_onderwerp)
    assert not (per_onderwerp[0] & per_onderwerp[1]) | (per_onderwerp[1] & per_onderwerp[2])
    assert all(0 < stabiliteit <= 1 for stabiliteit in groepering.stabiliteit)


@pytest.mark.parametrize("seed", [0, 7])
def test_order_makes_no_difference(seed: int):
    teksten = build_teksten()
    geschud = teksten[:]
    random.Random(seed).shuffle(geschud)
    een = dict(zip(teksten, cluster(teksten, seed).nummers, strict=True))
    twee = dict(zip(geschud, cluster(geschud, seed).nummers, strict=True))
    assert een == twee


def test_the_largest_group_comes_first_and_small_ones_are_let_go():
    groepering = cluster([*build_teksten(), "bomen planten park 1", "bomen park groen 2"])
    groottes = [len(leden) for leden in groepering.leden()]
    assert groottes == sorted(groottes, reverse=True)
    assert min(groottes) >= MIN_GROEP


def test_too_few_statements_make_no_groups():
    assert cluster(build_teksten()[:14]) == Groepering((None,) * 14, ())
    assert cluster([]) == Groepering((), ())


def test_equal_texts_share_a_group():
    teksten = [*build_teksten(), *["bomen planten park 5"] * 10]
    assert len(set(cluster(teksten).nummers[-10:])) == 1


def test_only_equal_texts_make_no_groups():
    assert cluster(["groen"] * 40).nummers == (None,) * 40


def test_statements_beyond_the_sample_join_too():
    teksten = build_teksten(per_onderwerp=560)
    groepering = cluster(teksten)
    assert sum(nummer is None for nummer in groepering.nummers) < len(teksten) / 4


def test_focus_looks_along_what_tells_examples_apart():
    kans = np.random.default_rng(0)
    soort = np.repeat([0, 1], 200)
    punten = kans.normal(size=(400, 20)).astype(np.float16)
    punten[:, 0] += (soort * 4 - 2).astype(np.float16)
    voorbeelden = [Voorbeeld(str(nummer), ("a" if s else "b",)) for nummer, s in enumerate(soort)]
    scherp = focus(punten[::8], voorbeelden, punten)
    assert scherp.shape == (50, 22)
    assert np.corrcoef(scherp[:, 20], punten[::8, 0].astype(float))[0, 1] > 0.9
    assert np.abs(scherp[:, 20:]).max() < 0.51


def test_focus_without_enough_examples_leaves_vectors_as_they_are():
    punten = np.eye(4, dtype=np.float16)
    assert focus(punten, [Voorbeeld("x", ("a",))] * 4, punten).shape == (4, 4)
    assert len(focus(punten[:0], [], punten)) == 0
