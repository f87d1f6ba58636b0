import numpy as np

from codering.nlp.cache import Geheugencache
from codering.nlp.embed import hash_tekst
from codering.nlp.encoder import Uitspraakencoder
from codering.nlp.shipped import Meegeleverd, list_teksten, write
from tests.codering.nlp.nep import Nepembedder


def test_the_shipped_file_holds_every_text_that_own_themes_are_learnt_against():
    sleutels = [hash_tekst(Uitspraakencoder(), tekst) for tekst in list_teksten()]
    ontbreekt = len(sleutels) - len(Meegeleverd(Geheugencache()).get_many(sleutels))
    assert ontbreekt == 0, f"{ontbreekt} teksten missen: draai python -m codering.nlp.shipped"


def test_a_shipped_vector_and_a_fresh_one_mean_the_same():
    embedder = Uitspraakencoder()
    teksten = list_teksten()[::40]
    geleverd = Meegeleverd(Geheugencache()).get_many([hash_tekst(embedder, tekst) for tekst in teksten])
    vers = embedder.embed(teksten)
    oud = np.array([geleverd[hash_tekst(embedder, tekst)] for tekst in teksten], dtype=float)
    # Another kind of processor may round the last digit the other way.
    assert ((vers.astype(float) * oud).sum(axis=1) > 0.999).all()


def test_what_is_not_shipped_goes_to_the_cache_behind_it():
    achter = Geheugencache()
    cache = Meegeleverd(achter)
    cache.put_many({"eigen": np.ones(2, dtype=np.float16)})
    assert set(cache.get_many(["eigen", "onbekend"])) == {"eigen"}
    assert set(achter.get_many(["eigen"])) == {"eigen"}


def test_writing_twice_gives_the_same_bytes(tmp_path):
    aantal = write(tmp_path / "a.npy", Nepembedder())
    write(tmp_path / "b.npy", Nepembedder())
    assert aantal == len(list_teksten())
    assert (tmp_path / "a.npy").read_bytes() == (tmp_path / "b.npy").read_bytes()
