"""Writing: safe, whole or not at all, the same bytes each time."""

import csv
import io
import json
import os
import zipfile
from pathlib import Path
from typing import Protocol

import odfdo
import openpyxl
import pytest

from basis.tabel import Tabelfout, read_tabel, write_csv, write_jsonl, write_ods, write_xlsx
from basis.tabel.types import Celwaarde
from basis.tabel.xlsx_writer import check_row

from .maken import without_rights

KOLOMMEN = ("id", "antwoord", "aantal", "akkoord")
RIJEN: tuple[tuple[Celwaarde, ...], ...] = (
    ("0012", "=1+1", 3, True),
    ("2", 'regel 1\nregel "2"; met, tekens', -0.5, False),
    ("3", "  twee  spaties\ten tab ", None, None),
    ("4", "🏡 ş ı Ł ї عربي <b>&amp;", 10**18, None),
)
ALS_TEKST = (
    ("0012", "=1+1", "3", "ja"),
    ("2", 'regel 1\nregel "2"; met, tekens', "-0.5", "nee"),
    ("3", "  twee  spaties\ten tab ", "", ""),
    ("4", "🏡 ş ı Ł ї عربي <b>&amp;", "1000000000000000000", ""),
)


class Schrijver(Protocol):
    """What the four writers have in common."""

    def __call__(
        self, doel: Path, kolommen: tuple[str, ...], rijen: tuple[tuple[Celwaarde, ...], ...], /
    ) -> None: ...


SCHRIJVERS: list[Schrijver] = [write_csv, write_xlsx, write_ods, write_jsonl]
iedere_schrijver = pytest.mark.parametrize("schrijf", SCHRIJVERS)


@iedere_schrijver
def test_reading_gives_back_what_was_written(schrijf: Schrijver, tmp_path: Path) -> None:
    pad = tmp_path / "uit"
    schrijf(pad, KOLOMMEN, RIJEN)
    tabel = read_tabel(pad)
    assert tabel.kolommen == KOLOMMEN
    assert tabel.rijen == ALS_TEKST


@iedere_schrijver
def test_the_same_rows_give_the_same_bytes(schrijf: Schrijver, tmp_path: Path) -> None:
    een, twee = tmp_path / "een", tmp_path / "twee"
    schrijf(een, KOLOMMEN, RIJEN)
    os.utime(een, (0, 0))
    schrijf(twee, KOLOMMEN, RIJEN)
    assert een.read_bytes() == twee.read_bytes()


@iedere_schrijver
def test_a_row_of_the_wrong_width_leaves_the_old_file_alone(schrijf: Schrijver, tmp_path: Path) -> None:
    pad = tmp_path / "uit"
    pad.write_text("oud")
    with pytest.raises(ValueError, match="row 3 has 1 values for 2 columns"):
        schrijf(pad, ("a", "b"), (("1", "2"), ("3",)))
    assert pad.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [pad]


@iedere_schrijver
@pytest.mark.parametrize("kolommen", [(), ("a", "a")])
def test_a_header_that_can_not_be(schrijf: Schrijver, kolommen: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="columns must be there and differ"):
        schrijf(tmp_path / "uit", kolommen, ())
    assert list(tmp_path.iterdir()) == []


@iedere_schrijver
@pytest.mark.parametrize("getal", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(schrijf: Schrijver, getal: float, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"nan|JSON"):
        schrijf(tmp_path / "uit", ("a",), ((getal,),))


@iedere_schrijver
def test_places_where_nothing_can_be_written(schrijf: Schrijver, tmp_path: Path) -> None:
    with pytest.raises(Tabelfout, match="uit kan niet worden bewaard: de map bestaat niet"):
        schrijf(tmp_path / "weg" / "uit", KOLOMMEN, RIJEN)
    (tmp_path / "map").mkdir()
    with pytest.raises(Tabelfout, match="map kan niet worden bewaard: er is al een map met die naam"):
        schrijf(tmp_path / "map", KOLOMMEN, RIJEN)
    dicht = tmp_path / "dicht"
    dicht.mkdir(mode=0o500)
    with without_rights(), pytest.raises(Tabelfout, match="u mag niet schrijven in deze map"):
        schrijf(dicht / "uit", KOLOMMEN, RIJEN)


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    write_csv(tmp_path / "uit", KOLOMMEN, RIJEN)
    (tmp_path / "gewoon").touch()
    assert (tmp_path / "uit").stat().st_mode == (tmp_path / "gewoon").stat().st_mode


def test_csv_as_other_programs_see_it() -> None:
    stroom = io.StringIO()
    write_csv(
        stroom, ("id", "antwoord"), [("1", "a,b"), ("2", 'zegt "ja"\nen nee'), ("3", ""), ("4", "-0,5")]
    )
    assert stroom.getvalue() == 'id,antwoord\n1,"a,b"\n2,"zegt ""ja""\nen nee"\n3,\n4,"-0,5"\n'
    rijen = list(csv.reader(io.StringIO(stroom.getvalue(), newline="")))
    assert rijen[2] == ["2", 'zegt "ja"\nen nee']


def test_csv_guards_formulas_but_not_numbers() -> None:
    stroom = io.StringIO()
    write_csv(stroom, ("=kop",), [("=1+1",), ("-3",), (-3,), ("@x",), ("'=y",), ("-punt",)])
    assert stroom.getvalue().splitlines() == ["'=kop", "'=1+1", "-3", "-3", "'@x", "''=y", "'-punt"]


def test_csv_for_dutch_excel(tmp_path: Path) -> None:
    pad = tmp_path / "uit.csv"
    write_csv(pad, ("id", "antwoord"), [("1", "één; twee")], scheiding=";", bom=True)
    assert pad.read_bytes() == '\ufeffid;antwoord\n1;"één; twee"\n'.encode()


def test_csv_in_windows_1252(tmp_path: Path) -> None:
    pad = tmp_path / "uit.csv"
    write_csv(pad, ("id", "antwoord"), [("1", "één €")], codering="cp1252")
    assert pad.read_bytes() == "id,antwoord\n1,één €\n".encode("cp1252")
    with pytest.raises(
        Tabelfout, match=r"uit\.csv, rij 3: het teken '🏡' bestaat niet in de codering cp1252\."
    ):
        write_csv(pad, ("id", "antwoord"), [("1", "a"), ("2", "🏡")], codering="cp1252")
    assert "één" in pad.read_text("cp1252")


def test_csv_with_another_delimiter_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="not a delimiter"):
        write_csv(io.StringIO(), ("a",), [], scheiding="|")


def test_jsonl_keeps_kinds() -> None:
    stroom = io.StringIO()
    write_jsonl(stroom, ("a", "b"), [("é", 1), (True, None), (0.5, "x\r\ny")])
    regels = [json.loads(regel) for regel in stroom.getvalue().splitlines()]
    assert regels == [{"a": "é", "b": 1}, {"a": True, "b": None}, {"a": 0.5, "b": "x\ny"}]


def test_xlsx_as_openpyxl_sees_it() -> None:
    stroom = io.BytesIO()
    write_xlsx(stroom, KOLOMMEN, RIJEN)
    blad = openpyxl.load_workbook(stroom)["Tabel"]
    rijen = list(blad.iter_rows(values_only=True))
    assert rijen[0] == KOLOMMEN
    assert rijen[1] == ("0012", "=1+1", 3, "ja")
    assert rijen[2] == ("2", 'regel 1\nregel "2"; met, tekens', -0.5, "nee")
    assert rijen[4] == ("4", "🏡 ş ı Ł ї عربي <b>&amp;", "1000000000000000000", None)
    formule = blad["B2"]
    assert (formule.data_type, formule.number_format) == ("s", "@")
    assert blad["A1"].font.bold
    assert blad.freeze_panes == "A2"


def test_ods_as_odfdo_sees_it() -> None:
    stroom = io.BytesIO()
    write_ods(stroom, KOLOMMEN, RIJEN)
    tabel = odfdo.Document(io.BytesIO(stroom.getvalue())).body.get_table(0)
    assert tabel is not None
    assert tabel.get_value("B2") == "=1+1"
    cel = tabel.get_cell("B2")
    assert (cel.type, cel.formula) == ("string", None)
    assert tabel.get_value("C2") == 3


def test_ods_begins_with_its_kind() -> None:
    stroom = io.BytesIO()
    write_ods(stroom, ("a",), [("1",)])
    with zipfile.ZipFile(stroom) as archief:
        eerste = archief.infolist()[0]
    assert (eerste.filename, eerste.compress_type) == ("mimetype", zipfile.ZIP_STORED)


@pytest.mark.parametrize("tekst", ["x" * 32_768, "🏡" * 16_384])
def test_what_excel_can_not_hold(tekst: str, tmp_path: Path) -> None:
    with pytest.raises(Tabelfout) as fout:
        write_xlsx(tmp_path / "uit.xlsx", ("id", "antwoord"), [("1", tekst)])
    assert str(fout.value) == (
        "uit.xlsx, rij 2, kolom 'antwoord': Excel bewaart niet meer dan 32.767 tekens in een cel. "
        "Kies CSV of ODS."
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("tekst", ["x" * 32_767, "🏡" * 16_383])
def test_what_excel_just_can_hold(tekst: str, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "uit.xlsx", ("id", "antwoord"), [("1", tekst)])
    assert read_tabel(tmp_path / "uit.xlsx").kolom("antwoord") == (tekst,)


def test_more_columns_than_excel_has() -> None:
    with pytest.raises(Tabelfout, match=r"niet meer dan 16\.384 kolommen"):
        write_xlsx(io.BytesIO(), tuple(map(str, range(16_385))), ())


def test_more_rows_than_excel_has() -> None:
    with pytest.raises(Tabelfout, match=r"rij 1\.048\.577: Excel kent niet meer dan 1\.048\.576 rijen"):
        check_row("de tabel", 1_048_577, ("a",), ("x",))


def test_importing_the_package_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    code = "import sys, basis.tabel; print(*sorted({n.split('.')[0] for n in sys.modules}))"
    geladen = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"openpyxl", "odfdo", "lxml", "numpy", "pandas", "django"} & set(geladen)
