"""What holds for all of an organisation, and its areas."""

from copy import copy
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from organisaties.domain.gebieden import (
    add_gebied,
    delete_gebied,
    group_gebieden,
    known_gemeenten,
    load_gemeente,
    missing_gemeenten,
)
from organisaties.domain.instellingen import change_organisatie
from organisaties.enums import Gebiedsoort, Recht
from organisaties.forms import Gebiedformulier, Instellingenformulier
from organisaties.models import Gebied, Lidmaatschap
from organisaties.refusals import GebiedBestaat
from organisaties.toegang import get_eigen, vereist
from organisaties.views.weggehaald import keep_weggehaald, read_weggehaald

WEGGEHAALD = "weggehaald_gebied"


@vereist(Recht.BEHEREN)
@require_http_methods(["GET", "POST"])
def instellingen(request: HttpRequest, lid: Lidmaatschap) -> HttpResponse:
    """Change name, contact, letters, threshold and term of retention."""
    formulier = Instellingenformulier(request.POST or None, instance=copy(lid.organisatie))
    if request.method == "POST" and formulier.is_valid():
        change_organisatie(organisatie=lid.organisatie, wie=lid.gebruiker, **formulier.cleaned_data)
        messages.success(request, _("De instellingen zijn bewaard."))
        return redirect("organisaties:instellingen")
    return render(request, "organisaties/instellingen.html", {"form": formulier, "deel": "instellingen"})


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def gebieden(request: HttpRequest, lid: Lidmaatschap) -> HttpResponse:
    """List the areas, and add one by hand."""
    formulier = Gebiedformulier(request.POST or None, organisatie=lid.organisatie)
    if request.method == "POST" and formulier.is_valid():
        gegevens = formulier.cleaned_data | {"soort": Gebiedsoort(formulier.cleaned_data["soort"])}
        try:
            gebied = add_gebied(organisatie=lid.organisatie, wie=lid.gebruiker, **gegevens)
        except GebiedBestaat as weigering:
            formulier.add_error("naam", str(weigering))
        else:
            messages.success(request, _("“%(naam)s” staat in de lijst.") % {"naam": gebied})
            return redirect("organisaties:gebieden")
    context = {
        "form": formulier,
        "groepen": group_gebieden(lid.organisatie),
        "gemeenten": missing_gemeenten(lid.organisatie),
        "weggehaald": read_weggehaald(request, lid, WEGGEHAALD),
        "deel": "gebieden",
    }
    return render(request, "organisaties/gebieden.html", context)


@vereist(Recht.ORGANISEREN)
@require_POST
def gebieden_inlezen(request: HttpRequest, lid: Lidmaatschap) -> HttpResponse:
    """Add the shipped wijken and buurten of a gemeente."""
    gemeente = request.POST.get("gemeente", "")
    if gemeente not in known_gemeenten():
        raise Http404
    aantal = load_gemeente(organisatie=lid.organisatie, gemeente=gemeente)
    tekst = ngettext("Er is %(n)s gebied bij gekomen.", "Er zijn %(n)s gebieden bij gekomen.", aantal)
    messages.success(request, tekst % {"n": aantal})
    return redirect("organisaties:gebieden")


@vereist(Recht.ORGANISEREN)
@require_POST
def gebied_weg(request: HttpRequest, lid: Lidmaatschap, gebied_id: UUID) -> HttpResponse:
    """Delete an area on which nothing hangs; the list then offers to put it back."""
    gebied = get_eigen(Gebied, lid, pk=gebied_id)
    terug: dict[str, Any] = {
        "naam": gebied.naam,
        "soort": gebied.soort,
        "boven": [str(gebied.boven_id)] if gebied.boven_id else [],
        "cbs_code": gebied.cbs_code,
        "vorm": gebied.vorm,
    }
    delete_gebied(gebied=gebied, wie=lid.gebruiker)
    keep_weggehaald(request, lid, WEGGEHAALD, terug)
    return redirect("organisaties:gebieden")


@vereist(Recht.ORGANISEREN)
@require_POST
def gebied_terug(request: HttpRequest, lid: Lidmaatschap) -> HttpResponse:
    """Put back the area that was deleted last."""
    terug = read_weggehaald(request, lid, WEGGEHAALD)
    if terug is None:
        raise Http404
    del request.session[WEGGEHAALD]
    gebied = add_gebied(
        organisatie=lid.organisatie,
        wie=lid.gebruiker,
        naam=terug["naam"],
        soort=Gebiedsoort(terug["soort"]),
        boven=Gebied.objects.van(lid.organisatie).filter(pk__in=terug["boven"]).first(),
        cbs_code=terug["cbs_code"],
        vorm=terug["vorm"],
    )
    messages.success(request, _("“%(naam)s” staat weer in de lijst.") % {"naam": gebied})
    return redirect("organisaties:gebieden")
