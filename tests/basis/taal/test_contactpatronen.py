import pytest

from basis.taal.contactpatronen import find_emails, find_telefoons
from basis.taal.maskeren import apply_maskers, find_maskers


def delen(zoeker, tekst: str) -> list[str]:
    return list(dict.fromkeys(tekst[begin:eind] for begin, eind in zoeker(tekst)))


@pytest.mark.parametrize(
    "nummer",
    [
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "06.98.76.54.32",
        "06 - 44 55 66 77",
        "(06) 12345678",
        "+31612345678",
        "+31 6 1234 5678",
        "+31(0)612345678",
        "+31 (0) 15 - 212 34 56",
        "0031 6 23 45 67 89",
        "015-2123456",
        "015 - 21 23 456",
        "(015) 212 34 56",
        "070 3456789",
        "0152123456",
        "085 123 45 67",
        "+48 601 234 567",
        "00 48 512 345 678",
        "+963 944 123 456",
    ],
)
def test_phone_numbers(nummer):
    assert delen(find_telefoons, f"bel {nummer}, na zessen") == [nummer]


@pytest.mark.parametrize(
    "tekst",
    [
        "bel 112 of 14015 of 14 015",
        "0800-1234567 en 0900 1234567",
        "12345678901234567890",
        "06-12-2023 14:00",
        "01-02-2023 03-04-2024",
        "2023 2024 2025",
        "van 09.00 tot 17.00 uur",
        "ISV 0 -360.000 -360.000",
        "22.040 22.031 21.810",
        "0,5 procent",
        "06",
        "ordernummer 123456789",
    ],
)
def test_no_phone_numbers(tekst):
    assert delen(find_telefoons, tekst) == []


def test_a_number_without_area_code_needs_a_word():
    assert delen(find_telefoons, "tel. 2123456") == ["2123456"]
    assert delen(find_telefoons, "bel me op 612345678") == ["612345678"]
    assert delen(find_telefoons, "er zijn 2123456 bomen") == []


def test_two_numbers_with_a_slash():
    assert delen(find_telefoons, "0612345678/015-2612345") == ["0612345678", "015-2612345"]


@pytest.mark.parametrize(
    "adres",
    [
        "jan@ziggo.nl",
        "Fatima_El-Amrani@hotmail.com",
        "m.el.khadir+buurt@xs4all.nl",
        "jan at ziggo.nl",
        "jan(at)ziggo.nl",
        "jan [at] ziggo punt nl",
        "jan @ gmail.com",
    ],
)
def test_email_addresses(adres):
    tekst = f"mail {adres}."
    assert apply_maskers(tekst, find_maskers(tekst)) == "mail [e-mail]."


@pytest.mark.parametrize("tekst", ["test@test", "@gemeente", "look at this", "kom at home. nl"])
def test_no_email_addresses(tekst):
    assert delen(find_emails, tekst) == []
