"""Tables in Word: a real header row that is repeated, columns as wide and type as small as in the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from basis.druk.document import Gegevenstabel
from basis.druk.kolommen import Kolommen, measure_kolommen
from basis.druk.stijlen import BREEDTE, CEL
from basis.druk.tekst import clean_regel
from basis.druk.word.tekst import add_tekst, set_stijl

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def add_tabel(word: WordDocument, tabel: Gegevenstabel, *, rtl: bool) -> None:
    """Adds caption and table, and the white under it."""
    if bijschrift := clean_regel(tabel.bijschrift):
        add_tekst(set_stijl(word.add_paragraph(), "Caption"), bijschrift, rtl=rtl)
    kolommen = measure_kolommen(tabel, BREEDTE)
    raster: Any = word.add_table(rows=0, cols=len(tabel.kolommen))
    raster.style = "Gegevens"
    _set_eigenschappen(raster, kolommen, bijschrift, rtl=rtl)
    for nummer, rij in enumerate((tabel.kolommen, *tabel.rijen)):
        _add_rij(raster, rij, kolommen, kop=nummer == 0, rtl=rtl)
    set_stijl(word.add_paragraph(), "Tabeltekst")


def _set_eigenschappen(raster: Any, kolommen: Kolommen, bijschrift: str, *, rtl: bool) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Pt

    raster.autofit = False
    for kolom, breedte in zip(raster.columns, kolommen.breedtes, strict=True):
        kolom.width = Pt(breedte)
    eigenschappen = raster._tbl.tblPr
    for oud in eigenschappen.findall(qn("w:tblLook")):
        eigenschappen.remove(oud)
    if rtl:
        eigenschappen.insert(1, parse_xml(f"<w:bidiVisual {nsdecls('w')}/>"))
    stand = f'<w:tblLook {nsdecls("w")} w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
    eigenschappen.append(parse_xml(stand))
    if bijschrift:
        element = parse_xml(f"<w:tblCaption {nsdecls('w')}/>")
        element.set(qn("w:val"), bijschrift)
        eigenschappen.append(element)


def _add_rij(raster: Any, cellen: tuple[str, ...], kolommen: Kolommen, *, kop: bool, rtl: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    plekken = {"rechts": WD_ALIGN_PARAGRAPH.RIGHT, "midden": WD_ALIGN_PARAGRAPH.CENTER}
    grootte = kolommen.cel.grootte
    rij = raster.add_row()
    _mark_rij(rij, kop=kop)
    for index, cel in enumerate(rij.cells):
        cel.width = Pt(kolommen.breedtes[index])
        alinea = set_stijl(cel.paragraphs[0], "Tabelkop" if kop else "Tabeltekst")
        if plek := plekken.get(kolommen.uitlijning[index]):
            alinea.alignment = plek
        add_tekst(alinea, cellen[index], rtl=rtl, grootte=grootte if grootte < CEL.grootte else 0.0)


def _mark_rij(rij: Any, *, kop: bool) -> None:
    """Keeps a row on one page and repeats the header row."""
    from docx.oxml import OxmlElement

    eigenschappen = rij._tr.get_or_add_trPr()
    eigenschappen.append(OxmlElement("w:cantSplit"))
    if kop:
        eigenschappen.append(OxmlElement("w:tblHeader"))
