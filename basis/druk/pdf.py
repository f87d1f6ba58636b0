"""Documents as PDF: tagged (PDF/UA-1), with embedded fonts, always the same bytes."""

from __future__ import annotations

import io

from basis.druk import stijlen
from basis.druk.bidi import RTL_TALEN
from basis.druk.document import Document
from basis.druk.opmaak.blokken import compose_document
from basis.druk.opmaak.metadata import finish_pdf
from basis.druk.opmaak.pagina import Pagina, paginate
from basis.druk.opmaak.tags import Knoop, Merken
from basis.druk.opmaak.tekenvel import Tekenvel, open_canvas
from basis.druk.stijlen import (
    BREEDTE,
    KLEIN,
    KOPREGEL,
    LIJN,
    MARGE_BOVEN,
    MARGE_BOVEN_EERSTE,
    MARGE_ONDER,
    MARGE_ZIJ,
    PAGINA_HOOGTE,
    VOETREGEL,
)
from basis.druk.tekst import clean_regel
from basis.druk.zetten import cut_tekst, set_regel


def render_pdf(document: Document) -> bytes:
    """The document on A4.

    Characters that no font has are printed as U+FFFD; see `find_ontbrekende_tekens`.
    """
    rtl = document.taal in RTL_TALEN
    wortel = Knoop("Document", taal=document.taal)
    items = compose_document(document, wortel, rtl=rtl)
    paginas = paginate(
        items, boven_eerste=MARGE_BOVEN_EERSTE, boven=MARGE_BOVEN, onder=PAGINA_HOOGTE - MARGE_ONDER
    )
    uit = io.BytesIO()
    canvas = open_canvas(uit)
    merken = Merken()
    vel = Tekenvel(canvas, merken)
    for nummer, pagina in enumerate(paginas, start=1):
        _draw_pagina(vel, document, pagina, nummer, len(paginas), rtl=rtl)
    canvas.save()
    return finish_pdf(uit.getvalue(), document, wortel, merken)


def _draw_pagina(
    vel: Tekenvel, document: Document, pagina: Pagina, nummer: int, aantal: int, *, rtl: bool
) -> None:
    vel.start_pagina()
    if nummer > 1:
        _draw_kopregel(vel, document, rtl=rtl)
    for y, doos in pagina.dozen:
        doos.teken(vel, y)
    _draw_voetregel(vel, document, nummer, aantal, rtl=rtl)
    vel.end_pagina()


def _draw_kopregel(vel: Tekenvel, document: Document, *, rtl: bool) -> None:
    """The title above each page but the first."""
    (regel, *_), _ = cut_tekst(clean_regel(document.titel), KLEIN, BREEDTE, 1)
    x = MARGE_ZIJ + (BREEDTE - regel.breedte if rtl else 0.0)
    vel.draw_regel(regel, KLEIN, x, KOPREGEL, "Header")


def _draw_voetregel(vel: Tekenvel, document: Document, nummer: int, aantal: int, *, rtl: bool) -> None:
    """A rule, the footer text at the start and the page number at the end of the line."""
    boven = PAGINA_HOOGTE - VOETREGEL
    vel.draw_vlak(MARGE_ZIJ, boven - 14, BREEDTE, 0.5, LIJN)
    pagina = set_regel(stijlen.format_pagina(document.taal, nummer, aantal), KLEIN, rtl=rtl)
    einde = MARGE_ZIJ if rtl else MARGE_ZIJ + BREEDTE - pagina.breedte
    (tekst, *_), _ = cut_tekst(clean_regel(document.voettekst), KLEIN, BREEDTE - pagina.breedte - 18, 1)
    if tekst.delen:
        begin = MARGE_ZIJ + BREEDTE - tekst.breedte if rtl else MARGE_ZIJ
        vel.draw_regel(tekst, KLEIN, begin, boven, "Footer")
    vel.draw_regel(pagina, KLEIN, einde, boven, "Footer")
