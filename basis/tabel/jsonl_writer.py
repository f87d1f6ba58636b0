"""JSONL: one object a line, in UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from basis.tabel.cells import clean
from basis.tabel.rows import check_rows
from basis.tabel.target import open_text
from basis.tabel.types import Celwaarde


def write_jsonl(doel: Path | TextIO, kolommen: Sequence[str], rijen: Iterable[Sequence[Celwaarde]]) -> None:
    r"""Write one object a row, keys in the order of ``kolommen``; line ends are ``\n``.

    Text is written as text, numbers, booleans and ``None`` as their JSON counterparts. A table without rows
    gives an empty file: JSONL has no header. Nothing runs JSON, so no formula needs guarding.
    """
    with open_text(doel, "utf-8") as stroom:
        for _, rij in check_rows(kolommen, rijen):
            waarden = (clean(waarde) if isinstance(waarde, str) else waarde for waarde in rij)
            velden = dict(zip(map(clean, kolommen), waarden, strict=True))
            stroom.write(json.dumps(velden, ensure_ascii=False, allow_nan=False) + "\n")
