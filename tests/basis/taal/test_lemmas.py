import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.taal.lemmas import fold_accents, lemma, lemmatize, split_compound, tokenize, zoektekst


def test_tokens_keep_dutch_words_whole():
    assert tokenize("'s Avonds zijn foto's en opa’s in Café-bar 't Hoekje; 65-plussers bellen 112!") == (
        "'s",
        "Avonds",
        "zijn",
        "foto's",
        "en",
        "opa’s",
        "in",
        "Café-bar",
        "'t",
        "Hoekje",
        "65-plussers",
        "bellen",
        "112",
    )


def test_masks_are_no_words():
    assert tokenize("Vraag [naam] op [telefoon] of [e-mail] (naam)") == ("Vraag", "op", "of", "naam")


@pytest.mark.parametrize(
    ("woord", "basis"),
    [
        ("kinderen", "kind"),
        ("huizen", "huis"),
        ("Buurthuizen", "buurthuis"),
        ("foto's", "foto"),
        ("bomen", "boom"),
        ("gekookt", "koken"),
        ("hielpen", "helpen"),
        ("gezellige", "gezellig"),
        ("oudere", "oud"),
        ("tuin", "tuin"),
        ("bad", "bad"),
        ("feestjes", "feest"),
        ("bankjes", "bank"),
        ("ging", "gaan"),
        ("was", "zijn"),
        ("jongeren", "jongere"),
        ("ouderen", "oudere"),
        ("agent", "agent"),
        ("wagens", "wagen"),
        ("paden", "pad"),
        ("fietsen", "fiets"),
        ("fietste", "fiets"),
        ("kapotte", "kapot"),
        ("Marokkaanse", "marokkaans"),
    ],
)
def test_base_forms(woord, basis):
    assert lemma(woord) == basis


def test_an_unknown_compound_takes_the_base_form_of_its_last_part():
    assert lemma("bewonersavonden") == "bewonersavond"
    assert lemma("energierekeningen") == "energierekening"


def test_both_apostrophes_and_both_ways_to_write_an_accent_give_the_same():
    assert lemma("foto’s") == lemma("foto's")
    assert lemma("cafe\u0301") == lemma("café")


@given(st.text(max_size=60))
def test_one_base_form_for_each_token(tekst):
    assert len(lemmatize(tekst)) == len(tokenize(tekst))
    assert all(basis and basis == basis.lower() for basis in lemmatize(tekst))


@given(st.text(max_size=60))
def test_search_text_is_folded_and_stable(tekst):
    gevonden = zoektekst(tekst)
    assert gevonden == fold_accents(gevonden)
    assert zoektekst(tekst) == gevonden


def test_search_text_has_words_parts_and_no_accents():
    assert zoektekst("De speeltuinen bij het Café").split() == [
        "de",
        "speeltuin",
        "spel",
        "tuin",
        "bij",
        "het",
        "cafe",
    ]


def test_a_question_finds_what_was_asked_in_other_forms():
    gevonden = zoektekst("Er zijn te weinig parkeerplaatsen en buurtfeesten").split()
    assert set(zoektekst("feest").split()) <= set(gevonden)
    assert set(zoektekst("parkeerplaats").split()) <= set(gevonden)


def test_parts_of_a_compound_with_the_last_in_its_base_form():
    assert split_compound("Buurthuizen") == ("buurt", "huis")
    assert split_compound("bewonersavonden") == ("bewoner", "avond")
    assert split_compound("kinderen") == ("kind",)
