"""Set lines as boxes: the common part of paragraphs, headings, lists, quotes and captions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from basis.druk.opmaak.pagina import Doos
from basis.druk.opmaak.tags import Knoop
from basis.druk.opmaak.tekenvel import Tekenvel
from basis.druk.stijlen import BREEDTE, GROND, MARGE_ZIJ, Tekststijl
from basis.druk.zetten import Regel, set_regel, set_tekst


@dataclass(frozen=True, slots=True)
class Kolom:
    """A strip of the page in which text is set."""

    x: float = MARGE_ZIJ
    breedte: float = BREEDTE

    def indent(self, maat: float, *, rtl: bool) -> Kolom:
        """The strip without its first part."""
        return Kolom(self.x + (0.0 if rtl else maat), self.breedte - maat)


def box_tekst(tekst: str, stijl: Tekststijl, knoop: Knoop, kolom: Kolom, *, rtl: bool) -> list[Doos]:
    """A text as boxes; `rtl` is the direction of a text that has none of its own."""
    return box_regels(set_tekst(tekst, stijl, kolom.breedte, rtl=rtl), stijl, knoop, kolom)


def box_regels(regels: tuple[Regel, ...], stijl: Tekststijl, knoop: Knoop, kolom: Kolom) -> list[Doos]:
    """A box a line; the first two and the last two lines stay together."""
    dozen = []
    for nummer, regel in enumerate(regels):
        x = kolom.x + (kolom.breedte - regel.breedte if regel.rtl else 0.0)

        def teken(vel: Tekenvel, y: float, regel: Regel = regel, x: float = x) -> None:
            vel.draw_regel(regel, stijl, x, y + stijl.basis, knoop)

        dozen.append(Doos(stijl.interlinie, teken, vast=len(regels) > 1 and nummer in (0, len(regels) - 2)))
    return dozen


def fix_dozen(dozen: list[Doos], *, laatste: bool = True) -> list[Doos]:
    """The boxes tied together, and the last one to what follows if asked."""
    return [replace(doos, vast=laatste or doos is not dozen[-1]) for doos in dozen]


def with_streep(doos: Doos, x: float) -> Doos:
    """The box with a piece of a quote's rule beside it."""

    def teken(vel: Tekenvel, y: float) -> None:
        vel.draw_vlak(x, y, 2.0, doos.hoogte, GROND)
        doos.teken(vel, y)

    return replace(doos, teken=teken)


def with_merk(doos: Doos, merk: str, stijl: Tekststijl, knoop: Knoop, *, rtl: bool) -> Doos:
    """The box with the number or bullet of a list item at the edge of the text."""
    regel = set_regel(merk, stijl)
    x = MARGE_ZIJ + (BREEDTE - regel.breedte if rtl else 0.0)

    def teken(vel: Tekenvel, y: float) -> None:
        vel.draw_regel(regel, stijl, x, y + stijl.basis, knoop)
        doos.teken(vel, y)

    return replace(doos, teken=teken)


def with_bladwijzer(doos: Doos, sleutel: str, tekst: str, niveau: int) -> Doos:
    """The box with an entry in the outline that leads to it."""

    def teken(vel: Tekenvel, y: float) -> None:
        vel.add_bladwijzer(sleutel, tekst, niveau, y)
        doos.teken(vel, y)

    return replace(doos, teken=teken)
