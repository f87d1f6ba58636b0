import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.taal.lichtmodel import Lichtmodel, format_model, read_model
from codering.nlp.quality import BESTAND, judge_kwaliteit
from codering.nlp.types import Kwaliteit
from scripts.kiezers import KWALITEIT, read_rijen

OPEN = "Wat mist u in de buurt?"


@pytest.mark.parametrize(
    "tekst",
    ["-", "geen", "Geen.", "n.v.t.", "NVT", "zie vorige antwoord", "Zie boven", "niets", "Nee hoor, niks", "xxxx",
     "Houdoe en bedankt!", "geen opmerkingen", "", "  ", "...", "yok", "0"],
)  # fmt: skip
def test_no_answer(tekst: str):
    assert judge_kwaliteit(tekst, "Heeft u nog opmerkingen?") is Kwaliteit.GEEN_ANTWOORD


@pytest.mark.parametrize(
    "tekst", ["geen idee", "Geen flauw idee", "weet niet", "weet ik eigenlijk niet", "geen mening", "zou ik niet weten",
              "kweenie", "bew. weet het niet", "bilmiyorum", "ik weet niet wat ik moet zeggen"]
)  # fmt: skip
def test_does_not_know(tekst: str):
    assert judge_kwaliteit(tekst, OPEN) is Kwaliteit.WEET_NIET


@pytest.mark.parametrize(
    "tekst", ["???", "(onleesbaar)", "ja.", "8", "👍", "qwerty", "hjkhjk", "[naam]", "[e-mail] [telefoon]"]
)
def test_unclear(tekst: str):
    assert judge_kwaliteit(tekst, OPEN) is Kwaliteit.ONDUIDELIJK


@pytest.mark.parametrize(
    "tekst",
    ["eenzaamheid", "werk, maakt niet uit wat", "Iedereen op zichzelf.", "Met niemand.", "Niks te doen hier voor ons",
     "geen bus", "nee, want de lift is kapot", "We worden niet gehoord", "more trees please", "Daha fazla yeşil alan",
     "المزيد من الأشجار", "Geen idee waar ik moet zijn met mijn formulier", "[naam] helpt iedereen", "nee, te duur",
     "goed", "alles goed", "pfff altijd die herrie", "weet niet waar ik moet zijn", "ze weten het niet eens"],
)  # fmt: skip
def test_an_answer(tekst: str):
    assert judge_kwaliteit(tekst) is Kwaliteit.INHOUDELIJK


@pytest.mark.parametrize(
    ("tekst", "vraag"),
    [
        ("nee", "Voelt u zich gehoord door de gemeente?"),
        ("soms", "Hoe vaak ziet u uw buren?"),
        ("ja", "Heeft u last van geluid?"),
        ("8", "Welk cijfer geeft u de buurt?"),
        ("[naam]", "Wie helpt u als dat nodig is?"),
        ("moeilijk", "Hoe komt u rond?"),
    ],
)
def test_the_question_makes_an_answer_of_a_word_that_says_nothing_alone(tekst: str, vraag: str):
    assert judge_kwaliteit(tekst, vraag) is Kwaliteit.INHOUDELIJK
    assert judge_kwaliteit(tekst, "Heeft u nog opmerkingen?") is not Kwaliteit.INHOUDELIJK


def test_hardly_an_answer_is_lost_and_half_of_the_non_answers_are_found():
    rijen = [
        (r["kwaliteit"], judge_kwaliteit(r["tekst"], r["vraag"])) for r in read_rijen(KWALITEIT, "proef")
    ]
    echt = [keuze for waar, keuze in rijen if waar == "inhoudelijk"]
    leeg = [keuze for waar, keuze in rijen if waar != "inhoudelijk"]
    assert sum(keuze is not Kwaliteit.INHOUDELIJK for keuze in echt) <= 2
    assert sum(keuze is not Kwaliteit.INHOUDELIJK for keuze in leeg) > 0.45 * len(leeg)


def test_no_row_of_the_proof_part_is_learnt_from():
    leer = {(r["tekst"].lower(), r["vraag"]) for r in read_rijen(KWALITEIT, "leer")}
    assert not [r for r in read_rijen(KWALITEIT, "proef") if (r["tekst"].lower(), r["vraag"]) in leer]


def test_the_model_was_made_from_these_rows():
    assert read_model(BESTAND).bron == hashlib.sha256(KWALITEIT.read_bytes()).hexdigest()


def test_a_model_that_is_written_is_read_back_the_same(tmp_path):
    model = Lichtmodel(("a", "b"), (1, -2), {"w:ja": (3, 0), "l:_é": (-4, 5)}, 7, "bron")
    (tmp_path / "m.tsv").write_text(format_model(model), encoding="utf-8")
    assert read_model(tmp_path / "m.tsv") == model


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_gets_a_quality(tekst: str, vraag: str):
    assert judge_kwaliteit(tekst, vraag) in Kwaliteit
    assert judge_kwaliteit(tekst, vraag) is judge_kwaliteit(tekst, vraag)


@given(st.sampled_from([r["tekst"] for r in read_rijen(KWALITEIT)]))
def test_capitals_and_spaces_around_change_nothing(tekst: str):
    assert judge_kwaliteit(f"  {tekst.upper().lower()} \n") is judge_kwaliteit(tekst.upper().lower())
