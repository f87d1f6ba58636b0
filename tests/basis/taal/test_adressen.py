import pytest

from basis.taal.adressen import find_adressen, find_postcodes


def delen(zoeker, tekst: str) -> list[str]:
    return [tekst[begin:eind] for begin, eind in zoeker(tekst)]


@pytest.mark.parametrize(
    "postcode",
    [
        "2611 AB 12",
        "2611ab-12a",
        "2611AB",
        "2611 AB",
        "2613xa",
        "2611 AB nr 12",
        "2611 AB, 12",
        "2611 AB 12 bis",
        "2611 AB 12-14",
        "2628CD 15",
        "2624 ab 3",
    ],
)
def test_postcodes(postcode):
    assert delen(find_postcodes, f"ik woon op {postcode}.") == [postcode]


@pytest.mark.parametrize(
    "tekst",
    [
        "in 2023 is",
        "2024 AH",
        "in 2020 TV",
        "1500 EU",
        "1000 km",
        "2611",
        "12611 AB",
        "€2611 AB",
        "2611 ABC",
        "1984 SS",
    ],
)
def test_no_postcodes(tekst):
    assert delen(find_postcodes, tekst) == []


def test_letters_that_are_a_word_need_the_word_postcode():
    assert delen(find_postcodes, "Postcode: 2628 CD, huisnummer: 15") == ["2628 CD, huisnummer: 15"]
    assert delen(find_postcodes, "postcode 2628 CD") == ["2628 CD"]
    assert delen(find_postcodes, "postcode in 2628 is") == []


@pytest.mark.parametrize(
    "adres",
    [
        "Kerkstraat 12",
        "kerkstraat 12a",
        "Kerkstr. 12",
        "Grote Markt 3",
        "Laan van Mens 4-bis",
        "Oude Delft 75",
        "Prins Bernhardlaan 8",
        "Burgemeester van Heusdestraat 10",
        "Van der Helststraat 27-bis",
        "1e Schansstraat 7",
        "Roland Holstlaan 500",
        "Poptahof Noord 45",
        "Dorpsstraat nr. 4",
        "Voldersgracht 12-14",
        "Bosboom-Toussaintplein 140",
    ],
)
def test_addresses(adres):
    assert delen(find_adressen, f"Het gaat om {adres}, daar is het") == [adres]


@pytest.mark.parametrize(
    "tekst",
    [
        "buslijn 12",
        "flat 3 hoog",
        "tafel 4",
        "groep 8",
        "3 kinderen",
        "parkeerplaats 12",
        "fietspad 3",
        "In de Kerkstraat 12 bomen planten",
        "Kerkstraat 30 km",
        "Delft 2025",
        "Tanthof 3 keer",
        "winkelstraat 30 jaar",
        "Maak van de Voorhofdreef 30",
        "Kerkstraat 12:30",
        "Einde. 12 mensen",
        "In de Voorstraat 3 tot 5 bankjes",
        "blok 7",
        "Wijk 24",
        "etage 3",
        "12",
    ],
)
def test_no_addresses(tekst):
    assert delen(find_adressen, tekst) == []


def test_a_street_named_after_a_thing_needs_someone_living_there():
    assert delen(find_adressen, "mijn adres: Achterom 33") == ["Achterom 33"]
    assert delen(find_adressen, "ik woon op de Markt 87") == ["de Markt 87"]
    assert delen(find_adressen, "Achterom 33") == []
