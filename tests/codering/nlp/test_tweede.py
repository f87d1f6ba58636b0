"""What a second opinion and a name may be, and what counts as no answer."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codering.nlp.afgeschermd import Afgeschermd, shield
from codering.nlp.lokaal import Gesprek, Modelopdracht
from codering.nlp.name import Woordnamer
from codering.nlp.pipeline import analyse
from codering.nlp.tweede import NIET_BRUIKBAAR, Servernamer, _read_per_nummer, ask_mening, ask_namen
from tests.codering.nlp.nep import CODEBOEK, Nepclusterer, Nepembedder, Nepnamer, build_fragment
from tests.codering.nlp.neptaalserver import agree, give, give_json, serve

UITSPRAKEN = tuple(Afgeschermd(build_fragment(tekst)) for tekst in ("Meer bomen graag", "Te hard rijden"))


def mening(antwoorder):
    with serve(antwoorder) as boek:
        return ask_mening(boek.taalserver(), CODEBOEK, UITSPRAKEN)


def namen(antwoorder):
    with serve(antwoorder) as boek:
        return ask_namen(boek.taalserver(), [UITSPRAKEN[:1], UITSPRAKEN[1:]])


def oordelen(*paren):
    return give_json({"oordelen": [{"nummer": nummer, "codes": codes} for nummer, codes in paren]})


def test_a_good_answer_comes_in_the_order_of_the_codebook():
    gesprek, gegeven = mening(oordelen((2, []), (1, ["verkeer", "groen"])))
    assert gegeven == (("groen", "verkeer"), ())
    assert gesprek.fout == ""


def test_the_prompt_holds_the_codebook_and_the_schema_its_codes():
    with serve(oordelen()) as boek:
        ask_mening(boek.taalserver(), CODEBOEK, UITSPRAKEN)
    verzoek = boek.binnen[0].verzoek
    assert "- groen: Groen Bomen" not in verzoek["messages"][0]["content"]
    assert (
        "- groen: Groen. Bomen, planten en parken Wel: meer bomen, een park"
        in verzoek["messages"][0]["content"]
    )
    assert '["groen", "verkeer", "zorg"]' in json.dumps(verzoek["response_format"])


@pytest.mark.parametrize(
    ("paren", "gegeven"),
    [
        ([(1, ["onzin"]), (2, ["zorg"])], (None, ("zorg",))),
        ([(1, ["groen", "onzin"]), (2, [])], (None, ())),
        ([(1, ["groen"])], (("groen",), None)),
        ([(1, ["groen"]), (1, ["zorg"]), (2, [])], (None, ())),
        ([(1, "groen"), (2, [])], (None, ())),
        ([(1, [{"code": "groen"}]), (2, [3])], (None, None)),
        ([(1, []), (2, []), (3, ["groen"])], ((), ())),
        ([("1", ["groen"]), (True, []), (2, [])], (None, ())),
    ],
)
def test_wrong_codes_and_numbers_count_as_no_answer(paren, gegeven):
    assert mening(oordelen(*paren))[1] == gegeven


@pytest.mark.parametrize(
    "antwoord", ["Ik denk groen.", "{}", "[]", '{"oordelen": 3}', '{"oordelen": [1, null]}', "[" * 9000]
)
def test_an_answer_from_which_nothing_can_be_taken_says_so(antwoord):
    gesprek, gegeven = mening(give(antwoord))
    assert (gesprek.fout, gegeven, gesprek.antwoord) == (NIET_BRUIKBAAR, (None, None), antwoord)


def test_names_are_tidied():
    regels = [{"nummer": 1, "naam": ' "Meer bomen\nin de straat". '}, {"nummer": 2, "naam": "Te hard rijden"}]
    assert namen(give_json({"namen": regels}))[1] == ("Meer bomen in de straat", "Te hard rijden")


@pytest.mark.parametrize(
    "naam", ["", "..", 3, None, "x" * 61, "Klachten van Fatima Yildiz", "Over [naam]", "ab\u202ecd efg"]
)
def test_a_name_that_cannot_be_used(naam):
    regels = [{"nummer": 1, "naam": naam}, {"nummer": 2, "naam": "Te hard rijden"}]
    assert namen(give_json({"namen": regels}))[1] == (None, "Te hard rijden")


def test_two_groups_do_not_get_one_name():
    regels = [{"nummer": 1, "naam": "De buurt"}, {"nummer": 2, "naam": "de buurt"}]
    assert namen(give_json({"namen": regels}))[1] == (None, None)


def gesprek_met(tekst):
    return Gesprek(Modelopdracht("", (), {}), "", tekst)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda deel: (
        st.lists(deel) | st.dictionaries(st.sampled_from(["oordelen", "nummer", "codes", "x"]), deel)
    ),
)


@given(st.one_of(st.text(), JSON.map(json.dumps)))
def test_no_answer_whatsoever_breaks_the_reading(tekst):
    gelezen = _read_per_nummer(gesprek_met(tekst), "oordelen", "codes", 3)
    assert len(gelezen) == 3


def test_the_namer_names_groups_in_the_pipeline_with_shielded_texts_only():
    teksten = [
        "groen en bankjes",
        "meer groen graag",
        "groen, bel Kees Jansen op 06-12345678",
        "de bus is laat",
    ]
    fragmenten = shield([build_fragment(t, rij=str(n)) for n, t in enumerate(teksten)], {})
    with serve(agree) as boek:
        namer = Servernamer(boek.taalserver(), Nepnamer())
        uitkomst = analyse(
            fragmenten,
            {},
            None,
            (),
            embedder=Nepembedder(),
            cache=Nepcache(),
            clusterer=Nepclusterer(),
            namer=namer,
        )
    assert [groep.naam for groep in uitkomst.groepen] == ["Bankjes in het park"]
    verstuurd = b"".join(post.lijf for post in boek.binnen).decode()
    assert "meer groen graag" in verstuurd
    assert "Kees" not in verstuurd
    assert [gesprek.antwoord for gesprek in namer.gesprekken]


def test_the_namer_keeps_the_own_names_when_the_server_fails_and_asks_no_more():
    teksten = [Afgeschermd(build_fragment(f"groen nummer {getal}")) for getal in range(12)]
    leden = [[getal, getal + 1] for getal in range(0, 12, 2)]
    with serve(lambda pen, _v: pen.send(b"", 500)) as boek:
        namer = Servernamer(boek.taalserver(), Nepnamer())
        gegeven = namer.name(teksten, np.zeros((12, 2), np.float16), leden)
    assert [naam.naam for naam in gegeven] == ["groep van 2"] * 6
    assert len(boek.binnen) == 1


def test_the_namer_lays_plain_text_before_nobody():
    teksten = ["te weinig bankjes in het park", "geen bankjes bij de bus"]
    with serve(agree) as boek:
        namer = Servernamer(boek.taalserver(), Woordnamer())
        (naam,) = namer.name(teksten, np.ones((2, 2), np.float16), [[0, 1]])
    assert boek.binnen == []
    assert "bankjes" in naam.naam


class Nepcache:
    """Keeps nothing."""

    def get_many(self, sleutels):
        return {}

    def put_many(self, vectoren):
        pass
