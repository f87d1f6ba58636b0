"""A questionnaire on paper: the form to print, and the piles that come back."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods

from basis.druk.formulierpdf import render_formulier
from organisaties.bewoners import known_talen
from organisaties.enums import Kanaal, Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen, vereist
from peilingen.domain.inzenden import is_open
from peilingen.domain.papier import Afspraken, build_formulier
from peilingen.domain.stapels import create_stapel
from peilingen.models import Papierformulier, Stapel, Vragenlijst
from peilingen.papierformulieren import Afdrukformulier, Stapelformulier
from peilingen.views.lijsten import build_kruimels, build_pagina, get_vragenlijst


@vereist(Recht.LEZEN)
@require_GET
def papier(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Give the form to print, in the asked language and size of letters."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    formulier = Afdrukformulier(request.GET, talen=_list_talen(lijst))
    if not formulier.is_valid():
        raise Http404
    gevraagd = formulier.cleaned_data
    taal = gevraagd.get("taal") or "nl"
    afspraken = _read_afspraken(request, lijst, gevraagd, taal)
    blad = build_formulier(lijst, taal=taal, groot=gevraagd["groot"], afspraken=afspraken)
    naam = slugify(f"{lijst.titel}-{taal}{'-groot' if gevraagd['groot'] else ''}") or "vragenlijst"
    return HttpResponse(
        render_formulier(blad),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{naam[:80]}.pdf"'},
    )


def _list_talen(lijst: Vragenlijst) -> dict[str, str]:
    return {code: naam for code, naam in known_talen().items() if code == "nl" or code in lijst.talen}


def _read_afspraken(
    request: HttpRequest, lijst: Vragenlijst, gevraagd: dict[str, Any], taal: str
) -> Afspraken:
    adres = ""
    if lijst.code:
        adres = request.build_absolute_uri(reverse("peilingen:bewoner", args=[lijst.code]))
    with override(taal):
        tot = date_format(gevraagd["tot"], "j F Y") if gevraagd["tot"] else ""
    return Afspraken(gevraagd["inleveren"], tot, adres, request.get_host())


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def stapels(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Print the form, and begin or go on with a pile of what came back."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    formulier = Stapelformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        stapel = create_stapel(
            vragenlijst=lijst,
            wie=lid.gebruiker,
            naam=velden["naam"],
            kanaal=Kanaal(velden["kanaal"]),
            dubbel=velden["dubbel"],
        )
        return redirect("peilingen:papierformulier", stapel.pk, uuid4())
    rijen = Stapel.objects.van(lid.organisatie).filter(vragenlijst=lijst).met_aantallen()
    context = {
        **build_pagina(lijst, _("Op papier")),
        "stapels": rijen,
        "form": formulier,
        "afdruk": Afdrukformulier(talen=_list_talen(lijst)),
        "open": is_open(lijst),
    }
    return render(request, "peilingen/stapels.html", context, status=400 if formulier.errors else 200)


@vereist(Recht.ORGANISEREN)
@require_GET
def stapel(request: HttpRequest, lid: Lidmaatschap, stapel_id: UUID) -> HttpResponse:
    """List the forms of a pile, with what still has to be done."""
    rij = get_stapel(lid, stapel_id)
    formulieren = list(
        Papierformulier.objects.van(lid.organisatie)
        .filter(stapel=rij)
        .select_related("wie", "controle_wie")
        .defer("gegevens")
    )
    te_controleren = [
        deel for deel in formulieren if rij.dubbel and not deel.inzending_id and deel.controle is None
    ]
    context = {
        "stapel": rij,
        "lijst": rij.vragenlijst,
        "ronde": rij.vragenlijst.ronde,
        "onderdeel": "ophalen",
        "formulieren": formulieren,
        "geteld": sum(1 for deel in formulieren if deel.inzending_id),
        "tweede": next(iter(te_controleren), None),
        "te_controleren": len(te_controleren),
        "nieuw": uuid4(),
        "open": is_open(rij.vragenlijst),
        "volgende_stap": None,
        "kruimels": build_stapelkruimels(rij, rij.naam),
    }
    return render(request, "peilingen/stapel.html", context)


def get_stapel(lid: Lidmaatschap, stapel_id: UUID) -> Stapel:
    """Give a pile of the member's organisation, with its questionnaire."""
    eigen = Stapel.objects.van(lid.organisatie).select_related("vragenlijst__ronde__organisatie")
    return get_eigen(eigen, lid, pk=stapel_id)


def build_stapelkruimels(rij: Stapel, hier: str) -> list[dict[str, str]]:
    """Give the way back from a pile or one of its forms."""
    lijst = rij.vragenlijst
    *terug, laatste = build_kruimels(lijst, _("Op papier"))
    op_papier = {"naam": laatste["naam"], "url": reverse("peilingen:stapels", args=[lijst.pk])}
    if hier == rij.naam:
        return [*terug, op_papier, {"naam": hier, "url": ""}]
    eigen = {"naam": rij.naam, "url": reverse("peilingen:stapel", args=[rij.pk])}
    return [*terug, op_papier, eigen, {"naam": hier, "url": ""}]
