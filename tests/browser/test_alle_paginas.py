"""Every page of peilingen, of who builds and of who answers, at each size and in each language.

An address without an entry here fails the first test: a new page cannot be forgotten.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language_info
from playwright.sync_api import Browser, Page, ViewportSize

from peilingen.enums import Vraagsoort
from peilingen.urls import urlpatterns
from tests.browser.bezwaren import find_bezwaren
from tests.browser.conftest import MATEN
from tests.peilingen.makers_paginas import (
    WOORDEN,
    Paginawereld,
    maak_bestanden,
    maak_formulieren,
    maak_paginawereld,
)

pytestmark = pytest.mark.django_db(transaction=True)

Paden = Callable[[Paginawereld], list[str]]

# Addresses that show no page of their own, with the reason.
GEEN_PAGINA = {
    "nieuw": "act: makes a questionnaire",
    "taalhulp": "fragment: tips beside a field of the page of a question",
    "vraag_voorbeeld": "fragment: the phone on the page of a question",
    "volgorde": "act",
    "terugzetten": "act",
    "vraag_dupliceren": "act",
    "verplaatsen": "act",
    "weghalen": "act",
    "openen": "act",
    "sluiten": "act",
    "heropenen": "act",
    "kopieren": "act",
    "tussenstand": "act",
    "weggooien": "act",
    "qr": "image",
    "qr_png": "image",
    "kaart": "image",
    "proef_kaart": "image",
    "genodigden_csv": "file",
    "poster_pdf": "file",
    "papier": "file",
    "vertaalbestand": "file",
    "invulbestand": "file",
    "dienst": "script",
    "voorbeeld_bon": "goes to the preview",
    "proef_bon": "goes to the beginning of the trial",
}


def van(naam: str, *vragen: str) -> Paden:
    """The page of the draft, also with these queries."""
    return lambda w: [reverse(f"peilingen:{naam}", args=[w.concept.pk]) + vraag for vraag in vragen or ("",)]


def open_van(naam: str) -> Paden:
    """The page of the open questionnaire."""
    return lambda w: [reverse(f"peilingen:{naam}", args=[w.lijst.pk])]


def beide(naam: str) -> Paden:
    """The page of the draft, the open one and the closed one."""
    return lambda w: [reverse(f"peilingen:{naam}", args=[rij.pk]) for rij in (w.concept, w.lijst, w.gesloten)]


def list_vragen(w: Paginawereld) -> list[str]:
    """The page of a question of each kind."""
    soorten = {vraag.soort: vraag for vraag in w.concept.vragen.all()}
    assert set(soorten) == set(Vraagsoort)
    return [reverse("peilingen:vraag", args=[w.concept.pk, vraag.pk]) for vraag in soorten.values()]


def van_ronde(naam: str) -> Paden:
    return lambda w: [reverse(f"peilingen:{naam}", args=[w.mensen.ronde.pk])]


def list_voorwaarden(w: Paginawereld) -> list[str]:
    """The page of a question with a condition, and of one without."""
    vragen = [w.concept.vragen.get(tekst="Wat doet u in het buurthuis?"), w.vraag("leeftijd")]
    return [reverse("peilingen:voorwaarde", args=[w.concept.pk, vraag.pk]) for vraag in vragen]


def list_papier(w: Paginawereld) -> list[str]:
    """The pile, an empty form, one typed once, its second time, and one where the two times differ."""
    formulieren = maak_formulieren(w)
    stapel = formulieren["eenmaal"].stapel_id
    adressen = [reverse("peilingen:papierformulier", args=[stapel, rij.pk]) for rij in formulieren.values()]
    nieuw = reverse("peilingen:papierformulier", args=[stapel, w.lijst.pk])
    return [reverse("peilingen:stapel", args=[stapel]), nieuw, *adressen, f"{adressen[0]}?keer=tweede"]


BOUWEN: dict[str, Paden] = {
    "ronde": van_ronde("ronde"),
    "vragenlijst": beide("vragenlijst"),
    "gegevens": van("gegevens"),
    "vraag_nieuw": van("vraag_nieuw", "", "?soort=open"),
    "vraag": list_vragen,
    "voorwaarde": list_voorwaarden,
    "bibliotheek": van("bibliotheek"),
    "controle": van("controle"),
    "bewaren": open_van("bewaren"),
    "verwijderen": van("verwijderen"),
    "delen": lambda w: [reverse("peilingen:delen", args=[rij.pk]) for rij in (w.lijst, w.gesloten)],
    "genodigden": open_van("genodigden"),
    "genodigden_strookjes": open_van("genodigden_strookjes"),
    "poster": open_van("poster"),
    "scherm": open_van("scherm"),
    "vertalingen": van("vertalingen"),
    "vertaling": lambda w: [
        reverse("peilingen:vertaling", args=[w.concept.pk, taal]) for taal in ("en", "ar")
    ],
    "voorbeeld": van("voorbeeld"),
    "proef": van("proef"),
    "stapels": open_van("stapels"),
    "stapel": list_papier,
    "papierformulier": lambda _w: [],  # with its pile
    "formulierbestand": van("formulierbestand"),
    "formulier_inlezen": van_ronde("formulier_inlezen"),
    "antwoorden": open_van("antwoorden"),
    "uitvoer": open_van("uitvoer"),
    "invoer_lijst": open_van("invoer_lijst"),
    "upload": van_ronde("upload"),
    "koppelen": lambda w: [reverse("peilingen:koppelen", args=[pk]) for pk in maak_bestanden(w)],
}
# What residents come to by an address; the pages after it are walked in `walk_bewoner`.
BEWONERS: dict[str, Paden] = {
    "bewoner": lambda w: [
        f"/v/{w.lijst.code}/",
        f"/v/{w.lijst.code}/?toestel=gedeeld",
        f"/v/{w.gesloten.code}/",
        f"/v/{w.besloten.code}/",
    ],
    "alles": lambda w: [f"/v/{w.lijst.code}/alles/"],
    "bon": lambda w: [f"/v/{w.lijst.code}/bon/"],
    "resultaten": lambda w: [f"/v/{w.lijst.code}/resultaten/"],
    "uitgenodigd": lambda w: [w.link],
    "uitgenodigd_alles": lambda w: [f"{w.link}alles/"],
    "proef_invullen": lambda w: [f"/v/proef/{w.concept.proefcode}/"],
}


def test_every_address_is_a_page_here_or_says_why_not():
    namen = [str(patroon.name) for patroon in urlpatterns]
    assert sorted(namen) == sorted([*GEEN_PAGINA, *BOUWEN, *BEWONERS])


@dataclass
class Ronde:
    """One window that goes along pages and keeps what is wrong with each."""

    pagina: Page
    adres: str
    taal: str = "nl"

    def __post_init__(self) -> None:
        self.bezwaren: list[str] = []
        self.pagina.on("pageerror", lambda fout: self.bezwaren.append(f"{self.pagina.url}: {fout}"))

    def ga(self, pad: str, status: int = 200) -> None:
        """Open a page and look at it."""
        antwoord = self.pagina.goto(f"{self.adres}{pad}")
        assert antwoord is not None
        if antwoord.status != status:
            self.bezwaren.append(f"{pad}: {antwoord.status}")
        self.kijk(pad)

    def kijk(self, naam: str) -> None:
        """Look at the page that is open: axe, one h1, the language and its direction, and no sideways scroll."""
        pagina, maat = self.pagina, self.pagina.viewport_size
        assert maat is not None
        richting = "rtl" if get_language_info(self.taal)["bidi"] else "ltr"
        html = "[document.documentElement.lang, document.documentElement.dir || 'ltr', !!document.title]"
        mist = [str(b) for b in find_bezwaren(pagina)]
        if (kop := pagina.evaluate(html)) != [self.taal, richting, True]:
            mist.append(str(kop))
        if (koppen := pagina.locator("h1:visible").count()) != 1:
            mist.append(f"{koppen} h1")
        # Half the width is what a browser at 200 % has left; a phone has at least 320.
        for breed in (maat["width"], max(320, maat["width"] // 2)):
            pagina.set_viewport_size({"width": breed, "height": maat["height"]})
            if (nodig := pagina.evaluate("document.documentElement.scrollWidth")) > breed:
                mist.append(f"breed: {nodig} > {breed}")
        pagina.set_viewport_size(maat)
        self.bezwaren += [f"{self.taal} {naam}: {wat}" for wat in mist]

    def verder(self, naam: str, knop: str = "#vragen .acties .knop", *, zie: bool = True) -> None:
        """Press a button and look at the page after it."""
        with self.pagina.expect_navigation():
            self.pagina.locator(knop).first.click()
        if zie:
            self.kijk(naam)


@pytest.fixture
def loop(browser: Browser, live_server, browser_context_args) -> Iterator[Callable[..., Ronde]]:
    """Open a window of a size."""
    vensters = []

    def open_venster(maat: str) -> Ronde:
        grootte = ViewportSize(width=MATEN[maat]["width"], height=MATEN[maat]["height"])
        vensters.append(browser.new_context(**browser_context_args, viewport=grootte))
        return Ronde(vensters[-1].new_page(), live_server.url)

    yield open_venster
    for venster in vensters:
        venster.close()


def walk_bewoner(ronde: Ronde, wereld: Paginawereld) -> None:
    """The pages that follow on one another: refused, a question, not right, the check, sent, and back with the code."""
    pagina = ronde.pagina
    pagina.goto(f"{ronde.adres}/v/{wereld.lijst.code}/?taal={ronde.taal}")
    ronde.verder("zonder toestemming")
    pagina.locator("input[name=toestemming]").first.check()
    pagina.locator("input[name=hulp]").evaluate("vakje => vakje.checked = true")
    for nummer in range(30):
        if pagina.locator("main input[name=mag_citeren]").count():
            break
        # Every kind of question stands on the page with all of them, too: one by one is for one language.
        ronde.verder(f"bladzijde {nummer}", zie=ronde.taal == "nl" or nummer == 0)
        if pagina.locator("main textarea").count() == 1:
            pagina.locator("main textarea").fill("112 of 015-123 45 67")
    ronde.verder("verzonden")
    if pagina.locator(".bewijs").count() == 0:
        ronde.verder("verzonden, nog eens gevraagd")
    code = pagina.locator(".bewijs").first.inner_text()
    pagina.goto(f"{ronde.adres}/v/{wereld.lijst.code}/bon/?taal={ronde.taal}")
    pagina.locator("input[name=bon]").fill("onbekend")
    ronde.verder("bon: onbekend", "main form .knop")
    pagina.locator("input[name=bon]").fill(code)
    ronde.verder("bon: lezen", "main form .knop")
    ronde.verder("bon: intrekken", "button[value=intrekken]")
    ronde.verder("bon: weg", "button[value=weg]")


def visit_bewonerpaginas(ronde: Ronde, wereld: Paginawereld) -> None:
    """Every address, in the language of the window, and what follows on it."""
    for pad in [pad for paden in BEWONERS.values() for pad in paden(wereld)]:
        ronde.ga(f"{pad}{'&' if '?' in pad else '?'}taal={ronde.taal}")
    ronde.ga(f"/v/zzzz9999/?taal={ronde.taal}", 404)
    walk_bewoner(ronde, wereld)


@pytest.mark.parametrize("maat", MATEN)
def test_pages_of_who_builds(loop, mensen, inloggen, live_server, maat):
    wereld = maak_paginawereld(mensen, ("en", "ar"))
    ronde = loop(maat)
    koek = inloggen(mensen.organisator).cookies[settings.SESSION_COOKIE_NAME].value
    ronde.pagina.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": koek, "url": live_server.url}]
    )
    for paden in BOUWEN.values():
        for pad in paden(wereld):
            ronde.ga(pad)
    assert not ronde.bezwaren, "\n".join(ronde.bezwaren)


@pytest.mark.parametrize(
    ("maat", "talen"), [("scherm", ()), ("telefoon", tuple(WOORDEN))], ids=["scherm", "telefoon"]
)
def test_pages_of_who_answers(loop, mensen, maat, talen):
    wereld = maak_paginawereld(mensen, talen)
    ronde = loop(maat)
    for taal in ("nl", *talen):
        ronde.taal = taal
        visit_bewonerpaginas(ronde, wereld)
    assert not ronde.bezwaren, "\n".join(ronde.bezwaren)
