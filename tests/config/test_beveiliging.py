"""What every page sends along to stay safe."""

import pytest
from django.conf import settings
from django.core.cache import cache

from tests.fabrieken import WACHTWOORD

DIRECTIVES = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "manifest-src 'self'",
}


@pytest.fixture(autouse=True)
def fresh_limits():
    """Counts of wrong passwords live in the cache; each test starts without any."""
    cache.clear()
    yield
    cache.clear()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pad", "verwijzer"),
    [("/", "no-referrer"), ("/account/login/", "same-origin"), ("/bestaat-niet/", "same-origin")],
)
def test_the_policy_is_exactly_this(client, pad, verwijzer):
    antwoord = client.get(pad)
    assert {deel.strip() for deel in antwoord["Content-Security-Policy"].split(";")} == DIRECTIVES
    assert antwoord["X-Frame-Options"] == "DENY"
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Referrer-Policy"] == verwijzer


@pytest.mark.django_db
def test_the_front_door_sets_no_cookie(client):
    assert not client.get("/").cookies


def test_signing_in_gives_a_cookie_that_scripts_cannot_read(client, mensen):
    antwoord = client.post("/account/login/", {"login": mensen.lezer.gebruiker.email, "password": WACHTWOORD})
    koekje = antwoord.cookies["sessionid"]
    assert koekje["httponly"]
    assert koekje["samesite"] == "Lax"


def test_the_secret_is_in_no_file_of_the_project():
    assert settings.SECRET_KEY == "alleen-voor-tests"


@pytest.mark.django_db
def test_after_wrong_passwords_signing_in_waits(client, mensen):
    velden = {"login": mensen.lezer.gebruiker.email, "password": "fout"}
    teksten = [client.post("/account/login/", velden).content.decode() for _poging in range(7)]
    assert "klopt niet" in teksten[0]
    assert "te vaak" in teksten[-1]


def test_a_form_without_its_token_is_refused_kindly(mensen):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(mensen.organisator.gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    antwoord = client.post("/rondes/nieuw/", {"naam": "x"})
    assert antwoord.status_code == 403
    assert "<h1" in antwoord.content.decode()


def test_uploads_are_not_served(client, mensen, inloggen):
    assert settings.MEDIA_URL in ("", "/")
    assert inloggen(mensen.beheerder).get("/bestanden/invoer/x.bin").status_code == 404
