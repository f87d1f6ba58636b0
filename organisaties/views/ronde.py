"""Rondes: list, start, look, move on."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisaties.blokken import build_blokken
from organisaties.domain.rondes import STAPPEN, create_ronde, move_ronde
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


@vereist(Recht.TOEGANG)
@require_GET
def detail(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Show where a ronde stands and what is next."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    buren = [fase for fase in Fase if fase in STAPPEN[Fase(ronde.fase)]]
    blokken = build_blokken(ronde, lid)
    volgende = next((blok for blok in blokken if not blok.klaar and blok.url), None)
    context = {
        "ronde": ronde,
        "buurfasen": buren,
        "blokken": blokken,
        "volgende": volgende,
        "mag_organiseren": lid.mag(Recht.ORGANISEREN),
        "onderdeel": "",
    }
    return render(request, "organisaties/ronde.html", context)


@vereist(Recht.ORGANISEREN)
@require_POST
def fase(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Move a ronde one phase on, or back."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    naar = request.POST.get("naar", "")
    if naar not in Fase.values:
        raise OngeldigeFase
    vast = move_ronde(ronde=ronde, wie=lid.gebruiker, naar=Fase(naar))
    messages.success(request, _("De ronde staat nu op “%(fase)s”.") % {"fase": vast.get_fase_display()})
    return redirect("organisaties:ronde", ronde.pk)
