"""Plain-language help while an organiser types; nothing is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.taalhulp import VELDEN, build_taalhulp


@vereist(Recht.ORGANISEREN)
@require_POST
def taalhulp(request: HttpRequest, lid: Lidmaatschap) -> HttpResponse:
    """Check one field of a form: a fragment for a script, a page of its own without one."""
    veld = request.POST.get("veld", "")
    veld = veld if veld in VELDEN else "tekst"
    hulp = build_taalhulp(request.POST.get(veld, ""), veld, soort=request.POST.get("soort", ""))
    if request.headers.get("HX-Request"):
        return render(request, "peilingen/onderdelen/taalhulp_antwoord.html", {"hulp": hulp})
    context = {"hulp": hulp, "tekst": request.POST.get(veld, "")}
    return render(request, "peilingen/taalhulp.html", context)
