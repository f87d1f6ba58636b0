"""Encodings: what a person typed comes out, whatever program saved it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.tabel.decode import decode

from .maken import lees, weiger

REGEL = "Café – ‘één’ kost € 3, groeten van Zoë"


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_a_whole_file(codering: str) -> None:
    assert lees(f"id;antwoord\r\n1;{REGEL}\r\n".encode(codering)).rijen == (("1", REGEL),)


@pytest.mark.parametrize("codering", ["utf-16-le", "utf-16-be"])
def test_utf16_with_either_byte_order(codering: str) -> None:
    assert lees(f"\ufeffid\tantwoord\n1\t{REGEL} 🏡\n".encode(codering)).rijen == (("1", f"{REGEL} 🏡"),)


def test_utf16_that_breaks_off() -> None:
    assert "is beschadigd" in str(weiger("id;a\n1;b\n".encode("utf-16")[:-1]))


def test_jsonl_in_utf16() -> None:
    assert lees('{"id": "é"}\n'.encode("utf-16")).rijen == (("é",),)


def test_two_encodings_in_one_file() -> None:
    data = b"id;antwoord\n" + f"1;{REGEL}\n".encode() + f"2;{REGEL}\n".encode("cp1252")
    assert lees(data).rijen == (("1", REGEL), ("2", REGEL))


def test_two_encodings_in_one_line() -> None:
    data = b"id;a;b\n1;" + REGEL.encode() + b";" + REGEL.encode("cp1252") + b"\n"
    assert lees(data).rijen == (("1", REGEL, REGEL),)


def test_bytes_that_windows_1252_leaves_open_are_not_lost() -> None:
    assert decode(b"a\x81\x8d\x8f\x90\x9db") == "a\x81\x8d\x8f\x90\x9db"


def test_the_byte_order_mark_is_no_part_of_the_first_name() -> None:
    assert lees("id;a\n1;2\n".encode("utf-8-sig")).kolommen == ("id", "a")


@given(st.text())
def test_utf8_is_always_read_as_utf8(tekst: str) -> None:
    assert decode(b"\xef\xbb\xbf" + tekst.encode()) == tekst


@given(st.binary().filter(lambda data: data[:2] not in (b"\xff\xfe", b"\xfe\xff")))
def test_any_bytes_become_text_of_at_most_as_many_characters(data: bytes) -> None:
    assert len(decode(data)) <= len(data)


@given(st.text(alphabet="abcéëïüàçñó ,.'"))
def test_dutch_in_windows_1252(tekst: str) -> None:
    assert decode(tekst.encode("cp1252")) == tekst
