"""Fit what stands after the models: the curve that makes probabilities, the thresholds, and the bulk threshold.

Everything here is fitted on predictions for authors that the models had not seen.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from codering.nlp.basis import build_kenmerken, build_soortkenmerken
from codering.nlp.geheel import measure_geheel

ZEKER = 0.97
"""Of statements accepted together, this part must have exactly the right themes."""


def fit_ijking(diep: Any, woorden: Any, doel: Any) -> dict[str, Any]:
    """One logistic curve for all themes, then a shift per theme, shrunk. Arrays (texts, themes)."""
    model = LogisticRegression(C=10.0, max_iter=1000).fit(build_kenmerken(diep, woorden), doel.ravel())
    z = model.decision_function(build_kenmerken(diep, woorden)).reshape(doel.shape)
    shift = np.zeros(doel.shape[1])
    for t in range(doel.shape[1]):

        def loss(d: float, t: int = t) -> float:
            kans = np.clip(expit(z[:, t] + d), 1e-6, 1 - 1e-6)
            y = doel[:, t]
            return float(-(y * np.log(kans) + (1 - y) * np.log(1 - kans)).sum() + 2.0 * d * d)

        shift[t] = minimize_scalar(loss, bounds=(-2, 2), method="bounded").x
    return {"ijk_w": model.coef_[0], "ijk_b": float(model.intercept_[0]), "ijk_thema": shift}


def apply_ijking(ijking: dict[str, Any], diep: Any, woorden: Any) -> Any:
    """Probabilities (texts, themes)."""
    z = (build_kenmerken(diep, woorden) @ ijking["ijk_w"] + ijking["ijk_b"]).reshape(diep.shape)
    return np.round(expit(np.clip(z + ijking["ijk_thema"], -12, 12)), 4)


def find_drempels(kansen: Any, doel: Any) -> tuple[float, ...]:
    """Per theme the threshold with the best F1, halfway to the common one: its own rests on fewer statements."""
    rooster = np.arange(0.15, 0.75, 0.01)

    def best(k: Any, y: Any) -> float:
        f1 = [2 * (y * (k >= d)).sum() / max(1.0, (k >= d).sum() + y.sum()) for d in rooster]
        # The middle of the plateau around the best: the very top is chance.
        goed = np.flatnonzero(np.array(f1) >= max(f1) - 0.002)
        return float(rooster[int(np.median(goed))])

    samen = best(kansen.ravel(), doel.ravel())
    return tuple(round((best(kansen[:, t], doel[:, t]) + samen) / 2, 4) for t in range(doel.shape[1]))


def find_bulkdrempel(
    kansen: Any, doel: Any, drempels: Sequence[float], codes: Sequence[str]
) -> tuple[float, float]:
    """The lowest sureness of a whole set from which `ZEKER` of such sets are exactly right, and their share.

    Only statements with a proposal count as acceptable. NaN and 0 where no threshold does.
    """
    gekozen = kansen >= np.array(drempels)
    goed = (gekozen == (doel > 0)).all(axis=1)
    geheel = np.array(
        [
            measure_geheel(k, codes, {c for c, g in zip(codes, rij, strict=True) if g})
            for k, rij in zip(kansen.tolist(), gekozen, strict=True)
        ]
    )
    geheel[~gekozen.any(axis=1)] = -1.0
    volgorde = np.argsort(-geheel, kind="stable")
    volgorde = volgorde[geheel[volgorde] > 0]
    deel = np.cumsum(goed[volgorde]) / np.arange(1, len(volgorde) + 1)
    ruim = np.flatnonzero(deel >= ZEKER)
    if not len(ruim) or ruim[-1] < 50:
        return float("nan"), 0.0
    return float(round(geheel[volgorde[ruim[-1]]], 4)), float((ruim[-1] + 1) / len(kansen))


def fit_soort(diep: Any, woorden: Any, soort: Any) -> dict[str, Any]:
    """Multinomial logistic regression over both views of a text's soort."""
    model = LogisticRegression(C=1.0, max_iter=2000).fit(build_soortkenmerken(diep, woorden), soort)
    goed = float((model.predict(build_soortkenmerken(diep, woorden)) == soort).mean())
    print(f"soort goed op ongezien werk: {goed:.3f}")
    return {"soortijk_w": model.coef_, "soortijk_b": model.intercept_}
