"""Idea cards: a resident sends one, and comes back with the receipt code to read or withdraw it.

Pages are answers to a POST, without redirects, as the questionnaire's are (ADR 0011): sending again is harmless
because the token makes it the same card.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from bijeenkomsten.domain.ideekaarten import (
    find_bijeenkomst,
    find_gebied,
    find_ideekaart,
    list_buurten,
    submit_ideekaart,
    withdraw_ideekaart,
)
from bijeenkomsten.enums import Bijeenkomststatus
from bijeenkomsten.forms import Bonformulier, Kaartformulier, add_weigering
from bijeenkomsten.models import Bijeenkomst, Ideekaart
from bijeenkomsten.refusals import Ingetrokken
from organisaties.bewoners import TAALVELD, bewonerpagina, keep_in_browser, list_talen
from organisaties.domain.bewaren import find_verwijderdatum
from organisaties.domain.bonnen import make_token
from organisaties.domain.codes import normalise_code
from organisaties.forms import Codeformulier
from organisaties.refusals import Weigering

SJABLONEN = "bijeenkomsten/kaart"


@bewonerpagina
@require_http_methods(["GET", "POST"])
def insturen(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for one idea and take it; what is refused, or waits for another language, is still on the screen."""
    avond = find_bijeenkomst(normalise_code(code))
    if avond is None:
        return show_onbekend(request)
    if request.method == "GET":
        antwoord = _show(request, avond, Kaartformulier(initial={"token": make_token()}))
        keep_in_browser(antwoord)
        return antwoord
    formulier = Kaartformulier(request.POST)
    if TAALVELD in request.POST:
        return _show(request, avond, Kaartformulier(initial=request.POST.dict()))
    if not formulier.is_valid():
        return _show(request, avond, formulier)
    velden = formulier.cleaned_data
    gebied = find_gebied(avond.ronde.organisatie, velden["groep"])
    try:
        bon = submit_ideekaart(bijeenkomst=avond, gebied=gebied, **velden)
    except Weigering as fout:
        if isinstance(fout, Ingetrokken):
            formulier = Kaartformulier(request.POST.dict() | {"token": make_token()})
        add_weigering(formulier, fout)
        return _show(request, avond, formulier)
    context = _build_context(request, avond) | {"bon": bon, "taalformulier": "bon"}
    return render(request, f"{SJABLONEN}/bedankt.html", context)


@bewonerpagina
@require_http_methods(["GET", "POST"])
def bon(request: HttpRequest, code: str) -> HttpResponse:
    """Show a card to who has its receipt code, and delete it when they ask."""
    avond = find_bijeenkomst(normalise_code(code))
    if avond is None:
        return show_onbekend(request)
    context = _build_context(request, avond) | {"taalformulier": "bon"}
    leeg = request.method == "GET" or (TAALVELD in request.POST and not request.POST.get("code"))
    formulier = Bonformulier(None if leeg else request.POST)
    if not formulier.is_valid():
        status = 400 if formulier.errors else 200
        return render(request, f"{SJABLONEN}/bon.html", context | {"form": formulier}, status=status)
    kaart = find_ideekaart(bijeenkomst=avond, code=formulier.cleaned_data["code"])
    context |= {"form": formulier, "kaart": kaart}
    if kaart is None:
        return render(request, f"{SJABLONEN}/bon.html", context | {"onbekend": True}, status=404)
    if "intrekken" in request.POST and TAALVELD not in request.POST:
        nieuw = _refill(kaart)
        withdraw_ideekaart(ideekaart=kaart)
        return render(request, f"{SJABLONEN}/weg.html", context | {"form": nieuw, "talen": []})
    return render(request, f"{SJABLONEN}/gelezen.html", context)


def show_onbekend(request: HttpRequest) -> HttpResponse:
    """Say that nothing is known under this code, with a field to type it again."""
    context = {"talen": list_talen(request), "code_formulier": Codeformulier()}
    return render(request, "bijeenkomsten/onbekend.html", context, status=404)


def _build_context(request: HttpRequest, avond: Bijeenkomst) -> dict[str, Any]:
    organisatie = avond.ronde.organisatie
    return {
        "bijeenkomst": avond,
        "organisatie": organisatie,
        "verwijderd_op": find_verwijderdatum(organisatie),
        "talen": list_talen(request),
    }


def _show(request: HttpRequest, avond: Bijeenkomst, formulier: Kaartformulier) -> HttpResponse:
    getypt = formulier.is_bound or formulier.initial.get("tekst")
    context = _build_context(request, avond) | {
        "form": formulier,
        "straks": avond.status == Bijeenkomststatus.VOORBEREIDEN,
        "niet_nu": avond.status != Bijeenkomststatus.OPEN and not getypt,
        "buurten": list_buurten(avond.ronde.organisatie),
        "taalformulier": "kaart",
    }
    status = 400 if formulier.errors else 200
    return render(request, f"{SJABLONEN}/insturen.html", context, status=status)


def _refill(kaart: Ideekaart) -> Kaartformulier:
    """Give a new card with the same words, for who withdrew by mistake."""
    velden = {"tekst": kaart.tekst, "groep": kaart.groep, "mag_citeren": bool(kaart.mag_citeren)}
    return Kaartformulier(initial={"token": make_token(), **velden})
