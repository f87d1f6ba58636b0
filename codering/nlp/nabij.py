"""Which statements lie near which: for those that join groups found among others, and for second groups."""

from typing import Any

_BLOK = 2_048
"""Rows compared at a time, so that memory does not grow with the square of the number of statements."""
BUREN = 10
_NAASTE = 3
_RAND = 0.02
_BUITENSTE = 0.3
"""Tuned on the shipped examples: the theme of the second group was among the statement's own about five times as
often as chance gives.
"""


def join_nearest(punten: Any, bron: Any, binding: Any) -> Any:
    """How `punten` are bound to groups (points, groups): as the nearest of `bron` are, whose rows `binding` holds.

    Rows of points that lie further from all of `bron` than nearly all of `bron` lie from each other are zero.
    """
    import numpy as np

    uit = np.zeros((len(punten), binding.shape[1]))
    if not len(punten) or len(bron) <= BUREN:
        return uit
    grens = np.quantile(_find_nearest(bron, bron, BUREN + 1)[1][:, 1 : _NAASTE + 1].mean(axis=1), _RAND)
    for begin in range(0, len(punten), _BLOK):
        rijen = slice(begin, begin + _BLOK)
        buren, nabijheid = _find_nearest(punten[rijen], bron, BUREN)
        gewicht = np.maximum(nabijheid, 0.0) ** 2
        som = np.einsum("pb,pbg->pg", gewicht, binding[buren]) / np.maximum(
            gewicht.sum(axis=1)[:, None], 1e-9
        )
        uit[rijen] = np.where(nabijheid[:, :_NAASTE].mean(axis=1)[:, None] >= grens, som, 0.0)
    return np.round(uit, 9)


def find_tweede(punten: Any, labels: Any, aantal: int) -> list[tuple[int, float] | None]:
    """Per point in a group: another group that it lies as near to as members do, and how much of both that is.

    As near as the members but for the outermost part of them. (How often a point was with another group in the votes
    tells less: those are the vague statements, not those about two subjects.)
    """
    import numpy as np

    if aantal < 2:
        return [None] * len(labels)
    middens = np.stack([punten[labels == groep].mean(axis=0) for groep in range(aantal)])
    middens /= np.maximum(np.linalg.norm(middens, axis=1, keepdims=True), 1e-9)
    nabij = np.round(punten @ middens.T, 9)
    grens = np.array([np.quantile(nabij[labels == groep, groep], _BUITENSTE) for groep in range(aantal)])
    rij = np.arange(len(labels))
    ruimte = nabij - grens
    ruimte[rij, labels] = -np.inf
    tweede = ruimte.argmax(axis=1)
    eigen, daar = np.maximum(nabij[rij, labels], 1e-9), nabij[rij, tweede]
    deel = np.round(daar / np.maximum(eigen + daar, 1e-9), 4)
    ook = (labels >= 0) & (ruimte[rij, tweede] >= 0) & (daar > 0)
    return [
        (int(groep), min(0.5, float(waarde))) if telt else None
        for groep, waarde, telt in zip(tweede, deel, ook, strict=True)
    ]


def _find_nearest(punten: Any, bron: Any, aantal: int) -> tuple[Any, Any]:
    """Positions in `bron` of the nearest, and their cosines, the nearest first."""
    import numpy as np

    posities, cosinussen = [], []
    for begin in range(0, len(punten), _BLOK):
        nabij = np.round(punten[begin : begin + _BLOK] @ bron.T, 9)
        beste = np.argpartition(-nabij, aantal - 1, axis=1)[:, :aantal]
        waarden = np.take_along_axis(nabij, beste, axis=1)
        volgorde = np.lexsort((beste, -waarden), axis=1)
        posities.append(np.take_along_axis(beste, volgorde, axis=1))
        cosinussen.append(np.take_along_axis(waarden, volgorde, axis=1))
    return np.concatenate(posities), np.concatenate(cosinussen)
