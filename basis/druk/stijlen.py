"""What a letter looks like: paper, colours, type and the words of the frame.

Lengths are points (1/72 inch).  Text is set in few sizes and steps of four; every
colour reads on white, and in grey.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from basis.druk.lettertypen import Snede

MM = 72 / 25.4
PAGINA_BREEDTE = 210 * MM
PAGINA_HOOGTE = 297 * MM
MARGE_ZIJ = 29 * MM
MARGE_BOVEN = 27 * MM
MARGE_BOVEN_EERSTE = 20 * MM
MARGE_ONDER = 27 * MM
KOPREGEL = 16 * MM
VOETREGEL = 15 * MM
BREEDTE = PAGINA_BREEDTE - 2 * MARGE_ZIJ

INKT = "#1d2522"
GROND = "#0f5b4c"
ZACHT = "#59635d"
LIJN = "#b9c0ba"
ZAND = "#f6f2e8"
PAPIER = "#ffffff"


@dataclass(frozen=True, slots=True)
class Tekststijl:
    """One way to set text."""

    snede: Snede
    grootte: float
    interlinie: float
    kleur: str = INKT

    @property
    def basis(self) -> float:
        """From the top of a line to its baseline."""
        return self.interlinie / 2 + self.grootte * 0.36


BROOD = Tekststijl(Snede.GEWOON, 10.5, 16)
NADRUK = replace(BROOD, snede=Snede.VET)
CITAAT = replace(BROOD, snede=Snede.CURSIEF)
BRON = Tekststijl(Snede.GEWOON, 9, 13, ZACHT)
BIJSCHRIFT = Tekststijl(Snede.VET, 9.5, 14)
CEL = Tekststijl(Snede.GEWOON, 9.5, 13.5)
CELKOP = Tekststijl(Snede.VET, 9.5, 13.5, GROND)
DIAGRAM = Tekststijl(Snede.GEWOON, 9.5, 12.5)
KLEIN = Tekststijl(Snede.GEWOON, 8, 11, ZACHT)
BRIEFHOOFD = Tekststijl(Snede.VET, 13, 18, GROND)
KOPPEN = {
    1: Tekststijl(Snede.VET, 18, 24, GROND),
    2: Tekststijl(Snede.VET, 13, 18, GROND),
    3: Tekststijl(Snede.VET, 11, 16, INKT),
}

# White above and below; between two blocks the larger of the two counts.
WIT_KOP = {1: (24.0, 8.0), 2: (20.0, 4.0), 3: (14.0, 2.0)}
WIT_ALINEA = (8.0, 8.0)
WIT_LIJST = (6.0, 8.0)
WIT_PUNT = 3.0
WIT_CITAAT = (10.0, 12.0)
WIT_TABEL = (12.0, 16.0)
WIT_DIAGRAM = (12.0, 16.0)
WIT_BRIEFHOOFD = (0.0, 28.0)
WIT_ADRES = (8.0, 20.0)
WIT_FIGUUR = 4.0
INSPRONG = 18.0
CEL_ZIJ = 6.0
CEL_BOVEN = 4.0
DIAGRAM_HOOGTE = 200 * MM

_PAGINA = {
    "nl": "Pagina {} van {}",
    "en": "Page {} of {}",
    "tr": "Sayfa {} / {}",
    "pl": "Strona {} z {}",
    "uk": "Сторінка {} з {}",
    "ar": "صفحة {} من {}",
}


def format_pagina(taal: str, nummer: object, aantal: object) -> str:
    """The words of the page number, in Dutch for a language without a line of its own."""
    return _PAGINA.get(taal, _PAGINA["nl"]).format(nummer, aantal)
