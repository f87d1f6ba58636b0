"""What kind of file is this? Decided by its content; suffixes lie.

What is no table is refused with a line that names what it seems to be.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from enum import StrEnum
from xml.parsers.expat import ExpatError

from basis.tabel.build import empty_file
from basis.tabel.decode import is_utf16
from basis.tabel.types import Tabelfout

_KIES = "Kies een bestand in CSV, XLSX, ODS, JSONL of SPSS (.sav)."


class Soort(StrEnum):
    """The kinds of file that are read."""

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"
    JSONL = "jsonl"
    SAV = "sav"


BESCHADIGD = (
    ExpatError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    OverflowError,
)
"""What zipfile, expat and our own reading of attributes raise when an archive is not what it says it is."""

_KOP = 64 * 1024
_MAX_KLEIN_DEEL = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_STUURTEKEN = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))

_HANDTEKENINGEN: tuple[tuple[bytes, str], ...] = (
    (rb"%PDF-", "een PDF"),
    (rb"\x89PNG", "een afbeelding (PNG)"),
    (rb"\xff\xd8\xff", "een afbeelding (JPEG)"),
    (rb"GIF8[79]a", "een afbeelding (GIF)"),
    (rb"II\*\0|MM\0\*", "een afbeelding (TIFF)"),
    (rb"RIFF....WEBP", "een afbeelding (WebP)"),
    (rb"RIFF....WAVE|ID3[\x02-\x04]|OggS\0", "een geluidsbestand"),
    (rb"\0...ftyp", "een foto, film of geluidsbestand"),
    (rb"\x1f\x8b", "een ingepakt bestand (gzip)"),
    (rb"7z\xbc\xaf|Rar!\x1a", "een ingepakt bestand (7z of RAR)"),
    (rb"SQLite format 3\0", "een database (SQLite)"),
    (rb"\{\\rtf", "een tekstdocument (RTF)"),
)
"""How files begin that are no table, as patterns that no header of a CSV can match."""

_OPMAAKTAAL: tuple[tuple[str, str], ...] = (
    (r"<!doctype html|<html|<table|<head|<body", "een webpagina (HTML)"),
    (r"<\?xml|<office:document", "een XML-bestand"),
    (r"\[\s*[{\[]", "een JSON-lijst"),
)

_SAV = b"$FL2@(#)"
_BEWAAR_SAV = "Bewaar het in uw statistiekprogramma als gewoon .sav-bestand, of als CSV."
_SAV_MET_WACHTWOORD = b"\x1c\0\0\0\0\0\0\0ENCRYPTEDSAV"
"""How SPSS wraps a file with a password (GNU PSPP Developers Guide, "SPSS Encrypted File Wrappers")."""
_POR_PLEK = slice(456, 464)
"""Where SPSSPORT stands in a portable file, line ends not counted (the same guide)."""

_OPENDOCUMENT = "application/vnd.oasis.opendocument."
_OPENDOCUMENTEN = {
    "text": "een tekstdocument (ODT)",
    "presentation": "een presentatie (ODP)",
    "graphics": "een tekening (ODG)",
}
_BEWAAR = "Open het in uw rekenprogramma en bewaar het als XLSX of ODS."
_NUMBERS = ("een Numbers- of Pages-bestand", "Exporteer het als CSV of XLSX.")
_ZIP_ANDERS: tuple[tuple[str, str, str], ...] = (
    ("xl/workbook.bin", "een Excel-werkmap in binaire vorm (XLSB)", _BEWAAR),
    ("word/", "een tekstdocument (Word)", _KIES),
    ("ppt/", "een presentatie (PowerPoint)", _KIES),
    ("index/document.iwa", *_NUMBERS),
    ("index.zip", *_NUMBERS),
)


def detect_soort(data: bytes, naam: str) -> Soort:
    """Return the kind of the file; raise :class:`Tabelfout` for what is no table that can be read."""
    if data.startswith(_OLE):
        raise _describe_ole(data, naam)
    if data.startswith(_ZIP):
        return _detect_zip(data, naam)
    if data.startswith(_SAV):
        return Soort.SAV
    _refuse_spss(data, naam)
    for patroon, wat in _HANDTEKENINGEN:
        if re.match(patroon, data, re.DOTALL):
            raise _no_table(naam, wat)
    if is_utf16(data):
        return Soort.CSV
    return _detect_text(data, naam)


def _refuse_spss(data: bytes, naam: str) -> None:
    """Refuse what SPSS writes beside ordinary system files."""
    if data.startswith(_SAV_MET_WACHTWOORD):
        raise protected(naam)
    if data.startswith(b"$FL3@(#)"):
        raise _no_table(naam, "een samengeperst SPSS-bestand (ZSAV)", _BEWAAR_SAV)
    if data[:600].translate(None, b"\r\n")[_POR_PLEK] == b"SPSSPORT":
        raise _no_table(naam, "een overdraagbaar SPSS-bestand (POR)", _BEWAAR_SAV)


def _detect_text(data: bytes, naam: str) -> Soort:
    kop = data[:_KOP].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not kop and not data[_KOP:].strip():
        raise empty_file(naam)
    vreemd = len(kop) - len(kop.translate(None, _STUURTEKEN))
    if b"\0" in data or vreemd > max(2, len(kop) // 100):
        raise _no_table(naam, "een binair bestand, geen tekst")
    begin = kop[:200].decode("latin-1")
    for patroon, wat in _OPMAAKTAAL:
        if re.match(patroon, begin, re.IGNORECASE):
            raise _no_table(naam, wat)
    return Soort.JSONL if begin.startswith("{") else Soort.CSV


def _detect_zip(data: bytes, naam: str) -> Soort:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archief:
            return _detect_archive(archief, naam)
    except Tabelfout:
        raise
    except BESCHADIGD as fout:
        raise damaged(naam) from fout


def _detect_archive(archief: zipfile.ZipFile, naam: str) -> Soort:
    namen = {lid.replace("\\", "/").lower() for lid in archief.namelist()}
    if any(lid.flag_bits & 1 for lid in archief.infolist()):
        raise protected(naam)
    if "mimetype" in namen:
        soort = _read_small(archief, "mimetype").decode("ascii", errors="replace").strip()
        if soort.startswith(_OPENDOCUMENT):
            return _detect_opendocument(archief, soort.removeprefix(_OPENDOCUMENT), naam)
    for begin, wat, raad in _ZIP_ANDERS:
        if any(lid.startswith(begin) for lid in namen):
            raise _no_table(naam, wat, raad)
    if "[content_types].xml" in namen and any(lid.startswith("xl/") for lid in namen):
        return Soort.XLSX
    raise _no_table(naam, "een zip-bestand", "Pak het uit en kies het bestand met de antwoorden.")


def _detect_opendocument(archief: zipfile.ZipFile, soort: str, naam: str) -> Soort:
    if soort not in ("spreadsheet", "spreadsheet-template"):
        raise _no_table(naam, _OPENDOCUMENTEN.get(soort.partition("-")[0], "een ander OpenDocument-bestand"))
    manifest = "META-INF/manifest.xml"
    if manifest in archief.namelist() and b"encryption-data" in _read_small(archief, manifest):
        raise protected(naam)
    return Soort.ODS


def _read_small(archief: zipfile.ZipFile, deel: str) -> bytes:
    with archief.open(deel) as bron:
        return bron.read(_MAX_KLEIN_DEEL)


def _describe_ole(data: bytes, naam: str) -> Tabelfout:
    """Return the error for Microsoft's container of before 2007, which also wraps encrypted workbooks."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return protected(naam)
    if "WordDocument".encode("utf-16-le") in data:
        return _no_table(naam, "een oud tekstdocument (Word)")
    if any(deel.encode("utf-16-le") in data for deel in ("Workbook", "Book")):
        return _no_table(naam, "een oude Excel-werkmap (XLS)", _BEWAAR)
    return _no_table(naam, "een oud Office-bestand")


def _no_table(naam: str, wat: str, raad: str = _KIES) -> Tabelfout:
    return Tabelfout(f"{naam} kan niet als tabel worden gelezen: het lijkt {wat}. {raad}", bestand=naam)


def protected(naam: str) -> Tabelfout:
    """Return the error for a file that opens with a password only."""
    return Tabelfout(
        f"{naam} is met een wachtwoord beveiligd. Haal het wachtwoord eraf en bewaar het bestand opnieuw.",
        bestand=naam,
    )


def damaged(naam: str) -> Tabelfout:
    """Return the error for a file whose inside doesn't hold together."""
    return Tabelfout(
        f"{naam} is beschadigd en kan niet worden gelezen. "
        "Open het in het programma waarmee het is gemaakt, bewaar het opnieuw en probeer het nog eens.",
        bestand=naam,
    )
