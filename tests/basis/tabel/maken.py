"""Spreadsheets made by hand, so that a test shows the XML it is about."""

import io
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from basis.tabel import Tabelfout, read_tabel
from basis.tabel.types import LIMIETEN, Limieten, Tabel

_RELATIES = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BLADEN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"

NIEMAND = 65534


def zip_of(delen: dict[str, str | bytes]) -> bytes:
    """Return a zip with these parts."""
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return stroom.getvalue()


def xlsx_parts(
    *bladen: str, werkmap: str = "", stijlen: str = "", teksten: str = ""
) -> dict[str, str | bytes]:
    """Return the parts of a workbook; each sheet is the inside of ``sheetData``.

    ``werkmap`` replaces the list of sheets, ``stijlen`` the inside of the style sheet.
    """
    nummers = range(1, len(bladen) + 1)
    lijst = "".join(f'<sheet name="Blad{n}" sheetId="{n}" r:id="b{n}"/>' for n in nummers)
    lijst = werkmap or f"<sheets>{lijst}</sheets>"
    relaties = "".join(
        f'<Relationship Id="b{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in nummers
    )
    relaties += f'<Relationship Id="s" Type="{_OFFICE}/styles" Target="/xl/styles.xml"/>'
    relaties += f'<Relationship Id="t" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    delen: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIES}"><Relationship Id="r" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_BLADEN}" xmlns:r="{_OFFICE}">{lijst}</workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIES}">{relaties}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_BLADEN}">{stijlen}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_BLADEN}">{teksten}</sst>',
    }
    for nummer, blad in enumerate(bladen, start=1):
        inhoud = f'<worksheet xmlns="{_BLADEN}"><sheetData>{blad}</sheetData></worksheet>'
        delen[f"xl/worksheets/sheet{nummer}.xml"] = inhoud
    return delen


def xlsx(*bladen: str, werkmap: str = "", stijlen: str = "", teksten: str = "") -> bytes:
    """Return a workbook; see :func:`xlsx_parts`."""
    return zip_of(xlsx_parts(*bladen, werkmap=werkmap, stijlen=stijlen, teksten=teksten))


def xrij(*cellen: str) -> str:
    """Return a row of cells without addresses."""
    return f"<row>{''.join(cellen)}</row>"


def xtekst(tekst: str) -> str:
    """Return a cell with an inline text."""
    return f'<c t="inlineStr"><is><t>{tekst}</t></is></c>'


def ods_parts(tabellen: str, stijlen: str = "", manifest: str = "") -> dict[str, str | bytes]:
    """Return the parts of a spreadsheet; ``tabellen`` is the inside of ``office:spreadsheet``."""
    namen = " ".join(f'xmlns:{kort}="{_ODF}:{kort}:1.0"' for kort in ("office", "style", "table", "text"))
    namen += f' xmlns:draw="{_ODF}:drawing:1.0"'
    inhoud = (
        f"<office:document-content {namen}><office:automatic-styles>{stijlen}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tabellen}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": manifest or "<manifest/>",
        "content.xml": inhoud,
    }


def ods(*rijen: str) -> bytes:
    """Return a spreadsheet with one sheet of these rows."""
    return zip_of(ods_parts(f'<table:table table:name="A">{"".join(rijen)}</table:table>'))


def orij(*cellen: str, keren: int = 1) -> str:
    """Return a row of cells."""
    return f'<table:table-row table:number-rows-repeated="{keren}">{"".join(cellen)}</table:table-row>'


def ocel(*alineas: str, keren: int = 1, extra: str = 'office:value-type="string"') -> str:
    """Return a cell with paragraphs."""
    tekst = "".join(f"<text:p>{alinea}</text:p>" for alinea in alineas)
    return f'<table:table-cell table:number-columns-repeated="{keren}" {extra}>{tekst}</table:table-cell>'


def lees(bron: bytes | str, limieten: Limieten = LIMIETEN) -> Tabel:
    """Read content; text as UTF-8."""
    data = bron.encode() if isinstance(bron, str) else bron
    return read_tabel(data, naam="antwoorden.csv", limieten=limieten)


def weiger(bron: bytes | str | Path, limieten: Limieten = LIMIETEN) -> Tabelfout:
    """Return the error that reading gives; one line, beginning with the file's name or naming it."""
    data = bron.encode() if isinstance(bron, str) else bron
    naam = bron.name if isinstance(bron, Path) else "antwoorden.csv"
    with pytest.raises(Tabelfout) as gevangen:
        read_tabel(data, naam=naam, limieten=limieten)
    fout = gevangen.value
    assert "\n" not in str(fout)
    assert fout.bestand
    assert fout.bestand in str(fout)
    return fout


@contextmanager
def without_rights() -> Iterator[None]:
    """Be nobody for a while if the tests run as root, for root may read everything."""
    wie = os.geteuid()
    if wie == 0:
        os.seteuid(NIEMAND)
    try:
        yield
    finally:
        if wie == 0:
            os.seteuid(0)
