"""XML parts of a zip, read as a stream: bounded in memory, without DTD and entities.

A workbook may declare or hold millions of empty rows. They are never built: handlers collect only what has a
value, and once a long run of empty rows has gone by, the rest of the sheet is searched for the mere presence
of a value, at the speed of decompression.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import IO, Protocol
from xml.parsers import expat

from basis.tabel.types import Limieten, Tabelfout, show_count

_BROK = 64 * 1024
_ZOEKBROK = 1024 * 1024
_MAX_BROKSTUK = 1024 * 1024
_OVERLAP = 32


class XmlFout(ValueError):
    """XML that is not accepted: it has a DTD, or a tag of megabytes."""


class Handler(Protocol):
    """Receives the events of one part. Names are ``"namespace local"``, as expat gives them."""

    def start(self, naam: str, attributen: dict[str, str]) -> None:
        """An element begins."""

    def end(self, naam: str) -> None:
        """An element ends."""

    def text(self, tekst: str) -> None:
        """A piece of character data."""


@lru_cache(maxsize=1024)
def local(naam: str) -> str:
    """Return the local part of ``"namespace local"``."""
    return naam.rpartition(" ")[2]


def walk(bron: IO[bytes], handler: Handler) -> Iterator[None]:
    """Parse the stream into ``handler``; pause after every piece, so that the caller can take what came."""
    ontleder = expat.ParserCreate(namespace_separator=" ")
    ontleder.buffer_text = True
    ontleder.StartElementHandler = handler.start
    ontleder.EndElementHandler = handler.end
    ontleder.CharacterDataHandler = handler.text
    ontleder.StartDoctypeDeclHandler = _refuse_dtd
    gelezen = 0
    while brok := bron.read(_BROK):
        ontleder.Parse(brok, False)
        gelezen += len(brok)
        if gelezen - ontleder.CurrentByteIndex > _MAX_BROKSTUK:
            raise XmlFout("a tag of more than a megabyte")
        yield
    ontleder.Parse(b"", True)
    yield


def parse_part(archief: zipfile.ZipFile, deel: str, handler: Handler) -> None:
    """Parse a whole part into ``handler``."""
    with archief.open(deel) as bron:
        for _ in walk(bron, handler):
            pass


def holds_value(bron: IO[bytes], tekens: tuple[bytes, ...], einde: bytes) -> bool:
    """Say whether one of the marks occurs in the rest of the stream, before ``einde``.

    A plain search in the bytes: it may take something else for a value, but misses none in UTF-8. A stream in
    UTF-16 has NUL bytes and counts as holding a value.
    """
    staart = b""
    while brok := bron.read(_ZOEKBROK):
        stuk = staart + brok
        grens = stuk.find(einde)
        if grens >= 0:
            stuk = stuk[:grens]
        if any(teken in stuk for teken in (*tekens, b"\0")):
            return True
        if grens >= 0:
            return False
        staart = stuk[-_OVERLAP:]
    return False


def check_archive(archief: zipfile.ZipFile, naam: str, limieten: Limieten) -> None:
    """Refuse an archive that would unpack to too much; ``zipfile`` reads no part beyond its declared size."""
    if sum(lid.file_size for lid in archief.infolist()) > limieten.max_uitgepakt:
        grens = limieten.max_uitgepakt // (1024 * 1024)
        raise Tabelfout(
            f"{naam} is uitgepakt groter dan {grens} MB. Vaak komt dat door lege rijen met opmaak: "
            "kopieer alleen de gevulde rijen naar een nieuw bestand.",
            bestand=naam,
        )


def gap_too_long(naam: str, limieten: Limieten, rij: int) -> Tabelfout:
    """Return the error for a value below a very long run of empty rows; ``rij`` is the last filled, or 0."""
    aantal = show_count(limieten.max_lege_rijen)
    waar = "hieronder staan" if rij else "bovenaan staan"
    melding = (
        f"{waar} meer dan {aantal} lege rijen en daarna weer gegevens. "
        "Verwijder de lege rijen en bewaar het bestand opnieuw."
    )
    return Tabelfout.at(naam, melding, rij=rij or None)


def _refuse_dtd(naam: str, systeem: str | None, publiek: str | None, intern: bool) -> None:
    raise XmlFout("a document type declaration")
