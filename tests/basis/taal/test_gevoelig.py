"""Recognising questions that ask for personal data."""

import pytest

from basis.taal.gevoelig import Gevoelig, Kenmerk, find_contactvraag, find_gevoelig, find_kenmerken


@pytest.mark.parametrize(
    ("vraag", "soort"),
    [
        ("Hoe is uw gezondheid?", Gevoelig.GEZONDHEID),
        ("Gebruikt u medicijnen?", Gevoelig.GEZONDHEID),
        ("Gaat u weleens naar de moskee?", Gevoelig.GELOOF),
        ("In welk land bent u geboren?", Gevoelig.AFKOMST),
        ("Wat is uw seksuele geaardheid?", Gevoelig.SEKSUALITEIT),
        ("Op welke partij hebt u gestemd?", Gevoelig.POLITIEK),
        ("Bent u lid van een vakbond?", Gevoelig.VAKBOND),
        ("Bent u ooit veroordeeld?", Gevoelig.STRAFBAAR),
    ],
)
def test_special_categories(vraag, soort):
    assert find_gevoelig(vraag) == [soort]


@pytest.mark.parametrize(
    "vraag",
    [
        "Wat mist u in uw buurt?",
        "Hoe veilig voelt u zich op straat?",
        "Waar ontmoet u anderen? Bijvoorbeeld de kerk, het park of de markt.",
        "Hoe gezond is het om hier te lopen?",
        "Wat vindt u van het groen?",
        "Wat moet er in ieder geval in het advies?",
        "Hoe gaat het met u?",
        "Met welke partijen moeten wij praten?",
        "Is er genoeg te doen voor kinderen?",
    ],
)
def test_ordinary_questions_are_left_alone(vraag):
    assert find_gevoelig(vraag) == []
    assert find_kenmerken(vraag) == []
    assert find_contactvraag(vraag) == ""


def test_traits_and_contact():
    assert find_kenmerken("Hoe oud bent u?") == [Kenmerk.LEEFTIJD]
    assert find_kenmerken("Bent u een man of vrouw?") == [Kenmerk.GESLACHT]
    assert find_contactvraag("Wat is uw telefoonnummer?") == "telefoonnummer"
    assert find_contactvraag("Wat is de naam van het buurthuis?") == ""
