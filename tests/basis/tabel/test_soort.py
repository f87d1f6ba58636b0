"""What is no table gets a line that says what it seems to be; paths that can't be read get theirs."""

import gzip
import json
from pathlib import Path

import pytest

from basis.tabel import Tabelfout, read_tabel
from basis.tabel.read import describe_oserror

from .maken import lees, ods_parts, weiger, without_rights, xlsx_parts, zip_of

BESTANDEN = Path(__file__).parent / "bestanden"


@pytest.mark.parametrize("inhoud", [b"", b"\n\n  \r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\0"])
def test_an_empty_file(inhoud: bytes) -> None:
    assert str(weiger(inhoud)) == "antwoorden.csv is leeg. Kies een bestand met kolomnamen en antwoorden."


@pytest.mark.parametrize("inhoud", ["id;antwoord\n", "id;antwoord", "\n\nid,antwoord\n,,\n  \n"])
def test_only_a_header(inhoud: str) -> None:
    assert str(weiger(inhoud)) == (
        "antwoorden.csv heeft alleen een rij met kolomnamen en geen rijen daaronder. Voeg de antwoorden toe."
    )


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "een PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "een afbeelding (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "een afbeelding (JPEG)"),
        (b"GIF89a\x01\0", "een afbeelding (GIF)"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "een afbeelding (WebP)"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "een geluidsbestand"),
        (b"\0\0\0\x18ftypheic", "een foto, film of geluidsbestand"),
        (gzip.compress(b"id;antwoord\n1;ja\n", mtime=0), "een ingepakt bestand (gzip)"),
        (b"SQLite format 3\0" + b"\0" * 84, "een database (SQLite)"),
        (b"{\\rtf1\\ansi Hallo}", "een tekstdocument (RTF)"),
        (b"<!DOCTYPE html><table><tr><td>id", "een webpagina (HTML)"),
        (b"\xef\xbb\xbf <table border=1>", "een webpagina (HTML)"),
        (b'<?xml version="1.0"?><a/>', "een XML-bestand"),
        (b'[{"id": 1}]', "een JSON-lijst"),
        (b"id;antwoord\n1;\0\0\0\n", "een binair bestand"),
        (bytes(range(1, 256)) * 4, "een binair bestand"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "een oud tekstdocument (Word)",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "een oud Office-bestand"),
        (zip_of({"word/document.xml": "", "[Content_Types].xml": ""}), "een tekstdocument (Word)"),
        (zip_of({"ppt/slides/a.xml": "", "[Content_Types].xml": ""}), "een presentatie (PowerPoint)"),
        (
            zip_of({"xl/workbook.bin": "", "[Content_Types].xml": ""}),
            "een Excel-werkmap in binaire vorm (XLSB)",
        ),
        (zip_of({"Index/Document.iwa": ""}), "een Numbers- of Pages-bestand"),
        (zip_of({"mimetype": "application/vnd.oasis.opendocument.text"}), "een tekstdocument (ODT)"),
        (
            zip_of({"mimetype": "application/vnd.oasis.opendocument.presentation-template"}),
            "een presentatie (ODP)",
        ),
        (
            zip_of({"mimetype": "application/vnd.oasis.opendocument.formula"}),
            "een ander OpenDocument-bestand",
        ),
        (zip_of({"mimetype": "application/epub+zip"}), "een zip-bestand"),
        (zip_of({"antwoorden.csv": "id;a\n1;2\n"}), "een zip-bestand"),
        (zip_of({}), "een zip-bestand"),
    ],
)
def test_what_is_no_table(inhoud: bytes, wat: str) -> None:
    assert str(weiger(inhoud)).startswith(
        f"antwoorden.csv kan niet als tabel worden gelezen: het lijkt {wat}"
    )


@pytest.mark.parametrize("bestand", ["wachtwoord.xlsx", "wachtwoord.ods"])
def test_a_password(bestand: str) -> None:
    assert str(weiger(BESTANDEN / bestand)) == (
        f"{bestand} is met een wachtwoord beveiligd. Haal het wachtwoord eraf en bewaar het bestand opnieuw."
    )


def test_a_zip_with_a_password() -> None:
    data = bytearray(zip_of(xlsx_parts("")))
    plek = data.find(b"PK\x01\x02")
    data[plek + 8] |= 1
    assert "met een wachtwoord beveiligd" in str(weiger(bytes(data)))


def test_an_old_workbook() -> None:
    assert "een oude Excel-werkmap (XLS). Open het in uw rekenprogramma" in str(weiger(BESTANDEN / "oud.xls"))


@pytest.mark.parametrize("knip", [4, 100, 400, -30])
def test_a_zip_that_breaks_off(knip: int) -> None:
    assert "is beschadigd" in str(weiger(zip_of(ods_parts(""))[:knip]))


@pytest.mark.parametrize("begin", ["ID3", "GIF8", "<18 jaar", "PK", "Rar!", "II*", "[a]", "$FL2", "sep=x"])
def test_names_that_look_a_bit_like_something_else(begin: str) -> None:
    assert lees(f"{begin};tekst\n1;ja\n").kolommen == (begin, "tekst")


def test_the_content_decides_not_the_suffix(tmp_path: Path) -> None:
    pad = tmp_path / "antwoorden.xlsx"
    pad.write_text("id;antwoord\n1;ja\n")
    assert read_tabel(pad).rijen == (("1", "ja"),)
    pad.write_text(json.dumps({"id": 1}))
    assert read_tabel(pad, naam="anders.jsonl").naam == "anders.jsonl"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert str(weiger(tmp_path / "weg.csv")) == "weg.csv bestaat niet. Kijk of de naam en de map kloppen."
    assert "bestaat niet" in str(weiger(tmp_path / "weg\0.csv"))
    (tmp_path / "bestand").touch()
    assert "bestaat niet" in str(weiger(tmp_path / "bestand" / "x.csv"))


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    assert str(weiger(tmp_path / "map")) == "map is een map. Kies een bestand met antwoorden."


def test_something_that_is_neither() -> None:
    assert "null is geen gewoon bestand" in str(weiger(Path("/dev/null")))


def test_no_right_to_read(tmp_path: Path) -> None:
    pad = tmp_path / "geheim.csv"
    pad.write_text("id;antwoord\n1;ja\n")
    pad.chmod(0)
    with without_rights():
        fout = weiger(pad)
    assert str(fout) == (
        "geheim.csv mag niet worden gelezen. Vraag de eigenaar om leesrechten op het bestand."
    )


def test_any_other_trouble_with_a_file() -> None:
    fout = describe_oserror(OSError(5, "Input/output error"), "x.csv")
    assert str(fout) == "x.csv kan niet worden gelezen (Input/output error)."


def test_a_name_with_a_line_end_stays_one_line(tmp_path: Path) -> None:
    with pytest.raises(Tabelfout) as fout:
        read_tabel(tmp_path / "twee\nregels.csv")
    assert str(fout.value).startswith("twee regels.csv bestaat niet.")
