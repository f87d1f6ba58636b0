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
from peilingen.domain.inzenden import Antwoordwaarde, submit_inzending
from peilingen.models import Vragenlijst
from tests.browser import keten
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


@pytest.fixture
def raad(transactional_db):
    """An organisation in Delft with someone who organises and someone who codes."""
    organisatie = maak_organisatie("Adviesraad Keten")
    organisatie.contact = "raad@keten.test"
    organisatie.save()
    load_gemeente(organisatie=organisatie, gemeente="Delft")
    return organisatie


@pytest.fixture
def toestel(browser: Browser, browser_context_args: dict, live_server, maat):
    """Take another device in hand: a fresh browser, with what the test asks."""
    contexten: list[BrowserContext] = []

    def pak(**wat) -> Page:
        alles = {**browser_context_args, "base_url": live_server.url, "viewport": maat, **wat}
        contexten.append(browser.new_context(**alles))
        return contexten[-1].new_page()

    yield pak
    for context in contexten:
        context.close()


def test_from_a_question_on_a_phone_to_what_the_city_did(bezoek, pagina, toestel, toegankelijk, raad):
    anna = maak_lid(raad, Rol.ORGANISATOR, "Anna")
    carla = maak_lid(raad, Rol.CODEUR, "Carla")
    kijk = toegankelijk
    keten.sign_in(pagina, bezoek("/").url, anna.gebruiker.email, kijk)
    keten.begin_ronde(pagina, kijk)
    adres = keten.open_vragenlijst(pagina, kijk)
    tafel, kaart = keten.open_bijeenkomst(pagina, kijk)
