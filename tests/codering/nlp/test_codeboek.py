from pathlib import Path

import pytest

from codering.nlp.codeboek import Codeboekfout, load_codeboek, load_voorbeelden
from codering.nlp.types import Trefwoord, Voorbeeld

KOP = "code\tnaam\tdefinitie\twel\tniet\n"


def write(pad: Path, tekst: str) -> Path:
    pad.write_text(tekst, encoding="utf-8")
    return pad


def test_the_shipped_codebook_has_fifteen_themes_and_examples_for_each():
    codeboek = load_codeboek()
    assert (codeboek.naam, len(codeboek.codes)) == ("sociale_basis", 15)
    voorbeelden = load_voorbeelden()
    assert all(sum(code in v.codes for v in voorbeelden) >= 40 for code in codeboek.codes)
    assert {code for v in voorbeelden for code in v.codes} == set(codeboek.codes)


def test_reads_a_file_with_only_codes_and_names(tmp_path: Path):
    codeboek = load_codeboek(write(tmp_path / "mijn.tsv", "code\tnaam\na\tEerste\nb\t\n"))
    assert [(thema.code, thema.naam, thema.definitie) for thema in codeboek.themas] == [
        ("a", "Eerste", ""),
        ("b", "b", ""),
    ]
    assert codeboek.naam == "mijn"


def test_the_version_changes_with_the_words(tmp_path: Path):
    een = load_codeboek(write(tmp_path / "c.tsv", f"{KOP}a\tA\t\t\t\nb\tB\t\t\t\n")).versie
    twee = load_codeboek(write(tmp_path / "c.tsv", f"{KOP}a\tA\tiets\t\t\nb\tB\t\t\t\n")).versie
    assert een != twee


def test_telling_words_of_unknown_themes_are_left_out(tmp_path: Path):
    write(tmp_path / "codeboek.tsv", f"{KOP}a\tA\t\t\t\nb\tB\t\t\t\n")
    write(tmp_path / "woordenlijst.tsv", "code\twoord\tgewicht\na\tBoom\t3\nzz\tauto\t2\nb\tbus\t\n")
    assert load_codeboek(tmp_path).trefwoorden == (Trefwoord("a", "boom", 3), Trefwoord("b", "bus", 1))


def test_example_files_are_read_in_order_of_name(tmp_path: Path):
    write(tmp_path / "voorbeelden_2.jsonl", '{"tekst": "twee", "codes": []}\n')
    write(tmp_path / "voorbeelden.jsonl", '\n{"tekst": "een", "codes": ["a"], "vraag": "Wat?"}\n')
    assert load_voorbeelden(tmp_path) == (
        Voorbeeld("een", ("a",), "Wat?", bron="voorbeelden"),
        Voorbeeld("twee", (), bron="voorbeelden_2"),
    )


def test_codes_may_be_one_string(tmp_path: Path):
    bestand = write(tmp_path / "v.jsonl", '{"tekst": "x", "codes": "a|b"}\n')
    assert load_voorbeelden(bestand) == (Voorbeeld("x", ("a", "b"), bron="v"),)


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        ("naam\nx\n", "de kolom code ontbreekt"),
        (KOP, "er staan geen thema's in"),
        (f"{KOP}a\tA\t\t\t\na\tB\t\t\t\n", "de code a staat er meer dan eens in"),
        (f"{KOP}\tA\t\t\t\nb\tB\t\t\t\n", "een thema heeft geen code"),
    ],
)
def test_a_bad_codebook_gives_one_line(tmp_path: Path, inhoud: str, melding: str):
    with pytest.raises(Codeboekfout, match=melding):
        load_codeboek(write(tmp_path / "c.tsv", inhoud))


def test_a_missing_or_binary_codebook_gives_one_line(tmp_path: Path):
    with pytest.raises(Codeboekfout, match="niet te lezen"):
        load_codeboek(tmp_path / "weg.tsv")
    (tmp_path / "b.tsv").write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(Codeboekfout, match="geen tekst in UTF-8"):
        load_codeboek(tmp_path / "b.tsv")


@pytest.mark.parametrize("regel", ["geen json", '{"tekst": "x"}', '{"tekst": "x", "codes": 3}', "[1]"])
def test_a_bad_example_names_file_and_line(tmp_path: Path, regel: str):
    bestand = write(tmp_path / "v.jsonl", f'{{"tekst": "goed", "codes": []}}\n{regel}\n')
    with pytest.raises(Codeboekfout, match=r"v.jsonl, regel 2"):
        load_voorbeelden(bestand)
