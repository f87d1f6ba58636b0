"""The words about signing in replace words that allauth has, and speak to u."""

import re

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.urls import reverse

from config.inlogteksten import ACCOUNTTEKSTEN, TWEEDE_STAP

HUIS = {
    "ACCOUNT_ADAPTER": "config.inlogteksten.Accountadapter",
    "MFA_ADAPTER": "config.inlogteksten.Mfaadapter",
    "MFA_FORMS": {"activate_totp": "config.inlogteksten.Appformulier"},
}


@pytest.mark.parametrize(
    ("teksten", "basis"), [(ACCOUNTTEKSTEN, DefaultAccountAdapter), (TWEEDE_STAP, DefaultMFAAdapter)]
)
def test_only_known_messages_are_replaced(teksten, basis):
    assert set(teksten) <= set(basis.error_messages)
    for tekst in teksten.values():
        assert not re.search(r"!|\bje\b|\bjouw\b", tekst)


@pytest.mark.django_db
def test_a_wrong_password_does_not_tell_which_half_was_wrong(client, settings):
    for naam, waarde in HUIS.items():
        setattr(settings, naam, waarde)
    antwoord = client.post(
        reverse("account_login"), {"login": "wie@voorbeeld.nl", "password": "fout-fout-fout"}
    )
    assert antwoord.context["form"].non_field_errors() == [ACCOUNTTEKSTEN["email_password_mismatch"]]


def test_the_second_step_asks_for_a_code_of_six_digits(mensen, client, settings):
    for naam, waarde in HUIS.items():
        setattr(settings, naam, waarde)
    gebruiker = mensen.codeur.gebruiker
    gebruiker.emailaddress_set.create(email=gebruiker.email, verified=True, primary=True)
    gebruiker.set_password("een-goed-wachtwoord")
    gebruiker.save()
    client.post(reverse("account_login"), {"login": gebruiker.email, "password": "een-goed-wachtwoord"})
    client.post(reverse("account_reauthenticate"), {"password": "een-goed-wachtwoord"})
    formulier = client.get(reverse("mfa_activate_totp")).context["form"]
    assert formulier["code"].label == "Code van zes cijfers"
    antwoord = client.post(reverse("mfa_activate_totp"), {"code": "000"})
    assert antwoord.context["form"].errors["code"] == [TWEEDE_STAP["incorrect_code"]]
