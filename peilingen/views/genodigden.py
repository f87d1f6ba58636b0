"""An address list with personal links: bring it in, hand the links out, delete it apart from the answers."""

from io import StringIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from organisaties.bewoners import is_local
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.refusals import Weigering
from organisaties.toegang import get_eigen, vereist
from peilingen.domain.uitnodigen import (
    LIJST_BEWAREN,
    MAX_GENODIGDEN,
    add_genodigden,
    delete_genodigden,
    make_link,
    remove_genodigde,
    set_alleen_genodigden,
)
from peilingen.enums import Herkomst
from peilingen.genodigdenformulier import Genodigdenformulier
from peilingen.models import Genodigde, Vragenlijst
from peilingen.views.lijsten import build_kruimels, get_vragenlijst
from peilingen.views.versturen import send_bestand

PER_PAGINA = 50
# Slips on one page of the screen: each has a QR code to draw.
STROOKJES = 80


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def genodigden(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show the list and take a new one; which entries were used is told nowhere."""
    lijst = _get_lijst(lid, vragenlijst_id)
    formulier = Genodigdenformulier()
    if request.method == "POST":
        if "toevoegen" not in request.POST:
            _change(request, lid, lijst)
            return redirect("peilingen:genodigden", lijst.pk)
        formulier = Genodigdenformulier(request.POST, request.FILES)
        if formulier.is_valid() and _add(request, lid, lijst, formulier):
            return redirect("peilingen:genodigden", lijst.pk)
    rijen = Genodigde.objects.van(lid.organisatie).filter(vragenlijst=lijst)
    bladen = Paginator(rijen, PER_PAGINA)
    context = {
        **_build_context(request, lijst),
        "form": formulier,
        "page_obj": bladen.get_page(request.GET.get("page")),
        "aantal": bladen.count,
        "bewaardagen": LIJST_BEWAREN.days,
        "max_genodigden": MAX_GENODIGDEN,
        "alleen_hier": is_local(request.get_host()),
        "kruimels": build_kruimels(lijst, _("Persoonlijke links")),
    }
    return render(request, "peilingen/genodigden.html", context, status=400 if formulier.errors else 200)


def _add(request: HttpRequest, lid: Lidmaatschap, lijst: Vragenlijst, formulier: Genodigdenformulier) -> bool:
    try:
        erbij = add_genodigden(vragenlijst=lijst, wie=lid.gebruiker, regels=formulier.regels())
    except Weigering as fout:
        formulier.add_error("lijst", str(fout))
        return False
    tekst = ngettext("%(n)s genodigde toegevoegd.", "%(n)s genodigden toegevoegd.", erbij.nieuw)
    if erbij.dubbel:
        tekst += " " + ngettext("%(d)s stond er al.", "%(d)s stonden er al.", erbij.dubbel)
    messages.success(request, tekst % {"n": erbij.nieuw, "d": erbij.dubbel})
    return True


def _change(request: HttpRequest, lid: Lidmaatschap, lijst: Vragenlijst) -> None:
    """Do what one of the other buttons of the page says."""
    gevraagd, wie = request.POST, lid.gebruiker
    if "weg" in gevraagd:
        eigen = Genodigde.objects.van(lid.organisatie).filter(vragenlijst=lijst)
        remove_genodigde(genodigde=get_eigen(eigen, lid, pk=_read_sleutel(gevraagd["weg"])), wie=wie)
        messages.success(request, _("De genodigde is van de lijst gehaald. Die link werkt niet meer."))
    elif "alles" in gevraagd:
        aantal = delete_genodigden(vragenlijst=lijst, wie=wie)
        tekst = ngettext("De lijst met %(n)s naam is weg.", "De lijst met %(n)s namen is weg.", aantal)
        messages.success(request, tekst % {"n": aantal})
    elif "alleen" in gevraagd:
        aan = gevraagd["alleen"] == "aan"
        set_alleen_genodigden(vragenlijst=lijst, wie=wie, aan=aan)
        if aan:
            messages.success(request, _("Antwoorden kan nu alleen met een persoonlijke link."))
        else:
            messages.success(
                request, _("Iedereen met de code kan nu antwoorden, ook zonder persoonlijke link.")
            )


@vereist(Recht.ORGANISEREN)
@require_GET
def lijst_csv(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Give the list with its links, for a mailing."""
    from basis.tabel import write_csv

    lijst = _get_lijst(lid, vragenlijst_id)
    if not lijst.code:
        raise Http404
    rijen = Genodigde.objects.van(lid.organisatie).filter(vragenlijst=lijst)
    uit = StringIO(newline="")
    regels = [(rij.naam, rij.adres, find_link(request, lijst, rij)) for rij in rijen]
    write_csv(uit, [_("naam"), _("adres"), _("link")], regels, scheiding=";", bom=True)
    antwoord = send_bestand(uit.getvalue(), "text/csv; charset=utf-8", f"genodigden-{lijst.code}.csv")
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


@vereist(Recht.ORGANISEREN)
@require_GET
def strookjes(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show slips to print and cut: a name, a QR code and the address, eight on an A4."""
    from basis.druk.qr import render_qr_svg

    lijst = _get_lijst(lid, vragenlijst_id)
    if not lijst.code:
        raise Http404
    rijen = Genodigde.objects.van(lid.organisatie).filter(vragenlijst=lijst)
    blad = Paginator(rijen, STROOKJES).get_page(request.GET.get("page"))
    links = [(rij, find_link(request, lijst, rij)) for rij in blad]
    context = {
        **_build_context(request, lijst),
        "page_obj": blad,
        "strookjes": [{"genodigde": rij, "link": link, "qr": render_qr_svg(link)} for rij, link in links],
    }
    return render(request, "peilingen/strookjes.html", context)


def find_link(request: HttpRequest, lijst: Vragenlijst, genodigde: Genodigde) -> str:
    """Give the whole address of someone's personal link."""
    pad = reverse("peilingen:uitgenodigd", args=[lijst.code, make_link(genodigde)])
    return request.build_absolute_uri(pad)


def _get_lijst(lid: Lidmaatschap, vragenlijst_id: UUID) -> Vragenlijst:
    """Give a questionnaire that was made here; answers from a file were asked elsewhere."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    if lijst.herkomst == Herkomst.BESTAND:
        raise Http404
    return lijst


def _read_sleutel(getypt: str) -> UUID:
    try:
        return UUID(getypt)
    except ValueError as fout:
        raise Http404 from fout


def _build_context(request: HttpRequest, lijst: Vragenlijst) -> dict[str, Any]:
    return {
        "lijst": lijst,
        "ronde": lijst.ronde,
        "organisatie": lijst.ronde.organisatie,
        "onderdeel": "ophalen",
        "volgende_stap": None,
    }
