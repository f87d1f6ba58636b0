"""The blocks of a document as a template takes them: the page shows what the paper shows."""

from typing import Any

from django.utils.safestring import mark_safe

from basis.druk.document import Document, Staafdiagram

# In pixels; on a phone the wide picture would shrink until nobody can read it.
BREED, SMAL = 640.0, 320.0


def to_blokken(document: Document) -> list[dict[str, Any]]:
    """Give each block with the name of its kind; pictures drawn as SVG."""
    blokken = []
    for blok in document.blokken:
        waarden: dict[str, Any] = {"soort": type(blok).__name__.lower(), "blok": blok}
        if isinstance(blok, Staafdiagram):
            waarden["breed"], waarden["smal"] = _draw(blok, BREED), _draw(blok, SMAL)
        blokken.append(waarden)
    return blokken


def _draw(diagram: Staafdiagram, breedte: float) -> str:
    from basis.druk.svg import render_staafdiagram_svg

    # The renderer escapes every text that it draws.
    return mark_safe(render_staafdiagram_svg(diagram, breedte=breedte))  # noqa: S308
