import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from basis.taal.lemmas import lemmatize, tokenize
from codering.domain.groepen import judge_stabiliteit
from codering.domain.themarijen import name_zekerheid, to_procent
from codering.domain.woorden import find_vormen
from codering.templatetags.uitspraken import markeer

TEKST = "De buurthuizen zijn gesloten & dat <vind> ik jammer"


def test_words_are_found_back_as_they_stand_in_the_text():
    assert find_vormen(TEKST, ("buurthuis", "onvindbaar")) == ("buurthuizen", "onvindbaar")
    assert find_vormen(TEKST, lemmatize(TEKST)) == tuple(woord.lower() for woord in tokenize(TEKST))


def test_parts_of_a_compound_point_at_the_whole_word():
    assert find_vormen("Het buurthuis is dicht", ("buurt", "huis")) == ("buurthuis",)


def test_words_that_weighed_are_marked_and_all_else_is_escaped():
    assert markeer(TEKST, ["gesloten", "buurthuizen", "onvindbaar"]) == (
        "De <mark>buurthuizen</mark> zijn <mark>gesloten</mark> &amp; dat &lt;vind&gt; ik jammer"
    )


def test_only_whole_words_are_marked_and_several_words_as_one():
    assert markeer("Bus, busbaan en de bus niet", ["bus", "bus niet"]) == (
        "<mark>Bus</mark>, busbaan en de <mark>bus niet</mark>"
    )


def test_what_was_masked_is_set_apart():
    assert markeer("[naam] woont er", ["naam"]) == '<span class="masker">[naam]</span> woont er'


@given(st.text(), st.lists(st.text(max_size=8), max_size=5))
def test_marking_changes_no_letter(tekst, woorden):
    zonder = re.sub(r"</?(?:mark|span)[^>]*>", "", str(markeer(tekst, woorden)))
    assert unescape(zonder) == unescape(tekst.replace("&", "&amp;"))


def test_confidence_and_stability_are_put_into_words():
    assert [name_zekerheid(z) for z in (0.9, 0.7, 0.5, 0.2)] == [
        "vrijwel zeker",
        "waarschijnlijk",
        "misschien",
        "een gok",
    ]
    assert [to_procent(z) for z in (0.004, 0.5, 0.999)] == [0, 50, 99]
    assert [judge_stabiliteit(s).value for s in (0.8, 0.6, 0.3)] == ["sterk", "redelijk", "zwak"]
