"""Kernel ridge regression for all themes at once, with predictions for examples that the model has not seen.

Rifkin and Lippert 2007, Notes on regularized least squares: with G the regularised kernel and α = G⁻¹y, a model
that has not seen the examples g predicts y_g − (G⁻¹)_gg⁻¹ α_g for them. With G = L·Lᵀ the part of G⁻¹ for the last
examples needs only the last corner of L.
"""

from collections.abc import Sequence
from typing import Any


class Ridge:
    """One factorised kernel, to be solved for several targets.

    Of `kern` (examples, examples) only the part on and below the diagonal is read, and it is overwritten; an
    example's error counts in proportion to its `gewicht`.
    """

    def __init__(self, kern: Any, gewicht: Any, demping: float) -> None:
        import numpy as np
        from scipy.linalg import cho_factor

        kern[np.diag_indices_from(kern)] += demping / gewicht
        # Transposed, the lower half is the upper half in the order LAPACK wants: no copy is made.
        self._factor, _ = cho_factor(kern.T, lower=False, overwrite_a=True, check_finite=False)
        self._hoeken: dict[int, Any] = {}

    def solve(self, doel: Any) -> Any:
        """Coefficients (examples, themes) for targets around zero."""
        from scipy.linalg import cho_solve

        return cho_solve((self._factor, False), doel, check_finite=False)

    def leave_out(self, doel: Any, alfa: Any, aantal: int, groepen: Sequence[object] = ()) -> Any:
        """What models that have not seen them predict for the last `aantal` examples (`aantal`, themes).

        Examples of one group (of equal `groepen`, one per example of these) are left out together.
        """
        eerste = len(alfa) - aantal
        hoek = self._invert(eerste)
        uit = doel[eerste:] - alfa[eerste:] / (hoek**2).sum(axis=1)[:, None]
        for leden in _find_samen(groepen):
            blok = hoek[leden]
            plekken = [eerste + lid for lid in leden]
            uit[leden] = doel[plekken] - _solve_small(blok @ blok.T, alfa[plekken])
        return uit

    def _invert(self, eerste: int) -> Any:
        import numpy as np
        from scipy.linalg.lapack import dtrtri

        if eerste not in self._hoeken:
            # Inverting a triangle is a third of the work of solving for every unit vector.
            self._hoeken[eerste] = np.triu(dtrtri(self._factor[eerste:, eerste:])[0])
        return self._hoeken[eerste]


def _find_samen(groepen: Sequence[object]) -> list[list[int]]:
    """Positions of each group of two or more."""
    per: dict[object, list[int]] = {}
    for plek, groep in enumerate(groepen):
        per.setdefault(groep, []).append(plek)
    return [leden for leden in per.values() if len(leden) > 1]


def _solve_small(matrix: Any, rechts: Any) -> Any:
    import numpy as np

    return np.linalg.solve(matrix, rechts)
