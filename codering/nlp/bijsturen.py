"""Learning from an organisation's decisions on top of the shipped model, for themes that it knows.

The shipped model gives log-odds. What decisions say beyond those, y − σ(z), is learnt by kernel ridge regression
and added: one step of gradient boosting (Friedman 2001) whose step size is chosen on held-out decisions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from codering.nlp.bewaking import GEWEIGERD, TE_WEINIG, Leerstatus, judge, judge_themas, measure_verlies
from codering.nlp.ridge import Ridge

_DEMPING = 0.2
_KRACHTEN = (1.0, 3.0, 6.0, 9.0, 14.0)
_GEWICHT_THEMAS = 0.5
"""How much likeness in what the shipped model says counts beside the kernel: it soon shows that people give one
theme where the model gives another.
"""
_KRACHT_BIJ_WEINIG = 4.0
GRENS_BIJ_WEINIG = 1.0
"""In log-odds: with too few decisions to judge, a proposal moves no further than this."""


@dataclass(frozen=True, slots=True)
class Bijsturing:
    """What decisions add, in log-odds.

    `alfa` are coefficients (decisions, themes), `themas` (themes, themes) those of the shipped model's probabilities.
    Both are zero for themes of which nothing is learnt; those in `slechter` (a mask) would clearly get worse.
    """

    alfa: Any
    themas: Any
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

    kansen = 1.0 / (1.0 + np.exp(-zonder))
    fout = np.where(np.isnan(doel), 0.0, doel - kansen)
    ridge = Ridge(kern + _GEWICHT_THEMAS * kansen @ kansen.T, gewicht, _DEMPING)
    alfa = ridge.solve(fout)
    geen = np.zeros(doel.shape[1], dtype=bool)
    if len(doel) < TE_WEINIG:
        return _weigh(
            alfa, kansen, ~geen * _KRACHT_BIJ_WEINIG, Leerstatus.WEINIG, geen, 0.0, GRENS_BIJ_WEINIG
        )
    ongezien = ridge.leave_out(fout, alfa, len(doel), groepen)
    verlies = {k: round(float(measure_verlies(zonder + k * ongezien, doel).sum()), 6) for k in _KRACHTEN}
    kracht = min(_KRACHTEN, key=lambda k: verlies[k])
    met = zonder + kracht * ongezien
    status = judge(zonder, met, doel, drempels)
    winst = float((measure_verlies(zonder, doel) - measure_verlies(met, doel)).sum(axis=1).mean())
    if status is not Leerstatus.MEEGENOMEN:
        return _weigh(alfa, kansen, geen * 0.0, status, geen, winst, 0.0)
    per_thema = judge_themas(zonder, met, doel, drempels)
    mee = np.array([oordeel is Leerstatus.MEEGENOMEN for oordeel in per_thema])
    slechter = np.array([oordeel in GEWEIGERD for oordeel in per_thema])
    return _weigh(alfa, kansen, mee * kracht, status, slechter, winst, np.inf)


def _weigh(
    alfa: Any, kansen: Any, kracht: Any, status: Leerstatus, slechter: Any, winst: float, grens: float
) -> Bijsturing:
    sterk = alfa * kracht
    return Bijsturing(sterk, _GEWICHT_THEMAS * kansen.T @ sterk, status, slechter, winst, grens)
