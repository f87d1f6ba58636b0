"""The plain types of this package: a table, its limits, and the one error it raises."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MIB = 1024 * 1024
_MAX_NAMEN = 40
_MAX_NAAM = 60

Celwaarde = str | int | float | bool | None
"""What the writers accept in a cell. Numbers stay numbers in XLSX, ODS and JSONL."""


NAAMLOOS = "het bestand"
"""What bytes without a name are called in messages."""


class Tabelfout(ValueError):
    """A file that can't be used as a table, or a table that can't be written.

    ``str(fout)`` is one line of plain Dutch that can be shown to the person who chose the file: what is
    wrong, where, and what to do. The place is repeated in attributes, for a page that points at it:

    ``bestand``  the file's name as shown, "" if there is none
    ``rij``      the row as a person counts it (the header is row 1; in JSONL the line), or ``None``
    ``kolom``    the column's name, or its letter where it has none, or ``None``
    """

    def __init__(
        self, melding: str, *, bestand: str = "", rij: int | None = None, kolom: str | None = None
    ) -> None:
        melding = one_line(melding)
        if melding.startswith(NAAMLOOS):
            melding = melding[0].upper() + melding[1:]
        super().__init__(melding)
        self.bestand = bestand
        self.rij = rij
        self.kolom = kolom

    @classmethod
    def at(
        cls,
        bestand: str,
        melding: str,
        *,
        rij: int | None = None,
        kolom: str | None = None,
        rijwoord: str = "rij",
    ) -> Tabelfout:
        """Build an error that starts with its place: ``bestand, rij 14, kolom 'x': melding``."""
        plaats = bestand
        if rij is not None:
            plaats += f", {rijwoord} {show_count(rij)}"
        if kolom is not None:
            plaats += f", kolom '{shorten(kolom)}'"
        return cls(f"{plaats}: {melding}", bestand=bestand, rij=rij, kolom=kolom)


@dataclass(frozen=True, slots=True)
class Kolominfo:
    """What a statistics file says of a column beside its values; all values as text, as in the cells.

    ``label``    the question or description, "" if there is none
    ``waarden``  value → its label, in the order of the file
    ``gemist``   ranges (lowest, highest) of values that mean "missing" by the maker's own rule
    ``meting``   ``nominaal``, ``ordinaal`` or ``schaal``, "" where the file does not say
    """

    label: str = ""
    waarden: tuple[tuple[str, str], ...] = ()
    gemist: tuple[tuple[str, str], ...] = ()
    meting: str = ""

    def is_gemist(self, waarde: str) -> bool:
        """Tell whether a value means "missing"."""
        return any(waarde == laag or _between(laag, waarde, hoog) for laag, hoog in self.gemist)

    def spell(self, waarde: str) -> str:
        """Give a value in words: its label if it has one, "" if it means "missing"."""
        return "" if self.is_gemist(waarde) else dict(self.waarden).get(waarde, waarde)


def _between(laag: str, waarde: str, hoog: str) -> bool:
    try:
        return float(laag) <= float(waarde) <= float(hoog)
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table as text.

    ``kolommen``    the column names: trimmed, inner whitespace as one space, none empty, none twice
    ``rijen``       the data rows, each exactly as wide as ``kolommen``
    ``rijnummers``  for each row its number in the source as a person counts (header = 1; JSONL: the line;
                    SPSS: the case)
    ``info``        for each column what a statistics file says of it; empty for every other kind of file
    """

    naam: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    rijnummers: tuple[int, ...]
    info: tuple[Kolominfo, ...] = ()

    def kolom(self, naam: str) -> tuple[str, ...]:
        """Return the values of one column; raise :class:`Tabelfout` that names the columns there are."""
        if naam not in self.kolommen:
            melding = f"kolom '{shorten(naam)}' staat niet in {self.naam}. Wel: {list_names(self.kolommen)}."
            raise Tabelfout(melding, bestand=self.naam, kolom=naam)
        plek = self.kolommen.index(naam)
        return tuple(rij[plek] for rij in self.rijen)


@dataclass(frozen=True, slots=True)
class Limieten:
    """How much a file may hold. Sizes in bytes, texts in code points.

    There is no limit on the compression ratio: a sheet of styled but empty rows honestly compresses 500 : 1.
    The absolute ``max_uitgepakt`` bounds the work instead.
    """

    max_bytes: int = 25 * _MIB
    max_rijen: int = 100_000
    max_kolommen: int = 500
    max_cel: int = 100_000
    max_uitgepakt: int = 500 * _MIB
    max_cellen: int = 5_000_000
    max_tekens: int = 100_000_000
    max_lege_rijen: int = 10_000
    """Empty rows in one run that are looked at one by one; the rest of the sheet is only scanned."""


LIMIETEN = Limieten()


def one_line(tekst: str) -> str:
    """Fold every run of whitespace and control characters into one space."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", tekst).strip()


def shorten(naam: str) -> str:
    """Return a name fit for a message: one line of at most sixty characters."""
    naam = one_line(naam)
    return naam if len(naam) <= _MAX_NAAM else naam[: _MAX_NAAM - 1] + "…"


def list_names(namen: Sequence[str]) -> str:
    """Return ``a, b, c``, and for a very wide table how many more there are."""
    tekst = ", ".join(shorten(naam) for naam in namen[:_MAX_NAMEN])
    rest = len(namen) - _MAX_NAMEN
    return f"{tekst} en nog {rest}" if rest > 0 else tekst


def show_count(aantal: int) -> str:
    """Return a count in Dutch notation: ``100.000``."""
    return f"{aantal:,}".replace(",", ".")
