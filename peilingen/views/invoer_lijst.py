"""Answers from paper or elsewhere into a questionnaire: upload, choose columns with a preview, read in."""

import io
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from organisaties.enums import Kanaal, Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.bestandsformulieren import Antwoordenbestand, Doelformulier
from peilingen.domain.bestanden import XLSX
from peilingen.domain.cellen import read_namen
from peilingen.domain.invoer import open_tabel
from peilingen.domain.invoer_kolommen import list_doelen
from peilingen.domain.invoer_lijst import (
    MEESTE_FOUTEN,
    VOORBEELDRIJEN,
    Lezing,
    describe_rij,
    read_antwoorden_in,
    read_lezing,
    upload_antwoorden,
)
from peilingen.domain.invulbestand import name_invulbestand, write_invulbestand
from peilingen.domain.inzenden import list_vragen
from peilingen.forms import Koppelformulier
from peilingen.models import Invoerbestand, Vragenlijst
from peilingen.refusals import AlIngelezen, OnjuisteInvoer, OnjuisteKoppeling, OnleesbaarBestand
from peilingen.views.lijsten import build_pagina, get_vragenlijst
from peilingen.views.versturen import send_bestand

if TYPE_CHECKING:
    from basis.tabel import Tabel


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def invoer_lijst(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Take a file with answers to these questions."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    formulier = Antwoordenbestand(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if formulier.is_valid():
        bestand = formulier.cleaned_data["bestand"]
        try:
            invoer = upload_antwoorden(lijst=lijst, wie=lid.gebruiker, bestand=bestand)
        except (OnleesbaarBestand, AlIngelezen) as fout:
            formulier.add_error("bestand", str(fout))
        else:
            return redirect("peilingen:koppelen", invoer.pk)
    context = {
        **build_pagina(lijst, _("Antwoorden van papier of elders")),
        "form": formulier,
        "bestanden": Invoerbestand.objects.van(lid.organisatie).filter(naar=lijst),
    }
    status = 400 if formulier.errors else 200
    return render(request, "peilingen/invoer_lijst.html", context, status=status)


@vereist(Recht.ORGANISEREN)
@require_GET
def invulbestand(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Give the spreadsheet in which answers on paper are keyed in; there is nobody's answer in it."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    stroom = io.BytesIO()
    write_invulbestand(lijst, stroom)
    return send_bestand(stroom.getvalue(), XLSX, name_invulbestand(lijst))


def koppelen_lijst(request: HttpRequest, lid: Lidmaatschap, invoer: Invoerbestand) -> HttpResponse:
    """Choose which question each column answers; the preview shows how the first rows are understood."""
    lijst = get_vragenlijst(lid, invoer.naar_id) if invoer.naar_id else None
    if lijst is None:
        return redirect("peilingen:upload", invoer.ronde_id)
    tabel, vragen = open_tabel(invoer), list_vragen(lijst)
    formulier = Doelformulier(
        request.POST or None, kolommen=invoer.kolommen, doelen=list_doelen(vragen), koppeling=invoer.koppeling
    )
    koppeling = formulier.koppeling if formulier.is_valid() else invoer.koppeling
    lezing, fout = _read(lijst, tabel, koppeling)
    if formulier.is_valid() and "inlezen" in request.POST and lezing and not lezing.fouten and lezing.rijen:
        return _read_in(request, lid, invoer, formulier)
    context = {
        "form": formulier,
        "invoer": invoer,
        **build_pagina(lijst, _("Kolommen kiezen")),
        "kolommen": sample_kolommen(formulier, tabel),
        "fout": fout,
        **_describe(lijst, lezing, koppeling),
    }
    mis = request.method == "POST" and ("inlezen" in request.POST or bool(fout))
    deel = "peilingen/_lezing.html" if request.headers.get("HX-Request") else "peilingen/koppelen_lijst.html"
    return render(request, deel, context, status=422 if mis else 200)


def _read(lijst: Vragenlijst, tabel: "Tabel", koppeling: dict[str, str]) -> tuple[Lezing | None, str]:
    try:
        return read_lezing(lijst=lijst, tabel=tabel, koppeling=koppeling), ""
    except OnjuisteKoppeling as fout:
        return None, str(fout)


def _describe(lijst: Vragenlijst, lezing: Lezing | None, koppeling: dict[str, str]) -> dict[str, object]:
    """Give what the preview shows."""
    if lezing is None:
        return {"lezing": None}
    vragen, namen = list_vragen(lijst), read_namen(lijst.ronde.organisatie)
    return {
        "lezing": lezing,
        "eerste": [(rij, describe_rij(rij, vragen, namen)) for rij in lezing.rijen[:VOORBEELDRIJEN]],
        "fouten": lezing.fouten[:MEESTE_FOUTEN],
        "meer_fouten": max(0, len(lezing.fouten) - MEESTE_FOUTEN),
        "ongebruikt": [kolom for kolom, doel in koppeling.items() if not doel],
    }


def _read_in(
    request: HttpRequest, lid: Lidmaatschap, invoer: Invoerbestand, formulier: Doelformulier
) -> HttpResponse:
    try:
        aantal = read_antwoorden_in(
            invoer=invoer,
            wie=lid.gebruiker,
            koppeling=formulier.koppeling,
            kanaal=Kanaal(formulier.cleaned_data["kanaal"]),
        )
    except OnjuisteInvoer as fout:
        messages.error(request, str(fout))
        return redirect("peilingen:koppelen", invoer.pk)
    tekst = ngettext("%(n)s inzending is ingelezen.", "%(n)s inzendingen zijn ingelezen.", aantal)
    messages.success(request, tekst % {"n": aantal})
    return redirect("peilingen:antwoorden", invoer.naar_id)


def sample_kolommen(formulier: Doelformulier | Koppelformulier, tabel: "Tabel") -> list[dict[str, object]]:
    """Pair each column's field with its label in the file and its first filled cells."""
    paren = []
    for plaats, veld in enumerate(formulier.kolomvelden()):
        cellen = (rij[plaats] for rij in tabel.rijen[:200] if rij[plaats].strip())
        label = tabel.info[plaats].label if tabel.info else ""
        paren.append(
            {"veld": veld, "label": label, "cellen": [cel for _i, cel in zip(range(3), cellen, strict=False)]}
        )
    return paren
