"""The word part of the shipped model: ridge regression on TF-IDF of base forms and letter groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge

from codering.nlp.features import find_termen

_DEMPING = 1.0
_LICHT = 0.02
"""Weights that are smaller than this for every theme are left out of the file: they decide nothing."""


@dataclass(frozen=True, slots=True)
class Woordmodel:
    """Two fitted counters and the weights (features, themes) over both, side by side."""

    termen: Any
    letters: Any
    gewicht: Any
    basis: Any

    def score(self, teksten: Sequence[str]) -> Any:
        """Float64 (texts, themes)."""
        return self._matrix(teksten) @ self.gewicht + self.basis

    def _matrix(self, teksten: Sequence[str]) -> Any:
        return sparse.hstack([self.termen.transform(teksten), self.letters.transform(teksten)]).tocsr()


def fit_woorden(teksten: Sequence[str], doel: Any, gewicht: Any = None) -> Woordmodel:
    """Learn from texts and targets (texts, themes)."""
    termen = TfidfVectorizer(analyzer=find_termen, sublinear_tf=True, min_df=2)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3)
    x = sparse.hstack([termen.fit_transform(teksten), letters.fit_transform(teksten)]).tocsr()
    model = Ridge(alpha=_DEMPING, solver="lsqr", tol=1e-4).fit(x, doel, sample_weight=gewicht)
    return Woordmodel(termen, letters, model.coef_.T, model.intercept_)


def to_arrays(model: Woordmodel) -> dict[str, Any]:
    """What `codering.nlp.basis` reads; light features are left out, weights are rounded to float16."""
    uit: dict[str, Any] = {"woord_b": model.basis.astype(np.float64)}
    begin = 0
    for naam, teller in (("termen", model.termen), ("letters", model.letters)):
        namen = teller.get_feature_names_out()
        gewicht = model.gewicht[begin : begin + len(namen)]
        begin += len(namen)
        # The weights of left-out features would still count in a text's length, so their place stays: only
        # features that never weigh are dropped, and the length is then a little shorter than when fitted.
        blijft = np.abs(gewicht).max(axis=1) >= _LICHT
        uit[naam] = np.frombuffer("\n".join(namen[blijft]).encode(), dtype=np.uint8)
        uit[naam + "_idf"] = teller.idf_[blijft].astype(np.float32)
        uit[naam + "_w"] = gewicht[blijft].astype(np.float16)
    return uit
