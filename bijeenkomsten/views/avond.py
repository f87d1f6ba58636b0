"""Meetings: list, make, change, follow, print."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from basis.druk.qr import render_qr_svg
from bijeenkomsten.domain.bijeenkomsten import (
    change_bijeenkomst,
    close_bijeenkomst,
    create_bijeenkomst,
    delete_bijeenkomst,
    open_bijeenkomst,
)
from bijeenkomsten.domain.stand import read_stand
from bijeenkomsten.forms import Bijeenkomstformulier, Tafelformulier, add_weigering
from bijeenkomsten.models import Bijeenkomst, Gesprekstafel, Ideekaart
from bijeenkomsten.views.gedeeld import act_or_tell, build_context, get_bijeenkomst
from organisaties.bewoners import is_local
from organisaties.domain.codes import format_code
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.refusals import Weigering
from organisaties.toegang import get_eigen, vereist

VERVERS = 15


@vereist(Recht.NOTEREN)
@require_GET
def ronde(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """List the meetings of a ronde, and say what is next."""
    deze = get_eigen(Ronde, lid, pk=ronde_id)
    context = {
        "ronde": deze,
        "onderdeel": "bijeenkomsten",
        "bijeenkomsten": Bijeenkomst.objects.van(lid.organisatie).filter(ronde=deze).met_aantallen(),
        "stand": read_stand(deze),
        "mag_organiseren": lid.mag(Recht.ORGANISEREN),
    }
    return render(request, "bijeenkomsten/ronde.html", context)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Make a meeting."""
    deze = get_eigen(Ronde, lid, pk=ronde_id)
    formulier = Bijeenkomstformulier(request.POST or None, organisatie=lid.organisatie, nieuw=True)
    if request.method == "POST" and formulier.is_valid():
        try:
            gemaakt = create_bijeenkomst(ronde=deze, wie=lid.gebruiker, **formulier.cleaned_data)
        except Weigering as fout:
            add_weigering(formulier, fout, "titel")
        else:
            messages.success(request, _("De bijeenkomst is gemaakt. Elke tafel heeft een eigen code."))
            return redirect("bijeenkomsten:bijeenkomst", gemaakt.pk)
    context = {"form": formulier, "ronde": deze, "onderdeel": "bijeenkomsten", "volgende_stap": None}
    status = 400 if formulier.errors else 200
    return render(request, "bijeenkomsten/bijeenkomst_form.html", context, status=status)


@vereist(Recht.NOTEREN)
@require_GET
def bijeenkomst(request: HttpRequest, lid: Lidmaatschap, bijeenkomst_id: UUID) -> HttpResponse:
    """Follow one meeting: tables, codes and how much is written, refreshed by itself."""
    avond = get_bijeenkomst(lid, bijeenkomst_id)
    tafels = avond.tafels.met_aantallen().select_related("gebied")
    context = build_context(avond) | {
        "tafels": [{"tafel": tafel, "code": format_code(tafel.code or "")} for tafel in tafels],
        "kaartcode": format_code(avond.code or ""),
        "mag_organiseren": lid.mag(Recht.ORGANISEREN),
        "ververs_elke": VERVERS,
    }
    if request.headers.get("HX-Request"):
        return render(request, "bijeenkomsten/_stand.html", context)
    if avond.status == "open":
        context["ververs_na"] = 2 * VERVERS
    if lid.mag(Recht.ORGANISEREN):
        context["tafelformulier"] = Tafelformulier(organisatie=lid.organisatie)
    return render(request, "bijeenkomsten/bijeenkomst.html", context)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, lid: Lidmaatschap, bijeenkomst_id: UUID) -> HttpResponse:
    """Change what a meeting is called, when and where it is, or its question."""
    avond = get_bijeenkomst(lid, bijeenkomst_id)
    context = build_context(avond, _("Wijzigen"))
    formulier = Bijeenkomstformulier(
        request.POST or None, organisatie=lid.organisatie, nieuw=False, instance=avond
    )
    if request.method == "POST" and formulier.is_valid():
        try:
            change_bijeenkomst(bijeenkomst=avond, wie=lid.gebruiker, **formulier.cleaned_data)
        except Weigering as fout:
            add_weigering(formulier, fout, "titel")
        else:
            messages.success(request, _("De bijeenkomst is veranderd."))
            return redirect("bijeenkomsten:bijeenkomst", avond.pk)
    status = 400 if formulier.errors else 200
    return render(
        request, "bijeenkomsten/bijeenkomst_form.html", context | {"form": formulier}, status=status
    )


@vereist(Recht.ORGANISEREN)
@require_POST
def openen(request: HttpRequest, lid: Lidmaatschap, bijeenkomst_id: UUID) -> HttpResponse:
    """Let people write."""
    avond = get_bijeenkomst(lid, bijeenkomst_id)
    gelukt = _("De bijeenkomst is open. De tafels kunnen schrijven.")
    act_or_tell(request, lambda: open_bijeenkomst(bijeenkomst=avond, wie=lid.gebruiker), gelukt)
    return redirect("bijeenkomsten:bijeenkomst", avond.pk)


@vereist(Recht.ORGANISEREN)
@require_POST
def sluiten(request: HttpRequest, lid: Lidmaatschap, bijeenkomst_id: UUID) -> HttpResponse:
    """End the writing."""
    avond = get_bijeenkomst(lid, bijeenkomst_id)
    gelukt = _(
        "De bijeenkomst is gesloten. Tekst die nog op een toestel staat, wordt nog een dag aangenomen."
    )
    act_or_tell(request, lambda: close_bijeenkomst(bijeenkomst=avond, wie=lid.gebruiker), gelukt)
    return redirect("bijeenkomsten:bijeenkomst", avond.pk)


@vereist(Recht.ORGANISEREN)
@require_POST
def weggooien(request: HttpRequest, lid: Lidmaatschap, bijeenkomst_id: UUID) -> HttpResponse:
    """Throw away a meeting in which nothing was written."""
    avond = get_bijeenkomst(lid, bijeenkomst_id)
    gelukt = _("De bijeenkomst is weg. Er was nog niets in geschreven.")
    act_or_tell(request, lambda: delete_bijeenkomst(bijeenkomst=avond, wie=lid.gebruiker), gelukt)
    return redirect("bijeenkomsten:ronde", avond.ronde_id)


@vereist(Recht.NOTEREN)
@require_GET
def kaartjes(request: HttpRequest, lid: Lidmaatschap, bijeenkomst_id: UUID) -> HttpResponse:
    """Show all that is printed for an evening: a card per table, and the poster for the idea cards."""
    avond = get_bijeenkomst(lid, bijeenkomst_id)
    keuze = request.GET.get("tafel", "")
    tafels = list(avond.tafels.select_related("gebied"))
    gekozen = [tafel for tafel in tafels if str(tafel.nummer) == keuze] or tafels
    context = build_context(avond, _("Afdrukken")) | {
        "alleen_hier": is_local(request.get_host()),
        "kaartjes": [_print_tafel(request, tafel) for tafel in gekozen],
        "poster": _print(request, "bijeenkomsten:ideekaart", avond.code) if gekozen == tafels else None,
    }
    return render(request, "bijeenkomsten/kaartjes.html", context)


@vereist(Recht.NOTEREN)
@require_GET
def kaarten(request: HttpRequest, lid: Lidmaatschap, bijeenkomst_id: UUID) -> HttpResponse:
    """Read the idea cards."""
    avond = get_bijeenkomst(lid, bijeenkomst_id)
    rijen = Ideekaart.objects.van(lid.organisatie).filter(bijeenkomst=avond)
    context = build_context(avond, _("Ideekaarten")) | {"kaarten": rijen.order_by("ingediend_op", "pk")}
    return render(request, "bijeenkomsten/kaarten.html", context)


def _print(request: HttpRequest, naam: str, code: str | None) -> dict[str, str]:
    adres = request.build_absolute_uri(reverse(naam, args=[code]))
    kaal = adres.removeprefix("https://").removeprefix("http://")
    return {
        "code": format_code(code or ""),
        "adres": kaal,
        "voordeur": request.get_host(),
        "qr": mark_safe(render_qr_svg(adres)),  # noqa: S308 - a drawing of squares, no words of anyone
    }


def _print_tafel(request: HttpRequest, tafel: Gesprekstafel) -> dict[str, Any]:
    return _print(request, "bijeenkomsten:tafel", tafel.code) | {"tafel": tafel}
