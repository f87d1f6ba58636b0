"""A form as PDF: tagged (PDF/UA-1), with embedded fonts, always the same bytes."""

from __future__ import annotations

import io

from basis.druk.bidi import RTL_TALEN
from basis.druk.document import Document
from basis.druk.formulier import Formulier
from basis.druk.opmaak.invullen import compose_formulier
from basis.druk.opmaak.invulmaten import MARGE, Maten, make_maten
from basis.druk.opmaak.metadata import finish_pdf
from basis.druk.opmaak.pagina import paginate
from basis.druk.opmaak.tags import Knoop, Merken
from basis.druk.opmaak.tekenvel import Tekenvel, open_canvas
from basis.druk.stijlen import LIJN, MM, PAGINA_BREEDTE, PAGINA_HOOGTE, format_pagina
from basis.druk.tekst import clean_regel
from basis.druk.zetten import cut_tekst, set_regel

_VOET = 12 * MM
_ONDER = 20 * MM
_BOVEN = 16 * MM


def render_formulier(formulier: Formulier) -> bytes:
    """The form on A4; characters that no font has are printed as U+FFFD."""
    rtl = formulier.taal in RTL_TALEN
    maten = make_maten(groot=formulier.groot)
    wortel = Knoop("Document", taal=formulier.taal)
    items = compose_formulier(formulier, wortel, maten, rtl=rtl)
    paginas = paginate(items, boven_eerste=_BOVEN, boven=_BOVEN, onder=PAGINA_HOOGTE - _ONDER)
    uit = io.BytesIO()
    canvas = open_canvas(uit)
    merken = Merken()
    vel = Tekenvel(canvas, merken)
    for nummer, pagina in enumerate(paginas, start=1):
        vel.start_pagina()
        for y, doos in pagina.dozen:
            doos.teken(vel, y)
        _draw_voet(vel, formulier, maten, format_pagina(formulier.taal, nummer, len(paginas)), rtl=rtl)
        vel.end_pagina()
    canvas.save()
    gegevens = Document(formulier.titel, (), taal=formulier.taal, auteur=formulier.auteur)
    return finish_pdf(uit.getvalue(), gegevens, wortel, merken)


def _draw_voet(vel: Tekenvel, formulier: Formulier, maten: Maten, pagina: str, *, rtl: bool) -> None:
    """The page number at the end of the last line, so that loose sheets can be put together, and what form it is."""
    basis, breedte = PAGINA_HOOGTE - _VOET, PAGINA_BREEDTE - 2 * MARGE
    vel.draw_vlak(MARGE, basis - maten.klein.interlinie - 2, breedte, 0.5, LIJN)
    nummer = set_regel(pagina, maten.klein, rtl=rtl)
    ruimte = breedte - nummer.breedte - 18
    (tekst, *_), _gekort = cut_tekst(clean_regel(formulier.voettekst), maten.klein, ruimte, 1)
    begin, einde = MARGE, PAGINA_BREEDTE - MARGE
    vel.draw_regel(nummer, maten.klein, begin if rtl else einde - nummer.breedte, basis, "Footer")
    if tekst.delen:
        vel.draw_regel(tekst, maten.klein, einde - tekst.breedte if rtl else begin, basis, "Footer")
