"""Languages as files of other programs name them: "English (en)", "nl-informal", "Türkçe"."""

import re
from collections.abc import Iterable

from django.conf import settings

BASIS = "nl"
_CODE = re.compile(r"\(([A-Za-z]{2,3})(?:[-_][\w-]+)?\)\s*$")
_NAMEN = {
    "dutch": "nl",
    "nederlands": "nl",
    "english": "en",
    "engels": "en",
    "turkish": "tr",
    "turks": "tr",
    "türkçe": "tr",
    "arabic": "ar",
    "arabisch": "ar",
    "العربية": "ar",
    "polish": "pl",
    "pools": "pl",
    "polski": "pl",
    "ukrainian": "uk",
    "oekraïens": "uk",
    "українська": "uk",
}


def find_taal(naam: str) -> str:
    """Give the code of a language that we know, "" for another."""
    bekend = {code for code, _naam in settings.LANGUAGES}
    haakjes = _CODE.search(naam)
    kern = haakjes[1].lower() if haakjes else naam.strip().lower()
    if kern in bekend:
        return kern
    kort = re.split(r"[-_]", kern)[0]
    return kort if kort in bekend else _NAMEN.get(kern, "")


def describe_taal(code: str) -> str:
    """Give a language as XLSForm names it."""
    return f"{dict(settings.LANGUAGES).get(code, code)} ({code})"


def choose_basis(namen: Iterable[str], standaard: str) -> str:
    """Give which of the languages of a file gets the place of the Dutch words: Dutch, else the file's own."""
    alle = list(namen)
    for naam in alle:
        if find_taal(naam) == BASIS:
            return naam
    return standaard if standaard in alle else alle[0] if alle else ""
