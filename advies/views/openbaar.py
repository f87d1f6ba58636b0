"""The page for residents: what was done with what they said."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advies.domain.terugkoppeling import Terugkoppeling, find_openbaar
from advies.models import Adviesconcept
from organisaties.bewoners import bewonerpagina, list_talen


@bewonerpagina
@require_safe
def pagina(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the page at an address; says in plain words when there is none."""
    gevonden = find_openbaar(slug)
    if gevonden is None:
        context = {"talen": list_talen(request)}
        return render(request, "advies/terugkoppeling_weg.html", context, status=404)
    return render_terugkoppeling(request, gevonden)


def render_terugkoppeling(
    request: HttpRequest, verslag: Terugkoppeling, advies: Adviesconcept | None = None
) -> HttpResponse:
    """Draw the page; with `advies` it is a member's preview."""
    context = {
        "verslag": verslag,
        "organisatie": verslag.organisatie,
        "voorbeeld_van": advies,
        "talen": [] if advies else list_talen(request),
    }
    return render(request, "advies/terugkoppeling.html", context)
