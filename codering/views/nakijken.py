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
from codering.domain.lijst import MET_BRON, name_bron
from codering.domain.nakijken import (
    Blad,
    Stapel,
    count_voortgang,
    current_run,
    find_run,
    read_blad,
    read_laatste_van,
)
from codering.domain.themarijen import (
    build_themarijen,
    describe_voorstellen,
    judge_besluit,
    name_soort,
    to_procent,
)
from codering.forms import OVERNEMEN, Nakijkformulier
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
    nieuwste = current_run(ronde)
    if nieuwste is None:
        return render(request, "codering/nakijken_leeg.html", {"ronde": ronde, "onderdeel": "coderen"})
    themas = list(Thema.objects.van(lid.organisatie).filter(codeboek=nieuwste.codeboek_id))
    stapel = _read_stapel(request, nieuwste, themas)
    gekozen = _read_gekozen(request) or stapel.first()
    if gekozen is None and stapel.nieuwer:
        return redirect(_address(stapel, None, verder=True))
    context = {"ronde": ronde, "onderdeel": "coderen", "stapel": stapel, "themas": themas}
    context |= {
        "voortgang": count_voortgang(stapel.run),
        "laatste": read_laatste_van(wie=lid.gebruiker, ronde=ronde),
    }
    if gekozen is None:
        return render(request, "codering/nakijken_klaar.html", context)
    uitspraken = Uitspraak.objects.van(lid.organisatie).filter(ronde=ronde)
    uitspraak = uitspraken.select_related(*MET_BRON, "ronde").filter(pk=gekozen).first()
    if uitspraak is None:
        messages.warning(
            request, _("Die uitspraak is er niet meer: wie dit schreef, heeft het veranderd of ingetrokken.")
        )
        return redirect(_address(stapel, stapel.first()))
    return _review(request, lid, context, uitspraak)


def _review(
    request: HttpRequest, lid: Lidmaatschap, context: dict[str, Any], uitspraak: Uitspraak
) -> HttpResponse:
    """Show a statement or take the decision on it, by the proposals of the pile's run."""
    stapel: Stapel = context["stapel"]
    blad = read_blad(run=stapel.run, uitspraak=uitspraak)
    formulier = _make_form(request, blad, context["themas"])
    if request.method != "POST" or not formulier.is_valid():
        return _show(request, context, blad, formulier, status=400 if formulier.errors else 200)
    ander_voorstel = request.GET.get("run") not in (None, str(stapel.run.nummer))
    if formulier.cleaned_data["actie"] == OVERNEMEN and ander_voorstel:
        return _show(request, context | {"vernieuwd": True}, blad, formulier, status=409)
    try:
        _decide(lid, stapel.run, uitspraak, formulier)
    except AndersBeslist:
        blad = read_blad(run=stapel.run, uitspraak=uitspraak)
        return _show(request, context | {"intussen": True}, blad, formulier, status=409)
    return redirect(_address(stapel, stapel.next(blad.uitkomst) or stapel.first()))


def _read_stapel(request: HttpRequest, nieuwste: Analyserun, themas: list[Thema]) -> Stapel:
    thema = next((thema for thema in themas if thema.code == request.GET.get("thema")), None)
    run = find_run(nieuwste, request.GET.get("run", ""))
    open_ = request.GET.get("toon") != ALLE
    return Stapel(run=run, open=open_, thema=thema, nieuwer=run.pk != nieuwste.pk)


def _read_gekozen(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.GET["uitspraak"]) if request.GET.get("uitspraak") else None
    except ValueError as fout:
        raise Http404 from fout


def _make_form(request: HttpRequest, blad: Blad, themas: list[Thema]) -> Nakijkformulier:
    begin = {
        "themas": [thema.code for thema in blad.besloten_themas],
        "soort": blad.besluit.soort if blad.besluit else "",
        "gezien": blad.laatste,
    }
    voorgesteld = [voorstel.thema for voorstel in blad.voorstellen]
    return Nakijkformulier(
        request.POST or None, initial=begin, themas=themas, voorgesteld=voorgesteld, soort=blad.soort
    )


def _decide(lid: Lidmaatschap, run: Analyserun, uitspraak: Uitspraak, formulier: Nakijkformulier) -> None:
    code_uitspraak(
        uitspraak=uitspraak,
        wie=lid.gebruiker,
        codeboek=cast(Codeboek, run.codeboek),
        themas=formulier.gekozen,
        soort=formulier.gekozen_soort,
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
        "soort": name_soort(blad.soort),
        "soort_zekerheid": to_procent(blad.soort_zekerheid),
        "oordeel": judge_besluit(blad.besloten_themas, [voorstel.thema for voorstel in blad.voorstellen]),
        "hier_url": _address(stapel, blad.uitspraak.pk),
        "verder_url": _address(stapel, None, verder=True) if stapel.nieuwer else "",
        "vorige_url": _address(stapel, vorige) if vorige else "",
        "volgende_url": _address(stapel, volgende) if volgende else "",
    }
    return render(request, "codering/nakijken.html", context, status=status)


def _address(stapel: Stapel, uitspraak_id: UUID | None, *, verder: bool = False) -> str:
    """Give the address of a statement within a pile; `verder` goes on to the newest proposals."""
    vraag = {"toon": OPEN if stapel.open else ALLE, "thema": stapel.thema.code if stapel.thema else ""}
    vraag |= {"run": "" if verder else str(stapel.run.nummer)}
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
    vraag = {naam: request.POST[naam] for naam in ("toon", "thema", "run") if request.POST.get(naam)}
    adres = reverse("codering:nakijken", args=[uitspraak.ronde_id])
    return redirect(f"{adres}?{urlencode({**vraag, 'uitspraak': str(uitspraak.pk)})}")
