import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from codering.domain.citaten import release_citaat
from inzicht.domain.wand import change_wand, find_wand, list_vrijgegeven
from inzicht.rondeblok import build_wand
from tests.inzicht.makers import maak_bijeenkomst, maak_bronnen
from tests.inzicht.test_paginas import lees, rondeadres, zie

pytestmark = pytest.mark.django_db


def wandadres(mensen, deel=""):
    return f"/inzicht/rondes/{mensen.ronde.pk}/wand/{deel}"


def zet(cijfers, *codes, **rest):
    return change_wand(
        ronde=cijfers.mensen.ronde,
        wie=cijfers.mensen.organisator.gebruiker,
        themas=[cijfers.thema(code) for code in codes],
        **{"vraag": "Wat mist u?", "donker": True, **rest},
    )


def stuur(client, cijfers, *codes, **velden):
    gegevens = {
        "vraag": "Wat mist u?",
        "achtergrond": "donker",
        "themas": [str(cijfers.thema(code).pk) for code in codes],
        **velden,
    }
    return client.post(wandadres(cijfers.mensen, "instellen/"), gegevens)


def test_the_wall_before_anything_was_said(mensen, inloggen):
    maak_bijeenkomst(mensen.ronde, code="avond1")
    tekst = zie(inloggen(mensen.lezer), wandadres(mensen))
    assert "Wat heeft de buurt nodig?" in tekst
    assert "Wat u vertelt, komt hier later te staan." in tekst
    assert "Doe mee op testserver" in tekst
    assert "Uw idee avond1" in tekst


def test_the_wall_with_released_themes(cijfers, inloggen):
    zet(cijfers, "ontmoeten", "veilig")
    tekst = zie(inloggen(cijfers.mensen.lezer), wandadres(cijfers.mensen))
    assert "Wat mist u? Zo vaak genoemd, van 50 inzenders Ontmoeten 15 Veiligheid &lt; 5" in tekst
    assert "Groen" not in tekst


def test_the_wall_looks_again_by_itself_with_a_script_and_without(cijfers, inloggen):
    zet(cijfers, "ontmoeten")
    client = inloggen(cijfers.mensen.lezer)
    heel = lees(client, wandadres(cijfers.mensen))
    assert '<meta http-equiv="refresh" content="20">' in heel
    assert 'hx-trigger="every 10s"' in heel
    deel = client.get(wandadres(cijfers.mensen), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in deel
    assert deel.strip() in client.get(wandadres(cijfers.mensen)).content.decode()
    # A bar grows instead of jumps because it is known by its id.
    assert 'id="balk-ontmoeten"' in deel


def test_who_does_not_organise_sees_the_wall_without_its_settings(cijfers, inloggen):
    assert "wand/instellen/" not in lees(inloggen(cijfers.mensen.lezer), wandadres(cijfers.mensen))
    assert "wand/instellen/" in lees(inloggen(cijfers.mensen.organisator), wandadres(cijfers.mensen))
    assert inloggen(cijfers.mensen.lezer).get(wandadres(cijfers.mensen, "instellen/")).status_code == 403


def test_the_figures_lead_to_the_wall(cijfers, inloggen):
    assert "Wand tonen" in zie(inloggen(cijfers.mensen.lezer), rondeadres(cijfers.mensen))
    assert "Wand klaarzetten" in zie(inloggen(cijfers.mensen.organisator), rondeadres(cijfers.mensen))


def test_themes_are_offered_with_their_figures_and_quotes(cijfers, inloggen):
    uitspraak, wie = cijfers.uitspraken[0], cijfers.mensen.organisator
    release_citaat(uitspraak=uitspraak, wie=wie.gebruiker, tekst=uitspraak.tekst)
    tekst = zie(inloggen(wie), wandadres(cijfers.mensen, "instellen/"))
    assert "Ontmoeten genoemd door 15 van de 50 inzenders (30 %) 1 vrijgegeven citaat" in tekst
    assert "Veiligheid genoemd door 2 van de 50 inzenders (4 %); op de wand verborgen" in tekst
    assert uitspraak.tekst in tekst
    assert "Er staat nog geen code op de wand." in tekst


def test_releasing_themes(cijfers, inloggen):
    client = inloggen(cijfers.mensen.organisator)
    antwoord = stuur(client, cijfers, "groen", "ontmoeten", achtergrond="licht")
    assert antwoord.status_code == 302
    wand = find_wand(cijfers.mensen.ronde)
    assert (wand.vraag, wand.donker) == ("Wat mist u?", False)
    assert [thema.code for thema in list_vrijgegeven(wand, cijfers.run)] == ["ontmoeten", "groen"]
    tekst = lees(client, antwoord.url)
    assert "De wand is bewaard." in tekst
    assert tekst.count('name="themas"') == 3
    assert len(re.findall(r'name="themas"[^>]*checked', tekst)) == 2
    assert 'value="licht" required id="id_achtergrond_1" checked' in tekst


def test_sorting_again_is_asked_for(cijfers, inloggen):
    client = inloggen(cijfers.mensen.organisator)
    assert "Bewaren en op grootte zetten" not in lees(client, wandadres(cijfers.mensen, "instellen/"))
    for codes, extra in (
        (["groen"], {}),
        (["groen", "ontmoeten"], {}),
        (["groen", "ontmoeten"], {"op_grootte": "ja"}),
    ):
        stuur(client, cijfers, *codes, **extra)
        op_de_wand = [t.code for t in list_vrijgegeven(find_wand(cijfers.mensen.ronde), cijfers.run)]
        assert op_de_wand == (["ontmoeten", "groen"] if extra else codes)
    assert "Bewaren en op grootte zetten" in lees(client, wandadres(cijfers.mensen, "instellen/"))


def test_what_does_not_fit_is_refused_and_nothing_typed_is_lost(cijfers, inloggen):
    client = inloggen(cijfers.mensen.organisator)
    lang = "Wat mist u? " * 20
    antwoord = stuur(client, cijfers, "groen", vraag=lang)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert lang.strip() in tekst
    assert len(re.findall(r'name="themas"[^>]*checked', tekst)) == 1
    assert find_wand(cijfers.mensen.ronde) is None
    antwoord = stuur(client, cijfers, themas=["onzin"])
    assert antwoord.status_code == 422
    assert stuur(client, cijfers, achtergrond="paars").status_code == 422


def test_more_than_eight_themes_are_refused_with_what_to_do(cijfers, inloggen):
    for nummer in range(10, 18):
        cijfers.codeboek.themas.create(code=f"t{nummer}", naam=f"T{nummer}", definitie="x", volgorde=nummer)
    codes = [thema.code for thema in cijfers.codeboek.themas.all()]
    antwoord = stuur(inloggen(cijfers.mensen.organisator), cijfers, *codes)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Op de wand passen hoogstens acht thema’s. Zet er een paar uit." in tekst
    assert len(re.findall(r'name="themas"[^>]*checked', tekst)) == len(codes) == 11


def test_a_choice_of_what_is_counted_when_there_is_one(cijfers, inloggen):
    client = inloggen(cijfers.mensen.organisator)
    assert "Wat telt de wand?" not in lees(client, wandadres(cijfers.mensen, "instellen/"))
    maak_bronnen(cijfers.mensen.ronde, kaarten=6)
    assert "Wat telt de wand?" in lees(client, wandadres(cijfers.mensen, "instellen/"))
    assert stuur(client, cijfers, "groen", kanaal="idee").status_code == 302
    assert find_wand(cijfers.mensen.ronde).kanaal == "idee"
    assert stuur(client, cijfers, "groen", kanaal="brief").status_code == 422


def test_nothing_to_release_yet(mensen, inloggen):
    tekst = zie(inloggen(mensen.organisator), wandadres(mensen, "instellen/"))
    assert "Nog geen thema’s om vrij te geven" in tekst


@pytest.mark.parametrize("deel", ["", "instellen/"])
def test_the_wall_asks_as_much_for_one_theme_as_for_three(deel, cijfers, inloggen):
    client, wie = inloggen(cijfers.mensen.organisator), cijfers.mensen.organisator.gebruiker
    maak_bijeenkomst(cijfers.mensen.ronde)
    aantallen = set()
    for codes, plaatsen in ((["ontmoeten"], [0]), (["ontmoeten", "groen", "veilig"], [1, 2])):
        zet(cijfers, *codes)
        for uitspraak in (cijfers.uitspraken[plaats] for plaats in plaatsen):
            release_citaat(uitspraak=uitspraak, wie=wie, tekst=uitspraak.tekst)
        client.get(wandadres(cijfers.mensen, deel))
        with CaptureQueriesContext(connection) as vragen:
            client.get(wandadres(cijfers.mensen, deel))
        aantallen.add(len(vragen))
    assert len(aantallen) == 1


def test_the_page_of_the_ronde_offers_the_wall_while_people_can_join(cijfers):
    mensen = cijfers.mensen
    assert build_wand(mensen.ronde, mensen.organisator) is None
    maak_bijeenkomst(mensen.ronde)
    assert build_wand(mensen.ronde, mensen.organisator).actie == "Wand klaarzetten"
    assert build_wand(mensen.ronde, mensen.lezer).actie == "Wand tonen"
    assert build_wand(mensen.ronde, mensen.notulist) is None
    zet(cijfers, "groen")
    blok = build_wand(mensen.ronde, mensen.organisator)
    assert (blok.actie, blok.url, blok.klaar) == ("Wand tonen", wandadres(mensen), True)
    assert "1 thema vrijgegeven" in blok.regels


def test_the_wall_has_the_colours_of_the_themes():
    """Dark and light by choice, so the wall carries both sets by itself."""
    stijl = (Path(settings.BASE_DIR) / "inzicht/static/inzicht/wand.css").read_text(encoding="utf-8")
    themas = (Path(settings.BASE_DIR) / "config/static/grondvlak/css/themas.css").read_text(encoding="utf-8")
    kleur = re.compile(r"(--thema-\d+): (#\w+);")
    licht, donker = (kleur.findall(blok) for blok in re.findall(r":root \{(.*?)\}", themas, re.DOTALL))
    eigen = {
        naam: kleur.findall(blok)
        for naam, blok in re.findall(r"\.wand--(licht|donker) \{ (--thema.*?)\}", stijl)
    }
    assert eigen == {"licht": licht, "donker": donker}
    assert len(licht) == 15
