"""An evening in a real browser: the organiser's pages, the logbook, and a resident's idea card."""

import pytest
from playwright.sync_api import expect

from bijeenkomsten.models import Bijeenkomst, Ideekaart, Signaal
from tests.bijeenkomsten.makers import maak_avond, maak_kaart, maak_notitie, maak_signaal
from tests.browser.test_reis import press, sign_in
from tests.mensen import maak_mensen

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def mensen(transactional_db):
    return maak_mensen()


def test_an_organiser_prepares_follows_and_closes_an_evening(bezoek, pagina, toegankelijk, mensen):
    bezoek(f"/account/login/?next=/bijeenkomsten/rondes/{mensen.ronde.pk}/")
    sign_in(pagina, mensen.organisator.gebruiker.email)
    toegankelijk(pagina)  # nothing yet
    press(pagina, "Bijeenkomst maken")
    toegankelijk(pagina)
    pagina.get_by_label("Titel").fill("Stadsbijeenkomst")
    pagina.get_by_label("Datum").fill("2026-03-15")
    pagina.get_by_label("Vraag van de avond").fill("Wat mist u in uw buurt?")
    press(pagina, "Bijeenkomst maken")
    toegankelijk(pagina)
    press(pagina, "Tafelkaartjes en poster afdrukken")
    expect(pagina.get_by_role("img", name="QR-code naar")).to_have_count(5)
    toegankelijk(pagina)
    press(pagina, "Terug naar de bijeenkomst")
    press(pagina, "Bijeenkomst openen")
    avond = Bijeenkomst.objects.get()
    maak_notitie(avond.tafels.all()[0], "De lift is stuk", kernpunt=True)
    maak_kaart(avond)
    pagina.reload()
    toegankelijk(pagina)
    for naam in ("Tafel 1", "1 ideekaart"):
        pagina.get_by_role("link", name=naam, exact=True).click()
        toegankelijk(pagina)
        pagina.go_back()
    press(pagina, "Bijeenkomst sluiten")
    expect(pagina.get_by_text("De bijeenkomst is gesloten.")).to_be_visible()
    toegankelijk(pagina)


def test_the_logbook(bezoek, pagina, toegankelijk, mensen):
    maak_signaal(mensen)
    bezoek(f"/account/login/?next=/signalen/rondes/{mensen.ronde.pk}/")
    sign_in(pagina, mensen.notulist.gebruiker.email)
    toegankelijk(pagina)
    pagina.get_by_label("Wat werd er gezegd").fill("Mevrouw Jansen belde: de lift is stuk")
    press(pagina, "Signaal bewaren")
    toegankelijk(pagina)
    press(pagina, "Zo bewaren")
    expect(pagina.get_by_text("Het signaal is bewaard.")).to_be_visible()
    assert not Signaal.objects.filter(tekst__contains="Jansen").exists()
    pagina.get_by_role("button", name="Verwijderen").first.click()
    toegankelijk(pagina)
    press(pagina, "Signaal terughalen")
    pagina.get_by_role("link", name="Wijzigen").first.click()
    toegankelijk(pagina)
    assert Signaal.objects.levend().count() == 2


def test_an_idea_card_without_script_or_cookie(
    browser, browser_context_args, live_server, maat, toegankelijk, mensen
):
    avond = maak_avond(mensen)
    context = browser.new_context(**browser_context_args, java_script_enabled=False, viewport=maat)
    pagina = context.new_page()
    pagina.goto(f"{live_server.url}/b/{avond.code}/")
    pagina.get_by_label("Wat mist u in uw buurt?").fill("Een bankje bij de vijver")
    press(pagina, "Idee versturen")
    code = pagina.locator(".bewijs").text_content()
    pagina.go_back()
    expect(pagina.get_by_label("Wat mist u in uw buurt?")).to_have_value("Een bankje bij de vijver")
    press(pagina, "Idee versturen")
    expect(pagina.locator(".bewijs")).to_have_text(code)
    assert Ideekaart.objects.count() == 1
    press(pagina, "Teruglezen of intrekken")
    expect(pagina.get_by_text("Een bankje bij de vijver")).to_be_visible()
    press(pagina, "Idee intrekken")
    assert not Ideekaart.objects.exists()
    press(pagina, "Toch weer insturen")
    expect(pagina.locator(".bewijs")).not_to_have_text(code)
    assert (Ideekaart.objects.count(), context.cookies()) == (1, [])
    context.close()


def test_each_page_of_an_idea_card_is_accessible(bezoek, pagina, toegankelijk, mensen):
    avond = maak_avond(mensen)
    bezoek(f"/b/{avond.code}/")
    toegankelijk(pagina)
    pagina.get_by_label("Wat mist u in uw buurt?").fill("Een bankje")
    press(pagina, "Idee versturen")
    toegankelijk(pagina)
    press(pagina, "Teruglezen of intrekken")
    toegankelijk(pagina)
    press(pagina, "Idee intrekken")
    toegankelijk(pagina)
    bezoek(f"/b/{avond.code}/bon/")
    toegankelijk(pagina)
    bezoek(f"/b/{maak_avond(mensen, titel='Straks', dicht=True).code}/")
    toegankelijk(pagina)


def test_pages_that_say_what_is_wrong_are_accessible(
    browser, browser_context_args, live_server, maat, toegankelijk, mensen
):
    """Not with `pagina`: the browser notes an answer with status 400 as an error of its own."""
    avond = maak_avond(mensen)
    context = browser.new_context(**browser_context_args, viewport=maat, base_url=live_server.url)
    pagina = context.new_page()
    for adres, knop in (
        (f"/b/{avond.code}/", "Idee versturen"),
        (f"/b/{avond.code}/bon/", "Teruglezen"),
    ):
        pagina.goto(adres)
        press(pagina, knop)
        expect(pagina.get_by_text("Dit klopt nog niet")).to_be_visible()
        toegankelijk(pagina)
    pagina.goto(f"/account/login/?next=/bijeenkomsten/rondes/{mensen.ronde.pk}/nieuw/")
    sign_in(pagina, mensen.organisator.gebruiker.email)
    press(pagina, "Bijeenkomst maken")
    expect(pagina.get_by_text("Dit klopt nog niet")).to_be_visible()
    toegankelijk(pagina)
    pagina.goto(f"/signalen/rondes/{mensen.ronde.pk}/")
    press(pagina, "Signaal bewaren")
    expect(pagina.get_by_text("Dit klopt nog niet")).to_be_visible()
    toegankelijk(pagina)
    context.close()
