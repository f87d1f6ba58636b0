"""Reading the input of a command, and refusing it in one clear line."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

if TYPE_CHECKING:
    from basis.tabel import Tabel
    from codering.nlp.types import Antwoordrij

BAD_INPUT = 2


class Opdrachtfout(Exception):
    """The input or an option cannot be used; `str()` is one Dutch line."""


def stop(fout: Exception, stderr: TextIO) -> NoReturn:
    """Print one line and end with status 2."""
    stderr.write(" ".join(str(fout).split()) + "\n")
    sys.exit(BAD_INPUT)


def read_bestand(pad: str) -> "Tabel":
    """Read a table; raises Opdrachtfout."""
    from basis.tabel import Tabelfout, read_tabel

    try:
        return read_tabel(Path(pad))
    except Tabelfout as fout:
        raise Opdrachtfout(str(fout)) from fout


def pick_kolom(tabel: "Tabel", gevraagd: str | None, gewoonlijk: str) -> tuple[str, ...] | None:
    """Give a column; one that was asked for must be there, the usual one may be missing (None)."""
    from basis.tabel import Tabelfout

    if gevraagd is None and gewoonlijk not in tabel.kolommen:
        return None
    try:
        return tabel.kolom(gevraagd or gewoonlijk)
    except Tabelfout as fout:
        raise Opdrachtfout(str(fout)) from fout


def read_rijen(
    tabel: "Tabel", *, kolom: str | None, id_: str | None, groep: str | None = None, vraag: str | None = None
) -> list["Antwoordrij"]:
    """Give the rows of a table with a unique id each (its row number where there is no id column)."""
    from codering.nlp.types import Antwoordrij

    teksten = pick_kolom(tabel, kolom or "tekst", "tekst")
    ids = pick_kolom(tabel, id_, "id")
    groepen = pick_kolom(tabel, groep, "buurt")
    vragen = pick_kolom(tabel, vraag, "") if vraag else None
    nummers = [str(nummer) for nummer in tabel.rijnummers]
    sleutels = check_ids(tabel, ids) if ids is not None else nummers
    leeg = [""] * len(nummers)
    return [
        Antwoordrij(id=sleutel, tekst=tekst, groep=waar.strip(), vraag=waarom.strip())
        for sleutel, tekst, waar, waarom in zip(
            sleutels, teksten or leeg, groepen or leeg, vragen or leeg, strict=True
        )
    ]


def check_ids(tabel: "Tabel", ids: Sequence[str]) -> list[str]:
    """Refuse an empty or double id, because each row of the outcome must point at one row of the input."""
    gezien: dict[str, int] = {}
    schoon = [waarde.strip() for waarde in ids]
    for nummer, waarde in zip(tabel.rijnummers, schoon, strict=True):
        if not waarde:
            raise Opdrachtfout(
                f"{tabel.naam}, rij {nummer}: het id ontbreekt. Vul het in, of kies met --id een andere kolom."
            )
        if waarde in gezien:
            raise Opdrachtfout(
                f"{tabel.naam}, rij {nummer}: id '{waarde[:60]}' staat ook in rij {gezien[waarde]}. "
                "Geef elke rij een eigen id, of kies met --id een andere kolom."
            )
        gezien[waarde] = nummer
    return schoon
