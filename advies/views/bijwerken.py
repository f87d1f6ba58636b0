"""Correcting, taking back and putting back what was entered, and how a promise stands."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from advies.domain.opvolgen import (
    change_reactie,
    change_toezegging,
    restore_opvolging,
    update_toezegging,
    withdraw_opvolging,
)
from advies.forms import Reactieformulier, Toezeggingformulier
from advies.models import Reactie, Toezegging
from advies.views.opvolging import make_standformulier, render_opvolging, to_opvolging
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen, vereist

BRIEF = "adviespunt__advies__ronde__organisatie"


def _get_reactie(lid: Lidmaatschap, rij_id: UUID) -> Reactie:
    return get_eigen(Reactie.objects.van(lid.organisatie).select_related(BRIEF), lid, pk=rij_id)


def _get_toezegging(lid: Lidmaatschap, rij_id: UUID) -> Toezegging:
    return get_eigen(Toezegging.objects.van(lid.organisatie).select_related(BRIEF), lid, pk=rij_id)


def _get_rij(lid: Lidmaatschap, soort: str, rij_id: UUID) -> Reactie | Toezegging:
    if soort == "reacties":
        return _get_reactie(lid, rij_id)
    if soort == "toezeggingen":
        return _get_toezegging(lid, rij_id)
    raise Http404


def _back(request: HttpRequest, rij: Reactie | Toezegging, **vraag: object) -> HttpResponse:
    return to_opvolging(request, rij.adviespunt.advies.ronde_id, f"punt-{rij.adviespunt_id}", **vraag)


def _context(rij: Reactie | Toezegging) -> dict[str, object]:
    advies = rij.adviespunt.advies
    return {"rij": rij, "advies": advies, "ronde": advies.ronde, "onderdeel": "opvolging"}


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def reactie(request: HttpRequest, lid: Lidmaatschap, rij_id: UUID) -> HttpResponse:
    """Correct a reaction."""
    rij = _get_reactie(lid, rij_id)
    huidig = {naam: getattr(rij, naam) for naam in ("standpunt", "tekst", "datum", "bron")}
    formulier = Reactieformulier(request.POST if request.method == "POST" else None, initial=huidig)
    if formulier.is_bound and formulier.is_valid():
        change_reactie(reactie=rij, wie=lid.gebruiker, **formulier.cleaned_data)
        messages.success(request, _("Het antwoord is gewijzigd."))
        return _back(request, rij)
    context = _context(rij) | {"form": formulier, "formulieren": [formulier]}
    return render(request, "advies/bijwerken.html", context, status=422 if formulier.errors else 200)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def toezegging(request: HttpRequest, lid: Lidmaatschap, rij_id: UUID) -> HttpResponse:
    """Correct a promise, and say how it stands."""
    rij = _get_toezegging(lid, rij_id)
    data = request.POST if request.method == "POST" else None
    huidig = {naam: getattr(rij, naam) for naam in ("tekst", "door", "termijn")}
    woorden, stand = Toezeggingformulier(data, initial=huidig), make_standformulier(rij, data)
    goed = [woorden.is_valid(), stand.is_valid()]
    if all(goed):
        if woorden.has_changed():
            change_toezegging(toezegging=rij, wie=lid.gebruiker, **woorden.cleaned_data)
        if stand.has_changed():
            update_toezegging(toezegging=rij, wie=lid.gebruiker, **stand.cleaned_data)
        messages.success(request, _("De toezegging is gewijzigd."))
        return _back(request, rij)
    fout = next((formulier for formulier in (woorden, stand) if formulier.errors), None)
    context = _context(rij) | {"form": fout, "formulieren": [woorden, stand]}
    return render(request, "advies/bijwerken.html", context, status=422 if fout else 200)


@vereist(Recht.ORGANISEREN)
@require_POST
def stand(request: HttpRequest, lid: Lidmaatschap, rij_id: UUID) -> HttpResponse:
    """Say how a promise stands, from the overview."""
    rij = _get_toezegging(lid, rij_id)
    formulier = make_standformulier(rij, request.POST)
    if not formulier.is_valid():
        return render_opvolging(request, lid, rij.adviespunt.advies.ronde, {rij.pk: formulier})
    update_toezegging(toezegging=rij, wie=lid.gebruiker, **formulier.cleaned_data)
    messages.success(request, _("De stand is bijgewerkt."))
    return _back(request, rij)


@vereist(Recht.ORGANISEREN)
@require_POST
def intrekken(request: HttpRequest, lid: Lidmaatschap, soort: str, rij_id: UUID) -> HttpResponse:
    """Take back what was entered; the page offers to put it back."""
    rij = _get_rij(lid, soort, rij_id)
    withdraw_opvolging(rij=rij, wie=lid.gebruiker)
    return _back(request, rij, ingetrokken=rij.pk)


@vereist(Recht.ORGANISEREN)
@require_POST
def terugzetten(request: HttpRequest, lid: Lidmaatschap, soort: str, rij_id: UUID) -> HttpResponse:
    """Put back what was taken back."""
    rij = _get_rij(lid, soort, rij_id)
    restore_opvolging(rij=rij, wie=lid.gebruiker)
    messages.success(request, _("Het staat er weer."))
    return _back(request, rij)
