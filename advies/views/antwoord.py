"""Entering an answer letter: one advice point after the other, each with its reaction and promises."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from advies.domain.opvolgen import add_toezegging, record_reactie
from advies.domain.opvolglijst import Briefoverzicht, Puntoverzicht, load_overzicht
from advies.forms import Reactieformulier, Toezeggingformulier
from advies.models import Adviespunt
from advies.refusals import NogNietVastgesteld
from advies.views.bewerken import get_advies
from advies.views.opvolging import to_opvolging
from organisaties.enums import Recht
from organisaties.models import Gebruiker, Lidmaatschap
from organisaties.toegang import vereist


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def antwoord(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID, punt_id: UUID) -> HttpResponse:
    """Enter what the receiver says about one point, and go on to the next."""
    advies = get_advies(lid, advies_id)
    if advies.is_concept:
        raise NogNietVastgesteld
    brief = load_overzicht(advies, timezone.localdate())
    punt = _find_punt(brief, punt_id)
    data = request.POST if request.method == "POST" else None
    reactie = Reactieformulier(data, mag_leeg=True, initial=_carry_over(brief))
    toezegging = Toezeggingformulier(data, prefix="t", mag_leeg=True)
    formulieren = (reactie, toezegging)
    goed = [formulier.is_valid() for formulier in formulieren]
    if all(goed):
        if _save(punt.punt, lid.gebruiker, reactie, toezegging):
            messages.success(request, _("Punt %(n)s is bewaard.") % {"n": punt.nummer})
        return _go_on(request, brief, punt)
    fout = next((formulier for formulier in formulieren if formulier.errors), None)
    context = {
        "advies": advies,
        "ronde": advies.ronde,
        "onderdeel": "opvolging",
        "brief": brief,
        "punt": punt,
        "volgende": _next_punt(brief, punt),
        "reactie": reactie,
        "toezegging": toezegging,
        "formulieren": formulieren,
        "form": fout,
    }
    return render(request, "advies/antwoord.html", context, status=422 if fout else 200)


def _find_punt(brief: Briefoverzicht, punt_id: UUID) -> Puntoverzicht:
    for punt in brief.punten:
        if punt.punt.pk == punt_id:
            return punt
    raise Http404


def _next_punt(brief: Briefoverzicht, punt: Puntoverzicht) -> Puntoverzicht | None:
    return next((ander for ander in brief.punten if ander.nummer == punt.nummer + 1), None)


def _carry_over(brief: Briefoverzicht) -> dict[str, object]:
    """Offer day and letter of what was entered last: the points of one letter come after each other."""
    eerder = brief.laatst_ingevoerd
    return {"datum": eerder.datum, "bron": eerder.bron} if eerder else {}


def _save(
    punt: Adviespunt, wie: Gebruiker, reactie: Reactieformulier, toezegging: Toezeggingformulier
) -> bool:
    """Save what was filled in; gives whether there was anything."""
    if not reactie.is_leeg:
        record_reactie(adviespunt=punt, wie=wie, **reactie.cleaned_data)
    if not toezegging.is_leeg:
        add_toezegging(adviespunt=punt, wie=wie, **toezegging.cleaned_data)
    return not (reactie.is_leeg and toezegging.is_leeg)


def _go_on(request: HttpRequest, brief: Briefoverzicht, punt: Puntoverzicht) -> HttpResponse:
    daarna = request.POST.get("daarna")
    verder = punt if daarna == "nog_een" else _next_punt(brief, punt) if daarna == "volgende" else None
    if verder is not None:
        return redirect("advies:antwoord", brief.advies.pk, verder.punt.pk)
    return to_opvolging(request, brief.advies.ronde_id, f"punt-{punt.punt.pk}")
