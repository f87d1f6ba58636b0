"""Kernel ridge regression for all themes at once, with leave-one-out predictions from the same solve.

Rifkin and Lippert 2007, Notes on regularized least squares: the prediction for example i of a model that has
not seen i is y_i − α_i / (G⁻¹)_ii, with G the regularised kernel. Only for the last `aantal` examples are these
wanted, and with G = L·Lᵀ their part of G⁻¹ needs only the last corner of L.
"""

from typing import Any


def solve(kern: Any, doel: Any, gewicht: Any, demping: float, aantal: int) -> tuple[Any, Any]:
    """Coefficients (examples, themes), and unseen predictions for the last `aantal` examples.

    `kern` is (examples, examples) and is overwritten; `doel` holds targets around zero; an example's error
    counts in proportion to its `gewicht`.
    """
    import numpy as np
    from scipy.linalg import cho_solve, solve_triangular

    kern[np.diag_indices_from(kern)] += demping / gewicht
    factor = np.linalg.cholesky(kern)
    alfa = cho_solve((factor, True), doel)
    eerste = len(kern) - aantal
    hoek = solve_triangular(factor[eerste:, eerste:], np.eye(aantal), lower=True)
    ongezien = doel[eerste:] - alfa[eerste:] / (hoek**2).sum(axis=0)[:, None]
    return alfa, ongezien
