"""One variable of the environment says through which server mail goes."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings.mail import read_mail

SMTP = {
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "EMAIL_HOST": "mail.example.nl",
    "EMAIL_HOST_USER": "",
    "EMAIL_HOST_PASSWORD": "",
    "EMAIL_USE_SSL": False,
    "EMAIL_USE_TLS": False,
    "EMAIL_TIMEOUT": 10,
}
NAAM = {"EMAIL_HOST_USER": "a@b.nl", "EMAIL_HOST_PASSWORD": "p:w/d"}


@pytest.mark.parametrize(
    ("url", "anders"),
    [
        ("smtp://mail.example.nl", {"EMAIL_PORT": 25}),
        ("smtp://mail.example.nl:2525/", {"EMAIL_PORT": 2525}),
        ("smtp://a%40b.nl:p%3Aw%2Fd@mail.example.nl", {**NAAM, "EMAIL_PORT": 587, "EMAIL_USE_TLS": True}),
        ("smtps://a%40b.nl:p%3Aw%2Fd@mail.example.nl", {**NAAM, "EMAIL_PORT": 465, "EMAIL_USE_SSL": True}),
    ],
)
def test_an_address_names_the_server(url, anders):
    assert read_mail(url) == SMTP | anders


def test_without_an_address_mail_goes_to_the_terminal():
    assert read_mail("") == {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}


@pytest.mark.parametrize(
    "url",
    ["mail.example.nl", "http://x.nl", "smtp://", "smtp://x.nl:geheim", "smtp://x.nl/pad", "smtp://[::1"],
)
def test_an_address_that_cannot_be_is_refused_without_repeating_it(url):
    with pytest.raises(ImproperlyConfigured) as fout:
        read_mail(url)
    assert "GRONDVLAK_EMAIL_URL klopt niet" in str(fout.value)
    assert "geheim" not in str(fout.value)
