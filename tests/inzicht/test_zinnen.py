import pytest

from inzicht.domain.tellen import Telrij, count_rijen
from inzicht.domain.zinnen import describe, top_sentence

NAMEN = {
    "groen": "Groen en afval",
    "zorg": "Zorg",
    "wonen": "Wonen",
    "veilig": "Veiligheid",
    "jeugd": "Jeugd",
    "geld": "Geldzorgen",
}


def tel(van, kanaal="enquete", leeg=0, **aantallen):
    """So many heard along a kanaal, the first so many of whom named each theme; `leeg` more said nothing."""
    rijen = [
        Telrij(
            eenheid=f"{kanaal}-{nummer}",
            groep="",
            kanaal=kanaal,
            themas=tuple(code for code, n in aantallen.items() if nummer < n),
            inhoudelijk=nummer < van,
        )
        for nummer in range(van + leeg)
    ]
    return count_rijen(rijen, NAMEN)


def zeg(telling, kanaal="enquete", drempel=0):
    return describe(telling, kanaal, drempel).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("aantallen", "zin"),
    [
        (
            {"groen": 14, "zorg": 9},
            "“Groen en afval” is het vaakst genoemd: door 14 van de 61 inzenders (23 %). Daarna komt “Zorg”, met 9.",
        ),
        (
            {"groen": 14, "zorg": 14, "wonen": 9},
            (
                "“Groen en afval” en “Zorg” zijn het vaakst genoemd: elk door 14 van de 61 inzenders (23 %). Daarna "
                "komt “Wonen”, met 9."
            ),
        ),
        (
            {"groen": 14, "zorg": 9, "wonen": 9, "jeugd": 1},
            (
                "“Groen en afval” is het vaakst genoemd: door 14 van de 61 inzenders (23 %). Daarna komen “Zorg” en "
                "“Wonen”, elk met 9."
            ),
        ),
        ({"groen": 14}, "“Groen en afval” is het vaakst genoemd: door 14 van de 61 inzenders (23 %)."),
        (
            dict.fromkeys(["groen", "zorg"], 7),
            "“Groen en afval” en “Zorg” zijn het vaakst genoemd: elk door 7 van de 61 inzenders (11 %).",
        ),
        (
            dict.fromkeys(NAMEN, 7),
            (
                "“Groen en afval”, “Zorg”, “Wonen” en 3 andere thema’s zijn het vaakst genoemd: elk door 7 van de 61 "
                "inzenders (11 %)."
            ),
        ),
        ({}, "Bij geen van deze antwoorden is een thema gevonden."),
    ],
)
def test_what_is_named_equally_often_shares_its_place(aantallen, zin):
    assert zeg(tel(61, **aantallen)) == zin


@pytest.mark.parametrize(
    ("telling", "zin"),
    [
        (tel(0), "Er zijn nog geen antwoorden."),
        (tel(0, leeg=1), "Er is 1 inzender, zonder inhoudelijk antwoord."),
        (tel(0, leeg=3), "Er zijn 3 inzenders, zonder inhoudelijk antwoord."),
        (tel(1, groen=1, zorg=1), "Tot nu toe telt 1 inzender mee. Genoemd: “Groen en afval” en “Zorg”."),
        (tel(1), "Bij geen van deze antwoorden is een thema gevonden."),
        (tel(2, groen=1, leeg=5), "“Groen en afval” is het vaakst genoemd: door 1 van de 2 inzenders."),
    ],
)
def test_few_answers_are_told_as_few(telling, zin):
    assert zeg(telling) == zin


@pytest.mark.parametrize(
    ("telling", "zin"),
    [
        (
            tel(61, groen=14, zorg=4, wonen=4),
            (
                "“Groen en afval” is het vaakst genoemd: door 14 van de 61 inzenders (23 %). Wat verder is genoemd, is "
                "elk minder dan 5 keer geteld."
            ),
        ),
        (tel(61, groen=4, zorg=4), "Elk thema is door minder dan 5 van de 61 inzenders genoemd."),
        (
            tel(4, groen=4),
            (
                "Tot nu toe tellen minder dan 5 inzenders mee. Wat is genoemd, blijft binnen uw organisatie: bij zo "
                "weinig is te zien wie iets zei."
            ),
        ),
        (tel(0, leeg=2), "Er zijn minder dan 5 inzenders, zonder inhoudelijk antwoord."),
        (tel(0, leeg=1), "Er zijn minder dan 5 inzenders, zonder inhoudelijk antwoord."),
        (tel(0), "Er zijn nog geen antwoorden."),
    ],
)
def test_outside_no_small_count_is_told_nor_which_of_them_is_largest(telling, zin):
    assert zeg(telling, drempel=5) == zin


def test_a_sentence_says_where_a_theme_was_named():
    assert zeg(tel(8, "tafel", groen=6), "tafel") == (
        "“Groen en afval” is het vaakst genoemd: aan 6 van de 8 gesprekstafels."
    )
    assert zeg(tel(40, "idee", groen=12), "idee") == (
        "“Groen en afval” is het vaakst genoemd: op 12 van de 40 ideekaarten (30 %)."
    )
    assert zeg(tel(9, "tafel", groen=2), "tafel", 5) == (
        "Elk thema is aan minder dan 5 van de 9 gesprekstafels genoemd."
    )
    assert zeg(tel(1, "brief", groen=1), "brief") == "Tot nu toe telt 1 brief mee. Genoemd: “Groen en afval”."


def test_the_letter_gets_the_first_sentence_alone():
    telling = tel(61, groen=14, zorg=14, wonen=3)
    assert top_sentence(telling, "enquete", 5).startswith(
        "“Groen en afval” en “Zorg” zijn het vaakst genoemd: elk"
    )
    assert top_sentence(tel(61), "enquete", 5) == ""
    assert top_sentence(tel(61, groen=3, zorg=3), "enquete", 5) == (
        "Elk thema is door minder dan 5 van de 61 inzenders genoemd."
    )
