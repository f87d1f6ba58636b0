"""A note-taker at a table in a real browser: with and without a script, off line, and on two devices at once."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bijeenkomsten.domain.bijeenkomsten import close_bijeenkomst
from bijeenkomsten.domain.notities import save_notitie
from bijeenkomsten.models import Gesprekstafel, Notitie
from tests.bijeenkomsten.makers import maak_avond
from tests.mensen import maak_mensen

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def mensen(transactional_db):
    return maak_mensen()


@pytest.fixture
def tafel(mensen) -> Gesprekstafel:
    return maak_avond(mensen).tafels.get()


@pytest.fixture
def toestel(browser: Browser, browser_context_args: dict, live_server):
    """Take another device in hand: a browser of its own, with what the test asks."""
    contexten: list[BrowserContext] = []

    def pak(**wat) -> Page:
        contexten.append(browser.new_context(**browser_context_args, base_url=live_server.url, **wat))
        return contexten[-1].new_page()

    yield pak
    for context in contexten:
        context.close()


def list_teksten(tafel: Gesprekstafel) -> list[str]:
    return list(Notitie.objects.levend().filter(tafel=tafel).values_list("tekst", flat=True))


def box(pagina: Page):
    return pagina.get_by_label("Wat wordt er gezegd?")


def test_enter_makes_the_next_note(bezoek, pagina, toegankelijk, tafel):
    bezoek(f"/t/{tafel.code}/")
    toegankelijk(pagina)
    vak = box(pagina)
    vak.press_sequentially("De lift is stuk")
    vak.press("Shift+Enter")
    vak.press_sequentially("Niemand belt terug")
    expect(pagina.get_by_text("Bewaard", exact=True)).to_be_visible()
    assert list_teksten(tafel) == ["De lift is stuk\nNiemand belt terug"]
    vak.press("Enter")
    expect(vak).to_have_value("")
    expect(pagina.locator("article")).to_have_count(1)
    pagina.get_by_text("Meer over deze notitie", exact=True).click()
    pagina.get_by_label("Dit moet in ieder geval in het advies").check()
    toegankelijk(pagina)
    vak.fill("Er moet een plek komen om koffie te drinken")
    vak.press("Enter")
    expect(pagina.locator("article")).to_have_count(2)
    expect(pagina.get_by_label("Dit moet in ieder geval in het advies")).not_to_be_checked()
    expect(pagina.locator("article").first).to_contain_text("Moet in ieder geval in het advies")
    assert Notitie.objects.filter(kernpunt=True).count() == 1
    toegankelijk(pagina)


def test_what_was_typed_is_in_the_box_again_after_a_reload(bezoek, pagina, tafel):
    bezoek(f"/t/{tafel.code}/")
    box(pagina).press_sequentially("De lift")
    expect(pagina.get_by_text("Bewaard", exact=True)).to_be_visible()
    pagina.reload()
    expect(box(pagina)).to_have_value("De lift")
    expect(pagina.locator("article:visible")).to_have_count(0)
    box(pagina).press("End")
    box(pagina).press_sequentially(" is stuk")
    box(pagina).press("Enter")
    expect(pagina.locator("article:visible")).to_contain_text("De lift is stuk")
    assert list_teksten(tafel) == ["De lift is stuk"]
    assert pagina.evaluate("localStorage.length") == 0


def test_without_a_network_nothing_is_lost_and_each_note_is_sent_once(toestel, toegankelijk, tafel):
    pagina = toestel()
    pagina.goto(f"/t/{tafel.code}/")
    pagina.context.set_offline(True)
    for tekst in ("De lift is stuk", "De bus rijdt niet"):
        box(pagina).fill(tekst)
        box(pagina).press("Enter")
    box(pagina).fill("Half af")
    expect(pagina.get_by_text("Geen verbinding.")).to_be_visible()
    expect(pagina.get_by_role("heading", name="Nog op dit toestel")).to_be_visible()
    toegankelijk(pagina)
    assert list_teksten(tafel) == []
    pagina.context.set_offline(False)
    expect(pagina.locator("article:visible")).to_have_count(2)
    expect(pagina.get_by_text("Bewaard", exact=True)).to_be_visible()
    assert sorted(list_teksten(tafel)) == ["De bus rijdt niet", "De lift is stuk", "Half af"]


def test_a_page_that_was_closed_without_a_network_sends_when_it_is_opened_again(toestel, tafel):
    pagina = toestel()
    pagina.goto(f"/t/{tafel.code}/")
    pagina.context.set_offline(True)
    box(pagina).fill("De lift is stuk")
    expect(pagina.get_by_text("Geen verbinding.")).to_be_visible()
    context = pagina.context
    pagina.close()
    context.set_offline(False)
    opnieuw = context.new_page()
    opnieuw.goto(f"/t/{tafel.code}/")
    expect(opnieuw.locator("article:visible")).to_have_count(1)
    assert list_teksten(tafel) == ["De lift is stuk"]


def test_an_answer_that_gets_lost_makes_no_second_note(toestel, tafel):
    pagina = toestel()
    pagina.goto(f"/t/{tafel.code}/")

    def lose_answer(route):
        route.fetch()
        route.abort()

    pagina.route("**/bewaar/", lose_answer, times=1)
    box(pagina).fill("De lift")
    expect(pagina.get_by_text("Geen verbinding.")).to_be_visible()
    box(pagina).fill("De lift is stuk")
    expect(pagina.get_by_text("Bewaard", exact=True)).to_be_visible()
    assert list_teksten(tafel) == ["De lift is stuk"]


def test_two_devices_keep_both_texts_and_say_so(toestel, toegankelijk, tafel):
    pagina = toestel()
    pagina.goto(f"/t/{tafel.code}/")
    box(pagina).fill("De lift")
    expect(pagina.get_by_text("Bewaard", exact=True)).to_be_visible()
    notitie = Notitie.objects.get()
    ander = toestel()
    ander.goto(f"/t/{tafel.code}/notities/{notitie.pk}/")
    ander.get_by_label("Notitie wijzigen").fill("De lift piept")
    ander.get_by_role("button", name="Wijziging bewaren").click()
    expect(ander.locator("article")).to_contain_text("De lift piept")
    box(pagina).fill("De lift is stuk")
    expect(pagina.get_by_text("Een ander toestel schreef aan dezelfde notitie.")).to_be_visible()
    box(pagina).press("Enter")
    expect(pagina.locator("article:visible")).to_have_count(2)
    toegankelijk(pagina)
    assert list_teksten(tafel) == ["De lift piept", "De lift is stuk"]


def test_a_text_that_was_still_on_the_device_when_the_meeting_closed_is_sent(
    toestel, toegankelijk, mensen, tafel
):
    pagina = toestel()
    pagina.goto(f"/t/{tafel.code}/")
    pagina.context.set_offline(True)
    box(pagina).fill("Nog één ding")
    expect(pagina.get_by_text("Geen verbinding.")).to_be_visible()
    close_bijeenkomst(bijeenkomst=tafel.bijeenkomst, wie=mensen.organisator.gebruiker)
    pagina.context.set_offline(False)
    expect(pagina.get_by_text("Bewaard", exact=True)).to_be_visible()
    pagina.goto(f"/t/{tafel.code}/")
    expect(pagina.get_by_text("De bijeenkomst is afgelopen.")).to_be_visible()
    toegankelijk(pagina)
    assert list_teksten(tafel) == ["Nog één ding"]


def test_all_of_it_works_without_a_script(toestel, toegankelijk, maat, tafel):
    pagina = toestel(java_script_enabled=False, viewport=maat)
    pagina.goto(f"/t/{tafel.code}/")
    box(pagina).fill("De lift is stuk")
    pagina.get_by_role("button", name="Volgende notitie").click()
    box(pagina).fill("Mevrouw Jansen zei dat ook")
    pagina.get_by_role("button", name="Volgende notitie").click()
    pagina.get_by_role("link", name="Wijzigen van notitie 2").click()
    pagina.get_by_label("Notitie wijzigen").fill("Een buurvrouw zei dat ook")
    pagina.get_by_role("button", name="Wijziging bewaren").click()
    pagina.get_by_role("button", name="Verwijderen van notitie 1").click()
    assert list_teksten(tafel) == ["Een buurvrouw zei dat ook"]
    pagina.get_by_role("button", name="Notitie terughalen").click()
    pagina.get_by_text("Meer over dit gesprek", exact=True).click()
    pagina.get_by_label("Waar praten we over").fill("Wonen in de flat")
    pagina.get_by_role("button", name="Afspraak bewaren").click()
    pagina.get_by_role("link", name="Alles teruglezen").click()
    expect(pagina.locator("li").first).to_contain_text("De lift is stuk")
    pagina.get_by_role("button", name="Teruggelezen en afronden").click()
    expect(pagina.get_by_text("teruggelezen en afgerond")).to_be_visible()
    pagina.get_by_role("button", name="Toch verder schrijven").click()
    expect(pagina.get_by_text("Wonen in de flat").first).to_be_visible()
    assert list_teksten(tafel) == ["De lift is stuk", "Een buurvrouw zei dat ook"]
    assert pagina.context.cookies() == []


def test_reading_back_and_changing_are_accessible(bezoek, pagina, toegankelijk, tafel):
    notitie = save_notitie(tafel=tafel, sleutel="s", tekst="De lift is stuk")
    for pad in ("teruglezen/", f"notities/{notitie.pk}/", f"?weg={notitie.pk}"):
        bezoek(f"/t/{tafel.code}/{pad}")
        toegankelijk(pagina)
