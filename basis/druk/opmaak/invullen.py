"""From a form to boxes for its pages, with their tags."""

from __future__ import annotations

from dataclasses import replace

from basis.druk.formulier import (
    Formulier,
    Invulcode,
    Invulkop,
    Invulpunten,
    Invulstuk,
    Invultekst,
    Invulvraag,
)
from basis.druk.opmaak.invulantwoord import Antwoordzetter
from basis.druk.opmaak.invulmaten import BREEDTE, MARGE, Maten
from basis.druk.opmaak.pagina import Doos, Item, Wit
from basis.druk.opmaak.regels import Kolom, box_tekst, fix_dozen, with_bladwijzer
from basis.druk.opmaak.tags import Knoop
from basis.druk.opmaak.tekenvel import Tekenvel
from basis.druk.qr import list_qr_vlakken
from basis.druk.stijlen import Tekststijl
from basis.druk.tekst import clean_regel
from basis.druk.vormen import Tekening
from basis.druk.zetten import set_regel


def compose_formulier(formulier: Formulier, wortel: Knoop, maten: Maten, *, rtl: bool) -> list[Item]:
    """All boxes of a form; hangs their tags under `wortel`. A question stays on one page where it fits on one."""
    zetter = _Zetter(wortel, maten, rtl=rtl)
    items: list[Item] = []
    for stuk in formulier.stukken:
        items += zetter.compose(stuk)
    return items


class _Zetter:
    """Sets the pieces of one form, one after the other."""

    def __init__(self, wortel: Knoop, maten: Maten, *, rtl: bool) -> None:
        self._wortel, self._maten, self._rtl = wortel, maten, rtl
        self._kolom = Kolom(MARGE, BREEDTE)
        self._niveau = 0
        self._koppen = 0
        self._vraagniveau = 2
        self._vast = False

    def compose(self, stuk: Invulstuk) -> list[Item]:
        """The boxes of one piece, white above them first; a heading and its words stay with what they introduce."""
        items = self._compose(stuk)
        if self._vast and isinstance(items[0], Wit):
            items[0] = replace(items[0], vast=True)
        kop = isinstance(stuk, Invulkop) and stuk.niveau > 1
        self._vast = kop or (self._vast and isinstance(stuk, Invultekst))
        if self._vast:
            items = [replace(item, vast=True) for item in items if isinstance(item, Doos | Wit)]
        return items

    def _compose(self, stuk: Invulstuk) -> list[Item]:
        match stuk:
            case Invulkop():
                return self._compose_kop(stuk)
            case Invultekst():
                stijl = self._maten.nadruk if stuk.nadruk else self._maten.brood
                knoop = self._wortel.add("P", taal=stuk.taal)
                return [
                    Wit(self._maten.wit),
                    *box_tekst(stuk.tekst, stijl, knoop, self._kolom, rtl=self._rtl),
                ]
            case Invulpunten():
                return self._compose_punten(stuk)
            case Invulcode():
                return [Wit(self._maten.wit * 2), self._compose_code(stuk)]
        return self._compose_vraag(stuk)

    def _compose_kop(self, kop: Invulkop) -> list[Item]:
        stijl = self._maten.titel if kop.niveau == 1 else self._maten.kop
        _knoop, dozen = self._box_kop(kop.niveau, kop.tekst, kop.taal, stijl, self._kolom)
        # Questions hang under the sections, from the first one on.
        self._vraagniveau = max(self._vraagniveau, kop.niveau + 1)
        return [Wit(self._maten.wit * (0 if kop.niveau == 1 else 4)), *fix_dozen(dozen)]

    def _box_kop(
        self, niveau: int, tekst: str, taal: str, stijl: Tekststijl, kolom: Kolom
    ) -> tuple[Knoop, list[Doos]]:
        # PDF/UA allows no skipped levels.
        self._niveau = min(niveau, self._niveau + 1)
        self._koppen += 1
        knoop = self._wortel.add(f"H{self._niveau}", taal=taal)
        dozen = box_tekst(tekst, stijl, knoop, kolom, rtl=self._rtl)
        dozen[0] = with_bladwijzer(dozen[0], f"kop{self._koppen}", clean_regel(tekst), self._niveau - 1)
        return knoop, dozen

    def _compose_punten(self, stuk: Invulpunten) -> list[Item]:
        lijst = self._wortel.add("L", kenmerk=("List", "ListNumbering", "Disc"))
        sprong = self._maten.brood.grootte * 1.4
        items: list[Item] = []
        for punt in stuk.punten:
            knoop = lijst.add("LI")
            merk, romp = knoop.add("Lbl"), knoop.add("LBody")
            dozen = box_tekst(
                punt, self._maten.brood, romp, self._kolom.indent(sprong, rtl=self._rtl), rtl=self._rtl
            )
            eerste = self._with_teken(dozen[0], "•", merk, self._maten.brood)
            items += [Wit(self._maten.wit / 2), eerste, *dozen[1:]]
        return items

    def _with_teken(self, doos: Doos, tekst: str, knoop: Knoop, stijl: Tekststijl) -> Doos:
        """The box with a bullet or number at the edge of the page."""
        regel = set_regel(tekst, stijl, rtl=self._rtl)
        x = MARGE + (BREEDTE - regel.breedte if self._rtl else 0.0)

        def teken(vel: Tekenvel, y: float) -> None:
            vel.draw_regel(regel, stijl, x, y + stijl.basis, knoop)
            doos.teken(vel, y)

        return replace(doos, teken=teken)

    def _compose_vraag(self, vraag: Invulvraag) -> list[Item]:
        """The question with all that belongs to it, tied together."""
        maten = self._maten
        binnen = self._kolom.indent(maten.nummer, rtl=self._rtl)
        knoop, kop = self._box_kop(self._vraagniveau, vraag.tekst, vraag.taal, maten.vraag, binnen)
        items: list[Item] = [self._with_nummer(kop[0], vraag.nummer, knoop), *kop[1:]]
        for tekst in (vraag.voorwaarde, *vraag.uitleg):
            if tekst:
                taal = "" if tekst == vraag.voorwaarde else vraag.taal
                items += box_tekst(
                    tekst, maten.uitleg, self._wortel.add("P", taal=taal), binnen, rtl=self._rtl
                )
        items.append(Wit(maten.wit * 0.7))
        items += Antwoordzetter(self._wortel, maten, binnen, vraag.taal, rtl=self._rtl).compose(vraag)
        while items and isinstance(items[-1], Wit):
            items.pop()
        vast = [replace(item, vast=True) for item in items[:-1] if isinstance(item, Doos | Wit)]
        laatste = items[-1]
        return [
            Wit(maten.wit * 2.6),
            *vast,
            replace(laatste, vast=False) if isinstance(laatste, Doos) else laatste,
        ]

    def _with_nummer(self, doos: Doos, nummer: str, knoop: Knoop) -> Doos:
        """The first line with the number of the question before it, as part of its heading."""
        return self._with_teken(doos, f"{nummer}. ", knoop, self._maten.vraag) if nummer else doos

    def _compose_code(self, stuk: Invulcode) -> Doos:
        """The QR code at the start of the line, words behind it."""
        maat = self._maten.qr
        figuur = self._wortel.add("Figure", alt=stuk.alt)
        figuur.kenmerken.append(("Layout", "Placement", "Block"))
        tekening = Tekening(maat, maat, list_qr_vlakken(stuk.adres, maat))
        kolom = self._kolom.indent(maat + 14, rtl=self._rtl)
        dozen = [
            doos
            for regel in stuk.regels
            for doos in box_tekst(regel, self._maten.brood, self._wortel.add("P"), kolom, rtl=self._rtl)
        ]
        x = MARGE + (BREEDTE - maat if self._rtl else 0.0)

        def teken(vel: Tekenvel, y: float) -> None:
            vel.draw_tekening(tekening, x, y, figuur)
            for doos in dozen:
                doos.teken(vel, y)
                y += doos.hoogte

        return Doos(max(maat, sum(doos.hoogte for doos in dozen)), teken)
