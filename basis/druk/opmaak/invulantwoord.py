"""What there is to fill in under a question: boxes, steps, a matrix, places, lines."""

from __future__ import annotations

from collections.abc import Sequence

from basis.druk.formulier import Invulveld, Invulvraag, Matrix, Vak
from basis.druk.opmaak.invulmaten import Maten
from basis.druk.opmaak.invulvormen import draw_gezicht, draw_lijn, draw_vak
from basis.druk.opmaak.pagina import Doos, Item, Wit
from basis.druk.opmaak.regels import Kolom
from basis.druk.opmaak.tags import Knoop
from basis.druk.opmaak.tekenvel import Tekenvel
from basis.druk.stijlen import LIJN, MM, Tekststijl
from basis.druk.vormen import Tekening
from basis.druk.zetten import Regel, measure_langste_woord, set_regel, set_tekst

# A line for "anders, namelijk" that is shorter than this goes under the words.
_KORTSTE_LIJN = 45 * MM
_LUCHT = 5.0
# The part of a matrix's width that its statements take.
_STELLINGDEEL = 0.42


class Antwoordzetter:
    """Sets what belongs to one question, in a column of the page; from right to left everything is mirrored."""

    def __init__(self, wortel: Knoop, maten: Maten, kolom: Kolom, taal: str, *, rtl: bool) -> None:
        self._wortel, self._maten, self._kolom, self._taal, self._rtl = wortel, maten, kolom, taal, rtl

    def compose(self, vraag: Invulvraag) -> list[Item]:
        """The boxes of everything that is left open."""
        items: list[Item] = []
        items += self._box_vakken(vraag.vakken)
        items += self._box_stappen(vraag.stappen)
        items += self._box_rang(vraag.rang)
        if vraag.matrix is not None:
            items += self._box_matrix(vraag.matrix)
        if vraag.velden:
            items.append(self._box_velden(vraag.velden))
        items += [self._box_schrijfregel() for _ in range(vraag.regels)]
        if items and vraag.los:
            items.append(Wit(self._maten.wit * 0.7))
        return items + self._box_vakken(vraag.los)

    def _x(self, afstand: float, breedte: float) -> float:
        """Where something so wide has its left side, so far from the start of the column."""
        if self._rtl:
            return self._kolom.x + self._kolom.breedte - afstand - breedte
        return self._kolom.x + afstand

    def _begin(self, regel: Regel, afstand: float, breedte: float) -> float:
        """Where a line has its left side, in a strip so wide, so far from the start of the column."""
        x = self._x(afstand, breedte)
        return x + (breedte - regel.breedte if regel.rtl or self._rtl else 0.0)

    def _box_vakken(self, vakken: Sequence[Vak]) -> list[Item]:
        if not vakken:
            return []
        lijst = self._wortel.add("L", taal=self._taal, kenmerk=("List", "ListNumbering", "Decimal"))
        items: list[Item] = []
        for vak in vakken:
            teken = draw_vak(self._maten.vak, rond=vak.rond)
            items += self._box_keuze(lijst.add("LI"), teken, vak)
        return items

    def _box_rang(self, teksten: Sequence[str]) -> list[Item]:
        if not teksten:
            return []
        lijst = self._wortel.add("L", taal=self._taal, kenmerk=("List", "ListNumbering", "None"))
        hoog = self._maten.vak * 1.4
        items: list[Item] = []
        for tekst in teksten:
            teken = draw_vak(hoog, rond=False, breedte=self._maten.vak * 1.8)
            items += self._box_keuze(lijst.add("LI"), teken, Vak("", tekst))
        return items

    def _box_keuze(self, knoop: Knoop, tekening: Tekening, vak: Vak) -> list[Doos]:
        """A drawn box, the number by which it is typed over, and the words."""
        stijl, maten = self._maten.brood, self._maten
        label = knoop.add("Lbl") if vak.code else None
        romp = knoop.add("LBody")
        breedte = self._kolom.breedte - maten.sprong
        regels = set_tekst(vak.tekst, stijl, breedte, rtl=self._rtl)
        hoogte = max(stijl.interlinie, tekening.hoogte) + _LUCHT
        dozen = [
            self._box_keuzeregel(regel, hoogte if nummer == 0 else stijl.interlinie, romp)
            for nummer, regel in enumerate(regels)
        ]
        dozen[0] = self._with_vak(dozen[0], tekening, vak.code, label)
        if not vak.lijn:
            return dozen
        over = breedte - regels[-1].breedte - _LUCHT
        if over < _KORTSTE_LIJN:
            return [*dozen, self._box_schrijfregel(maten.sprong)]
        return [*dozen[:-1], self._with_lijn(dozen[-1], maten.sprong + breedte - over, over)]

    def _box_keuzeregel(self, regel: Regel, hoogte: float, knoop: Knoop) -> Doos:
        stijl, sprong = self._maten.brood, self._maten.sprong
        basis = (hoogte - stijl.interlinie) / 2 + stijl.basis

        def teken(vel: Tekenvel, y: float) -> None:
            x = self._begin(regel, sprong, self._kolom.breedte - sprong)
            vel.draw_regel(regel, stijl, x, y + basis, knoop)

        return Doos(hoogte, teken)

    def _with_vak(self, doos: Doos, tekening: Tekening, tekst: str, label: Knoop | None) -> Doos:
        """The first line of a choice with its box and number before it."""
        stijl, brood = self._maten.code, self._maten.brood
        code = set_regel(tekst, stijl)
        basis = (doos.hoogte - brood.interlinie) / 2 + brood.basis
        x = self._x(tekening.breedte + self._maten.vak * 0.25, code.breedte)

        def teken(vel: Tekenvel, y: float) -> None:
            boven = y + (doos.hoogte - tekening.hoogte) / 2
            vel.draw_sier(tekening, self._x(0, tekening.breedte), boven)
            if label is not None:
                vel.draw_regel(code, stijl, x, y + basis, label)
            doos.teken(vel, y)

        return Doos(doos.hoogte, teken)

    def _with_lijn(self, doos: Doos, afstand: float, breedte: float) -> Doos:
        """The last line of a choice with a line to write on behind it."""
        brood = self._maten.brood
        basis = (doos.hoogte - brood.interlinie) / 2 + brood.basis + 2

        def teken(vel: Tekenvel, y: float) -> None:
            doos.teken(vel, y)
            vel.draw_sier(draw_lijn(breedte), self._x(afstand, breedte), y + basis)

        return Doos(doos.hoogte, teken)

    def _box_schrijfregel(self, afstand: float = 0.0) -> Doos:
        breedte = self._kolom.breedte - afstand
        hoogte = self._maten.hand

        def teken(vel: Tekenvel, y: float) -> None:
            vel.draw_sier(draw_lijn(breedte), self._x(afstand, breedte), y + hoogte - 1)

        return Doos(hoogte, teken)

    def _box_velden(self, velden: Sequence[Invulveld]) -> Doos:
        """Short lines beside each other, with their words."""
        stijl, hoogte = self._maten.brood, self._maten.hand * 1.1
        knoop = self._wortel.add("P", taal=self._taal)

        def teken(vel: Tekenvel, y: float) -> None:
            afstand, basis = 0.0, y + hoogte - 4
            for veld in velden:
                for tekst, streep in ((veld.voor, 0.0), ("", veld.breedte * MM), (veld.na, 0.0)):
                    if tekst:
                        regel = set_regel(f"{tekst} ", stijl, rtl=self._rtl)
                        vel.draw_regel(regel, stijl, self._x(afstand, regel.breedte), basis, knoop)
                        afstand += regel.breedte + _LUCHT
                    if streep:
                        vel.draw_sier(draw_lijn(streep), self._x(afstand, streep), basis + 2)
                        afstand += streep + _LUCHT * 1.5

        return Doos(hoogte, teken)

    def _box_stappen(self, stappen: Sequence[Vak]) -> list[Item]:
        """Steps beside each other, or below each other where a word does not fit."""
        if not stappen:
            return []
        breedte = self._kolom.breedte / len(stappen)
        stijl = self._maten.uitleg
        if any(measure_langste_woord(stap.tekst, stijl) > breedte - 6 for stap in stappen):
            return self._box_vakken(stappen)
        lijst = self._wortel.add("L", taal=self._taal, kenmerk=("List", "ListNumbering", "Decimal"))
        gezet = [set_tekst(stap.tekst, stijl, breedte - 6, rtl=self._rtl) for stap in stappen]
        knopen = [(knoop.add("Lbl"), knoop.add("LBody")) for knoop in (lijst.add("LI") for _ in stappen)]
        boven = self._maten.gezicht + 4 if any(stap.gezicht for stap in stappen) else 0.0
        kop = boven + self._maten.vak + 4

        def teken(vel: Tekenvel, y: float) -> None:
            for nummer, stap in enumerate(stappen):
                label, romp = knopen[nummer]
                self._draw_stap(vel, y, stap, (nummer * breedte, breedte), boven, label)
                for plek, regel in enumerate(gezet[nummer]):
                    x = self._x(nummer * breedte, breedte) + (breedte - regel.breedte) / 2
                    vel.draw_regel(regel, stijl, x, y + kop + plek * stijl.interlinie + stijl.basis, romp)

        return [Doos(kop + max(len(regels) for regels in gezet) * stijl.interlinie, teken)]

    def _draw_stap(
        self, vel: Tekenvel, y: float, stap: Vak, strook: tuple[float, float], boven: float, label: Knoop
    ) -> None:
        """One step: a face if it has one, the circle, and its number."""
        maten, (afstand, breedte) = self._maten, strook
        links = self._x(afstand, breedte)
        if stap.gezicht:
            gezicht = draw_gezicht(maten.gezicht, stap.gezicht)
            vel.draw_sier(gezicht, links + (breedte - maten.gezicht) / 2, y)
        vak = draw_vak(maten.vak, rond=stap.rond)
        x = links + (breedte - maten.vak) / 2
        vel.draw_sier(vak, x, y + boven)
        code = set_regel(stap.code, maten.code)
        plek = x - code.breedte - 3 if self._rtl else x + maten.vak + 3
        basis = y + boven + maten.vak / 2 + maten.code.grootte * 0.36
        vel.draw_regel(code, maten.code, plek, basis, label)

    def _box_matrix(self, matrix: Matrix) -> list[Item]:
        """A table; where a column's words do not fit, they stand above it with their numbers."""
        eerste = self._kolom.breedte * _STELLINGDEEL
        breedte = (self._kolom.breedte - eerste) / len(matrix.kolommen)
        stijl = self._maten.uitleg
        past = all(measure_langste_woord(vak.tekst, stijl) <= breedte - 4 for vak in matrix.kolommen)
        items: list[Item] = []
        if not past:
            knoop = self._wortel.add("P", taal=self._taal)
            uitleg = " · ".join(f"{vak.code} = {vak.tekst}" for vak in matrix.kolommen)
            regels = set_tekst(uitleg, stijl, self._kolom.breedte, rtl=self._rtl)
            items += [self._box_regel(regel, stijl, knoop) for regel in regels]
        koppen = tuple(vak.tekst if past else vak.code for vak in matrix.kolommen)
        tabel = self._wortel.add("Table", taal=self._taal)
        items.append(self._box_koprij(tabel.add("THead").add("TR"), koppen, (eerste, breedte)))
        romp = tabel.add("TBody")
        for rij in matrix.rijen:
            items.append(self._box_rij(romp.add("TR"), rij, matrix.kolommen, (eerste, breedte)))
        return items

    def _box_regel(self, regel: Regel, stijl: Tekststijl, knoop: Knoop) -> Doos:
        def teken(vel: Tekenvel, y: float) -> None:
            vel.draw_regel(regel, stijl, self._begin(regel, 0, self._kolom.breedte), y + stijl.basis, knoop)

        return Doos(stijl.interlinie, teken)

    def _box_koprij(self, rij: Knoop, koppen: Sequence[str], maten: tuple[float, float]) -> Doos:
        stijl, (eerste, breedte) = self._maten.uitleg, maten
        cellen = [rij.add("TH", kenmerk=("Table", "Scope", "Column")) for _ in ("", *koppen)]
        gezet = [set_tekst(kop, stijl, breedte - 4, rtl=self._rtl) for kop in koppen]
        hoogte = max(len(regels) for regels in gezet) * stijl.interlinie + 4

        def teken(vel: Tekenvel, y: float) -> None:
            for nummer, regels in enumerate(gezet):
                links = self._x(eerste + nummer * breedte, breedte)
                boven = y + hoogte - 4 - len(regels) * stijl.interlinie
                for plek, regel in enumerate(regels):
                    x = links + (breedte - regel.breedte) / 2
                    basis = boven + plek * stijl.interlinie + stijl.basis
                    vel.draw_regel(regel, stijl, x, basis, cellen[nummer + 1])
            vel.draw_vlak(self._kolom.x, y + hoogte - 1, self._kolom.breedte, 0.7, LIJN)

        return Doos(hoogte, teken)

    def _box_rij(self, rij: Knoop, tekst: str, kolommen: Sequence[Vak], maten: tuple[float, float]) -> Doos:
        """A statement, and behind it a circle with its number in each column."""
        stijl, (eerste, breedte) = self._maten.brood, maten
        kop = rij.add("TH", kenmerk=("Table", "Scope", "Row"))
        cellen = [rij.add("TD") for _ in kolommen]
        regels = set_tekst(tekst, stijl, eerste - 8, rtl=self._rtl)
        hoogte = max(len(regels) * stijl.interlinie, self._maten.vak) + 2 * _LUCHT

        def teken(vel: Tekenvel, y: float) -> None:
            boven = y + (hoogte - len(regels) * stijl.interlinie) / 2
            for plek, regel in enumerate(regels):
                x = self._begin(regel, 0, eerste - 8)
                vel.draw_regel(regel, stijl, x, boven + plek * stijl.interlinie + stijl.basis, kop)
            for nummer, vak in enumerate(kolommen):
                strook = (eerste + nummer * breedte, breedte)
                stap = Vak(vak.code, "", rond=True)
                self._draw_stap(vel, y + (hoogte - self._maten.vak) / 2, stap, strook, 0.0, cellen[nummer])
            vel.draw_vlak(self._kolom.x, y + hoogte - 0.5, self._kolom.breedte, 0.5, LIJN)

        return Doos(hoogte, teken)
