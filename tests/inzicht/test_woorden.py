import pytest

from inzicht.domain.kernwoorden import distinctive_woorden
from inzicht.domain.woorden import VAST, count_phrase, join_nl, named_by, number, percent, units
from organisaties.enums import Kanaal


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        ((14, 61), f"14 van de 61 inzenders (23{VAST}%)"),
        ((3, 8, "tafel"), "3 van de 8 gesprekstafels"),
        ((1240, 2650, "papier"), f"1.240 van de 2.650 inzenders (47{VAST}%)"),
        ((1, 400), f"1 van de 400 inzenders (minder dan 1{VAST}%)"),
        ((0, 400), f"0 van de 400 inzenders (0{VAST}%)"),
    ],
)
def test_how_many_of_how_many(argumenten, zin):
    assert count_phrase(*argumenten) == zin


def test_a_small_count_is_not_told():
    assert count_phrase(3, 61, drempel=5) == "minder dan 5 van de 61 inzenders"


def test_kanalen_are_told_apart_where_they_stand_together():
    assert count_phrase(6, 12, "mail", voluit=True) == "6 van de 12 e-mails"
    assert units("tafel", aantal=1) == "gesprekstafel"
    assert units("onbekend") == "inzenders"


def test_every_kanaal_says_what_it_counts():
    assert {kanaal.value: f"{named_by(kanaal)} 2 {units(kanaal, voluit=True)}" for kanaal in Kanaal} == {
        "enquete": "door 2 inzenders van de online vragenlijst",
        "papier": "door 2 inzenders van de papieren vragenlijst",
        "tafel": "aan 2 gesprekstafels",
        "idee": "op 2 ideekaarten",
        "telefoon": "in 2 telefoongesprekken",
        "mail": "in 2 e-mails",
        "brief": "in 2 brieven",
        "markt": "in 2 gesprekken op markt of straat",
        "spreekuur": "in 2 gesprekken op het spreekuur",
        "anders": "in 2 berichten langs een andere weg",
    }
    assert named_by("onbekend") == "door"


def test_numbers_and_shares():
    assert (number(1240), percent(0.235), percent(0.225)) == ("1.240", f"24{VAST}%", f"23{VAST}%")


@pytest.mark.parametrize(
    ("woorden", "zin"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), ("abc", "a, b en c")]
)
def test_joining(woorden, zin):
    assert join_nl(woorden) == zin


def test_words_of_every_theme_come_after_words_of_one():
    woorden = distinctive_woorden(
        {
            "ontmoeten": [["koffie", "mensen"], ["koffie", "mensen"], ["zaal", "de"]],
            "groen": [["bomen", "mensen"], ["bomen", "mensen"], ["mensen"]],
        }
    )
    assert woorden["ontmoeten"] == ("koffie", "mensen", "zaal")
    assert woorden["groen"] == ("bomen", "mensen")


def test_forms_of_one_word_are_told_once():
    lijsten = [["huis", "huizen", "woning", "lift"], ["huis", "woningen", "lift"], ["woning", "huis"]]
    assert distinctive_woorden({"wonen": lijsten})["wonen"] == ("huis", "lift", "woning")
