"""From raw rows to a :class:`Tabel`: header, width, empty rows, limits. The same for every format."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from basis.tabel.cells import clean
from basis.tabel.types import Limieten, Tabel, Tabelfout, list_names, show_count

Ruwe_rij = tuple[int, list[str]]
"""Row number as a person counts, and the cells; rows may be ragged."""

_RAND = re.compile(r"^[\s\ufeff\u200b]+|[\s\ufeff\u200b]+$")


def build_tabel(
    naam: str,
    bladen: Iterable[Iterable[Ruwe_rij]],
    limieten: Limieten,
    *,
    scheiding: str | None = None,
    rijwoord: str = "rij",
) -> Tabel:
    """Build the table from the first sheet that has a header and at least one row.

    ``bladen`` are the sheets in order; a text file is one sheet. ``scheiding`` is the Dutch name of the
    delimiter of a text file: there a row longer than the header is an error, for a delimiter in an answer is
    the likely cause. Without it (a spreadsheet) such a cell simply stands in a column without a name.
    ``rijwoord`` is what a row is called in messages.
    """
    alleen_kop = False
    for blad in bladen:
        rijen = _filled(blad)
        kop = next(rijen, None)
        eerste = next(rijen, None)
        if kop is not None and eerste is not None:
            bouwer = _Bouwer(naam, kop[1], limieten, scheiding, rijwoord)
            for nummer, rij in chain([eerste], rijen):
                bouwer.add(nummer, rij)
            return bouwer.finish()
        alleen_kop = alleen_kop or kop is not None
    raise _only_header(naam) if alleen_kop else empty_file(naam)


def empty_file(naam: str) -> Tabelfout:
    """Return the error for a file in which nothing stands."""
    return Tabelfout(f"{naam} is leeg. Kies een bestand met kolomnamen en antwoorden.", bestand=naam)


def _only_header(naam: str) -> Tabelfout:
    melding = f"{naam} heeft alleen een rij met kolomnamen en geen rijen daaronder. Voeg de antwoorden toe."
    return Tabelfout(melding, bestand=naam)


def column_letters(plek: int) -> str:
    """Return the letters of a column, counted from 0: A, Z, AA."""
    letters = ""
    plek += 1
    while plek:
        plek, rest = divmod(plek - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def too_wide(naam: str, limieten: Limieten) -> Tabelfout:
    """Return the error for a value beyond the last column that is read."""
    grens = show_count(limieten.max_kolommen)
    melding = f"{naam} heeft meer dan {grens} kolommen. Verwijder de kolommen die u niet nodig hebt."
    return Tabelfout(melding, bestand=naam)


def cell_too_long(lengte: int, limieten: Limieten) -> str:
    """Return the sentence for one cell with too much text."""
    return (
        f"{show_count(lengte)} tekens in één cel, en het mogen er {show_count(limieten.max_cel)} zijn. "
        "Kijk of er een aanhalingsteken ontbreekt, of verdeel de tekst over meer rijen."
    )


def _filled(blad: Iterable[Ruwe_rij]) -> Iterator[Ruwe_rij]:
    """Yield the rows with some text in them, every cell in canonical form."""
    for nummer, ruw in blad:
        rij = [clean(cel) for cel in ruw]
        if any(cel.strip() for cel in rij):
            yield nummer, rij


def clean_name(naam: str) -> str:
    """Return a column name as one line, composed (files from a Mac may hold e + accent); idempotent."""
    return " ".join(_RAND.sub("", unicodedata.normalize("NFC", clean(naam))).split())


def _trim(rij: list[str]) -> list[str]:
    """Drop the empty cells at the end."""
    einde = len(rij)
    while einde and not rij[einde - 1]:
        einde -= 1
    return rij[:einde]


class _Bouwer:
    """Collects rows, checks each against the header and the limits."""

    def __init__(
        self, naam: str, kop: list[str], limieten: Limieten, scheiding: str | None, rijwoord: str
    ) -> None:
        self._naam = naam
        self._limieten = limieten
        self._scheiding = scheiding
        self._rijwoord = rijwoord
        self._kop = [clean_name(cel) for cel in kop]
        self._breedte = 0
        self._rijen: list[list[str]] = []
        self._nummers: list[int] = []
        self._tekens = 0
        self._widen(len(_trim(self._kop)))

    def add(self, nummer: int, rij: list[str]) -> None:
        """Take one row that has some text in it."""
        rij = _trim(rij)
        if self._scheiding is not None and len(rij) > len(self._kop):
            raise self._surplus(nummer, len(rij))
        self._widen(len(rij))
        self._check_cells(nummer, rij)
        self._check_totals(rij)
        self._rijen.append(rij)
        self._nummers.append(nummer)

    def finish(self) -> Tabel:
        """Name the columns, drop the empty ones without a name, and make every row equally wide."""
        breedte = self._breedte
        kop = (self._kop + [""] * breedte)[:breedte]
        vol = {plek for rij in self._rijen for plek, cel in enumerate(rij) if cel.strip()}
        plekken = [plek for plek in range(breedte) if kop[plek] or plek in vol]
        kolommen = tuple(kop[plek] or f"kolom {plek + 1}" for plek in plekken)
        self._check_names(kolommen)
        rijen = (rij + [""] * (breedte - len(rij)) for rij in self._rijen)
        return Tabel(
            naam=self._naam,
            kolommen=kolommen,
            rijen=tuple(tuple(rij[plek] for plek in plekken) for rij in rijen),
            rijnummers=tuple(self._nummers),
        )

    def _widen(self, breedte: int) -> None:
        if breedte > self._limieten.max_kolommen:
            raise too_wide(self._naam, self._limieten)
        self._breedte = max(self._breedte, breedte)

    def _check_names(self, kolommen: tuple[str, ...]) -> None:
        dubbel = [naam for plek, naam in enumerate(kolommen) if kolommen.index(naam) != plek]
        if dubbel:
            namen = list_names(tuple(dict.fromkeys(dubbel)))
            woord = "deze kolomnaam staat" if len(set(dubbel)) == 1 else "deze kolomnamen staan"
            melding = f"{woord} er meer dan één keer: {namen}. Geef elke kolom een eigen naam."
            raise Tabelfout(f"{self._naam}: {melding}", bestand=self._naam, kolom=dubbel[0])

    def _check_cells(self, nummer: int, rij: list[str]) -> None:
        for plek, cel in enumerate(rij):
            if len(cel) > self._limieten.max_cel:
                naam = self._kop[plek] if plek < len(self._kop) else ""
                raise Tabelfout.at(
                    self._naam,
                    cell_too_long(len(cel), self._limieten),
                    rij=nummer,
                    kolom=naam or column_letters(plek),
                    rijwoord=self._rijwoord,
                )

    def _check_totals(self, rij: list[str]) -> None:
        limieten = self._limieten
        aantal = len(self._rijen) + 1
        self._tekens += sum(map(len, rij))
        standen = (
            (aantal, limieten.max_rijen, "rijen"),
            (aantal * self._breedte, limieten.max_cellen, "cellen"),
            (self._tekens, limieten.max_tekens, "tekens"),
        )
        for stand, grens, wat in standen:
            if stand > grens:
                melding = f"{self._naam} heeft meer dan {show_count(grens)} {wat}."
                raise Tabelfout(f"{melding} Verdeel het over meer bestanden.", bestand=self._naam)

    def _surplus(self, nummer: int, aantal: int) -> Tabelfout:
        kop = len(self._kop)
        waar = "1 kolom staat" if kop == 1 else f"{kop} kolommen staan"
        melding = f"{aantal} waarden waar {waar}. Kijk of er een {self._scheiding} in een antwoord staat."
        return Tabelfout.at(self._naam, melding, rij=nummer)
