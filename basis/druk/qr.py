"""An address as a QR code, to be put inside a page or printed."""

from __future__ import annotations

from io import BytesIO

# "q" survives a fold or a stain: a quarter of the picture may be unreadable.
FOUTHERSTEL = "q"
# In modules; readers need this much white around it.
RAND = 4


def render_qr_svg(adres: str) -> str:
    """The QR code as one `<svg>` element without size, black on white in every colour scheme."""
    import segno

    uit = BytesIO()
    segno.make(adres, error=FOUTHERSTEL, micro=False).save(
        uit, kind="svg", border=RAND, dark="#000", light="#fff", xmldecl=False, omitsize=True, nl=False
    )
    return uit.getvalue().decode()
