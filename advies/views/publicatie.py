"""The public page of a letter, for who decides about it: looking first, showing it, taking it away."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from advies.domain.nakijken import find_kleine_aantallen
from advies.domain.opvolgen import publish_advies, unpublish_advies
from advies.domain.opvolglijst import load_overzicht
from advies.domain.terugkoppeling import build_terugkoppeling, count_vervallen, read_openbaar
from advies.domain.webadres import propose_slug
from advies.forms import Publicatieformulier
from advies.models import Adviesconcept
from advies.refusals import LegeSlug, NogNietVastgesteld, SlugBezet
from advies.views.bewerken import get_advies
from advies.views.openbaar import render_terugkoppeling
from basis.druk.qr import render_qr_bestand, render_qr_svg
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist


@vereist(Recht.LEZEN)
@require_GET
def publicatie(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Show whether the page is public and at which address, and what to look at before."""
    return _render(request, lid, get_advies(lid, advies_id))


def _render(
    request: HttpRequest, lid: Lidmaatschap, advies: Adviesconcept, formulier: forms.Form | None = None
) -> HttpResponse:
    overzicht = load_overzicht(advies, timezone.localdate())
    brief = read_openbaar(overzicht.advies)
    if brief is None:
        raise NogNietVastgesteld
    slug = advies.slug or propose_slug(advies)
    adres = request.build_absolute_uri(reverse("terugkoppeling:pagina", args=[slug]))
    context = {
        "advies": advies,
        "ronde": advies.ronde,
        "onderdeel": "opvolging",
        "brief": overzicht,
        "adres": adres,
        "qr": mark_safe(render_qr_svg(adres)) if advies.gepubliceerd_op else "",  # noqa: S308 - squares, no words
        "kleine": find_kleine_aantallen(brief, lid.organisatie.drempel),
        "vervallen": count_vervallen(overzicht.advies, brief),
        "form": formulier or Publicatieformulier(initial={"slug": slug}),
        "mag_publiceren": lid.mag(Recht.ORGANISEREN),
    }
    status = 422 if formulier and formulier.errors else 200
    return render(request, "advies/publicatie.html", context, status=status)


@vereist(Recht.LEZEN)
@require_GET
def voorbeeld(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Show the public page as residents will see it, whether it is public or not."""
    advies = get_advies(lid, advies_id)
    pagina = build_terugkoppeling(advies, timezone.localdate())
    if pagina is None:
        raise NogNietVastgesteld
    return render_terugkoppeling(request, pagina, advies=advies)


@vereist(Recht.LEZEN)
@require_GET
def qr(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Give the QR code as a file, for a flyer."""
    advies = get_advies(lid, advies_id)
    if not advies.slug:
        raise NogNietVastgesteld
    adres = request.build_absolute_uri(reverse("terugkoppeling:pagina", args=[advies.slug]))
    kop = {"Content-Disposition": f'attachment; filename="qr-{advies.slug}.svg"'}
    return HttpResponse(render_qr_bestand(adres), content_type="image/svg+xml", headers=kop)


@vereist(Recht.ORGANISEREN)
@require_POST
def publiceren(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Make the page public."""
    advies = get_advies(lid, advies_id)
    formulier = Publicatieformulier(request.POST)
    if not formulier.is_valid():
        return _render(request, lid, advies, formulier)
    try:
        publish_advies(advies=advies, wie=lid.gebruiker, slug=formulier.cleaned_data["slug"])
    except (SlugBezet, LegeSlug) as weigering:
        formulier.add_error("slug", str(weigering))
        return _render(request, lid, advies, formulier)
    messages.success(request, _("De pagina is openbaar. Iedereen met het adres kan hem lezen."))
    return redirect("advies:publicatie", advies.pk)


@vereist(Recht.ORGANISEREN)
@require_POST
def stoppen(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Take the page away."""
    advies = get_advies(lid, advies_id)
    unpublish_advies(advies=advies, wie=lid.gebruiker)
    messages.success(request, _("De pagina is niet meer openbaar. Het adres blijft voor u bewaard."))
    return redirect("advies:publicatie", advies.pk)
