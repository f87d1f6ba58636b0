"""Counting: values in, values out, so that the command line and the pages count alike.

A count counts units (`eenheid`): respondents, tables or signals, each once per theme however often it said it.
Themes are multi-label, so the themes of a table never add up to its total. Units that came in along different
kanalen are never added either (one person may use phone, table and card): `Telling.delen` holds a count apart
for each kanaal, and whoever shows figures takes them from there.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from math import sqrt
from typing import Any

Z_95 = 1.959963984540054
# Of fewer units a table per area would hold little but hidden counts; it is then shown per wijk.
KLEIN_GEBIED = 20
# What is left of areas too small to stand by themselves.
OVERIG = "overig of onbekend"


@dataclass(frozen=True, slots=True)
class Telrij:
    """One statement as counting sees it: who said it, where, and which themes it has.

    `wijk` is the larger area that its `groep` is in, when one is known; see `oprollen`. `geloot` says that its
    speaker was drawn in a declared probability sample.
    """

    eenheid: str
    groep: str
    kanaal: str
    themas: tuple[str, ...]
    bevestigd: bool = False
    inhoudelijk: bool = True
    geloot: bool = False
    wijk: str = ""


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

    def rij(self, code: str) -> tuple[int, ...]:
        """Give the counts of one theme; nothing for a theme that is not in the table."""
        return next((cellen for eigen, cellen in self.rijen if eigen == code), ())


@dataclass(frozen=True, slots=True)
class Telling:
    """All figures of a ronde or file: themes by size, and a table per group and per kanaal.

    `kanalen` gives the units heard per kanaal, `delen` the same figures for each kanaal by itself; `delen` is
    empty when everything came in along one. `per_wijk` is `per_groep` with small areas in their wijk; None when
    no area was small.
    """

    themas: tuple[Themacijfer, ...]
    eenheden: int
    uitspraken: int
    zonder_inhoud: int
    per_groep: Kruistabel
    per_kanaal: Kruistabel
    kanalen: Mapping[str, int] = field(default_factory=dict)
    delen: Mapping[str, "Telling"] = field(default_factory=dict)
    per_wijk: Kruistabel | None = None

    def to_json(self) -> dict[str, Any]:
        """Give the figures as plain lists and dicts, for a Momentopname; `read_telling` reads them back."""
        return asdict(self)

    def find(self, code: str) -> Themacijfer | None:
        """Give the figure of one theme."""
        return next((cijfer for cijfer in self.themas if cijfer.code == code), None)

    @property
    def inhoudelijk(self) -> int:
        """The units that said something: of these are the shares."""
        return self.eenheden - self.zonder_inhoud

    @property
    def marges(self) -> bool:
        """Whether the figures have intervals: everyone was drawn in a declared probability sample."""
        return any(cijfer.laag is not None for cijfer in self.themas)

    @property
    def publiek(self) -> Kruistabel:
        """The table per area from which everything that goes outside is made: one table, so that no two differ."""
        return self.per_wijk or self.per_groep

    @property
    def volgorde(self) -> tuple[str, ...]:
        """The kanalen, the one along which most units were heard first."""
        return tuple(sorted(self.kanalen, key=lambda kanaal: (-self.kanalen[kanaal], kanaal)))

    def deel(self, kanaal: str = "") -> "Telling":
        """Give the figures of one kanaal, the largest by default; they never mix."""
        if not self.delen:
            return self
        return self.delen.get(kanaal) or self.delen[self.volgorde[0]]


def count_rijen(
    rijen: Iterable[Telrij],
    namen: Mapping[str, str],
    *,
    eenheden: int | None = None,
    steekproef: bool = False,
) -> Telling:
    """Count themes over statements.

    `namen` gives the themes in codebook order. `eenheden` is the number of units that were heard, non-answers
    included; shares are of the units that said something. Intervals only where every statement is from a declared
    probability sample; `steekproef` says so for all.
    """
    lijst = list(rijen)
    telling = _count(lijst, namen, eenheden, steekproef)
    if len(telling.kanalen) < 2:
        return telling
    per: dict[str, list[Telrij]] = {kanaal: [] for kanaal in telling.volgorde}
    for rij in lijst:
        per[rij.kanaal].append(rij)
    delen = {kanaal: _count(deel, namen, None, steekproef) for kanaal, deel in per.items()}
    return replace(telling, delen=delen)


def _count(rijen: list[Telrij], namen: Mapping[str, str], eenheden: int | None, steekproef: bool) -> Telling:
    inhoud = [rij for rij in rijen if rij.inhoudelijk]
    stemmen = {rij.eenheid for rij in inhoud}
    alle = {rij.eenheid for rij in rijen}
    marge = bool(stemmen) and (steekproef or all(rij.geloot for rij in rijen))
    opgerold = roll_up(inhoud)
    return Telling(
        themas=_count_themas(inhoud, namen, len(stemmen), marge),
        eenheden=len(alle) if eenheden is None else eenheden,
        uitspraken=len(rijen),
        zonder_inhoud=len(alle - stemmen),
        per_groep=cross(inhoud, namen, "groep"),
        per_kanaal=cross(inhoud, namen, "kanaal"),
        kanalen=_units_per(rijen, "kanaal"),
        per_wijk=None if opgerold is inhoud else cross(opgerold, namen, "groep"),
    )


def roll_up(rijen: list[Telrij]) -> list[Telrij]:
    """Give the statements with small areas in their wijk, and what is small even then under OVERIG.

    A wijk stands for all of itself: when one of its areas is small, all of them go into it. Names that nobody
    knows as an area (`wijk` OVERIG) go by themselves. Few without any area join what is under OVERIG, so that
    it is larger. Gives the same list when no area was small.
    """
    klein = {groep for groep, n in _units_per(rijen, "groep").items() if n < KLEIN_GEBIED}
    gevuld = {rij.wijk for rij in rijen if rij.groep in klein and rij.wijk not in ("", OVERIG)}
    namen = {rij.groep: rij.wijk for rij in rijen if rij.wijk in gevuld or (rij.wijk and rij.groep in klein)}
    if not namen:
        return rijen
    grof = [replace(rij, groep=namen.get(rij.groep, rij.groep)) for rij in rijen]
    klein = {groep for groep, n in _units_per(grof, "groep").items() if n < KLEIN_GEBIED}
    overig = klein & gevuld
    if overig or OVERIG in namen.values():
        overig |= klein & {""}
    return [replace(rij, groep=OVERIG) if rij.groep in overig else rij for rij in grof]


def _count_themas(
    rijen: Sequence[Telrij], namen: Mapping[str, str], van: int, marge: bool
) -> tuple[Themacijfer, ...]:
    wie: dict[str, set[str]] = {code: set() for code in namen}
    bevestigd: dict[str, set[str]] = {code: set() for code in namen}
    uitspraken = dict.fromkeys(namen, 0)
    for rij in rijen:
        for code in wie.keys() & rij.themas:
            wie[code].add(rij.eenheid)
            uitspraken[code] += 1
            if rij.bevestigd:
                bevestigd[code].add(rij.eenheid)
    cijfers = []
    for code, naam in namen.items():
        laag, hoog = wilson(len(wie[code]), van) if marge else (None, None)
        cijfers.append(
            Themacijfer(code, naam, len(wie[code]), van, len(bevestigd[code]), uitspraken[code], laag, hoog)
        )
    return tuple(sorted(cijfers, key=lambda cijfer: -cijfer.aantal))  # ties keep the order of the codebook


def cross(rijen: Sequence[Telrij], namen: Mapping[str, str], veld: str) -> Kruistabel:
    """Count units per theme and per value of `veld` ("groep" or "kanaal"); what has no name comes last."""
    omvang = _units_per(rijen, veld)
    kolommen = tuple(sorted(omvang, key=lambda k: (k == "", k == OVERIG, k.casefold(), k)))
    per: dict[tuple[str, str], set[str]] = {}
    for rij in rijen:
        for code in rij.themas:
            per.setdefault((code, getattr(rij, veld)), set()).add(rij.eenheid)
    return Kruistabel(
        kolommen=kolommen,
        omvang=tuple(omvang[kolom] for kolom in kolommen),
        rijen=tuple((code, tuple(len(per.get((code, kolom), ())) for kolom in kolommen)) for code in namen),
    )


def _units_per(rijen: Collection[Telrij], veld: str) -> dict[str, int]:
    per: dict[str, set[str]] = {}
    for rij in rijen:
        per.setdefault(getattr(rij, veld), set()).add(rij.eenheid)
    return {waarde: len(per[waarde]) for waarde in sorted(per)}


def read_telling(waarden: Mapping[str, Any]) -> Telling:
    """Make a Telling of what `to_json` gave, also after a stay in a database."""
    return Telling(
        themas=tuple(Themacijfer(**cijfer) for cijfer in waarden["themas"]),
        eenheden=waarden["eenheden"],
        uitspraken=waarden["uitspraken"],
        zonder_inhoud=waarden["zonder_inhoud"],
        per_groep=_read_tabel(waarden["per_groep"]),
        per_kanaal=_read_tabel(waarden["per_kanaal"]),
        kanalen=dict(waarden["kanalen"]),
        delen={kanaal: read_telling(deel) for kanaal, deel in waarden.get("delen", {}).items()},
        per_wijk=_read_tabel(waarden["per_wijk"]) if waarden.get("per_wijk") else None,
    )


def _read_tabel(waarden: Mapping[str, Any]) -> Kruistabel:
    return Kruistabel(
        kolommen=tuple(waarden["kolommen"]),
        omvang=tuple(waarden["omvang"]),
        rijen=tuple((code, tuple(cellen)) for code, cellen in waarden["rijen"]),
    )


def wilson(aantal: int, van: int, z: float = Z_95) -> tuple[float, float]:
    """Give the 95 % score interval of a share (Wilson 1927), as two shares between 0 and 1."""
    if van <= 0:
        raise ValueError("geen waarnemingen")
    p, n = aantal / van, float(van)
    midden = (p + z * z / (2 * n)) / (1 + z * z / n)
    helft = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, midden - helft), min(1.0, midden + helft)
