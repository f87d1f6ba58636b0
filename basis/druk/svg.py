"""Bar charts as SVG, to be put inside a page.

Nothing in it that a strict content security policy refuses or that clashes when
there are several on a page: no script, no style, no ids.  Text follows the page's
own colour (currentColor); bars and paper follow the custom properties `--grond`,
`--lijn` and `--papier` where the page has them.  Title and sentence are in
`<title>` and `<desc>`; the page prints them as text around the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from basis.druk.document import Staafdiagram
from basis.druk.figuren import describe_staafdiagram, layout_staafdiagram
from basis.druk.tekst import clean_regel
from basis.druk.vormen import Rol, Tekening, Tekst, Vlak, Vorm

_KLEUREN = {
    Rol.INKT: "currentColor",
    Rol.ZACHT: "var(--lijn, #6f7973)",
    Rol.STAAF: "var(--grond, #0f5b4c)",
    Rol.PAPIER: "var(--papier, #ffffff)",
}
_LETTERGROOTTE = 15.0


def render_staafdiagram_svg(diagram: Staafdiagram, *, breedte: float = 640.0) -> str:
    """The chart as one `<svg>` element.

    `breedte` in CSS pixels is the width for which it is laid out; below 390 the
    labels go above the bars.  The picture scales with its surroundings.
    """
    tekening = layout_staafdiagram(diagram, breedte, _LETTERGROOTTE)
    titel = escape(clean_regel(diagram.titel) or "Staafdiagram")
    maat = f"{_n(breedte)} {_n(tekening.hoogte)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="staafdiagram" role="img" aria-label="{titel}"'
        f' viewBox="0 0 {maat}" width="{_n(breedte)}" height="{_n(tekening.hoogte)}" direction="ltr"'
        f' font-family="system-ui, \'Noto Sans\', sans-serif" font-size="{_n(_LETTERGROOTTE)}">'
        f"<title>{titel}</title><desc>{escape(describe_staafdiagram(diagram))}</desc>{render_vormen(tekening)}</svg>"
    )


def render_vormen(tekening: Tekening) -> str:
    """The shapes of a picture as elements."""
    return "".join(deel for vorm in tekening.vormen for deel in _render_vorm(vorm))


def _render_vorm(vorm: Vorm) -> Iterator[str]:
    kleur = _KLEUREN[vorm.rol]
    if isinstance(vorm, Tekst):
        # An isolate keeps the direction of the text itself inside a picture that is left to right.
        tekst = escape(vorm.regel.logisch.rstrip())
        inhoud = f"\u2067{tekst}\u2069" if vorm.regel.rtl else tekst
        tip = f"<title>{escape(vorm.volledig)}</title>" if vorm.volledig else ""
        yield f'<text x="{_n(vorm.x)}" y="{_n(vorm.y)}" fill="{kleur}">{tip}{inhoud}</text>'
    elif isinstance(vorm, Vlak):
        yield (
            f'<rect x="{_n(vorm.x)}" y="{_n(vorm.y)}" width="{_n(vorm.breedte)}" height="{_n(vorm.hoogte)}"'
            f' fill="{kleur}"/>'
        )
    else:
        lijnen = "".join("M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in streep) for streep in vorm.strepen)
        yield f'<path d="{lijnen}" fill="none" stroke="{kleur}" stroke-width="{_n(vorm.dikte)}"/>'


def _n(getal: float) -> str:
    """A length with at most two decimals, the same on every machine."""
    return f"{getal:.2f}".rstrip("0").rstrip(".")
