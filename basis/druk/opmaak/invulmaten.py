"""Sizes of a form on paper: ordinary, or half as large again for who reads with difficulty."""

from __future__ import annotations

from dataclasses import dataclass

from basis.druk.lettertypen import Snede
from basis.druk.stijlen import GROND, INKT, MM, PAGINA_BREEDTE, ZACHT, Tekststijl

MARGE = 20 * MM
BREEDTE = PAGINA_BREEDTE - 2 * MARGE
GROOT = 1.5


@dataclass(frozen=True, slots=True)
class Maten:
    """Styles and lengths, in points. `hand` is the height of a line for handwriting."""

    titel: Tekststijl
    kop: Tekststijl
    vraag: Tekststijl
    brood: Tekststijl
    nadruk: Tekststijl
    uitleg: Tekststijl
    klein: Tekststijl
    code: Tekststijl
    vak: float
    nummer: float
    sprong: float
    hand: float
    gezicht: float
    qr: float
    wit: float


def make_maten(*, groot: bool) -> Maten:
    """The sizes of a form."""
    maal = GROOT if groot else 1.0

    def stijl(snede: Snede, grootte: float, interlinie: float, kleur: str = INKT) -> Tekststijl:
        return Tekststijl(snede, grootte * maal, interlinie * maal, kleur)

    return Maten(
        titel=stijl(Snede.VET, 20, 26, GROND),
        kop=stijl(Snede.VET, 14, 19, GROND),
        vraag=stijl(Snede.VET, 11.5, 16),
        brood=stijl(Snede.GEWOON, 11, 15.5),
        nadruk=stijl(Snede.VET, 11, 15.5),
        uitleg=stijl(Snede.GEWOON, 10, 14, ZACHT),
        klein=stijl(Snede.GEWOON, 8, 11, ZACHT) if not groot else stijl(Snede.GEWOON, 7, 10, ZACHT),
        code=stijl(Snede.GEWOON, 8, 15.5, ZACHT),
        vak=4.2 * MM * maal,
        nummer=8 * MM * maal,
        sprong=11.5 * MM * maal,
        # A hand does not write larger for who reads with difficulty, but a little room helps.
        hand=(10.5 if groot else 8.5) * MM,
        gezicht=7.5 * MM * maal,
        qr=24 * MM,
        wit=6.0 * maal,
    )
