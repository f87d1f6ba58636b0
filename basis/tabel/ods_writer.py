"""ODS with text as text: a resident's ``=1+1`` is a string in a text cell, also after editing it.

The header is bold and repeats on every printed page. The same rows give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import escape

from basis.tabel.cells import show, show_boolean
from basis.tabel.package import add_part, add_rows, open_package
from basis.tabel.rows import check_rows
from basis.tabel.types import Celwaarde

_MAX_EXACT = 10**15
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_DECLARATIE = '<?xml version="1.0" encoding="UTF-8"?>\n'
_URN = "urn:oasis:names:tc:opendocument:xmlns"

_MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{_URN}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{_MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)

_NAMEN = " ".join(
    f'xmlns:{kort}="{_URN}:{lang}:1.0"'
    for kort, lang in (
        ("office", "office"),
        ("style", "style"),
        ("table", "table"),
        ("text", "text"),
        ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
    )
)

_BEGIN = (
    f'<office:document-content {_NAMEN} office:version="1.3"><office:automatic-styles>'
    '<number:text-style style:name="N1"><number:text-content/></number:text-style>'
    '<style:style style:name="kop" style:family="table-cell" style:data-style-name="N1">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="tekst" style:family="table-cell" style:data-style-name="N1">'
    '<style:table-cell-properties fo:wrap-option="wrap"/></style:style>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
    '<table:table table:name="Tabel">'
)
_EINDE = "</table:table></office:spreadsheet></office:body></office:document-content>"

_BIJZONDER = re.compile("\t|^ +| {2,}| +$")


def write_ods(doel: Path | BinaryIO, kolommen: Sequence[str], rijen: Iterable[Sequence[Celwaarde]]) -> None:
    """Write a spreadsheet with one sheet."""
    with open_package(doel) as pakket:
        add_part(pakket, "mimetype", _MIME, compress=False)
        add_part(pakket, "META-INF/manifest.xml", _DECLARATIE + _MANIFEST)
        add_rows(pakket, "content.xml", _sheet(kolommen, rijen))


def _sheet(kolommen: Sequence[str], rijen: Iterable[Sequence[Celwaarde]]) -> Iterator[str]:
    yield _DECLARATIE + _BEGIN
    yield f'<table:table-column table:number-columns-repeated="{len(kolommen)}"/><table:table-header-rows>'
    yield _row([_text(show(kop), "kop") for kop in kolommen]) + "</table:table-header-rows>"
    for _, rij in check_rows(kolommen, rijen):
        yield _row([_cell(waarde) for waarde in rij])
    yield _EINDE


def _row(cellen: list[str]) -> str:
    return f"<table:table-row>{''.join(cellen)}</table:table-row>"


def _cell(waarde: Celwaarde) -> str:
    if isinstance(waarde, bool):
        return _text(show_boolean(waarde), "tekst")
    tekst = show(waarde)
    if isinstance(waarde, int | float) and abs(waarde) < _MAX_EXACT:
        return (
            f'<table:table-cell office:value-type="float" office:value="{tekst}">'
            f"<text:p>{tekst}</text:p></table:table-cell>"
        )
    return _text(tekst, "tekst") if tekst else "<table:table-cell/>"


def _text(tekst: str, stijl: str) -> str:
    alineas = "".join(f"<text:p>{_mark_spaces(regel)}</text:p>" for regel in tekst.split("\n"))
    begin = f'<table:table-cell table:style-name="{stijl}" office:value-type="string">'
    return f"{begin}{alineas}</table:table-cell>"


def _mark_spaces(regel: str) -> str:
    """Write the spaces and tabs that XML would fold as elements."""
    return _BIJZONDER.sub(_element, escape(regel))


def _element(wit: re.Match[str]) -> str:
    return "<text:tab/>" if wit[0] == "\t" else f'<text:s text:c="{len(wit[0])}"/>'
