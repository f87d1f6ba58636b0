"""Releasing quotes, and taking them back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from codering.domain.citaten import (
    AlVrijgegeven,
    LeegCitaat,
    VeranderdCitaat,
    release_citaat,
    withdraw_citaat,
)
from codering.models import Citaat, Uitspraak
from codering.refusals import MagNietAanhalen
from inzicht.forms import Citaatformulier
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen, vereist


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def vrijgeven(request: HttpRequest, lid: Lidmaatschap, uitspraak_id: UUID) -> HttpResponse:
    """Release words of a statement for use outside."""
    uitspraken = Uitspraak.objects.van(lid.organisatie).select_related("ronde__organisatie", "gebied")
    uitspraak = get_eigen(uitspraken, lid, pk=uitspraak_id)
    citaat = Citaat.objects.van(lid.organisatie).filter(uitspraak=uitspraak).select_related("wie").first()
    terug = _find_terug(request, uitspraak)
    formulier = Citaatformulier(request.POST or None, initial={"tekst": uitspraak.tekst})
    if request.method == "POST" and formulier.is_valid():
        try:
            release_citaat(uitspraak=uitspraak, wie=lid.gebruiker, **formulier.cleaned_data)
        except (LeegCitaat, VeranderdCitaat, AlVrijgegeven, MagNietAanhalen) as fout:
            formulier.add_error("tekst", str(fout))
        else:
            messages.success(request, _("Het citaat is vrijgegeven. U kunt het nu in een brief gebruiken."))
            return redirect(terug)
    context = {
        "form": formulier,
        "uitspraak": uitspraak,
        "citaat": citaat,
        "terug": terug,
        "ronde": uitspraak.ronde,
        "onderdeel": "inzicht",
    }
    return render(request, "inzicht/citaat.html", context, status=422 if formulier.errors else 200)


@vereist(Recht.ORGANISEREN)
@require_POST
def intrekken(request: HttpRequest, lid: Lidmaatschap, citaat_id: UUID) -> HttpResponse:
    """Take a released quote back."""
    citaten = Citaat.objects.van(lid.organisatie).select_related("uitspraak__ronde__organisatie")
    citaat = get_eigen(citaten, lid, pk=citaat_id)
    uitspraak = citaat.uitspraak
    withdraw_citaat(citaat=citaat, wie=lid.gebruiker)
    messages.success(
        request, _("Het citaat is ingetrokken. Brieven die nog concept zijn, tonen het niet meer.")
    )
    return redirect(_find_terug(request, uitspraak))


def _find_terug(request: HttpRequest, uitspraak: Uitspraak) -> str:
    """Give the page that the user came from, when it is one of ours."""
    terug = request.POST.get("terug") or request.GET.get("terug", "")
    if terug.startswith("/") and url_has_allowed_host_and_scheme(terug, allowed_hosts=None):
        return terug
    return reverse("inzicht:ronde", args=[uitspraak.ronde_id])
