"""Looking through the surest proposals as a list, and accepting them together."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from codering.domain.nakijken import current_run
from codering.domain.samen import (
    ZONDER_THEMA,
    accept_samen,
    describe_samen,
    find_stapel,
    list_stapels,
    read_laatste_samen,
    undo_samen,
)
from codering.forms import Samenformulier
from codering.models import Analyserun, Stapelbesluit, Thema
from codering.refusals import AndersBeslist, NietsOngedaanTeMaken
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist

PER_BLADZIJDE = 50


@vereist(Recht.CODEREN)
@require_http_methods(["GET", "POST"])
def samen(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Show the piles, and with a theme its statements; accept those that are left ticked."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    run = current_run(ronde)
    context: dict[str, Any] = {
        "ronde": ronde,
        "onderdeel": "coderen",
        "run": run,
        "stapels": list_stapels(run) if run else [],
        "laatste": read_laatste_samen(wie=lid.gebruiker, ronde=ronde),
    }
    code = request.GET.get("thema", "")
    themas = Thema.objects.van(lid.organisatie).filter(codeboek=run.codeboek_id if run else None)
    thema = themas.filter(code=code).first()
    if run is None or (thema is None and code != ZONDER_THEMA):
        return render(request, "codering/samen.html", context)
    if request.method == "POST":
        return _accept(request, lid, run, thema)
    bladzijde = Paginator(find_stapel(run, thema), PER_BLADZIJDE).get_page(request.GET.get("page"))
    context |= {
        "thema": thema,
        "code": code,
        "page_obj": bladzijde,
        "regels": describe_samen(lid.organisatie, bladzijde.object_list),
    }
    return render(request, "codering/samen_lijst.html", context)


def _accept(request: HttpRequest, lid: Lidmaatschap, run: Analyserun, thema: Thema | None) -> HttpResponse:
    formulier = Samenformulier(request.POST)
    hier = reverse("codering:samen", args=[run.ronde_id])
    try:
        if not formulier.is_valid() or formulier.cleaned_data["run"] != run.nummer:
            raise AndersBeslist
        besluit = accept_samen(
            run=run, thema=thema, uitspraken=formulier.cleaned_data["uitspraken"], wie=lid.gebruiker
        )
    except AndersBeslist:
        veranderd = _(
            "Er is intussen iets veranderd aan deze lijst. Er is niets opgeslagen. Bekijk hem opnieuw."
        )
        messages.warning(request, veranderd)
        return redirect(f"{hier}?{urlencode({'thema': thema.code if thema else ZONDER_THEMA})}")
    tekst = ngettext("%(n)s uitspraak overgenomen.", "%(n)s uitspraken overgenomen.", besluit.aantal)
    messages.success(request, tekst % {"n": besluit.aantal})
    return redirect(hier)


@vereist(Recht.CODEREN)
@require_POST
def terug(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID, besluit_id: UUID) -> HttpResponse:
    """Take back what was accepted together, in one press."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    besluiten = Stapelbesluit.objects.van(lid.organisatie).filter(ronde=ronde)
    besluit = get_eigen(besluiten, lid, pk=besluit_id)
    try:
        aantal = undo_samen(besluit=besluit, wie=lid.gebruiker)
    except NietsOngedaanTeMaken as weigering:
        messages.error(request, str(weigering))
    else:
        tekst = ngettext(
            "%(n)s besluit is ongedaan gemaakt.", "%(n)s besluiten zijn ongedaan gemaakt.", aantal
        )
        messages.success(request, tekst % {"n": aantal})
        if aantal < besluit.aantal:
            messages.info(
                request,
                _("De andere zijn sindsdien opnieuw nagekeken of verwijderd. Daar is niets aan veranderd."),
            )
    return redirect("codering:samen", ronde.pk)
