"""One theme of a ronde, with the statements behind its figure."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from codering.models import Analyserun, Thema
from inzicht.domain.beeld import Beeld, build_beeld
from inzicht.domain.cijfers import cached_telling, current_run, read_themanamen
from inzicht.domain.kanalen import name_kanaal
from inzicht.domain.tellen import Telling
from inzicht.domain.uitspraken import ONBEKEND, describe_uitspraken, find_uitspraken, read_kernwoorden
from inzicht.forms import Zoekformulier
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
    kanaal = request.GET.get("kanaal", "")
    drempel = lid.organisatie.drempel
    beeld = build_beeld(telling, read_themanamen(run), kanaal=kanaal, drempel=drempel, openbaar=False)
    dit = get_eigen(Thema, lid, codeboek=run.codeboek_id, code=code)
    context = {"ronde": ronde, "onderdeel": "inzicht", "thema": dit, "beeld": beeld}
    context["mag_vrijgeven"] = lid.mag(Recht.ORGANISEREN)
    context |= {"rij": next((rij for rij in beeld.rijen if rij.code == code), None)}
    context |= {"groepen": _groups(beeld, code), "woorden": read_kernwoorden(run).get(code, ())}
    return render(request, "inzicht/thema.html", context | _statements(request, ronde, run, telling, code))


def _groups(beeld: Beeld, code: str) -> list[tuple[str, str, str, bool]]:
    """Give per area its name, the count, the size and whether it is the one that an average hides."""
    if beeld.groepen is None:
        return []
    for rij, cellen in beeld.groepen.rijen:
        if rij.code == code:
            paren = zip(beeld.groepen.kolommen, cellen, strict=True)
            return [(naam, cel.tekst, omvang, cel.vaker) for (naam, omvang), cel in paren]
    return []


def _statements(
    request: HttpRequest, ronde: Ronde, run: Analyserun, telling: Telling, code: str
) -> dict[str, object]:
    formulier = Zoekformulier(
        request.GET,
        plekken=[(plek or ONBEKEND, plek or "onbekend") for plek in telling.per_groep.kolommen],
        kanalen=[(kanaal, name_kanaal(kanaal)) for kanaal in telling.volgorde] if telling.delen else [],
    )
    keuze = formulier.cleaned_data if formulier.is_valid() else {}
    plek, kanaal, zoek = (keuze.get(naam, "") for naam in ("gebied", "kanaal", "zoek"))
    rijen = find_uitspraken(ronde, run, [code], plek=plek, kanaal=kanaal, zoek=zoek)
    bladzijde = Paginator(rijen, PER_BLADZIJDE).get_page(request.GET.get("page"))
    return {
        "zoekformulier": formulier,
        "gezocht": bool(plek or kanaal or zoek),
        "page_obj": bladzijde,
        "uitspraken": describe_uitspraken(bladzijde.object_list, run, [code]),
    }
