"""From raw scores to probabilities and thresholds, learnt on predictions for unseen examples."""

from dataclasses import dataclass
from typing import Any

_SCHAAL = 5.0
"""Brings raw scores (mostly between 0 and 1) to the order of the logistic model's penalty."""


@dataclass(frozen=True, slots=True)
class Ijking:
    """A logistic curve (Platt 1999) over a theme's score and its rivals', and a threshold per theme."""

    model: Any
    drempels: tuple[float, ...]

    def to_kansen(self, ruw: Any) -> Any:
        """Probabilities (texts, themes), rounded to what is steady whatever the number of cores."""
        import numpy as np

        kansen = self.model.predict_proba(_features(ruw))[:, 1]
        return np.round(kansen.reshape(ruw.shape), 4)


def calibrate(ongezien: Any, doel: Any, gewicht: Any) -> Ijking:
    """One curve for all themes together: stable with few examples, and no worse with many."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    # Two anchors, so that there is something to tell apart even where every example has the theme.
    kenmerken = np.vstack([_features(ongezien), np.zeros(4), [_SCHAAL, 0.0, 0.0, _SCHAAL]])
    gewichten = np.append(np.repeat(gewicht, doel.shape[1]), [1.0, 1.0])
    model = LogisticRegression(C=3.0, max_iter=500)
    model.fit(kenmerken, np.append(doel.ravel(), [0.0, 1.0]), sample_weight=gewichten)
    kansen = model.predict_proba(kenmerken[:-2])[:, 1].reshape(doel.shape)
    samen = _find_drempel(kansen.ravel(), doel.ravel(), np.repeat(gewicht, doel.shape[1]))
    # Halfway between a theme's own best threshold and the common one: its own rests on few examples.
    eigen = [_find_drempel(kansen[:, t], doel[:, t], gewicht) for t in range(doel.shape[1])]
    return Ijking(model, tuple(round((drempel + samen) / 2, 4) for drempel in eigen))


def _features(ruw: Any) -> Any:
    """Per text and theme: own score, best and second rival, and the sum. Shape (texts · themes, 4)."""
    import numpy as np

    aantal = ruw.shape[1]
    gevuld = np.hstack([ruw, np.zeros((len(ruw), 3))])
    hoogste = -np.sort(-gevuld, axis=1)[:, :3]
    beste = np.where(ruw >= hoogste[:, :1], hoogste[:, 1:2], hoogste[:, :1])
    tweede = np.where(ruw >= hoogste[:, 1:2], hoogste[:, 2:3], hoogste[:, 1:2])
    som = np.repeat(ruw.sum(axis=1, keepdims=True), aantal, axis=1)
    return np.stack([ruw, beste, tweede, som], axis=2).reshape(-1, 4) * _SCHAAL


def _find_drempel(kansen: Any, doel: Any, gewicht: Any) -> float:
    """The threshold with the highest F1."""
    import numpy as np

    if not doel.any():
        return 1.0
    volgorde = np.argsort(-kansen, kind="stable")
    goed = np.cumsum((doel * gewicht)[volgorde])
    gekozen = np.cumsum(gewicht[volgorde])
    beste = int(np.argmax(2 * goed / (gekozen + (doel * gewicht).sum())))
    onder = volgorde[min(beste + 1, len(volgorde) - 1)]
    return float(kansen[volgorde[beste]] + kansen[onder]) / 2
