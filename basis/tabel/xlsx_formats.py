"""Number formats of XLSX: which numbers are dates, and how a person sees a number.

Serial dates count days from 1899-12-31, with a 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1),
or from 1904-01-01. A format decides what a number is; the file never says "date" itself.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum, auto
from typing import NamedTuple

from basis.tabel.cells import show_number


class Aard(Enum):
    """What a number format makes of a number."""

    GETAL = auto()
    DATUM = auto()
    TIJD = auto()
    DATUMTIJD = auto()
    DUUR = auto()
    PROCENT = auto()
    NULLEN = auto()


class Notatie(NamedTuple):
    """A number format: its kind, and for codes with leading zeros (``0000``) their width."""

    aard: Aard
    breedte: int = 0


GETAL = Notatie(Aard.GETAL)

_INGEBOUWD: dict[int, Aard] = (
    dict.fromkeys((*range(14, 18), *range(27, 32), 36, *range(50, 59)), Aard.DATUM)
    | dict.fromkeys((*range(18, 22), *range(32, 36), 45, 47), Aard.TIJD)
    | {9: Aard.PROCENT, 10: Aard.PROCENT, 22: Aard.DATUMTIJD, 46: Aard.DUUR}
)
"""Formats that a file refers to by number only (ECMA-376 part 1, 18.8.30)."""

_GEEN_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
_LAATSTE_DAG = 2_958_465
_SCHIJNDAG = 60
_SECONDEN = 86_400


def classify(nummer: int, code: str | None) -> Notatie:
    """Return what the format with this number and this code (``None`` if built in) makes of a number."""
    if code is None:
        return Notatie(_INGEBOUWD.get(nummer, Aard.GETAL))
    kaal = _GEEN_CODE.sub("", code).partition(";")[0].lower()
    if re.fullmatch("0{2,20}", kaal) and kaal == code.lower():
        return Notatie(Aard.NULLEN, len(kaal))
    if "%" in kaal:
        return Notatie(Aard.PROCENT)
    if "[" in kaal:
        return Notatie(Aard.DUUR)
    tijd = re.search("[hs]", kaal) is not None
    datum = re.search("[yd]", kaal) is not None or ("m" in kaal and not tijd)
    if datum:
        return Notatie(Aard.DATUMTIJD if tijd else Aard.DATUM)
    return Notatie(Aard.TIJD) if tijd else GETAL


def show_formatted(getal: float, notatie: Notatie, *, vanaf_1904: bool) -> str:
    """Return the number as a person sees it; a number that can't be a date stays a number."""
    aard = notatie.aard
    if aard is Aard.PROCENT:
        return show_number(getal * 100) + "%"
    if aard is Aard.NULLEN and getal >= 0 and getal == int(getal):
        return str(int(getal)).zfill(notatie.breedte)
    if aard in (Aard.GETAL, Aard.NULLEN) or not 0 <= getal < _LAATSTE_DAG + 1:
        return show_number(getal)
    seconden = round(getal * _SECONDEN)
    if aard is Aard.DUUR or (aard is Aard.TIJD and seconden < _SECONDEN):
        return show_duration(seconden)
    return _show_moment(seconden, aard, vanaf_1904) or show_number(getal)


def show_duration(seconden: int) -> str:
    """Return ``14:30:00``; hours may exceed 24."""
    minuten, seconde = divmod(seconden, 60)
    uur, minuut = divmod(minuten, 60)
    return f"{uur:02}:{minuut:02}:{seconde:02}"


def show_moment(dag: date, seconden: int) -> str:
    """Return an ISO date, with the time of day if it isn't midnight."""
    return f"{dag.isoformat()}T{show_duration(seconden)}" if seconden else dag.isoformat()


def _show_moment(seconden: int, aard: Aard, vanaf_1904: bool) -> str:
    """Return the date; "" for day 0 and for 29 February 1900."""
    dagen, rest = divmod(seconden, _SECONDEN)
    if vanaf_1904:
        begin = date(1904, 1, 1)
    elif dagen in (0, _SCHIJNDAG):
        return ""
    else:
        begin = date(1899, 12, 31 if dagen < _SCHIJNDAG else 30)
    if aard is Aard.TIJD:
        return show_duration(rest)
    return show_moment(begin + timedelta(days=dagen), 0 if aard is Aard.DATUM else rest)
