"""CSV as people have it: any of three delimiters, quotes used well or nearly well, ragged rows.

The tokeniser is our own, for the standard module has two habits that lose text in silence: a quote that is
never closed swallows the rest of the file, and ``"Ja" zei hij`` loses its quotes. Here a quoted field counts
as one only if a delimiter or line end follows its closing quote. Otherwise the quotes are part of the text if
they pair up within the field, and if not, the row is refused with its number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from operator import itemgetter

from basis.tabel.build import Ruwe_rij, build_tabel, clean_name, column_letters
from basis.tabel.cells import unguard_formula
from basis.tabel.types import Limieten, Tabel, Tabelfout

SCHEIDINGEN = {";": "puntkomma", "\t": "tab", ",": "komma"}
"""The delimiters that are tried, in order of preference where the file leaves the choice open."""

_SEP_REGEL = re.compile(r"sep=([;,\t|:^~])(?:\r\n|\r|\n)", re.IGNORECASE)
_PROEF = 50
_EEN_REGEL = 10_000


_Veldlezer = Callable[[re.Match[str]], str | None]
"""From a matched field to its text, or ``None`` if it makes no sense."""


class _Aanhaalfout(Exception):
    """A quote that is not closed; ``args`` are the row as a person counts and the field from 0."""


def read_csv(tekst: str, naam: str, limieten: Limieten) -> Tabel:
    """Read the table; row numbers count records, as a spreadsheet shows them (Excel's ``sep=`` not)."""
    tekst, scheiding = _choose_delimiter(tekst)
    try:
        rijen = _unguard(_split_records(tekst, scheiding, _unquote))
        woord = SCHEIDINGEN.get(scheiding, f"'{scheiding}'")
        return build_tabel(naam, [rijen], limieten, scheiding=woord)
    except _Aanhaalfout as fout:
        nummer, plek = fout.args
        raise Tabelfout.at(
            naam,
            'een aanhalingsteken (") wordt niet afgesloten. Zet het hele antwoord tussen aanhalingstekens en '
            "schrijf een aanhalingsteken daarbinnen twee keer, of bewaar het bestand als XLSX of ODS.",
            rij=nummer,
            kolom=_column_name(tekst, scheiding, plek),
        ) from None


def _column_name(tekst: str, scheiding: str, plek: int) -> str:
    """Return the name of a column, or its letter if the header can't be read or has none there."""
    with suppress(_Aanhaalfout):
        for _, kop in islice(_split_records(tekst, scheiding, _unquote), 1):
            return clean_name((kop[plek : plek + 1] or [""])[0]) or column_letters(plek)
    return column_letters(plek)


def _unguard(rijen: Iterable[Ruwe_rij]) -> Iterator[Ruwe_rij]:
    """Take off the apostrophes that guard formulas."""
    for nummer, rij in rijen:
        yield nummer, [unguard_formula(cel) for cel in rij]


def _split_records(tekst: str, scheiding: str, read_field: _Veldlezer) -> Iterator[Ruwe_rij]:
    """Yield the records that hold more than delimiters; an empty ``scheiding`` makes a line one field.

    Linear in the text: both patterns are possessive; a field that fails as a quoted one is read once more.
    """
    veld, leeg = _field_pattern(scheiding), _blank_pattern(scheiding)
    plek, nummer = 0, 1
    while True:
        blanco = leeg.match(tekst, plek)
        if blanco is not None:
            nummer += _count_line_ends(blanco[0])
            plek = blanco.end()
        if plek >= len(tekst):
            return
        rij: list[str] = []
        while gevonden := veld.match(tekst, plek):
            waarde = read_field(gevonden)
            if waarde is None:
                raise _Aanhaalfout(nummer, len(rij))
            rij.append(waarde)
            plek = gevonden.end()
            if not scheiding or not tekst.startswith(scheiding, plek):
                break
            plek += 1
        yield nummer, rij
        nummer += 1
        plek += 2 if tekst.startswith("\r\n", plek) else 1


def _count_line_ends(tekst: str) -> int:
    return tekst.count("\n") + tekst.count("\r") - tekst.count("\r\n")


def _blank_pattern(scheiding: str) -> re.Pattern[str]:
    """Return the pattern of a run of lines with nothing but delimiters and spaces."""
    return re.compile(f"(?:[{re.escape(scheiding)} ]*+(?:\r\n|\r|\n))++")


def _field_pattern(scheiding: str) -> re.Pattern[str]:
    """Return the pattern of one field: group 1 what stands in proper quotes, else group 2 the bare text."""
    teken = re.escape(scheiding)
    einde = f"(?={teken}|[\r\n]|\\Z)" if scheiding else "(?=[\r\n]|\\Z)"
    return re.compile(f' *+"((?:[^"]++|"")*+)" *+{einde}|([^{teken}\r\n]*+)')


def _unquote(gevonden: re.Match[str]) -> str | None:
    """Return the text of a field, or ``None`` if its quotes make no sense."""
    binnen: str | None = gevonden[1]
    if binnen is not None:
        return binnen.replace('""', '"')
    kaal: str = gevonden[2]
    opent = '"' in kaal and kaal.lstrip(" ").startswith('"')
    return None if opent and kaal.count('"') % 2 else kaal


def _mark(gevonden: re.Match[str]) -> str:
    """Return a quote for a field with a loose one in its bare text, else ""."""
    kaal: str | None = gevonden[2]
    return '"' if kaal is not None and kaal.count('"') % 2 else ""


def _choose_delimiter(tekst: str) -> tuple[str, str]:
    """Return the text to read and its delimiter, "" for a file of one column.

    Only a delimiter that splits the header can be it, preferably without cutting through quotes. Of several,
    the one whose rows are most often as wide as the header wins, then the one that makes the widest header.
    """
    sep = _SEP_REGEL.match(tekst)
    if sep:
        return tekst[sep.end() :], sep[1]
    keuzes = [(keus, teken) for teken in SCHEIDINGEN if (keus := _weigh(tekst, teken))[2] > 1]
    if not keuzes:
        return tekst, ""
    (_, eens, _), scheiding = max(keuzes, key=itemgetter(0))
    if scheiding == "," and eens < 0.5 and _is_sentence(tekst):
        return tekst, ""
    return tekst, scheiding


def _weigh(tekst: str, scheiding: str) -> tuple[bool, float, int]:
    """Return how well a delimiter fits: header whole, share of rows as wide as it and whole, its width."""
    proef = list(islice(_split_records(tekst, scheiding, _mark), _PROEF))
    if not proef:
        return False, 0.0, 0
    kop, *rest = (rij for _, rij in proef)
    heel = [""] * len(kop)
    return kop == heel, rest.count(heel) / max(len(rest), 1), len(kop)


def _is_sentence(tekst: str) -> bool:
    """Say whether the header reads as one question with commas in it, and not as a list of names."""
    kop = tekst.lstrip()[:_EEN_REGEL].partition("\n")[0].partition("\r")[0]
    losse_komma = re.search(r",(?! )", kop) is not None
    return not losse_komma and '"' not in kop and any(" " in deel.strip() for deel in kop.split(","))
