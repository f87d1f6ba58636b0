"""A linear model small enough to read: whole-number weights per feature and class, in a text file.

Whole numbers add up to the same sum in any order, so an outcome depends on nothing but the text. Weights are
hundredths of a logistic regression's. `python -m scripts.kiezers` makes the files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

EENHEID = 100
"""A weight of this size multiplies the odds by e."""


@dataclass(frozen=True, slots=True)
class Lichtmodel:
    """One choice out of `klassen`. `bron` is the SHA-256 of the data that it was made from."""

    klassen: tuple[str, ...]
    begin: tuple[int, ...]
    gewichten: Mapping[str, tuple[int, ...]]
    drempel: int
    bron: str = ""

    def score(self, kenmerken: Iterable[str]) -> dict[str, int]:
        """Weight per class, each feature as often as it is given; unknown features count for nothing."""
        totaal = list(self.begin)
        for kenmerk in kenmerken:
            gewicht = self.gewichten.get(kenmerk)
            if gewicht is not None:
                for plek, waarde in enumerate(gewicht):
                    totaal[plek] += waarde
        return dict(zip(self.klassen, totaal, strict=True))


@lru_cache(maxsize=4)
def read_model(bestand: Path) -> Lichtmodel:
    """Read what `format_model` wrote."""
    kop, begin, *regels = bestand.read_text(encoding="utf-8").rstrip("\n").split("\n")
    bron, drempel, klassen = kop.split("\t")
    gewichten = {}
    for regel in regels:
        kenmerk, getallen = regel.split("\t")
        gewichten[kenmerk] = _read_getallen(getallen)
    return Lichtmodel(tuple(klassen.split()), _read_getallen(begin), gewichten, int(drempel), bron)


def format_model(model: Lichtmodel) -> str:
    """A line with source, threshold and classes, a line to begin with, then a line per feature in order."""
    regels = ["\t".join([model.bron, str(model.drempel), " ".join(model.klassen)]), _format(model.begin)]
    regels += [f"{kenmerk}\t{_format(model.gewichten[kenmerk])}" for kenmerk in sorted(model.gewichten)]
    return "\n".join(regels) + "\n"


def _read_getallen(tekst: str) -> tuple[int, ...]:
    return tuple(int(getal) for getal in tekst.split())


def _format(getallen: Iterable[int]) -> str:
    return " ".join(str(getal) for getal in getallen)
