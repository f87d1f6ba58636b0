"""The whole way in Arabic, Polish and Ukrainian, with every kind of question; and the pages to translate on.

English and Turkish are walked in test_bewoner.py.
"""

import re

import pytest
from django.urls import reverse
from django.utils.translation import get_language_info, gettext, override
from playwright.sync_api import Browser, Page, expect

from peilingen.domain.bewonerlijst import forget_gelezen
from peilingen.domain.vragenlijsten import change_vragenlijst
from peilingen.models import Inzending
from tests.browser.test_reis import sign_in
from tests.fabrieken import maak_gebied
from tests.peilingen.makers_vertalen import maak_met_alle_soorten, vertaal

# Words that each place is translated into, so that the direction of the letters is that of the language.
WOORDEN = {
    "ar": "بعض الكلمات بالعربية",
    "pl": "Zażółć gęślą jaźń",
    "uk": "Ґанок, їжак і щастя",
}
# Names that stay as they are in every language.
NAMEN = re.compile(r"Grondvlak|Veilig Thuis|Autoriteit Persoonsgegevens|QR|https?://\S+")
EIGEN_WOORDEN = """() => {
  const kloon = document.querySelector("main").cloneNode(true);
  kloon.querySelectorAll("[lang=nl], [lang=en], .bewijs, textarea, script, [hidden]").forEach((deel) => deel.remove());
  return kloon.textContent.replace(/\\s+/g, " ");
}"""
MAX_PAGINAS = 30


@pytest.fixture
def wie(mensen):
    return mensen.organisator.gebruiker


@pytest.fixture
def lijst(mensen, wie):
    maak_gebied(mensen.organisatie, "Buurt West")
    maak_gebied(mensen.organisatie, "Buurt Oost")
    forget_gelezen()
    return maak_met_alle_soorten(mensen.ronde, wie)


def walk(pagina: Page, check) -> None:
    """From the first page to the last, by the one button that goes on."""
    for _pagina in range(MAX_PAGINAS):
        check(pagina)
        if pagina.locator(".bewijs").count():
            return
        for vakje in pagina.locator("input[name=toestemming]").all()[:1]:
            vakje.check()
        for veld in pagina.locator("main textarea").all()[:1]:
            veld.fill("112 en 015-123 45 67")
        with pagina.expect_navigation():
            pagina.locator("#vragen .acties .knop").first.click()
    raise AssertionError(pagina.locator("h1").first.inner_text())


@pytest.mark.parametrize("taal", WOORDEN)
def test_every_page_in_every_language(browser: Browser, live_server, lijst, wie, toegankelijk, taal):
    vertaal(
        lijst,
        wie,
        taal,
        lambda _plek: WOORDEN[taal],
    )
    context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True, locale="nl-NL")
    richting = "rtl" if get_language_info(taal)["bidi"] else "ltr"

    def check(pagina: Page) -> None:
        toegankelijk(pagina)
        html = pagina.locator("html")
        assert (html.get_attribute("lang"), html.get_attribute("dir")) == (taal, richting)
        if taal in ("ar", "uk"):
            vreemd = re.findall("[A-Za-z]{3,}", NAMEN.sub("", pagina.evaluate(EIGEN_WOORDEN)))
            assert vreemd == [], pagina.locator("h1").first.inner_text()
        pagina.set_viewport_size({"width": 320, "height": 640})
        pagina.add_style_tag(content="html { font-size: 200% }")
        breedte = pagina.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert breedte[0] <= breedte[1], pagina.locator("h1").first.inner_text()
        pagina.set_viewport_size({"width": 390, "height": 844})

    pagina = context.new_page()
    pagina.goto(f"{live_server.url}/v/{lijst.code}/?taal={taal}")
    walk(pagina, check)
    assert Inzending.objects.get().taal == taal
    context.close()


def test_a_dutch_question_and_a_code_run_left_to_right_on_an_arabic_page(page: Page, live_server, lijst, wie):
    vertaal(lijst, wie, "ar", lambda _plek: WOORDEN["ar"], v1_tekst="")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{live_server.url}/v/{lijst.code}/?taal=ar")
    richtingen: dict[str, str] = {}

    def look(pagina: Page) -> None:
        for deel in pagina.locator("h1, h1 label, .bewijs, a[href^='tel:']").all():
            richting = deel.evaluate("deel => getComputedStyle(deel).direction")
            richtingen[" ".join(deel.inner_text().split())] = richting

    walk(page, look)
    assert richtingen["Wat mist u in uw buurt?"] == "ltr"
    assert richtingen["0800-2000"] == "ltr"
    assert richtingen[WOORDEN["ar"]] == "rtl"
    assert richtingen[page.locator(".bewijs").inner_text()] == "ltr"


def test_the_choice_of_language_keeps_the_answers(page: Page, live_server, lijst, wie):
    vertaal(lijst, wie, "uk", lambda _plek: WOORDEN["uk"])
    page.goto(f"{live_server.url}/v/{lijst.code}/?taal=uk")
    page.locator("input[name=toestemming]").first.check()
    with page.expect_navigation():
        page.locator("#vragen .acties .knop").first.click()
    page.locator("main textarea").fill("Лавка в парку")
    page.locator(".talen summary").first.click()
    with page.expect_navigation():
        page.get_by_role("button", name="Nederlands").click()
    expect(page.locator("h1")).to_have_text("Wat mist u in uw buurt?")
    expect(page.locator("main textarea")).to_have_value("Лавка в парку")
    with override("pl"):
        volgende = gettext("Volgende")
    page.locator(".talen summary").first.click()
    with page.expect_navigation():
        page.get_by_role("button", name="Polski").click()
    expect(page.locator("main textarea")).to_have_value("Лавка в парку")
    expect(page.get_by_role("button", name=volgende, exact=True).last).to_be_visible()


def test_translating_side_by_side(bezoek, mensen, lijst, wie, toegankelijk):
    vertaal(lijst, wie, "ar", lambda _plek: WOORDEN["ar"], v1_tekst="")
    change_vragenlijst(vragenlijst=lijst, wie=wie, titel="Hoe gaat het hier?")
    pagina = bezoek(f"/account/login/?next={reverse('peilingen:vertalingen', args=[lijst.pk])}")
    sign_in(pagina, wie.email)
    toegankelijk(pagina)
    pagina.get_by_role("link", name="Vertalen: Arabisch").click()
    toegankelijk(pagina)
    assert pagina.locator("#id_v1-tekst").evaluate("veld => getComputedStyle(veld).direction") == "rtl"
    pagina.locator("#id_v1-tekst").fill("س" * 800)
    pagina.locator("#id_v2-tekst").fill("كلمات أخرى")
    pagina.get_by_role("button", name="Vertalingen bewaren").click()
    expect(pagina.get_by_role("group", name="Dit past nog niet")).to_be_visible()
    expect(pagina.locator("#id_v1-tekst")).to_have_value("س" * 800)
    toegankelijk(pagina)
    pagina.locator("#id_v1-tekst").fill("ماذا ينقصكم؟")
    pagina.get_by_label("Deze vertaling klopt nog").check()
    pagina.get_by_role("button", name="Vertalingen bewaren").press("Enter")
    expect(pagina.get_by_text("2 vertalingen bewaard.")).to_be_visible()
