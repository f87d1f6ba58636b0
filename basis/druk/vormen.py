"""The three shapes that pictures are made of, and their colours on paper.

Lengths are in the unit of the picture's width; y runs down from the top.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from basis.druk.stijlen import GROND, INKT, PAPIER, ZACHT
from basis.druk.zetten import Regel


class Rol(StrEnum):
    """What a colour is for; each renderer picks its own."""

    INKT = "inkt"
    ZACHT = "zacht"
    STAAF = "staaf"
    PAPIER = "papier"


@dataclass(frozen=True, slots=True)
class Tekst:
    """A line of text with its left side at x and baseline at y; `volledig` is set when it was cut."""

    x: float
    y: float
    regel: Regel
    grootte: float
    rol: Rol
    volledig: str = ""


@dataclass(frozen=True, slots=True)
class Vlak:
    """A filled rectangle."""

    x: float
    y: float
    breedte: float
    hoogte: float
    rol: Rol


@dataclass(frozen=True, slots=True)
class Veelhoek:
    """Strokes: broken lines of one thickness and colour."""

    strepen: tuple[tuple[tuple[float, float], ...], ...]
    dikte: float
    rol: Rol


Vorm = Tekst | Vlak | Veelhoek


@dataclass(frozen=True, slots=True)
class Tekening:
    """A picture, ready to be drawn."""

    breedte: float
    hoogte: float
    vormen: tuple[Vorm, ...]


DRUKKLEUREN = {Rol.INKT: INKT, Rol.ZACHT: ZACHT, Rol.STAAF: GROND, Rol.PAPIER: PAPIER}
