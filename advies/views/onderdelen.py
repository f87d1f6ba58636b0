"""Findings and advice points of a letter. Each of these first saves all that was typed in the letter."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from advies.domain.onderdelen import (
    SOORTEN,
    add_adviespunt,
    add_bevinding,
    move_onderdeel,
    remove_onderdeel,
    restore_onderdeel,
)
from advies.models import Adviesconcept, Adviespunt, Bevinding
from advies.views.bewerken import get_advies, save_first, to_brief
from codering.models import Thema
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen, vereist

ANKERS = {"bevindingen": "bevinding", "adviespunten": "adviespunt"}


def get_onderdeel(
    lid: Lidmaatschap, advies: Adviesconcept, soort: str, deel_id: UUID
) -> Bevinding | Adviespunt:
    """Give one part of the letter."""
    if soort not in SOORTEN:
        raise Http404
    if soort == "bevindingen":
        return get_eigen(Bevinding, lid, pk=deel_id, advies=advies)
    return get_eigen(Adviespunt, lid, pk=deel_id, advies=advies)


@vereist(Recht.ORGANISEREN)
@require_POST
def toevoegen(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID, soort: str) -> HttpResponse:
    """Add a finding (from themes, or a claim of one's own) or an advice point."""
    advies = get_advies(lid, advies_id)
    if soort not in SOORTEN:
        raise Http404
    if pagina := save_first(request, lid, advies):
        return pagina
    deel: Bevinding | Adviespunt
    if soort == "bevindingen":
        codes = request.POST.getlist("nieuw-themas")
        run = advies.momentopname.run
        themas = Thema.objects.van(lid.organisatie).filter(
            codeboek=run.codeboek_id if run else None, code__in=codes
        )
        kop = request.POST.get("nieuw-kop", "")
        deel = add_bevinding(advies=advies, wie=lid.gebruiker, themas=list(themas), kop=kop)
    else:
        deel = add_adviespunt(advies=advies, wie=lid.gebruiker, tekst=request.POST.get("nieuw-advies", ""))
    return to_brief(advies, f"{ANKERS[soort]}-{deel.pk}")


@vereist(Recht.ORGANISEREN)
@require_POST
def verplaatsen(
    request: HttpRequest, lid: Lidmaatschap, advies_id: UUID, soort: str, deel_id: UUID
) -> HttpResponse:
    """Move a part one place up or down."""
    advies = get_advies(lid, advies_id)
    deel = get_onderdeel(lid, advies, soort, deel_id)
    if pagina := save_first(request, lid, advies):
        return pagina
    plaatsen = -1 if request.POST.get("naar") == "omhoog" else 1
    move_onderdeel(onderdeel=deel, wie=lid.gebruiker, plaatsen=plaatsen)
    return to_brief(advies, f"{ANKERS[soort]}-{deel.pk}")


@vereist(Recht.ORGANISEREN)
@require_POST
def weghalen(
    request: HttpRequest, lid: Lidmaatschap, advies_id: UUID, soort: str, deel_id: UUID
) -> HttpResponse:
    """Take a part out; the page offers to put it back."""
    advies = get_advies(lid, advies_id)
    deel = get_onderdeel(lid, advies, soort, deel_id)
    if pagina := save_first(request, lid, advies):
        return pagina
    remove_onderdeel(onderdeel=deel, wie=lid.gebruiker)
    return redirect(f"{reverse('advies:brief', args=[advies.pk])}?weggehaald={deel.pk}#{soort}")


@vereist(Recht.ORGANISEREN)
@require_POST
def terugzetten(
    request: HttpRequest, lid: Lidmaatschap, advies_id: UUID, soort: str, deel_id: UUID
) -> HttpResponse:
    """Put a part back."""
    advies = get_advies(lid, advies_id)
    deel = get_onderdeel(lid, advies, soort, deel_id)
    if pagina := save_first(request, lid, advies):
        return pagina
    restore_onderdeel(onderdeel=deel, wie=lid.gebruiker)
    messages.success(request, _("Het staat weer in de brief."))
    return to_brief(advies, f"{ANKERS[soort]}-{deel.pk}")
