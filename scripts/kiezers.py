"""Make the two small models: what is an answer, and in which language.

    python -m scripts.kiezers [kwaliteit|talen ...]

writes codering/nlp/modellen/kwaliteit.tsv and basis/taal/lijsten/talen.tsv from the files in the shipped codebook. Only
rows whose `deel` is "leer" are learnt from; "proef" is for `python -m scripts.bench kwaliteit`.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.bench.meting import PROJECTMAP

if TYPE_CHECKING:
    from basis.taal.lichtmodel import Lichtmodel

CODEBOEK = PROJECTMAP / "codering" / "codeboeken" / "sociale_basis"
KWALITEIT = CODEBOEK / "kwaliteit.jsonl"
ANDERSTALIG = CODEBOEK / "anderstalig.jsonl"
VOUWEN = 5
_KLEINST = 4  # hundredths; smaller weights are left out


def read_rijen(bestand: Path, deel: str = "") -> list[dict[str, Any]]:
    """Read the rows of one part, or all."""
    rijen = [json.loads(regel) for regel in bestand.read_text(encoding="utf-8").splitlines()]
    return [rij for rij in rijen if not deel or rij["deel"] == deel]


def hash_bron(bestand: Path) -> str:
    """Give the SHA-256 of a data file."""
    return hashlib.sha256(bestand.read_bytes()).hexdigest()


def fit(
    kenmerken: Sequence[Sequence[str]],
    klassen: Sequence[str],
    gewichten: Sequence[float],
    *,
    c: float,
    minstens: int,
    bron: str = "",
) -> Lichtmodel:
    """Fit a logistic regression (L2) and round its weights; features in fewer than `minstens` texts are dropped."""
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    from basis.taal.lichtmodel import EENHEID, Lichtmodel

    teller = CountVectorizer(analyzer=list, min_df=minstens, binary=True)
    matrix = teller.fit_transform(kenmerken).astype(float)
    model = LogisticRegression(C=c, max_iter=3000, tol=1e-5).fit(matrix, klassen, sample_weight=gewichten)
    rond = np.rint(model.coef_ * EENHEID).astype(int)
    tabel = {
        naam: tuple(int(w) for w in rond[:, plek])
        for plek, naam in enumerate(teller.get_feature_names_out())
        if np.abs(rond[:, plek]).max() >= _KLEINST
    }
    begin = tuple(int(w) for w in np.rint(model.intercept_ * EENHEID))
    return Lichtmodel(tuple(str(k) for k in model.classes_), begin, tabel, 0, bron)
