"""The structure of a tagged PDF: what is a heading, a list, a table cell, a picture.

While a page is drawn, each piece of content gets a number (mcid) on its page and is
hung under its `Knoop`; afterwards the tree is written into the file with pikepdf.
Source: ISO 32000-1, 14.7 and 14.8; ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

# Owner of an attribute ("Table", "List", "Layout"), its key, and a name or rectangle.
Kenmerk = tuple[str, str, "str | tuple[float, ...]"]


@dataclass(frozen=True, slots=True)
class Inhoud:
    """A marked piece of content: page index and number on that page."""

    pagina: int
    mcid: int


@dataclass(slots=True, eq=False)
class Knoop:
    """A structure element, in reading order under its parent.

    `alt` describes a picture; `vervangend` is the text that the drawn characters stand for.
    """

    soort: str
    kinderen: list[Knoop | Inhoud] = field(default_factory=list)
    alt: str = ""
    taal: str = ""
    vervangend: str = ""
    kenmerken: list[Kenmerk] = field(default_factory=list)

    def add(
        self,
        soort: str,
        *,
        taal: str = "",
        kenmerk: Kenmerk | None = None,
        alt: str = "",
        vervangend: str = "",
    ) -> Knoop:
        """A new element as last child of this one."""
        kenmerken = [kenmerk] if kenmerk else []
        knoop = Knoop(soort, alt=alt, taal=taal, vervangend=vervangend, kenmerken=kenmerken)
        self.kinderen.append(knoop)
        return knoop

    @property
    def leeg(self) -> bool:
        """Whether nothing of it was drawn; empty table cells count, a table needs them."""
        if self.soort in ("TH", "TD"):
            return False
        return all(isinstance(kind, Knoop) and kind.leeg for kind in self.kinderen)


@dataclass(slots=True)
class Merken:
    """Hands out the numbers, page by page."""

    paginas: list[list[Knoop]] = field(default_factory=list)

    def start_pagina(self) -> None:
        """What comes is on the next page."""
        self.paginas.append([])

    def mark(self, knoop: Knoop) -> int:
        """The number of a new piece of content of this element."""
        pagina = self.paginas[-1]
        pagina.append(knoop)
        knoop.kinderen.append(Inhoud(len(self.paginas) - 1, len(pagina) - 1))
        return len(pagina) - 1


def write_structuur(pdf: pikepdf.Pdf, wortel: Knoop, merken: Merken) -> None:
    """Writes the tree, the way back from content to tree, and the marks that go with them."""
    from pikepdf import Array, Dictionary, Name

    boom = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    objecten: dict[int, pikepdf.Object] = {}
    boom.K = Array([_write_knoop(pdf, wortel, boom, objecten)])
    ouders = Array()
    for nummer, knopen in enumerate(merken.paginas):
        pagina = pdf.pages[nummer].obj
        pagina.StructParents = nummer
        pagina.Tabs = Name.S
        ouders.append(nummer)
        ouders.append(pdf.make_indirect(Array([objecten[id(knoop)] for knoop in knopen])))
    boom.ParentTree = pdf.make_indirect(Dictionary(Nums=ouders))
    boom.ParentTreeNextKey = len(merken.paginas)
    pdf.Root.StructTreeRoot = boom
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _write_knoop(
    pdf: pikepdf.Pdf, knoop: Knoop, ouder: pikepdf.Object, objecten: dict[int, pikepdf.Object]
) -> pikepdf.Object:
    from pikepdf import Array, Dictionary, Name, String

    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{knoop.soort}"), P=ouder))
    objecten[id(knoop)] = element
    if knoop.alt:
        element.Alt = String(knoop.alt)
    if knoop.vervangend:
        element.ActualText = String(knoop.vervangend)
    if knoop.taal:
        element.Lang = String(knoop.taal)
    if knoop.kenmerken:
        element.A = _write_kenmerken(knoop.kenmerken)
    kinderen = Array()
    for kind in knoop.kinderen:
        if isinstance(kind, Inhoud):
            pagina = pdf.pages[kind.pagina].obj
            kinderen.append(Dictionary(Type=Name.MCR, Pg=pagina, MCID=kind.mcid))
        elif not kind.leeg:
            kinderen.append(_write_knoop(pdf, kind, element, objecten))
    element.K = kinderen
    return element


def _write_kenmerken(kenmerken: list[Kenmerk]) -> pikepdf.Object:
    from pikepdf import Array, Dictionary, Name

    eigenaren: dict[str, pikepdf.Dictionary] = {}
    for eigenaar, sleutel, waarde in kenmerken:
        woordenboek = eigenaren.setdefault(eigenaar, Dictionary(O=Name(f"/{eigenaar}")))
        inhoud = (
            Name(f"/{waarde}") if isinstance(waarde, str) else Array([round(getal, 2) for getal in waarde])
        )
        woordenboek[Name(f"/{sleutel}")] = inhoud
    return Array(list(eigenaren.values()))
