"""Findings and advice points of a letter. Each of these first saves all that was typed in the letter."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from advies.domain.onderdelen import (
    add_adviespunt,
    add_bevinding,
    move_onderdeel,
    remove_onderdeel,
    restore_onderdeel,
)
from advies.models import Adviesconcept, Adviespunt, Bevinding
from advies.views.bewerken import briefknop, to_brief
from codering.models import Thema
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen

ANKERS = {"bevindingen": "bevinding", "adviespunten": "adviespunt"}


Onderdeel = Bevinding | Adviespunt


def _get_onderdeel(lid: Lidmaatschap, advies: Adviesconcept, soort: str, deel_id: UUID) -> Onderdeel:
    if soort == "bevindingen":
        return get_eigen(Bevinding, lid, pk=deel_id, advies=advies)
    if soort == "adviespunten":
        return get_eigen(Adviespunt, lid, pk=deel_id, advies=advies)
    raise Http404


def _to_deel(advies: Adviesconcept, soort: str, deel: Onderdeel) -> HttpResponse:
    return to_brief(advies, f"{ANKERS[soort]}-{deel.pk}")


@briefknop
def toevoegen(request: HttpRequest, lid: Lidmaatschap, advies: Adviesconcept, soort: str) -> HttpResponse:
    """Add a finding (from themes, or a claim of one's own) or an advice point."""
    if soort not in ANKERS:
        raise Http404
    wie = lid.gebruiker
    if soort == "adviespunten":
        punt = add_adviespunt(advies=advies, wie=wie, tekst=request.POST.get("nieuw-advies", ""))
        return _to_deel(advies, soort, punt)
    run = advies.momentopname.run
    themas = Thema.objects.van(lid.organisatie).filter(
        codeboek=run.codeboek_id if run else None, code__in=request.POST.getlist("nieuw-themas")
    )
    kop = request.POST.get("nieuw-kop", "")
    return _to_deel(advies, soort, add_bevinding(advies=advies, wie=wie, themas=list(themas), kop=kop))


@briefknop
def verplaatsen(
    request: HttpRequest, lid: Lidmaatschap, advies: Adviesconcept, soort: str, deel_id: UUID
) -> HttpResponse:
    """Move a part one place up or down."""
    deel = _get_onderdeel(lid, advies, soort, deel_id)
    plaatsen = -1 if request.POST.get("naar") == "omhoog" else 1
    move_onderdeel(onderdeel=deel, wie=lid.gebruiker, plaatsen=plaatsen)
    return _to_deel(advies, soort, deel)


@briefknop
def weghalen(
    request: HttpRequest, lid: Lidmaatschap, advies: Adviesconcept, soort: str, deel_id: UUID
) -> HttpResponse:
    """Take a part out; the page offers to put it back."""
    deel = _get_onderdeel(lid, advies, soort, deel_id)
    remove_onderdeel(onderdeel=deel, wie=lid.gebruiker)
    return redirect(f"{reverse('advies:brief', args=[advies.pk])}?weggehaald={deel.pk}#{soort}")


@briefknop
def terugzetten(
    request: HttpRequest, lid: Lidmaatschap, advies: Adviesconcept, soort: str, deel_id: UUID
) -> HttpResponse:
    """Put a part back."""
    deel = _get_onderdeel(lid, advies, soort, deel_id)
    restore_onderdeel(onderdeel=deel, wie=lid.gebruiker)
    messages.success(request, _("Het staat weer in de brief."))
    return _to_deel(advies, soort, deel)
