"""The sheet of paper: draws lines, areas and pictures on reportlab's canvas, and tags them.

y runs down from the top of the paper, in points.  Whatever is drawn belongs to a
`Knoop`, or is an artifact (rules, backgrounds, running header and footer) that a
screen reader skips.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import Any, BinaryIO

from basis.druk.lettertypen import MAP, NAMEN
from basis.druk.opmaak.tags import Knoop, Merken
from basis.druk.stijlen import PAGINA_BREEDTE, PAGINA_HOOGTE, Tekststijl
from basis.druk.vormen import DRUKKLEUREN, Tekening, Tekst, Veelhoek, Vlak
from basis.druk.zetten import Regel


class Tekenvel:
    """One PDF in the making."""

    def __init__(self, canvas: Any, merken: Merken) -> None:
        self._canvas = canvas
        self._merken = merken
        self._open: Knoop | str | None = None

    def start_pagina(self) -> None:
        """Has to precede the first thing drawn on each page."""
        self._merken.start_pagina()

    def end_pagina(self) -> None:
        """Closes what is open and turns the page."""
        self._close()
        self._canvas.showPage()

    def draw_regel(self, regel: Regel, stijl: Tekststijl, x: float, basis: float, knoop: Knoop | str) -> None:
        """A set line with its left side at x and its baseline at `basis`; `knoop` may name an artifact."""
        self._mark(knoop)
        self._draw_delen(regel, stijl.grootte, stijl.kleur, (x, basis))

    def draw_vlak(self, x: float, y: float, breedte: float, hoogte: float, kleur: str) -> None:
        """A filled rectangle, as an artifact."""
        self._mark("Layout")
        self._fill(kleur)
        self._canvas.rect(x, PAGINA_HOOGTE - y - hoogte, breedte, hoogte, stroke=0, fill=1)

    def draw_tekening(self, tekening: Tekening, x: float, y: float, knoop: Knoop) -> None:
        """A picture with its top left at (x, y); tells the element where it stands."""
        onder = PAGINA_HOOGTE - y - tekening.hoogte
        knoop.kenmerken.append(("Layout", "BBox", (x, onder, x + tekening.breedte, onder + tekening.hoogte)))
        self._draw_vormen(tekening, x, y, knoop)

    def draw_sier(self, tekening: Tekening, x: float, y: float) -> None:
        """A picture that says nothing: an artifact, such as a frame."""
        self._draw_vormen(tekening, x, y, "Layout")

    def _draw_vormen(self, tekening: Tekening, x: float, y: float, knoop: Knoop | str) -> None:
        self._mark(knoop)
        for vorm in tekening.vormen:
            if isinstance(vorm, Tekst):
                self._draw_delen(vorm.regel, vorm.grootte, DRUKKLEUREN[vorm.rol], (x + vorm.x, y + vorm.y))
            elif isinstance(vorm, Vlak):
                self._fill(DRUKKLEUREN[vorm.rol])
                boven = PAGINA_HOOGTE - y - vorm.y - vorm.hoogte
                self._canvas.rect(x + vorm.x, boven, vorm.breedte, vorm.hoogte, stroke=0, fill=1)
            else:
                self._draw_veelhoek(vorm, x, y)

    def add_bladwijzer(self, sleutel: str, tekst: str, niveau: int, y: float) -> None:
        """An entry of the outline that leads to height y of this page."""
        self._canvas.bookmarkHorizontal(sleutel, 0, PAGINA_HOOGTE - y)
        self._canvas.addOutlineEntry(tekst, sleutel, level=niveau)

    def _draw_veelhoek(self, vorm: Veelhoek, x: float, y: float) -> None:
        red, green, blue = _rgb(DRUKKLEUREN[vorm.rol])
        self._canvas.setStrokeColorRGB(red, green, blue)
        self._canvas.setLineWidth(vorm.dikte)
        pad = self._canvas.beginPath()
        for streep in vorm.strepen:
            (x1, y1), *rest = streep
            pad.moveTo(x + x1, PAGINA_HOOGTE - y - y1)
            for x2, y2 in rest:
                pad.lineTo(x + x2, PAGINA_HOOGTE - y - y2)
        self._canvas.drawPath(pad, stroke=1, fill=0)

    def _draw_delen(self, regel: Regel, grootte: float, kleur: str, plek: tuple[float, float]) -> None:
        """Draws in reading order, so that a reader need not guess the direction."""
        self._fill(kleur)
        x, basis = plek
        knoop = self._open
        for origineel, groep in groupby(regel.delen, key=attrgetter("origineel")):
            if origineel and isinstance(knoop, Knoop) and knoop.soort != "Figure":
                self._mark(knoop.add("Span", vervangend=origineel))
            delen = list(groep)
            tekst = self._canvas.beginText(x + delen[0].x, PAGINA_HOOGTE - basis)
            for deel in delen:
                if deel is not delen[0]:
                    tekst.setTextOrigin(x + deel.x, PAGINA_HOOGTE - basis)
                tekst.setFont(deel.lettertype, grootte)
                tekst.textOut(deel.tekst)
            self._canvas.drawText(tekst)
            if knoop is not None:
                self._mark(knoop)

    def _fill(self, kleur: str) -> None:
        red, green, blue = _rgb(kleur)
        self._canvas.setFillColorRGB(red, green, blue)

    def _mark(self, knoop: Knoop | str) -> None:
        """Opens marked content for an element, or for the artifact with this name."""
        if knoop == self._open:
            return
        self._close()
        if isinstance(knoop, Knoop):
            self._canvas.addLiteral(f"/{knoop.soort} <</MCID {self._merken.mark(knoop)}>> BDC")
        elif knoop == "Layout":
            self._canvas.addLiteral("/Artifact <</Type /Layout>> BDC")
        else:
            self._canvas.addLiteral(f"/Artifact <</Type /Pagination /Subtype /{knoop}>> BDC")
        self._open = knoop

    def _close(self) -> None:
        if self._open is not None:
            self._canvas.addLiteral("EMC")
        self._open = None


def open_canvas(uit: BinaryIO, factor: float = 1.0) -> Any:
    """An empty PDF on A4, or `factor` times as large; the same drawing gives the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    register_lettertypen()
    return Canvas(
        uit,
        pagesize=(PAGINA_BREEDTE * factor, PAGINA_HOOGTE * factor),
        pageCompression=1,
        invariant=1,
        initialFontName="NotoSans-Regular",
    )


def register_lettertypen() -> None:
    """Makes the fonts known to reportlab, once in a process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    bekend = set(pdfmetrics.getRegisteredFontNames())
    for naam in NAMEN:
        if naam not in bekend:
            pdfmetrics.registerFont(TTFont(naam, str(MAP / f"{naam}.ttf"), asciiReadable=False))


def _rgb(kleur: str) -> tuple[float, float, float]:
    red, green, blue = (int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5))
    return red, green, blue
