"""Typing paper forms over: one whole form on one page, the next one right after it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.inzenden import is_open, list_vragen
from peilingen.domain.overtypen import keep_velden, read_overgetypt
from peilingen.domain.stapels import (
    Uitslag,
    check_formulier,
    decide_formulier,
    delete_formulier,
    list_verschillen,
    save_formulier,
)
from peilingen.domain.terugtypen import spell_overgetypt
from peilingen.domain.typeregels import Typeregel, build_regels
from peilingen.models import Papierformulier, Stapel
from peilingen.refusals import PapierNietOpen
from peilingen.views.papier import build_stapelkruimels, get_stapel

EERSTE, TWEEDE = "eerste", "tweede"


@dataclass(frozen=True, slots=True)
class Werk:
    """The form at hand: its pile, its row if there is one, and whether it is typed for the second time."""

    stapel: Stapel
    formulier_id: UUID
    formulier: Papierformulier | None
    tweede: bool


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def papierformulier(
    request: HttpRequest, lid: Lidmaatschap, stapel_id: UUID, formulier_id: UUID
) -> HttpResponse:
    """Type a form, correct one, or decide where two times differ; `keer=tweede` is the blind second time."""
    stapel = get_stapel(lid, stapel_id)
    rijen = Papierformulier.objects.van(lid.organisatie).select_related("inzending__vragenlijst__ronde")
    formulier = rijen.filter(pk=formulier_id, stapel=stapel).select_related("stapel__vragenlijst").first()
    gevraagd = request.POST if request.method == "POST" else request.GET
    tweede = gevraagd.get("keer") == TWEEDE
    if tweede and formulier is None:
        raise Http404
    werk = Werk(
        stapel, formulier_id, formulier, tweede and formulier is not None and not formulier.inzending_id
    )
    if request.method == "POST":
        return _handle(request, lid, werk)
    if formulier is not None and formulier.controle is not None and not formulier.inzending_id:
        return _show_verschillen(request, werk, formulier)
    return _show(request, werk, _find_velden(werk), {})


def _handle(request: HttpRequest, lid: Lidmaatschap, werk: Werk) -> HttpResponse:
    """Do what the pressed button says; Enter without a script only looks whether all is well."""
    gestuurd = request.POST
    if not is_open(werk.stapel.vragenlijst):
        raise PapierNietOpen
    if "weg" in gestuurd and werk.formulier is not None:
        delete_formulier(formulier=werk.formulier, wie=lid.gebruiker)
        messages.success(request, _("Het formulier is weggehaald. De antwoorden tellen niet meer mee."))
        return redirect("peilingen:stapel", werk.stapel.pk)
    if "besluit" in gestuurd and werk.formulier is not None:
        return _decide(request, lid, werk, werk.formulier)
    vragen = list_vragen(werk.stapel.vragenlijst)
    velden = keep_velden(werk.stapel.vragenlijst, vragen, gestuurd.dict())
    fouten = read_overgetypt(werk.stapel.vragenlijst, vragen, velden).fouten
    if "bewaar" not in gestuurd or fouten:
        return _show(request, werk, velden, fouten)
    return _go_on(request, werk, _save(lid, werk, velden))


def _decide(request: HttpRequest, lid: Lidmaatschap, werk: Werk, formulier: Papierformulier) -> HttpResponse:
    """Count the form once it was said of every difference which of the two is right."""
    gekozen = {naam: request.POST.get(f"kies{naam}", "") for naam in list_verschillen(formulier)}
    if not all(keer in (EERSTE, TWEEDE) for keer in gekozen.values()):
        return _show_verschillen(request, werk, formulier, onbeslist=True)
    tweede = frozenset(naam for naam, keer in gekozen.items() if keer == TWEEDE)
    return _go_on(request, werk, decide_formulier(formulier=formulier, wie=lid.gebruiker, tweede=tweede))


def _save(lid: Lidmaatschap, werk: Werk, velden: Mapping[str, str]) -> Uitslag:
    if werk.tweede and werk.formulier is not None:
        return check_formulier(formulier=werk.formulier, wie=lid.gebruiker, velden=velden)
    return save_formulier(
        stapel=werk.stapel, formulier_id=werk.formulier_id, wie=lid.gebruiker, velden=velden
    )


def _go_on(request: HttpRequest, werk: Werk, uitslag: Uitslag) -> HttpResponse:
    """Say what came of it, and go to the next form of the same kind."""
    nummer = {"n": uitslag.formulier.nummer}
    if uitslag.niet_gevraagd:
        zin = ngettext(
            "Formulier %(n)s: vraag %(vragen)s hoort bij deze antwoorden niet gesteld te zijn en telt niet mee.",
            "Formulier %(n)s: de vragen %(vragen)s horen bij deze antwoorden niet gesteld te zijn en tellen niet mee.",
            len(uitslag.niet_gevraagd),
        )
        vragen = ", ".join(str(vraag) for vraag in uitslag.niet_gevraagd)
        messages.warning(request, zin % {**nummer, "vragen": vragen})
    if werk.tweede and not uitslag.telt:
        return redirect("peilingen:papierformulier", werk.stapel.pk, werk.formulier_id)
    if uitslag.telt:
        messages.success(request, _("Formulier %(n)s telt mee.") % nummer)
    else:
        messages.success(request, _("Formulier %(n)s is bewaard. Het telt na de tweede keer.") % nummer)
    if werk.tweede or werk.formulier is not None:
        return redirect("peilingen:stapel", werk.stapel.pk)
    return redirect("peilingen:papierformulier", werk.stapel.pk, uuid4())


def _find_velden(werk: Werk) -> dict[str, str]:
    """Give what stands in the fields: nothing for a new form and for a second time."""
    if werk.formulier is None or werk.tweede:
        return {}
    if werk.formulier.inzending is None:
        return dict(werk.formulier.gegevens)
    return spell_overgetypt(werk.formulier.inzending, list_vragen(werk.stapel.vragenlijst))


def _show(
    request: HttpRequest, werk: Werk, velden: Mapping[str, str], fouten: Mapping[str, str]
) -> HttpResponse:
    vragen = list_vragen(werk.stapel.vragenlijst)
    nummer = werk.formulier.nummer if werk.formulier else werk.stapel.formulieren.count() + 1
    context = {
        **_build_basis(werk, nummer),
        "regels": build_regels(werk.stapel.vragenlijst, vragen, velden, fouten),
        "fouten": bool(fouten),
        "nagekeken": request.method == "POST" and not fouten,
    }
    return render(request, "peilingen/papierformulier.html", context)


def _show_verschillen(
    request: HttpRequest, werk: Werk, formulier: Papierformulier, *, onbeslist: bool = False
) -> HttpResponse:
    """Show side by side where the two times differ."""
    lijst, vragen = werk.stapel.vragenlijst, list_vragen(werk.stapel.vragenlijst)
    anders = set(list_verschillen(formulier))
    eerst: list[Typeregel] = build_regels(lijst, vragen, formulier.gegevens, {})
    tweede = {regel.naam: regel for regel in build_regels(lijst, vragen, formulier.controle or {}, {})}
    paren = [
        (regel, tweede[regel.naam], request.POST.get(f"kies{regel.naam}", ""))
        for regel in eerst
        if regel.naam in anders
    ]
    context = {**_build_basis(werk, formulier.nummer), "paren": paren, "onbeslist": onbeslist}
    return render(request, "peilingen/papierverschil.html", context)


def _build_basis(werk: Werk, nummer: int) -> dict[str, Any]:
    hier = _("Formulier %(n)s") % {"n": nummer}
    return {
        "stapel": werk.stapel,
        "lijst": werk.stapel.vragenlijst,
        "ronde": werk.stapel.vragenlijst.ronde,
        "onderdeel": "ophalen",
        "formulier": werk.formulier,
        "nummer": nummer,
        "tweede": werk.tweede,
        "open": is_open(werk.stapel.vragenlijst),
        "terug_url": reverse("peilingen:stapel", args=[werk.stapel.pk]),
        "volgende_stap": None,
        "kruimels": build_stapelkruimels(werk.stapel, hier),
    }
