from hypothesis import given
from hypothesis import strategies as st

from advies.domain.samenvoegen import Samenvoeging, hash_veld, merge_velden

VELDEN = ("kop", "tekst")
teksten = st.fixed_dictionaries({veld: st.sampled_from(["a", "b", "c", ""]) for veld in VELDEN})


def hashes(velden):
    return {veld: hash_veld(tekst) for veld, tekst in velden.items()}


def test_each_window_keeps_its_own_changes():
    basis = {"kop": "oud", "tekst": "oud"}
    samen = merge_velden({"kop": "mijn", "tekst": "oud"}, hashes(basis), {"kop": "oud", "tekst": "ander"})
    assert samen == Samenvoeging(schrijven={"kop": "mijn"}, botsingen={})


def test_the_same_text_changed_twice_is_a_clash():
    samen = merge_velden({"kop": "mijn"}, hashes({"kop": "oud"}), {"kop": "ander"})
    assert samen == Samenvoeging(schrijven={}, botsingen={"kop": "ander"})


def test_without_a_known_start_nothing_is_overwritten():
    assert merge_velden({"kop": "mijn"}, {}, {"kop": "ander"}).botsingen == {"kop": "ander"}


def test_unknown_fields_are_left_out():
    assert merge_velden({"vreemd": "x"}, {}, {"kop": "ander"}) == Samenvoeging({}, {})


@given(teksten, teksten, teksten)
def test_no_words_are_lost(basis, mijn, nu):
    samen = merge_velden(mijn, hashes(basis), nu)
    straks = nu | samen.schrijven
    for veld in VELDEN:
        if mijn[veld] != basis[veld]:
            assert straks[veld] == mijn[veld] or samen.botsingen[veld] == nu[veld]
        if nu[veld] != basis[veld]:
            assert straks[veld] == nu[veld]


@given(teksten, teksten)
def test_alone_everything_is_saved(basis, mijn):
    samen = merge_velden(mijn, hashes(basis), basis)
    assert basis | samen.schrijven == mijn
    assert samen.botsingen == {}
