import pytest

from basis.taal.maskeren import apply_maskers, find_maskers
from basis.taal.naamlijsten import is_plaats, namenlijst, read_lijst


def mask(tekst: str) -> str:
    return apply_maskers(tekst, find_maskers(tekst))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("mevrouw Jansen kwam", "mevrouw [naam] kwam"),
        ("dhr. de Vries en mw. Bloem", "dhr. [naam] en mw. [naam]"),
        ("de heer dr. J.P. van den Berg", "de heer dr. [naam]"),
        ("mevrouw de jong van drie hoog", "mevrouw [naam] van drie hoog"),
        ("meneer bakker en buurvrouw fatima", "meneer [naam] en buurvrouw [naam]"),
        ("huisarts De Groot", "huisarts [naam]"),
        ("Mw. S. (82) woont alleen", "Mw. [naam] (82) woont alleen"),
        ("ds. Kalkman en pater Jan", "ds. [naam] en pater [naam]"),
    ],
)
def test_after_a_title(tekst, verwacht):
    assert mask(tekst) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("mijn naam is fatima el amrani en ik woon hier", "mijn naam is [naam] en ik woon hier"),
        ("ik heet wil", "ik heet [naam]"),
        ("Ik ben Karin uit de Voorhof", "Ik ben [naam] uit de Voorhof"),
        ("hij heet Storm", "hij heet [naam]"),
        ("naam: Jan Willem Postma", "naam: [naam]"),
        ("groet, wil", "groet, [naam]"),
        ("mvg\nanneke", "mvg\n[naam]"),
        ("Met vriendelijke groet,\nSaid Bouali", "Met vriendelijke groet,\n[naam]"),
    ],
)
def test_after_a_cue(tekst, verwacht):
    assert mask(tekst) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Annie's hond en Ahmeds fiets", "[naam]'s hond en [naam] fiets"),
        ("Kees, Annie en Wil", "[naam], [naam] en [naam]"),
        ("Ik, Johanna Catharina Maria de Wit, ben 90", "Ik, [naam], ben 90"),
        ("Jan-Peter van der Meer", "[naam]"),
        ("J. de Boer schreef", "[naam] schreef"),
        ("P.J.M. van Leeuwen", "[naam]"),
        ("Van der Linden maakt herrie", "[naam] maakt herrie"),
        ("een idee van Jansen", "een idee van [naam]"),
        ("Fatima B. uit de Gillisbuurt", "[naam] uit de Gillisbuurt"),
        ("Anja&Bert, Petra/Ineke", "[naam]&[naam], [naam]/[naam]"),
        ("ALLES IS VIES ZEGT FATIMA", "ALLES IS VIES ZEGT [naam]"),
        ("Mark helpt mij", "[naam] helpt mij"),
        ("zonder mohammed was er niets", "zonder [naam] was er niets"),
    ],
)
def test_names_by_themselves(tekst, verwacht):
    assert mask(tekst) == verwacht


@pytest.mark.parametrize(
    "tekst",
    [
        "Wil iemand helpen? Mark de paden. Roos, tulp of lavendel.",
        "Dit is goed. Dat ook. Mei en april. Sint Maarten.",
        "Ik wil naar de bakker, Wil je ook?",
        "Bakker weg, slager weg. Hoop op beter.",
        "In Delft, Tanthof, Buitenhof, Voorhof en de Poptahof.",
        "Op maandag spreekt men Turks, Pools of Arabisch.",
        "Delft voor Elkaar, Albert Heijn, Jumbo en Pieter van Foreest.",
        "De Anne Frankschool, het Jan Steenplein en de Karel Doormanstraat.",
        "Nelson Mandelapark en Johan Cruijff Court",
        "buurthuis Jan Steen en café Jansen",
        "A. Meer groen B. Minder auto's",
        "plan B. Meer bankjes",
        "meneer kan niet meer lopen, mevrouw wil koffie",
        "mevrouw van de bakker en meneer van hiernaast",
        "wijkagent Delft Noord en huisarts HAP",
        "beste mevrouw, meneer, familie",
        "groetjes van de buren, groeten uit Tanthof",
        "Meer Groen In De Buurt Voor De Kinderen",
        "MEER GROEN EN MEER BANKJES",
        "Ik ben Nederlander. Ik ben moe. Ik ben Meester geweest.",
        "De Schie stinkt en de VvE doet niets.",
        "Bizim mahallede umut ve sevgi var",
    ],
)
def test_nothing_to_mask(tekst):
    assert mask(tekst) == tekst


def test_lists_come_from_the_installed_package():
    lijst = namenlijst()
    assert len(lijst.voornamen) > 10_000
    assert len(lijst.achternamen) > 5_000
    assert lijst.zonder_hoofdletter < lijst.zeker < lijst.voornamen
    assert {"fatima", "jan", "oksana"} <= lijst.zeker
    assert {"wil", "roos", "mark"} <= lijst.voornamen - lijst.zeker
    assert len(read_lijst("names/lst_surname")) > 5_000


def test_places_also_with_a_point_of_the_compass():
    assert is_plaats("Delft")
    assert is_plaats("Delft-Zuid")
    assert not is_plaats("Fatima")
