"""The file that proposals are measured on: answers with the codes that someone gave."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from config.opdrachten.invoer import Opdrachtfout, pick_kolom, read_bestand, read_rijen

if TYPE_CHECKING:
    from basis.tabel import Tabel
    from codering.nlp.types import Antwoordrij

MAX_GROEPEN = 40
"""A column with more values than this is no column to compare groups by."""


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """A column to compare groups of rows by, with each row's value."""

    kolom: str
    waarden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proefset:
    """Rows with their codes; `soort` and `kwaliteit` are empty where the file has no such column.

    `door` says who wrote and who coded it, "" where nobody said so.
    """

    naam: str
    sha256: str
    door: str
    rijen: tuple["Antwoordrij", ...]
    waar: tuple[tuple[str, ...], ...]
    soort: tuple[str, ...]
    kwaliteit: tuple[str, ...]
    per: tuple[Kenmerk, ...]

    @property
    def met_vraag(self) -> bool:
        """Whether a question is known for at least one row."""
        return any(rij.vraag for rij in self.rijen)


def read_proefset(opties: Mapping[str, Any], codes: Sequence[str]) -> Proefset:
    """Read the file that the options of `evalueer` name; raises Opdrachtfout."""
    from codering.nlp.types import Kwaliteit, Soort
    from config.opdrachten.bestanden import hash_bestand

    tabel = read_bestand(opties["bestand"])
    rijen = read_rijen(tabel, kolom=opties["kolom"], id_=None, vraag=opties["vraag"])
    cellen = pick_kolom(tabel, "--codes", opties["codes"]) or ()
    waar = tuple(split_codes(cel) for cel in cellen)
    _check_codes(waar, codes, tabel)
    return Proefset(
        naam=tabel.naam,
        sha256=hash_bestand(Path(opties["bestand"])),
        door=" ".join((opties["door"] or "").split()),
        rijen=tuple(rijen),
        waar=waar,
        soort=_read_klassen(tabel, "--soort", opties["soort"], [soort.value for soort in Soort]),
        kwaliteit=_read_klassen(
            tabel, "--kwaliteit", opties["kwaliteit"], [soort.value for soort in Kwaliteit]
        ),
        per=tuple(_read_kenmerk(tabel, kolom) for kolom in dict.fromkeys(opties["per"] or ())),
    )


def split_codes(cel: str) -> tuple[str, ...]:
    """Read the codes of a cell: separated by |, comma or semicolon."""
    return tuple(deel.strip() for deel in re.split(r"[|,;]", cel) if deel.strip())


def _check_codes(waar: Sequence[Sequence[str]], codes: Sequence[str], tabel: "Tabel") -> None:
    for nummer, eigen in zip(tabel.rijnummers, waar, strict=True):
        if vreemd := [code for code in eigen if code not in codes]:
            raise Opdrachtfout(
                f"{tabel.naam}, rij {nummer}: code '{vreemd[0][:60]}' staat niet in het codeboek. "
                f"Wel: {', '.join(codes)}."
            )
    if not any(waar):
        raise Opdrachtfout(
            f"{tabel.naam}: in de kolom met codes staat geen enkele code. Kies een andere kolom."
        )


def _read_klassen(tabel: "Tabel", optie: str, kolom: str | None, klassen: Sequence[str]) -> tuple[str, ...]:
    """Read one class per row; an empty cell was not judged."""
    if not kolom:
        return ()
    waarden = tuple(
        waarde.strip().lower().replace(" ", "_") for waarde in pick_kolom(tabel, optie, kolom) or ()
    )
    for nummer, waarde in zip(tabel.rijnummers, waarden, strict=True):
        if waarde and waarde not in klassen:
            raise Opdrachtfout(
                f"{tabel.naam}, rij {nummer}: '{waarde[:60]}' in kolom '{kolom}' is niet bekend. "
                f"Wel: {', '.join(klassen)}, of niets."
            )
    if not any(waarden):
        raise Opdrachtfout(
            f"{tabel.naam}: kolom '{kolom}' is leeg. Kies een andere kolom of laat {optie} weg."
        )
    return waarden


def _read_kenmerk(tabel: "Tabel", kolom: str) -> Kenmerk:
    waarden = tuple(waarde.strip() for waarde in pick_kolom(tabel, "--per", kolom) or ())
    if len(set(waarden)) > MAX_GROEPEN:
        raise Opdrachtfout(
            f"{tabel.naam}: kolom '{kolom}' heeft {len(set(waarden))} verschillende waarden. "
            f"Kies met --per een kolom met hooguit {MAX_GROEPEN}."
        )
    return Kenmerk(kolom, waarden)
