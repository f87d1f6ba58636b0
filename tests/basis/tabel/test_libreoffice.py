"""Files as LibreOffice 7.4 saved them, with hidden and empty sheets, dates, formulas, notes and merged cells.

``libreoffice.xlsx`` and ``libreoffice.ods`` hold the same sheet; ``wachtwoord.*`` open with "pw".
"""

from pathlib import Path

import pytest

from basis.tabel import read_tabel

BESTANDEN = Path(__file__).parent / "bestanden"

VERWACHT = {
    "int": "3",
    "float": "0.3",
    "datum": "2026-03-15",
    "dt": "2026-03-15T14:30:00",
    "tijd": "09:05:00",
    "duur": "26:03:00",
    "pct": "7%",
    "nullen": "0503",
    "formule": "3",
    "tekstf": "ab",
    "fout": "#DIV/0!",
    "euro": "12.5",
    "groot": "31612345678",
    "klein": "0.000000001",
    "enorm": "1e+30",
    "nl": "2025-12-09",
    "mnd": "2025-12-09",
    "neg": "-3.5",
    "leegf": "",
    "dt0": "2026-03-15",
    "samen": "",
}


@pytest.mark.parametrize("bestand", ["libreoffice.xlsx", "libreoffice.ods"])
def test_a_sheet_of_everything(bestand: str) -> None:
    tabel = read_tabel(BESTANDEN / bestand)
    assert tabel.kolommen == ("id", "wat", "waarde")
    waarden = dict(zip(tabel.kolom("wat"), tabel.kolom("waarde"), strict=True))
    assert {wat: waarden[wat] for wat in VERWACHT} == VERWACHT
    assert tabel.rijnummers[-1] == 30


def test_booleans_where_the_file_knows_them() -> None:
    tabel = read_tabel(BESTANDEN / "libreoffice.xlsx")
    waarden = dict(zip(tabel.kolom("wat"), tabel.kolom("waarde"), strict=True))
    assert (waarden["bool"], waarden["onwaar"]) == ("ja", "nee")
