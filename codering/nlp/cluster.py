"""Find groups of statements that nobody named beforehand."""

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from codering.nlp.types import Groepering

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

MIN_UITSPRAKEN = 15
"""Below this number of statements, a person reads faster than groups help."""
MIN_GROEP = 4
_STEEKPROEF = 1_500


class Wardclusterer:
    def cluster(self, teksten: Sequence[str], vectoren: "Vectoren", seed: int) -> Groepering:
        """See `Clusterer.cluster`."""
        if len(teksten) < MIN_UITSPRAKEN:
            return Groepering((None,) * len(teksten), ())
        import numpy as np

        volgorde = sort_plekken(teksten)
        punten = center(vectoren)[volgorde]
        labels = _group(punten)
        uit: list[int | None] = [None] * len(teksten)
        tel = np.bincount(labels)
        rang = {int(g): r for r, g in enumerate(np.argsort(-tel, kind="stable")) if tel[g] >= MIN_GROEP}
        for plek, label in zip(volgorde, labels, strict=True):
            uit[plek] = rang.get(int(label))
        return Groepering(tuple(uit), (1.0,) * len(rang))


def sort_plekken(teksten: Sequence[str]) -> list[int]:
    """Positions in an order that depends on the texts alone, not on the order they came in."""
    hashes = [hashlib.sha256(tekst.encode(errors="replace")).digest() for tekst in teksten]
    return sorted(range(len(teksten)), key=lambda plek: hashes[plek])


def center(vectoren: "Vectoren") -> Any:
    """Unit vectors from the common middle: the raw cosines all lie between 0.8 and 0.92."""
    import numpy as np

    punten = vectoren.astype(np.float64)
    punten = punten - punten.mean(axis=0)
    return punten / np.maximum(np.linalg.norm(punten, axis=1, keepdims=True), 1e-9)


def _group(punten: Any) -> Any:
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage

    basis = punten[:_STEEKPROEF]
    aantal = int(min(20, max(3, round(len(punten) ** 0.5 / 2))))
    labels = fcluster(linkage(basis, "ward"), aantal, "maxclust") - 1
    middens = np.stack([basis[labels == g].mean(axis=0) for g in range(labels.max() + 1)])
    return np.argmax(punten @ middens.T, axis=1)
