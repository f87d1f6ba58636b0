r"""What a single cell may hold, how values other than text are written out, and formula safety in CSV.

The canonical cell
    Text as it was typed, with line ends as ``\n``. Vertical tab and form feed (Word's soft line and page
    breaks) count as line ends; other control characters except tab carry nothing a person sees and are
    dropped; code points that are no character (lone surrogates, U+FFFE, U+FFFF) become U+FFFD. So every
    cell can be stored in PostgreSQL and written as XML, and reading and writing agree on it.

Numbers, dates, booleans
    A number in XLSX, ODS or JSONL does not carry its notation; it is written with at most 15 significant
    digits (what spreadsheets show), a decimal point, and no ``.0``: ``3``, ``0.5``. Dates are ISO
    (``2026-03-15``, ``2026-03-15T14:30:00``), booleans ``ja`` and ``nee``. In CSV everything already is text
    and stays as it was written: a Dutch ``0,5`` remains ``0,5``.

Formulas in CSV
    A spreadsheet runs a CSV cell that begins with ``=``, ``+``, ``-`` or ``@``, also after whitespace, and
    in some languages their full-width forms (OWASP, "CSV Injection"). Such a cell gets an apostrophe in
    front. A plain negative number (``-3``, ``-0,5``) can do no harm and stays a number. On reading, one
    apostrophe is removed where it guards such a character, and only there, so that our own files come back
    unchanged (a cell that itself began ``'=`` is written ``''=``). The price: a foreign file with a literal
    answer like ``'- veel`` loses its apostrophe; ``'s avonds`` and ``'t park`` do not.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal

from basis.tabel.types import Celwaarde

_VREEMD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_REGELEINDE = re.compile("\r\n|[\r\x0b\x0c]")
_ONZICHTBAAR = re.compile("[\x00-\x08\x0e-\x1f]")
_GEEN_TEKEN = re.compile("[\ufffe\uffff\ud800-\udfff]")

_FORMULE = re.compile(r"'*(?:[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])")
_NEGATIEF_GETAL = re.compile(r"-[0-9]+(?:[.,][0-9]+)?")

_MAX_CIJFERS = 21


def clean(tekst: str) -> str:
    """Return the canonical form of a cell's text (see the module's docstring); idempotent."""
    if _VREEMD.search(tekst) is None:
        return tekst
    tekst = _REGELEINDE.sub("\n", tekst)
    return _GEEN_TEKEN.sub("\ufffd", _ONZICHTBAAR.sub("", tekst))


def show_number(getal: float) -> str:
    """Return a number as a person sees it: ``3``, ``0.5``, ``-1200``; ``ValueError`` for nan and inf."""
    if isinstance(getal, int):
        return str(getal)
    if not math.isfinite(getal):
        raise ValueError("nan and inf have no place in a table")
    exact = Decimal(f"{getal:.15g}")
    if exact and abs(exact.adjusted()) > _MAX_CIJFERS:
        return f"{getal:.15g}"
    tekst = format(exact, "f")
    if "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    return "0" if tekst == "-0" else tekst


def show(waarde: Celwaarde) -> str:
    """Return any value that a writer accepts as the text that reading it back gives."""
    if waarde is None:
        return ""
    if isinstance(waarde, str):
        return clean(waarde)
    if isinstance(waarde, bool):
        return show_boolean(waarde)
    return show_number(waarde)


def show_boolean(waarde: bool) -> str:
    """Return ``ja`` or ``nee``."""
    return "ja" if waarde else "nee"


def guard_formula(tekst: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula."""
    if _FORMULE.match(tekst) and not _NEGATIEF_GETAL.fullmatch(tekst):
        return "'" + tekst
    return tekst


def unguard_formula(tekst: str) -> str:
    """Undo :func:`guard_formula`: ``unguard_formula(guard_formula(x)) == x`` for every x."""
    if tekst.startswith("'") and _FORMULE.match(tekst, 1):
        return tekst[1:]
    return tekst
