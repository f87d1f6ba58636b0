"""SPSS system files (``.sav``) with labels, value labels, measures and user-missing codes, in UTF-8.

The same rows give the same bytes: the moment of making, which the format demands, is a fixed day. Labels that SPSS
cannot hold (120 bytes for a value, 255 for a variable) end in "…"; a text that does not fit is refused, never cut.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from basis.tabel.cells import clean, show
from basis.tabel.rows import check_rows
from basis.tabel.spss_reader import SPSS_BEGIN
from basis.tabel.target import open_binary
from basis.tabel.types import Celwaarde, Tabelfout, shorten, show_count

_MAX_TEKST = 32_767
_MAX_WAARDELABEL = 120
_MAX_LABEL = 255
_MAX_NAAM = 64
_MOMENT = slice(92, 109)
_VAST_MOMENT = b"01 Jan 8000:00:00"
_LOSSE_CODES = 3
_SECONDEN_PER_DAG = 86_400
_BREED = 40
_WOORDEN = frozenset("all and by eq ge gt le lt ne not or to with".split())


class Savsoort(StrEnum):
    """What a variable holds."""

    GETAL = "getal"
    TEKST = "tekst"
    DATUM = "datum"


class Meting(StrEnum):
    """The measurement level, as statistics programs ask for it."""

    NOMINAAL = "nominal"
    ORDINAAL = "ordinal"
    SCHAAL = "scale"


@dataclass(frozen=True, slots=True)
class Savkolom:
    """One variable.

    ``naam``       at most 64 bytes: a letter, then letters, digits and ``_``; see :func:`make_savnaam`
    ``waarden``    value → label; not for text
    ``gemist``     codes that mean "missing": three at most, or any number of whole ones that follow each other
    ``decimalen``  how many a number shows
    """

    naam: str
    label: str = ""
    soort: Savsoort = Savsoort.GETAL
    waarden: tuple[tuple[float, str], ...] = ()
    gemist: tuple[float, ...] = ()
    meting: Meting = Meting.NOMINAAL
    decimalen: int = 0


def make_savnaam(naam: str, bezet: Collection[str] = ()) -> str:
    """Make a name that SPSS accepts and that is not among ``bezet`` (capitals do not tell names apart)."""
    schoon = re.sub(r"\W", "_", naam, flags=re.ASCII).strip("_") or "v"
    if not schoon[0].isalpha() or schoon.lower() in _WOORDEN:
        schoon = f"v_{schoon}"
    klein = {ander.lower() for ander in bezet}
    keus, nummer = schoon[:_MAX_NAAM], 1
    while keus.lower() in klein:
        nummer += 1
        keus = f"{schoon[: _MAX_NAAM - 1 - len(str(nummer))]}_{nummer}"
    return keus


def write_sav(
    doel: Path | BinaryIO,
    kolommen: Sequence[Savkolom],
    rijen: Iterable[Sequence[Celwaarde]],
    *,
    titel: str = "",
) -> None:
    """Write the variables and cases; a path gets the whole file or nothing.

    A cell of a number is a number or ``None`` (system-missing), of a date an ISO date or one of ``gemist``, of a
    text a string; SPSS keeps no spaces at the end of a text. Raises :class:`Tabelfout` for a text of more than
    32.767 bytes.
    """
    naam = shorten(doel.name) if isinstance(doel, Path) else "de tabel"
    _check_namen(kolommen)
    cellen: list[list[Any]] = [[] for _kolom in kolommen]
    for nummer, rij in check_rows([kolom.naam for kolom in kolommen], rijen):
        for plek, (kolom, cel) in enumerate(zip(kolommen, rij, strict=True)):
            cellen[plek].append(_convert(kolom, cel, naam, nummer - 1))
    with TemporaryDirectory(prefix="grondvlak-") as map_:
        pad = Path(map_) / "tabel.sav"
        _write(pad, kolommen, cellen, titel)
        inhoud = bytearray(pad.read_bytes())
    inhoud[_MOMENT] = _VAST_MOMENT
    with open_binary(doel) as stroom:
        stroom.write(bytes(inhoud))


def _write(pad: Path, kolommen: Sequence[Savkolom], cellen: list[list[Any]], titel: str) -> None:
    import pandas
    import pyreadstat

    kader = pandas.DataFrame(
        {
            kolom.naam: pandas.Series(waarden, dtype="object" if kolom.soort == Savsoort.TEKST else "float64")
            for kolom, waarden in zip(kolommen, cellen, strict=True)
        }
    )
    pyreadstat.write_sav(
        kader,
        pad,
        file_label=_fit(titel, 64),
        column_labels={kolom.naam: _fit(kolom.label, _MAX_LABEL) for kolom in kolommen if kolom.label},
        row_compress=True,
        variable_value_labels={
            kolom.naam: {waarde: _fit(woord, _MAX_WAARDELABEL) for waarde, woord in kolom.waarden}
            for kolom in kolommen
            if kolom.waarden
        },
        missing_ranges={kolom.naam: _missing(kolom.gemist) for kolom in kolommen if kolom.gemist},
        variable_display_width={k.naam: _BREED if k.soort == Savsoort.TEKST else 12 for k in kolommen},
        variable_measure={kolom.naam: kolom.meting.value for kolom in kolommen},
        variable_format={k.naam: _format(k) for k in kolommen if k.soort != Savsoort.TEKST},
    )


def _check_namen(kolommen: Sequence[Savkolom]) -> None:
    """Raise ``ValueError`` for names that SPSS refuses: a fault of the caller."""
    bezet: list[str] = []
    for kolom in kolommen:
        if make_savnaam(kolom.naam, bezet) != kolom.naam:
            raise ValueError(f"no name for a variable: {kolom.naam!r}")
        if kolom.soort == Savsoort.TEKST and (kolom.waarden or kolom.gemist):
            raise ValueError(f"text has no value labels or missing codes: {kolom.naam!r}")
        bezet.append(kolom.naam)


def _convert(kolom: Savkolom, cel: Celwaarde, naam: str, nummer: int) -> str | float | None:
    if kolom.soort == Savsoort.TEKST:
        tekst = clean(show(cel)).rstrip(" ")
        if len(tekst.encode()) > _MAX_TEKST:
            melding = f"SPSS bewaart niet meer dan {show_count(_MAX_TEKST)} bytes in een tekst. Kies CSV."
            raise Tabelfout.at(naam, melding, rij=nummer, kolom=kolom.naam)
        return tekst
    if cel is None or cel == "":
        return None
    if kolom.soort == Savsoort.DATUM and isinstance(cel, str):
        return float((date.fromisoformat(cel) - SPSS_BEGIN).days * _SECONDEN_PER_DAG)
    return float(cel)


def _missing(codes: Sequence[float]) -> list[Any]:
    """Give codes as SPSS holds them: up to three by themselves, or one range."""
    if len(codes) <= _LOSSE_CODES:
        return list(codes)
    laag, hoog = min(codes), max(codes)
    if sorted(codes) != [laag + plek for plek in range(len(codes))]:
        raise ValueError(f"more than three missing codes must follow each other: {codes}")
    return [{"lo": laag, "hi": hoog}]


def _format(kolom: Savkolom) -> str:
    return "DATE11" if kolom.soort == Savsoort.DATUM else f"F{12}.{min(max(kolom.decimalen, 0), 8)}"


def _fit(tekst: str, grens: int) -> str:
    """Shorten a label to so many bytes, ending in "…" and never in half a character."""
    schoon = " ".join(clean(tekst).split())
    if len(schoon.encode()) <= grens:
        return schoon
    return schoon.encode()[: grens - 3].decode(errors="ignore").rstrip() + "…"
