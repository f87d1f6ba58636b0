"""The themes of a codebook: what there is, and adding or changing one of your own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from codering.domain.themas import (
    Themainhoud,
    add_thema,
    change_thema,
    ensure_codeboek,
    find_codeboek,
    list_themas,
    locked_fields,
    remove_thema,
    shipped_codes,
)
from codering.forms import Themaformulier
from codering.models import Thema
from codering.refusals import ThemaBestaat, ThemaGecodeerd, ThemaInGebruik, ThemaVast, ThemaZonderNaam
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist


@vereist(Recht.LEZEN)
@require_GET
def themas(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Show the themes, those of the organisation itself first."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    rijen = list_themas(find_codeboek(ronde))
    context = {
        "ronde": ronde,
        "onderdeel": "coderen",
        "eigen": [rij for rij in rijen if rij.eigen],
        "meegeleverd": [rij for rij in rijen if not rij.eigen],
        "mag_maken": lid.mag(Recht.ORGANISEREN),
        "mag_coderen": lid.mag(Recht.CODEREN),
    }
    return render(request, "codering/themas.html", context)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Add a theme."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    formulier = Themaformulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        codeboek = ensure_codeboek(ronde=ronde, wie=lid.gebruiker)
        try:
            gemaakt = add_thema(codeboek=codeboek, wie=lid.gebruiker, inhoud=formulier.inhoud)
        except (ThemaBestaat, ThemaZonderNaam) as weigering:
            formulier.add_error("naam", str(weigering))
        else:
            _tell_saved(request, gemaakt, formulier.inhoud)
            return _back(ronde)
    return _show(request, ronde, formulier, None)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def thema(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID, thema_id: UUID) -> HttpResponse:
    """Change a theme: all of it, or what may still change."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    deze = _find(lid, ronde, thema_id)
    formulier = Themaformulier(request.POST or None, thema=deze, vast=locked_fields(deze))
    if request.method == "POST" and formulier.is_valid():
        try:
            gewijzigd = change_thema(thema=deze, wie=lid.gebruiker, inhoud=formulier.inhoud)
        except (ThemaBestaat, ThemaZonderNaam, ThemaVast) as weigering:
            formulier.add_error("naam" if "naam" in formulier.fields else None, str(weigering))
        else:
            _tell_saved(request, gewijzigd, formulier.inhoud)
            return _back(ronde)
    return _show(request, ronde, formulier, deze)


@vereist(Recht.ORGANISEREN)
@require_POST
def weg(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID, thema_id: UUID) -> HttpResponse:
    """Remove a theme of the organisation itself."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    deze = _find(lid, ronde, thema_id)
    try:
        remove_thema(thema=deze, wie=lid.gebruiker)
    except (ThemaGecodeerd, ThemaInGebruik, ThemaVast) as weigering:
        messages.error(request, str(weigering))
    else:
        messages.success(request, _("Het thema “%(naam)s” is verwijderd.") % {"naam": deze.naam})
    return _back(ronde)


def _find(lid: Lidmaatschap, ronde: Ronde, thema_id: UUID) -> Thema:
    rijen = (
        Thema.objects.van(lid.organisatie)
        .filter(codeboek=find_codeboek(ronde))
        .select_related("codeboek__organisatie")
    )
    return get_eigen(rijen, lid, pk=thema_id)


def _show(request: HttpRequest, ronde: Ronde, formulier: Themaformulier, deze: Thema | None) -> HttpResponse:
    eigen = deze is not None and deze.code not in shipped_codes(deze.codeboek)
    context = {
        "ronde": ronde,
        "onderdeel": "coderen",
        "form": formulier,
        "thema": deze,
        "mag_weg": eigen and deze is not None and not locked_fields(deze),
    }
    return render(request, "codering/thema.html", context, status=422 if formulier.errors else 200)


def _tell_saved(request: HttpRequest, thema: Thema, ingevuld: Themainhoud) -> None:
    messages.success(
        request,
        _("“%(naam)s” is opgeslagen. Bij de volgende analyse stelt de computer het thema voor.")
        % {"naam": thema.naam},
    )
    getypt = {" ".join(regel.split()) for regel in ingevuld.voorbeelden.splitlines()} - {""}
    if getypt - set(thema.voorbeeldregels):
        messages.info(
            request, _("In de voorbeelden zijn persoonsgegevens afgeschermd of te lange regels ingekort.")
        )


def _back(ronde: Ronde) -> HttpResponse:
    return redirect(reverse("codering:themas", args=[ronde.pk]))
