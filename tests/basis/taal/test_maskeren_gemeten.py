"""How well masking does on sentences of our own. The floors are what was measured, less a small margin."""

from collections import Counter

import pytest

from basis.taal.maskeren import Maskersoort, find_maskers
from tests.basis.taal.zinnen import Zin, read_zinnen

BESTANDEN = ("zinnen_ontwikkeling.txt", "zinnen_meting.txt")


Telling = Counter[Maskersoort]


def tel(zinnen: list[Zin]) -> tuple[Telling, Telling, Telling]:
    """Hits, misses and false hits per kind; a hit overlaps a mark of its own kind."""
    raak: Telling = Counter()
    gemist: Telling = Counter()
    fout: Telling = Counter()
    for zin in zinnen:
        gevonden = find_maskers(zin.tekst)
        for begin, eind, soort in zin.merken:
            hit = any(m.soort is soort and m.begin < eind and m.eind > begin for m in gevonden)
            (raak if hit else gemist)[soort] += 1
        for m in gevonden:
            if not any(m.soort is s and m.begin < e and m.eind > b for b, e, s in zin.merken):
                fout[m.soort] += 1
    return raak, gemist, fout


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_recall_and_precision_per_kind(bestand):
    raak, gemist, fout = tel(read_zinnen(bestand))
    for soort in Maskersoort:
        assert raak[soort] >= 3, f"te weinig voorbeelden van {soort}"
        recall = raak[soort] / (raak[soort] + gemist[soort])
        precisie = raak[soort] / (raak[soort] + fout[soort])
        ondergrens = (0.95, 0.93) if soort is Maskersoort.NAAM else (0.99, 0.99)
        assert recall >= ondergrens[0], (soort, recall)
        assert precisie >= ondergrens[1], (soort, precisie)


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_borders_of_masks_are_exact(bestand):
    merken, precies = 0, 0
    for zin in read_zinnen(bestand):
        gevonden = {(m.begin, m.eind, m.soort) for m in find_maskers(zin.tekst)}
        merken += len(zin.merken)
        precies += sum(merk in gevonden for merk in zin.merken)
    assert precies / merken >= 0.97


def test_the_set_is_large_and_half_of_it_has_nothing_to_mask():
    zinnen = [zin for bestand in BESTANDEN for zin in read_zinnen(bestand)]
    zonder = sum(not zin.merken for zin in zinnen)
    assert len(zinnen) >= 350
    assert 0.4 <= zonder / len(zinnen) <= 0.6
