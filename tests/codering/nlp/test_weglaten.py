"""Named words are those without which a proposal falls; the quick way names them too."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codering.nlp.cache import Geheugencache
from codering.nlp.explain import Toelichter
from codering.nlp.suggest import Themamodel
from codering.nlp.types import Voorbeeld, Voorstel
from codering.nlp.uitlegstof import load_uitlegstof, write_uitlegstof
from codering.nlp.weglaten import (
    find_dragende_woorden,
    list_inhoudswoorden,
    open_beoordelaar,
    remove_woorden,
)
from scripts.uitleg import build, choose_examples, spread, weigh_termen
from tests.codering.nlp.nep import CODEBOEK, Nepembedder, build_voorbeelden

TEKSTEN = (
    "te weinig bomen en struiken hier",
    "de huisarts heeft een wachtlijst en dat is erg lang",
    "auto en fiets door elkaar in de straat",
    "te weinig planten en ook een lange wachtlijst",
)


@pytest.fixture(scope="module")
def beoordeel():
    return open_beoordelaar(CODEBOEK, build_voorbeelden(), Nepembedder(), Geheugencache())


@pytest.fixture(scope="module")
def stof(beoordeel):
    embedder = Nepembedder()
    return build(
        CODEBOEK,
        build_voorbeelden(),
        embedder.sleutel,
        lambda t, _v: embedder.embed(t).astype(float),
        beoordeel,
    )


@pytest.fixture(scope="module")
def suggest():
    embedder = Nepembedder()
    model = Themamodel(CODEBOEK, build_voorbeelden(), lambda t, _v: embedder.embed(t))
    return lambda *teksten: model.suggest(teksten, [""] * len(teksten), embedder.embed(teksten))[1]


def measure(beoordeel, tekst, code, woorden):
    """The confidence with and without these words."""
    rest = remove_woorden(tekst, woorden)
    kolom = CODEBOEK.codes.index(code)
    heel, zonder = beoordeel([tekst, rest or "-"], ["", ""])[:, kolom]
    return float(heel), float(zonder) if rest else 0.0


@pytest.mark.parametrize("tekst", TEKSTEN)
def test_without_the_named_words_the_proposal_falls(beoordeel, suggest, tekst):
    (voorstellen,) = suggest(tekst)
    assert voorstellen
    themas = [CODEBOEK.codes.index(v.code) for v in voorstellen]
    gevonden = find_dragende_woorden(
        tekst, themas, lambda varianten: beoordeel(varianten, [""] * len(varianten))
    )
    for voorstel, woorden in zip(voorstellen, gevonden, strict=True):
        heel, zonder = measure(beoordeel, tekst, voorstel.code, woorden)
        assert woorden
        assert zonder < heel - 0.1


def test_mean_weights_name_words_that_truly_weigh(beoordeel, suggest, stof):
    voorstellen = suggest(*TEKSTEN)
    kaal = [tuple(replace(v, woorden=()) for v in per_tekst) for per_tekst in voorstellen]
    toegelicht = Toelichter(stof).explain(TEKSTEN, Nepembedder().embed(TEKSTEN), kaal)
    for tekst, per_tekst in zip(TEKSTEN, toegelicht, strict=True):
        for voorstel in per_tekst:
            heel, zonder = measure(beoordeel, tekst, voorstel.code, voorstel.woorden)
            assert voorstel.woorden
            assert zonder < heel
    assert set(toegelicht[0][0].woorden) >= {"bomen", "struiken"}


def test_examples_shown_are_of_the_theme_and_never_the_text_itself(stof):
    tekst = stof.teksten[0]
    code = stof.tekstcodes[0][0]
    ((voorstel,),) = Toelichter(stof).explain([tekst], Nepembedder().embed([tekst]), [(Voorstel(code, 0.9),)])
    assert voorstel.voorbeelden
    for ander in voorstel.voorbeelden:
        assert ander != tekst
        assert code in stof.tekstcodes[stof.teksten.index(ander)]


def test_own_examples_are_shown_too(stof):
    eigen = [Voorbeeld("te weinig bomen en struiken bij ons", ("groen",), gewicht=3.0)]
    tekst = "te weinig bomen en struiken hier"
    toelichter = Toelichter(stof, eigen, Nepembedder().embed([v.tekst for v in eigen]))
    ((voorstel,),) = toelichter.explain([tekst], Nepembedder().embed([tekst]), [(Voorstel("groen", 0.9),)])
    assert voorstel.voorbeelden[0] == eigen[0].tekst


def test_without_anything_to_draw_on_the_words_of_the_model_stay():
    voorstel = Voorstel("groen", 0.9, ("bomen",))
    assert Toelichter(None).explain(["bomen"], Nepembedder().embed(["bomen"]), [(voorstel,)]) == [(voorstel,)]


def test_company_and_order_change_no_explanation(suggest, stof):
    voorstellen = suggest(*TEKSTEN)
    vectoren = Nepembedder().embed(TEKSTEN)
    samen = Toelichter(stof).explain(TEKSTEN, vectoren, voorstellen)
    los = [
        Toelichter(stof).explain([t], vectoren[n : n + 1], [voorstellen[n]])[0] for n, t in enumerate(TEKSTEN)
    ]
    assert samen == los


def test_the_file_gives_back_what_was_written_and_only_for_its_embedder(stof, tmp_path):
    bestand = tmp_path / "uitleg.npz"
    write_uitlegstof(stof, bestand)
    eerste = bestand.read_bytes()
    gelezen = load_uitlegstof(stof.sleutel, bestand)
    assert gelezen is not None
    assert (gelezen.codes, gelezen.termen, gelezen.teksten) == (stof.codes, stof.termen, stof.teksten)
    assert gelezen.tekstcodes == stof.tekstcodes
    assert np.array_equal(gelezen.gewichten, stof.gewichten)
    assert load_uitlegstof("een ander model", bestand) is None
    assert load_uitlegstof(stof.sleutel, tmp_path / "weg.npz") is None
    write_uitlegstof(gelezen, bestand)
    assert bestand.read_bytes() == eerste


def test_rare_words_weigh_less_than_common_ones_of_the_same_pull():
    def beoordeel(teksten, vragen):
        return np.array([[0.9 if "boom" in t or "eik" in t else 0.1] for t in teksten])

    voorbeelden = [Voorbeeld(f"de boom staat scheef {n}", ("groen",)) for n in range(20)]
    voorbeelden += [Voorbeeld(f"de eik staat scheef {n}", ("groen",)) for n in range(2)]
    termen, gewichten = weigh_termen(voorbeelden, 1, beoordeel)
    assert gewichten[termen["boom"], 0] > gewichten[termen["eik"], 0] > 0.1
    assert abs(gewichten[termen["scheef"], 0]) < 1e-6


def test_chosen_examples_lie_far_apart():
    assert sorted(spread(np.array([[1.0, 0], [0.99, 0.1], [0, 1.0], [0.1, 0.99]]), 2))[1] in (2, 3)
    assert spread(np.zeros((0, 2)), 3) == []
    kort = [Voorbeeld("kort", ("groen",)), Voorbeeld("x" * 200, ("groen",))]
    assert choose_examples(CODEBOEK, kort, lambda t, _v: np.zeros((len(t), 2))) == []


def test_words_are_removed_wherever_they_stand_and_only_whole():
    assert remove_woorden("Bus, bus! De busbaan en de BUS.", ["bus"]) == ", ! De busbaan en de ."
    assert remove_woorden("de bus", ["bus", "de"]) == ""
    assert remove_woorden("de bus", []) == "de bus"


def test_a_text_without_content_words_has_no_reasons(beoordeel):
    assert find_dragende_woorden("en dat is het", [0], lambda v: beoordeel(v, [""] * len(v))) == ((),)


def test_one_word_that_is_all_there_is_carries_the_proposal(beoordeel):
    ((woord,),) = find_dragende_woorden("huisarts", [2], lambda v: beoordeel(v, [""] * len(v)))
    assert woord == "huisarts"


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at_without_its_words(tekst):
    woorden = list_inhoudswoorden(tekst)
    rest = remove_woorden(tekst, woorden)
    assert not set(woorden) & set(list_inhoudswoorden(rest)) or not rest
