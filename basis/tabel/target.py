"""Where a table is written to: a path gets the whole file or nothing; an open stream just gets it."""

from __future__ import annotations

import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, TextIO

from basis.tabel.types import Tabelfout, one_line, shorten

_NIEUW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


@contextmanager
def open_text(doel: Path | TextIO, codering: str) -> Iterator[TextIO]:
    """Open for text without translation of line ends; a stream has its own encoding."""
    if not isinstance(doel, Path):
        yield doel
        return
    with open_binary(doel) as stroom:
        tekst = io.TextIOWrapper(stroom, encoding=codering, newline="")
        try:
            yield tekst
        finally:
            tekst.detach()


@contextmanager
def open_binary(doel: Path | BinaryIO) -> Iterator[IO[bytes]]:
    """Open for bytes. A path is written beside itself first and put in its place when all went well.

    Raises :class:`Tabelfout` if nothing can be written there.
    """
    if not isinstance(doel, Path):
        yield doel
        return
    tijdelijk = doel.with_name(f".{secrets.token_hex(8)}.deel")
    try:
        greep = os.open(tijdelijk, _NIEUW, 0o666)
    except OSError as fout:
        raise _describe(fout, doel) from fout
    try:
        with os.fdopen(greep, "wb") as stroom:
            yield stroom
        tijdelijk.replace(doel)
    except OSError as fout:
        raise _describe(fout, doel) from fout
    finally:
        tijdelijk.unlink(missing_ok=True)


def _describe(fout: OSError, doel: Path) -> Tabelfout:
    naam = shorten(doel.name)
    if isinstance(fout, FileNotFoundError | NotADirectoryError):
        melding = f"{naam} kan niet worden bewaard: de map bestaat niet. Maak de map of kies een andere."
    elif isinstance(fout, IsADirectoryError):
        melding = f"{naam} kan niet worden bewaard: er is al een map met die naam. Kies een andere naam."
    elif isinstance(fout, PermissionError):
        melding = f"{naam} kan niet worden bewaard: u mag niet schrijven in deze map. Kies een andere map."
    else:
        melding = f"{naam} kan niet worden bewaard ({one_line(fout.strerror or 'onbekende fout')})."
    return Tabelfout(melding, bestand=naam)
