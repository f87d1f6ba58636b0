"""What a resident is told and agrees to, in each language and size; personal links and counts for organisers."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, Page, ViewportSize, expect

from organisaties.bewoners import known_talen
from peilingen.domain.bewonerlijst import forget_gelezen
from peilingen.domain.robotval import sign_begin
from peilingen.enums import Vraagsoort
from peilingen.models import Inzending
from tests.peilingen.makers_bewoner import CODE
from tests.peilingen.makers_vertrouwen import antwoord, maak_gesloten_vragen, maak_kort, nodig_uit, stuur

ADRES = f"/v/{CODE}/"
TELEFOON: ViewportSize = {"width": 390, "height": 700}


@pytest.fixture
def lijst(mensen):
    forget_gelezen()
    mensen.organisatie.contact = "raad@voorbeeld.test"
    mensen.organisatie.save()
    return maak_kort(mensen.ronde, ook_onder_16=False)


def druk(pagina: Page, knop: str) -> None:
    with pagina.expect_navigation():
        pagina.get_by_role("button", name=knop, exact=True).click()


def meld_aan(pagina: Page, live_server, client) -> None:
    """Carry the sign-in of the test's client into the browser."""
    koek = client.cookies[settings.SESSION_COOKIE_NAME].value
    pagina.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": koek, "url": live_server.url}]
    )


def test_consent_help_and_receipt_at_both_sizes(bezoek, lijst, toegankelijk):
    pagina = bezoek(ADRES)
    toegankelijk(pagina)
    druk(pagina, "Beginnen")
    toegankelijk(pagina)
    pagina.get_by_role("link", name="Wij mogen uw antwoorden").click()
    expect(pagina.get_by_role("checkbox", name="Ja, Adviesraad Test mag")).to_be_focused()
    pagina.keyboard.press("Space")
    pagina.get_by_text("Ik vul dit in voor iemand anders", exact=True).click()
    pagina.get_by_role("checkbox", name="Ja, ik vul dit in").check()
    toegankelijk(pagina)
    druk(pagina, "Beginnen")
    toegankelijk(pagina)
    druk(pagina, "Volgende")
    toegankelijk(pagina)
    pagina.get_by_role("radio", name="Nee, liever niet.").check()
    druk(pagina, "Antwoorden versturen")
    toegankelijk(pagina)
    code = pagina.locator(".bewijs").inner_text()
    assert code in pagina.get_by_label("Of kopieer deze tekst").input_value()
    inzending = Inzending.objects.get()
    assert (inzending.hulp, inzending.toestemming, inzending.mag_citeren) == (True, "zelf", False)


def test_the_first_page_shows_the_way_on_without_much_scrolling(page: Page, live_server, lijst):
    page.set_viewport_size(TELEFOON)
    page.goto(f"{live_server.url}{ADRES}")
    for deel in (page.get_by_role("checkbox").first, page.get_by_role("button", name="Beginnen", exact=True)):
        kader = deel.bounding_box()
        assert kader is not None
        assert kader["y"] + kader["height"] <= TELEFOON["height"]


@pytest.mark.parametrize("taal", sorted(known_talen()))
def test_the_first_page_in_every_language_for_young_and_old(
    page: Page, live_server, lijst, toegankelijk, taal
):
    lijst.ook_onder_16 = True
    lijst.save()
    page.set_viewport_size(TELEFOON)
    page.goto(f"{live_server.url}{ADRES}?taal={taal}&groot=1&lees=1")
    toegankelijk(page)
    with page.expect_navigation():
        page.locator("#vragen > .acties .knop").first.click()
    toegankelijk(page)
    page.get_by_role("radio").nth(1).check()
    with page.expect_navigation():
        page.locator("#vragen > .acties .knop").first.click()
    assert page.locator("html").get_attribute("class") == "groot"
    toegankelijk(page)


def test_narrow_and_at_two_hundred_percent(browser: Browser, live_server, lijst, toegankelijk):
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    pagina = context.new_page()
    for adres in (ADRES, f"{ADRES}?groot=1"):
        pagina.goto(f"{live_server.url}{adres}")
        pagina.locator(".talen summary").click()
        toegankelijk(pagina)
        pagina.add_style_tag(content="html { font-size: 200% }")
        breedte = pagina.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert breedte[0] <= breedte[1], adres
    context.close()


def test_large_letters_by_a_press_keep_what_was_chosen(page: Page, live_server, lijst):
    page.set_viewport_size(TELEFOON)
    page.goto(f"{live_server.url}{ADRES}")
    gewoon = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.get_by_role("checkbox").first.check()
    druk(page, "Beginnen")
    page.get_by_label("Ja", exact=True).check()
    page.locator(".talen summary").click()
    druk(page, "Grote letters")
    assert page.get_by_label("Ja", exact=True).is_checked()
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > gewoon * 1.25
    druk(page, "Volgende")
    page.locator(".talen summary").click()
    druk(page, "Gewone letters")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == gewoon


STEMMEN = """
  window.gezegd = [];
  Object.defineProperty(window, 'speechSynthesis', {value: Object.assign(new EventTarget(), {
    speaking: false, getVoices: () => [{lang: 'nl_NL', name: 'Stem'}], cancel() { window.gezegd.push('stil'); },
    speak(zin) { window.gezegd.push(zin.text); },
  })});
  window.SpeechSynthesisUtterance = function (tekst) { this.text = tekst; };
"""


def test_reading_aloud_where_there_is_a_voice_and_not_where_there_is_none(
    browser: Browser, live_server, lijst
):
    context = browser.new_context(viewport=TELEFOON)
    context.add_init_script(STEMMEN)
    pagina = context.new_page()
    pagina.goto(f"{live_server.url}{ADRES}")
    pagina.locator(".talen summary").click()
    with pagina.expect_navigation():
        pagina.get_by_role("link", name="Voorlezen").click()
    pagina.get_by_role("button", name="Lees deze pagina voor").click()
    gezegd = pagina.evaluate("window.gezegd")
    assert gezegd[0] == "Prettig wonen"
    assert [zin for zin in gezegd if "Noem geen namen" in zin] == [
        "Noem geen namen en adressen, ook niet van uzelf."
    ]
    pagina.goto(f"{live_server.url}{ADRES}?taal=tr&lees=1")
    expect(pagina.get_by_role("button", name="Lees deze pagina voor")).to_be_hidden()
    expect(pagina.locator("#voorlezen p")).to_be_visible()
    context.close()


def test_one_more_press_keeps_everything(page: Page, live_server, lijst, settings, toegankelijk):
    settings.MINSTE_INVULTIJD = 3600
    page.set_viewport_size(TELEFOON)
    page.goto(f"{live_server.url}{ADRES}")
    page.get_by_role("checkbox").first.check()
    druk(page, "Beginnen")
    page.get_by_label("Ja", exact=True).check()
    druk(page, "Volgende")
    druk(page, "Antwoorden versturen")
    expect(page.get_by_text("Druk nog één keer")).to_be_visible()
    toegankelijk(page)
    druk(page, "Antwoorden versturen")
    expect(page.get_by_role("heading", name="Uw antwoorden zijn aangekomen")).to_be_visible()
    assert Inzending.objects.get().antwoorden.get().keuzes.get().tekst == "Ja"
    assert sign_begin() not in page.content()


def test_a_full_hour_by_a_personal_link(page: Page, live_server, mensen, toegankelijk):
    lijst = maak_kort(mensen.ronde, max_per_uur=0)
    [link] = nodig_uit(lijst, mensen.organisator.gebruiker, "A. Jansen")
    page.set_viewport_size(TELEFOON)
    page.goto(f"{live_server.url}{link}")
    toegankelijk(page)
    page.get_by_role("checkbox").first.check()
    druk(page, "Beginnen")
    expect(page.get_by_role("heading", name="Even wachten")).to_be_visible()
    toegankelijk(page)


def test_who_has_no_link_reads_where_to_get_one(bezoek, mensen, toegankelijk):
    maak_kort(mensen.ronde, alleen_genodigden=True)
    pagina = bezoek(ADRES)
    expect(pagina.get_by_role("heading", name="U hebt een persoonlijke link nodig")).to_be_visible()
    toegankelijk(pagina)


def test_counts_so_far(bezoek, mensen, toegankelijk):
    forget_gelezen()
    vragen = maak_gesloten_vragen(mensen.ronde)
    for stap in (1, *[4] * 6, *[5] * 8):
        stuur(vragen[Vraagsoort.SCHAAL].vragenlijst, antwoord(vragen[Vraagsoort.SCHAAL], stap))
    pagina = bezoek(f"{ADRES}resultaten/")
    expect(pagina.get_by_text("Dat zijn niet alle bewoners")).to_be_visible()
    toegankelijk(pagina)


def test_the_organiser_invites_with_links(bezoek, live_server, mensen, inloggen, lijst, toegankelijk, pagina):
    meld_aan(pagina, live_server, inloggen(mensen.organisator))
    pagina = bezoek(reverse("peilingen:genodigden", args=[lijst.pk]))
    toegankelijk(pagina)
    pagina.get_by_label("Genodigden, één op elke regel").fill("A. Jansen; Kerkpad 3\nB. Smit")
    druk(pagina, "Aan de lijst toevoegen")
    toegankelijk(pagina)
    with pagina.expect_navigation():
        pagina.get_by_role("link", name="Strookjes om af te drukken").click()
    expect(pagina.locator(".strook svg")).to_have_count(2)
    toegankelijk(pagina)
    bezoek(reverse("peilingen:delen", args=[lijst.pk]))
    toegankelijk(pagina)
    pagina.locator("main summary").click()
    toegankelijk(pagina)
    druk(pagina, "Tussenstand laten zien")
    toegankelijk(pagina)
