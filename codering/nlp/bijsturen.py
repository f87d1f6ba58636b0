"""Learning from an organisation's decisions on top of the shipped model, for themes that it knows.

The shipped model gives log-odds. What decisions say beyond those, y − σ(z), is learnt by kernel ridge regression
and added: one step of gradient boosting (Friedman 2001) whose step size is chosen on held-out decisions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from codering.nlp.bewaking import TE_WEINIG, Leerstatus, find_slechter, judge, measure_verlies
from codering.nlp.ridge import Ridge

_DEMPING = 0.2
_KRACHTEN = (3.0, 6.0, 9.0)
_KRACHT_BIJ_WEINIG = 4.0
GRENS_BIJ_WEINIG = 1.0
"""In log-odds: with too few decisions to judge, a proposal moves no further than this."""


@dataclass(frozen=True, slots=True)
class Bijsturing:
    """Coefficients (decisions, themes) in log-odds; zero for themes in `slechter` (a mask)."""

    alfa: Any
    status: Leerstatus
    slechter: Any
    winst: float
    grens: float


def fit_bijsturing(
    kern: Any, zonder: Any, doel: Any, gewicht: Any, groepen: Sequence[object], drempels: Any
) -> Bijsturing:
    """Learn from decisions; `zonder` are the shipped model's log-odds on them, `doel` 1, 0 or NaN (undecided).

    Decisions of one group (of `groepen`) are held out together.
    """
    import numpy as np

    fout = np.where(np.isnan(doel), 0.0, doel - 1.0 / (1.0 + np.exp(-zonder)))
    ridge = Ridge(kern, gewicht, _DEMPING)
    alfa = ridge.solve(fout)
    geen = np.zeros(doel.shape[1], dtype=bool)
    if len(doel) < TE_WEINIG:
        return Bijsturing(alfa * _KRACHT_BIJ_WEINIG, Leerstatus.WEINIG, geen, 0.0, GRENS_BIJ_WEINIG)
    ongezien = ridge.leave_out(fout, alfa, len(doel), groepen)
    verlies = {k: round(float(measure_verlies(zonder + k * ongezien, doel).sum()), 6) for k in _KRACHTEN}
    kracht = min(_KRACHTEN, key=lambda k: verlies[k])
    met = zonder + kracht * ongezien
    status = judge(zonder, met, doel, drempels)
    slechter = find_slechter(zonder, met, doel, drempels)
    winst = (measure_verlies(zonder, doel) - measure_verlies(met, doel)).sum(axis=1).mean()
    if status is not Leerstatus.MEEGENOMEN:
        return Bijsturing(np.zeros_like(alfa), status, geen, float(winst), 0.0)
    return Bijsturing(np.where(slechter, 0.0, alfa * kracht), status, slechter, float(winst), np.inf)
