import pytest

from inzicht.domain.buurten import Uitschieter, find_uitschieter
from inzicht.domain.onderdrukken import suppress
from inzicht.domain.tellen import Kruistabel, Themacijfer


def cijfer(aantal, van):
    return Themacijfer("zorg", "Zorg", aantal, van, 0, aantal)


def tabel(*groepen):
    namen, aantallen, omvang = zip(*groepen, strict=True)
    return Kruistabel(namen, omvang, (("zorg", aantallen),))


def test_the_buurt_that_the_average_hides_is_found():
    gevonden = find_uitschieter(cijfer(16, 100), tabel(("Noord", 12, 20), ("Zuid", 4, 80)), 5)
    assert gevonden == Uitschieter("Noord", 12, 20)
    assert gevonden.aandeel == 0.6


@pytest.mark.parametrize(
    ("groepen", "waarom"),
    [
        ((("Noord", 8, 15), ("Zuid", 8, 85)), "too few people in the buurt"),
        ((("Noord", 4, 20), ("Zuid", 0, 80)), "too few said it to be told"),
        ((("Noord", 6, 20), ("Zuid", 10, 80)), "one voice would make the difference"),
        ((("", 12, 20), ("Zuid", 4, 80)), "nobody knows where"),
    ],
    ids=lambda w: w if isinstance(w, str) else "",
)
def test_nothing_is_said_without_ground(groepen, waarom):
    totaal = cijfer(sum(n for _g, n, _o in groepen), 100)
    assert find_uitschieter(totaal, tabel(*groepen), 5) is None, waarom


def test_a_count_that_protects_another_is_not_named_outside():
    kruis = tabel(("Noord", 12, 20), ("Zuid", 3, 80))
    totaal = cijfer(15, 100)
    assert find_uitschieter(totaal, kruis, 5) is not None
    assert find_uitschieter(totaal, kruis, 5, suppress(kruis, 5)) is None
