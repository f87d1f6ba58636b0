"""From the blocks of a document to boxes for its pages, with their tags."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from basis.druk import stijlen
from basis.druk.bidi import is_rtl
from basis.druk.document import (
    Adresblok,
    Alinea,
    Blok,
    Citaat,
    Document,
    Gegevenstabel,
    Kop,
    Lijst,
    Staafdiagram,
    Witruimte,
)
from basis.druk.figuren import (
    describe_staafdiagram,
    get_maximum,
    layout_staafdiagram,
    split_staafdiagram,
)
from basis.druk.opmaak.pagina import Breuk, Doos, Item, Wit
from basis.druk.opmaak.regels import (
    Kolom,
    box_regels,
    box_tekst,
    fix_dozen,
    with_bladwijzer,
    with_merk,
    with_streep,
)
from basis.druk.opmaak.tabellen import compose_tabel
from basis.druk.opmaak.tags import Knoop
from basis.druk.opmaak.tekenvel import Tekenvel
from basis.druk.stijlen import BREEDTE, MARGE_ZIJ, MM
from basis.druk.tekst import clean_regel, clean_tekst
from basis.druk.vormen import Tekening
from basis.druk.zetten import measure_stijl, set_tekst

# An opening such as "Wij vragen u:" or "Geacht college," belongs to what follows.
_OPENING = (":", ",")
_OPENING_REGELS = 3


@dataclass(frozen=True, slots=True)
class Stuk:
    """The boxes of one block and the white it wants around it; `vast` ties it to the next block."""

    items: list[Item]
    wit: tuple[float, float] = (0.0, 0.0)
    vast: bool = False


@dataclass(slots=True)
class _Stand:
    """What one block has to know of the document and of the blocks before it."""

    wortel: Knoop
    rtl: bool
    niveau: int = 0
    koppen: int = 0
    kolom: Kolom = field(default_factory=Kolom)


def compose_document(document: Document, wortel: Knoop, *, rtl: bool) -> list[Item]:
    """All boxes of a document, letterhead first; hangs their tags under `wortel`."""
    stand = _Stand(wortel, rtl)
    stukken = [_compose_briefhoofd(clean_regel(document.auteur), stand)]
    stukken += [_compose_blok(blok, stand) for blok in document.blokken]
    items: list[Item] = []
    vorig = Stuk([])
    for stuk in stukken:
        if not stuk.items:
            continue
        if wit := max(vorig.wit[1], stuk.wit[0]):
            items.append(Wit(wit, vast=vorig.vast))
        if vorig.vast and all(isinstance(item, Wit) for item in stuk.items):
            # White between a closing and the signature does not part them.
            stuk = Stuk([replace(item, vast=True) for item in stuk.items if isinstance(item, Wit)], vast=True)
        items += stuk.items
        vorig = stuk
    return items


def _compose_blok(blok: Blok, stand: _Stand) -> Stuk:
    match blok:
        case Kop():
            return _compose_kop(blok, stand)
        case Alinea():
            return _compose_alinea(blok, stand)
        case Lijst():
            return _compose_lijst(blok, stand)
        case Gegevenstabel():
            items = compose_tabel(blok, stand.wortel, stand.kolom, rtl=stand.rtl)
            return Stuk(items, stijlen.WIT_TABEL)
        case Staafdiagram():
            return _compose_diagram(blok, stand)
        case Citaat():
            return _compose_citaat(blok, stand)
        case Adresblok():
            return _compose_adresblok(blok, stand)
        case Witruimte():
            return Stuk([Wit(blok.mm * MM)])
        case _:
            return Stuk([Breuk()])


def _guess_taal(tekst: str, taal: str, stand: _Stand) -> str:
    """The language asked for, else Arabic for a text that runs from right to left in another document."""
    return taal or ("ar" if not stand.rtl and is_rtl(tekst) else "")


def _compose_briefhoofd(naam: str, stand: _Stand) -> Stuk:
    if not naam:
        return Stuk([])
    dozen = box_tekst(naam, stijlen.BRIEFHOOFD, stand.wortel.add("P"), stand.kolom, rtl=stand.rtl)

    def teken(vel: Tekenvel, y: float) -> None:
        vel.draw_vlak(MARGE_ZIJ, y + 4, BREEDTE, 1.2, stijlen.GROND)

    return Stuk([*fix_dozen(dozen), Doos(6, teken)], stijlen.WIT_BRIEFHOOFD)


def _compose_kop(kop: Kop, stand: _Stand) -> Stuk:
    tekst = clean_regel(kop.tekst)
    if not tekst:
        return Stuk([])
    # PDF/UA allows no skipped levels; the look stays that of the level asked for.
    stand.niveau = min(kop.niveau, stand.niveau + 1)
    stand.koppen += 1
    knoop = stand.wortel.add(f"H{stand.niveau}", taal=_guess_taal(tekst, kop.taal, stand))
    dozen = box_tekst(tekst, stijlen.KOPPEN[kop.niveau], knoop, stand.kolom, rtl=stand.rtl)
    dozen[0] = with_bladwijzer(dozen[0], f"kop{stand.koppen}", tekst, stand.niveau - 1)
    return Stuk([*fix_dozen(dozen)], stijlen.WIT_KOP[kop.niveau], vast=True)


def _compose_alinea(alinea: Alinea, stand: _Stand) -> Stuk:
    if not clean_tekst(alinea.tekst).strip():
        return Stuk([])
    stijl = stijlen.NADRUK if alinea.nadruk else stijlen.BROOD
    dozen = box_tekst(
        alinea.tekst,
        stijl,
        stand.wortel.add("P", taal=_guess_taal(alinea.tekst, alinea.taal, stand)),
        stand.kolom,
        rtl=stand.rtl,
    )
    opening = (alinea.vast or alinea.tekst.rstrip().endswith(_OPENING)) and len(dozen) <= _OPENING_REGELS
    return Stuk([*(fix_dozen(dozen) if opening else dozen)], stijlen.WIT_ALINEA, vast=opening)


def _compose_lijst(lijst: Lijst, stand: _Stand) -> Stuk:
    soort = "Decimal" if lijst.genummerd else "Disc"
    knoop = stand.wortel.add("L", kenmerk=("List", "ListNumbering", soort))
    merken = [f"{lijst.begin + nummer}." if lijst.genummerd else "•" for nummer in range(len(lijst.punten))]
    breedste = max((measure_stijl(merk, stijlen.BROOD) for merk in merken), default=0.0)
    sprong = max(breedste + 7.0, stijlen.INSPRONG)
    items: list[Item] = []
    for merk, punt in zip(merken, lijst.punten, strict=True):
        if items:
            items.append(Wit(stijlen.WIT_PUNT))
        items += _compose_punt(
            merk, punt, knoop.add("LI", taal=_guess_taal(punt, lijst.taal, stand)), sprong, stand
        )
    return Stuk(items, stijlen.WIT_LIJST)


def _compose_punt(merk: str, tekst: str, knoop: Knoop, sprong: float, stand: _Stand) -> list[Doos]:
    label, romp = knoop.add("Lbl"), knoop.add("LBody")
    regels = set_tekst(tekst, stijlen.BROOD, stand.kolom.breedte - sprong, rtl=stand.rtl)
    rtl = regels[0].rtl
    dozen = box_regels(regels, stijlen.BROOD, romp, stand.kolom.indent(sprong, rtl=rtl))
    return [with_merk(dozen[0], merk, stijlen.BROOD, label, rtl=rtl), *dozen[1:]]


def _compose_citaat(citaat: Citaat, stand: _Stand) -> Stuk:
    if not clean_tekst(citaat.tekst).strip():
        return Stuk([])
    knoop = stand.wortel.add("BlockQuote", taal=_guess_taal(citaat.tekst, citaat.taal, stand))
    rtl = is_rtl(clean_tekst(citaat.tekst), standaard=stand.rtl)
    # Arabic has no italics.
    stijl = stijlen.BROOD if rtl else stijlen.CITAAT
    kolom = stand.kolom.indent(stijlen.INSPRONG, rtl=rtl)
    dozen = box_tekst(citaat.tekst, stijl, knoop.add("P"), kolom, rtl=rtl)
    if bron := clean_regel(citaat.bron):
        dozen[-1] = replace(dozen[-1], vast=True)
        dozen += box_tekst(bron, stijlen.BRON, knoop.add("P"), kolom, rtl=rtl)
    x = MARGE_ZIJ + (BREEDTE - 2.0 if rtl else 0.0)
    return Stuk([with_streep(doos, x) for doos in dozen], stijlen.WIT_CITAAT)


def _compose_adresblok(blok: Adresblok, stand: _Stand) -> Stuk:
    knoop = stand.wortel.add("Div")
    dozen: list[Doos] = []
    for regel in blok.regels:
        if clean_regel(regel):
            dozen += box_tekst(clean_regel(regel), stijlen.BROOD, knoop.add("P"), stand.kolom, rtl=stand.rtl)
    return Stuk([*fix_dozen(dozen, laatste=False)], stijlen.WIT_ADRES)


def _compose_diagram(diagram: Staafdiagram, stand: _Stand) -> Stuk:
    dozen: list[Doos] = []
    if titel := clean_regel(diagram.titel):
        dozen += box_tekst(titel, stijlen.BIJSCHRIFT, stand.wortel.add("P"), stand.kolom, rtl=stand.rtl)
    zin = diagram.beschrijving if diagram.staven else describe_staafdiagram(replace(diagram, titel=""))
    if clean_tekst(zin).strip():
        dozen += box_tekst(zin, stijlen.CEL, stand.wortel.add("P"), stand.kolom, rtl=stand.rtl)
    if not diagram.staven:
        return Stuk([*fix_dozen(dozen, laatste=False)], stijlen.WIT_DIAGRAM)
    maximum = get_maximum(diagram)
    items: list[Item] = [*fix_dozen(dozen)]
    for deel in split_staafdiagram(diagram, BREEDTE, stijlen.DIAGRAM.grootte, stijlen.DIAGRAM_HOOGTE):
        tekening = layout_staafdiagram(deel, BREEDTE, stijlen.DIAGRAM.grootte, maximum=maximum)
        items.append(_box_figuur(tekening, stand.wortel.add("Figure", alt=describe_staafdiagram(deel))))
    return Stuk(items, stijlen.WIT_DIAGRAM)


def _box_figuur(tekening: Tekening, knoop: Knoop) -> Doos:
    knoop.kenmerken.append(("Layout", "Placement", "Block"))

    def teken(vel: Tekenvel, y: float) -> None:
        vel.draw_tekening(tekening, MARGE_ZIJ, y + stijlen.WIT_FIGUUR, knoop)

    return Doos(tekening.hoogte + stijlen.WIT_FIGUUR, teken)
