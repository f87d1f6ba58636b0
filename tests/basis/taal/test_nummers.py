import pytest
from hypothesis import given
from hypothesis import strategies as st

from basis.taal.nummers import find_bsns, find_ibans, find_kentekens, is_bsn, is_iban


def delen(zoeker, tekst: str) -> list[str]:
    return list(dict.fromkeys(tekst[begin:eind] for begin, eind in zoeker(tekst)))


@pytest.mark.parametrize("nummer", ["111222333", "123456782", "144243064", "10000008"])
def test_eleven_test_passes(nummer):
    assert is_bsn(nummer)


@pytest.mark.parametrize("nummer", ["123456789", "000000000", "1234567", "12345678a", "١٢٣٤٥٦٧٨٢", ""])
def test_eleven_test_fails(nummer):
    assert not is_bsn(nummer)


@given(st.integers(10_000_000, 999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_the_eleven_test_sees_every_wrong_digit(getal, plek, verschil):
    cijfers = f"{getal:09d}"
    anders = cijfers[:plek] + str((int(cijfers[plek]) + verschil) % 10) + cijfers[plek + 1 :]
    assert not (is_bsn(cijfers) and is_bsn(anders))


@pytest.mark.parametrize(
    ("tekst", "bsn"),
    [
        ("mijn nummer is 123456782 al jaren", "123456782"),
        ("bsn: 1234.56.782", "1234.56.782"),
        ("144 243 064", "144 243 064"),
        ("bsn 123456789", "123456789"),
        ("burgerservicenummer 12345678", "12345678"),
        ("sofinummer 182901772.", "182901772"),
    ],
)
def test_bsn(tekst, bsn):
    assert delen(find_bsns, tekst) == [bsn]


@pytest.mark.parametrize(
    "tekst",
    [
        "ordernummer 123456782",
        "klantnummer 111222333",
        "€ 123.456.782",
        "123456782 euro",
        "KvK 12345678",
        "1234567820",
        "a123456782",
        "123456789",
        "12345678",
        "melding 20231204",
        "123.456.782.111",
    ],
)
def test_no_bsn(tekst):
    assert delen(find_bsns, tekst) == []


@pytest.mark.parametrize(
    "iban",
    [
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "nl91abna0417164300",
        "NL91.ABNA.0417.1643.00",
        "DE89 3704 0044 0532 0130 00",
        "TR33 0006 1005 1978 6457 8413 26",
        "BE68 5390 0754 7034",
        "PL61 1090 1014 0000 0712 1981 2874",
    ],
)
def test_iban(iban):
    assert delen(find_ibans, f"Stort op {iban} en bel mij") == [iban]


def test_a_mistyped_iban_needs_a_word():
    assert delen(find_ibans, "overmaken naar NL91ABNA0417164301") == ["NL91ABNA0417164301"]
    assert delen(find_ibans, "code NL91ABNA0417164301") == []
    assert delen(find_ibans, "NL91ABNA04171643001") == []


def test_mod_97():
    assert is_iban("NL91ABNA0417164300")
    assert not is_iban("NL92ABNA0417164300")
    assert not is_iban("NL91 ABNA")


@pytest.mark.parametrize(
    "kenteken",
    [
        "AB-12-34",
        "12-34-AB",
        "12-AB-34",
        "AB-12-CD",
        "AB-CD-12",
        "12-AB-CD",
        "12-ABC-3",
        "1-ABC-23",
        "AB-123-C",
        "A-123-BC",
        "ABC-12-D",
        "A-12-BCD",
        "1-AB-234",
        "123-AB-4",
        "ab-12-cd",
    ],
)
def test_licence_plates(kenteken):
    assert delen(find_kentekens, f"de auto {kenteken}, elke dag") == [kenteken]


def test_a_plate_without_dashes_needs_a_word():
    assert delen(find_kentekens, "kenteken GH123K staat hier") == ["GH123K"]
    assert delen(find_kentekens, "nummerbord rs 12 tp") == ["rs 12 tp"]
    assert delen(find_kentekens, "code GH123K") == []


@pytest.mark.parametrize(
    "tekst", ["1-mei-24", "10-en-20", "24-uurs zorg", "65-plus", "12-345-67", "A-1-B", "3-5-24"]
)
def test_no_licence_plates(tekst):
    assert delen(find_kentekens, tekst) == []
