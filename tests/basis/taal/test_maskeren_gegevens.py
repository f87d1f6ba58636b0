"""The marked statements of `gegevens/`: the test part keeps what was measured, less a small margin."""

import json

import pytest

from basis.taal.maskeren import Maskersoort
from scripts.bench.maskeren import BESTAND, count, count_names_by, make_regel, read_regels

# Lowest recall and precision.
ONDERGRENS = {
    Maskersoort.NAAM: (0.90, 0.90),
    Maskersoort.ADRES: (0.80, 0.95),
    Maskersoort.KENTEKEN: (0.95, 0.90),
}


@pytest.fixture(scope="module")
def geteld():
    return count(read_regels("test"))


@pytest.mark.parametrize("soort", list(Maskersoort))
def test_recall_and_precision_of_each_kind(geteld, soort):
    telling = geteld[soort]
    recall, precisie = ONDERGRENS.get(soort, (0.95, 0.95))
    assert telling.raak + telling.gemist >= 10
    assert telling.recall >= recall, telling.fouten
    assert telling.precisie >= precisie, telling.fouten


def test_names_from_elsewhere_are_found_as_often_as_dutch_ones():
    per_herkomst = count_names_by(read_regels(), "herkomst")
    eigen = per_herkomst.pop("nederlands")
    elders = [sum(aantal) for aantal in zip(*per_herkomst.values(), strict=True)]
    assert elders[0] / elders[1] >= eigen[0] / eigen[1] - 0.02


def test_the_marks_are_in_the_texts_and_half_of_the_texts_is_for_testing():
    regels = [make_regel(json.loads(rij)) for rij in BESTAND.read_text("utf-8").splitlines()]
    for regel in regels:
        vorige = 0
        for merk in regel.merken:
            assert vorige <= merk.begin < merk.eind <= len(regel.tekst)
            assert regel.tekst[merk.begin : merk.eind].strip() == regel.tekst[merk.begin : merk.eind]
            vorige = merk.eind
    zonder = sum(not regel.merken for regel in regels)
    assert len({regel.tekst for regel in regels}) == len(regels) >= 400
    assert 0.35 <= zonder / len(regels) <= 0.6
    assert {len(read_regels("test")), len(read_regels("ontwikkeling"))} == {len(regels) // 2}
