"""Sharing an open questionnaire: code, address, QR, poster, and a screen for a room."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from basis.druk.poster import Papiermaat, Poster, render_poster
from basis.druk.qr import render_qr_png, render_qr_svg
from organisaties.bewoners import is_local
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.bewonerlijst import estimate_minuten
from peilingen.enums import Vragenlijststatus
from peilingen.models import Inzending, Vragenlijst
from peilingen.views.lijsten import build_kruimels, get_vragenlijst
from peilingen.views.versturen import send_bestand

# In seconds: how often a page without a script loads itself again.
VERVERS_NA = 10


@vereist(Recht.LEZEN)
@require_GET
def delen(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show everything with which people find the questionnaire."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    if not lijst.code:
        messages.info(request, _("Open de vragenlijst eerst. Daarna krijgt hij een code en een poster."))
        return redirect("peilingen:vragenlijst", lijst.pk)
    context = {
        **_build_context(request, lijst),
        "onderdeel": "ophalen",
        "aantal": _count(lid, lijst),
        "mag": lid.mag(Recht.ORGANISEREN),
        "alleen_hier": is_local(request.get_host()),
        "volgende_stap": None,
        "kruimels": build_kruimels(lijst, _("Delen")),
    }
    return render(request, "peilingen/delen.html", context)


@vereist(Recht.LEZEN)
@require_GET
def qr(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Give the QR code as a picture."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    if not lijst.code:
        raise Http404
    beeld = render_qr_svg(_find_adres(request, lijst))
    if "download" in request.GET:
        return send_bestand(beeld, "image/svg+xml", f"qr-{lijst.code}.svg")
    return HttpResponse(beeld, content_type="image/svg+xml")


@vereist(Recht.LEZEN)
@require_GET
def poster(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show a poster to print on A4."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    if not lijst.code:
        raise Http404
    return render(request, "peilingen/poster.html", _build_context(request, lijst))


@vereist(Recht.LEZEN)
@require_GET
def qr_png(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Give the QR code as a PNG, large enough for a flyer or a slide."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    if not lijst.code:
        raise Http404
    return send_bestand(render_qr_png(_find_adres(request, lijst)), "image/png", f"qr-{lijst.code}.png")


@vereist(Recht.LEZEN)
@require_GET
def poster_pdf(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Give the poster as a PDF on A4, or with `maat=a3` on A3."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    maat = request.GET.get("maat", Papiermaat.A4)
    if not lijst.code or maat not in list(Papiermaat):
        raise Http404
    bestand = render_poster(_describe_poster(request, lijst), Papiermaat(maat))
    return send_bestand(bestand, "application/pdf", f"poster-{lijst.code}-{maat}.pdf")


@vereist(Recht.LEZEN)
@require_GET
def scherm(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show code and QR for a whole room, with how many people answered; a partial request gets the count."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    if not lijst.code:
        raise Http404
    context = {**_build_context(request, lijst), "aantal": _count(lid, lijst), "ververs_na": VERVERS_NA}
    deel = "onderdelen/stand" if request.headers.get("HX-Request") else "scherm"
    return render(request, f"peilingen/{deel}.html", context)


def _build_context(request: HttpRequest, lijst: Vragenlijst) -> dict[str, Any]:
    return {
        "lijst": lijst,
        "ronde": lijst.ronde,
        "organisatie": lijst.ronde.organisatie,
        "open": lijst.status == Vragenlijststatus.OPEN,
        "adres": _find_adres(request, lijst),
        "voordeur": request.get_host(),
        "minuten": estimate_minuten(lijst.vragen.all()),
    }


def _describe_poster(request: HttpRequest, lijst: Vragenlijst) -> Poster:
    """Give the words of the poster; the same as on the page that can be printed."""
    organisatie, adres = lijst.ronde.organisatie, _find_adres(request, lijst)
    minuten = estimate_minuten(lijst.vragen.all())
    duur = ngettext(
        "Het kost u ongeveer %(n)s minuut. Uw naam hoeft u niet te geven.",
        "Het kost u ongeveer %(n)s minuten. Uw naam hoeft u niet te geven.",
        minuten,
    )
    contact = _("Liever bellen of mailen? %(contact)s") % {"contact": organisatie.contact}
    return Poster(
        wie=organisatie.naam,
        titel=lijst.titel,
        uitnodiging=f"{_('Vertel het ons, op uw telefoon.')} {duur % {'n': minuten}}",
        qr=adres,
        alt=_("QR-code naar %(adres)s") % {"adres": adres},
        voor_adres=_("Richt de camera van uw telefoon op het vierkant. Of ga naar"),
        adres=request.get_host(),
        voor_code=_("en typ de code"),
        code=lijst.leescode,
        voet=contact if organisatie.contact else "",
    )


def _find_adres(request: HttpRequest, lijst: Vragenlijst) -> str:
    return request.build_absolute_uri(reverse("peilingen:bewoner", args=[lijst.code]))


def _count(lid: Lidmaatschap, lijst: Vragenlijst) -> int:
    return Inzending.objects.van(lid.organisatie).filter(vragenlijst=lijst).count()
