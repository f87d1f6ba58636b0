"""The embedder that needs no model: TF-IDF over base forms and letter groups, pressed into 256 numbers."""

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from codering.nlp.encoder import split_vraag
from codering.nlp.features import Woordkenmerken

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

_GETALLEN = 256


class TfidfEmbedder:
    """Learns its words from `corpus` once, so that a text's vector does not depend on its company."""

    def __init__(self, corpus: Sequence[str]) -> None:
        from scipy import sparse
        from sklearn.decomposition import TruncatedSVD

        teksten = sorted(set(corpus))
        inhoud = hashlib.sha256("\0".join(teksten).encode(errors="replace")).hexdigest()[:12]
        self.sleutel = f"tfidf-svd{_GETALLEN}-{inhoud}"
        self._woorden = Woordkenmerken(teksten)
        matrix = sparse.hstack([self._woorden.termen(teksten), self._woorden.letters(teksten)])
        self._druk = TruncatedSVD(min(_GETALLEN, *(n - 1 for n in matrix.shape)), random_state=0).fit(matrix)

    def embed(self, teksten: Sequence[str]) -> "Vectoren":
        import numpy as np
        from scipy import sparse

        if not teksten:
            return np.zeros((0, self._druk.n_components), dtype=np.float16)
        teksten = [split_vraag(tekst)[1] for tekst in teksten]
        matrix = sparse.hstack([self._woorden.termen(teksten), self._woorden.letters(teksten)])
        punten = self._druk.transform(matrix)
        punten /= np.maximum(np.linalg.norm(punten, axis=1, keepdims=True), 1e-9)
        return np.asarray(punten, dtype=np.float16)
