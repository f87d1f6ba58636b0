"""SPSS system files (``.sav``) as a table, with what the file says of its variables kept apart.

The cells hold the values themselves (``1``, ``-9``, ``Poptahof``), as text like in every other format, so that
nothing is lost; :class:`Kolominfo` tells their labels and which of them mean "missing". System-missing is an empty
cell. :func:`spell_out` gives the same table in words. Row numbers are case numbers, as SPSS counts them.

Reading itself happens in a process of its own (see :mod:`basis.tabel.spss_kind`).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import IO, Any

from basis.tabel.build import Ruwe_rij, build_tabel, clean_name, empty_file, too_wide
from basis.tabel.cells import clean, show
from basis.tabel.sniff import damaged
from basis.tabel.types import Kolominfo, Limieten, Tabel

SPSS_BEGIN = date(1582, 10, 14)
"""Day zero of SPSS: dates are seconds since then (the first day of the Gregorian calendar was the 15th)."""

_KIND = Path(__file__).with_name("spss_kind.py")
_DATUM = ("DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR")
_MOMENT = ("DATETIME", "YMDHMS")
_TIJD = ("TIME", "DTIME", "MTIME")
_METING = {"nominal": "nominaal", "ordinal": "ordinaal", "scale": "schaal"}


def read_spss(data: bytes, naam: str, limieten: Limieten) -> Tabel:
    """Read the table; raises :class:`Tabelfout` for a file that does not hold together."""
    opdracht = [sys.executable, "-I", str(_KIND)]
    opdracht += [str(grens) for grens in (limieten.max_rijen, limieten.max_kolommen, limieten.max_cellen)]
    omgeving = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(
        opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=omgeving
    ) as kind:
        try:
            return _read_from(kind, data, naam, limieten)
        finally:
            kind.kill()


def _read_from(kind: subprocess.Popen[bytes], data: bytes, naam: str, limieten: Limieten) -> Tabel:
    heen, terug = kind.stdin, kind.stdout
    if heen is None or terug is None:
        raise damaged(naam)
    try:
        heen.write(data)
        heen.close()
    except BrokenPipeError as fout:
        raise damaged(naam) from fout
    regels = _lines(terug, naam)
    uitleg = next(regels, None)
    if uitleg is None:
        raise damaged(naam)
    if "fout" in uitleg:
        raise too_wide(naam, limieten) if uitleg["fout"] == "kolommen" else empty_file(naam)
    tabel = build_tabel(naam, [_rows(regels, uitleg, naam)], limieten)
    info = {clean_name(kolom): deel for kolom, deel in zip(uitleg["namen"], _infos(uitleg), strict=True)}
    return replace(tabel, info=tuple(info[kolom] for kolom in tabel.kolommen))


def _lines(stroom: IO[bytes], naam: str) -> Iterator[Any]:
    """Yield what the process wrote; it may end in the middle of a line."""
    for regel in stroom:
        try:
            yield json.loads(regel)
        except ValueError as fout:
            raise damaged(naam) from fout


def _rows(regels: Iterator[Any], uitleg: dict[str, Any], naam: str) -> Iterator[Ruwe_rij]:
    soorten = [_bare(soort) for soort in uitleg["soorten"]]
    yield 0, list(uitleg["namen"])
    for nummer, rij in enumerate(regels, start=1):
        if rij is None:
            return
        yield nummer, [_show(cel, soort) for cel, soort in zip(rij, soorten, strict=True)]
    raise damaged(naam)


def _infos(uitleg: dict[str, Any]) -> Iterator[Kolominfo]:
    delen = (uitleg[deel] for deel in ("labels", "waarden", "gemist", "meting", "soorten"))
    for label, waarden, gemist, meting, soort in zip(*delen, strict=True):
        kaal = _bare(soort)
        yield Kolominfo(
            label=clean_name(label),
            waarden=tuple((_show(waarde, kaal), clean_name(woord)) for waarde, woord in waarden),
            gemist=tuple((_show(laag, kaal, True), _show(hoog, kaal, True)) for laag, hoog in gemist),
            meting=_METING.get(meting, ""),
        )


def _bare(soort: str) -> str:
    """Return a format without its width: ``DATE11`` → ``DATE``."""
    return soort.rstrip("0123456789.").upper()


def _show(waarde: Any, soort: str, grens: bool = False) -> str:
    """Return a value as the text that stands in the cell; with `grens` it is the end of a range."""
    if waarde is None or isinstance(waarde, str):
        return clean(waarde or "").rstrip(" ")
    if waarde != waarde or abs(waarde) > 1e300:
        return str(waarde) if grens else ""
    if soort in _DATUM + _MOMENT and waarde >= 0:
        return _show_moment(waarde, soort)
    if soort in _TIJD and waarde >= 0:
        uren, rest = divmod(round(waarde), 3600)
        return f"{uren:02}:{rest // 60:02}:{rest % 60:02}"
    return show(waarde)


def _show_moment(waarde: float, soort: str) -> str:
    dagen, rest = divmod(round(waarde), 86_400)
    try:
        dag = (SPSS_BEGIN + timedelta(days=dagen)).isoformat()
    except OverflowError:
        return show(waarde)
    uren, rest = divmod(rest, 3600)
    return dag if soort in _DATUM else f"{dag}T{uren:02}:{rest // 60:02}:{rest % 60:02}"


def spell_out(tabel: Tabel) -> Tabel:
    """Give a table in words: labels as column names and as values, and an empty cell for what is missing.

    ``info`` then names the words in the order of their values. A table without :class:`Kolominfo` stays as it is.
    Where two columns have the same label their names are kept.
    """
    if not tabel.info:
        return tabel
    namen = [deel.label or naam for naam, deel in zip(tabel.kolommen, tabel.info, strict=True)]
    bezet = [naam for plek, naam in enumerate(namen) if naam in namen[:plek] + list(tabel.kolommen)]
    kolommen = tuple(
        naam if label in bezet else label for naam, label in zip(tabel.kolommen, namen, strict=True)
    )
    rijen = tuple(
        tuple(deel.spell(cel) for cel, deel in zip(rij, tabel.info, strict=True)) for rij in tabel.rijen
    )
    info = tuple(
        Kolominfo(
            deel.label,
            tuple(
                (woord, woord)
                for waarde, woord in sorted(deel.waarden, key=_rank)
                if not deel.is_gemist(waarde)
            ),
            meting=deel.meting,
        )
        for deel in tabel.info
    )
    return Tabel(tabel.naam, kolommen, rijen, tabel.rijnummers, info)


def _rank(paar: tuple[str, str]) -> tuple[float, str]:
    """Numbers in their order, then texts in theirs."""
    try:
        return float(paar[0]), ""
    except ValueError:
        return float("inf"), paar[0]
