"""Names that no list has, names of elsewhere, and words that only look like names."""

import pytest

from basis.taal.maskeren import apply_maskers, find_maskers
from basis.taal.naamlijsten import read_eigen, strip_tekens


def mask(tekst: str) -> str:
    return apply_maskers(tekst, find_maskers(tekst))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Ik heb Xandrieke gevraagd of het kan", "Ik heb [naam] gevraagd of het kan"),
        ("Xandrieke en haar man wonen hier", "[naam] en haar man wonen hier"),
        ("Xandrieke (17) wil een honk", "[naam] (17) wil een honk"),
        ("Kees, Xandrieke en Fatima koken", "[naam], [naam] en [naam] koken"),
        ("Het idee van Xandrieke Ramdin", "Het idee van [naam]"),
        ("Roos, mijn buurvrouw, helpt", "[naam], mijn buurvrouw, helpt"),
        ("me buurman xandriko repareert alles", "me buurman [naam] repareert alles"),
        ("mevrouw xandriko kan niet meer lopen", "mevrouw [naam] kan niet meer lopen"),
        ("mevrouw el xandriko is ziek", "mevrouw [naam] is ziek"),
        ("Xandrişe was er ook bij vandaag", "[naam] was er ook bij vandaag"),
    ],
)
def test_an_unknown_name_is_known_by_the_words_beside_it(tekst, verwacht):
    assert mask(tekst) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Gülcan kookt", "[naam] kookt"),
        ("İbrahim en AYŞE helpen", "[naam] en [naam] helpen"),
        ("Gu\u0308lcan kookt", "[naam] kookt"),
        ("zonder malgorzata gaat het niet", "zonder [naam] gaat het niet"),
        ("Komşum Ayten hanım yardım ediyor", "Komşum [naam] hanım yardım ediyor"),
        ("Nazywam się Tomasz Zieliński", "Nazywam się [naam]"),
        ("Мене звати Оксана", "Мене звати [naam]"),
        ("اسمي فاطمة", "اسمي [naam]"),
        ("My neighbour Willem helps me", "My neighbour [naam] helps me"),
        ("Mrs De Jong is kind", "Mrs [naam] is kind"),
        ("ik naam Weldu ik woon hier", "ik naam [naam] ik woon hier"),
        ("dhr. Soekhoe en mw. Amatredjo", "dhr. [naam] en mw. [naam]"),
        ("Meneer Aït Taleb en meneer Ben Hammou", "Meneer [naam] en meneer [naam]"),
    ],
)
def test_names_of_elsewhere(tekst, verwacht):
    assert mask(tekst) == verwacht


@pytest.mark.parametrize(
    "tekst",
    [
        "In Hoograven en Overvecht is het druk",
        "Mitros belt nooit terug en Humanitas ook niet",
        "De Wmo, de Wlz en de VvE werken langs elkaar heen",
        "Ouders spreken Papiaments, Urdu of Antilliaans",
        "Handhaving zegt dat het morgen komt",
        "Logopedie heeft een wachtlijst",
        "mijn zoon wiskunde leren, dat wil ik",
        "mijn man werkd altijd en mevrouw komtt niet",
        "mijn man ken niet meer lopen",
        "Hulp al drie keer gevraagd",
        "open sinds jan en dicht op 12 jan 2024",
        "Vrouw de taal leren helpt",
        "Wir haben hier keine Spielplätze für die Kinder",
        "Er zit schimmel in Studio Zimihc",
    ],
)
def test_words_that_only_look_like_names(tekst):
    assert mask(tekst) == tekst


def test_our_own_lists_are_lower_case_words():
    for naam in ("voornamen", "achternamen", "woorden"):
        namen = read_eigen(naam)
        assert len(namen) > 1_000
        assert all(woord == woord.lower() for woord in namen)
    assert strip_tekens("małgorzata yıldız") == "malgorzata yildiz"
