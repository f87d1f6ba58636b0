"""The model files that come with the program are the ones that their README tells of."""

import hashlib
import re

import pytest

from codering.nlp.encoder import BESTAND, Uitspraakencoder, has_encoder, join_vraag, split_vraag
from codering.nlp.registry import default_embedder

MAP = BESTAND.parent
RIJ = re.compile(r"^\| `([\w.]+)` \|.*\| `([0-9a-f]{64})` \|$", re.MULTILINE)


def test_each_model_file_has_the_fingerprint_in_the_readme():
    genoemd = dict(RIJ.findall((MAP / "README.md").read_text(encoding="utf-8")))
    bestanden = {pad.name: pad for pad in MAP.iterdir() if pad.name != "README.md"}
    assert genoemd.keys() == bestanden.keys()
    echt = {naam: hashlib.sha256(pad.read_bytes()).hexdigest() for naam, pad in bestanden.items()}
    assert echt == genoemd


def test_our_own_encoder_is_the_default():
    assert has_encoder()
    assert isinstance(default_embedder(), Uitspraakencoder)


def test_a_vector_depends_on_nothing_but_its_text():
    teksten = [
        "te weinig groen",
        "niemand groet nog",
        "x" * 900,
        "",
        "مرحبا",
        "de bus rijdt niet meer na zeven uur",
    ]
    samen = Uitspraakencoder().embed(teksten)
    alleen = [Uitspraakencoder().embed([tekst])[0] for tekst in teksten]
    omgekeerd = Uitspraakencoder().embed(teksten[::-1])[::-1]
    assert [v.tobytes() for v in samen] == [v.tobytes() for v in alleen] == [v.tobytes() for v in omgekeerd]


def test_the_question_colours_an_answer_and_can_be_taken_off_again():
    los, samen = Uitspraakencoder().embed(["nee", join_vraag("Voelt u zich gehoord?", "nee")])
    assert 0.0 < float(los.astype(float) @ samen.astype(float)) < 0.99
    assert split_vraag(join_vraag(" Wat  mist u? ", "een bankje")) == ("Wat mist u?", "een bankje")
    assert join_vraag("  ", "een bankje") == "een bankje"


@pytest.mark.parametrize("tekst", ["", " ", "\x1f", "\0", "😀" * 500, "\ud800", "a" * 50_000, "\u202eabc"])
def test_any_text_has_a_vector(tekst):
    vector = Uitspraakencoder().embed([tekst])[0]
    assert vector.shape == (384,)
    assert abs(float((vector.astype(float) ** 2).sum()) - 1.0) < 0.01
