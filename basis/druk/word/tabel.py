"""Tables in Word: a real header row that is repeated, columns as wide as in the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from basis.druk.document import Gegevenstabel
from basis.druk.kolommen import Kolommen, measure_kolommen
from basis.druk.stijlen import BREEDTE
from basis.druk.tekst import clean_regel
from basis.druk.word.tekst import add_tekst

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table


def add_tabel(word: WordDocument, tabel: Gegevenstabel, *, rtl: bool) -> None:
    """Adds caption and table, and the white under it."""
    if bijschrift := clean_regel(tabel.bijschrift):
        add_tekst(word.add_paragraph(style="caption"), bijschrift, rtl=rtl)
    kolommen = measure_kolommen(tabel, BREEDTE)
    raster = word.add_table(rows=0, cols=len(tabel.kolommen))
    raster.style = "Gegevens"
    _set_eigenschappen(raster, kolommen, bijschrift, rtl=rtl)
    for nummer, rij in enumerate((tabel.kolommen, *tabel.rijen)):
        _add_rij(raster, rij, kolommen, kop=nummer == 0, rtl=rtl)
    word.add_paragraph(style="Tabeltekst")


def _set_eigenschappen(raster: Table, kolommen: Kolommen, bijschrift: str, *, rtl: bool) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt

    raster.autofit = False
    for kolom, breedte in zip(raster.columns, kolommen.breedtes, strict=True):
        kolom.width = Pt(breedte)
    eigenschappen = raster._tbl.tblPr
    stand = eigenschappen.find(f"{{{eigenschappen.nsmap['w']}}}tblLook")
    if stand is not None:
        eigenschappen.remove(stand)
    if rtl:
        eigenschappen.insert(1, parse_xml(f"<w:bidiVisual {nsdecls('w')}/>"))
    eigenschappen.append(parse_xml(f'<w:tblLook {nsdecls("w")} w:val="0020" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'))
    if bijschrift:
        element = parse_xml(f"<w:tblCaption {nsdecls('w')}/>")
        element.set(f"{{{eigenschappen.nsmap['w']}}}val", bijschrift)
        eigenschappen.append(element)


def _add_rij(raster: Table, cellen: tuple[str, ...], kolommen: Kolommen, *, kop: bool, rtl: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    plekken = {"rechts": WD_ALIGN_PARAGRAPH.RIGHT, "midden": WD_ALIGN_PARAGRAPH.CENTER}
    rij = raster.add_row()
    _mark_rij(rij, kop=kop)
    for index, cel in enumerate(rij.cells):
        cel.width = Pt(kolommen.breedtes[index])
        alinea = cel.paragraphs[0]
        alinea.style = "Tabelkop" if kop else "Tabeltekst"
        alinea.alignment = plekken.get(kolommen.uitlijning[index])
        add_tekst(alinea, cellen[index], rtl=rtl)


def _mark_rij(rij: Any, *, kop: bool) -> None:
    """Keeps a row on one page and repeats the header row."""
    from docx.oxml import OxmlElement

    eigenschappen = rij._tr.get_or_add_trPr()
    eigenschappen.append(OxmlElement("w:cantSplit"))
    if kop:
        eigenschappen.append(OxmlElement("w:tblHeader"))
