"""Zip packages with the same bytes for the same content: fixed dates, order, permissions and compression."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from basis.tabel.target import open_binary

_BEGIN_DER_TIJDEN = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_GEWOON_BESTAND = 0o100644 << 16
_BLOK = 500


@contextmanager
def open_package(doel: Path | BinaryIO) -> Iterator[zipfile.ZipFile]:
    """Open a zip to write parts into with :func:`add_part` and :func:`add_rows`."""
    with open_binary(doel) as stroom, zipfile.ZipFile(stroom, "w") as pakket:
        yield pakket


def add_part(pakket: zipfile.ZipFile, deel: str, tekst: str, *, compress: bool = True) -> None:
    """Add a small part."""
    pakket.writestr(_describe(deel, compress), tekst.encode())


def add_rows(pakket: zipfile.ZipFile, deel: str, stukken: Iterable[str]) -> None:
    """Add a large part piece by piece; in memory stays only the compressor's block."""
    with pakket.open(_describe(deel, True), "w") as stroom:
        blok: list[str] = []
        for stuk in stukken:
            blok.append(stuk)
            if len(blok) >= _BLOK:
                stroom.write("".join(blok).encode())
                blok.clear()
        stroom.write("".join(blok).encode())


def _describe(deel: str, compress: bool) -> zipfile.ZipInfo:
    lid = zipfile.ZipInfo(deel, _BEGIN_DER_TIJDEN)
    lid.create_system = _UNIX
    lid.external_attr = _GEWOON_BESTAND
    lid.compress_type = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    return lid
