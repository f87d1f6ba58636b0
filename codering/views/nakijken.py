"""Looking at statements one by one, and deciding."""

from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from codering.domain.coderen import code_uitspraak, undo_codering
from codering.domain.lijst import name_bron
from codering.domain.nakijken import Blad, Stapel, count_voortgang, current_run, read_blad, read_laatste_van
from codering.domain.themarijen import build_themarijen, describe_voorstellen, judge_besluit
from codering.forms import Nakijkformulier
from codering.models import Analyserun, Codeboek, Thema, Uitspraak
from codering.refusals import AndersBeslist, NietsOngedaanTeMaken
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist

OPEN, ALLE = "open", "alle"


@vereist(Recht.CODEREN)
@require_http_methods(["GET", "POST"])
def nakijken(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Show one statement of the pile, and take the decision on it."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    run = current_run(ronde)
    if run is None:
        return render(request, "codering/nakijken_leeg.html", {"ronde": ronde, "onderdeel": "coderen"})
    themas = list(Thema.objects.van(lid.organisatie).filter(codeboek=run.codeboek_id))
    stapel = _read_stapel(request, run, themas)
    uitspraak = _find_uitspraak(request, lid, ronde, stapel)
    context = {"ronde": ronde, "onderdeel": "coderen", "stapel": stapel, "themas": themas}
    context |= {
        "voortgang": count_voortgang(run),
        "laatste": read_laatste_van(wie=lid.gebruiker, ronde=ronde),
    }
    if uitspraak is None:
        return render(request, "codering/nakijken_klaar.html", context)
    blad = read_blad(run=run, uitspraak=uitspraak)
    formulier = _make_form(request, blad, themas)
    if request.method == "POST" and formulier.is_valid():
        try:
            _decide(lid, run, uitspraak, formulier)
        except AndersBeslist:
            return _show(request, context, read_blad(run=run, uitspraak=uitspraak), formulier, status=409)
        return redirect(_address(stapel, stapel.next(blad.uitkomst) or stapel.first()))
    return _show(request, context, blad, formulier, status=400 if formulier.errors else 200)


def _read_stapel(request: HttpRequest, run: Analyserun, themas: list[Thema]) -> Stapel:
    thema = next((thema for thema in themas if thema.code == request.GET.get("thema")), None)
    return Stapel(run=run, open=request.GET.get("toon") != ALLE, thema=thema)


def _find_uitspraak(
    request: HttpRequest, lid: Lidmaatschap, ronde: Ronde, stapel: Stapel
) -> Uitspraak | None:
    try:
        gekozen = UUID(request.GET["uitspraak"]) if request.GET.get("uitspraak") else stapel.first()
    except ValueError as fout:
        raise Http404 from fout
    if gekozen is None:
        return None
    uitspraken = Uitspraak.objects.van(lid.organisatie).filter(ronde=ronde).select_related("gebied", "ronde")
    return get_eigen(uitspraken, lid, pk=gekozen)


def _make_form(request: HttpRequest, blad: Blad, themas: list[Thema]) -> Nakijkformulier:
    begin = {
        "themas": [thema.code for thema in blad.besloten_themas],
        "soort": blad.besluit.soort if blad.besluit else "",
        "gezien": blad.laatste,
    }
    voorgesteld = [voorstel.thema for voorstel in blad.voorstellen]
    return Nakijkformulier(request.POST or None, initial=begin, themas=themas, voorgesteld=voorgesteld)


def _decide(lid: Lidmaatschap, run: Analyserun, uitspraak: Uitspraak, formulier: Nakijkformulier) -> None:
    code_uitspraak(
        uitspraak=uitspraak,
        wie=lid.gebruiker,
        codeboek=cast(Codeboek, run.codeboek),
        themas=formulier.gekozen,
        soort=formulier.cleaned_data["soort"],
        gezien=formulier.cleaned_data["gezien"],
    )


def _show(
    request: HttpRequest, context: dict[str, Any], blad: Blad, formulier: Nakijkformulier, *, status: int
) -> HttpResponse:
    stapel = context["stapel"]
    vorige, volgende = stapel.previous(blad.uitkomst), stapel.next(blad.uitkomst)
    context |= {
        "blad": blad,
        "bron": name_bron(blad.uitspraak),
        "form": formulier,
        "themarijen": build_themarijen(context["themas"], blad, formulier["themas"].value() or []),
        "voorstellen": describe_voorstellen(blad),
        "oordeel": judge_besluit(blad.besloten_themas, [voorstel.thema for voorstel in blad.voorstellen]),
        "intussen": status == 409,
        "vorige_url": _address(stapel, vorige) if vorige else "",
        "volgende_url": _address(stapel, volgende) if volgende else "",
    }
    return render(request, "codering/nakijken.html", context, status=status)


def _address(stapel: Stapel, uitspraak_id: UUID | None) -> str:
    """Give the address of a statement within a pile."""
    vraag = {"toon": OPEN if stapel.open else ALLE, "thema": stapel.thema.code if stapel.thema else ""}
    vraag |= {"uitspraak": str(uitspraak_id) if uitspraak_id else ""}
    adres = reverse("codering:nakijken", args=[stapel.run.ronde_id])
    return f"{adres}?{urlencode({naam: waarde for naam, waarde in vraag.items() if waarde})}"


@vereist(Recht.CODEREN)
@require_POST
def ongedaan(request: HttpRequest, lid: Lidmaatschap, uitspraak_id: UUID) -> HttpResponse:
    """Take back the last decision on a statement, or bring it back; shows the statement again."""
    uitspraken = Uitspraak.objects.van(lid.organisatie).select_related("ronde")
    uitspraak = get_eigen(uitspraken, lid, pk=uitspraak_id)
    try:
        gezien = UUID(request.POST.get("besluit", ""))
    except ValueError as fout:
        raise Http404 from fout
    try:
        terug = undo_codering(uitspraak=uitspraak, wie=lid.gebruiker, gezien=gezien)
    except NietsOngedaanTeMaken as weigering:
        messages.error(request, str(weigering))
    else:
        teruggezet = _("Het vorige besluit staat er weer.")
        messages.success(request, _("Uw besluit is ongedaan gemaakt.") if terug.ingetrokken else teruggezet)
    vraag = {naam: request.POST[naam] for naam in ("toon", "thema") if request.POST.get(naam)}
    adres = reverse("codering:nakijken", args=[uitspraak.ronde_id])
    return redirect(f"{adres}?{urlencode({**vraag, 'uitspraak': str(uitspraak.pk)})}")
