"""Tables as boxes: caption, header row, rows."""

from __future__ import annotations

from dataclasses import replace

from basis.druk.document import Gegevenstabel
from basis.druk.kolommen import measure_kolommen
from basis.druk.opmaak.pagina import Item, Wit
from basis.druk.opmaak.regels import Kolom, box_tekst, fix_dozen
from basis.druk.opmaak.rijen import Rijzetter
from basis.druk.opmaak.tags import Knoop
from basis.druk.stijlen import BIJSCHRIFT


def compose_tabel(tabel: Gegevenstabel, ouder: Knoop, kolom: Kolom, *, rtl: bool) -> list[Item]:
    """The boxes of a table, its caption first."""
    knoop = ouder.add("Table")
    items: list[Item] = []
    if tabel.bijschrift.strip():
        items += fix_dozen(box_tekst(tabel.bijschrift, BIJSCHRIFT, knoop.add("Caption"), kolom, rtl=rtl))
        items.append(Wit(2, vast=True))
    zetter = Rijzetter(measure_kolommen(tabel, kolom.breedte), kolom, rtl)
    # A head without a body is not allowed.
    kop = (knoop.add("THead") if tabel.rijen else knoop).add("TR")
    koppen = [kop.add("TH", kenmerk=("Table", "Scope", "Column")) for _ in tabel.kolommen]
    items += fix_dozen(zetter.box_rij(tabel.kolommen, koppen, kop=True), laatste=bool(tabel.rijen))
    herhaal = zetter.box_kopregel(tabel.kolommen)
    romp = knoop.add("TBody") if tabel.rijen else knoop
    for rij in tabel.rijen:
        rijknoop = romp.add("TR")
        dozen = zetter.box_rij(rij, [rijknoop.add("TD") for _ in rij], kop=False)
        items += [replace(doos, herhaal=herhaal) for doos in dozen]
    return items
