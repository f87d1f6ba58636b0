"""Read a table from a path or from bytes."""

from __future__ import annotations

import stat
from pathlib import Path

from basis.tabel.build import empty_file
from basis.tabel.csv_reader import read_csv
from basis.tabel.decode import decode, is_utf16
from basis.tabel.jsonl_reader import read_jsonl
from basis.tabel.ods_reader import read_ods
from basis.tabel.sniff import BESCHADIGD, Soort, damaged, detect_soort
from basis.tabel.spss_reader import read_spss
from basis.tabel.types import LIMIETEN, NAAMLOOS, Limieten, Tabel, Tabelfout, one_line, shorten
from basis.tabel.xlsx_reader import read_xlsx


def read_tabel(bron: Path | bytes, *, naam: str | None = None, limieten: Limieten = LIMIETEN) -> Tabel:
    """Read a table; raise :class:`Tabelfout` with one clear line if that can't be done.

    ``bron``      a file, or its content; the kind (CSV, XLSX, ODS, JSONL, SPSS) is found by content
    ``naam``      the name to show in messages; by default the path's own
    ``limieten``  how much the file may hold

    CSV: comma, semicolon or tab; UTF-8 with or without byte order mark, UTF-16 with one, Windows-1252, or a
    mixture. The first row with text is the header. A short row is filled up; a long one is an error unless
    the surplus is empty. XLSX and ODS: the first visible sheet with a header and a row; formulas by their
    last computed value, or as harmless text (``=A1+1``) if the file holds none. JSONL: one object a line,
    lists joined with ``|``. SPSS (``.sav``): the values, with their labels in ``Tabel.info``.

    Columns without a name and without values are dropped; one with values becomes ``kolom 3`` (its place).
    Names that stand twice are an error. Rows without text are skipped.
    """
    if isinstance(bron, bytes):
        naam = shorten(naam) if naam else NAAMLOOS
        data = bron
    else:
        naam = shorten(naam or bron.name)
        data = _read_bytes(bron, naam, limieten)
    if len(data) > limieten.max_bytes:
        raise _too_big(naam, limieten)
    if not data:
        raise empty_file(naam)
    return _read(data, naam, limieten)


def _read(data: bytes, naam: str, limieten: Limieten) -> Tabel:
    soort = detect_soort(data, naam)
    if soort is Soort.SAV:
        return read_spss(data, naam, limieten)
    if soort in (Soort.XLSX, Soort.ODS):
        read_archive = read_xlsx if soort is Soort.XLSX else read_ods
        try:
            return read_archive(data, naam, limieten)
        except Tabelfout:
            raise
        except BESCHADIGD as fout:
            raise damaged(naam) from fout
    try:
        tekst = decode(data)
    except UnicodeDecodeError as fout:
        raise damaged(naam) from fout
    if not tekst.strip():
        raise empty_file(naam)
    if soort is Soort.JSONL or (is_utf16(data) and tekst.lstrip().startswith("{")):
        return read_jsonl(tekst, naam, limieten)
    return read_csv(tekst, naam, limieten)


def _read_bytes(pad: Path, naam: str, limieten: Limieten) -> bytes:
    """Return the content of a regular file, at most one byte more than is allowed."""
    try:
        soort = pad.stat().st_mode
        if stat.S_ISDIR(soort):
            raise IsADirectoryError
        if not stat.S_ISREG(soort):
            raise Tabelfout(f"{naam} is geen gewoon bestand. Kies een bestand met antwoorden.", bestand=naam)
        with pad.open("rb") as bron:
            return bron.read(limieten.max_bytes + 1)
    except OSError as fout:
        raise describe_oserror(fout, naam) from fout
    except ValueError as fout:  # a NUL in the path
        if isinstance(fout, Tabelfout):
            raise
        raise describe_oserror(FileNotFoundError(), naam) from fout


def describe_oserror(fout: OSError, naam: str) -> Tabelfout:
    """Return the error for a file that can't be opened."""
    if isinstance(fout, FileNotFoundError | NotADirectoryError):
        melding = f"{naam} bestaat niet. Kijk of de naam en de map kloppen."
    elif isinstance(fout, IsADirectoryError):
        melding = f"{naam} is een map. Kies een bestand met antwoorden."
    elif isinstance(fout, PermissionError):
        melding = f"{naam} mag niet worden gelezen. Vraag de eigenaar om leesrechten op het bestand."
    else:
        melding = f"{naam} kan niet worden gelezen ({one_line(fout.strerror or 'onbekende fout')})."
    return Tabelfout(melding, bestand=naam)


def _too_big(naam: str, limieten: Limieten) -> Tabelfout:
    grens = limieten.max_bytes // (1024 * 1024)
    return Tabelfout(
        f"{naam} is groter dan {grens} MB. Verdeel het over meer bestanden.",
        bestand=naam,
    )
