"""JSONL: one object a line.

The columns are the keys in order of first appearance; a key that a line lacks gives "". Lists of plain
values become one text joined with ``|``, ``null`` becomes "", booleans ``ja`` and ``nee``. Anything deeper
(an object, a list in a list) is kept as JSON text: it is data, only not for us to take apart.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator

from basis.tabel.build import Ruwe_rij, build_tabel, clean_name, too_wide
from basis.tabel.cells import show
from basis.tabel.types import Limieten, Tabel, Tabelfout, shorten

LIJSTTEKEN = "|"

_Velden = dict[str, str]


class _Dubbel(ValueError):
    """A key that stands twice in one object; ``args[0]`` is the key."""


def read_jsonl(tekst: str, naam: str, limieten: Limieten) -> Tabel:
    """Read the table; row numbers are line numbers."""
    plekken: dict[str, int] = {}
    gevuld: list[tuple[int, _Velden]] = []
    for nummer, velden in _objects(tekst, naam):
        for sleutel in velden:
            plekken.setdefault(sleutel, len(plekken))
        if len(plekken) > limieten.max_kolommen:
            raise too_wide(naam, limieten)
        if any(velden.values()) and len(gevuld) <= limieten.max_rijen:
            gevuld.append((nummer, velden))
    return build_tabel(naam, [_rows(plekken, gevuld)], limieten, rijwoord="regel")


def _rows(plekken: dict[str, int], gevuld: list[tuple[int, _Velden]]) -> Iterator[Ruwe_rij]:
    """Yield the header and then the rows, one by one: padded rows may be far larger than the file."""
    yield 0, [clean_name(sleutel) or f"kolom {plek + 1}" for sleutel, plek in plekken.items()]
    for nummer, velden in gevuld:
        rij = [""] * len(plekken)
        for sleutel, waarde in velden.items():
            rij[plekken[sleutel]] = waarde
        yield nummer, rij


def _objects(tekst: str, naam: str) -> Iterator[tuple[int, _Velden]]:
    """Yield line number and fields of every line that is not blank."""
    for nummer, regel in enumerate(tekst.split("\n"), start=1):
        if not regel.strip():
            continue
        try:
            yield nummer, _read_object(regel)
        except _Dubbel as fout:
            melding = f"de naam '{shorten(fout.args[0])}' staat er meer dan één keer in. Laat er één staan."
            raise Tabelfout.at(naam, melding, rij=nummer, rijwoord="regel") from None
        except (ValueError, RecursionError):
            melding = 'dit is geen JSON-object. Zet op elke regel één object, zoals {"id": "1"}.'
            raise Tabelfout.at(naam, melding, rij=nummer, rijwoord="regel") from None


def _read_object(regel: str) -> _Velden:
    """Return the fields of one line; raise ``ValueError`` or ``RecursionError`` if it is no plain object."""
    velden = json.loads(
        regel, object_pairs_hook=_pairs, parse_float=_read_float, parse_constant=_refuse_constant
    )
    if not isinstance(velden, dict):
        raise ValueError("no object")
    return {sleutel: _show(waarde) for sleutel, waarde in velden.items()}


def _pairs(paren: list[tuple[str, object]]) -> dict[str, object]:
    velden: dict[str, object] = {}
    for sleutel, waarde in paren:
        if sleutel in velden:
            raise _Dubbel(sleutel)
        velden[sleutel] = waarde
    return velden


def _read_float(tekst: str) -> float:
    getal = float(tekst)
    if math.isinf(getal):
        raise ValueError("a number too large")
    return getal


def _refuse_constant(naam: str) -> object:
    raise ValueError(f"{naam} is no JSON")


def _show(waarde: object) -> str:
    if waarde is None or isinstance(waarde, str | int | float):
        return show(waarde)
    if isinstance(waarde, list) and not any(isinstance(deel, list | dict) for deel in waarde):
        return LIJSTTEKEN.join(_show(deel) for deel in waarde)
    return json.dumps(waarde, ensure_ascii=False)
