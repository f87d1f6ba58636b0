"""Find groups of statements that nobody named beforehand.

Many rough groupings (k-means on random parts of the statements, with different numbers of groups) vote on which
statements belong together; the votes are then joined into groups (evidence accumulation: Fred and Jain 2005).
How often members of a group were together is the group's stability. The number of groups is the one whose
groups are best set apart in those votes (silhouette: Rousseeuw 1987).
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from codering.nlp.nabij import find_tweede, join_nearest
from codering.nlp.types import Groepering

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

MIN_UITSPRAKEN = 15
"""Below this number of statements, a person reads faster than groups help."""
MIN_GROEP = 3
MAX_GROEPEN = 20
_STEEKPROEF = 1_500
"""Votes are held among this many statements; the others then join the nearest group."""
_RONDEN = 60
_DEEL = 0.8
_FIJNHEID = (0.7, 1.0, 1.3, 1.6, 1.9)
_DIMENSIES = 40
_LOS = 0.15
"""A statement that was with its group in fewer votes than this belongs nowhere."""


class Stemclusterer:
    """The default `Clusterer`. The outcome does not depend on the order of the statements.

    `meeste` is the largest number of groups.
    """

    def __init__(self, meeste: int = MAX_GROEPEN) -> None:
        self._meeste = meeste

    def cluster(self, teksten: Sequence[str], vectoren: "Vectoren", seed: int) -> Groepering:
        """See `Clusterer.cluster`."""
        uniek, plaats = find_unique(teksten)
        if len(teksten) < MIN_UITSPRAKEN or len(uniek) < MIN_GROEP * 2:
            return Groepering((None,) * len(teksten), ())
        with one_thread():
            punten = reduce_vectoren(vectoren[uniek])
            labels, stabiliteit, binding = _vote_groepen(punten[:_STEEKPROEF], seed, self._meeste)
            labels = _assign(punten, labels, binding)
            tweede = find_tweede(punten, labels, len(stabiliteit))
        return _number([int(labels[p]) for p in plaats], stabiliteit, [tweede[p] for p in plaats])


def one_thread() -> Any:
    """Within this, sums come out the same on every machine."""
    return import_module("threadpoolctl").threadpool_limits(1)


def center(vectoren: Any) -> Any:
    """Unit vectors from the common middle: the raw cosines all lie between 0.8 and 0.92."""
    import numpy as np

    punten = vectoren.astype(np.float32)
    punten -= vectoren.mean(axis=0, dtype=np.float64).astype(np.float32)
    punten /= np.maximum(np.linalg.norm(punten, axis=1, keepdims=True), 1e-9)
    return punten


def find_unique(teksten: Sequence[str]) -> tuple[list[int], list[int]]:
    """Positions of the different texts in an order of their hashes, and per text its place in that list."""
    sleutels = [hashlib.sha256(tekst.encode(errors="replace")).digest() for tekst in teksten]
    eerste: dict[bytes, int] = {}
    for plek, sleutel in enumerate(sleutels):
        eerste.setdefault(sleutel, plek)
    volgorde = sorted(eerste)
    rang = {sleutel: nummer for nummer, sleutel in enumerate(volgorde)}
    return [eerste[sleutel] for sleutel in volgorde], [rang[sleutel] for sleutel in sleutels]


def reduce_vectoren(vectoren: Any) -> Any:
    """The directions in which these statements differ most (not a picture: 40 of them)."""
    import numpy as np

    punten = center(vectoren)
    _, richtingen = np.linalg.eigh((punten.T @ punten).astype(np.float64))
    punten = (punten @ richtingen[:, ::-1][:, :_DIMENSIES].astype(np.float32)).astype(np.float64)
    return punten / np.maximum(np.linalg.norm(punten, axis=1, keepdims=True), 1e-9)


def _vote_groepen(punten: Any, seed: int, hoogste: int) -> tuple[Any, list[float], Any]:
    """A group number per point (-1 for none), each group's stability, and how points are bound to groups."""
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform
    from sklearn.metrics import silhouette_samples

    meeste = int(min(hoogste, max(2, 0.65 * len(punten) ** 0.5)))
    samen = _count_votes(punten, meeste, seed)
    afstand = 1.0 - samen
    boom = linkage(squareform(afstand, checks=False), "average")
    keuzes = [fcluster(boom, aantal, "maxclust") - 1 for aantal in range(2, meeste + 1)]
    keuzes = [labels for labels in keuzes if labels.max() > 0]
    if not keuzes:
        return np.full(len(punten), -1), [], np.zeros((len(punten), 0))
    scores = [round(float(silhouette_samples(afstand, k, metric="precomputed").mean()), 9) for k in keuzes]
    return _clean(keuzes[int(np.argmax(scores))], samen)


def _count_votes(punten: Any, meeste: int, seed: int) -> Any:
    """Per pair of points: in which part of the groupings that held both, they were together."""
    import numpy as np
    from sklearn.cluster import KMeans

    kans = np.random.default_rng(seed)
    aantal = len(punten)
    samen = np.zeros((aantal, aantal), dtype=np.float32)
    beide = np.zeros((aantal, aantal), dtype=np.float32)
    for ronde in range(_RONDEN):
        deel = np.sort(kans.choice(aantal, max(2, int(_DEEL * aantal)), replace=False))
        groepen = max(2, min(round(meeste * _FIJNHEID[ronde % len(_FIJNHEID)]), len(deel) // 2))
        labels = KMeans(groepen, n_init=1, random_state=ronde).fit_predict(punten[deel])
        lid = np.zeros((aantal, groepen), dtype=np.float32)
        lid[deel, labels] = 1.0
        samen += lid @ lid.T
        erbij = lid.sum(axis=1)
        beide += np.outer(erbij, erbij)
    samen /= np.maximum(beide, 1.0)
    np.fill_diagonal(samen, 1.0)
    return samen


def _clean(labels: Any, samen: Any) -> tuple[Any, list[float], Any]:
    """Let go of points that are seldom with their group, and of groups too small to name."""
    import numpy as np

    uit = np.full(len(labels), -1)
    stabiliteit: list[float] = []
    binding: list[Any] = []
    for groep in range(int(labels.max()) + 1):
        leden = np.flatnonzero(labels == groep)
        vast = leden[samen[np.ix_(leden, leden)].mean(axis=1) >= _LOS]
        if len(vast) >= MIN_GROEP:
            uit[vast] = len(stabiliteit)
            stabiliteit.append(round(float(samen[np.ix_(vast, vast)].mean()), 4))
            binding.append(samen[:, vast].mean(axis=1))
    return uit, stabiliteit, np.stack(binding, axis=1) if binding else np.zeros((len(labels), 0))


def _assign(punten: Any, labels: Any, binding: Any) -> Any:
    """Labels of all points: those beyond the sample join the group that the nearest in it are bound to.

    They stay alone if they lie further from those than nearly all of these lie from each other.
    """
    import numpy as np

    rest = punten[len(labels) :]
    if not len(rest) or labels.max() < 0:
        return np.concatenate([labels, np.full(len(rest), -1)])
    in_groep = np.flatnonzero(labels >= 0)
    erbij = join_nearest(rest, punten[in_groep], binding[in_groep])
    return np.concatenate([labels, np.where(erbij.max(axis=1) > 0, erbij.argmax(axis=1), -1)])


def _number(
    labels: Sequence[int], stabiliteit: Sequence[float], tweede: Sequence[tuple[int, float] | None]
) -> Groepering:
    """Renumber so that 0 is the largest group; of equal ones the most stable comes first."""
    groottes = Counter(labels)
    volgorde = sorted(range(len(stabiliteit)), key=lambda g: (-groottes[g], -stabiliteit[g], g))
    nieuw = {oud: nummer for nummer, oud in enumerate(volgorde)}
    return Groepering(
        tuple(nieuw.get(label) for label in labels),
        tuple(stabiliteit[g] for g in volgorde),
        tuple((nieuw[paar[0]], paar[1]) if paar else None for paar in tweede),
    )
