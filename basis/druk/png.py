"""Bar charts as PNG, for Word: the same picture as in the PDF, at 200 dots per inch."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from basis.druk.lettertypen import MAP
from basis.druk.stijlen import PAPIER
from basis.druk.vormen import DRUKKLEUREN, Tekening, Tekst, Veelhoek, Vlak

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

DPI = 200
# Drawn this much larger and then reduced, because Pillow's lines have hard edges.
_OVER = 2
_SCHAAL = DPI / 72 * _OVER


def render_png(tekening: Tekening) -> bytes:
    """The picture, whose lengths are points, on white; no text chunks, so always the same bytes."""
    from PIL import Image, ImageDraw

    maat = (max(1, round(tekening.breedte * DPI / 72)), max(1, round(tekening.hoogte * DPI / 72)))
    groot = Image.new("RGB", (maat[0] * _OVER, maat[1] * _OVER), PAPIER)
    pen = ImageDraw.Draw(groot)
    letters: dict[tuple[str, int], FreeTypeFont] = {}
    for vorm in tekening.vormen:
        if isinstance(vorm, Tekst):
            _draw_tekst(pen, vorm, letters)
        elif isinstance(vorm, Vlak):
            hoeken = (vorm.x, vorm.y, vorm.x + vorm.breedte, vorm.y + vorm.hoogte)
            links, boven, rechts, onder = (round(getal * _SCHAAL) for getal in hoeken)
            pen.rectangle(
                (links, boven, max(links, rechts - 1), max(boven, onder - 1)), fill=DRUKKLEUREN[vorm.rol]
            )
        else:
            _draw_veelhoek(pen, vorm)
    uit = io.BytesIO()
    groot.resize(maat, Image.Resampling.LANCZOS).quantize(256, dither=Image.Dither.NONE).save(
        uit, "PNG", dpi=(DPI, DPI), optimize=True
    )
    return uit.getvalue()


def _draw_veelhoek(pen: ImageDraw, vorm: Veelhoek) -> None:
    dikte = max(1, round(vorm.dikte * _SCHAAL))
    for streep in vorm.strepen:
        punten = [(x * _SCHAAL, y * _SCHAAL) for x, y in streep]
        pen.line(punten, fill=DRUKKLEUREN[vorm.rol], width=dikte)


def _draw_tekst(pen: ImageDraw, vorm: Tekst, letters: dict[tuple[str, int], FreeTypeFont]) -> None:
    from PIL import ImageFont

    grootte = round(vorm.grootte * _SCHAAL)
    for deel in vorm.regel.delen:
        sleutel = (deel.lettertype, grootte)
        if sleutel not in letters:
            pad = MAP / f"{deel.lettertype}.ttf"
            letters[sleutel] = ImageFont.truetype(pad, grootte, layout_engine=ImageFont.Layout.BASIC)
        plek = ((vorm.x + deel.x) * _SCHAAL, vorm.y * _SCHAAL)
        pen.text(plek, deel.tekst, fill=DRUKKLEUREN[vorm.rol], font=letters[sleutel], anchor="ls")
