"""Whole pages: the style guide, errors, and signing in, in the look and the language of the house."""

import re

import pytest
from django.core import mail
from django.template.loader import render_to_string
from django.urls import reverse

from tests.vormgeving.pagina import Pagina

BUITEN = ["account_login", "account_reset_password", "account_reset_password_done", "account_signup"]
BINNEN = ["account_logout", "account_email", "account_change_password", "account_reauthenticate", "mfa_index"]
WACHTWOORD = "een-goed-wachtwoord"
ENGELS = re.compile(r"\b(?:sign|password|recovery|your|email addresses)\b", re.IGNORECASE)
JE_VORM = re.compile(r"\b(?:je|jouw|jij)\b", re.IGNORECASE)


def check(antwoord):
    """Make sure that a page is ours, in plain Dutch, with one heading and no loose ends."""
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    pagina = Pagina.read(tekst)
    woorden = pagina.select("//main").text_content()
    assert "grondvlak/css/basis" in tekst
    assert len(pagina.boom.xpath("//h1")) == 1
    assert pagina.list_naamloos() == []
    assert pagina.list_verwijzingen() - set(pagina.ids) == set()
    assert not ENGELS.search(woorden)
    assert not JE_VORM.search(woorden)
    return pagina


@pytest.mark.urls("tests.vormgeving.adressen")
@pytest.mark.django_db
def test_the_style_guide_shows_everything(client):
    pagina = Pagina.read(client.get("/stijlgids/").content.decode())
    assert len(pagina.boom.xpath("//section[@id='themas']//li/span[@class='thema']")) == 18
    assert pagina.select("//title").text_content().split()[0] == "Alle"
    assert pagina.boom.xpath("//nav[@aria-label='Bladzijden']//a/@href") == ["?page=2", "?page=4"]


@pytest.mark.django_db
@pytest.mark.parametrize("naam", BUITEN)
def test_pages_before_signing_in(client, naam):
    check(client.get(reverse(naam)))


@pytest.mark.parametrize("naam", BINNEN)
def test_pages_about_ones_account(mensen, inloggen, naam):
    check(inloggen(mensen.codeur).get(reverse(naam)))


@pytest.mark.django_db
def test_a_wrong_password_is_told_at_the_top(client):
    antwoord = client.post(
        reverse("account_login"), {"login": "wie@voorbeeld.nl", "password": "fout-fout-fout"}
    )
    pagina = check(antwoord)
    assert pagina.text("//title").startswith("Fout: Inloggen")
    assert pagina.boom.xpath("//*[@data-fouten]//li")


@pytest.fixture
def bevestigd(mensen):
    """A member whose address was confirmed: allauth asks that before a second step."""
    gebruiker = mensen.codeur.gebruiker
    gebruiker.emailaddress_set.create(email=gebruiker.email, verified=True, primary=True)
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    return gebruiker


@pytest.fixture
def ingelogd(client, bevestigd):
    """Signed in, and shown once more to be the same person, as a second step asks."""
    client.post(reverse("account_login"), {"login": bevestigd.email, "password": WACHTWOORD})
    antwoord = client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    assert antwoord.status_code == 302
    return client


def test_pages_about_the_second_step(ingelogd, bevestigd):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    aan = check(ingelogd.get(reverse("mfa_activate_totp")))
    assert aan.select("//img").get("alt")
    TOTP.activate(bevestigd, generate_totp_secret())
    RecoveryCodes.activate(bevestigd)
    codes = check(ingelogd.get(reverse("mfa_view_recovery_codes")))
    assert len(codes.boom.xpath("//ul[contains(@class, 'herstelcodes')]/li")) == 10
    for naam in ("mfa_index", "mfa_generate_recovery_codes", "mfa_deactivate_totp", "mfa_reauthenticate"):
        check(ingelogd.get(reverse(naam)))
    ingelogd.logout()
    ingelogd.post(reverse("account_login"), {"login": bevestigd.email, "password": WACHTWOORD})
    check(ingelogd.get(reverse("mfa_authenticate")))


def test_a_new_password_by_mail(client, bevestigd):
    client.post(reverse("account_reset_password"), {"email": bevestigd.email})
    client.post(reverse("account_reset_password"), {"email": "wie@voorbeeld.nl"})
    bekend, onbekend = mail.outbox
    assert "Nieuw wachtwoord kiezen" in bekend.subject
    assert bekend.body.startswith("Goedendag,")
    assert "wie@voorbeeld.nl" in onbekend.body
    for tekst in (str(bekend.body), str(onbekend.body)):
        assert not ENGELS.search(re.sub(r"https?:\S+", "", tekst))
        assert not JE_VORM.search(tekst)
    adres = re.search(r"https?://[^/]+(\S+)", str(bekend.body))
    assert adres
    pagina = check(client.get(adres[1], follow=True))
    assert pagina.text("//h1") == "Nieuw wachtwoord"
    check(client.get(reverse("account_reset_password_from_key_done")))


@pytest.mark.django_db
def test_a_link_that_was_used_says_what_to_do(client):
    adres = reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "x-y"})
    assert check(client.get(adres)).text("//h1") == "Deze link werkt niet meer"


@pytest.mark.parametrize("naam", ["400", "403", "403_csrf", "404", "500", "weigering"])
def test_pages_for_what_goes_wrong_need_no_context(naam):
    pagina = Pagina.read(render_to_string(f"{naam}.html"))
    assert len(pagina.boom.xpath("//h1")) == 1
    assert pagina.boom.xpath("//main//a[@href='/']")


def test_residents_pages_read_from_the_right_in_arabic():
    from django.utils import translation

    with translation.override("ar"):
        boom = Pagina.read(render_to_string("bewoner_basis.html")).boom
    assert (boom.get("lang"), boom.get("dir")) == ("ar", "rtl")
    stijlen = boom.xpath("//link[@rel='stylesheet']/@href")
    assert len(stijlen) == 1
    assert boom.xpath("//script") == []
