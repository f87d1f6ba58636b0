"""The canonical cell, numbers, and the guard against formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.tabel.cells import clean, guard_formula, show, show_number, unguard_formula

ALLE_TEKENS = st.text(st.characters())


@given(ALLE_TEKENS)
def test_cleaning_twice_is_cleaning_once(tekst: str) -> None:
    assert clean(clean(tekst)) == clean(tekst)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"))))
def test_ordinary_text_stays_as_it_is(tekst: str) -> None:
    assert clean(tekst) == tekst


@pytest.mark.parametrize(
    ("ruw", "schoon"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x0bb\x0cc", "a\nb\nc"),
        ("a\0\x07\x1fb", "ab"),
        ("a\ud800b\ufffec\uffff", "a\ufffdb\ufffdc\ufffd"),
        ("a\x85b\u2028c\x7f", "a\x85b\u2028c\x7f"),
    ],
)
def test_what_is_cleaned(ruw: str, schoon: str) -> None:
    assert clean(ruw) == schoon


@given(ALLE_TEKENS | st.from_regex(r"'*[\s\u200b]*[=+\-@\uff1d]?.*", fullmatch=True))
def test_the_guard_comes_off_again(tekst: str) -> None:
    assert unguard_formula(guard_formula(tekst)) == tekst


@pytest.mark.parametrize(
    "tekst",
    [
        "=1+1",
        "+31 6",
        "-tje",
        "@jan",
        "\t=1",
        "\rx",
        "\nx",
        " =1",
        "\u00a0=1",
        "\ufeff=1",
        "＝1",
        "-3+cmd|' /C calc'!A0",
    ],
)
def test_what_begins_like_a_formula_is_guarded(tekst: str) -> None:
    assert guard_formula(tekst) == "'" + tekst


@pytest.mark.parametrize("tekst", ["", "-3", "-0,5", "-0.5", "tekst", "'s avonds", "3-4", "a=b", "'", "1e5"])
def test_what_is_harmless_is_not(tekst: str) -> None:
    assert guard_formula(tekst) == tekst


@pytest.mark.parametrize(
    ("getal", "tekst"),
    [
        (3, "3"),
        (3.0, "3"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (1e15, "1000000000000000"),
        (1e21, "1000000000000000000000"),
        (1e30, "1e+30"),
        (1e-9, "0.000000001"),
        (1e-30, "1e-30"),
        (10**30, "1" + "0" * 30),
    ],
)
def test_numbers_as_a_person_sees_them(getal: float, tekst: str) -> None:
    assert show_number(getal) == tekst


@pytest.mark.parametrize("getal", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number(getal: float) -> None:
    with pytest.raises(ValueError, match="nan and inf"):
        show_number(getal)


def test_values_of_every_kind() -> None:
    assert [show(waarde) for waarde in (None, True, False, 2, 2.5, "a\r\nb")] == [
        "",
        "ja",
        "nee",
        "2",
        "2.5",
        "a\nb",
    ]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_keeps_fifteen_digits(getal: float) -> None:
    assert float(show_number(getal)) == float(f"{getal:.15g}")
