"""Documents as Word files: real styles, lists, header rows and alt texts; always the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from basis.druk.bidi import RTL_TALEN
from basis.druk.document import Document
from basis.druk.stijlen import format_pagina
from basis.druk.tekst import clean_regel

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

# The first moment that a zip file can hold.
_ZIPTIJD = (1980, 1, 1, 0, 0, 0)


def render_docx(document: Document) -> bytes:
    """The document for Word and LibreOffice, on A4."""
    from basis.druk.word.blokken import Schrijver
    from basis.druk.word.sjabloon import open_sjabloon

    word = open_sjabloon(document.taal)
    schrijver = Schrijver(word, document.taal in RTL_TALEN)
    if naam := clean_regel(document.auteur):
        schrijver.add_alinea(naam, "Briefhoofd")
    for blok in document.blokken:
        schrijver.write_blok(blok)
    _write_kaders(word, document, rtl=schrijver.rtl)
    _write_gegevens(word, document)
    uit = io.BytesIO()
    word.save(uit)
    return _repack(uit.getvalue())


def _write_kaders(word: WordDocument, document: Document, *, rtl: bool) -> None:
    """The title above every page but the first; footer text and page number under all."""
    from basis.druk.word.tekst import add_tekst

    sectie = word.sections[0]
    sectie.first_page_header.is_linked_to_previous = False
    add_tekst(sectie.header.paragraphs[0], clean_regel(document.titel), rtl=rtl)
    for voet in (sectie.footer, sectie.first_page_footer):
        _write_voetregel(voet.paragraphs[0], document, rtl=rtl)


def _write_voetregel(alinea: Paragraph, document: Document, *, rtl: bool) -> None:
    from basis.druk.word.tekst import add_tekst, add_veld

    begin, midden, einde = format_pagina(document.taal, "\n", "\n").split("\n")
    add_tekst(alinea, clean_regel(document.voettekst), rtl=rtl)
    alinea.add_run().add_tab()
    alinea.add_run(begin)
    add_veld(alinea, "PAGE")
    alinea.add_run(midden)
    add_veld(alinea, "NUMPAGES")
    alinea.add_run(einde)


def _write_gegevens(word: WordDocument, document: Document) -> None:
    gegevens = word.core_properties
    gegevens.title = clean_regel(document.titel)[:255]
    gegevens.subject = clean_regel(document.onderwerp)[:255]
    gegevens.author = gegevens.last_modified_by = clean_regel(document.auteur)[:255]
    gegevens.language = document.taal
    gegevens.comments = ""
    element = gegevens._element
    for naam in ("created", "modified"):
        for kind in element.findall(f"{{http://purl.org/dc/terms/}}{naam}"):
            element.remove(kind)
    if document.datum:
        gegevens.created = gegevens.modified = datetime.combine(document.datum, time(), UTC)


def _repack(data: bytes) -> bytes:
    """The same package without the times at which its parts were written."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in bron.namelist():
            deel = zipfile.ZipInfo(naam, _ZIPTIJD)
            deel.compress_type = zipfile.ZIP_DEFLATED
            deel.create_system = 0
            doel.writestr(deel, bron.read(naam))
    return uit.getvalue()
