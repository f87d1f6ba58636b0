"""XLSX as a stream: values only, never formulas, never more in memory than what has text.

We read the four parts that matter ourselves instead of with openpyxl: it builds every empty row and column
that a sheet declares, loads all shared texts without a limit, and gives up on styles it doesn't know.

What a cell gives: see :mod:`basis.tabel.cells`. A formula gives its last computed value; a file that holds
none (made by a program that can't compute) gives the formula itself as text, ``=A1+1``, so that nothing
disappears unseen. An error gives its code (``#N/B``). Of merged cells only the first holds the text. Hidden
rows and columns are read, hidden sheets not.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache

from basis.tabel.build import Ruwe_rij, build_tabel, cell_too_long, too_wide
from basis.tabel.cells import show_boolean
from basis.tabel.types import Limieten, Tabel, Tabelfout
from basis.tabel.xlsx_formats import GETAL, Notatie, show_formatted
from basis.tabel.xlsx_parts import read_notaties, read_teksten, read_werkmap, unescape
from basis.tabel.xml_stream import check_archive, gap_too_long, holds_value, local, walk

_WAARDETEKENS = (b"v>", b"is>", b"f>")
_EINDE = b"sheetData>"
_CIJFERS = "0123456789"


def read_xlsx(data: bytes, naam: str, limieten: Limieten) -> Tabel:
    """Read the first visible sheet that has a header and a row."""
    with zipfile.ZipFile(io.BytesIO(data)) as archief:
        check_archive(archief, naam, limieten)
        namen = {deel.replace("\\", "/").lower(): deel for deel in archief.namelist()}
        werkmap = read_werkmap(archief, namen)
        teksten = read_teksten(archief, werkmap.teksten, naam, limieten)
        notaties = read_notaties(archief, werkmap.stijlen)
        lezer = _Celwaarden(teksten, notaties, werkmap.vanaf_1904)
        bladen = (_read_blad(archief, blad, lezer, naam, limieten) for blad in werkmap.bladen)
        return build_tabel(naam, bladen, limieten)


def _read_blad(
    archief: zipfile.ZipFile, deel: str, waarden: _Celwaarden, naam: str, limieten: Limieten
) -> Iterator[Ruwe_rij]:
    """Yield the rows that hold a value."""
    blad = _Blad(waarden, naam, limieten)
    with archief.open(deel) as bron:
        for _ in walk(bron, blad):
            yield from blad.take()
            if blad.leeg_op_rij > limieten.max_lege_rijen and not blad.has_open_value():
                if holds_value(bron, _WAARDETEKENS, _EINDE):
                    raise gap_too_long(naam, limieten, blad.laatste)
                return


class _Celwaarden:
    """From what a cell's XML says to its text."""

    def __init__(self, teksten: list[str], notaties: list[Notatie], vanaf_1904: bool) -> None:
        self._teksten = teksten
        self._notaties = notaties
        self._vanaf_1904 = vanaf_1904

    def show(self, soort: str, stijl: str, waarde: str, formule: str | None) -> str:
        """Return the text; ``soort`` and ``stijl`` are the attributes t and s of the cell."""
        if soort == "inlineStr":
            return unescape(waarde)
        if waarde == "":
            return "=" + formule if formule and soort != "str" else ""
        if soort == "s":
            return self._teksten[int(waarde)]
        if soort == "str":
            return unescape(waarde)
        if soort == "b":
            return show_boolean(waarde in ("1", "true"))
        if soort in ("e", "d"):
            return waarde
        notatie = self._notaties[int(stijl)] if stijl and self._notaties else GETAL
        return show_formatted(float(waarde), notatie, vanaf_1904=self._vanaf_1904)


class _Blad:
    """Collects the rows of a sheet; a handler for :func:`walk`.

    ``laatste``      number of the last row that held a value
    ``leeg_op_rij``  row elements without a value since then
    """

    def __init__(self, waarden: _Celwaarden, naam: str, limieten: Limieten) -> None:
        self._waarden = waarden
        self._naam = naam
        self._limieten = limieten
        self._klaar: list[Ruwe_rij] = []
        self._nummer = 0
        self._kolom = -1
        self._cel: dict[str, str] | None = None
        self._delen: dict[str, list[str]] = {}
        self._doel: list[str] | None = None
        self._lengte = 0
        self._klank = False
        self._rij: dict[int, str] = {}
        self.laatste = 0
        self.leeg_op_rij = 0

    def take(self) -> list[Ruwe_rij]:
        """Return the rows that are complete and forget them."""
        klaar, self._klaar = self._klaar, []
        return klaar

    def has_open_value(self) -> bool:
        """Say whether the row that is being read holds a value so far."""
        return bool(self._rij) or (self._cel is not None and bool(self._delen))

    def start(self, naam: str, attributen: dict[str, str]) -> None:
        """An element begins."""
        deel = local(naam)
        if deel == "c":
            self._cel, self._delen, self._lengte = attributen, {}, 0
            plek = attributen.get("r")
            self._kolom = _column_index(plek.rstrip(_CIJFERS)) if plek else self._kolom + 1
        elif deel == "row":
            self._nummer = int(attributen.get("r", self._nummer + 1))
            self._kolom = -1
            self._rij = {}
        elif self._cel is not None:
            if deel == "rPh":
                self._klank = True
            elif deel in ("v", "t", "f") and not self._klank:
                self._doel = self._delen.setdefault("f" if deel == "f" else "v", [])

    def end(self, naam: str) -> None:
        """An element ends."""
        deel = local(naam)
        if deel == "c":
            self._finish_cell()
        elif deel == "row":
            self._finish_row()
        elif deel in ("v", "t", "f"):
            self._doel = None
        elif deel == "rPh":
            self._klank = False

    def text(self, tekst: str) -> None:
        """A piece of a value or formula."""
        if self._doel is not None:
            self._doel.append(tekst)
            self._lengte += len(tekst)
            if self._lengte > self._limieten.max_cel:
                melding = cell_too_long(self._lengte, self._limieten)
                raise Tabelfout.at(self._naam, melding, rij=self._nummer)

    def _finish_cell(self) -> None:
        if self._cel is None or not self._delen:
            self._cel = None
            return
        formule = "".join(self._delen["f"]) if "f" in self._delen else None
        waarde = "".join(self._delen.get("v", ()))
        tekst = self._waarden.show(self._cel.get("t", "n"), self._cel.get("s", ""), waarde, formule)
        self._cel = None
        if tekst:
            if self._kolom >= self._limieten.max_kolommen:
                raise too_wide(self._naam, self._limieten)
            self._rij[self._kolom] = tekst

    def _finish_row(self) -> None:
        if not any(tekst.strip() for tekst in self._rij.values()):
            self.leeg_op_rij += 1
            self._rij = {}
            return
        cellen = [""] * (max(self._rij) + 1)
        for plek, tekst in self._rij.items():
            cellen[plek] = tekst
        self._klaar.append((self._nummer, cellen))
        self.laatste, self.leeg_op_rij, self._rij = self._nummer, 0, {}


@lru_cache(maxsize=1024)
def _column_index(letters: str) -> int:
    """Return the place of a column, from 0: A → 0, AA → 26."""
    plek = 0
    for letter in letters.upper():
        plek = plek * 26 + ord(letter) - ord("A") + 1
    return plek - 1
