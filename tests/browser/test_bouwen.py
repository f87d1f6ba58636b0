"""Building a questionnaire: by keyboard alone, by dragging, and tried out by a colleague on a phone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from organisaties.domain.instellingen import found_organisatie
from organisaties.domain.leden import make_wachtwoordlink
from organisaties.enums import Fase, Rol
from organisaties.models import Ronde
from peilingen.domain.vragen import add_vraag
from peilingen.domain.vragenlijsten import create_vragenlijst
from peilingen.models import Inzending, Proefinzending, Vraag
from tests.browser.test_reis import press, sign_in
from tests.fabrieken import WACHTWOORD, maak_lid, maak_organisatie, maak_ronde

pytestmark = pytest.mark.django_db(transaction=True)

VRAGEN = ("Wat gaat goed?", "Wat kan beter?", "Komt u langs?")


@pytest.fixture
def lijst(transactional_db):
    """Three questions, the last two in a section; the organisation has no areas."""
    anna = maak_lid(maak_organisatie("Adviesraad Bouwen"), Rol.ORGANISATOR, "anna").gebruiker
    ronde = maak_ronde(anna.lidmaatschappen.get().organisatie)
    lijst = create_vragenlijst(ronde=ronde, wie=anna, titel="Onze buurt")
    lijst.inleiding = "Wij horen graag hoe het gaat."
    lijst.save()
    add_vraag(vragenlijst=lijst, wie=anna, soort="open", tekst=VRAGEN[0])
    add_vraag(vragenlijst=lijst, wie=anna, soort="onderdeel", tekst="Straks")
    add_vraag(vragenlijst=lijst, wie=anna, soort="open", tekst=VRAGEN[1])
    add_vraag(vragenlijst=lijst, wie=anna, soort="een_keuze", tekst=VRAGEN[2], keuzes=["ja", "nee"])
    return lijst


@pytest.fixture
def bouwer(bezoek, pagina, lijst):
    """The page of the questionnaire, signed in."""
    bezoek(f"/account/login/?next=/peilingen/{lijst.pk}/")
    sign_in(pagina, "anna@voorbeeld.test")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Onze buurt")
    return pagina


def koppen(lijst) -> list[str]:
    return [vraag.tekst for vraag in lijst.vragen.all()]


def reach(pagina: Page, doel) -> None:
    """Go to an element by the tab key, and press it."""
    for _keer in range(120):
        if doel.evaluate("el => el === document.activeElement"):
            return pagina.keyboard.press("Enter")
        pagina.keyboard.press("Tab")
    raise AssertionError(f"niet met tab te bereiken: {doel}")


def test_building_by_keyboard_alone(bouwer, lijst, toegankelijk):
    pagina = bouwer
    toegankelijk(pagina)
    reach(pagina, pagina.get_by_role("link", name="Vraag toevoegen"))
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Wat voor vraag wordt het?")
    reach(pagina, pagina.locator("summary", has_text="Meer soorten"))
    toegankelijk(pagina)
    reach(pagina, pagina.get_by_role("link", name=re.compile("^Schaal")))
    type_question(pagina, toegankelijk)
    pagina.wait_for_url(re.compile(r"#vraag-"))
    nieuw = Vraag.objects.get(tekst="Hoe is het in uw straat?")
    assert (nieuw.soort, [keuze.tekst for keuze in nieuw.keuzes.all()]) == ("meer_keuzes", ["stil", "druk"])
    move_and_undo(pagina, lijst, toegankelijk)


def type_question(pagina: Page, toegankelijk) -> None:
    """Type a question, see it in the phone beside it, and change its kind without losing a word."""
    soort, vraag = pagina.get_by_label("Soort vraag"), pagina.get_by_label("De vraag", exact=True)
    telefoon = pagina.frame_locator(".telefoon iframe")
    expect(telefoon.get_by_text("heel goed")).to_be_visible()
    vraag.focus()
    pagina.keyboard.type("Hoe is het in uw straat?")
    expect(telefoon.get_by_role("heading", level=1)).to_contain_text("Hoe is het in uw straat?")
    expect(telefoon.get_by_text("Vraag 4 van 4")).to_be_visible()
    toegankelijk(pagina)
    soort.focus()
    pagina.keyboard.press("ArrowUp")
    expect(pagina.get_by_label("De keuzes, elk op een eigen regel")).to_be_visible()
    expect(soort).to_be_focused()
    expect(soort).to_have_value("meer_keuzes")
    expect(vraag).to_have_value("Hoe is het in uw straat?")
    toegankelijk(pagina)
    pagina.get_by_label("De keuzes, elk op een eigen regel").focus()
    pagina.keyboard.type("stil\ndruk")
    expect(telefoon.get_by_text("druk")).to_be_visible()
    reach(pagina, pagina.locator("summary", has_text="Meer"))
    toegankelijk(pagina)
    reach(pagina, pagina.get_by_role("button", name="Vraag bewaren"))


def move_and_undo(pagina: Page, lijst, toegankelijk) -> None:
    """Arrows say where the question stands and keep focus; what is taken out comes back."""
    omhoog = pagina.get_by_role("button", name="Omhoog: Hoe is het in uw straat?")
    reach(pagina, omhoog)
    expect(pagina.locator("#melder")).to_have_text("Vraag 4 staat nu op plaats 3.")
    expect(omhoog).to_be_focused()
    pagina.keyboard.press("Enter")
    expect(pagina.locator("#melder")).to_have_text("Vraag 3 staat nu op plaats 2.")
    assert koppen(lijst)[2:] == ["Hoe is het in uw straat?", VRAGEN[1], VRAGEN[2]]
    toegankelijk(pagina)
    reach(pagina, pagina.get_by_role("button", name=re.compile("Weghalen.*in uw straat")))
    expect(pagina.get_by_text("Weggehaald: “Hoe is het in uw straat?”")).to_be_visible()
    pagina.keyboard.press("z")
    pagina.wait_for_url(re.compile(r"#vraag-"))
    assert koppen(lijst)[2] == "Hoe is het in uw straat?"
    reach(pagina, pagina.get_by_role("button", name=re.compile("Kopie maken.*in uw straat")))
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Vraag veranderen")
    toegankelijk(pagina)
    assert koppen(lijst).count("Hoe is het in uw straat?") == 2


def drag(pagina: Page, wat: str, naar: str) -> None:
    """Hold a question by its grip and let it go above another."""
    greep = pagina.locator("li[data-vraag]", has_text=wat).locator("[data-sleep]")
    greep.scroll_into_view_if_needed()
    van, doel = greep.bounding_box(), pagina.locator("li[data-vraag]", has_text=naar).bounding_box()
    assert van is not None
    assert doel is not None
    pagina.mouse.move(van["x"] + van["width"] / 2, van["y"] + van["height"] / 2)
    pagina.mouse.down()
    pagina.mouse.move(doel["x"] + 20, doel["y"] + 8, steps=8)
    pagina.mouse.up()


def test_dragging_puts_a_question_elsewhere_and_says_so(bouwer, lijst, toegankelijk):
    pagina = bouwer
    drag(pagina, VRAGEN[2], VRAGEN[1])
    expect(pagina.locator("#melder")).to_have_text("Vraag 3 staat nu op plaats 2.")
    assert koppen(lijst) == [VRAGEN[0], "Straks", VRAGEN[2], VRAGEN[1]]
    expect(pagina.locator(".vragen h3").nth(2)).to_contain_text(VRAGEN[2])
    toegankelijk(pagina)


def test_a_colleague_tries_it_out_and_nothing_counts(
    bouwer: Page, browser: Browser, lijst, toegankelijk, browser_context_args
):
    pagina = bouwer
    pagina.locator("summary", has_text="Meer").click()
    toegankelijk(pagina)
    press(pagina, "Uitproberen met collega’s")
    toegankelijk(pagina)
    press(pagina, "Proeflink maken")
    toegankelijk(pagina)
    link = pagina.locator(".proeflink").get_attribute("href") or ""
    context = browser.new_context(**browser_context_args, viewport={"width": 390, "height": 844})
    try:
        try_out(context.new_page(), link, toegankelijk)
    finally:
        context.close()
    pagina.reload()
    expect(pagina.get_by_text("Het park is fijn")).to_be_visible()
    toegankelijk(pagina)
    assert (Proefinzending.objects.count(), Inzending.objects.count()) == (1, 0)
    press(pagina, "Alle proeven wissen")
    expect(pagina.get_by_text("1 proef is gewist.")).to_be_visible()


def try_out(telefoon: Page, link: str, toegankelijk) -> None:
    """Fill in by the secret link; every page says that it does not count."""
    telefoon.goto(link)
    balk = telefoon.get_by_text("Proef: dit telt niet mee.")
    expect(balk).to_be_visible()
    toegankelijk(telefoon)
    telefoon.locator("[name=toestemming]").first.check()
    press(telefoon, "Beginnen")
    expect(balk).to_be_visible()
    telefoon.get_by_role("textbox").fill("Het park is fijn")
    press(telefoon, "Volgende")
    press(telefoon, "Volgende")
    press(telefoon, "Volgende")
    expect(telefoon.get_by_text("Het park is fijn")).to_be_visible()
    toegankelijk(telefoon)
    press(telefoon, "Antwoorden versturen")
    expect(telefoon.get_by_text("Uw bewijscode").first).to_be_visible()
    expect(balk).to_be_visible()


def test_settings_ask_about_a_sample_only_where_there_is_one(bouwer, toegankelijk):
    pagina = bouwer
    press(pagina, "Titel en inleiding veranderen")
    toegankelijk(pagina)
    hoe = pagina.get_by_label("Hoe is de steekproef getrokken?")
    expect(hoe).not_to_be_visible()
    pagina.get_by_label(re.compile("Aselecte steekproef: door")).check()
    expect(hoe).to_be_visible()
    pagina.locator("summary", has_text="Meer: privacy").click()
    toegankelijk(pagina)
    press(pagina, "Bewaren")
    expect(pagina.get_by_role("group", name="Dit klopt nog niet")).to_be_focused()
    toegankelijk(pagina)


def test_from_an_empty_account_to_a_code_on_the_wall_takes_ten_presses(bezoek, pagina, toegankelijk):
    """Each press is one that a new user makes; what they type is a password, a name and nothing more."""
    bea = found_organisatie(naam="Buurtraad Zuid", email="bea@zuid.test", beheerder="Bea Bakker")
    bezoek(make_wachtwoordlink(lid=bea, wie=None))
    for veld in pagina.locator("input[type=password]").all():
        veld.fill(WACHTWOORD)
    press(pagina, "Wachtwoord bewaren")
    press(pagina, "Naar inloggen")
    pagina.get_by_label("E-mailadres").fill("bea@zuid.test")
    pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    press(pagina, "Inloggen")
    press(pagina, "Ronde beginnen")
    pagina.get_by_label("Naam").fill("Voorjaar 2026")
    press(pagina, "Ronde maken")
    press(pagina, "Antwoorden ophalen")
    toegankelijk(pagina)
    press(pagina, ": Hoe is het in uw buurt?")
    expect(pagina.get_by_role("link", name="Buurten toevoegen")).to_be_visible()
    toegankelijk(pagina)
    press(pagina, "Vragenlijst openen")
    expect(pagina.get_by_text("De ronde staat nu op “ophalen”.")).to_be_visible()
    assert Ronde.objects.get().fase == Fase.OPHALEN
    press(pagina, "Groot scherm voor in de zaal")
    expect(pagina.get_by_text("U kunt beginnen")).to_be_visible()
    assert pagina.locator(".scherm-qr").evaluate("beeld => beeld.naturalWidth") > 0
    toegankelijk(pagina)
