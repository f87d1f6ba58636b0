"""ODS as a stream: values only, repeated rows and columns never unfolded where they are empty.

An ODS says "this cell a million times" in one element; only repetitions that hold text are written out, and
those stop at the limits. What a cell gives: see :mod:`basis.tabel.cells`. A formula gives its last computed
value, or itself as text if there is none. Comments, drawings and tracked changes are not read, nor what lies
hidden under a merged cell. Hidden rows and columns are read, hidden sheets not.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from basis.tabel.build import Ruwe_rij, build_tabel, too_wide
from basis.tabel.ods_cells import Alineas, show_cell
from basis.tabel.types import Limieten, Tabel
from basis.tabel.xml_stream import check_archive, gap_too_long, holds_value, walk

_INHOUD = "content.xml"
_WAARDETEKENS = (b":p>", b"value=")
_EINDE = b"table:table>"

_Bladrij = tuple[int, Ruwe_rij]
"""Number of the sheet, and a row of it."""

_CELLEN = ("table:table-cell", "table:covered-table-cell")
_OVERSLAAN = frozenset(
    {
        "office:annotation",
        "office:forms",
        "table:content-validations",
        "table:dde-links",
        "table:named-expressions",
        "table:shapes",
        "table:tracked-changes",
        "text:note",
        "text:ruby-text",
    }
)


def read_ods(data: bytes, naam: str, limieten: Limieten) -> Tabel:
    """Read the first visible sheet that has a header and a row."""
    with zipfile.ZipFile(io.BytesIO(data)) as archief:
        check_archive(archief, naam, limieten)
        rijen = _read_rows(archief, naam, limieten)
        bladen = ((rij for _, rij in blad) for _, blad in groupby(rijen, key=itemgetter(0)))
        return build_tabel(naam, bladen, limieten)


def _read_rows(archief: zipfile.ZipFile, naam: str, limieten: Limieten) -> Iterator[_Bladrij]:
    """Yield the rows that hold text, of all visible sheets."""
    lezer = _Bladen(naam, limieten)
    with archief.open(_INHOUD) as bron:
        for _ in walk(bron, lezer):
            yield from lezer.take()
            if lezer.leeg_op_rij > limieten.max_lege_rijen and not lezer.has_open_value():
                if holds_value(bron, _WAARDETEKENS, _EINDE):
                    raise gap_too_long(naam, limieten, lezer.laatste)
                return


class _Bladen:
    """Collects the rows of the visible sheets; a handler for :func:`walk`.

    ``laatste``      number of the last row that held text
    ``leeg_op_rij``  row elements without text since then
    """

    def __init__(self, naam: str, limieten: Limieten) -> None:
        self._naam = naam
        self._limieten = limieten
        self._klaar: list[tuple[int, int, int, list[str]]] = []
        self._verborgen: set[str] = set()
        self._stijl = ""
        self._diepte_overslaan = 0
        self._blad = 0
        self._zichtbaar = False
        self._nummer = 0
        self._herhaal_rij = 1
        self._rij: dict[int, str] = {}
        self._kolom = 0
        self._cel: dict[str, str] | None = None
        self._alineas = Alineas(naam, limieten)
        self.laatste = 0
        self.leeg_op_rij = 0

    def take(self) -> Iterator[_Bladrij]:
        """Yield the rows that are complete, repeated ones as often as they stand there, and forget them."""
        klaar, self._klaar = self._klaar, []
        for blad, nummer, keren, cellen in klaar:
            for plek in range(keren):
                yield blad, (nummer + plek, cellen)

    def has_open_value(self) -> bool:
        """Say whether the row that is being read holds a value so far."""
        return bool(self._rij) or self._cel is not None

    def start(self, naam: str, attributen: dict[str, str]) -> None:
        """An element begins."""
        deel = _short(naam)
        if self._diepte_overslaan or deel in _OVERSLAAN or deel.startswith("drawing:"):
            self._diepte_overslaan += 1
        elif self._cel is not None:
            if deel == "table:table":
                self._diepte_overslaan = 1
            else:
                self._alineas.start(deel, {_short(sleutel): waarde for sleutel, waarde in attributen.items()})
        elif deel in _CELLEN:
            self._cel = {_short(sleutel): waarde for sleutel, waarde in attributen.items()}
            self._alineas.clear(self._nummer)
        else:
            self._start_outside(deel, {_short(sleutel): waarde for sleutel, waarde in attributen.items()})

    def end(self, naam: str) -> None:
        """An element ends."""
        if self._diepte_overslaan:
            self._diepte_overslaan -= 1
            return
        deel = _short(naam)
        if deel in _CELLEN:
            self._finish_cell(deel)
        elif self._cel is not None:
            self._alineas.end(deel)
        elif deel == "table:table-row":
            self._finish_row()

    def text(self, tekst: str) -> None:
        """A piece of character data."""
        if self._cel is not None and not self._diepte_overslaan:
            self._alineas.add(tekst)

    def _start_outside(self, deel: str, attributen: dict[str, str]) -> None:
        if deel == "table:table-row":
            self._rij, self._kolom = {}, 0
            self._herhaal_rij = max(1, int(attributen.get("table:number-rows-repeated", "1")))
        elif deel == "table:table":
            self._blad += 1
            self._nummer, self.laatste, self.leeg_op_rij = 1, 0, 0
            self._zichtbaar = attributen.get("table:style-name", "") not in self._verborgen
        elif deel == "style:style":
            self._stijl = attributen.get("style:name", "")
        elif deel == "style:table-properties" and attributen.get("table:display") == "false":
            self._verborgen.add(self._stijl)

    def _finish_cell(self, deel: str) -> None:
        attributen, self._cel = self._cel or {}, None
        keren = max(1, int(attributen.get("table:number-columns-repeated", "1")))
        bedekt = deel == "table:covered-table-cell"
        tekst = "" if bedekt or not self._zichtbaar else show_cell(attributen, self._alineas.join())
        if tekst:
            if self._kolom + keren > self._limieten.max_kolommen:
                raise too_wide(self._naam, self._limieten)
            self._rij |= dict.fromkeys(range(self._kolom, self._kolom + keren), tekst)
        self._kolom += keren

    def _finish_row(self) -> None:
        if any(tekst.strip() for tekst in self._rij.values()):
            cellen = [self._rij.get(plek, "") for plek in range(max(self._rij) + 1)]
            self._klaar.append((self._blad, self._nummer, self._herhaal_rij, cellen))
            self.laatste, self.leeg_op_rij = self._nummer + self._herhaal_rij - 1, 0
        else:
            self.leeg_op_rij += 1
        self._nummer += self._herhaal_rij
        self._rij = {}


@lru_cache(maxsize=1024)
def _short(naam: str) -> str:
    """Return ``table:table-row`` for the full name of an OpenDocument element or attribute."""
    ruimte, _, deel = naam.rpartition(" ")
    delen = ruimte.split(":")
    return f"{delen[-2]}:{deel}" if len(delen) > 1 else deel
