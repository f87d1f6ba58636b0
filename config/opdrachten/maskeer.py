"""Masking a table."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from config.opdrachten.invoer import Opdrachtfout, check_doel

if TYPE_CHECKING:
    from basis.tabel import Tabel
    from codering.nlp.types import Antwoordrij


def write_maskers(
    tabel: "Tabel", kolom: str, rijen: Sequence["Antwoordrij"], uit: Path, vrij: Sequence[str] = ()
) -> tuple[int, Path]:
    """Write what was found to `uit` and the table with `kolom` masked beside it; gives the count and that path.

    `vrij` are names of places, that stay readable. Other columns are written as they are. Both files appear whole or
    not at all.
    """
    from basis.taal.maskeren import apply_maskers, find_maskers_batch
    from basis.tabel import Tabelfout, write_csv

    gevonden = find_maskers_batch([rij.tekst for rij in rijen], tuple(vrij))
    plekken = [
        (rij.id, str(masker.begin), str(masker.eind), str(masker.soort), masker.masker)
        for rij, maskers in zip(rijen, gevonden, strict=True)
        for masker in maskers
    ]
    plaats = tabel.kolommen.index(kolom)
    schoon = [
        (*cellen[:plaats], apply_maskers(rij.tekst, maskers), *cellen[plaats + 1 :])
        for cellen, rij, maskers in zip(tabel.rijen, rijen, gevonden, strict=True)
    ]
    afgeschermd = name_afgeschermd(uit)
    paren = [(pad.with_name(f".{pad.name}.klad"), pad) for pad in (uit, afgeschermd)]
    try:
        write_csv(paren[0][0], ("id", "begin", "eind", "soort", "masker"), plekken)
        write_csv(paren[1][0], tabel.kolommen, schoon)
        for klad, pad in paren:
            klad.replace(pad)
    except (OSError, Tabelfout) as fout:
        raise Opdrachtfout(
            f"{uit} kan niet geschreven worden. Bestaat de map, en mag u daar schrijven?"
        ) from fout
    finally:
        for klad, _pad in paren:
            with suppress(OSError):
                klad.unlink()
    return len(plekken), afgeschermd


def name_afgeschermd(uit: Path) -> Path:
    """Give the place of the masked copy: beside `uit`."""
    return uit.with_name(f"{uit.stem}.gemaskeerd.csv")


def check_doelen(bestand: str, uit: str) -> None:
    """Refuse a place to write to that is no file name, or the input itself; raises Opdrachtfout."""
    check_doel(bestand, uit)
    check_doel(bestand, str(name_afgeschermd(Path(uit))))
