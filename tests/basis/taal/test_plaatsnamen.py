"""Names of places, given by who uses them: not masked, unless a person is meant."""

import pytest

from basis.taal.maskeren import apply_maskers, find_maskers, find_maskers_batch

VRIJ = ("Huiskamer Jan de Wit", "Irene", "Rietveld", "De  Anna Blaman", "", "X")


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Bij huiskamer jan de wit", "Bij huiskamer jan de wit"),
        ("In Huiskamer  Jan de Wit zat Jan de Wit", "In Huiskamer  Jan de Wit zat [naam]"),
        ("Irene helpt mij altijd", "[naam] helpt mij altijd"),
        ("Bij Rietveld is het dicht", "Bij Rietveld is het dicht"),
        ("Vraag mevrouw Rietveld", "Vraag mevrouw [naam]"),
        ("Vraag Piet Rietveld of P. van Rietveld", "Vraag [naam] of [naam]"),
    ],
)
def test_places_stay_and_people_go(tekst, verwacht):
    gemaskeerd = apply_maskers(tekst, find_maskers(tekst, VRIJ))
    assert gemaskeerd == verwacht
    assert find_maskers(gemaskeerd, VRIJ) == ()


def test_all_texts_of_a_batch_know_the_places():
    assert find_maskers_batch(["In Huiskamer Jan de Wit", "Rietveld"], VRIJ) == ((), ())


def test_without_places_nothing_changes():
    assert find_maskers("Bij Huiskamer Jan de Wit") == find_maskers(
        "Bij Huiskamer Jan de Wit", ("Ergens anders",)
    )
