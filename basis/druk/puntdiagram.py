"""Points in a square from 0 to 100 % on both sides, with the line on which they ought to lie.

The picture is a file of its own (`render_puntdiagram_svg`), so unlike a chart inside a page it brings its colours,
for light and for dark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from basis.druk.lettertypen import Snede
from basis.druk.stijlen import Tekststijl
from basis.druk.svg import render_vormen
from basis.druk.tekst import clean_regel
from basis.druk.vormen import Rol, Tekening, Tekst, Veelhoek, Vlak, Vorm
from basis.druk.zetten import set_regel

_LETTERGROOTTE = 15.0
_MERKEN = (0, 25, 50, 75, 100)
_STREEPJES = 40
# In units of the type size.
_LINKS = 3.4
_RECHTS = 1.6
_BOVEN = 2.2
_ONDER = 3.4
_PUNT = 0.6
_STIJL = """\
svg { color: #1d2522; --grond: #0f5b4c; --lijn: #59635d; --papier: #ffffff }
@media (prefers-color-scheme: dark) { svg { color: #f1f6f4; --grond: #7fd1b9; --lijn: #a9b8b1; --papier: #121a17 } }"""


@dataclass(frozen=True, slots=True)
class Punt:
    """A point with its interval upwards and downwards; all between 0 and 1."""

    x: float
    y: float
    laag: float
    hoog: float


@dataclass(frozen=True, slots=True)
class Puntdiagram:
    """`beschrijving` says in words what one sees, every figure included; `x_as` and `y_as` name the sides."""

    titel: str
    beschrijving: str
    x_as: str
    y_as: str
    punten: tuple[Punt, ...]


@dataclass(frozen=True, slots=True)
class _Vak:
    """Where the square stands."""

    em: float
    links: float
    boven: float
    zijde: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        return self.links + x * self.zijde, self.boven + (1.0 - y) * self.zijde


def layout_puntdiagram(diagram: Puntdiagram, breedte: float, grootte: float) -> Tekening:
    """The picture, without its title, in type of size `grootte`."""
    vak = _Vak(grootte, grootte * _LINKS, grootte * _BOVEN, breedte - grootte * (_LINKS + _RECHTS))
    hoogte = vak.boven + vak.zijde + grootte * _ONDER
    grond = Vlak(0.0, 0.0, breedte, hoogte, Rol.PAPIER)
    vormen = (grond, *_draw_assen(diagram, vak), *_draw_lijn(vak), *_draw_punten(diagram, vak))
    return Tekening(breedte, hoogte, vormen)


def render_puntdiagram_svg(diagram: Puntdiagram, *, breedte: float = 480.0) -> str:
    """A whole SVG file, with words for who does not see it."""
    tekening = layout_puntdiagram(diagram, breedte, _LETTERGROOTTE)
    maat = f"{tekening.breedte:g} {tekening.hoogte:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="titel uitleg" viewBox="0 0 {maat}"'
        f' width="{tekening.breedte:g}" height="{tekening.hoogte:g}"'
        f' font-family="system-ui, \'Noto Sans\', sans-serif" font-size="{_LETTERGROOTTE:g}">\n'
        f'<title id="titel">{escape(clean_regel(diagram.titel))}</title>\n'
        f'<desc id="uitleg">{escape(clean_regel(diagram.beschrijving))}</desc>\n'
        f"<style>\n{_STIJL}\n</style>\n{render_vormen(tekening)}\n</svg>\n"
    )


def _draw_assen(diagram: Puntdiagram, vak: _Vak) -> Iterator[Vorm]:
    yield _write(diagram.y_as, vak.em * 0.4, vak.em * 1.2, vak)
    x_as = _write(diagram.x_as, 0.0, vak.boven + vak.zijde + vak.em * 3, vak)
    yield _shift(x_as, vak.links + vak.zijde - x_as.regel.breedte)
    for merk in _MERKEN:
        x, y = vak.place(merk / 100, merk / 100)
        streep = ((vak.links, y), (vak.links + vak.zijde, y)), ((x, vak.boven), (x, vak.boven + vak.zijde))
        yield Veelhoek(streep, vak.em * (0.08 if merk in {0, 100} else 0.03), Rol.ZACHT)
        naast = _write(f"{merk} %", 0.0, y + vak.em * 0.35, vak)
        yield _shift(naast, vak.links - vak.em * 0.4 - naast.regel.breedte)
        onder = _write(f"{merk} %", 0.0, vak.boven + vak.zijde + vak.em * 1.4, vak)
        yield _shift(onder, x - onder.regel.breedte / 2)


def _draw_lijn(vak: _Vak) -> Iterator[Vorm]:
    """The diagonal, broken, so that it is not taken for a measurement."""
    stap = 1.0 / _STREEPJES
    yield Veelhoek(
        tuple(
            (vak.place(n * stap, n * stap), vak.place((n + 0.6) * stap, (n + 0.6) * stap))
            for n in range(_STREEPJES)
        ),
        vak.em * 0.1,
        Rol.ZACHT,
    )


def _draw_punten(diagram: Puntdiagram, vak: _Vak) -> Iterator[Vorm]:
    kap, half = vak.em * 0.25, vak.em * _PUNT / 2
    for punt in diagram.punten:
        (x, y), (_, laag), (_, hoog) = (
            vak.place(punt.x, waarde) for waarde in (punt.y, punt.laag, punt.hoog)
        )
        strepen = (
            ((x, laag), (x, hoog)),
            ((x - kap, laag), (x + kap, laag)),
            ((x - kap, hoog), (x + kap, hoog)),
        )
        yield Veelhoek(strepen, vak.em * 0.12, Rol.INKT)
        yield Vlak(x - half, y - half, 2 * half, 2 * half, Rol.STAAF)


def _write(tekst: str, x: float, y: float, vak: _Vak) -> Tekst:
    stijl = Tekststijl(Snede.GEWOON, vak.em, vak.em)
    return Tekst(x, y, set_regel(clean_regel(tekst), stijl), vak.em, Rol.INKT)


def _shift(tekst: Tekst, x: float) -> Tekst:
    return Tekst(max(0.0, x), tekst.y, tekst.regel, tekst.grootte, tekst.rol)
