"""The whole chain in a real browser: from a question on a phone to what the city did about it.

One story at two sizes of window, each person in a browser of their own; axe looks at every page that anyone sees.
"""

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from codering.tasks import list_gepland
from config.werker import empty_queues
from organisaties.domain.bonnen import make_token
from organisaties.domain.gebieden import load_gemeente
from organisaties.enums import Rol
from organisaties.models import Ronde
from peilingen.domain.inzenden import Antwoordwaarde, submit_inzending
from peilingen.models import Vragenlijst
from tests.browser import keten, keten_bewoners
from tests.browser.keten import go
from tests.fabrieken import maak_lid, maak_organisatie

pytestmark = pytest.mark.django_db(transaction=True)

TELEFOON = {"width": 390, "height": 844}
BUREN = (
    "Ik mis een plek om koffie te drinken met de buren",
    "Het buurthuis is dicht, waar moeten we elkaar nu ontmoeten",
    "Een bankje waar je even een praatje maakt",
    "Vroeger was er een inloop, nu zie je niemand meer",
    "Een huiskamer in de flat waar je zo kunt binnenlopen",
    "Samen eten in het buurthuis, dat mis ik",
    "De lift is al weken kapot en de huurbaas belt niet terug",
    "Er zit schimmel in de slaapkamer van mijn dochter",
    "Auto's rijden veel te hard door de straat",
    "weet niet",
)
ONTMOETING, VERVOER, EENZAAM = (
    "Ontmoeting en ontmoetingsplekken",
    "Verkeer, parkeren",
    "Eenzaamheid en isolement",
)
KOP = "Een plek om binnen te lopen ontbreekt"
REACTIE = "Het college onderschrijft dit en neemt het advies over."
TOEZEGGING = "Een huiskamer in de Poptahof"
# The words of the buttons: begin, on, send.
NEDERLANDS = ("Beginnen", "Volgende", "Antwoorden versturen")
TURKS = ("Başla", "İleri", "Cevapları gönder")
SIGNAAL = "Mevrouw Jansen ziet niemand meer nu de bushalte weg is"
NOTITIES = ("De lift is al weken kapot", "Niemand van de woningbouw belt terug")


@pytest.fixture
def raad(transactional_db):
    """An organisation in Delft that residents can reach."""
    organisatie = maak_organisatie("Adviesraad Keten")
    organisatie.contact = "raad@keten.test"
    organisatie.save()
    load_gemeente(organisatie=organisatie, gemeente="Delft")
    return organisatie


@pytest.fixture
def toestel(browser: Browser, browser_context_args: dict, live_server, maat):
    """Take another device in hand: a fresh browser, with what the test asks."""
    contexten: list[BrowserContext] = []
    fouten: list[str] = []

    def pak(**wat) -> Page:
        alles = {**browser_context_args, "base_url": live_server.url, "viewport": maat, **wat}
        contexten.append(browser.new_context(**alles))
        contexten[-1].on("weberror", lambda fout: fouten.append(str(fout.error)))
        return contexten[-1].new_page()

    yield pak
    for context in contexten:
        context.close()
    assert fouten == []


def test_from_a_question_on_a_phone_to_what_the_city_did(live_server, pagina, toestel, toegankelijk, raad):
    anna, carla = maak_lid(raad, Rol.ORGANISATOR, "Anna"), maak_lid(raad, Rol.CODEUR, "Carla")
    kijk, thuis = toegankelijk, f"{live_server.url}/"
    keten.sign_in(pagina, thuis, anna.gebruiker.email, kijk)
    keten.begin_ronde(pagina, kijk)
    adres = keten.open_vragenlijst(pagina, kijk)
    tafel, kaart = keten.open_bijeenkomst(pagina, kijk)

    residents_answer(toestel, adres, kijk)
    neighbours_answer()
    keten_bewoners.take_notes(go(toestel(), tafel), NOTITIES, kijk)
    keten_bewoners.send_idee(go(toestel(viewport=TELEFOON), kaart), "Een bankje bij de vijver", kijk)
    keten.record_signaal(pagina, SIGNAAL, SIGNAAL.replace("Jansen", "[naam]"), kijk)
    wait_for_worker()

    assert keten.read_figure(pagina, VERVOER, "telefoon") == "1"
    kijk(pagina)
    keten.show_wall(pagina, ONTMOETING, kijk)
    pagina.goto(thuis)
    keten.close_bijeenkomst(pagina, kijk)
    keten.move_fase(pagina, kijk)

    carla_scherm = toestel()
    keten.sign_in(carla_scherm, thuis, carla.gebruiker.email, kijk)
    keten.code_by_keyboard(carla_scherm, "bushalte", EENZAAM, kijk)
    assert keten.read_figure(pagina, VERVOER, "telefoon") == "0"
    assert keten.read_figure(pagina, EENZAAM, "telefoon") == "1"

    aantal = keten.read_figure(pagina, ONTMOETING, "online vragenlijst")
    keten.write_brief(pagina, "Ongevraagd advies over ontmoeten", KOP, BUREN[0], kijk)
    for tekst in keten.settle_brief(pagina, kijk):
        for deel in (KOP, BUREN[0], f"genoemd door {aantal} van de 11 inzenders"):
            assert deel in tekst
        assert "Jansen" not in tekst
    keten.send_brief(pagina, kijk)
    keten.enter_reactie(pagina, REACTIE, TOEZEGGING, timezone.localdate().isoformat(), kijk)
    openbaar = keten.publish(pagina, kijk)

    buiten = go(toestel(), openbaar)
    kijk(buiten)
    expect(buiten.get_by_role("heading", level=1)).to_have_text("Wat is ermee gedaan?")
    for tekst in (KOP, REACTIE, TOEZEGGING):
        expect(buiten.get_by_role("main")).to_contain_text(tekst)
    assert buiten.context.cookies() == []


def residents_answer(toestel, adres: str, kijk: keten.Kijk) -> None:
    """One without scripts; one in Turkish on a phone, who comes back with the receipt code to correct an answer."""
    wim = go(toestel(java_script_enabled=False), adres)
    keten_bewoners.answer(wim, NEDERLANDS, ("De groenteboer", "De lift is stuk"), look_along(toestel(), kijk))
    fatma = go(toestel(viewport=TELEFOON), f"{adres}?taal=tr")
    code = keten_bewoners.answer(fatma, TURKS, ("Komşularım", "Bir oturma odası istiyorum"), kijk)
    keten_bewoners.correct(fatma, adres, code, "Een huiskamer in de flat, en licht op het pad", kijk)
    assert wim.context.cookies() == fatma.context.cookies() == []


def look_along(loep: Page, kijk: keten.Kijk) -> keten.Kijk:
    """Look at what a page without scripts says in one that has them: axe is a script."""

    def kijk_mee(pagina: Page) -> None:
        html = pagina.content()
        loep.route(pagina.url, lambda route: route.fulfill(body=html, content_type="text/html"), times=1)
        loep.goto(pagina.url)
        kijk(loep)

    return kijk_mee


def neighbours_answer() -> None:
    """Ten others do as Wim and Fatma did; no browser is needed to believe that."""
    lijst = Vragenlijst.objects.get()
    vraag = lijst.vragen.get(tekst="Wat kan er beter in uw buurt?")
    for tekst in BUREN:
        waarden = {vraag.pk: Antwoordwaarde(tekst=tekst)}
        submit_inzending(vragenlijst=lijst, token=make_token(), antwoorden=waarden, mag_citeren=True)


def wait_for_worker() -> None:
    """The worker, and the minute and a half that it waits for more before it analyses by itself."""
    empty_queues()
    gepland = list_gepland(Ronde.objects.get().pk)
    assert gepland.count() == 1
    gepland.update(run_after=timezone.now())
    empty_queues()
