"""Building a questionnaire: its page, what stands around the questions, and the order of the questions."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisaties.bewoners import known_talen
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.refusals import Weigering
from organisaties.toegang import get_eigen, vereist
from peilingen.bouwformulieren import Gegevensformulier
from peilingen.bouwformulieren.gegevens import read_initieel
from peilingen.domain.bewonerlijst import estimate_minuten
from peilingen.domain.bezwaren import find_bezwaren
from peilingen.domain.drukte import find_drukte
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.vragen import delete_vraag, duplicate_vraag, move_vraag, place_vraag, restore_vraag
from peilingen.domain.vragenlijsten import change_vragenlijst
from peilingen.enums import Herkomst, Vragenlijststatus
from peilingen.models import Inzending, Vraag, Vragenlijst
from peilingen.views.kader import show_kader
from peilingen.views.lijsten import build_pagina, get_vragenlijst
from peilingen.views.meer import group_meer, list_meer
from peilingen.views.vraag import to_vraag
from peilingen.views.vragenrijen import build_rijen, describe_verplaatsing

# What was taken out last, in the session of who took it out, so that it can be put back.
WEGSLEUTEL = "vraag_weg"


@vereist(Recht.LEZEN)
@require_GET
def vragenlijst(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show a questionnaire as it stands, with what can be done."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    return show_kader(render(request, "peilingen/vragenlijst.html", build_context(request, lid, lijst)))


def build_context(request: HttpRequest, lid: Lidmaatschap, lijst: Vragenlijst) -> dict[str, Any]:
    """Give what the page and its list of questions need."""
    aantal = Inzending.objects.van(lid.organisatie).filter(vragenlijst=lijst).count()
    eigen = lijst.herkomst == Herkomst.EIGEN
    mag = lid.mag(Recht.ORGANISEREN)
    kan = mag and eigen and not aantal and lijst.status != Vragenlijststatus.OPEN
    weg = request.session.get(WEGSLEUTEL)
    vragen = list(lijst.vragen.prefetch_related("keuzes", "stellingen"))
    return {
        **build_pagina(lijst),
        "rijen": build_rijen(lijst, vragen),
        "aantal_vragen": len(number_vragen(vragen)),
        "minuten": estimate_minuten(vragen),
        "aantal": aantal,
        "eigen": eigen,
        "mag": mag,
        "kan_veranderen": kan,
        "bezwaren": find_bezwaren(lijst) if eigen and lijst.status != Vragenlijststatus.OPEN else [],
        "drukte": find_drukte(lijst) if mag and lijst.geopend_op else None,
        "meer": group_meer(list_meer(lijst, lid)),
        "talen": [
            {"code": code, "naam": naam} for code, naam in known_talen().items() if code in lijst.talen
        ],
        "weg": weg["vraag"] if kan and weg and weg["lijst"] == str(lijst.pk) else None,
    }


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def gegevens(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Change title, introduction, how people are reached, and what else stands around the questions.

    A new introduction that was typed while the first answer came in is refused by the act, and stays on the page.
    """
    lijst = get_vragenlijst(lid, vragenlijst_id)
    beantwoord = Inzending.objects.van(lid.organisatie).filter(vragenlijst=lijst).exists()
    vast = beantwoord and "inleiding" not in request.POST
    formulier = Gegevensformulier(request.POST or None, initial=read_initieel(lijst), vast=vast)
    if request.method == "POST" and formulier.is_valid():
        try:
            change_vragenlijst(vragenlijst=lijst, wie=lid.gebruiker, **formulier.cleaned_data)
        except Weigering as fout:
            formulier.add_error(None, str(fout))
        else:
            return redirect("peilingen:vragenlijst", lijst.pk)
    context = {
        "form": formulier,
        **build_pagina(lijst, _("Titel en inleiding")),
        "vast": vast,
    }
    return render(request, "peilingen/gegevens.html", context)


@vereist(Recht.ORGANISEREN)
@require_POST
def verplaatsen(
    request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID, vraag_id: UUID
) -> HttpResponse:
    """Move a question one place up or down; a partial request gets the list again."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    rij = get_eigen(Vraag, lid, pk=vraag_id, vragenlijst=lijst)
    naar = "omhoog" if request.POST.get("naar") == "omhoog" else "omlaag"
    voorheen = list(lijst.vragen.all())
    move_vraag(vraag=rij, wie=lid.gebruiker, plaatsen=-1 if naar == "omhoog" else 1)
    return _show_verplaatst(request, lid, rij, voorheen, naar)


@vereist(Recht.ORGANISEREN)
@require_POST
def volgorde(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Put `vraag` right before `voor`, or at the end without it: what dragging asks."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    voorheen = list(lijst.vragen.all())
    op_sleutel = {str(vraag.pk): vraag for vraag in voorheen}
    rij, voor = (op_sleutel.get(request.POST.get(naam, "")) for naam in ("vraag", "voor"))
    if rij is None or (voor is None and request.POST.get("voor")):
        raise Http404
    place_vraag(vraag=rij, wie=lid.gebruiker, voor=voor)
    return _show_verplaatst(request, lid, rij, voorheen)


@vereist(Recht.ORGANISEREN)
@require_POST
def dupliceren(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID, vraag_id: UUID) -> HttpResponse:
    """Put a copy after a question, and open it: a copy is made to be changed."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    rij = get_eigen(Vraag, lid, pk=vraag_id, vragenlijst=lijst)
    kopie = duplicate_vraag(vraag=rij, wie=lid.gebruiker)
    return redirect("peilingen:vraag", lijst.pk, kopie.pk)


@vereist(Recht.ORGANISEREN)
@require_POST
def weghalen(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID, vraag_id: UUID) -> HttpResponse:
    """Take a question out; the page offers to put it back."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    rij = get_eigen(Vraag, lid, pk=vraag_id, vragenlijst=lijst)
    weg = delete_vraag(vraag=rij, wie=lid.gebruiker)
    request.session[WEGSLEUTEL] = {"lijst": str(lijst.pk), "vraag": weg}
    return redirect(f"{reverse('peilingen:vragenlijst', args=[lijst.pk])}#vragen")


@vereist(Recht.ORGANISEREN)
@require_POST
def terugzetten(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Put back the question that was taken out last."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    weg = request.session.get(WEGSLEUTEL)
    if not weg or weg["lijst"] != str(lijst.pk):
        return redirect("peilingen:vragenlijst", lijst.pk)
    rij = restore_vraag(vragenlijst=lijst, wie=lid.gebruiker, weg=weg["vraag"])
    del request.session[WEGSLEUTEL]
    return to_vraag(rij)


def _show_verplaatst(
    request: HttpRequest, lid: Lidmaatschap, rij: Vraag, voorheen: list[Vraag], naar: str = ""
) -> HttpResponse:
    """Give the list again, saying where the question stands now; without a script the page itself."""
    lijst = rij.vragenlijst
    if not request.headers.get("HX-Request"):
        return to_vraag(rij)
    context = {**build_context(request, lid, lijst), "verplaatst": rij.pk, "naar": naar}
    nu = [regel.vraag for regel in context["rijen"]]
    context["bericht"] = describe_verplaatsing(rij, voorheen, nu)
    return render(request, "peilingen/onderdelen/vragen.html", context)
