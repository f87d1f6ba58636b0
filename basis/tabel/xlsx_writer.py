"""XLSX with text as text: a resident's ``=1+1`` is a string in a text cell, also after editing it.

The header is bold and stays in sight. Texts are in the file itself, not in a shared table, so that a large
export streams. The same rows give the same bytes. A workbook may have several sheets, and cells that offer a list
to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from basis.tabel.build import column_letters
from basis.tabel.cells import show, show_boolean
from basis.tabel.package import add_part, add_rows, open_package
from basis.tabel.rows import check_rows
from basis.tabel.types import Celwaarde, Tabelfout, shorten, show_count
from basis.tabel.xlsx_skeleton import DECLARATIE, SHEETML, build_delen, sheet_part

_MAX_TEKENS = 32_767
_MAX_RIJEN = 1_048_576
_MAX_KOLOMMEN = 16_384
_MAX_EXACT = 10**15

_GETAL, _KOP, _TEKST, _REGELS = range(4)
"""Cell styles, in the order of ``cellXfs`` in the skeleton."""

_BLADBEGIN = (
    f'<worksheet xmlns="{SHEETML}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
)
_FOUTTITEL = "Kies uit de lijst"
_FOUTTEKST = "Dit staat niet in de lijst. Kies een van de mogelijkheden, of laat de cel leeg."
_LIJKT_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Keuzelijst:
    """Cells of one column that offer a list, which stands in a column of a sheet under its header.

    Columns are counted from 0, rows as a person counts them.
    """

    kolom: int
    van_rij: int
    tot_rij: int
    blad: str
    bronkolom: int
    aantal: int


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet. ``breedtes`` are widths in characters, for as many columns as are named."""

    naam: str
    kolommen: Sequence[str]
    rijen: Iterable[Sequence[Celwaarde]]
    breedtes: tuple[int, ...] = ()
    keuzelijsten: tuple[Keuzelijst, ...] = ()
    verborgen: bool = False


def write_xlsx(doel: Path | BinaryIO, kolommen: Sequence[str], rijen: Iterable[Sequence[Celwaarde]]) -> None:
    """Write a workbook with one sheet; raises as :func:`write_werkmap`."""
    write_werkmap(doel, [Blad("Tabel", kolommen, rijen)])


def write_werkmap(doel: Path | BinaryIO, bladen: Sequence[Blad]) -> None:
    """Write a workbook.

    Raises :class:`Tabelfout` for what Excel can't hold: a text of more than 32.767 characters (Excel would
    cut it off while "repairing" the file), more than 1.048.576 rows or 16.384 columns.
    """
    naam = shorten(doel.name) if isinstance(doel, Path) else "de tabel"
    if any(len(blad.kolommen) > _MAX_KOLOMMEN for blad in bladen):
        raise Tabelfout(
            f"{naam} kan niet worden bewaard: Excel kent niet meer dan {show_count(_MAX_KOLOMMEN)} kolommen. "
            "Kies CSV.",
            bestand=naam,
        )
    with open_package(doel) as pakket:
        for deel, tekst in build_delen([(blad.naam, blad.verborgen) for blad in bladen]).items():
            add_part(pakket, deel, DECLARATIE + tekst)
        for nummer, blad in enumerate(bladen, start=1):
            add_rows(pakket, sheet_part(nummer), _sheet(naam, blad))


def _sheet(naam: str, blad: Blad) -> Iterator[str]:
    kolommen = blad.kolommen
    letters = [column_letters(plek) for plek in range(len(kolommen))]
    yield DECLARATIE + _BLADBEGIN + _widths(blad.breedtes) + "<sheetData>"
    yield _row(1, [_text(plek + "1", show(kop), _KOP) for plek, kop in zip(letters, kolommen, strict=True)])
    for nummer, rij in check_rows(kolommen, blad.rijen):
        check_row(naam, nummer, kolommen, rij)
        yield _row(nummer, [_cell(f"{plek}{nummer}", cel) for plek, cel in zip(letters, rij, strict=True)])
    yield "</sheetData>" + _validations(blad.keuzelijsten) + "</worksheet>"


def _widths(breedtes: tuple[int, ...]) -> str:
    regels = "".join(
        f'<col min="{nummer}" max="{nummer}" width="{breed}" customWidth="1"/>'
        for nummer, breed in enumerate(breedtes, start=1)
    )
    return f"<cols>{regels}</cols>" if regels else ""


def _validations(lijsten: tuple[Keuzelijst, ...]) -> str:
    regels = []
    for lijst in lijsten:
        doel, bron = column_letters(lijst.kolom), column_letters(lijst.bronkolom)
        blad = escape("'" + lijst.blad.replace("'", "''") + "'")
        regels.append(
            '<dataValidation type="list" allowBlank="1" showErrorMessage="1" '
            f"errorTitle={quoteattr(_FOUTTITEL)} error={quoteattr(_FOUTTEKST)} "
            f'sqref="{doel}{lijst.van_rij}:{doel}{lijst.tot_rij}">'
            f"<formula1>{blad}!${bron}$2:${bron}${lijst.aantal + 1}</formula1></dataValidation>"
        )
    return f'<dataValidations count="{len(regels)}">{"".join(regels)}</dataValidations>' if regels else ""


def _row(nummer: int, cellen: list[str]) -> str:
    return f'<row r="{nummer}">{"".join(cellen)}</row>'


def _cell(plek: str, waarde: Celwaarde) -> str:
    if isinstance(waarde, bool):
        return _text(plek, show_boolean(waarde), _TEKST)
    if isinstance(waarde, int | float) and abs(waarde) < _MAX_EXACT:
        return f'<c r="{plek}" s="{_GETAL}"><v>{show(waarde)}</v></c>'
    tekst = show(waarde)
    return _text(plek, tekst, _REGELS if "\n" in tekst else _TEKST) if tekst else ""


def _text(plek: str, tekst: str, stijl: int) -> str:
    veilig = escape(_LIJKT_CODE.sub("_x005F_", tekst))
    return f'<c r="{plek}" s="{stijl}" t="inlineStr"><is><t xml:space="preserve">{veilig}</t></is></c>'


def check_row(naam: str, nummer: int, kolommen: Sequence[str], rij: Sequence[Celwaarde]) -> None:
    """Raise :class:`Tabelfout` for a row that Excel can't hold."""
    if nummer > _MAX_RIJEN:
        melding = f"Excel kent niet meer dan {show_count(_MAX_RIJEN)} rijen. Kies CSV."
        raise Tabelfout.at(naam, melding, rij=nummer)
    for kolom, waarde in zip(kolommen, rij, strict=True):
        if isinstance(waarde, str) and _is_too_long(waarde):
            grens = show_count(_MAX_TEKENS)
            melding = f"Excel bewaart niet meer dan {grens} tekens in een cel. Kies CSV of ODS."
            raise Tabelfout.at(naam, melding, rij=nummer, kolom=kolom)


def _is_too_long(tekst: str) -> bool:
    """Count as Excel does: a character beyond U+FFFF is two."""
    lang = len(tekst) > _MAX_TEKENS // 2
    return lang and len(tekst.encode("utf-16-le", errors="surrogatepass")) > 2 * _MAX_TEKENS
