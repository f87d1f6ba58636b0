"""The front door: a code from a screen or a poster, and signing in for who works here."""

from typing import Any, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from organisaties.bewoners import TAALVELD, bewonerpagina, choose_taal, list_talen
from organisaties.forms import Codeformulier


@bewonerpagina
@require_GET
def voordeur(request: HttpRequest) -> HttpResponse:
    """Ask residents for their code; bring members to their rondes."""
    if request.user.is_authenticated:
        return redirect("organisaties:rondes" if cast(Any, request).lid else "organisaties:geen")
    return _show(request, Codeformulier())


@bewonerpagina
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Open what a typed code is for; one that nobody knows comes back on the same page, as it was typed."""
    gegevens = request.POST if request.method == "POST" else request.GET
    formulier = Codeformulier(gegevens if "code" in gegevens else None)
    if formulier.is_valid():
        taal = urlencode({TAALVELD: choose_taal(request)}) if gegevens.get(TAALVELD) else ""
        return redirect(f"{formulier.adres}?{taal}" if taal else formulier.adres)
    return _show(request, formulier)


def _show(request: HttpRequest, formulier: Codeformulier) -> HttpResponse:
    talen = list_talen(request)
    if getypt := formulier["code"].value():
        talen = [keuze | {"url": f"{keuze['url']}&{urlencode({'code': getypt})}"} for keuze in talen]
    taal = request.POST.get(TAALVELD) or request.GET.get(TAALVELD, "")
    return render(request, "organisaties/voordeur.html", {"form": formulier, "talen": talen, "gekozen": taal})
