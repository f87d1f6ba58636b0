"""Coming back with the receipt code: read, change until closing, withdraw as long as the answers are kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from basis.getypt import clean_tekst
from organisaties.bewoners import bewonerpagina, build_adres, list_talen
from organisaties.domain.bewaren import find_verwijderdatum
from organisaties.domain.bonnen import make_token
from peilingen.domain.bewonerlijst import Bewonerlijst, find_bewonerlijst
from peilingen.domain.inzenden import find_inzending, is_open, withdraw_inzending
from peilingen.domain.waarden import list_gegeven
from peilingen.models import Inzending, Vragenlijst
from peilingen.views.bewoner import show_onbekend
from peilingen.views.bewoner_start import SJABLONEN

INTREKKEN, WEG = "intrekken", "weg"


@bewonerpagina
@require_http_methods(["GET", "POST"])
def bon(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the receipt code, and show what belongs to it. What a page does is in its `actie`."""
    gevonden = find_bewonerlijst(code)
    if gevonden is None:
        return show_onbekend(request)
    lijst = gevonden.vragenlijst
    getypt = clean_tekst(request.POST.get("bon", "")).strip()[:40]
    inzending = find_inzending(vragenlijst=lijst, code=getypt) if getypt else None
    if inzending is None:
        return _ask(request, lijst, getypt)
    if request.POST.get("actie") == WEG:
        withdraw_inzending(inzending=inzending)
        return render(request, f"{SJABLONEN}/bon_weg.html", _build(request, lijst))
    return _show(request, gevonden, inzending, getypt)


def _ask(request: HttpRequest, lijst: Vragenlijst, getypt: str) -> HttpResponse:
    gegevens = {**_build(request, lijst), "getypt": getypt, "verstuurd": request.method == "POST"}
    return render(request, f"{SJABLONEN}/bon.html", gegevens)


def _show(request: HttpRequest, gevonden: Bewonerlijst, inzending: Inzending, getypt: str) -> HttpResponse:
    lijst = gevonden.vragenlijst
    gegevens = {
        **_build(request, lijst),
        "taalformulier": "vragen",
        "bon": getypt,
        "inzending": inzending,
        "antwoorden": list_gegeven(inzending, gevonden.vragen),
        "verwijderd_op": find_verwijderdatum(lijst.ronde.organisatie, inzending.ingediend_op),
        "open": is_open(lijst),
        "token": make_token(),
    }
    sjabloon = "bon_intrekken" if request.POST.get("actie") == INTREKKEN else "bon_lezen"
    return render(request, f"{SJABLONEN}/{sjabloon}.html", gegevens)


def _build(request: HttpRequest, lijst: Vragenlijst) -> dict[str, Any]:
    return {
        "vragenlijst": lijst,
        "organisatie": lijst.ronde.organisatie,
        "talen": list_talen(request),
        "adres": build_adres(request),
    }
