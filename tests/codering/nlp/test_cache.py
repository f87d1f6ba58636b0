from pathlib import Path

import numpy as np
import pytest

from codering.nlp.cache import Bestandscache, Geheugencache

VECTOR = np.array([1.5, -2.0], dtype=np.float16)


@pytest.fixture(params=["geheugen", "bestand"])
def cache(request, tmp_path: Path):
    return (
        Geheugencache()
        if request.param == "geheugen"
        else Bestandscache(tmp_path / "cache.sqlite3", vandaag=100)
    )


def test_gives_back_what_was_put_in(cache):
    cache.put_many({"a": VECTOR, "b": VECTOR * 2})
    gevonden = cache.get_many(["a", "x"])
    assert list(gevonden) == ["a"]
    assert gevonden["a"].tobytes() == VECTOR.tobytes()
    assert gevonden["a"].dtype == np.float16


def test_takes_many_keys_at_once(cache):
    cache.put_many({str(nummer): VECTOR for nummer in range(2_500)})
    assert len(cache.get_many([str(nummer) for nummer in range(3_000)])) == 2_500


def test_a_file_outlives_the_process(tmp_path: Path):
    Bestandscache(tmp_path / "c", vandaag=1).put_many({"a": VECTOR})
    assert "a" in Bestandscache(tmp_path / "c", vandaag=2).get_many(["a"])


def test_vectors_are_erased_after_their_term(tmp_path: Path):
    Bestandscache(tmp_path / "c", vandaag=100).put_many({"oud": VECTOR})
    Bestandscache(tmp_path / "c", vandaag=101).put_many({"nieuw": VECTOR})
    later = Bestandscache(tmp_path / "c", vandaag=130)
    assert later.purge(dagen=30) == 1
    assert set(later.get_many(["oud", "nieuw"])) == {"nieuw"}
    assert VECTOR.tobytes() in (tmp_path / "c").read_bytes()
    assert Bestandscache(tmp_path / "c", vandaag=131).purge() == 1
    assert VECTOR.tobytes() not in (tmp_path / "c").read_bytes()
