"""Counting: values in, values out, so that the command line and the pages count alike.

A count counts units (`eenheid`): respondents, tables or signals, each once per theme however often it said it.
Themes are multi-label, so the themes of a table never add up to its total.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from math import sqrt
from typing import Any

Z_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Telrij:
    """One statement as counting sees it: who said it, where, and which themes it has."""

    eenheid: str
    groep: str
    kanaal: str
    themas: tuple[str, ...]
    bevestigd: bool = False
    inhoudelijk: bool = True


@dataclass(frozen=True, slots=True)
class Themacijfer:
    """How many units named a theme; `bevestigd` of them by a person's decision. `aandeel` is of `van`."""

    code: str
    naam: str
    aantal: int
    van: int
    bevestigd: int
    uitspraken: int
    laag: float | None = None
    hoog: float | None = None

    @property
    def aandeel(self) -> float:
        """Share of the units that said something, 0 to 1."""
        return self.aantal / self.van if self.van else 0.0


@dataclass(frozen=True, slots=True)
class Kruistabel:
    """Units per theme (rows) and per group (columns), unsuppressed, with each group's size."""

    kolommen: tuple[str, ...]
    omvang: tuple[int, ...]
    rijen: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """All figures of a ronde or file: themes by size, and a table per group and per kanaal."""

    themas: tuple[Themacijfer, ...]
    eenheden: int
    uitspraken: int
    zonder_inhoud: int
    per_groep: Kruistabel
    per_kanaal: Kruistabel
    kanalen: Mapping[str, int] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Give the figures as plain lists and dicts, for a Momentopname."""
        return asdict(self)

    def find(self, code: str) -> Themacijfer | None:
        """Give the figure of one theme."""
        return next((cijfer for cijfer in self.themas if cijfer.code == code), None)


def count_rijen(
    rijen: Iterable[Telrij], namen: Mapping[str, str], *, eenheden: int | None = None, steekproef: bool = False
) -> Telling:
    """Count themes over statements.

    `namen` gives the themes in codebook order. `eenheden` is the number of units that were heard, non-answers
    included; shares are of the units that said something. Intervals only for a declared probability sample.
    """
    lijst = list(rijen)
    inhoud = [rij for rij in lijst if rij.inhoudelijk]
    stemmen = {rij.eenheid for rij in inhoud}
    alle = {rij.eenheid for rij in lijst}
    cijfers = [_count_thema(code, naam, inhoud, len(stemmen), steekproef) for code, naam in namen.items()]
    plaats = {code: nummer for nummer, code in enumerate(namen)}
    return Telling(
        themas=tuple(sorted(cijfers, key=lambda c: (-c.aantal, plaats[c.code]))),
        eenheden=len(alle) if eenheden is None else eenheden,
        uitspraken=len(lijst),
        zonder_inhoud=len(alle - stemmen),
        per_groep=cross(inhoud, namen, "groep"),
        per_kanaal=cross(inhoud, namen, "kanaal"),
        kanalen=_units_per(lijst, "kanaal"),
    )


def _count_thema(code: str, naam: str, rijen: Sequence[Telrij], van: int, steekproef: bool) -> Themacijfer:
    raak = [rij for rij in rijen if code in rij.themas]
    aantal = len({rij.eenheid for rij in raak})
    laag, hoog = wilson(aantal, van) if steekproef and van else (None, None)
    return Themacijfer(
        code=code,
        naam=naam,
        aantal=aantal,
        van=van,
        bevestigd=len({rij.eenheid for rij in raak if rij.bevestigd}),
        uitspraken=len(raak),
        laag=laag,
        hoog=hoog,
    )


def cross(rijen: Sequence[Telrij], namen: Mapping[str, str], veld: str) -> Kruistabel:
    """Count units per theme and per value of `veld` ("groep" or "kanaal"); '' comes last."""
    omvang = _units_per(rijen, veld)
    kolommen = tuple(sorted(omvang, key=lambda k: (k == "", k.casefold(), k)))
    per: dict[tuple[str, str], set[str]] = {}
    for rij in rijen:
        for code in rij.themas:
            per.setdefault((code, getattr(rij, veld)), set()).add(rij.eenheid)
    return Kruistabel(
        kolommen=kolommen,
        omvang=tuple(omvang[kolom] for kolom in kolommen),
        rijen=tuple((code, tuple(len(per.get((code, kolom), ())) for kolom in kolommen)) for code in namen),
    )


def _units_per(rijen: Sequence[Telrij], veld: str) -> dict[str, int]:
    per: dict[str, set[str]] = {}
    for rij in rijen:
        per.setdefault(getattr(rij, veld), set()).add(rij.eenheid)
    return {waarde: len(per[waarde]) for waarde in sorted(per)}


def wilson(aantal: int, van: int, z: float = Z_95) -> tuple[float, float]:
    """Give the 95 % score interval of a share (Wilson 1927), as two shares between 0 and 1."""
    if van <= 0:
        raise ValueError("geen waarnemingen")
    p, n = aantal / van, float(van)
    midden = (p + z * z / (2 * n)) / (1 + z * z / n)
    helft = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, midden - helft), min(1.0, midden + helft)
