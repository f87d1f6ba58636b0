import pytest

from basis.taal.geboortedatums import find_geboortedatums


def delen(tekst: str) -> list[str]:
    return [tekst[begin:eind] for begin, eind in find_geboortedatums(tekst)]


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        ("geboren op 3 mei 1954", "3 mei 1954"),
        ("geb. 12-03-1961, dus", "12-03-1961"),
        ("geboortedatum: 1975-08-23", "1975-08-23"),
        ("geboren te Delft op 12 mei 1950", "12 mei 1950"),
        ("Geb.datum 07/09/1980", "07/09/1980"),
        ("jarig op 3 april", "3 april"),
        ("geb 1-1-60", "1-1-60"),
        ("ik ben 12-05-1961 geboren", "12-05-1961"),
        ("Op 15 maart ben ik jarig", "15 maart"),
        ("moeder (4-11-1938, geboren in Delft)", "4-11-1938"),
    ],
)
def test_dates_of_birth(tekst, datum):
    assert delen(tekst) == [datum]


@pytest.mark.parametrize(
    "tekst",
    [
        "vergadering op 15 maart",
        "12-03-2024 was ik er",
        "5 mei is bevrijdingsdag",
        "geboren in 1960",
        "geboren in maart",
        "geboren en getogen",
        "sinds 1 januari is het stil",
    ],
)
def test_other_dates_stay(tekst):
    assert delen(tekst) == []
