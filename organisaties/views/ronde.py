"""Rondes: list, start, look, move on, start the next."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisaties.blokken import Rondeblok, build_blokken, find_volgende
from organisaties.domain.fasen import UITLEG, VOLGORDE, advance_ronde, buurfasen, propose_fase
from organisaties.domain.rondes import create_ronde, move_ronde
from organisaties.domain.volgende import describe_overname, propose_naam, start_volgende_ronde
from organisaties.enums import Fase, Recht
from organisaties.forms import Rondeformulier
from organisaties.models import Lidmaatschap, Ronde
from organisaties.refusals import OngeldigeFase
from organisaties.toegang import get_eigen, vereist


@vereist(Recht.TOEGANG)
@require_GET
def lijst(request: HttpRequest, lid: Lidmaatschap) -> HttpResponse:
    """List the organisation's rondes."""
    context = {
        "rondes": Ronde.objects.van(lid.organisatie).select_related("vorige"),
        "mag_organiseren": lid.mag(Recht.ORGANISEREN),
        "contact_mist": lid.mag(Recht.BEHEREN) and not lid.organisatie.contact,
    }
    return render(request, "organisaties/rondes.html", context)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, lid: Lidmaatschap) -> HttpResponse:
    """Start a ronde."""
    formulier = Rondeformulier(request.POST or None, organisatie=lid.organisatie)
    if request.method == "POST" and formulier.is_valid():
        ronde = create_ronde(organisatie=lid.organisatie, wie=lid.gebruiker, **formulier.cleaned_data)
        messages.success(request, _("De ronde is gemaakt. Hieronder staat wat u nu kunt doen."))
        return redirect("organisaties:ronde", ronde.pk)
    return render(request, "organisaties/ronde_nieuw.html", {"form": formulier})


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def volgende(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Start the ronde that follows this one, with the same questions."""
    vorige = get_eigen(Ronde, lid, pk=ronde_id)
    begin = {"naam": propose_naam(vorige), "vraagstelling": vorige.vraagstelling}
    formulier = Rondeformulier(request.POST or None, organisatie=lid.organisatie, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        ronde = start_volgende_ronde(ronde=vorige, wie=lid.gebruiker, **formulier.cleaned_data)
        messages.success(request, _("De volgende ronde is gemaakt. Hieronder staat wat u nu kunt doen."))
        return redirect("organisaties:ronde", ronde.pk)
    context = {"ronde": vorige, "form": formulier, "overname": describe_overname(vorige)}
    return render(request, "organisaties/ronde_volgende.html", {**context, "volgende_stap": None})


@vereist(Recht.TOEGANG)
@require_GET
def detail(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Show where a ronde stands and what is next."""
    ronde = get_eigen(Ronde.objects.van(lid.organisatie).select_related("vorige"), lid, pk=ronde_id)
    blokken = build_blokken(ronde, lid)
    context = {
        "ronde": ronde,
        "fase": _describe_fase(ronde, blokken),
        "blokken": blokken,
        "volgende": find_volgende(
            Fase(ronde.fase), lambda delen: (b for b in blokken if b.onderdeel in delen)
        ),
        "opvolgers": ronde.volgende.all(),
        "mag_organiseren": lid.mag(Recht.ORGANISEREN),
        "volgende_stap": None,
        "onderdeel": "",
    }
    return render(request, "organisaties/ronde.html", context)


def _describe_fase(ronde: Ronde, blokken: list[Rondeblok]) -> dict[str, Any]:
    nu = Fase(ronde.fase)
    terug, verder = buurfasen(nu)
    return {
        "naam": nu.label,
        "nummer": VOLGORDE.index(nu) + 1,
        "alle": [fase.label for fase in VOLGORDE],
        "uitleg": UITLEG[nu].uitleg,
        "knop": UITLEG[nu].verder,
        "verder": verder,
        "terug": terug,
        "voorstel": propose_fase(
            nu,
            [blok.onderdeel for blok in blokken if blok.klaar],
            [blok.onderdeel for blok in blokken if blok.bezig],
        ),
        "begonnen": nu != Fase.VOORBEREIDEN or any(blok.klaar for blok in blokken),
        "afgerond": verder is None,
    }


@vereist(Recht.ORGANISEREN)
@require_POST
def fase(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Move a ronde one phase on, or back; with `bijwerken` forward to the phase that fits what is done."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    naar = request.POST.get("naar", "")
    if naar not in Fase.values:
        raise OngeldigeFase
    verzet = advance_ronde if "bijwerken" in request.POST else move_ronde
    vast = verzet(ronde=ronde, wie=lid.gebruiker, naar=Fase(naar))
    messages.success(request, _("De ronde staat nu op “%(fase)s”.") % {"fase": vast.get_fase_display()})
    return redirect("organisaties:ronde", ronde.pk)
