"""Finding the buurt that an average hides."""

from dataclasses import dataclass

from inzicht.domain.onderdrukken import Publicatietabel
from inzicht.domain.tellen import OVERIG, Kruistabel, Themacijfer, wilson

MEERKANS = 0.15
# A buurt counts from so many times the threshold: of fewer people a share says too little.
OMVANG_MAAL = 4


@dataclass(frozen=True, slots=True)
class Uitschieter:
    """A group in which a theme weighs clearly more than on average: `aantal` of `omvang` named it there."""

    groep: str
    aantal: int
    omvang: int

    @property
    def aandeel(self) -> float:
        """Share within the group, 0 to 1."""
        return self.aantal / self.omvang


def find_uitschieter(
    cijfer: Themacijfer, tabel: Kruistabel, drempel: int, publicatie: Publicatietabel | None = None
) -> Uitschieter | None:
    """Give the buurt where a theme weighs most above the average; None where no buurt clearly does.

    Only groups large enough to name: at least `drempel` that said it, of at least four times as many heard. The
    lower end of the Wilson interval must lie above the average too: not as a test (people were not drawn), but
    so that one voice more or less does not make or break the remark. With `publicatie` only a count that is
    shown there may be named, because a hidden one protects another.
    """
    gevonden = []
    for groep, aantal, omvang in zip(tabel.kolommen, tabel.rij(cijfer.code), tabel.omvang, strict=False):
        if groep in ("", OVERIG) or aantal < drempel or omvang < OMVANG_MAAL * drempel:
            continue
        if aantal / omvang - cijfer.aandeel < MEERKANS or wilson(aantal, omvang)[0] <= cijfer.aandeel:
            continue
        if publicatie is None or publicatie.shows(cijfer.code, groep):
            gevonden.append(Uitschieter(groep, aantal, omvang))
    return max(gevonden, key=lambda uitschieter: uitschieter.aandeel, default=None)
