"""Filling in a questionnaire without a browser: what a phone sends after the page it got."""

from __future__ import annotations

import re
from urllib.parse import urlencode

CODE = "meting34"
TEKST = "Een plek waar je zomaar even binnen kunt lopen, met koffie, en iemand die meedenkt over formulieren."
BEWIJS = re.compile(r'class="bewijs"[^>]*>([^<]+)<')
# More pages than a run of five questions has: then something is wrong.
MEESTE_PAGINAS = 15

_VERBORGEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_ACTIE = re.compile(r'<form id="vragen"[^>]*action="([^"]+)"')
_VELD = re.compile(r'<(?:input|select|textarea)\b[^>]*?name="([^"]+)"[^>]*>')
_OPTIE = re.compile(r'<(?:input type="radio"[^>]*|option) value="([^"]+)"')
VAST = {"toestemming": "zelf", "mag_citeren": "ja", "getal": "4"}
# Fields that a person does not see, or leaves alone.
OVERGESLAGEN = {"bijzonder", "anders", "hulp", "straat", "code", "taal"}


def find_bon(pagina: str) -> str:
    """Give the receipt code on a page, "" when there is none."""
    gevonden = BEWIJS.search(pagina)
    return gevonden[1].strip() if gevonden else ""


def find_keuze(pagina: str) -> str:
    """Give the second choice on the page."""
    gevonden: list[str] = _OPTIE.findall(" ".join(pagina.split()))
    return gevonden[1]


def fill_in(pagina: str, tekst: str = TEKST) -> dict[str, str]:
    """Give what a person fills in on this page, whichever question it asks."""
    formulier = pagina[pagina.find('<form id="vragen"') :].partition("</form>")[0]
    velden = set(_VELD.findall(formulier)) - set(dict(_VERBORGEN.findall(formulier))) - OVERGESLAGEN
    antwoord = {naam: VAST[naam] for naam in velden & VAST.keys()}
    if "tekst" in velden:
        antwoord["tekst"] = tekst
    for naam in velden & {"keuzes", "gebied"}:
        antwoord[naam] = find_keuze(formulier)
    return antwoord


def build_post(pagina: str, velden: dict[str, str]) -> tuple[str, bytes]:
    """Give address and body of sending the form of a page."""
    verborgen = dict(_VERBORGEN.findall(pagina))
    actie = _ACTIE.search(pagina)
    adres = f"/v/{CODE}/{actie[1].replace('&amp;', '&') if actie else ''}"
    return adres, urlencode({**verborgen, **velden}).encode()
