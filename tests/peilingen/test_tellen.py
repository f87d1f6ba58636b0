"""Counting answers per question."""

from organisaties.domain.bonnen import make_token
from peilingen.domain.inzenden import submit_inzending
from peilingen.domain.tellen import Vraagtelling, count_antwoorden, count_inhoud
from peilingen.domain.tellen_waarden import Samenvatting
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.enums import Vraagsoort
from tests.fabrieken import maak_gebied
from tests.peilingen.makers import maak_open, stuur_in
from tests.peilingen.makers_bewoner import maak_vraag
from tests.peilingen.makers_soorten import Soortenlijst, maak_leeg, maak_soorten


def tel(lijst):
    return {telling.vraag.soort: telling for telling in reversed(count_antwoorden(lijst))}


def test_each_question_counts_who_answered_it(mensen):
    lijst = maak_open(mensen.ronde, mensen.organisator.gebruiker)
    west, oost = (maak_gebied(mensen.organisatie, naam) for naam in ("West", "Oost"))
    waar = [
        Antwoordwaarde(gebied=west.pk),
        Antwoordwaarde(gebied=oost.pk),
        Antwoordwaarde(gebied=west.pk, tekst="bij de molen"),
        Antwoordwaarde(tekst="de Overkant"),
        Antwoordwaarde(),
    ]
    for nummer, plek in enumerate(waar):
        stuur_in(lijst, "Bankje" if nummer else "", stap=min(nummer + 1, 3), keuze=nummer // 3, waar=plek)
    telling = tel(lijst)
    assert (telling[Vraagsoort.OPEN].beantwoord, telling[Vraagsoort.OPEN].rijen) == (4, ())
    schaal = telling[Vraagsoort.SCHAAL]
    assert [(rij.naam, rij.aantal) for rij in schaal.rijen][:3] == [
        ("heel vervelend", 1),
        ("vervelend", 1),
        ("tussenin", 3),
    ]
    assert schaal.rijen[2].deel == 60.0
    keuze = telling[Vraagsoort.EEN_KEUZE]
    assert [rij.aantal for rij in keuze.rijen] == [3, 2, 0, 0, 0, 0, 0, 0]
    buurt = telling[Vraagsoort.BUURT]
    assert [(rij.naam, rij.aantal) for rij in buurt.rijen] == [("West", 2), ("Oost", 1)]
    assert (buurt.beantwoord, buurt.anders, buurt.onbekend) == (5, 1, 1)


def test_without_answers_everything_is_zero(mensen):
    lijst = maak_open(mensen.ronde, mensen.organisator.gebruiker)
    assert {rij.aantal for telling in count_antwoorden(lijst) for rij in telling.rijen} == {0}
    assert count_inhoud(lijst).inzendingen == 0


def test_the_queries_do_not_grow_with_questions_or_people(mensen, django_assert_num_queries):
    klein = maak_open(mensen.ronde, mensen.organisator.gebruiker, titel="Klein")
    groot = maak_open(mensen.ronde, mensen.organisator.gebruiker, titel="Groot")
    stuur_in(klein)
    for _keer in range(3):
        stuur_in(groot)
    for lijst in (klein, groot):
        with django_assert_num_queries(13):
            count_antwoorden(lijst)


def geef(lijst: Soortenlijst, **antwoorden: Antwoordwaarde) -> None:
    """One person's answers, by the key of the question."""
    waarden = {lijst.op(sleutel).pk: waarde for sleutel, waarde in antwoorden.items()}
    submit_inzending(vragenlijst=lijst.vragenlijst, token=make_token(), antwoorden=waarden, mag_citeren=None)


def per_sleutel(lijst: Soortenlijst) -> dict[str, Vraagtelling]:
    return {telling.vraag.sleutel: telling for telling in count_antwoorden(lijst.vragenlijst)}


def test_every_kind_is_counted_as_it_should_be(mensen):
    lijst = maak_soorten(mensen.ronde)
    weet_niet, wil_niet = (Antwoordwaarde(bijzonder=wat) for wat in ("weet_niet", "wil_niet"))
    park = lijst.op("v5").keuzes.get(volgorde=1).pk
    geef(
        lijst,
        v5=Antwoordwaarde(tekst="Zee"),
        v10=Antwoordwaarde(waarde="1.5"),
        v12=Antwoordwaarde(waarde="2019-05-01"),
        v14=Antwoordwaarde(waarde=["k3", "k1"]),
        v17=Antwoordwaarde(plek=lijst.plekken[0].pk),
        v19=Antwoordwaarde(waarde={"s1": "k3"}),
    )
    geef(
        lijst,
        v5=Antwoordwaarde(tekst="bos"),
        v10=Antwoordwaarde(waarde="4"),
        v12=wil_niet,
        v14=Antwoordwaarde(waarde=["k3"]),
        v16=weet_niet,
        v17=Antwoordwaarde(tekst="de hoek"),
        v19=Antwoordwaarde(waarde={"s1": "k1", "s2": "k1"}),
    )
    geef(lijst, v5=Antwoordwaarde(keuzes=(park,)), v10=weet_niet)
    telling = per_sleutel(lijst)
    assert (telling["v5"].anders, telling["v5"].woorden) == (2, ("bos", "Zee"))
    assert [(rij.naam, rij.aantal) for rij in telling["v5"].rijen] == [("Park", 1), ("Markt", 0)]
    assert telling["v10"].samenvatting == Samenvatting("1,5 km", "2,75 km", "4 km")
    assert (telling["v10"].beantwoord, telling["v10"].weet_niet) == (2, 1)
    assert telling["v12"].samenvatting == Samenvatting("1 mei 2019", "1 mei 2019", "1 mei 2019")
    assert (telling["v12"].beantwoord, telling["v12"].wil_niet, telling["v12"].niet_beantwoord) == (1, 1, 1)
    rangen = [(rang.naam, rang.eerste, rang.genoemd, rang.gemiddeld) for rang in telling["v14"].rangen]
    assert rangen == [("Winkels", 2, 2, "1,0"), ("Groen", 0, 1, "2,0"), ("Rust", 0, 0, "")]
    assert (telling["v16"].weet_niet, telling["v16"].onbekend) == (1, 0)
    assert [(rij.naam, rij.aantal) for rij in telling["v17"].rijen] == [("Buurthuis De Wending", 1)]
    assert telling["v17"].woorden == ("de hoek",)
    assert [rij.aantallen for rij in telling["v19"].stellingen] == [(1, 0, 1), (1, 0, 0), (0, 0, 0)]
    assert "v1" not in telling
    for rij in telling.values():
        delen = rij.beantwoord + rij.weet_niet + rij.wil_niet + rij.niet_gevraagd + rij.niet_beantwoord
        assert delen == 3, rij.vraag


def test_not_asked_and_not_answered_are_told_apart(mensen):
    lijst = maak_leeg(mensen.ronde)
    ja = {"alle": True, "regels": [{"vraag": "v1", "is": "een_van", "keuzes": ["k1"]}]}
    eerst = maak_vraag(lijst, 1, Vraagsoort.EEN_KEUZE, "Komt u in het park?", "Ja", "Nee")
    maak_vraag(lijst, 2, Vraagsoort.KORT, "Wat doet u daar?", voorwaarde=ja)
    alles = Soortenlijst(lijst, [], [])
    for keuze in eerst.keuzes.all():
        geef(alles, v1=Antwoordwaarde(keuzes=(keuze.pk,)))
    geef(alles)
    telling = per_sleutel(alles)["v2"]
    assert (telling.niet_gevraagd, telling.niet_beantwoord, telling.beantwoord) == (2, 1, 0)


def test_the_page_shows_every_kind(mensen, inloggen):
    lijst = maak_soorten(mensen.ronde)
    geef(
        lijst,
        v10=Antwoordwaarde(waarde="1.5"),
        v14=Antwoordwaarde(waarde=["k3"]),
        v19=Antwoordwaarde(waarde={"s1": "k3"}),
        v5=Antwoordwaarde(tekst="<b>Zee"),
    )
    client = inloggen(mensen.organisator)
    pagina = client.get(f"/peilingen/{lijst.vragenlijst.pk}/antwoorden/").content.decode()
    for woorden in ("1,5 km", "Winkels", "Ik voel mij thuis.", "&lt;b&gt;Zee", "Niet beantwoord: 1."):
        assert woorden in pagina, woorden


def test_two_questions_about_areas_do_not_take_each_other_s_answers(mensen):
    lijst = maak_soorten(mensen.ronde)
    hof, noord = lijst.gebieden[0], lijst.gebieden[1]
    geef(lijst, v15=Antwoordwaarde(gebied=hof.pk), v16=Antwoordwaarde(gebied=noord.pk, tekst="de markt"))
    geef(lijst, v15=Antwoordwaarde(), v16=Antwoordwaarde(tekst="Rotterdam"))
    geef(lijst, v15=Antwoordwaarde(tekst="hof van delft"))
    telling = per_sleutel(lijst)
    assert [(rij.naam, rij.aantal) for rij in telling["v15"].rijen] == [("Hof van Delft", 2)]
    assert [(rij.naam, rij.aantal) for rij in telling["v16"].rijen] == [("Buitenhof-Noord", 1)]
    assert (telling["v15"].onbekend, telling["v16"].anders) == (1, 1)
