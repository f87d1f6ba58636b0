"""Files that claim or hold far more than they should: bounded, and one clear line."""

import io
import zipfile

import pytest

from basis.tabel import Limieten
from basis.tabel.xml_stream import holds_value

from .maken import lees, weiger, xlsx, xlsx_parts, xrij, xtekst, zip_of

RIJEN = xrij(xtekst("id"), xtekst("waarde")) + xrij(xtekst("1"), xtekst("ja"))


def test_ten_million_empty_rows() -> None:
    tabel = lees(xlsx(RIJEN + "<row/>" * 10_000_000))
    assert tabel.rijen == (("1", "ja"),)


def test_a_sheet_that_declares_ten_million_rows() -> None:
    delen = xlsx_parts(RIJEN)
    blad = str(delen["xl/worksheets/sheet1.xml"])
    delen["xl/worksheets/sheet1.xml"] = blad.replace(
        "<sheetData>", '<dimension ref="A1:XFD10000000"/><sheetData>'
    )
    assert lees(zip_of(delen)).rijen == (("1", "ja"),)


def test_a_row_with_a_very_high_number() -> None:
    tabel = lees(xlsx(RIJEN + '<row r="10000000"><c r="A10000000"><v>2</v></c></row>'))
    assert tabel.rijen == (("1", "ja"), ("2", ""))
    assert tabel.rijnummers == (2, 10_000_000)


@pytest.mark.parametrize(
    "cel", ["<c><v>2</v></c>", xtekst("nee"), "<c><f>A1+1</f></c>", '<x:c xmlns:x="y"><x:v>2</x:v></x:c>']
)
def test_a_value_after_the_empty_rows_is_not_lost_in_silence(cel: str) -> None:
    fout = weiger(xlsx(RIJEN + '<row><c s="1"/></row>' * 60_000 + xrij(cel)))
    assert str(fout).startswith(
        "antwoorden.csv, rij 2: hieronder staan meer dan 10.000 lege rijen en daarna weer gegevens."
    )


def test_values_after_a_shorter_run_of_empty_rows_are_read() -> None:
    tabel = lees(xlsx(RIJEN + '<row><c s="1"/></row>' * 9_000 + xrij(xtekst("2"))))
    assert tabel.rijnummers == (2, 9_003)


def test_empty_rows_above_the_data() -> None:
    fout = weiger(xlsx("<row/>" * 60_000 + RIJEN))
    assert "bovenaan staan meer dan 10.000 lege rijen" in str(fout)
    assert fout.rij is None


def test_rows_of_spaces_count_as_empty() -> None:
    assert "lege rijen" in str(weiger(xlsx(RIJEN + xrij(xtekst(" ")) * 60_000)))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    data = zip_of(xlsx_parts(RIJEN) | {"xl/media/groot.bin": b"\0" * 2_000_000})
    fout = weiger(data, Limieten(max_uitgepakt=1024 * 1024))
    assert str(fout).startswith("antwoorden.csv is uitgepakt groter dan 1 MB.")


def test_a_size_that_is_not_as_declared() -> None:
    data = bytearray(xlsx(RIJEN + "<row/>" * 1_000))
    with zipfile.ZipFile(io.BytesIO(data)) as archief:
        lid = archief.getinfo("xl/worksheets/sheet1.xml")
    grootte = lid.file_size.to_bytes(4, "little")
    data = data.replace(grootte, (lid.file_size - 50).to_bytes(4, "little"))
    assert "is beschadigd" in str(weiger(bytes(data)))


def test_a_tag_of_megabytes_is_refused() -> None:
    assert "is beschadigd" in str(weiger(xlsx(f'{RIJEN}<row r="{"1" * 3_000_000}"/>')))


def test_the_search_for_a_value_sees_one_on_the_border_of_two_pieces() -> None:
    for plek in range(1024 * 1024 - 8, 1024 * 1024 + 2):
        stroom = io.BytesIO(b" " * plek + b"<v>1</v>" + b"</sheetData><v>")
        assert holds_value(stroom, (b"v>",), b"sheetData>")


def test_the_search_for_a_value_stops_at_the_end_of_the_sheet() -> None:
    assert not holds_value(io.BytesIO(b"<row/></sheetData><v>1</v>"), (b"v>",), b"sheetData>")
    assert not holds_value(io.BytesIO(b"<row/>"), (b"v>",), b"sheetData>")


def test_the_search_for_a_value_takes_utf16_for_one() -> None:
    assert holds_value(io.BytesIO("<row/>".encode("utf-16")), (b"v>",), b"sheetData>")


def test_deep_nesting() -> None:
    assert lees(xlsx(RIJEN + "<a>" * 50_000 + "</a>" * 50_000)).rijen == (("1", "ja"),)
