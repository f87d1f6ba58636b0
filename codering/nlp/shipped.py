"""Embeddings that come with the program: of what own themes and decisions are learnt against.

`python -m codering.nlp.shipped` makes the file again; a test says when that is needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codering.nlp.codeboek import SOCIALE_BASIS, load_codeboek, load_voorbeelden
from codering.nlp.embed import embed_cached, hash_tekst
from codering.nlp.encoder import Uitspraakencoder
from codering.nlp.leerstof import draw_achtergrond, split_codeboek, split_niet
from codering.nlp.leren import ACHTERGROND
from codering.nlp.protocols import Embedder, Inbeddingcache

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
    """What is embedded beside statements when an organisation has own themes or decisions; once, in order.

    That is the background that these are learnt against, and the codebook's own phrases.
    """
    stil = draw_achtergrond([v.tekst for v in load_voorbeelden()], ACHTERGROND)
    codeboek = replace(load_codeboek(), trefwoorden=())
    boek = [v.tekst for v in (*split_codeboek(codeboek), *split_niet(codeboek))]
    return tuple(sorted({*stil, *boek}))


def write(bestand: Path = BESTAND, embedder: Embedder | None = None) -> int:
    """Compute and write the file; returns how many texts it holds."""
    import numpy as np

    from codering.nlp.cache import Geheugencache

    embedder = embedder or Uitspraakencoder()
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
