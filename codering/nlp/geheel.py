"""How sure a set of proposals is as a whole: what accepting several statements at once goes by."""

from collections.abc import Collection, Sequence


def measure_geheel(scores: Sequence[float], codes: Sequence[str], voorgesteld: Collection[str]) -> float:
    """The chance, 0 to 1, that exactly these themes are right, by the confidence of each yes and each no.

    Themes are taken as independent of each other. It is an order more than a chance: the threshold from which
    proposals may be accepted together is found by what people decided on statements above it.
    """
    kans = 1.0
    for code, score in zip(codes, scores, strict=True):
        kans *= score if code in voorgesteld else 1.0 - score
    return kans
