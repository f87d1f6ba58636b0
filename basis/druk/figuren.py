"""The geometry of a bar chart, once, for PDF, PNG and SVG.

`layout_staafdiagram` works out where everything stands; the renderers only know
three shapes: text, a filled rectangle and strokes.  Lengths are in the unit of the
given width, y runs down from the top.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from basis.druk.document import Staaf, Staafdiagram
from basis.druk.lettertypen import Snede
from basis.druk.patronen import ARCERING, fill_vlak, hatch
from basis.druk.stijlen import Tekststijl
from basis.druk.tekst import clean_regel, format_getal
from basis.druk.vormen import Rol, Tekening, Tekst, Veelhoek, Vlak, Vorm
from basis.druk.zetten import Regel, cut_tekst, measure_breedste_regel

LEGE_ZIN = "Er zijn nog geen gegevens om te tonen."
ONDERDRUKT = "< 5"

# In units of the type size.
_STAAFHOOGTE = 1.3
_INTERLINIE = 1.3
_TUSSEN = 0.8
_KIER = 0.7
_ONDER_LABEL = 0.2
_KAP = 0.34
_ONDERDRUKT_BREED = 2.2
_LABELREGELS = 2

# Viewers may set SVG text in a wider type than ours.
_SPELING = 1.06


@dataclass(frozen=True, slots=True)
class _Maten:
    """Where the columns of one chart stand."""

    breedte: float
    em: float
    labels: float
    bijschriften: float
    begin: float
    ruimte: float
    maximum: float
    gestapeld: bool

    @property
    def stijl(self) -> Tekststijl:
        return Tekststijl(Snede.GEWOON, self.em, self.em * _INTERLINIE)


def get_bijschrift(staaf: Staaf) -> str:
    """The words beside a bar."""
    if tekst := clean_regel(staaf.bijschrift):
        return tekst
    return ONDERDRUKT if staaf.waarde is None else format_getal(staaf.waarde)


def describe_staafdiagram(diagram: Staafdiagram) -> str:
    """The chart in words, with every figure in it: for who cannot see it."""
    delen = []
    for staaf in diagram.staven:
        grenzen = ""
        if staaf.laag is not None and staaf.hoog is not None:
            grenzen = f" (tussen {format_getal(staaf.laag)} en {format_getal(staaf.hoog)})"
        delen.append(f"{clean_regel(staaf.label)}: {get_bijschrift(staaf)}{grenzen}")
    kop = " ".join(zin if zin[-1] in ".?" else f"{zin}." for zin in _zinnen(diagram))
    return f"{kop} {'; '.join(delen) + '.' if delen else LEGE_ZIN}".strip()


def get_maximum(diagram: Staafdiagram) -> float:
    """The value at the full width; parts of one chart share it."""
    return max((max(staaf.waarde or 0.0, staaf.hoog or 0.0) for staaf in diagram.staven), default=0.0) or 1.0


def split_staafdiagram(
    diagram: Staafdiagram, breedte: float, grootte: float, hoogte: float
) -> tuple[Staafdiagram, ...]:
    """The chart in parts that are each no higher than `hoogte`, with at least one bar a part."""
    maten = _measure(diagram, breedte, grootte, get_maximum(diagram))
    delen: list[list[Staaf]] = [[]]
    gevuld = 0.0
    for staaf in diagram.staven:
        rij = _row_height(staaf, maten)
        if delen[-1] and gevuld + rij > hoogte:
            delen.append([])
            gevuld = 0.0
        delen[-1].append(staaf)
        gevuld += rij
    return tuple(replace(diagram, staven=tuple(deel)) for deel in delen)


def layout_staafdiagram(
    diagram: Staafdiagram, breedte: float, grootte: float, *, maximum: float | None = None
) -> Tekening:
    """The picture of a chart, without its title, in type of size `grootte`."""
    maten = _measure(diagram, breedte, grootte, maximum or get_maximum(diagram))
    if not diagram.staven:
        regels, _ = cut_tekst(LEGE_ZIN, maten.stijl, breedte, _LABELREGELS)
        hoogte = maten.em * _INTERLINIE * len(regels) + maten.em * _TUSSEN
        return Tekening(breedte, hoogte, tuple(_text_lines(regels, 0.0, 0.0, maten, Rol.INKT)))
    vormen: list[Vorm] = []
    y = 0.0
    for staaf in diagram.staven:
        vormen += _draw_rij(staaf, y, maten)
        y += _row_height(staaf, maten)
    as_ = Veelhoek((((maten.begin, 0.0), (maten.begin, y)),), maten.em * 0.08, Rol.ZACHT)
    return Tekening(breedte, y, (*vormen, *(() if maten.gestapeld else (as_,))))


def _zinnen(diagram: Staafdiagram) -> list[str]:
    return [zin for zin in (clean_regel(diagram.titel), clean_regel(diagram.beschrijving)) if zin]


def _measure(diagram: Staafdiagram, breedte: float, em: float, maximum: float) -> _Maten:
    gestapeld = breedte < 26 * em
    stijl = Tekststijl(Snede.GEWOON, em, em)

    def breedste(teksten: list[str], grens: float) -> float:
        breedtes = [measure_breedste_regel(tekst, stijl) * _SPELING for tekst in teksten]
        return min(grens, max(breedtes, default=0.0))

    labels = breedste([clean_regel(staaf.label) for staaf in diagram.staven], breedte * 0.4)
    bijschriften = breedste([get_bijschrift(staaf) for staaf in diagram.staven], breedte * 0.3)
    begin = 0.0 if gestapeld else labels + em * _KIER
    ruimte = breedte - begin - bijschriften - em * _KIER
    labels = breedte if gestapeld else labels
    return _Maten(breedte, em, labels, bijschriften, begin, ruimte, maximum, gestapeld)


def _row_height(staaf: Staaf, maten: _Maten) -> float:
    label, bijschrift = (len(regels) * maten.em * _INTERLINIE for regels, _ in _row_texts(staaf, maten))
    staafhoogte = maten.em * _STAAFHOOGTE
    hoogte = max(staafhoogte, bijschrift)
    hoogte = hoogte + label + maten.em * _ONDER_LABEL if maten.gestapeld else max(hoogte, label)
    return hoogte + maten.em * _TUSSEN


def _row_texts(staaf: Staaf, maten: _Maten) -> tuple[tuple[tuple[Regel, ...], bool], ...]:
    """Lines of the label and of the caption, and whether they were cut."""
    label = cut_tekst(clean_regel(staaf.label), maten.stijl, maten.labels, _LABELREGELS)
    return label, cut_tekst(get_bijschrift(staaf), maten.stijl, maten.bijschriften, _LABELREGELS)


def _draw_rij(staaf: Staaf, y: float, maten: _Maten) -> Iterator[Vorm]:
    (label, label_gekort), (bijschrift, bijschrift_gekort) = _row_texts(staaf, maten)
    hoogte = _row_height(staaf, maten) - maten.em * _TUSSEN
    boven = y + maten.em * _TUSSEN / 2
    labelhoogte = len(label) * maten.em * _INTERLINIE
    label_y = boven if maten.gestapeld else boven + (hoogte - labelhoogte) / 2
    volledig = clean_regel(staaf.label) if label_gekort else ""
    yield from _text_lines(label, 0.0, label_y, maten, Rol.INKT, volledig)
    if maten.gestapeld:
        boven += labelhoogte + maten.em * _ONDER_LABEL
        hoogte -= labelhoogte + maten.em * _ONDER_LABEL
    midden = boven + hoogte / 2
    lengte = maten.ruimte * (staaf.waarde or 0.0) / maten.maximum
    einde = maten.ruimte * max(staaf.waarde or 0.0, staaf.hoog or 0.0) / maten.maximum
    if staaf.waarde is None:
        lengte = einde = min(maten.em * _ONDERDRUKT_BREED, maten.ruimte)
    yield from _draw_staaf(staaf, midden, lengte, maten)
    x = maten.begin + einde + maten.em * _KIER
    tekst_y = midden - len(bijschrift) * maten.em * _INTERLINIE / 2
    volledig = get_bijschrift(staaf) if bijschrift_gekort else ""
    yield from _text_lines(bijschrift, x, tekst_y, maten, Rol.INKT, volledig)


def _text_lines(
    regels: tuple[Regel, ...], x: float, y: float, maten: _Maten, rol: Rol, volledig: str = ""
) -> Iterator[Tekst]:
    for nummer, regel in enumerate(regels):
        basis = y + maten.em * (_INTERLINIE * nummer + 1.0)
        yield Tekst(x, basis, regel, maten.em, rol, volledig)


def _draw_staaf(staaf: Staaf, midden: float, lengte: float, maten: _Maten) -> Iterator[Vorm]:
    hoogte = maten.em * _STAAFHOOGTE
    vlak = Vlak(maten.begin, midden - hoogte / 2, lengte, hoogte, Rol.STAAF)
    if staaf.waarde is None:
        # No outline: it ends nowhere in particular.
        yield Veelhoek(tuple(hatch(vlak, maten.em * ARCERING)), maten.em * 0.08, Rol.ZACHT)
    elif lengte > 0:
        yield from fill_vlak(vlak, staaf.patroon, maten.em)
    if staaf.waarde is not None and staaf.laag is not None and staaf.hoog is not None:
        schaal = maten.ruimte / maten.maximum
        laag, hoog = maten.begin + schaal * staaf.laag, maten.begin + schaal * staaf.hoog
        yield from _draw_interval(laag, hoog, midden, maten.em)


def _draw_interval(laag: float, hoog: float, midden: float, em: float) -> Iterator[Vorm]:
    """A line with caps, on a wider one in the colour of the paper so that it shows on the bar."""
    kap = em * _KAP
    strepen = (
        ((laag, midden), (hoog, midden)),
        ((laag, midden - kap), (laag, midden + kap)),
        ((hoog, midden - kap), (hoog, midden + kap)),
    )
    yield Veelhoek(strepen, em * 0.3, Rol.PAPIER)
    yield Veelhoek(strepen, em * 0.12, Rol.INKT)
