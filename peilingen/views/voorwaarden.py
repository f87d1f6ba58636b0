"""The page where an organiser says when a question is asked."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.refusals import Weigering
from organisaties.toegang import get_eigen, vereist
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.voorwaarde_bewaren import change_voorwaarde
from peilingen.domain.voorwaarden import describe_voorwaarde
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag, Vragenlijst
from peilingen.refusals import OnjuisteVoorwaarde
from peilingen.views.lijsten import build_pagina, get_vragenlijst
from peilingen.voorwaardeformulier import Voorwaardeformulier


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def voorwaarde(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID, vraag_id: UUID) -> HttpResponse:
    """Choose when a question is asked; without `bewaren` the page is only drawn anew, with what was chosen."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    rij = get_eigen(Vraag, lid, pk=vraag_id, vragenlijst=lijst)
    vragen = list(lijst.vragen.prefetch_related("keuzes"))
    formulier = Voorwaardeformulier(rij, vragen, request.POST if request.method == "POST" else None)
    if "bewaren" in request.POST or "altijd" in request.POST:
        gekozen = {} if "altijd" in request.POST else formulier.as_json()
        try:
            nieuw = change_voorwaarde(vraag=rij, wie=lid.gebruiker, voorwaarde=gekozen)
        except Weigering as fout:
            formulier.fouten[fout.regel if isinstance(fout, OnjuisteVoorwaarde) else 0] = str(fout)
        else:
            wanneer = describe_voorwaarde(nieuw, vragen) or _("Iedereen krijgt deze vraag.")
            messages.success(request, _("Bewaard. %(wanneer)s") % {"wanneer": wanneer})
            return redirect(f"{reverse('peilingen:vragenlijst', args=[lijst.pk])}#vraag-{rij.pk}")
    context = _build_context(lijst, rij, vragen, formulier)
    deel = "onderdelen/voorwaarde_antwoord" if request.headers.get("HX-Request") else "voorwaarde"
    return render(request, f"peilingen/{deel}.html", context)


def _build_context(
    lijst: Vragenlijst, rij: Vraag, vragen: list[Vraag], formulier: Voorwaardeformulier
) -> dict[str, Any]:
    heeft = bool(rij.voorwaarde)
    rij.voorwaarde = formulier.as_json() if formulier.is_compleet() else {}
    return {
        **build_pagina(lijst, _("Wanneer vragen")),
        "vraag": rij,
        "nummer": number_vragen(vragen).get(rij.pk, 0),
        "is_onderdeel": rij.soort == Vraagsoort.ONDERDEEL,
        "formulier": formulier,
        "velden": formulier.velden(),
        "fout": formulier.fouten.get(0, ""),
        "heeft": heeft,
        "in_woorden": describe_voorwaarde(rij, vragen),
    }
