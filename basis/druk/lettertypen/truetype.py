"""A small reader of TrueType files: which characters there are and how wide.

Enough for breaking lines and for telling what is missing, without loading a PDF
library.  Layout of the tables: OpenType specification, chapters head, hhea, hmtx
and cmap (formats 4 and 12).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Lettertype:
    """One font file; `breedtes` maps code points to advances in thousandths of the size."""

    naam: str
    pad: Path
    breedtes: dict[int, float]


def read_lettertype(pad: Path) -> Lettertype:
    """Reads one file of this folder; the name is the file's stem."""
    data = pad.read_bytes()
    tabellen = _read_tabellen(data)
    eenheden = struct.unpack_from(">H", data, tabellen["head"] + 18)[0]
    aantal = struct.unpack_from(">H", data, tabellen["hhea"] + 34)[0]
    metrieken = struct.unpack_from(f">{aantal * 2}H", data, tabellen["hmtx"])
    schaal = 1000 / eenheden
    breedtes = {
        punt: metrieken[2 * min(glyph, aantal - 1)] * schaal
        for punt, glyph in sorted(_read_cmap(data, tabellen["cmap"]).items())
        if glyph
    }
    return Lettertype(pad.stem, pad, breedtes)


def _read_tabellen(data: bytes) -> dict[str, int]:
    aantal = struct.unpack_from(">H", data, 4)[0]
    rijen = (struct.unpack_from(">4sLLL", data, 12 + 16 * index) for index in range(aantal))
    return {naam.decode("ascii"): plaats for naam, _som, plaats, _lengte in rijen}


def _read_cmap(data: bytes, begin: int) -> dict[int, int]:
    aantal = struct.unpack_from(">H", data, begin + 2)[0]
    tekens: dict[int, int] = {}
    for index in range(aantal):
        plaats = begin + struct.unpack_from(">HHL", data, begin + 4 + 8 * index)[2]
        soort = struct.unpack_from(">H", data, plaats)[0]
        if soort == 4:
            tekens |= _read_formaat_4(data, plaats)
        elif soort == 12:
            tekens |= _read_formaat_12(data, plaats)
    return tekens


def _read_formaat_4(data: bytes, plaats: int) -> dict[int, int]:
    aantal = struct.unpack_from(">H", data, plaats + 6)[0] // 2

    def reeks(volgnummer: int, extra: int, vorm: str) -> tuple[int, ...]:
        return struct.unpack_from(f">{aantal}{vorm}", data, plaats + 14 + extra + 2 * aantal * volgnummer)

    einden, beginnen = reeks(0, 0, "H"), reeks(1, 2, "H")
    verschillen, sprongen = reeks(2, 2, "h"), reeks(3, 2, "H")
    basis = plaats + 16 + 6 * aantal
    tekens: dict[int, int] = {}
    for index in range(aantal):
        for punt in range(beginnen[index], min(einden[index], 0xFFFE) + 1):
            if not sprongen[index]:
                tekens[punt] = (punt + verschillen[index]) & 0xFFFF
                continue
            adres = basis + 2 * index + sprongen[index] + 2 * (punt - beginnen[index])
            glyph = struct.unpack_from(">H", data, adres)[0]
            tekens[punt] = (glyph + verschillen[index]) & 0xFFFF if glyph else 0
    return tekens


def _read_formaat_12(data: bytes, plaats: int) -> dict[int, int]:
    aantal = struct.unpack_from(">L", data, plaats + 12)[0]
    tekens: dict[int, int] = {}
    for index in range(aantal):
        begin, eind, glyph = struct.unpack_from(">LLL", data, plaats + 16 + 12 * index)
        tekens.update((punt, glyph + punt - begin) for punt in range(begin, eind + 1))
    return tekens
