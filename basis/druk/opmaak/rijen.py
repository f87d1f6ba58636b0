"""Rows of a table as boxes.

A row is a stack of slices, one line of text each, so that a row longer than a page
runs on; a short row stays whole.  The header row is repeated where a table runs on,
as an artifact: the tags already tie every cell to its header.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from basis.druk.kolommen import Kolommen
from basis.druk.opmaak.pagina import Doos
from basis.druk.opmaak.regels import Kolom
from basis.druk.opmaak.tags import Knoop
from basis.druk.opmaak.tekenvel import Tekenvel
from basis.druk.stijlen import CEL_BOVEN, CEL_ZIJ, GROND, LIJN, Tekststijl
from basis.druk.zetten import Regel, set_tekst

# Rows up to so many lines are never cut.
_HEEL = 8
# A header row higher than this is not repeated.
_KOP_HERHAAL = 160.0


@dataclass(frozen=True, slots=True)
class _Snede:
    """One line of a row: what stands in each cell, and the white around it."""

    regels: tuple[Regel | None, ...]
    boven: float
    onder: float


@dataclass(frozen=True, slots=True)
class Rijzetter:
    """Makes the rows of one table into boxes."""

    kolommen: Kolommen
    kolom: Kolom
    rtl: bool

    def box_rij(self, cellen: tuple[str, ...], knopen: Sequence[Knoop | str], *, kop: bool) -> list[Doos]:
        """The slices of a row, each cell tagged as its element or artifact."""
        stijl = self.kolommen.kop if kop else self.kolommen.cel
        sneden = self._slice(cellen, stijl)
        dozen = []
        for nummer, snede in enumerate(sneden):

            def teken(vel: Tekenvel, y: float, snede: _Snede = snede) -> None:
                self._draw(vel, y, snede, knopen, stijl)
                if snede.onder:
                    dikte = 1.0 if kop else 0.5
                    onder = y + snede.boven + stijl.interlinie + snede.onder
                    vel.draw_vlak(self._links, onder - dikte, self._som, dikte, GROND if kop else LIJN)

            laatste = nummer == len(sneden) - 1
            vast = not laatste and (len(sneden) <= _HEEL or nummer in (0, len(sneden) - 2))
            dozen.append(Doos(snede.boven + stijl.interlinie + snede.onder, teken, vast=vast))
        return dozen

    def box_kopregel(self, cellen: tuple[str, ...]) -> Doos | None:
        """The header row as an artifact for the next pages; none when it is too high to repeat."""
        dozen = self.box_rij(cellen, ["Header"] * len(cellen), kop=True)
        hoogte = sum(doos.hoogte for doos in dozen)

        def teken(vel: Tekenvel, y: float) -> None:
            for doos in dozen:
                doos.teken(vel, y)
                y += doos.hoogte

        return Doos(hoogte, teken) if hoogte <= _KOP_HERHAAL else None

    def _slice(self, cellen: tuple[str, ...], stijl: Tekststijl) -> list[_Snede]:
        breedtes = self.kolommen.breedtes
        gezet = [
            set_tekst(cel, stijl, breedte - 2 * CEL_ZIJ, rtl=self.rtl)
            for cel, breedte in zip(cellen, breedtes, strict=True)
        ]
        aantal = max(len(regels) for regels in gezet)
        return [
            _Snede(
                tuple(regels[nummer] if nummer < len(regels) else None for regels in gezet),
                CEL_BOVEN if nummer == 0 else 0.0,
                CEL_BOVEN if nummer == aantal - 1 else 0.0,
            )
            for nummer in range(aantal)
        ]

    @property
    def _som(self) -> float:
        return sum(self.kolommen.breedtes)

    @property
    def _links(self) -> float:
        return self.kolom.x + self.kolom.breedte - self._som if self.rtl else self.kolom.x

    def _draw(
        self, vel: Tekenvel, y: float, snede: _Snede, knopen: Sequence[Knoop | str], stijl: Tekststijl
    ) -> None:
        """One line of every cell; the first column is at the right in a right-to-left document."""
        x = self._links + (self._som if self.rtl else 0.0)
        for index, breedte in enumerate(self.kolommen.breedtes):
            x -= breedte if self.rtl else 0.0
            regel = snede.regels[index]
            if regel is not None and regel.delen:
                over = (breedte - 2 * CEL_ZIJ - regel.breedte) * self._share(index, regel)
                vel.draw_regel(regel, stijl, x + CEL_ZIJ + over, y + snede.boven + stijl.basis, knopen[index])
            x += 0.0 if self.rtl else breedte

    def _share(self, index: int, regel: Regel) -> float:
        """Which part of the free width stands left of the text."""
        uitlijning = self.kolommen.uitlijning[index]
        if uitlijning == "midden":
            return 0.5
        return 1.0 if uitlijning == "rechts" or regel.rtl else 0.0
