"""A number on a page leads to the statements behind it, and there it is the same number."""

import re
from html import unescape

import pytest
from lxml import html

from codering.domain.coderen import code_uitspraak
from codering.models import Uitspraak
from inzicht.domain.verwijzen import query
from organisaties.enums import Gebiedsoort, Kanaal
from tests.fabrieken import maak_gebied
from tests.inzicht.makers import maak_bronnen
from tests.inzicht.test_paginas import lees, rondeadres, themaadres, zie

pytestmark = pytest.mark.django_db

LINK = re.compile(r'<a href="(/inzicht/rondes/[^"]+/themas/[^"]*)">([\d.]+)</a>')


@pytest.fixture
def bont(cijfers):
    """The ronde of the figures with tables, cards and calls too; people decided about most of those."""
    gebied = maak_gebied(cijfers.mensen.organisatie, "Voorhof", Gebiedsoort.WIJK)
    bronnen = maak_bronnen(cijfers.mensen.ronde, tafels=6, kaarten=30, telefoon=12, notities=2, gebied=gebied)
    besluiten: dict[str, list[str]] = {
        "tafel": ["groen"] * 9,
        "idee": ["ontmoeten"] * 11 + ["veilig"] * 3,
        "telefoon": ["groen"] * 3,
    }
    for kanaal, codes in besluiten.items():
        for uitspraak, code in zip(bronnen[kanaal], codes, strict=False):
            besluit(cijfers, uitspraak, code)
    # Three cards without an area, one of them with two themes.
    losse = [uitspraak.pk for uitspraak in bronnen[Kanaal.IDEE][:3]]
    Uitspraak.objects.filter(pk__in=losse).update(gebied=None)
    besluit(cijfers, bronnen[Kanaal.IDEE][0], "groen", "ontmoeten")
    return cijfers


def besluit(cijfers, uitspraak, *codes):
    code_uitspraak(
        uitspraak=uitspraak,
        wie=cijfers.mensen.codeur.gebruiker,
        codeboek=cijfers.codeboek,
        themas=[cijfers.thema(code) for code in codes],
    )


def counted(tekst):
    """The number on the page of a theme, and how many statements it lists."""
    [getal] = re.findall(r"Genoemd (?:door|aan|op|in) ([\d.]+) van de ", tekst)
    return getal


@pytest.mark.parametrize("vraag", ["", "?kanaal=idee", "?kanaal=tafel", "?kanaal=telefoon"])
def test_every_number_is_the_number_behind_it(vraag, bont, inloggen):
    client = inloggen(bont.mensen.lezer)
    links = LINK.findall(lees(client, rondeadres(bont.mensen, vraag)))
    assert len(links) > 10
    for adres, getal in dict.fromkeys(links):
        assert counted(zie(client, unescape(adres))) == getal, adres


@pytest.mark.parametrize("vraag", ["", "?kanaal=idee"])
def test_every_number_of_an_area_too(vraag, bont, inloggen):
    client = inloggen(bont.mensen.lezer)
    links = LINK.findall(lees(client, themaadres(bont.mensen, vraag=vraag)))
    assert links
    for adres, getal in dict.fromkeys(links):
        assert counted(zie(client, unescape(adres))) == getal, adres


def test_numbers_say_in_words_what_they_count(bont, inloggen):
    client = inloggen(bont.mensen.lezer)
    tabel = html.fromstring(lees(client, rondeadres(bont.mensen))).xpath(
        "//section[@aria-labelledby='kanalen']//th"
    )
    koppen = [" ".join(th.text_content().split()) for th in tabel if th.get("scope") == "col"]
    assert koppen == [
        "Thema",
        "online vragenlijst van 50 inzenders",
        "ideekaart van 30 ideekaarten",
        "telefoon van 12 telefoongesprekken",
        "tafelgesprek van 6 gesprekstafels",
    ]
    kaart = zie(client, themaadres(bont.mensen, vraag="?kanaal=idee&gebied=Voorhof"))
    assert "Genoemd op 8 van de 27 ideekaarten (30 %) in Voorhof" in kaart
    onbekend = zie(client, themaadres(bont.mensen, vraag="?kanaal=idee&gebied=-"))
    assert "Genoemd op 3 van de 3 ideekaarten waarvan de buurt onbekend is" in onbekend


def test_without_a_kanaal_each_stands_by_itself(bont, inloggen):
    tekst = zie(inloggen(bont.mensen.lezer), themaadres(bont.mensen, "groen"))
    assert (
        "Genoemd, per kanaal: door 10 van de 50 inzenders van de online vragenlijst (20 %) op 1 van de 30 ideekaarten "
        "(3 %) in 3 van de 12 telefoongesprekken aan 5 van de 6 gesprekstafels"
    ) in tekst


def test_a_search_for_words_does_not_say_named_by(bont, inloggen):
    tekst = zie(inloggen(bont.mensen.lezer), themaadres(bont.mensen, vraag="?zoek=koffie"))
    assert "12 uitspraken gevonden." in tekst
    assert "Genoemd door" not in tekst


def test_what_may_go_outside_leads_nowhere_and_gives_the_reason(bont, inloggen):
    tekst = lees(inloggen(bont.mensen.lezer), rondeadres(bont.mensen, "?openbaar=1&kanaal=idee"))
    assert LINK.findall(tekst) == []
    boom = html.fromstring(tekst)
    knoppen = boom.xpath("//button[@popovertarget='waarom'][not(@popovertargetaction)]")
    assert {" ".join(knop.text_content().split()) for knop in knoppen} == {
        "< 5: waarom staat hier geen aantal?",
        "·: waarom staat hier geen aantal?",
    }
    [reden] = boom.xpath("//*[@id='waarom']")
    assert "Bij een klein aantal, 1 tot en met 4, kunnen buren soms zien wie iets zei." in " ".join(
        reden.text_content().split()
    )


def test_a_kanaal_with_few_is_hidden_as_a_whole(cijfers, inloggen):
    maak_bronnen(cijfers.mensen.ronde, kaarten=3)
    tekst = zie(inloggen(cijfers.mensen.lezer), rondeadres(cijfers.mensen, "?openbaar=1&kanaal=idee"))
    assert "Te weinig om naar buiten te brengen: ideekaart." in tekst
    assert "ideekaart (&lt; 5)" in tekst
    assert "ideekaarten &lt; 5" in tekst
    assert "Tot nu toe tellen minder dan 5 ideekaarten mee." in tekst
    assert "van 3" not in tekst


def test_the_query_of_a_number():
    assert query() == ""
    assert query(kanaal="idee") == "?kanaal=idee"
    assert query(kanaal="idee", plek="Wippolder Noord") == "?gebied=Wippolder+Noord&kanaal=idee"
    assert query(plek="") == "?gebied=-"
