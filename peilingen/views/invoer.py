"""Bringing in a file: upload, choose columns with a preview, read in."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from organisaties.enums import Kanaal, Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist
from peilingen.domain.invoer import (
    Voorbeeld,
    discard_invoer,
    open_woorden,
    preview_invoer,
    read_invoer,
    upload_invoer,
)
from peilingen.enums import Invoerstatus, Werving
from peilingen.forms import Koppelformulier, Uploadformulier
from peilingen.models import Invoerbestand
from peilingen.refusals import AlIngelezen, OnjuisteKoppeling, OnleesbaarBestand
from peilingen.views.invoer_lijst import koppelen_lijst, sample_kolommen

if TYPE_CHECKING:
    from basis.tabel import Tabel


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Take a file."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    formulier = Uploadformulier(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if formulier.is_valid():
        try:
            invoer = upload_invoer(ronde=ronde, wie=lid.gebruiker, bestand=formulier.cleaned_data["bestand"])
        except (OnleesbaarBestand, AlIngelezen) as fout:
            formulier.add_error("bestand", str(fout))
        else:
            return redirect("peilingen:koppelen", invoer.pk)
    status = 400 if formulier.errors else 200
    ingelezen = Invoerbestand.objects.van(lid.organisatie).filter(ronde=ronde, naar=None)
    context = {"form": formulier, "ronde": ronde, "bestanden": ingelezen, "onderdeel": "ophalen"}
    return render(request, "peilingen/upload.html", context, status=status)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def koppelen(request: HttpRequest, lid: Lidmaatschap, invoer_id: UUID) -> HttpResponse:
    """Choose what each column holds; a preview shows what comes of it before anything is read in."""
    bestanden = Invoerbestand.objects.van(lid.organisatie).select_related("ronde__organisatie")
    invoer = get_eigen(bestanden, lid, pk=invoer_id)
    if invoer.status == Invoerstatus.INGELEZEN:
        return redirect("organisaties:ronde", invoer.ronde_id)
    if invoer.naar_id is not None:
        return koppelen_lijst(request, lid, invoer)
    tabel = open_woorden(invoer)
    formulier = Koppelformulier(request.POST or None, kolommen=invoer.kolommen, rollen=invoer.koppeling)
    rollen = formulier.rollen if formulier.is_valid() else invoer.koppeling
    voorbeeld, fout = _preview(invoer, tabel, rollen)
    if request.method == "POST" and not fout and "inlezen" in request.POST and formulier.is_valid():
        return _read_in(request, lid, invoer, formulier)
    context = {
        "form": formulier,
        "invoer": invoer,
        "ronde": invoer.ronde,
        "voorbeeld": voorbeeld,
        "fout": fout,
        "kolommen": sample_kolommen(formulier, tabel),
        "onderdeel": "ophalen",
    }
    deel = "peilingen/_voorbeeld.html" if request.headers.get("HX-Request") else "peilingen/koppelen.html"
    return render(request, deel, context, status=422 if fout and request.method == "POST" else 200)


def _read_in(
    request: HttpRequest, lid: Lidmaatschap, invoer: Invoerbestand, formulier: Koppelformulier
) -> HttpResponse:
    read_invoer(
        invoer=invoer,
        wie=lid.gebruiker,
        rollen=formulier.rollen,
        kanaal=Kanaal(formulier.cleaned_data["kanaal"]),
        werving=Werving(formulier.cleaned_data["werving"]),
    )
    messages.success(request, _("Het bestand is ingelezen. De antwoorden worden nu in uitspraken verdeeld."))
    return redirect("organisaties:ronde", invoer.ronde_id)


@vereist(Recht.ORGANISEREN)
@require_POST
def weggooien(request: HttpRequest, lid: Lidmaatschap, invoer_id: UUID) -> HttpResponse:
    """Throw away an uploaded file that was not read in."""
    invoer = get_eigen(Invoerbestand, lid, pk=invoer_id)
    naar_id = invoer.naar_id
    discard_invoer(invoer=invoer, wie=lid.gebruiker)
    messages.success(request, _("Het bestand is weggegooid. Er is niets ingelezen."))
    if naar_id is not None:
        return redirect("peilingen:invoer_lijst", naar_id)
    return redirect("peilingen:upload", invoer.ronde_id)


def _preview(invoer: Invoerbestand, tabel: "Tabel", rollen: dict[str, str]) -> tuple[Voorbeeld | None, str]:
    try:
        return preview_invoer(invoer=invoer, tabel=tabel, rollen=rollen), ""
    except OnjuisteKoppeling as fout:
        return None, str(fout)
