"""An address as a QR code, to be put inside a page or printed."""

from __future__ import annotations

from io import BytesIO

# "q" survives a fold or a stain: a quarter of the picture may be unreadable.
FOUTHERSTEL = "q"
# In modules; readers need this much white around it.
RAND = 4


def render_qr_svg(adres: str) -> str:
    """The QR code as one `<svg>` element without size, black on white in every colour scheme."""
    return _draw(adres, xmldecl=False, omitsize=True, nl=False).decode()


def render_qr_bestand(adres: str) -> bytes:
    """The QR code as an SVG file with a size, and the address as its title."""
    return _draw(adres, scale=10, title=adres)


def _draw(adres: str, **vorm: object) -> bytes:
    import segno

    uit = BytesIO()
    code = segno.make(adres, error=FOUTHERSTEL, micro=False)
    code.save(uit, kind="svg", border=RAND, dark="#000", light="#fff", **vorm)
    return uit.getvalue()
