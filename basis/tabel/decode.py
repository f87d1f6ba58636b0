"""Bytes of a text file to text, when nobody says in which encoding they are.

UTF-16 is recognised by its byte order mark. Everything else is read as UTF-8, and each byte that is not valid
UTF-8 as Windows-1252 (with WHATWG's reading of its five undefined bytes as control characters). That decides
per character, so a file pasted together from several sources, even within a line, comes out without mojibake
and without loss. It is sound because accented Windows-1252 text hardly ever happens to be valid UTF-8: that
takes a capital with an accent directly before a curly quote or the like.
"""

from __future__ import annotations

import codecs

_NAAM = "basis.tabel.windows-1252"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _read_windows_1252(fout: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that are no UTF-8 as Windows-1252; an error handler for :func:`bytes.decode`."""
    if not isinstance(fout, UnicodeDecodeError):
        raise fout
    stuk = fout.object[fout.start : fout.end]
    tekens = (bytes((byte,)).decode("cp1252", errors="ignore") or chr(byte) for byte in stuk)
    return "".join(tekens), fout.end


codecs.register_error(_NAAM, _read_windows_1252)


def is_utf16(data: bytes) -> bool:
    """Say whether the bytes begin with a byte order mark of UTF-16."""
    return data.startswith(_UTF16)


def decode(data: bytes) -> str:
    """Return the text without byte order mark; raise ``UnicodeDecodeError`` for broken UTF-16 only."""
    if is_utf16(data):
        return data.decode("utf-16")
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors=_NAAM)
