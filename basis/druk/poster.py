"""A poster as PDF: one sheet, A4 or A3, with a QR code and a short code large enough for across a hall."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from basis.druk.bidi import RTL_TALEN
from basis.druk.document import Document
from basis.druk.lettertypen import Snede
from basis.druk.opmaak.metadata import finish_pdf
from basis.druk.opmaak.tags import Knoop, Merken
from basis.druk.opmaak.tekenvel import Tekenvel, open_canvas
from basis.druk.qr import list_qr_vlakken
from basis.druk.stijlen import GROND, INKT, MM, PAGINA_BREEDTE, PAGINA_HOOGTE, ZACHT, Tekststijl
from basis.druk.vormen import Rol, Tekening, Veelhoek
from basis.druk.zetten import Regel, set_tekst

MARGE = 15 * MM
BREEDTE = PAGINA_BREEDTE - 2 * MARGE
HOOGTE = PAGINA_HOOGTE - 2 * MARGE
QR_MAAT = 92 * MM
# The largest size of the title in which it takes no more lines than this.
TITELMATEN = (46, 40, 34, 30, 26, 22)
TITELREGELS = 3
CODE_LUCHT = 14.0


class Papiermaat(StrEnum):
    """The sheet; A3 is the same drawing, √2 times as large."""

    A4 = "a4"
    A3 = "a3"

    @property
    def factor(self) -> float:
        """How much larger than A4 each side is."""
        return math.sqrt(2) if self is Papiermaat.A3 else 1.0


@dataclass(frozen=True, slots=True)
class Poster:
    """What stands on a poster, from top to bottom; `qr` is the address in the QR code, `alt` says so in words."""

    wie: str
    titel: str
    uitnodiging: str
    qr: str
    alt: str
    voor_adres: str
    adres: str
    voor_code: str
    code: str
    voet: str = ""
    taal: str = "nl"


@dataclass(frozen=True, slots=True)
class _Stuk:
    """A piece of the sheet: its height in points, and how to draw it with its top at y."""

    hoogte: float
    teken: Callable[[Tekenvel, float], None]


def render_poster(poster: Poster, maat: Papiermaat = Papiermaat.A4) -> bytes:
    """The sheet as a tagged PDF (PDF/UA-1) with embedded fonts; the same poster gives the same bytes."""
    wortel = Knoop("Document", taal=poster.taal)
    stukken = _compose(poster, wortel)
    uit = io.BytesIO()
    canvas = open_canvas(uit, maat.factor)
    merken = Merken()
    vel = Tekenvel(canvas, merken)
    vel.start_pagina()
    canvas.scale(maat.factor, maat.factor)
    wit = max(4.0, (HOOGTE - sum(stuk.hoogte for stuk in stukken)) / max(1, len(stukken) - 1))
    y = MARGE
    for stuk in stukken:
        stuk.teken(vel, y)
        y += stuk.hoogte + wit
    vel.end_pagina()
    canvas.save()
    _scale_kaders(wortel, maat.factor)
    return finish_pdf(
        uit.getvalue(), Document(poster.titel, (), taal=poster.taal, auteur=poster.wie), wortel, merken
    )


def _compose(poster: Poster, wortel: Knoop) -> list[_Stuk]:
    rtl = poster.taal in RTL_TALEN

    def text(soort: str, tekst: str, grootte: float, snede: Snede, kleur: str = INKT) -> _Stuk:
        return _set(wortel.add(soort), tekst, Tekststijl(snede, grootte, grootte * 1.25, kleur), rtl=rtl)

    stukken = [
        text("P", poster.wie, 20, Snede.VET, GROND),
        text("H1", poster.titel, _fit_titel(poster.titel), Snede.VET),
        text("P", poster.uitnodiging, 17, Snede.GEWOON),
        _draw_qr(poster, wortel.add("Figure", alt=poster.alt)),
        text("P", poster.voor_adres, 15, Snede.GEWOON),
        text("P", poster.adres, 21, Snede.VET),
        text("P", poster.voor_code, 15, Snede.GEWOON),
        _frame_code(text("P", poster.code, 40, Snede.VET), poster.code),
    ]
    return [*stukken, text("P", poster.voet, 12, Snede.GEWOON, ZACHT)] if poster.voet else stukken


def _fit_titel(titel: str) -> float:
    for grootte in TITELMATEN:
        stijl = Tekststijl(Snede.VET, grootte, grootte * 1.25)
        if len(set_tekst(titel, stijl, BREEDTE)) <= TITELREGELS:
            return grootte
    return TITELMATEN[-1]


def _set(knoop: Knoop, tekst: str, stijl: Tekststijl, *, rtl: bool) -> _Stuk:
    """Lines in the middle of the sheet."""
    regels: tuple[Regel, ...] = set_tekst(tekst, stijl, BREEDTE, rtl=rtl)

    def draw(vel: Tekenvel, y: float) -> None:
        for nummer, regel in enumerate(regels):
            x = (PAGINA_BREEDTE - regel.breedte) / 2
            vel.draw_regel(regel, stijl, x, y + nummer * stijl.interlinie + stijl.basis, knoop)

    return _Stuk(len(regels) * stijl.interlinie, draw)


def _draw_qr(poster: Poster, knoop: Knoop) -> _Stuk:
    tekening = Tekening(QR_MAAT, QR_MAAT, list_qr_vlakken(poster.qr, QR_MAAT))

    def draw(vel: Tekenvel, y: float) -> None:
        vel.draw_tekening(tekening, (PAGINA_BREEDTE - QR_MAAT) / 2, y, knoop)

    return _Stuk(QR_MAAT, draw)


def _frame_code(stuk: _Stuk, code: str) -> _Stuk:
    """A box around the code, so that it is seen as one thing to type."""
    stijl = Tekststijl(Snede.VET, 40, 50)
    breedte = max(regel.breedte for regel in set_tekst(code, stijl, BREEDTE)) + 4 * CODE_LUCHT
    hoogte = stuk.hoogte + CODE_LUCHT
    hoeken = ((0.0, 0.0), (breedte, 0.0), (breedte, hoogte), (0.0, hoogte), (0.0, 0.0))
    kader = Tekening(breedte, hoogte, (Veelhoek((hoeken,), 2.0, Rol.INKT),))

    def draw(vel: Tekenvel, y: float) -> None:
        vel.draw_sier(kader, (PAGINA_BREEDTE - breedte) / 2, y)
        stuk.teken(vel, y + CODE_LUCHT / 2)

    return _Stuk(hoogte, draw)


def _scale_kaders(knoop: Knoop, factor: float) -> None:
    """Where a picture stands is said in points of the paper, not of the drawing."""
    knoop.kenmerken = [
        (eigenaar, sleutel, waarde if isinstance(waarde, str) else tuple(factor * getal for getal in waarde))
        for eigenaar, sleutel, waarde in knoop.kenmerken
    ]
    for kind in knoop.kinderen:
        if isinstance(kind, Knoop):
            _scale_kaders(kind, factor)
