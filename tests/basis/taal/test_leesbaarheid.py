import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basis.taal.aanwijzingen import Aanwijzingsoort
from basis.taal.leesbaarheid import find_aanwijzingen, measure_leesbaarheid
from basis.taal.lettergrepen import count_lettergrepen, split_zinnen
from basis.taal.moeilijke_woorden import MOEILIJKE_WOORDEN

AMBTELIJK = (
    "Hoe beoordeelt u de leefbaarheid in uw directe woonomgeving, met betrekking tot de aanwezige "
    "voorzieningen en de mate van sociale cohesie tussen bewoners onderling?"
)
GEWOON = "Wij komen bij u langs. U hoeft niets te doen. Heeft u vragen? Bel ons dan."


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("buurt", 1),
        ("bewoners", 3),
        ("ideeën", 3),
        ("station", 2),
        ("gezelligheid", 4),
        ("beïnvloeden", 4),
        ("één", 1),
        ("café", 2),
        ("organisatie", 5),
        ("nieuw", 1),
        ("eeuwen", 2),
        ("draaien", 2),
        ("yoghurt", 2),
        ("112", 1),
        ("cafe\u0301", 2),
    ],
)
def test_syllables(woord, aantal):
    assert count_lettergrepen(woord) == aantal


def test_sentences_end_at_stops_and_line_breaks_not_at_abbreviations():
    tekst = "Bijv. dhr. Jansen komt. Dat is fijn!\nJa  "
    assert [tekst[b:e] for b, e in split_zinnen(tekst)] == ["Bijv. dhr. Jansen komt.", "Dat is fijn!", "Ja"]


def test_the_formula_of_douma():
    uitkomst = measure_leesbaarheid("De bus komt. De bus gaat.")
    assert (uitkomst.woorden, uitkomst.zinnen, uitkomst.lettergrepen) == (6, 2, 6)
    assert uitkomst.flesch_douma == pytest.approx(206.835 - 0.93 * 3 - 77 * 1, abs=0.05)


def test_plain_text_scores_above_official_text():
    gewoon, ambtelijk = measure_leesbaarheid(GEWOON), measure_leesbaarheid(AMBTELIJK)
    assert gewoon.flesch_douma > 80 > 40 > ambtelijk.flesch_douma
    assert gewoon.niveau_schatting in ("A2", "B1")
    assert ambtelijk.niveau_schatting == "C1"
    assert ambtelijk.lange_woorden >= 3


def test_a_text_without_words_has_no_score():
    for tekst in ("", "  \n", "?!", "[naam]"):
        uitkomst = measure_leesbaarheid(tekst)
        assert (uitkomst.woorden, uitkomst.flesch_douma, uitkomst.niveau_schatting) == (0, None, "")


def test_advice_points_at_the_words_it_is_about():
    gevonden = {(AMBTELIJK[a.begin : a.eind], a.soort): a for a in find_aanwijzingen(AMBTELIJK)}
    assert gevonden["sociale cohesie", Aanwijzingsoort.MOEILIJK_WOORD].alternatief == (
        "contact tussen mensen in de buurt"
    )
    assert ("cohesie", Aanwijzingsoort.MOEILIJK_WOORD) not in gevonden
    assert (AMBTELIJK, Aanwijzingsoort.LANGE_ZIN) in gevonden


@pytest.mark.parametrize(
    ("zin", "lijdend"),
    [
        ("Het plein wordt opnieuw ingericht.", True),
        ("De huur is verhoogd en er werd niets besproken.", True),
        ("De kosten worden door u betaald.", True),
        ("Dit gebied wordt groen.", False),
        ("Wij worden oud in deze buurt.", False),
        ("De gemeente heeft het besproken.", False),
    ],
)
def test_passive_voice(zin, lijdend):
    soorten = {a.soort for a in find_aanwijzingen(zin)}
    assert (Aanwijzingsoort.LIJDENDE_VORM in soorten) is lijdend


def test_long_words():
    (aanwijzing,) = find_aanwijzingen("Uw belastingformulieren.")
    assert aanwijzing.soort is Aanwijzingsoort.LANG_WOORD


def test_the_word_list():
    assert len(MOEILIJKE_WOORDEN) >= 80
    assert all(woord == woord.lower() and alternatief for woord, alternatief in MOEILIJKE_WOORDEN.items())


@given(st.text(max_size=80))
@settings(deadline=None)
def test_any_text_can_be_measured(tekst):
    uitkomst = measure_leesbaarheid(tekst)
    assert all(0 <= a.begin < a.eind <= len(tekst) for a in uitkomst.aanwijzingen)
    assert uitkomst.woorden >= uitkomst.lange_woorden
