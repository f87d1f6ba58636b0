"""Mail: to the terminal, or through the server that the environment names."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.settings.omgeving import ADRES, EMAIL_URL, EMAIL_VAN

POORTEN = {"smtp": 25, "smtps": 465}
POORT_MET_NAAM = 587


def read_mail(url: str) -> dict[str, Any]:
    """Give Django's settings for a URL such as smtps://naam:wachtwoord@mail.example.nl; raises ImproperlyConfigured.

    With smtps the connection is encrypted from the start, with smtp once it stands. A name and password are
    never sent in the clear; only a server that asks for none, such as one on this machine, is spoken to plainly.
    """
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    try:
        delen = urlsplit(url)
        poort = delen.port
    except ValueError:
        delen, poort = urlsplit(""), None
    if delen.scheme not in POORTEN or not delen.hostname or delen.path.strip("/"):
        # The value itself may hold a password, so it is not repeated.
        raise ImproperlyConfigured(
            "GRONDVLAK_EMAIL_URL klopt niet. Zo wel: smtps://naam:wachtwoord@mail.example.nl:465"
        )
    versleuteld, naam = delen.scheme == "smtps", unquote(delen.username or "")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": delen.hostname,
        "EMAIL_PORT": poort or (POORT_MET_NAAM if naam and not versleuteld else POORTEN[delen.scheme]),
        "EMAIL_HOST_USER": naam,
        "EMAIL_HOST_PASSWORD": unquote(delen.password or ""),
        "EMAIL_USE_SSL": versleuteld,
        "EMAIL_USE_TLS": bool(naam) and not versleuteld,
        "EMAIL_TIMEOUT": 10,
    }


globals().update(read_mail(EMAIL_URL))
MAIL_WERKT = bool(EMAIL_URL)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = EMAIL_VAN or "grondvlak@localhost"
# For links on the command line; pages take the address that they are asked at.
GRONDVLAK_ADRES = ADRES
