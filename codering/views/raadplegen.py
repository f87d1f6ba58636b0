"""Asking a language model for a second opinion on a run, and what was asked and answered."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from codering.domain.meningen import list_standen
from codering.domain.raadplegen import HOOGSTENS, start_raadpleging
from codering.domain.taalserver import read_taalserver
from codering.models import Analyserun
from codering.refusals import NietsTeRaadplegen, RaadplegingLoopt
from codering.views.ronde import VERVERS_SECONDEN
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen, vereist


@vereist(Recht.CODEREN)
@require_GET
def raadpleging(request: HttpRequest, lid: Lidmaatschap, run_id: UUID) -> HttpResponse:
    """Show what a language model was asked about a run, and what it answered."""
    run = _get_run(lid, run_id)
    standen = list_standen(run)
    loopt = any(stand.loopt for stand in standen)
    context = {
        "run": run,
        "ronde": run.ronde,
        "onderdeel": "coderen",
        "standen": standen,
        "server": read_taalserver(),
        "hoogstens": HOOGSTENS,
        "loopt": loopt,
        "ververs_na": VERVERS_SECONDEN if loopt else None,
    }
    return render(request, "codering/raadpleging.html", context)


@vereist(Recht.CODEREN)
@require_POST
def starten(request: HttpRequest, lid: Lidmaatschap, run_id: UUID) -> HttpResponse:
    """Have the language model asked."""
    run = _get_run(lid, run_id)
    try:
        start_raadpleging(run=run, wie=lid.gebruiker)
    except (NietsTeRaadplegen, RaadplegingLoopt) as weigering:
        messages.info(request, str(weigering))
    return redirect("codering:raadpleging", run.pk)


def _get_run(lid: Lidmaatschap, run_id: UUID) -> Analyserun:
    runs = Analyserun.objects.van(lid.organisatie).select_related("ronde__organisatie", "codeboek")
    return get_eigen(runs, lid, pk=run_id)
