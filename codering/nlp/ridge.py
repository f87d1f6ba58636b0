"""Kernel ridge regression for all themes at once, with leave-one-out predictions from the same solve.

Rifkin and Lippert 2007, Notes on regularized least squares: the prediction for example i of a model that has
not seen i is y_i − α_i / (G⁻¹)_ii, with G the regularised kernel. Only for the last `aantal` examples are these
wanted, and with G = L·Lᵀ their part of G⁻¹ needs only the last corner of L.
"""

from typing import Any


def solve(kern: Any, doel: Any, gewicht: Any, demping: float, aantal: int) -> tuple[Any, Any]:
    """Coefficients (examples, themes), and unseen predictions for the last `aantal` examples.

    Of `kern` (examples, examples) only the part on and below the diagonal is read, and it is overwritten;
    `doel` holds targets around zero; an example's error counts in proportion to its `gewicht`.
    """
    import numpy as np
    from scipy.linalg import cho_factor, cho_solve, solve_triangular

    kern[np.diag_indices_from(kern)] += demping / gewicht
    # Transposed, the lower half is the upper half in the order LAPACK wants: no copy is made.
    factor, _ = cho_factor(kern.T, lower=False, overwrite_a=True, check_finite=False)
    alfa = cho_solve((factor, False), doel, check_finite=False)
    eerste = len(kern) - aantal
    hoek = solve_triangular(factor[eerste:, eerste:], np.eye(aantal), check_finite=False)
    ongezien = doel[eerste:] - alfa[eerste:] / (hoek**2).sum(axis=1)[:, None]
    return alfa, ongezien
