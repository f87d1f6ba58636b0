"""Trying a questionnaire out before it opens: a secret link for colleagues, and what they sent with it."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from formtools.wizard.views import WizardView

from basis.druk.qr import render_qr_svg
from organisaties.bewoners import bewonerpagina, is_local, list_talen
from organisaties.domain.kaarten import build_gebiedenkaart
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen, vereist
from peilingen.domain.proef import (
    delete_proeven,
    find_proeflijst,
    keep_proef,
    make_proeflink,
    withdraw_proeflink,
)
from peilingen.enums import Vragenlijststatus
from peilingen.models import Proefinzending, Vragenlijst
from peilingen.views.bewoner_kaart import Kaartbeeld
from peilingen.views.lijsten import build_pagina, get_vragenlijst
from peilingen.views.voorbeeld import Voorbeeld


class Proef(Voorbeeld):
    """The residents' wizard for who has the test link: nothing of it can be counted."""

    def dispatch(self, request: HttpRequest, proefcode: str) -> HttpResponse:  # type: ignore[override] # by the secret link
        """Find the questionnaire; after opening or withdrawing the link leads nowhere."""
        lijst = find_proeflijst(proefcode)
        if lijst is None:
            return show_voorbij(request)
        self.prepare(lijst)
        antwoord: HttpResponse = WizardView.dispatch(self, request)
        return antwoord

    @cached_property
    def kaartbeeld(self) -> Kaartbeeld | None:
        """The map of the areas, at an address that opens with the test link."""
        if self.kaart is None:
            return None
        return Kaartbeeld(reverse("peilingen:proef_kaart", args=[self.vragenlijst.proefcode]), self.kaart)

    def build_basis(self) -> dict[str, Any]:
        """Say on every page that this is a test."""
        return {**super().build_basis(), "proef": True}

    def done(self, form_list: list[BaseForm], form_dict: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Keep the words apart, for who makes the questionnaire."""
        gegeven = [(str(vraag), woorden) for _stap, vraag, woorden in self.list_antwoorden()]
        keep_proef(vragenlijst=self.vragenlijst, antwoorden=gegeven, taal=get_language() or "nl")
        return self.render_verzonden(self.make_verzonden())


def show_voorbij(request: HttpRequest) -> HttpResponse:
    """Say that this link does not work any more."""
    return render(request, "peilingen/voorbeeld/voorbij.html", {"talen": list_talen(request)}, status=404)


proef_invullen = bewonerpagina(Proef.as_view())


@bewonerpagina
@require_GET
def proef_kaart(request: HttpRequest, proefcode: str) -> HttpResponse:
    """Draw the areas for who tries it out."""
    lijst = find_proeflijst(proefcode)
    kaart = build_gebiedenkaart(lijst.ronde.organisatie) if lijst else None
    if kaart is None:
        raise Http404
    return HttpResponse(kaart.write_svg(), content_type="image/svg+xml")


@bewonerpagina
def proef_bon(request: HttpRequest, proefcode: str) -> HttpResponse:
    """Bring whoever follows the link of the receipt code back: a test has no receipt."""
    if find_proeflijst(proefcode) is None:
        return show_voorbij(request)
    return redirect("peilingen:proef_invullen", proefcode)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def proef(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Make the link, make it anew, withdraw it, and read or delete what was sent with it."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    if request.method == "POST":
        _act(request, lid, lijst)
        return redirect("peilingen:proef", lijst.pk)
    adres = ""
    if lijst.proefcode:
        adres = request.build_absolute_uri(reverse("peilingen:proef_invullen", args=[lijst.proefcode]))
    context = {
        **build_pagina(lijst, _("Proef")),
        "open": lijst.status == Vragenlijststatus.OPEN,
        "adres": adres,
        "qr": mark_safe(render_qr_svg(adres)) if adres else "",  # noqa: S308 -- squares, no words of anyone
        "alleen_hier": is_local(request.get_host()),
        "proeven": list(Proefinzending.objects.van(lid.organisatie).filter(vragenlijst=lijst)),
        "heeft_vragen": lijst.vragen.exists(),
    }
    return render(request, "peilingen/proef.html", context)


def _act(request: HttpRequest, lid: Lidmaatschap, lijst: Vragenlijst) -> None:
    match request.POST.get("wat"):
        case "intrekken":
            withdraw_proeflink(vragenlijst=lijst, wie=lid.gebruiker)
            messages.success(request, _("De proeflink werkt niet meer."))
        case "wissen":
            alleen = request.POST.get("proef")
            rij = get_eigen(Proefinzending, lid, pk=_read_pk(alleen), vragenlijst=lijst) if alleen else None
            aantal = delete_proeven(vragenlijst=lijst, alleen=rij)
            tekst = ngettext("%(n)s proef is gewist.", "%(n)s proeven zijn gewist.", aantal)
            messages.success(request, tekst % {"n": aantal})
        case _:
            make_proeflink(vragenlijst=lijst, wie=lid.gebruiker)


def _read_pk(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None
