"""CSV that reads back as it was and that no spreadsheet runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TextIO

from basis.tabel.cells import guard_formula, show
from basis.tabel.rows import check_rows
from basis.tabel.target import open_text
from basis.tabel.types import Celwaarde, Tabelfout, shorten

_AANHALEN = re.compile(r'[",;\t\r\n]|^\s|\s$|^\ufeff|^sep=|^\{|^\[|^<|^\$|^%', re.IGNORECASE)


def write_csv(
    doel: Path | TextIO,
    kolommen: Sequence[str],
    rijen: Iterable[Sequence[Celwaarde]],
    *,
    scheiding: str = ",",
    codering: str = "utf-8",
    bom: bool = False,
) -> None:
    r"""Write a header and rows; line ends are ``\n``.

    ``doel``       a path (written whole or not at all) or a text stream opened with ``newline=""``
    ``scheiding``  ``","``, ``";"`` or a tab
    ``codering``   of a path; a stream has its own. A character that it lacks gives a :class:`Tabelfout`
    ``bom``        begin with a byte order mark, by which Excel knows UTF-8

    The defaults are for programs; for people with a Dutch Excel: ``scheiding=";", bom=True``. Cells that
    begin like a formula are guarded, but a spreadsheet that splits elsewhere than was written may find a
    formula in the middle of an answer; XLSX and ODS know no such doubt.
    """
    if scheiding not in (",", ";", "\t"):
        raise ValueError(f"not a delimiter: {scheiding!r}")
    with open_text(doel, codering) as stroom:
        if bom:
            stroom.write("\ufeff")
        for nummer, rij in chain([(1, kolommen)], check_rows(kolommen, rijen)):
            try:
                stroom.write(_line(rij, scheiding))
            except UnicodeEncodeError as fout:
                raise _not_encodable(doel, nummer, fout, codering) from fout


def _line(rij: Sequence[Celwaarde], scheiding: str) -> str:
    cellen = (_quote(guard_formula(show(cel)) if isinstance(cel, str) else show(cel)) for cel in rij)
    return (scheiding.join(cellen) or '""') + "\n"


def _quote(tekst: str) -> str:
    """Quote a field if a reader could take part of it for something else than text."""
    return '"' + tekst.replace('"', '""') + '"' if _AANHALEN.search(tekst) else tekst


def _not_encodable(doel: Path | TextIO, nummer: int, fout: UnicodeEncodeError, codering: str) -> Tabelfout:
    naam = shorten(doel.name) if isinstance(doel, Path) else "de tabel"
    codering = codering if isinstance(doel, Path) else fout.encoding
    teken = fout.object[fout.start]
    melding = f"het teken '{teken}' bestaat niet in de codering {codering}. Kies UTF-8."
    return Tabelfout.at(naam, melding, rij=nummer)
