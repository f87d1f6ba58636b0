"""One theme of a ronde, with the statements behind its figure."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from codering.models import Analyserun, Thema
from inzicht.domain.achtergrond import count_genoemd, list_plekken
from inzicht.domain.beeld import build_beeld, choose_kanaal
from inzicht.domain.cijfers import cached_telling, current_run, read_themanamen
from inzicht.domain.kanalen import name_kanaal
from inzicht.domain.tellen import Telling
from inzicht.domain.uitspraken import describe_uitspraken, find_uitspraken, read_kernwoorden
from inzicht.domain.verwijzen import ONBEKEND
from inzicht.forms import Zoekformulier
from inzicht.views.ronde import build_volgende_stap
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist

PER_BLADZIJDE = 25


@vereist(Recht.LEZEN)
@require_GET
def thema(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID, code: str) -> HttpResponse:
    """Show what a theme is, where it weighs, and the masked statements, 25 a page."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    run = current_run(ronde)
    if run is None:
        raise Http404
    telling = cached_telling(ronde, run)
    dit = get_eigen(Thema, lid, codeboek=run.codeboek_id, code=code)
    kanaal = choose_kanaal(telling, request.GET.get("kanaal", ""))
    beeld = build_beeld(
        telling, read_themanamen(run), kanaal=kanaal, drempel=lid.organisatie.drempel, openbaar=False
    )
    rij = next((rij for rij in beeld.rijen if rij.code == code), None)
    vaker = rij.uitschieter.groep if rij and rij.uitschieter else None
    context = {
        "ronde": ronde,
        "onderdeel": "inzicht",
        "thema": dit,
        "beeld": beeld,
        "rij": rij,
        "plekken": list_plekken(telling, code, kanaal, vaker) if rij else [],
        "woorden": read_kernwoorden(run).get(code, ()),
        "mag_vrijgeven": lid.mag(Recht.ORGANISEREN),
        "mag_coderen": lid.mag(Recht.CODEREN),
        "volgende_stap": build_volgende_stap(ronde, lid),
    }
    return render(request, "inzicht/thema.html", context | _statements(request, ronde, run, telling, code))


def _statements(
    request: HttpRequest, ronde: Ronde, run: Analyserun, telling: Telling, code: str
) -> dict[str, object]:
    formulier = Zoekformulier(
        request.GET,
        plekken=[(plek or ONBEKEND, plek or _("onbekend")) for plek in telling.per_groep.kolommen],
        kanalen=[(kanaal, name_kanaal(kanaal)) for kanaal in telling.volgorde] if telling.delen else [],
    )
    keuze = formulier.cleaned_data if formulier.is_valid() else {}
    plek, kanaal, zoek = (keuze.get(naam, "") for naam in ("gebied", "kanaal", "zoek"))
    rijen = find_uitspraken(ronde, run, [code], plek=plek, kanaal=kanaal, zoek=zoek)
    bladzijde = Paginator(rijen, PER_BLADZIJDE).get_page(request.GET.get("page"))
    naam = {"": None, ONBEKEND: ""}.get(plek, plek)
    return {
        "zoekformulier": formulier,
        "gezocht": bool(plek or kanaal or zoek),
        "plek": plek,
        "zoek": zoek,
        "genoemd": [] if zoek else count_genoemd(rijen, telling, plek=naam, kanaal=kanaal),
        "page_obj": bladzijde,
        "uitspraken": describe_uitspraken(bladzijde.object_list, run, [code]),
    }
