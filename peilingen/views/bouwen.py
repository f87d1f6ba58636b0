"""Building a questionnaire: its words around the questions, and the questions themselves."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.refusals import Weigering
from organisaties.toegang import get_eigen, vereist
from peilingen.domain.bewonerlijst import estimate_minuten
from peilingen.domain.bezwaren import find_bezwaren
from peilingen.domain.vragen import add_vraag, change_vraag, delete_vraag, move_vraag, restore_vraag
from peilingen.domain.vragenlijsten import change_vragenlijst
from peilingen.enums import Herkomst, Vraagsoort, Vragenlijststatus
from peilingen.forms import Gegevensformulier, Vraagformulier
from peilingen.models import Inzending, Vraag, Vragenlijst
from peilingen.refusals import OnjuisteVraag
from peilingen.views.lijsten import build_kruimels, get_vragenlijst
from peilingen.views.meer import list_meer

# What was taken out last, in the session of who took it out, so that it can be put back.
WEGSLEUTEL = "vraag_weg"


@vereist(Recht.LEZEN)
@require_GET
def vragenlijst(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show a questionnaire as it stands, with what can be done."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    return render(request, "peilingen/vragenlijst.html", build_context(request, lid, lijst))


def build_context(request: HttpRequest, lid: Lidmaatschap, lijst: Vragenlijst) -> dict[str, Any]:
    """Give what the page and its list of questions need."""
    aantal = Inzending.objects.van(lid.organisatie).filter(vragenlijst=lijst).count()
    eigen = lijst.herkomst == Herkomst.EIGEN
    mag = lid.mag(Recht.ORGANISEREN)
    kan = mag and eigen and not aantal and lijst.status != Vragenlijststatus.OPEN
    weg = request.session.get(WEGSLEUTEL)
    vragen = list(lijst.vragen.prefetch_related("keuzes"))
    return {
        "lijst": lijst,
        "ronde": lijst.ronde,
        "onderdeel": "ophalen",
        "vragen": vragen,
        "minuten": estimate_minuten(vragen),
        "aantal": aantal,
        "eigen": eigen,
        "mag": mag,
        "kan_veranderen": kan,
        "bezwaren": find_bezwaren(lijst) if eigen and lijst.status != Vragenlijststatus.OPEN else [],
        "volgende_stap": None,
        "meer": list_meer(lijst, lid),
        "kruimels": build_kruimels(lijst),
        "weg": weg["vraag"] if kan and weg and weg["lijst"] == str(lijst.pk) else None,
    }


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def gegevens(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Change title, introduction and how people are reached.

    A new introduction that was typed while the first answer came in is refused by the act, and stays on the page.
    """
    lijst = get_vragenlijst(lid, vragenlijst_id)
    beantwoord = Inzending.objects.van(lid.organisatie).filter(vragenlijst=lijst).exists()
    vast = beantwoord and "inleiding" not in request.POST
    nu = {naam: getattr(lijst, naam) for naam in ("titel", "inleiding", "vraag_citaat", "werving")}
    formulier = Gegevensformulier(request.POST or None, initial=nu, vast=vast)
    if request.method == "POST" and formulier.is_valid():
        try:
            change_vragenlijst(vragenlijst=lijst, wie=lid.gebruiker, **formulier.cleaned_data)
        except Weigering as fout:
            formulier.add_error(None, str(fout))
        else:
            return redirect("peilingen:vragenlijst", lijst.pk)
    context = {
        "form": formulier,
        "lijst": lijst,
        "ronde": lijst.ronde,
        "onderdeel": "ophalen",
        "vast": vast,
        "volgende_stap": None,
        "kruimels": build_kruimels(lijst, _("Titel en inleiding")),
    }
    return render(request, "peilingen/gegevens.html", context)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def vraag_nieuw(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Add a question at the end."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    formulier = Vraagformulier(request.POST or None, initial={"soort": Vraagsoort.OPEN})
    if request.method == "POST" and formulier.is_valid():
        try:
            vraag = add_vraag(vragenlijst=lijst, wie=lid.gebruiker, **formulier.cleaned_data)
        except Weigering as fout:
            _tell(formulier, fout)
        else:
            if "nog_een" in request.POST:
                messages.success(request, _("Bewaard: “%(vraag)s”") % {"vraag": vraag.tekst})
                return redirect("peilingen:vraag_nieuw", lijst.pk)
            return _to_vraag(vraag)
    return _render_vraag(request, lijst, formulier, None)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def vraag(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID, vraag_id: UUID) -> HttpResponse:
    """Change a question."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    rij = get_eigen(Vraag, lid, pk=vraag_id, vragenlijst=lijst)
    nu = {
        "soort": rij.soort,
        "tekst": rij.tekst,
        "keuzes": "\n".join(rij.keuzes.values_list("tekst", flat=True)),
        "uitleg": rij.uitleg,
        "verplicht": rij.verplicht,
    }
    formulier = Vraagformulier(request.POST or None, initial=nu)
    if request.method == "POST" and formulier.is_valid():
        try:
            change_vraag(vraag=rij, wie=lid.gebruiker, **formulier.cleaned_data)
        except Weigering as fout:
            _tell(formulier, fout)
        else:
            return _to_vraag(rij)
    return _render_vraag(request, lijst, formulier, rij)


@vereist(Recht.ORGANISEREN)
@require_POST
def verplaatsen(
    request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID, vraag_id: UUID
) -> HttpResponse:
    """Move a question one place up or down; a partial request gets the list again."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    rij = get_eigen(Vraag, lid, pk=vraag_id, vragenlijst=lijst)
    naar = "omhoog" if request.POST.get("naar") == "omhoog" else "omlaag"
    move_vraag(vraag=rij, wie=lid.gebruiker, plaatsen=-1 if naar == "omhoog" else 1)
    if not request.headers.get("HX-Request"):
        return _to_vraag(rij)
    context = {**build_context(request, lid, lijst), "verplaatst": rij.pk, "naar": naar}
    return render(request, "peilingen/onderdelen/vragen.html", context)


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
    return _to_vraag(rij)


def _tell(formulier: Vraagformulier, fout: Weigering) -> None:
    """Show a refusal at its field, with all that was typed still there."""
    formulier.add_error(fout.veld if isinstance(fout, OnjuisteVraag) else None, str(fout))


def _to_vraag(vraag: Vraag) -> HttpResponse:
    return redirect(f"{reverse('peilingen:vragenlijst', args=[vraag.vragenlijst_id])}#vraag-{vraag.pk}")


def _render_vraag(
    request: HttpRequest, lijst: Vragenlijst, formulier: Vraagformulier, rij: Vraag | None
) -> HttpResponse:
    context = {
        "form": formulier,
        "lijst": lijst,
        "ronde": lijst.ronde,
        "onderdeel": "ophalen",
        "vraag": rij,
        "volgende_stap": None,
        "kruimels": build_kruimels(lijst, _("Vraag")),
    }
    return render(request, "peilingen/vraag.html", context)
