"""Whether a confidence of 80 % means that four out of five such proposals are right.

Expected calibration error as in Guo et al. 2017 (On Calibration of Modern Neural Networks), with bins of equal mass
instead of equal width (Nixon et al. 2019, Measuring Calibration in Deep Learning): confidences of proposals lie
close together, and a bin with three of them says nothing. Only what was proposed is counted. The many themes that
were rightly not proposed, all near 0, would make any model look calibrated.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

BAKKEN = 10
MIN_BAK = 20
"""With fewer proposals a bin than this there are fewer bins."""
_Z = 1.959964
"""Standard normal quantile of a two-sided 95 % interval."""


@dataclass(frozen=True, slots=True)
class Bak:
    """Proposals of about the same confidence: the mean confidence, the part that is right, and its interval."""

    aantal: int
    zekerheid: float
    juist: float
    laag: float
    hoog: float


@dataclass(frozen=True, slots=True)
class Ijkmeting:
    """`ece` is the mean distance between confidence and the part that is right, over all `aantal` proposals."""

    ece: float
    aantal: int
    bakken: tuple[Bak, ...]


def measure_ijking(zekerheden: Sequence[float], juist: Sequence[bool], bakken: int = BAKKEN) -> Ijkmeting:
    """One confidence, and whether it was right, per proposal; the order does not matter.

    Equal confidences are always in the same bin, so bins differ a little in size.
    """
    paren = sorted(zip(zekerheden, juist, strict=True))
    aantal = len(paren)
    hoeveel = max(1, min(bakken, aantal // MIN_BAK))
    grenzen = [_after_equals(paren, aantal * nummer // hoeveel) for nummer in range(hoeveel)] + [aantal]
    delen = [paren[begin:eind] for begin, eind in pairwise(grenzen) if eind > begin]
    uit = tuple(_describe(deel) for deel in delen)
    fout = math.fsum(bak.aantal * abs(bak.zekerheid - bak.juist) for bak in uit)
    return Ijkmeting(fout / aantal if aantal else 0.0, aantal, uit)


def wilson(goed: int, aantal: int) -> tuple[float, float]:
    """95 % interval of a proportion (Wilson 1927)."""
    if not aantal:
        return 0.0, 1.0
    deel, ruis = goed / aantal, _Z * _Z / aantal
    midden = deel + ruis / 2
    marge = math.sqrt(deel * (1 - deel) * ruis + ruis * ruis / 4)
    return max(0.0, (midden - marge) / (1 + ruis)), min(1.0, (midden + marge) / (1 + ruis))


def _after_equals(paren: Sequence[tuple[float, bool]], plek: int) -> int:
    """The first place from `plek` where the confidence is another than just before."""
    while 0 < plek < len(paren) and paren[plek][0] == paren[plek - 1][0]:
        plek += 1
    return plek


def _describe(paren: Sequence[tuple[float, bool]]) -> Bak:
    goed = sum(klopt for _zekerheid, klopt in paren)
    gemiddeld = math.fsum(zekerheid for zekerheid, _klopt in paren) / len(paren)
    return Bak(len(paren), gemiddeld, goed / len(paren), *wilson(goed, len(paren)))
