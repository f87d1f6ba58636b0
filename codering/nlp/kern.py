"""How alike statements are: in meaning, in words, in letters, and in the question they answer.

The kernel is exp(g · (weighted sum of cosines − sum of weights)): the product of a Gaussian kernel per view.
Unlike a linear one it rewards statements that are alike in several views at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codering.nlp.features import Woordkenmerken

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

_BLOK = 256
"""Rows compared at a time: small enough for the processor's cache."""


@dataclass(frozen=True, slots=True)
class Kerninstelling:
    """Weights of the views, chosen by training on two authors' examples and testing on a third's."""

    scherpte: float = 0.6
    betekenis: float = 1.0
    termen: float = 1.0
    letters: float = 1.0
    vraag: float = 0.15


@dataclass(frozen=True, slots=True)
class Beelden:
    """The views of a list of texts, one row per text; rows have unit length (or are zero: nothing known)."""

    betekenis: Any
    vraag: Any
    termen: Any
    letters: Any

    def __getitem__(self, rijen: slice) -> "Beelden":
        return Beelden(self.betekenis[rijen], self.vraag[rijen], self.termen[rijen], self.letters[rijen])


class Kern:
    """Compares any texts with the ones it was made from."""

    def __init__(
        self,
        teksten: Sequence[str],
        vectoren: "Vectoren",
        vraagvectoren: Any,
        midden: Any,
        instelling: Kerninstelling,
    ) -> None:
        self._instelling = instelling
        self._midden = midden
        self._woorden = Woordkenmerken(teksten)
        bekend = abs(vraagvectoren).sum(axis=1) > 0
        self._vraagmidden = vraagvectoren[bekend].mean(axis=0) if bekend.any() else 0.0
        self.eigen = self.view(teksten, vectoren, vraagvectoren)
        self.termnamen = self._woorden.termnamen()
        self._dicht, self._ijl = self._weigh(self.eigen)

    def view(self, teksten: Sequence[str], vectoren: "Vectoren", vraagvectoren: Any) -> Beelden:
        """The views of `teksten`; a zero row in `vraagvectoren` means: question unknown."""
        bekend = abs(vraagvectoren).sum(axis=1, keepdims=True) > 0
        return Beelden(
            to_unit(vectoren.astype(float) - self._midden),
            to_unit((vraagvectoren.astype(float) - self._vraagmidden) * bekend),
            self._woorden.termen(teksten),
            self._woorden.letters(teksten),
        )

    def compare(self, beelden: Beelden) -> Any:
        """Dense matrix (texts of `beelden`, own texts) of likenesses between 0 and 1."""
        import numpy as np

        i = self._instelling
        dicht, ijl = self._weigh(beelden)
        uit = np.empty((len(dicht), len(self._dicht)))
        for begin in range(0, len(uit), _BLOK):
            rijen = slice(begin, begin + _BLOK)
            som = uit[rijen]
            np.matmul(dicht[rijen], self._dicht.T, out=som)
            som += (ijl[rijen] @ self._ijl.T).toarray()
            som -= i.betekenis + i.vraag + i.termen + i.letters
            som *= i.scherpte
            np.exp(som, out=som)
        return uit

    def _weigh(self, beelden: Beelden) -> tuple[Any, Any]:
        """The dense and the sparse views, each side by side, scaled so that products come out weighted."""
        import numpy as np
        from scipy import sparse

        i = self._instelling
        dicht = np.hstack([beelden.betekenis * i.betekenis**0.5, beelden.vraag * i.vraag**0.5])
        ijl = sparse.hstack([beelden.termen * i.termen**0.5, beelden.letters * i.letters**0.5], format="csr")
        return dicht, ijl


def to_unit(rijen: Any) -> Any:
    """Rows of length one; a row of zeros stays as it is."""
    import numpy as np

    return rijen / np.maximum(np.linalg.norm(rijen, axis=1, keepdims=True), 1e-9)
