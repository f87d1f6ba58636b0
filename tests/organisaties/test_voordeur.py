"""The front door: a code typed from a screen or a poster opens its page, and nothing typed is lost."""

import gzip
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from organisaties import bewoners
from organisaties.domain import codes
from organisaties.domain.bonnen import make_bon, make_token
from organisaties.enums import Rol
from tests.fabrieken import maak_gebruiker

pytestmark = pytest.mark.django_db


@pytest.fixture
def codezoeker(monkeypatch):
    """One code opens one page; a room above would have said so."""
    monkeypatch.setattr(codes, "_ZOEKERS", {10: lambda code: "/v/abcd3467/" if code == "abcd3467" else None})


@pytest.fixture
def talen(monkeypatch):
    """Dutch, Turkish and Arabic, whatever catalogues there are."""
    bekend = {"nl": "Nederlands", "tr": "Türkçe", "ar": "العربية"}
    monkeypatch.setattr(bewoners, "known_talen", lambda: bekend)


@pytest.mark.parametrize(
    "getypt", ["abcd3467", " ABCD-3467 ", "abcd 3467", "https://grondvlak.test/v/abcd3467/", "/v/abcd3467"]
)
def test_a_code_opens_its_page_however_it_is_typed(client, codezoeker, getypt):
    assert client.get("/code/", {"code": getypt}).url == "/v/abcd3467/"
    assert client.post("/code/", {"code": getypt}).url == "/v/abcd3467/"


def test_the_language_goes_along(client, codezoeker, talen):
    assert client.get("/code/", {"code": "abcd3467", "taal": "tr"}).url == "/v/abcd3467/?taal=tr"
    assert client.get("/code/", {"code": "abcd3467", "taal": "xx"}).url == "/v/abcd3467/?taal=nl"
    tekst = client.get("/", {"taal": "ar"}).content.decode()
    assert '<html lang="ar" dir="rtl">' in tekst
    assert '<input type="hidden" name="taal" value="ar">' in tekst


def test_a_code_that_nobody_knows_stays_as_it_was_typed(client, codezoeker, talen):
    tekst = client.get("/code/", {"code": 'Abc "x" <b>'}).content.decode()
    assert "Deze code kennen we niet" in tekst
    assert "lijken op elkaar" in tekst
    assert 'value="Abc &quot;x&quot; &lt;b&gt;"' in tekst
    assert "code=Abc+%22x%22+%3Cb%3E" in tekst  # another language keeps it too


@pytest.mark.parametrize("getypt", ["", "   ", "-", "x" * 201, "\u202e\u0000", "é€😀"])
def test_odd_input_is_told_kindly(client, codezoeker, getypt):
    antwoord = client.get("/code/", {"code": getypt})
    assert antwoord.status_code == 200
    assert "veld-fout" in antwoord.content.decode()


def test_a_receipt_code_is_recognised(client, codezoeker):
    tekst = client.get("/code/", {"code": make_bon(make_token())}).content.decode()
    assert "lijkt op uw bewijscode" in tekst


def test_no_script_no_cookie_and_nothing_to_prove(codezoeker):
    client = Client(enforce_csrf_checks=True)
    antwoord = client.get("/")
    assert "<script" not in antwoord.content.decode()
    assert client.post("/code/", {"code": "abcd3467"}).status_code == 302
    assert not client.cookies


def test_the_front_door_weighs_less_than_thirty_kilobytes(client):
    statisch = Path(settings.BASE_DIR) / "config" / "static" / "grondvlak"
    delen = [
        client.get("/").content,
        *((statisch / naam).read_bytes() for naam in ("css/bewoner.css", "favicon.svg")),
    ]
    assert sum(len(gzip.compress(deel)) for deel in delen) < 30 * 1024
    assert client.get("/").content.count(b"<link") == 2


def test_the_front_door_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/")


def test_members_go_to_their_rondes_and_can_still_use_a_code(mensen, inloggen, codezoeker):
    client = inloggen(mensen.lid(Rol.NOTULIST))
    assert client.get("/").url == "/rondes/"
    assert "Code van het scherm of de poster" in client.get("/code/").content.decode()
    assert client.get("/code/", {"code": "abcd3467"}).url == "/v/abcd3467/"


def test_who_belongs_nowhere_is_told_so(client):
    client.force_login(maak_gebruiker(), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/").url == "/organisatie/geen/"


def test_signing_in_leads_back_to_the_page_that_was_asked(client, mensen):
    from tests.fabrieken import WACHTWOORD

    vraag = f"/rondes/{mensen.ronde.pk}/"
    inloggen = client.get(vraag).url
    assert f'value="{vraag}"' in client.get(inloggen).content.decode()
    velden = {"login": mensen.lezer.gebruiker.email, "password": WACHTWOORD, "next": vraag}
    assert client.post(inloggen, velden).url == vraag
