"""The map of an organisation's areas: reading outlines in, and looking at them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from organisaties.domain.kaarten import build_gebiedenkaart, read_kaart
from organisaties.enums import Recht
from organisaties.forms import Kaartformulier
from organisaties.models import Gebied, Lidmaatschap
from organisaties.refusals import KaartOnleesbaar
from organisaties.toegang import vereist

SVG = "image/svg+xml"


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def kaart(request: HttpRequest, lid: Lidmaatschap) -> HttpResponse:
    """Read a file with outlines, and tell what was found and what was not."""
    formulier = Kaartformulier(*((request.POST, request.FILES) if request.method == "POST" else ()))
    verslag = None
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data["bestand"].read()
        try:
            verslag = read_kaart(organisatie=lid.organisatie, wie=lid.gebruiker, data=data)
        except KaartOnleesbaar as weigering:
            formulier.add_error("bestand", str(weigering))
    context = {
        "form": formulier,
        "verslag": verslag,
        "kaart": build_gebiedenkaart(lid.organisatie),
        "gebieden": Gebied.objects.van(lid.organisatie).exists(),
        "deel": "gebieden",
        "kruimels": [
            {"naam": _("Gebieden"), "url": reverse("organisaties:gebieden")},
            {"naam": _("Kaart"), "url": ""},
        ],
    }
    return render(request, "organisaties/kaart.html", context)


@vereist(Recht.LEZEN)
@require_GET
def kaart_svg(request: HttpRequest, lid: Lidmaatschap) -> HttpResponse:
    """Draw the areas that have an outline."""
    getekend = build_gebiedenkaart(lid.organisatie)
    if getekend is None:
        raise Http404
    return HttpResponse(getekend.write_svg(), content_type=SVG)
