"""Kinds with digits in the ways people write them, and what looks like them."""

import pytest

from basis.taal.maskeren import apply_maskers, find_maskers


def mask(tekst: str) -> str:
    return apply_maskers(tekst, find_maskers(tekst))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("bel nul zes twaalf vierendertig zesenvijftig achtenzeventig", "bel [telefoon]"),
        ("06—1234 5678 graag", "[telefoon] graag"),
        ("06 nummer 12345678", "06 nummer [telefoon]"),
        ("iban tr80 3363 3980 1841 5595 2003 70 van me broer", "iban [iban] van me broer"),
        ("een witte bus, XK874D", "een witte bus, [kenteken]"),
        ("kent. 12gbk4", "kent. [kenteken]"),
        ("auto met 31 JK HP", "auto met [kenteken]"),
        ("dhr (09/09/47) gaat mee", "dhr ([geboortedatum]) gaat mee"),
        ("Kees, 02-05-1960, belt", "[naam], [geboortedatum], belt"),
        ("gebdat 060758, boven winkel", "gebdat [geboortedatum], boven winkel"),
        ("moeder (*11-02-1934)", "moeder (*[geboortedatum])"),
        ("komt 22-06-1955, 69 jr", "komt [geboortedatum], 69 jr"),
        ("ik ben van 12-4-1966", "ik ben van [geboortedatum]"),
        ("ik word op 11 december 80 jaar", "ik word op [geboortedatum] 80 jaar"),
        ("I was born on 12 March 1970", "I was born on [geboortedatum]"),
        ("an de Dorpsstroate 12, doar", "an de [adres], doar"),
        ("Singel 4 lekt", "[adres] lekt"),
        ("Plein 1944 nr. 12 tocht", "[adres] tocht"),
        ("Kanaaldijk-Zuid 33, dan", "[adres], dan"),
    ],
)
def test_as_people_write_them(tekst, verwacht):
    assert mask(tekst) == verwacht


@pytest.mark.parametrize(
    "tekst",
    [
        "nul komma nul, nul op het rekest, nul een twee",
        "De vergadering van 12-03-2024 gaat door",
        "Ons gebouw is van 1 september 1932",
        "De speeltuin bestaat op 6 juni 50 jaar",
        "Ik ben 83 en woon hier sinds 1 mei 1968",
        "Type HR-107-X en formulier P-12-34",
        "Bestelnummer XK874D is kwijt",
        "de auto ophale koste 35 euri",
        "Mevrouw zegt: de Kom, 81 mensen",
        "Op Plein 1944 staan te weinig bankjes",
    ],
)
def test_what_only_looks_like_them(tekst):
    assert mask(tekst) == tekst
