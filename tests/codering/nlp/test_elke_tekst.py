"""Whatever someone types, the chain from answer to statement goes through: any Unicode, any length, any nonsense.

No test says how long it may take; a pattern that goes back and back over a text of 50,000 characters runs into the
limit of the whole test run.
"""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basis.taal.maskeren import apply_maskers, find_maskers
from codering.nlp.features import find_termen
from codering.nlp.fragment import segment_rij, segment_rijen
from codering.nlp.name import Woordnamer
from codering.nlp.quality import judge_kwaliteit
from codering.nlp.segment import split_deelzinnen
from codering.nlp.types import Antwoordrij

GROOT = 50_000
# st.text() leaves half surrogates out; a file that was read badly has them.
ALLES = st.text(st.characters(), max_size=300)
HALF = st.text(st.characters(categories=("Cs", "Cc", "Cf", "Mn", "So", "Lu", "Nd")), max_size=120)
NAAST_ELKAAR = st.lists(
    st.sampled_from(
        (
            *("mevrouw ", "Jan ", "Xandriko ", "el ", "van der ", "06-12345678", "1 mei 1950", "geboren "),
            *(
                "Kerkstraat 12 ",
                "3526 KX",
                "XK874D ",
                "nul zes ",
                "[naam]",
                "[naam] en ",
                "\n- ",
                ". ",
                ", ",
                " ",
            ),
            *(
                "\t",
                "\u00a0",
                "\u2028",
                "\0",
                "\1",
                "\ud83d",
                "\ude00",
                "🙂",
                "👩\u200d👧",
                "\u0645\u0631\u064a\u0645 ",
            ),
            *(
                "\u05e9\u05dc\u05d5\u05dd ",
                "\u202e",
                "\u200f",
                "Оксана ",
                "é",
                "e\u0301",
                "İ",
                "ß",
                "ﬁ",
                "1)",
            ),
        )
    ),
    max_size=40,
).map("".join)
TEKSTEN = st.one_of(ALLES, HALF, NAAST_ELKAAR)


def check_maskers(tekst):
    vorige = 0
    for masker in find_maskers(tekst):
        assert vorige <= masker.begin < masker.eind <= len(tekst)
        vorige = masker.eind


def check_fragmenten(tekst):
    fragmenten = segment_rij(Antwoordrij("r1", tekst))
    assert [fragment.volgnummer for fragment in fragmenten] == list(range(len(fragmenten)))
    assert fragmenten
    vorige = 0
    for fragment in fragmenten:
        assert vorige <= fragment.begin <= fragment.eind <= len(tekst)
        assert fragment.tekst == tekst[fragment.begin : fragment.eind]
        vorige = fragment.eind
    tussen = [tekst[a.eind : b.begin] for a, b in pairwise(fragmenten)]
    rest = "".join((tekst[: fragmenten[0].begin], *tussen, tekst[fragmenten[-1].eind :]))
    assert not any(teken.isalpha() for teken in rest) or not fragmenten[0].tekst
    return fragmenten


@given(TEKSTEN)
@settings(max_examples=100, deadline=None)
def test_any_text_is_masked_within_its_own_borders(tekst):
    check_maskers(tekst)
    gemaskeerd = apply_maskers(tekst, find_maskers(tekst))
    assert find_maskers(gemaskeerd) == ()


@given(TEKSTEN)
@settings(max_examples=100, deadline=None)
def test_any_text_becomes_statements_that_point_into_it(tekst):
    for fragment in check_fragmenten(tekst):
        assert fragment.kwaliteit == judge_kwaliteit(fragment.gemaskeerd)
        assert find_termen(fragment.gemaskeerd) == find_termen(fragment.gemaskeerd)


@given(st.lists(TEKSTEN, min_size=1, max_size=6))
@settings(max_examples=30, deadline=None)
def test_any_texts_together_are_the_same_as_one_by_one_and_can_be_named(teksten):
    rijen = [Antwoordrij(f"r{nummer}", tekst) for nummer, tekst in enumerate(teksten)]
    assert segment_rijen(rijen) == [segment_rij(rij) for rij in rijen]
    assert all(deel for deelzinnen in split_deelzinnen(teksten) for deel in deelzinnen)
    namen = Woordnamer().name(teksten, np.eye(len(teksten), dtype=np.float32), [range(len(teksten))])
    assert len(namen) == 1
    assert namen[0].centraal in range(len(teksten))


STUKJES = (
    *(
        "mevrouw ",
        "Jan en Xyzab, ",
        "Kerkstraat 1 ",
        "06-",
        "geboren 1-1-",
        "a.b@c.",
        "apenstaart",
        "(",
        "_",
        "a",
    ),
    *(
        "e\u0301",
        " ",
        "\n",
        "\0",
        "[naam] en ",
        "🙂",
        "\ud800",
        "en verder ",
        "1. ",
        "- ",
        "weet ik ",
        "buurthuis",
    ),
)


@pytest.mark.parametrize("stukje", STUKJES)
def test_a_very_long_answer_goes_through(stukje):
    tekst = (stukje * GROOT)[:GROOT]
    check_maskers(tekst)
    for fragment in check_fragmenten(tekst):
        find_termen(fragment.gemaskeerd)


@given(st.text(st.characters(), min_size=1, max_size=60), st.integers(200, 1000))
@settings(max_examples=10, deadline=None)
def test_any_piece_many_times_over_goes_through(stukje, keren):
    check_fragmenten((stukje * keren)[:GROOT])


@pytest.mark.parametrize(
    "tekst", ["", " ", "\n\n", "🙂🙂🙂", "\u202eאבג\u202c", "\0\1\2", "\ud83d", "\u200b", "…", "؟"]
)
def test_next_to_nothing_is_one_statement_at_most(tekst):
    assert len(check_fragmenten(tekst)) == 1
