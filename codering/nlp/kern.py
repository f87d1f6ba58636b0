"""How alike statements are: in meaning, in words and in letters.

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


@dataclass(frozen=True, slots=True)
class Beelden:
    """The views of a list of texts, one row per text; rows have unit length (or are zero: nothing known)."""

    betekenis: Any
    termen: Any
    letters: Any


class Kern:
    """Compares any texts with the ones it was made from; `midden` is the point that vectors are seen from."""

    def __init__(
        self,
        teksten: Sequence[str],
        vectoren: "Vectoren",
        midden: Any,
        instelling: Kerninstelling,
    ) -> None:
        self._instelling = instelling
        self._midden = midden
        self._woorden = Woordkenmerken(teksten, met_letters=instelling.letters > 0)
        self.eigen = Beelden(self._center(vectoren), *self._woorden.eigen)
        self.termnamen = self._woorden.termnamen()
        self._ijl = self._join_woorden(self.eigen)

    def view(self, teksten: Sequence[str], vectoren: "Vectoren") -> Beelden:
        """The views of `teksten`; no letters where they do not count."""
        letters = self._woorden.letters(teksten) if self._instelling.letters > 0 else None
        return Beelden(self._center(vectoren), self._woorden.termen(teksten), letters)

    def _center(self, vectoren: "Vectoren") -> Any:
        return to_unit(vectoren.astype(float) - self._midden)

    def compare(self, beelden: Beelden, onder: bool = False) -> Any:
        """Dense matrix (texts of `beelden`, own texts) of likenesses between 0 and 1.

        With `onder`, what lies above the diagonal is 0 (for comparing own texts).
        """
        import numpy as np

        i = self._instelling
        ijl = self._join_woorden(beelden)
        uit = np.zeros((ijl.shape[0], self._ijl.shape[0]))
        for begin in range(0, len(uit), _BLOK):
            rijen = slice(begin, min(begin + _BLOK, len(uit)))
            kolommen = slice(0, rijen.stop if onder else uit.shape[1])
            som = uit[rijen, kolommen]
            som[:] = beelden.betekenis[rijen] @ self.eigen.betekenis[kolommen].T * i.betekenis
            som += (ijl[rijen] @ self._ijl[kolommen].T).toarray()
            som -= i.betekenis + i.termen + i.letters
            som *= i.scherpte
            np.exp(som, out=som)
        return uit

    def _join_woorden(self, beelden: Beelden) -> Any:
        """Terms and letters side by side, scaled so that one product weighs both."""
        from scipy import sparse

        if beelden.letters is None:
            return beelden.termen * self._instelling.termen**0.5
        delen = [
            beelden.termen * self._instelling.termen**0.5,
            beelden.letters * self._instelling.letters**0.5,
        ]
        return sparse.hstack(delen, format="csr")


def to_unit(rijen: Any) -> Any:
    """Rows of length one; a row of zeros stays as it is."""
    import numpy as np

    return rijen / np.maximum(np.linalg.norm(rijen, axis=1, keepdims=True), 1e-9)
