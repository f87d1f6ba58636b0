"""Reads an SPSS file in a process of its own: ``python -I spss_kind.py ROWS COLUMNS CELLS < FILE > LINES``.

ReadStat is written in C, and a file that is damaged with care makes it stumble; then this process ends, and not
the one that serves everybody. It imports nothing of the project. What it writes are lines of JSON: first the
dictionary of the file (or ``{"fout": …}``), then each case as a list, then ``null`` as the proof that all came.
"""

import io
import json
import resource
import sys
from typing import Any

_GEHEUGEN = 3 * 1024**3
_SECONDEN = 120


def _write(waarde: Any) -> None:
    sys.stdout.write(json.dumps(waarde, ensure_ascii=True) + "\n")


def _describe(meta: Any, namen: list[str]) -> dict[str, object]:
    """Give what the file says of its variables, in their order."""
    labels, missend = meta.column_names_to_labels, meta.missing_ranges
    waarden, meting = meta.variable_value_labels, meta.variable_measure
    soorten = meta.original_variable_types
    return {
        "namen": namen,
        "labels": [labels.get(naam) or "" for naam in namen],
        "waarden": [list(waarden.get(naam, {}).items()) for naam in namen],
        "gemist": [[[deel["lo"], deel["hi"]] for deel in missend.get(naam, [])] for naam in namen],
        "meting": [meting.get(naam) or "" for naam in namen],
        "soorten": [soorten.get(naam) or "" for naam in namen],
    }


def main(max_rijen: int, max_kolommen: int, max_cellen: int) -> None:
    """Read one file from standard input."""
    import pyreadstat

    data = sys.stdin.buffer.read()
    keuzes: dict[str, Any] = {
        "user_missing": True,
        "disable_datetime_conversion": True,
        "output_format": "dict",
    }
    _leeg, meta = pyreadstat.read_sav(io.BytesIO(data), metadataonly=True, **keuzes)
    namen = list(meta.column_names)
    if len(namen) > max_kolommen or not namen:
        _write({"fout": "kolommen" if namen else "leeg"})
        return
    grens = min(max_rijen, max_cellen // len(namen)) + 1
    kolommen, meta = pyreadstat.read_sav(io.BytesIO(data), row_limit=grens, **keuzes)
    _write(_describe(meta, namen))
    for rij in zip(*(kolommen[naam] for naam in namen), strict=True):
        _write(rij)
    _write(None)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (_GEHEUGEN, _GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDEN, _SECONDEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main(*(int(deel) for deel in sys.argv[1:]))
