import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inzicht.domain.tellen import Telrij, count_rijen, read_telling, wilson

NAMEN = {"zorg": "Zorg", "wonen": "Wonen", "jeugd": "Jeugd"}


def rij(eenheid, *themas, groep="A", kanaal="papier", **rest):
    return Telrij(eenheid=eenheid, groep=groep, kanaal=kanaal, themas=themas, **rest)


def test_who_says_it_twice_counts_once():
    telling = count_rijen([rij("1", "zorg"), rij("1", "zorg", "wonen"), rij("2", "wonen")], NAMEN)
    assert [(c.code, c.aantal, c.van, c.uitspraken) for c in telling.themas] == [
        ("wonen", 2, 2, 2),
        ("zorg", 1, 2, 2),
        ("jeugd", 0, 2, 0),
    ]


def test_shares_are_of_who_said_something():
    telling = count_rijen([rij("1", "zorg"), rij("2", inhoudelijk=False)], NAMEN)
    assert telling.eenheden == 2
    assert telling.zonder_inhoud == 1
    assert telling.find("zorg").aandeel == 1.0


def test_confirmed_by_people_is_counted_apart():
    telling = count_rijen([rij("1", "zorg", bevestigd=True), rij("2", "zorg")], NAMEN)
    assert (telling.find("zorg").aantal, telling.find("zorg").bevestigd) == (2, 1)


def test_tables_per_group_and_per_kanaal():
    telling = count_rijen(
        [rij("1", "zorg", groep="B"), rij("2", "zorg", kanaal="tafel"), rij("3", groep="", kanaal="tafel")],
        NAMEN,
    )
    assert telling.per_groep.kolommen == ("A", "B", "")
    assert telling.per_groep.omvang == (1, 1, 1)
    assert dict(telling.per_groep.rijen)["zorg"] == (1, 1, 0)
    assert telling.kanalen == {"papier": 1, "tafel": 2}


def test_intervals_only_for_a_probability_sample():
    rijen = [rij("1", "zorg"), rij("2")]
    assert count_rijen(rijen, NAMEN).find("zorg").laag is None
    cijfer = count_rijen(rijen, NAMEN, steekproef=True).find("zorg")
    assert cijfer.laag < 0.5 < cijfer.hoog


def test_wilson_interval_of_the_textbook():
    # Newcombe 1998, Table I: 81 of 263.
    laag, hoog = wilson(81, 263)
    assert (round(laag, 4), round(hoog, 4)) == (0.2553, 0.3662)
    with pytest.raises(ValueError, match="geen waarnemingen"):
        wilson(0, 0)


def test_nothing_to_count():
    telling = count_rijen([], NAMEN)
    assert telling.eenheden == 0
    assert all(cijfer.aandeel == 0 for cijfer in telling.themas)


def test_kanalen_are_counted_apart():
    rijen = [rij("1", "zorg"), rij("2", "zorg"), rij("3", "wonen"), rij("t", "zorg", kanaal="tafel")]
    telling = count_rijen(rijen, NAMEN)
    assert telling.volgorde == ("papier", "tafel")
    assert {kanaal: deel.find("zorg").aantal for kanaal, deel in telling.delen.items()} == {
        "papier": 2,
        "tafel": 1,
    }
    assert telling.deel().eenheden == 3
    assert telling.deel("tafel").find("zorg").aandeel == 1.0


def test_one_kanaal_needs_no_parts():
    telling = count_rijen([rij("1", "zorg")], NAMEN)
    assert telling.delen == {}
    assert telling.deel() is telling


def test_intervals_only_where_everyone_was_drawn():
    rijen = [rij("1", "zorg", geloot=True), rij("2", geloot=True), rij("t", "zorg", kanaal="tafel")]
    telling = count_rijen(rijen, NAMEN)
    assert telling.find("zorg").laag is None
    assert telling.delen["papier"].find("zorg").laag is not None
    assert telling.delen["tafel"].find("zorg").laag is None


telrijen = st.lists(
    st.builds(
        Telrij,
        eenheid=st.sampled_from("abcdefgh"),
        groep=st.sampled_from(["", "Noord", "Zuid"]),
        kanaal=st.sampled_from(["papier", "tafel"]),
        themas=st.lists(st.sampled_from([*NAMEN, "vreemd"]), unique=True).map(tuple),
        bevestigd=st.booleans(),
        inhoudelijk=st.booleans(),
    )
)


@given(telrijen)
def test_figures_survive_a_stay_in_a_database(rijen):
    telling = count_rijen(rijen, NAMEN)
    assert read_telling(json.loads(json.dumps(telling.to_json()))) == telling


@given(telrijen, st.randoms())
def test_the_order_of_statements_makes_no_difference(rijen, willekeur):
    anders = list(rijen)
    willekeur.shuffle(anders)
    assert count_rijen(anders, NAMEN) == count_rijen(rijen, NAMEN)


@given(telrijen)
def test_counts_agree_with_counting_by_hand(rijen):
    telling = count_rijen(rijen, NAMEN)
    for cijfer in telling.themas:
        wie = {r.eenheid for r in rijen if r.inhoudelijk and cijfer.code in r.themas}
        assert cijfer.aantal == len(wie) <= cijfer.van
