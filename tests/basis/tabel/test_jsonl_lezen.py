"""JSONL: one object a line."""

import pytest

from basis.tabel import Limieten

from .maken import lees, weiger


def test_objects_become_rows() -> None:
    tabel = lees('{"id": "1", "tekst": "Ja"}\n\n  {"tekst": "Nee", "id": "2", "buurt": "Noord"}\r\n')
    assert tabel.kolommen == ("id", "tekst", "buurt")
    assert tabel.rijen == (("1", "Ja", ""), ("2", "Nee", "Noord"))
    assert tabel.rijnummers == (1, 3)


@pytest.mark.parametrize(
    ("json", "tekst"),
    [
        ("null", ""),
        ("true", "ja"),
        ("false", "nee"),
        ("3", "3"),
        ("3.0", "3"),
        ("0.5", "0.5"),
        ("-1.20", "-1.2"),
        ("12345678901234567890", "12345678901234567890"),
        ("[]", ""),
        ('["wonen"]', "wonen"),
        ('["wonen", "groen", 3, true, null]', "wonen|groen|3|ja|"),
        ('{"a": [1]}', '{"a": [1]}'),
        ('[["é"], 1]', '[["é"], 1]'),
        (r'"een\r\ntwee"', "een\ntwee"),
        (r'"\ud83c\udfe1"', "🏡"),
        (r'"\ud83c stuk"', "\ufffd stuk"),
        (r'"a\u0000b"', "ab"),
        ('"=1+1"', "=1+1"),
        ('"\'=1+1"', "'=1+1"),
    ],
)
def test_values(json: str, tekst: str) -> None:
    assert lees(f'{{"id": 1, "x": {json}}}').rijen == (("1", tekst),)


@pytest.mark.parametrize(
    "regel",
    [
        "geen json",
        '{"id": 1',
        "[1, 2]",
        '"los"',
        '{"id": NaN}',
        '{"id": Infinity}',
        '{"id": 1e999}',
        '{"id": ' + "9" * 5_000 + "}",
        '{"id": ' + "[" * 100_000,
    ],
)
def test_a_line_that_is_no_object_is_named(regel: str) -> None:
    fout = weiger('{"id": 1}\n' + regel)
    assert str(fout) == (
        'antwoorden.csv, regel 2: dit is geen JSON-object. Zet op elke regel één object, zoals {"id": "1"}.'
    )
    assert fout.rij == 2


def test_a_name_that_stands_twice_in_an_object() -> None:
    assert str(weiger('{"id": 1, "id": 2}')).startswith(
        "antwoorden.csv, regel 1: de naam 'id' staat er meer dan één keer in."
    )


def test_a_pretty_printed_object_is_refused() -> None:
    assert "regel 1" in str(weiger('{\n  "id": 1\n}'))


def test_names_that_differ_only_in_space_are_refused() -> None:
    assert "meer dan één keer: id" in str(weiger('{"id": 1, " id ": 2}'))


def test_a_key_without_a_name() -> None:
    assert lees('{"": "x"}\n{"": "y"}').kolommen == ("kolom 1",)


def test_objects_without_values() -> None:
    assert "is leeg" in str(weiger("{}\n{}\n"))
    assert "alleen een rij met kolomnamen" in str(weiger('{"id": null}\n{"id": ""}\n'))


@pytest.mark.parametrize(
    ("limieten", "wat"),
    [
        (Limieten(max_rijen=2), "meer dan 2 rijen"),
        (Limieten(max_kolommen=1), "meer dan 1 kolommen"),
        (Limieten(max_cel=2), "regel 1, kolom 'b': 3 tekens in één cel"),
    ],
)
def test_limits(limieten: Limieten, wat: str) -> None:
    assert wat in str(weiger('{"a": 1, "b": "xyz"}\n' * 3, limieten))


def test_many_small_objects_after_a_wide_one_stay_small() -> None:
    breed = "{" + ", ".join(f'"k{n}": {n}' for n in range(400)) + "}\n"
    fout = weiger(breed + '{"k399": 1}\n' * 3_000, Limieten(max_cellen=100_000))
    assert "meer dan 100.000 cellen" in str(fout)
