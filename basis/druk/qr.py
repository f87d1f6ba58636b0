"""An address as a QR code, to be put inside a page or printed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from basis.druk.vormen import Vlak

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


def render_qr_png(adres: str, modulemaat: int = 16) -> bytes:
    """The QR code as a PNG for flyers and slides; each module is so many pixels."""
    import segno

    uit = BytesIO()
    code = segno.make(adres, error=FOUTHERSTEL, micro=False)
    code.save(uit, kind="png", scale=modulemaat, border=RAND, dark="#000", light="#fff")
    return uit.getvalue()


def list_qr_vlakken(adres: str, maat: float) -> tuple[Vlak, ...]:
    """The QR code as black bars in a square of `maat`, for a PDF; the paper is its white."""
    import segno

    from basis.druk.vormen import Rol, Vlak

    rijen = [list(rij) for rij in segno.make(adres, error=FOUTHERSTEL, micro=False).matrix]
    module = maat / len(rijen)
    return tuple(
        Vlak(begin * module, nummer * module, lengte * module, module, Rol.INKT)
        for nummer, rij in enumerate(rijen)
        for begin, lengte in _list_strepen(rij)
    )


def _list_strepen(rij: list[int]) -> list[tuple[int, int]]:
    """Give (start, length) of each run of dark modules, so that no hairline shows between them."""
    strepen: list[tuple[int, int]] = []
    for plaats, donker in enumerate(rij):
        if not donker:
            continue
        if strepen and sum(strepen[-1]) == plaats:
            strepen[-1] = (strepen[-1][0], strepen[-1][1] + 1)
        else:
            strepen.append((plaats, 1))
    return strepen


def _draw(adres: str, **vorm: object) -> bytes:
    import segno

    uit = BytesIO()
    code = segno.make(adres, error=FOUTHERSTEL, micro=False)
    code.save(uit, kind="svg", border=RAND, dark="#000", light="#fff", **vorm)
    return uit.getvalue()
