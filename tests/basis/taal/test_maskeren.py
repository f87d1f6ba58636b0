import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basis.taal.maskeren import (
    MASKERTEKST,
    Masker,
    Maskersoort,
    apply_maskers,
    find_maskers,
    find_maskers_batch,
)

STUKJES = (
    "Mijn naam is ",
    "ik heet ",
    "mevrouw ",
    "dhr. ",
    "wijkagent ",
    "groet, ",
    "Fatima",
    "fatima",
    "Kees",
    "Wil",
    "Roos",
    "de Boer",
    "van der Meer",
    "Jansen",
    "J. ",
    "A.B. ",
    "bakker",
    "Kerkstraat 12",
    "Laan van Mens 4-bis",
    "2611 AB 12",
    "2611ab",
    "06-12345678",
    "+31 6 1234 5678",
    "015-2123456",
    "123456782",
    "bsn ",
    "iban ",
    "NL91 ABNA 0417 1643 00",
    "12-ABC-3",
    "geboren op ",
    "12-03-1961",
    "1 mei 1950",
    "a.b@c.nl",
    "[naam]",
    "[telefoon]",
    "[e-mail]",
    "[naam",
    "]",
    "[",
    "tafel 4",
    "groep 8",
    "Delft",
    "Storm",
    " ",
    " ",
    "\n",
    ". ",
    ", ",
    "é",
    "'s",
    "’",
    "-",
    "0",
    "7",
    "\0",
    "ğ",
    "🙂",
    "العربية",
)
teksten = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(STUKJES), max_size=14).map("".join))


@given(teksten)
@settings(max_examples=400, deadline=None)
def test_spans_are_inside_ordered_and_do_not_overlap(tekst):
    vorige = 0
    for masker in find_maskers(tekst):
        assert vorige <= masker.begin < masker.eind <= len(tekst)
        assert masker.masker == MASKERTEKST[masker.soort]
        vorige = masker.eind


@given(teksten)
@settings(max_examples=400, deadline=None)
def test_masking_leaves_everything_outside_the_spans(tekst):
    maskers = find_maskers(tekst)
    gemaskeerd = apply_maskers(tekst, maskers)
    plek = vorige = 0
    for masker in maskers:
        ertussen = tekst[vorige : masker.begin]
        assert gemaskeerd[plek : plek + len(ertussen)] == ertussen
        plek += len(ertussen)
        assert gemaskeerd[plek : plek + len(masker.masker)] == masker.masker
        plek += len(masker.masker)
        vorige = masker.eind
    assert gemaskeerd[plek:] == tekst[vorige:]


@given(teksten)
@settings(max_examples=400, deadline=None)
def test_masking_twice_changes_nothing(tekst):
    gemaskeerd = apply_maskers(tekst, find_maskers(tekst))
    assert find_maskers(gemaskeerd) == ()


@given(st.lists(teksten, max_size=5))
@settings(max_examples=50, deadline=None)
def test_a_batch_is_the_texts_one_by_one(rij):
    assert find_maskers_batch(rij) == tuple(find_maskers(tekst) for tekst in rij)


def test_all_kinds_in_one_answer():
    tekst = (
        "Mijn naam is Jan de Vries, geboren 12-05-1960, BSN 123456782, tel 0612345678, jan@kpn.nl, "
        "NL91 ABNA 0417 1643 00, kenteken AB-12-CD, Kerkstraat 12, 2611 AB 12"
    )
    maskers = find_maskers(tekst)
    assert apply_maskers(tekst, maskers) == (
        "Mijn naam is [naam], geboren [geboortedatum], BSN [bsn], tel [telefoon], [e-mail], "
        "[iban], kenteken [kenteken], [adres], [postcode]"
    )
    assert {masker.soort for masker in maskers} == set(Maskersoort)


def test_offsets_count_code_points():
    tekst = "🙂👩‍👩‍👧 groet, Fatima"
    (masker,) = find_maskers(tekst)
    assert tekst[masker.begin : masker.eind] == "Fatima"


def test_masks_that_are_there_already_are_left():
    tekst = "[naam] belde [naam] op [telefoon] vanaf [postcode] [adres]"
    assert find_maskers(tekst) == ()


def test_an_address_is_masked_before_the_name_in_it():
    tekst = "Karel Doormanstraat 4"
    assert apply_maskers(tekst, find_maskers(tekst)) == "[adres]"


@pytest.mark.parametrize("verkeerd", [((0, 3), (2, 4)), ((3, 9),)])
def test_masks_that_do_not_fit_are_refused(verkeerd):
    maskers = [Masker(begin, eind, Maskersoort.NAAM, "[naam]") for begin, eind in verkeerd]
    with pytest.raises(ValueError, match="overlappen"):
        apply_maskers("abcde", maskers)


def test_masks_may_come_in_any_order():
    maskers = find_maskers("Kees en Fatima")
    assert apply_maskers("Kees en Fatima", reversed(maskers)) == "[naam] en [naam]"


@pytest.mark.parametrize(
    "stukje", ["mevrouw ", "van der ", "A ", "J.", "Kerkstraat 1 ", "06-", "1 mei ", "NL91", "12-AB-"]
)
def test_a_very_long_odd_answer_is_no_trouble(stukje):
    tekst = (stukje * 50_000)[:50_000]
    assert len(apply_maskers(tekst, find_maskers(tekst))) > 0
