"""The page of a table: one box, saved at every pause, and the notes below it. No account, no cookie."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bijeenkomsten.domain.invoer import takes_late
from bijeenkomsten.domain.notities import (
    delete_notitie,
    get_notitie,
    read_notities,
    restore_notitie,
    save_notitie,
)
from bijeenkomsten.domain.tafels import find_tafel, finish_tafel, reopen_tafel, save_betekenis
from bijeenkomsten.enums import Bijeenkomststatus
from bijeenkomsten.forms import Notitieformulier, add_weigering
from bijeenkomsten.models import Gesprekstafel, Notitie
from bijeenkomsten.views.ideekaart import show_onbekend
from organisaties.bewoners import bewonerpagina, keep_in_browser
from organisaties.domain.bonnen import make_token
from organisaties.domain.codes import normalise_code
from organisaties.refusals import Weigering

View = Callable[..., HttpResponse]


def tafelpagina(view: View) -> View:
    """Make a page that is open to who has the code of a table; the view gets the table."""

    @bewonerpagina
    @wraps(view)
    def pagina(request: HttpRequest, code: str, **kwargs: Any) -> HttpResponse:
        tafel = find_tafel(normalise_code(code))
        return view(request, tafel, **kwargs) if tafel else show_onbekend(request)

    return pagina


@tafelpagina
@require_http_methods(["GET", "POST"])
def schrijven(request: HttpRequest, tafel: Gesprekstafel) -> HttpResponse:
    """Show the box and the notes; take a note, or what the table means by its subject, without a script."""
    if "betekenis" in request.POST:
        return _take_betekenis(request, tafel)
    formulier = _make_form(tafel, request.POST if request.method == "POST" else None)
    if request.method == "POST" and formulier.is_valid():
        gevraagd = formulier.cleaned_data["sleutel"]
        try:
            notitie = save_notitie(tafel=tafel, **formulier.notitie)
        except Weigering as fout:
            add_weigering(formulier, fout)
        else:
            return (
                _go(tafel, dubbel=notitie.pk) if notitie.sleutel != gevraagd else _go(tafel, nieuw=notitie.pk)
            )
    return _show(request, tafel, formulier)


@tafelpagina
@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, tafel: Gesprekstafel, notitie_id: UUID) -> HttpResponse:
    """Show one note in the box, to change it."""
    notitie = _get_notitie(tafel, notitie_id)
    if notitie.verwijderd_op is not None and request.method == "GET":
        return _go(tafel, weg=notitie.pk)
    formulier = _make_form(tafel, request.POST if request.method == "POST" else None, notitie)
    if request.method == "POST" and formulier.is_valid():
        try:
            vast = save_notitie(tafel=tafel, **formulier.notitie)
        except Weigering as fout:
            add_weigering(formulier, fout)
        else:
            return _go(tafel, dubbel=vast.pk) if vast.pk != notitie.pk else _go(tafel, nieuw=vast.pk)
    return _show(request, tafel, formulier, notitie)


@tafelpagina
@require_POST
def bewaren(request: HttpRequest, tafel: Gesprekstafel) -> HttpResponse:
    """Take a note from the script; say under which key and version it is kept, or why it is not."""
    formulier = _make_form(tafel, request.POST)
    if not formulier.is_valid():
        return JsonResponse({"fout": formulier.list_fouten()}, status=400)
    try:
        notitie = save_notitie(tafel=tafel, **formulier.notitie)
    except Weigering as fout:
        return JsonResponse({"fout": str(fout)}, status=fout.status)
    return JsonResponse({"sleutel": notitie.sleutel, "versie": notitie.versie})


@tafelpagina
@require_GET
def lijst(request: HttpRequest, tafel: Gesprekstafel) -> HttpResponse:
    """Give the notes alone, for the script."""
    return render(request, "bijeenkomsten/tafel/_lijst.html", _read_lijst(request, tafel))


@tafelpagina
@require_POST
def verwijderen(request: HttpRequest, tafel: Gesprekstafel, notitie_id: UUID) -> HttpResponse:
    """Delete a note, or bring it back."""
    notitie = _get_notitie(tafel, notitie_id)
    terug = "terughalen" in request.POST
    try:
        restore_notitie(notitie=notitie) if terug else delete_notitie(notitie=notitie)
    except Weigering as fout:
        return _show(request, tafel, _make_form(tafel), fout=fout)
    return _go(tafel, nieuw=notitie.pk) if terug else _go(tafel, weg=notitie.pk)


@tafelpagina
@require_http_methods(["GET", "POST"])
def teruglezen(request: HttpRequest, tafel: Gesprekstafel) -> HttpResponse:
    """Read everything back at the end, and say that it was done; or go on writing after all."""
    context = _build_context(tafel)
    context["notities"] = [] if context["voorbij"] else read_notities(tafel)
    if request.method == "POST":
        try:
            if "verder" in request.POST:
                reopen_tafel(tafel=tafel)
            else:
                finish_tafel(tafel=tafel)
        except Weigering as fout:
            context |= {"fout": str(fout)}
        else:
            return _go(tafel)
    return render(
        request, "bijeenkomsten/tafel/teruglezen.html", context, status=409 if "fout" in context else 200
    )


def _take_betekenis(request: HttpRequest, tafel: Gesprekstafel) -> HttpResponse:
    betekenis, was = request.POST["betekenis"], request.POST.get("was", "")
    try:
        save_betekenis(tafel=tafel, betekenis=betekenis, was=was)
    except Weigering as fout:
        tafel.betekenis = betekenis
        return _show(request, tafel, _make_form(tafel), fout=fout, was=was)
    return _go(tafel)


def _get_notitie(tafel: Gesprekstafel, notitie_id: UUID) -> Notitie:
    notitie = get_notitie(tafel, notitie_id)
    if notitie is None:
        raise Http404
    return notitie


def _make_form(
    tafel: Gesprekstafel, gegevens: QueryDict | None = None, notitie: Notitie | None = None
) -> Notitieformulier:
    """Give the box with a mark of its own; an empty one also has the key that its note will have."""
    begin = {"sleutel": make_token(), "schrijver": make_token(), "versie": 0, "beurt": 0}
    if notitie is not None:
        begin |= {"sleutel": notitie.sleutel, "versie": notitie.versie}
    organisatie = tafel.bijeenkomst.ronde.organisatie
    return Notitieformulier(gegevens, initial=begin, instance=notitie, organisatie=organisatie)


def _build_context(tafel: Gesprekstafel) -> dict[str, Any]:
    avond = tafel.bijeenkomst
    dicht = avond.status == Bijeenkomststatus.GESLOTEN
    nog_laat = dicht and takes_late(avond, timezone.now())
    return {
        "tafel": tafel,
        "bijeenkomst": avond,
        "organisatie": avond.ronde.organisatie,
        "dicht": dicht,
        "nog_laat": nog_laat,
        "voorbij": dicht and not nog_laat,
        "straks": avond.status == Bijeenkomststatus.VOORBEREIDEN,
    }


def _read_lijst(request: HttpRequest, tafel: Gesprekstafel, wijzigt: Notitie | None = None) -> dict[str, Any]:
    """Give the notes, newest first; long after the meeting they are no longer shown to whoever has the code."""
    context = _build_context(tafel)
    if context["voorbij"]:
        return context | {"notities": []}
    rijen = read_notities(tafel).exclude(pk=wijzigt.pk) if wijzigt else read_notities(tafel)
    return context | {
        "notities": rijen.order_by("-volgorde"),
        "nieuw": request.GET.get("nieuw", ""),
        "mag_wijzigen": not context["dicht"],
    }


def _show(
    request: HttpRequest,
    tafel: Gesprekstafel,
    formulier: Notitieformulier,
    notitie: Notitie | None = None,
    *,
    fout: Weigering | None = None,
    was: str | None = None,
) -> HttpResponse:
    context = _read_lijst(request, tafel, notitie) | {
        "form": formulier,
        "wijzigt": notitie,
        "fout": str(fout) if fout else "",
        "was": tafel.betekenis if was is None else was,
        "dubbel": "dubbel" in request.GET,
        "weg": _find_weg(request, tafel),
    }
    status = fout.status if fout else 400 if formulier.errors else 200
    antwoord = render(request, "bijeenkomsten/tafel/schrijven.html", context, status=status)
    keep_in_browser(antwoord)
    return antwoord


def _find_weg(request: HttpRequest, tafel: Gesprekstafel) -> Notitie | None:
    """Give the note that was just deleted, to offer bringing it back."""
    try:
        notitie = get_notitie(tafel, UUID(request.GET.get("weg", "")))
    except ValueError:
        return None
    return notitie if notitie and notitie.verwijderd_op else None


def _go(tafel: Gesprekstafel, **wat: object) -> HttpResponse:
    """Go to the page of the table, which says what happened from its address: reloading does nothing twice."""
    adres = reverse("bijeenkomsten:tafel", args=[tafel.code])
    return redirect(f"{adres}?{urlencode(wat)}" if wat else adres)
