"""Themes that the shipped model does not know: from what the codebook says of them, and from few examples.

One kernel ridge regression over the codebook's own words, statements that nobody coded for these themes, and the
examples. Uncoded statements count a little as "no" (most of them are); the quarter that looks most like a theme
counts for that theme as nothing at all, for it may well belong to it (learning from positive and unlabelled
examples, Elkan and Noto 2008). "Counts as nothing" is: as a model that has not seen it would have it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from codering.nlp.bewaking import GEWEIGERD, TE_WEINIG, Leerstatus, judge_themas, measure_verlies
from codering.nlp.calibrate import calibrate
from codering.nlp.ridge import Ridge

_DEMPING = 0.1
_GRONDKANS = 0.05
GEWICHT_ACHTERGROND = 0.04
_VRAAGTEKEN_DEEL = 0.75
_RONDEN = 2
DREMPEL = 0.25
# How raw scores become log-odds depends on how many examples there are, and hardly on the theme: found by leaving
# each shipped theme out in turn (docs/adr/0020). Columns: examples, score at a chance of 0.3, slope.
_IJKPUNTEN = (
    (0, 0.097, 34.5),
    (3, 0.136, 31.9),
    (10, 0.202, 26.2),
    (20, 0.270, 21.6),
    (50, 0.371, 17.0),
    (100, 0.441, 14.5),
)
_LOGIT_IJK = -0.847
_GENOEG = 60
"""From this many fully coded examples the model's own held-out predictions help to calibrate it."""


@dataclass(frozen=True, slots=True)
class Stof:
    """Rows to learn from, in this order: codebook, what does not belong, uncoded, examples.

    `doel` (rows, themes) is 1, 0 or NaN (not known); `besluit` tells which of the examples are decisions.
    """

    doel: Any
    gewicht: Any
    niet: int
    achtergrond: int
    besluit: Any
    groepen: Sequence[object]

    @property
    def voorbeelden(self) -> int:
        """How many of the rows, at the end, are examples."""
        return len(self.besluit)


@dataclass(frozen=True, slots=True)
class Opbouw:
    """Coefficients (rows, themes) of raw scores, how those become log-odds, and thresholds (probabilities)."""

    alfa: Any
    midden: Any
    helling: Any
    ijking: Any
    aandeel: Any
    drempels: Any
    slechter: Any
    winst: float

    def to_logodds(self, ruw: Any) -> Any:
        """Log-odds for raw scores (texts, themes)."""
        import numpy as np

        eerste = _LOGIT_IJK + self.helling * (ruw - self.midden)
        if self.ijking is None:
            return eerste
        kans = np.clip(self.ijking.to_kansen(ruw), 1e-4, 1 - 1e-4)
        return (1.0 - self.aandeel) * eerste + self.aandeel * np.log(kans / (1.0 - kans))


def fit_opbouw(kern: Any, stof: Stof) -> Opbouw:
    """Learn themes; decisions that make a theme worse on held-out decisions are left out for that theme."""
    import numpy as np

    met = _Ronde(kern.copy(), stof, np.ones(len(stof.doel), dtype=bool))
    opbouw = met.calibrate()
    besluiten = stof.doel[len(stof.doel) - stof.voorbeelden :][stof.besluit]
    if len(besluiten) < TE_WEINIG:
        return opbouw
    blijft = np.append(np.ones(len(stof.doel) - stof.voorbeelden, dtype=bool), ~stof.besluit)
    zonder = _Ronde(kern[np.ix_(blijft, blijft)], stof, blijft)
    ander = zonder.calibrate()
    # Below the diagonal is all there is: a row of decisions holds what came before it, a column what came after.
    vol = np.tril(kern) + np.tril(kern, -1).T
    begin = ander.to_logodds(vol[np.ix_(~blijft, blijft)] @ zonder.alfa + _GRONDKANS)
    eind = opbouw.to_logodds(met.ongezien[-stof.voorbeelden :][stof.besluit])
    oordelen = judge_themas(begin, eind, besluiten, opbouw.drempels)
    winst = (measure_verlies(begin, besluiten) - measure_verlies(eind, besluiten)).sum(axis=1).mean()
    return _choose(opbouw, ander, blijft, oordelen, float(winst))


class _Ronde:
    """One fit on the rows of `blijft`, with what it predicts for rows that it has not seen."""

    def __init__(self, kern: Any, stof: Stof, blijft: Any) -> None:
        import numpy as np

        self._stof = stof
        self._voorbeelden = int(blijft[len(blijft) - stof.voorbeelden :].sum())
        self._doel = stof.doel[blijft]
        self._gewicht = stof.gewicht[blijft]
        laatste = len(self._doel) - len(stof.doel) + stof.niet + stof.achtergrond + stof.voorbeelden
        groepen = [
            g for g, over in zip(stof.groepen, blijft[len(blijft) - stof.voorbeelden :], strict=True) if over
        ]
        apart = [object() for _ in range(laatste - len(groepen))]
        ridge = Ridge(kern, self._gewicht, _DEMPING)
        y = np.nan_to_num(self._doel)
        open_ = np.isnan(self._doel)[-laatste:] if laatste else open
        for ronde in range(_RONDEN + 1):
            self.alfa = ridge.solve(y - _GRONDKANS)
            self.ongezien = (
                ridge.leave_out(y - _GRONDKANS, self.alfa, laatste, [*apart, *groepen]) + _GRONDKANS
            )
            if ronde < _RONDEN and laatste:
                vraag = open_ | self._find_unsure()
                y[-laatste:] = np.where(vraag, self.ongezien, np.nan_to_num(self._doel[-laatste:]))

    def _find_unsure(self) -> Any:
        """Uncoded statements that look most like a theme."""
        import numpy as np

        uit = np.zeros(self.ongezien.shape, dtype=bool)
        plek = slice(self._stof.niet, self._stof.niet + self._stof.achtergrond)
        if self._stof.achtergrond:
            uit[plek] = self.ongezien[plek] > np.quantile(self.ongezien[plek], _VRAAGTEKEN_DEEL, axis=0)
        return uit

    def calibrate(self) -> Opbouw:
        """From raw scores to log-odds: by what is usual for so many examples, and by held-out predictions."""
        import numpy as np

        vanaf = len(self._doel) - self._voorbeelden
        doel, gewicht = self._doel[vanaf:], self._gewicht[vanaf:]
        aantal = (np.nan_to_num(doel) * np.minimum(gewicht, 1.0)[:, None]).sum(axis=0)
        punten = np.log1p([punt[0] for punt in _IJKPUNTEN])
        midden = np.interp(np.log1p(aantal), punten, [punt[1] for punt in _IJKPUNTEN])
        helling = np.interp(np.log1p(aantal), punten, [punt[2] for punt in _IJKPUNTEN])
        heel = ~np.isnan(doel).any(axis=1)
        drempels = np.full(doel.shape[1], DREMPEL)
        ijking, aandeel = None, np.zeros(doel.shape[1])
        if heel.sum() >= _GENOEG:
            ijking = calibrate(self.ongezien[-self._voorbeelden :][heel], doel[heel], gewicht[heel])
            aandeel = aantal / (aantal + 20.0)
            drempels = (1.0 - aandeel) * drempels + aandeel * np.array(ijking.drempels)
        geen = np.zeros(doel.shape[1], dtype=bool)
        return Opbouw(self.alfa, midden, helling, ijking, aandeel, np.round(drempels, 4), geen, 0.0)


def _choose(met: Opbouw, zonder: Opbouw, blijft: Any, oordelen: Sequence[Leerstatus], winst: float) -> Opbouw:
    """The fit with decisions, but for themes that do not gain by it."""
    import numpy as np

    uit = np.array([oordeel is not Leerstatus.MEEGENOMEN for oordeel in oordelen])
    klein = np.zeros_like(met.alfa)
    klein[blijft] = zonder.alfa
    return Opbouw(
        np.where(uit, klein, met.alfa),
        np.where(uit, zonder.midden, met.midden),
        np.where(uit, zonder.helling, met.helling),
        met.ijking,
        np.where(uit, 0.0, met.aandeel),
        np.where(uit, zonder.drempels, met.drempels),
        np.array([oordeel in GEWEIGERD for oordeel in oordelen]),
        winst,
    )
