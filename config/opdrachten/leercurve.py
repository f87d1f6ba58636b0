"""What more examples bring, as far as that can be learnt again while running.

The encoder and what the shipped examples taught are not made again here: that takes minutes per point and is done when
the program is built (`python -m scripts.encoder curve`). What can: the TF-IDF baseline on a part of the shipped
examples, and an organisation's own decisions on top of the shipped model.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from codering.nlp.evaluate import Meting
    from codering.nlp.types import Antwoordrij, Voorbeeld
    from config.opdrachten.evalueer import Gereedschap
    from config.opdrachten.proefset import Proefset

DELEN = (0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Leerpunt:
    """Figures after learning from `voorbeelden` examples."""

    deel: float
    voorbeelden: int
    macro_f1: float
    micro_f1: float
    map: float


@dataclass(frozen=True, slots=True)
class Leercurve:
    """`tfidf`: the baseline on a part of the shipped examples. `eigen`: the file's other half as own decisions."""

    tfidf: tuple[Leerpunt, ...]
    eigen: tuple[Leerpunt, ...]


def measure_leercurve(proefset: "Proefset", gereedschap: "Gereedschap") -> Leercurve:
    """Learn from growing parts; a smaller part is always within a larger one."""
    return Leercurve(
        tuple(_measure_tfidf(deel, proefset, gereedschap) for deel in DELEN),
        tuple(_measure_eigen(deel, proefset, gereedschap) for deel in (0.0, *DELEN)),
    )


def _measure_tfidf(deel: float, proefset: "Proefset", gereedschap: "Gereedschap") -> Leerpunt:
    from codering.nlp.evaluate import evaluate_tfidf

    gereedschap.progress("Leercurve van TF-IDF", round(deel * 100), 100)
    keuze = take_deel(gereedschap.voorbeelden, [v.tekst for v in gereedschap.voorbeelden], deel)
    teksten = [rij.tekst for rij in proefset.rijen]
    meting = evaluate_tfidf(keuze, teksten, proefset.waar, gereedschap.codeboek.codes)
    return _point(deel, len(keuze), meting)


def _measure_eigen(deel: float, proefset: "Proefset", gereedschap: "Gereedschap") -> Leerpunt:
    """Teach with one half and measure on the other, both ways around; figures are over all rows."""
    import numpy as np

    from codering.nlp.evaluate import evaluate
    from config.opdrachten.evalueer import to_scores

    codes = gereedschap.codeboek.codes
    scores = np.zeros((len(proefset.rijen), len(codes)))
    voorgesteld: list[tuple[str, ...]] = [()] * len(proefset.rijen)
    helften = split_helften([rij.tekst for rij in proefset.rijen])
    eigen: Sequence[Any] = ()
    for leer, proef in (helften, helften[::-1]):
        eigen = _learn(proefset, leer, deel)
        deelset = replace(proefset, rijen=tuple(proefset.rijen[plek] for plek in proef))
        if not deelset.rijen:
            continue
        met = replace(gereedschap, voorbeelden=(*gereedschap.voorbeelden, *eigen))
        resultaat = met.propose(deelset, vraag=True)
        scores[proef] = to_scores(resultaat, codes)
        for plek, uitkomst in zip(proef, resultaat.rijen, strict=True):
            voorgesteld[plek] = tuple(uitkomst.themas)
    return _point(deel, len(eigen), evaluate(proefset.waar, voorgesteld, scores, codes))


def _learn(proefset: "Proefset", plekken: Sequence[int], deel: float) -> "Sequence[Voorbeeld]":
    from codering.domain.coderen import EIGEN_GEWICHT
    from codering.nlp.types import Voorbeeld

    def decide(rij: "Antwoordrij", codes: tuple[str, ...]) -> Voorbeeld:
        return Voorbeeld(rij.tekst, codes, rij.vraag, gewicht=EIGEN_GEWICHT)

    eigen = [decide(proefset.rijen[plek], proefset.waar[plek]) for plek in plekken]
    return take_deel(eigen, [voorbeeld.tekst for voorbeeld in eigen], deel)


def take_deel(dingen: "Sequence[Voorbeeld]", teksten: Sequence[str], deel: float) -> "tuple[Voorbeeld, ...]":
    """Give a part of the things, chosen by their texts and not by their order."""
    volgorde = sorted(range(len(dingen)), key=lambda plek: _hash(teksten[plek]))
    return tuple(dingen[plek] for plek in sorted(volgorde[: round(deel * len(dingen))]))


def split_helften(teksten: Sequence[str]) -> tuple[list[int], list[int]]:
    """Give positions in two halves; equal texts are in the same one."""
    helften: tuple[list[int], list[int]] = ([], [])
    for plek, tekst in enumerate(teksten):
        helften[_hash(tekst)[0] % 2].append(plek)
    return helften


def _hash(tekst: str) -> bytes:
    return hashlib.sha256(" ".join(tekst.lower().split()).encode(errors="replace")).digest()


def _point(deel: float, voorbeelden: int, meting: "Meting") -> Leerpunt:
    return Leerpunt(deel, voorbeelden, meting.macro_f1, meting.micro_f1, meting.map)
