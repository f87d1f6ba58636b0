import re

import pytest

from codering.domain.citaten import release_citaat
from codering.domain.coderen import code_uitspraak
from codering.enums import Runstatus
from codering.models import Kandidaatthema
from organisaties.enums import Kanaal
from tests.codering.makers import maak_codeboek, maak_run, maak_uitspraken

pytestmark = pytest.mark.django_db


def lees(client, adres):
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().replace("\u00a0", " ").split())


def zie(client, adres):
    """The words of a page without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", lees(client, adres)).split())


def rondeadres(mensen, vraag=""):
    return f"/inzicht/rondes/{mensen.ronde.pk}/{vraag}"


def themaadres(mensen, code="ontmoeten", vraag=""):
    return f"/inzicht/rondes/{mensen.ronde.pk}/themas/{code}/{vraag}"


def test_without_answers_the_page_says_where_to_begin(mensen, inloggen):
    tekst = lees(inloggen(mensen.lezer), rondeadres(mensen))
    assert "Nog geen antwoorden" in tekst
    assert f'href="/peilingen/rondes/{mensen.ronde.pk}/"' in tekst


def test_an_analysis_of_what_is_deleted_since(mensen, inloggen):
    maak_run(mensen.ronde, maak_codeboek(mensen.organisatie), {})
    for vraag in ("", "?openbaar=1", "?kanaal=idee"):
        assert "Er zijn nog geen antwoorden." in lees(inloggen(mensen.lezer), rondeadres(mensen, vraag))
    assert "Niemand noemde dit thema." in lees(inloggen(mensen.lezer), themaadres(mensen))


def test_without_analysis_the_page_sends_on(mensen, inloggen):
    maak_uitspraken(mensen.ronde, ["De lift is stuk"])
    tekst = lees(inloggen(mensen.lezer), rondeadres(mensen))
    assert "De antwoorden zijn nog niet ingedeeld" in tekst


@pytest.mark.parametrize(
    ("status", "zin"),
    [
        (Runstatus.BEZIG, "De computer leest de antwoorden nu"),
        (Runstatus.MISLUKT, "De laatste analyse is niet gelukt."),
    ],
)
def test_the_page_says_what_the_machine_is_doing(status, zin, cijfers, inloggen):
    maak_run(cijfers.mensen.ronde, cijfers.codeboek, {}, status=status)
    tekst = zie(inloggen(cijfers.mensen.lezer), rondeadres(cijfers.mensen))
    assert zin in tekst
    assert "15 van 50" in tekst


def test_a_run_under_way_without_figures(mensen, inloggen):
    uitspraak = maak_uitspraken(mensen.ronde, ["Een"])[0]
    maak_run(mensen.ronde, None, {uitspraak: {}}, status=Runstatus.BEZIG)
    tekst = lees(inloggen(mensen.lezer), rondeadres(mensen))
    assert "De computer leest de antwoorden nu" in tekst
    assert "nog niet ingedeeld" not in tekst


def test_themes_by_size_with_their_figures(cijfers, inloggen):
    tekst = zie(inloggen(cijfers.mensen.lezer), rondeadres(cijfers.mensen))
    assert (
        "“Ontmoeten” is het vaakst genoemd: door 15 van de 50 inzenders (30 %). Daarna komt “Groen”, met 10."
        in tekst
    )
    assert tekst.index("15 van 50 (30 %)") < tekst.index("10 van 50 (20 %)") < tekst.index("2 van 50 (4 %)")
    assert "in Poptahof vaker: 12 van 20" in tekst
    assert "Er heeft nog niemand naar gekeken" in tekst


def test_what_people_confirmed_is_told_apart(cijfers, inloggen):
    code_uitspraak(
        uitspraak=cijfers.uitspraken[0],
        wie=cijfers.mensen.codeur.gebruiker,
        codeboek=cijfers.codeboek,
        themas=[cijfers.thema("ontmoeten")],
    )
    tekst = lees(inloggen(cijfers.mensen.lezer), rondeadres(cijfers.mensen))
    assert "1 nagekeken, 14 alleen voorgesteld" in tekst
    assert "Er heeft nog niemand naar gekeken" not in tekst


def test_members_see_all_and_the_switch_hides_small_counts(cijfers, inloggen):
    client = inloggen(cijfers.mensen.lezer)
    alles, buiten = (lees(client, rondeadres(cijfers.mensen, vraag)) for vraag in ("", "?openbaar=1"))
    kaal, kaal_buiten = (zie(client, rondeadres(cijfers.mensen, vraag)) for vraag in ("", "?openbaar=1"))
    assert "Veiligheid 2 van 50" in kaal
    assert 'data-waarde="2"' in alles
    assert "&lt; 5 : waarom staat hier geen aantal? van 50" in kaal_buiten
    assert "Veiligheid 2 van 50" not in kaal_buiten
    assert 'data-waarde="2"' not in buiten
    # 3 of Voorhof cannot be shown, so the 12 of Poptahof that would give them away are not either.
    assert 'data-waarde="3"' in alles
    assert 'data-waarde="12"' in alles
    assert 'data-waarde="3"' not in buiten
    assert 'data-waarde="12"' not in buiten
    assert "in Poptahof vaker" not in buiten
    assert "Waar een punt (·) staat, is het aantal weggelaten" in buiten


def test_kanalen_stand_side_by_side_and_are_never_added(cijfers, inloggen):
    tafels = maak_uitspraken(
        cijfers.mensen.ronde, ["Meer groen", "Nog een"], kanaal=Kanaal.TAFEL, groep="Poptahof"
    )
    for uitkomst in tafels:
        code_uitspraak(
            uitspraak=uitkomst,
            wie=cijfers.mensen.codeur.gebruiker,
            codeboek=cijfers.codeboek,
            themas=[cijfers.thema("groen")],
        )
    client = inloggen(cijfers.mensen.lezer)
    tekst = lees(client, rondeadres(cijfers.mensen))
    assert "15 van de 50 inzenders van de online vragenlijst" in tekst
    assert "tafelgesprek (2)" in tekst
    assert "12</strong> van 52" not in tekst
    tafel = lees(client, rondeadres(cijfers.mensen, "?kanaal=tafel"))
    assert "“Groen” is het vaakst genoemd: aan 2 van de 2 gesprekstafels." in tafel


def test_new_answers_after_the_analysis_are_pointed_out(cijfers, inloggen):
    maak_uitspraken(cijfers.mensen.ronde, ["Nog een", "En nog een"])
    tekst = lees(inloggen(cijfers.mensen.lezer), rondeadres(cijfers.mensen))
    assert "kwamen er 2 uitspraken bij" in tekst


def test_groups_that_the_machine_found_stand_below(cijfers, inloggen):
    Kandidaatthema.objects.create(
        run=cijfers.run,
        nummer=0,
        naam="koffie, zaal",
        kernwoorden=["koffie", "zaal"],
        grootte=12,
        stabiliteit=0.8,
        voorbeeld=cijfers.uitspraken[0],
    )
    client = inloggen(cijfers.mensen.lezer)
    tekst = lees(client, rondeadres(cijfers.mensen))
    assert "koffie, zaal" in tekst
    assert "In de zaal 0 is geen koffie" in tekst
    # Nobody released those words.
    assert "In de zaal 0 is geen koffie" not in lees(client, rondeadres(cijfers.mensen, "?openbaar=1"))


def test_the_page_asks_as_much_for_few_groups_as_for_many(cijfers, inloggen, django_assert_max_num_queries):
    client = inloggen(cijfers.mensen.organisator)
    client.get(rondeadres(cijfers.mensen))
    for nummer in range(3):
        Kandidaatthema.objects.create(
            run=cijfers.run,
            nummer=nummer,
            naam=f"g{nummer}",
            grootte=3,
            stabiliteit=1,
            voorbeeld=cijfers.uitspraken[0],
        )
        with django_assert_max_num_queries(19):
            client.get(rondeadres(cijfers.mensen))


def test_a_theme_with_its_statements(cijfers, inloggen):
    tekst = zie(inloggen(cijfers.mensen.lezer), themaadres(cijfers.mensen))
    assert "Alles over ontmoeten." in tekst
    assert "Genoemd door 15 van de 50 inzenders (30 %)" in tekst
    assert "koffie" in tekst
    assert "15 uitspraken." in tekst
    assert "voorstel, 90 % zeker" in tekst
    assert "12 van 20" in tekst
    assert "Citaat vrijgeven" not in tekst


def test_statements_come_25_a_page_and_can_be_searched(cijfers, inloggen):
    maak = maak_uitspraken(cijfers.mensen.ronde, [f"Bankje {n}" for n in range(12)], groep="Voorhof")
    for uitspraak in maak:
        code_uitspraak(
            uitspraak=uitspraak,
            wie=cijfers.mensen.codeur.gebruiker,
            codeboek=cijfers.codeboek,
            themas=[cijfers.thema("ontmoeten")],
        )
    client = inloggen(cijfers.mensen.lezer)
    eerste, tweede = (lees(client, themaadres(cijfers.mensen, vraag=v)) for v in ("", "?page=2"))
    assert "Bladzijde 1 van 2" in eerste
    assert eerste.count('id="uitspraak-') == 25
    assert tweede.count('id="uitspraak-') == 2
    assert lees(client, themaadres(cijfers.mensen, vraag="?zoek=bankje")).count('id="uitspraak-') == 12
    assert lees(client, themaadres(cijfers.mensen, vraag="?gebied=Poptahof")).count('id="uitspraak-') == 12
    assert "Geen uitspraken gevonden." in lees(client, themaadres(cijfers.mensen, vraag="?zoek=olifant"))


def test_who_organises_can_release_from_the_theme(cijfers, inloggen):
    uitspraak, wie = cijfers.uitspraken[0], cijfers.mensen.organisator
    release_citaat(uitspraak=uitspraak, wie=wie.gebruiker, tekst=uitspraak.tekst)
    tekst = lees(inloggen(wie), themaadres(cijfers.mensen))
    assert f"/inzicht/uitspraken/{uitspraak.pk}/citaat/?terug=%2Finzicht%2F" in tekst
    assert "vrijgegeven citaat" in tekst
    assert tekst.count("Citaat vrijgeven") == 14


def test_a_statement_leads_to_looking_at_it_again(cijfers, inloggen):
    tekst = lees(inloggen(cijfers.mensen.codeur), themaadres(cijfers.mensen))
    assert (
        f"/codering/rondes/{cijfers.mensen.ronde.pk}/nakijken/?uitspraak={cijfers.uitspraken[0].pk}" in tekst
    )


def test_a_reader_is_not_sent_to_pages_for_coders(cijfers, inloggen):
    for lid, aantal in ((cijfers.mensen.lezer, 0), (cijfers.mensen.codeur, 1)):
        assert ("/nakijken/" in lees(inloggen(lid), themaadres(cijfers.mensen))) is bool(aantal)


def test_a_theme_page_asks_as_much_for_one_statement_as_for_many(
    cijfers, inloggen, django_assert_num_queries
):
    client = inloggen(cijfers.mensen.lezer)
    for code in ("veilig", "ontmoeten"):
        client.get(themaadres(cijfers.mensen, code))
    for code in ("veilig", "ontmoeten"):
        with django_assert_num_queries(21):
            client.get(themaadres(cijfers.mensen, code))


def test_a_theme_of_another_codebook_is_not_found(cijfers, inloggen):
    maak_codeboek(cijfers.mensen.organisatie, {"anders": "Anders"}, naam="Ander")
    client = inloggen(cijfers.mensen.lezer)
    assert client.get(themaadres(cijfers.mensen, "anders")).status_code == 404


def test_a_theme_page_without_figures_is_not_found(mensen, inloggen):
    assert inloggen(mensen.lezer).get(themaadres(mensen)).status_code == 404


@pytest.mark.parametrize("rol", ["notulist", "elders"])
def test_others_do_not_see_figures(rol, cijfers, inloggen):
    client = inloggen(getattr(cijfers.mensen, rol))
    for adres in (rondeadres(cijfers.mensen), themaadres(cijfers.mensen)):
        assert client.get(adres).status_code == (403 if rol == "notulist" else 404)
