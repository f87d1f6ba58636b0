"""The shipped examples as training material, and which authors are kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from codering.nlp.codeboek import load_codeboek, load_voorbeelden
from codering.nlp.types import Soort, Voorbeeld
from scripts.encoder.leren import Rij

VOUWEN = (
    frozenset({"voorbeelden", "voorbeelden_4", "voorbeelden_8"}),
    frozenset({"voorbeelden_5", "voorbeelden_9", "voorbeelden_10"}),
    frozenset({"voorbeelden_2", "voorbeelden_6", "voorbeelden_11"}),
    frozenset({"voorbeelden_3", "voorbeelden_7"}),
)
"""Files (one author each) that are predicted by a model that saw none of them."""
GEBRUIKT = (2, 3)
"""Folds that are trained: curve and thresholds need some thousands of unseen statements, not all of them."""


@dataclass(frozen=True, slots=True)
class Stof:
    """Examples in a fixed order, targets (examples, themes) and soort (-1 unknown)."""

    voorbeelden: tuple[Voorbeeld, ...]
    codes: tuple[str, ...]
    doel: Any
    soort: Any

    def rijen(self, plekken: Sequence[int]) -> list[Rij]:
        """These examples for training."""
        return [
            Rij(
                self.voorbeelden[p].tekst,
                self.voorbeelden[p].vraag,
                tuple(float(d) for d in self.doel[p]),
                int(self.soort[p]),
            )
            for p in plekken
        ]

    def woorddoel(self) -> Any:
        """What words are to predict: themes, then soorten."""
        soorten = len(Soort)
        return np.hstack([self.doel, (self.soort[:, None] == np.arange(soorten)).astype(np.float32)])

    def vouw(self, nummer: int) -> tuple[list[int], list[int]]:
        """Positions to learn from, and positions of authors that are kept apart."""
        apart = VOUWEN[nummer]
        leer = [p for p, v in enumerate(self.voorbeelden) if v.bron not in apart]
        toets = [p for p, v in enumerate(self.voorbeelden) if v.bron in apart]
        return leer, toets

    def deel(self, aandeel: float) -> list[int]:
        """A fixed part of the examples of every author, for the learning curve."""
        kans = np.random.default_rng(0).random(len(self.voorbeelden))
        return [int(p) for p in np.flatnonzero(kans < aandeel)]


def load_stof() -> Stof:
    """All shipped examples."""
    codes = load_codeboek().codes
    voorbeelden = load_voorbeelden()
    doel = np.array([[code in v.codes for code in codes] for v in voorbeelden], dtype=np.float32)
    soorten = [soort.value for soort in Soort]
    soort = np.array([soorten.index(v.soort) if v.soort in soorten else -1 for v in voorbeelden])
    return Stof(voorbeelden, codes, doel, soort)
