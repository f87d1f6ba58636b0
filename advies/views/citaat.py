"""Choosing a quote for a finding, among what was released or by releasing one."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from advies.domain.onderdelen import choose_citaat
from advies.domain.suggesties import list_citaten, suggest_uitspraken
from advies.forms import Citaatkeuze
from advies.models import Adviesconcept, Bevinding
from advies.refusals import VreemdCitaat
from advies.views.bewerken import briefknop, get_advies, save_first, to_brief
from codering.domain.citaten import (
    AlVrijgegeven,
    LeegCitaat,
    VeranderdCitaat,
    release_citaat,
)
from codering.models import Citaat, Uitspraak
from codering.refusals import MagNietAanhalen
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen, vereist

PER_BLADZIJDE = 10


def _get_bevinding(lid: Lidmaatschap, advies: Adviesconcept, deel_id: UUID) -> Bevinding:
    rijen = Bevinding.objects.van(lid.organisatie).select_related(
        "advies__ronde__organisatie", "advies__momentopname", "citaat"
    )
    return get_eigen(rijen.prefetch_related("themas"), lid, pk=deel_id, advies=advies)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def kiezen(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID, deel_id: UUID) -> HttpResponse:
    """Show the quotes and statements to choose from; a POST comes from the letter and saves it first."""
    advies = get_advies(lid, advies_id)
    bevinding = _get_bevinding(lid, advies, deel_id)
    if request.method == "POST":
        return save_first(request, lid, advies) or redirect("advies:citaat", advies.pk, bevinding.pk)
    return _render_keuze(request, bevinding)


def _render_keuze(
    request: HttpRequest, bevinding: Bevinding, fout: dict[str, str] | None = None
) -> HttpResponse:
    zoek = request.GET.get("zoek", "")[:100]
    uitspraken = suggest_uitspraken(bevinding, zoek)
    if fout:
        uitspraken = uitspraken.filter(pk=fout["uitspraak"])
    bladzijde = Paginator(uitspraken, PER_BLADZIJDE).get_page(request.GET.get("page"))
    context = {
        "advies": bevinding.advies,
        "ronde": bevinding.advies.ronde,
        "onderdeel": "advies",
        "bevinding": bevinding,
        "citaten": list_citaten(bevinding),
        "page_obj": bladzijde,
        "zoek": zoek,
        "fout": fout or {},
    }
    return render(request, "advies/citaat.html", context, status=422 if fout else 200)


@briefknop
def gebruiken(request: HttpRequest, lid: Lidmaatschap, advies: Adviesconcept, deel_id: UUID) -> HttpResponse:
    """Put a released quote under the finding, or take it away when none is named."""
    bevinding = _get_bevinding(lid, advies, deel_id)
    citaten = Citaat.objects.van(lid.organisatie).select_related("uitspraak__gebied")
    keuze = Citaatkeuze(request.POST, citaten=citaten.filter(uitspraak__ronde=advies.ronde))
    if not keuze.is_valid():
        raise VreemdCitaat
    choose_citaat(bevinding=bevinding, wie=lid.gebruiker, citaat=keuze.cleaned_data["citaat"])
    return to_brief(advies, f"bevinding-{bevinding.pk}")


@vereist(Recht.ORGANISEREN)
@require_POST
def vrijgeven(
    request: HttpRequest, lid: Lidmaatschap, advies_id: UUID, deel_id: UUID, uitspraak_id: UUID
) -> HttpResponse:
    """Release a statement as a quote and put it under the finding."""
    advies = get_advies(lid, advies_id)
    bevinding = _get_bevinding(lid, advies, deel_id)
    uitspraken = Uitspraak.objects.van(lid.organisatie).select_related("gebied")
    uitspraak = get_eigen(uitspraken, lid, pk=uitspraak_id, ronde=advies.ronde)
    tekst, blijvend = request.POST.get("tekst", ""), request.POST.get("blijvend") == "ja"
    try:
        citaat = release_citaat(uitspraak=uitspraak, wie=lid.gebruiker, tekst=tekst, blijvend=blijvend)
    except (AlVrijgegeven, MagNietAanhalen) as weigering:
        messages.warning(request, str(weigering))
        return redirect("advies:citaat", advies.pk, bevinding.pk)
    except (LeegCitaat, VeranderdCitaat) as weigering:
        fout = {"uitspraak": str(uitspraak.pk), "tekst": tekst, "reden": str(weigering)}
        return _render_keuze(request, bevinding, fout)
    choose_citaat(bevinding=bevinding, wie=lid.gebruiker, citaat=citaat)
    messages.success(request, _("Het citaat is vrijgegeven en staat in de brief."))
    return redirect(f"{reverse('advies:brief', args=[advies.pk])}#bevinding-{bevinding.pk}")
