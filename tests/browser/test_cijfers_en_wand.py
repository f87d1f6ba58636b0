"""Reading figures down to the statements behind them, and showing a wall to a room that can be read from the back."""

import pytest
from playwright.sync_api import Page, expect

from codering.domain.citaten import release_citaat
from codering.domain.coderen import code_uitspraak
from inzicht.domain.wand import change_wand
from organisaties.enums import Gebiedsoort
from peilingen.enums import Vragenlijststatus
from peilingen.models import Vragenlijst
from tests.fabrieken import WACHTWOORD, maak_gebied
from tests.inzicht.makers import Cijfers, maak_bijeenkomst, maak_bronnen, maak_cijfers
from tests.mensen import maak_mensen

pytestmark = pytest.mark.django_db(transaction=True)

VRAAG = "Wat heeft uw buurt nodig om voor elkaar te kunnen zorgen?"
LANG = "Samenleven, diversiteit en onderling vertrouwen"
SCHERMEN = {"beamer": (1920, 1080), "laptop": (1280, 800), "oud": (1024, 768)}
# How tall a word stands, from the top of a d to the foot of a p, as a share of the height of the screen.
HOOGTEN = """() => {
  const doek = document.createElement("canvas").getContext("2d"), uit = [];
  for (const el of document.querySelectorAll("#wandvlak *")) {
    const eigen = [...el.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!eigen || el.closest(".alleen-lezer, svg") || !el.getClientRects().length) continue;
    const stijl = getComputedStyle(el);
    doek.font = `${stijl.fontWeight} ${stijl.fontSize} ${stijl.fontFamily}`;
    const maat = doek.measureText("dp");
    const hoog = maat.actualBoundingBoxAscent + maat.actualBoundingBoxDescent;
    uit.push([el.textContent.trim(), 100 * hoog / innerHeight]);
  }
  return uit;
}"""
# What sticks out of the wall, or over the next part of it.
UITSTEKEND = """() => [...document.querySelectorAll("#wandvlak li, #wandvlak .wand-mee, #wandvlak h1")].filter((el) => {
  const vak = el.getBoundingClientRect();
  return vak.bottom > innerHeight + 1 || vak.right > innerWidth + 1 || vak.top < -1;
}).map((el) => el.textContent.trim())"""


@pytest.fixture
def avond(transactional_db) -> Cijfers:
    """An evening with eight themes on the wall, some with long names, a quote, and two ways to join."""
    cijfers = maak_cijfers(maak_mensen())
    ronde, wie = cijfers.mensen.ronde, cijfers.mensen.organisator.gebruiker
    namen = (
        LANG,
        "Voorzieningen, winkels en accommodaties",
        "Informatie, communicatie en vindbaarheid",
        "Jeugd",
        "Zorg",
    )
    for nummer, naam in enumerate(namen, start=4):
        cijfers.codeboek.themas.create(code=f"t{nummer}", naam=naam, definitie="x", volgorde=nummer)
    uitspraak = cijfers.uitspraken[0]
    release_citaat(uitspraak=uitspraak, wie=wie, tekst=uitspraak.tekst)
    Vragenlijst.objects.filter(pk=Vragenlijst.objects.filter(ronde=ronde)[0].pk).update(
        status=Vragenlijststatus.OPEN, code="demo2"
    )
    maak_bijeenkomst(ronde, code="avond2")
    change_wand(ronde=ronde, wie=wie, themas=cijfers.codeboek.themas.all(), vraag=VRAAG, donker=True)
    return cijfers


def sign_in(page: Page, live_server, lid) -> None:
    page.goto(f"{live_server.url}/account/login/")
    page.get_by_label("E-mailadres").fill(lid.gebruiker.email)
    page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    page.get_by_role("button", name="Inloggen").click()
    page.wait_for_load_state()


def name_green(cijfers: Cijfers, van: int, tot: int) -> None:
    for uitspraak in cijfers.uitspraken[van:tot]:
        code_uitspraak(
            uitspraak=uitspraak,
            wie=cijfers.mensen.codeur.gebruiker,
            codeboek=cijfers.codeboek,
            themas=[cijfers.thema("groen")],
        )


def test_from_a_figure_to_the_statements_behind_it(bezoek, pagina, toegankelijk, live_server, avond):
    mensen = avond.mensen
    gebied = maak_gebied(mensen.organisatie, "Voorhof", Gebiedsoort.WIJK)
    kaarten = maak_bronnen(mensen.ronde, tafels=8, kaarten=14, telefoon=3, gebied=gebied)
    for uitspraak in [kaart for rij in kaarten.values() for kaart in rij][:16]:
        code_uitspraak(
            uitspraak=uitspraak,
            wie=mensen.codeur.gebruiker,
            codeboek=avond.codeboek,
            themas=[avond.thema("groen")],
        )
    sign_in(pagina, live_server, mensen.lezer)
    bezoek(f"/inzicht/rondes/{mensen.ronde.pk}/")
    toegankelijk(pagina)
    # The table scrolls in its own box, and the names of the themes stay where they are.
    vak = pagina.get_by_role("region", name="Tabel met thema’s per buurt")
    naam = vak.get_by_role("rowheader").first
    links = naam.bounding_box()
    vak.evaluate("(el) => { el.scrollLeft = 60; }")
    assert naam.bounding_box() == links

    rij = pagina.get_by_role("region", name="Thema’s per kanaal").get_by_role("row", name="Groen")
    rij.get_by_role("link", name="8", exact=True).first.click()
    expect(pagina.get_by_role("main")).to_contain_text("Genoemd op 8 van de 14 ideekaarten")
    expect(pagina.get_by_label("Kanaal")).to_have_value("idee")
    toegankelijk(pagina)

    bezoek(f"/inzicht/rondes/{mensen.ronde.pk}/?openbaar=1")
    toegankelijk(pagina)
    reden = pagina.locator("#waarom")
    expect(reden).to_be_hidden()
    pagina.locator("button.onderdrukt").first.click()
    expect(reden).to_be_visible()
    expect(reden).to_be_focused()
    toegankelijk(pagina)
    pagina.keyboard.press("Escape")
    expect(reden).to_be_hidden()


@pytest.mark.parametrize("scherm", SCHERMEN)
def test_the_wall_can_be_read_from_the_back(scherm, page, toegankelijk, live_server, avond):
    breed, hoog = SCHERMEN[scherm]
    page.set_viewport_size({"width": breed, "height": hoog})
    sign_in(page, live_server, avond.mensen.lezer)
    page.goto(f"{live_server.url}/inzicht/rondes/{avond.mensen.ronde.pk}/wand/")
    toegankelijk(page)
    hoogten = page.evaluate(HOOGTEN)
    assert {VRAAG, LANG, "Ontmoeten", "15", "< 5", "demo2", "avond2"} <= {tekst for tekst, _hoog in hoogten}
    assert min(hoogten, key=lambda paar: paar[1])[1] >= 4
    assert page.evaluate(UITSTEKEND) == []
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert page.locator("#wandvlak li").count() == 8


def test_the_wall_on_a_small_screen(bezoek, pagina, toegankelijk, live_server, avond):
    sign_in(pagina, live_server, avond.mensen.lezer)
    bezoek(f"/inzicht/rondes/{avond.mensen.ronde.pk}/wand/")
    toegankelijk(pagina)
    expect(pagina.locator("#wandvlak li")).to_have_count(8)
    change_wand(
        ronde=avond.mensen.ronde,
        wie=avond.mensen.organisator.gebruiker,
        themas=[],
        vraag="",
        donker=False,
    )
    pagina.reload()
    expect(pagina.get_by_text("Wat u vertelt, komt hier later te staan.")).to_be_visible()
    toegankelijk(pagina)


def test_on_the_wall_a_theme_grows_and_nothing_jumps(page, live_server, avond):
    page.clock.install()
    sign_in(page, live_server, avond.mensen.lezer)
    page.goto(f"{live_server.url}/inzicht/rondes/{avond.mensen.ronde.pk}/wand/")
    plekken = (
        "() => [...document.querySelectorAll('#wandvlak li')].map((el) => el.getBoundingClientRect().top)"
    )
    voor, balk = page.evaluate(plekken), page.locator("#balk-groen")
    breedte = balk.bounding_box()["width"]
    name_green(avond, 35, 45)
    with page.expect_response(lambda antwoord: antwoord.url.endswith("/wand/")):
        page.clock.run_for(11_000)
    expect(page.locator("li", has_text="Groen").locator(".wand-getal")).to_have_text("20")
    assert page.evaluate(plekken) == voor
    # The new bar starts where the old one was, and takes its time.
    assert balk.get_attribute("width") == "50.0%" or balk.get_attribute("width") == "100.0%"
    page.clock.run_for(5_000)
    expect(balk).to_have_attribute("width", "100.0%")
    assert page.evaluate("getComputedStyle(document.querySelector('#balk-groen')).transitionDuration") == "3s"
    assert balk.bounding_box()["width"] >= breedte


def test_the_wall_stays_when_someone_signs_out(page, live_server, avond):
    page.clock.install()
    sign_in(page, live_server, avond.mensen.lezer)
    page.goto(f"{live_server.url}/inzicht/rondes/{avond.mensen.ronde.pk}/wand/")
    page.context.clear_cookies()
    with page.expect_response(lambda antwoord: "/account/login/" in antwoord.url):
        page.clock.run_for(11_000)
    expect(page.locator("#wandvlak li")).to_have_count(8)
    expect(page.get_by_label("Wachtwoord")).to_have_count(0)


def test_nothing_moves_for_who_does_not_want_that(browser, live_server, avond):
    context = browser.new_context(reduced_motion="reduce", java_script_enabled=True)
    page = context.new_page()
    sign_in(page, live_server, avond.mensen.lezer)
    page.goto(f"{live_server.url}/inzicht/rondes/{avond.mensen.ronde.pk}/wand/")
    assert page.evaluate("getComputedStyle(document.querySelector('.wand-balk')).transitionDuration") == "0s"
    context.close()


def test_releasing_themes_in_the_settings(bezoek, pagina, toegankelijk, live_server, avond):
    mensen = avond.mensen
    sign_in(pagina, live_server, mensen.organisator)
    bezoek(f"/inzicht/rondes/{mensen.ronde.pk}/wand/instellen/")
    toegankelijk(pagina)
    pagina.get_by_label("Vraag van de avond").fill("")
    pagina.get_by_label("licht, voor een lichte zaal").check()
    pagina.get_by_role("checkbox", name="Zorg").uncheck()
    pagina.get_by_role("button", name="Wand bewaren").click()
    expect(pagina.get_by_text("De wand is bewaard.")).to_be_visible()
    voorbeeld = pagina.get_by_role("img", name="Voorbeeld van de wand")
    expect(voorbeeld).to_contain_text("Wat heeft de buurt nodig?")
    expect(voorbeeld).not_to_contain_text("Zorg")
    toegankelijk(pagina)
    pagina.get_by_role("link", name="Wand tonen").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Wat heeft de buurt nodig?")
    toegankelijk(pagina)
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("link", name="Wand instellen")).to_be_focused()
