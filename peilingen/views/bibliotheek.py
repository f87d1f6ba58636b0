"""The question library of an organisation, from which questions come into a questionnaire."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.bibliotheek import (
    MEESTE_STAMMEN,
    add_uit_stam,
    add_voorbeeld,
    list_stammen,
    list_voorbeelden,
)
from peilingen.enums import Vragenlijststatus
from peilingen.models import Inzending, Vraag, Vraagstam, Vragenlijst
from peilingen.refusals import VraagNietInBibliotheek
from peilingen.views.lijsten import build_pagina, get_vragenlijst

LANGSTE_ZOEK = 100


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def bibliotheek(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Find a question that was asked before, and add it; the page stays, so that more can be added."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    zoek = request.GET.get("zoek", "")[:LANGSTE_ZOEK]
    if request.method == "POST":
        vraag = _add(request, lid, lijst)
        messages.success(request, _("Toegevoegd: “%(vraag)s”") % {"vraag": vraag.tekst})
        hier = reverse("peilingen:bibliotheek", args=[lijst.pk])
        return redirect(f"{hier}?{urlencode({'zoek': zoek})}" if zoek else hier)
    stammen = list_stammen(lijst, zoek)
    beantwoord = Inzending.objects.van(lid.organisatie).filter(vragenlijst=lijst).exists()
    context = {
        **build_pagina(lijst, _("Vragenbibliotheek")),
        "zoek": zoek,
        "stammen": stammen,
        "voorbeelden": list_voorbeelden(lijst, zoek),
        "er_zijn_meer": len(stammen) == MEESTE_STAMMEN,
        "kan": not beantwoord and lijst.status != Vragenlijststatus.OPEN,
    }
    return render(request, "peilingen/bibliotheek.html", context)


def _add(request: HttpRequest, lid: Lidmaatschap, lijst: Vragenlijst) -> Vraag:
    """Add the question that was chosen."""
    if sleutel := request.POST.get("voorbeeld"):
        return add_voorbeeld(lijst=lijst, wie=lid.gebruiker, sleutel=sleutel)
    stammen = {str(stam.pk): stam for stam in Vraagstam.objects.van(lid.organisatie)}
    stam = stammen.get(request.POST.get("stam", ""))
    if stam is None:
        raise VraagNietInBibliotheek
    return add_uit_stam(lijst=lijst, wie=lid.gebruiker, stam=stam)
