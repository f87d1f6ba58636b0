"""Making and changing one question, with beside it how a resident will see it."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from formtools.wizard.views import WizardView

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.refusals import Weigering
from organisaties.toegang import get_eigen, vereist
from peilingen.bewonerformulieren import FORMULIEREN
from peilingen.bouwformulieren import Vraagformulier
from peilingen.bouwformulieren.soorten import MEER_SOORTEN, VAAK
from peilingen.bouwformulieren.vraag import fit_initieel, read_initieel
from peilingen.domain.bewonerlijst import list_buurten
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.vertalen import NEDERLANDS
from peilingen.domain.vraagbeeld import build_vraagbeeld
from peilingen.domain.vragen import add_vraag, change_vraag
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag, Vragenlijst
from peilingen.refusals import OnjuisteVraag
from peilingen.views.kader import show_kader
from peilingen.views.lijsten import build_pagina, get_vragenlijst
from peilingen.views.voorbeeld import Voorbeeld


class Vraagvoorbeeld(Voorbeeld):
    """The residents' page of one question that need not be right yet, or in the database."""

    nummer = 1
    totaal = 1

    def dispatch(self, request: HttpRequest, lijst: Vragenlijst, vraag: Vraag) -> HttpResponse:  # type: ignore[override] # rows themselves
        """Make the question the only step."""
        self.prepare(lijst, {vraag.pk: vraag})
        antwoord: HttpResponse = WizardView.dispatch(self, request)
        return antwoord

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show it, whatever the form of the organiser sent along."""
        return self.render_goto_step(self.steps.first)

    post = get

    def build_basis(self) -> dict[str, Any]:
        """Leave out what is not about the question."""
        return {**super().build_basis(), "kader": True, "talen": []}

    def build_vraag(self, stap: str) -> dict[str, Any]:
        """Number it as it is numbered among the others."""
        return {**super().build_vraag(stap), "nummer": self.nummer, "totaal": self.totaal}


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def vraag_nieuw(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Choose a kind, and then add a question of it at the end."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    soort = request.GET.get("soort", "")
    if request.method == "GET" and soort not in Vraagsoort.values:
        return _render_soorten(request, lijst)
    if request.method == "GET":
        return _render_vraag(request, lijst, Vraagformulier(initial=fit_initieel({}, soort)), None)
    if "wissel" in request.POST:
        return _switch_soort(request, lijst, None)
    formulier = Vraagformulier(request.POST)
    if formulier.is_valid():
        try:
            vraag = add_vraag(vragenlijst=lijst, wie=lid.gebruiker, **formulier.as_vraag())
        except Weigering as fout:
            _tell(formulier, fout)
        else:
            if "nog_een" in request.POST:
                messages.success(request, _("Bewaard: “%(vraag)s”") % {"vraag": vraag.tekst})
                return redirect("peilingen:vraag_nieuw", lijst.pk)
            return to_vraag(vraag)
    return _render_vraag(request, lijst, formulier, None)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def vraag(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID, vraag_id: UUID) -> HttpResponse:
    """Change a question."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    rij = get_eigen(Vraag, lid, pk=vraag_id, vragenlijst=lijst)
    if "wissel" in request.POST:
        return _switch_soort(request, lijst, rij)
    if request.method == "GET":
        return _render_vraag(request, lijst, Vraagformulier(initial=read_initieel(rij)), rij)
    formulier = Vraagformulier(request.POST)
    if formulier.is_valid():
        try:
            change_vraag(vraag=rij, wie=lid.gebruiker, **formulier.as_vraag())
        except Weigering as fout:
            _tell(formulier, fout)
        else:
            return to_vraag(rij)
    return _render_vraag(request, lijst, formulier, rij)


@vereist(Recht.ORGANISEREN)
@require_POST
def vraag_voorbeeld(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Give how the question looks with what is typed now; nothing is kept."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    rij = next((vraag for vraag in lijst.vragen.all() if str(vraag.pk) == request.POST.get("vraag")), None)
    beeld = _render_beeld(request, lijst, Vraagformulier(request.POST), rij)
    return show_kader(render(request, "peilingen/onderdelen/vraagbeeld.html", {"beeld": beeld}))


def to_vraag(vraag: Vraag) -> HttpResponse:
    """Go to a question in the list."""
    return redirect(f"{reverse('peilingen:vragenlijst', args=[vraag.vragenlijst_id])}#vraag-{vraag.pk}")


def _tell(formulier: Vraagformulier, fout: Weigering) -> None:
    """Show a refusal at its field, with all that was typed still there."""
    formulier.add_error(fout.veld if isinstance(fout, OnjuisteVraag) else None, str(fout))


def _switch_soort(request: HttpRequest, lijst: Vragenlijst, rij: Vraag | None) -> HttpResponse:
    """Show the fields of another kind, with all that was typed; nothing is checked or kept."""
    soort = request.POST.get("soort", "")
    soort = soort if soort in Vraagsoort.values else Vraagsoort.OPEN.value
    formulier = Vraagformulier(initial=fit_initieel(request.POST.dict(), soort))
    return _render_vraag(request, lijst, formulier, rij, gewisseld=True)


def _render_soorten(request: HttpRequest, lijst: Vragenlijst) -> HttpResponse:
    context = {
        **build_pagina(lijst, _("Vraag")),
        "vaak": VAAK,
        "groepen": MEER_SOORTEN,
        "geen_buurten": not list_buurten(lijst.ronde.organisatie),
    }
    return render(request, "peilingen/soorten.html", context)


def _render_vraag(
    request: HttpRequest,
    lijst: Vragenlijst,
    formulier: Vraagformulier,
    rij: Vraag | None,
    *,
    gewisseld: bool = False,
) -> HttpResponse:
    """Give the page, or the form alone to a script that changes the kind."""
    buurt = formulier.vraagsoort == Vraagsoort.BUURT
    context = {
        **build_pagina(lijst, _("Vraag")),
        "form": formulier,
        "vraag": rij,
        "gewisseld": gewisseld,
        "beeld": _render_beeld(request, lijst, formulier, rij),
        "geen_buurten": buurt and not list_buurten(lijst.ronde.organisatie),
    }
    deel = gewisseld and request.headers.get("HX-Request")
    sjabloon = "peilingen/onderdelen/vraagformulier.html" if deel else "peilingen/vraag.html"
    return show_kader(render(request, sjabloon, context))


def _render_beeld(
    request: HttpRequest, lijst: Vragenlijst, formulier: Vraagformulier, rij: Vraag | None
) -> str:
    """Give the resident's page of the question as it stands in the form; "" for a kind without a page."""
    if formulier.vraagsoort not in FORMULIEREN:
        return ""
    beeld = build_vraagbeeld(vragenlijst=lijst, **formulier.as_beeld())
    nummers = number_vragen(lijst.vragen.all())
    totaal = len(nummers) + (rij is None)
    plaats = {"nummer": nummers.get(rij.pk, 1) if rij else totaal, "totaal": max(1, totaal)}
    with translation.override(NEDERLANDS):
        pagina = Vraagvoorbeeld.as_view(**plaats)(request, lijst=lijst, vraag=beeld)
        return cast(str, pagina.render().content.decode())
