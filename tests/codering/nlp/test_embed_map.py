"""A model in a folder: what is accepted as one, and that it needs nothing else."""

import json

import numpy as np
import pytest

from codering.nlp.embed_map import MapEmbedder, Modelmapfout, _hash_map, check_map
from codering.nlp.encoder import join_vraag

DELEN = [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"}]


@pytest.fixture
def modelmap(tmp_path):
    (tmp_path / "modules.json").write_text(json.dumps(DELEN))
    (tmp_path / "model.safetensors").write_bytes(b"gewichten")
    return tmp_path


def sleutel(map_):
    _hash_map.cache_clear()
    return MapEmbedder(map_).sleutel


def test_the_key_follows_from_what_is_in_the_folder(modelmap):
    eerst = sleutel(modelmap)
    assert eerst == sleutel(modelmap)
    assert len(eerst) <= 80
    (modelmap / "LEESMIJ.md").write_text("over dit model")
    (modelmap / ".cache").mkdir()
    (modelmap / ".cache" / "iets").write_text("x")
    assert sleutel(modelmap) == eerst
    (modelmap / "model.safetensors").write_bytes(b"gewichtem")
    assert sleutel(modelmap) != eerst


@pytest.mark.parametrize(
    "inhoud", [None, "", "[]", "{}", '[{"type": 3}]', '[{"idx": 0}]', '[{"type": "os.Popen"}]']
)
def test_a_folder_without_a_model_or_with_code_of_its_own_is_refused(tmp_path, inhoud):
    if inhoud is not None:
        (tmp_path / "modules.json").write_text(inhoud)
    with pytest.raises(Modelmapfout):
        check_map(tmp_path)


def test_a_real_small_model(tmp_path):
    """Random weights, made here: what counts is that the folder alone is enough, and each text stands by itself."""
    pytest.importorskip("sentence_transformers", reason="optional package")
    pad = build_model(tmp_path / "model")
    embedder = MapEmbedder(pad)
    samen = embedder.embed(["meer bomen", "", "de bus is laat\0", "half \ud800", "woord " * 3000])
    assert samen.dtype == np.float16
    assert samen.shape == (5, 32)
    assert np.allclose(np.linalg.norm(samen.astype(float), axis=1), 1, atol=1e-2)
    assert np.array_equal(samen[:1], embedder.embed(["meer bomen"]))
    assert np.array_equal(samen[:1], embedder.embed([join_vraag("Wat mist u?", "meer bomen")]))
    assert embedder.embed([]).shape == (0, 32)


def build_model(pad):
    from sentence_transformers import SentenceTransformer, models
    from transformers import BertConfig, BertModel, BertTokenizerFast

    bouw = pad.parent / "bouw"
    bouw.mkdir()
    woorden = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "meer",
        "bomen",
        "de",
        "bus",
        "is",
        "laat",
        "woord",
    ]
    (bouw / "vocab.txt").write_text("\n".join(woorden))
    BertTokenizerFast(str(bouw / "vocab.txt")).save_pretrained(bouw)
    vorm = BertConfig(
        vocab_size=len(woorden),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
    )
    BertModel(vorm).save_pretrained(bouw)
    deel = models.Transformer(str(bouw), max_seq_length=64)
    SentenceTransformer(modules=[deel, models.Pooling(32)], device="cpu").save(str(pad))
    return pad
