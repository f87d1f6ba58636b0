"""What the views of the letter share: finding it, showing it as forms, and saving what was typed."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, cast
from uuid import UUID, uuid4

from django.core.cache import cache
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from advies.domain.afdruk import find_nummers
from advies.domain.concept import save_teksten
from advies.domain.samenvoegen import hash_veld
from advies.domain.vaststellen import find_open_punten
from advies.domain.verversen import find_verouderd
from advies.forms import Briefbewerking, read_basis
from advies.models import Adviesconcept
from advies.refusals import AlVastgesteld
from codering.models import Thema
from inzicht.domain.woorden import join_nl
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen, vereist

BEWAARKOP = "X-Grondvlak-Bewaar"
DAG = 60 * 60 * 24


def adviezen(lid: Lidmaatschap) -> QuerySet[Adviesconcept]:
    """Give the organisation's letters with what every page of one needs."""
    rijen = Adviesconcept.objects.van(lid.organisatie)
    return cast(
        "QuerySet[Adviesconcept]", rijen.select_related("ronde__organisatie", "momentopname__run__codeboek")
    )


def get_advies(lid: Lidmaatschap, advies_id: UUID) -> Adviesconcept:
    """Give one letter of the organisation."""
    return get_eigen(adviezen(lid), lid, pk=advies_id)


def to_brief(advies: Adviesconcept, anker: str = "") -> HttpResponse:
    """Go back to the letter, at the part in question."""
    adres = reverse("advies:brief", args=[advies.pk])
    return redirect(f"{adres}#{anker}" if anker else adres)


def open_bewerking(advies: Adviesconcept, data: Mapping[str, object] | None = None) -> Briefbewerking:
    """Give the letter as forms, filled with `data` where someone typed."""
    organisatie = advies.ronde.organisatie
    bevindingen = list(
        advies.bevindingen.order_by("volgorde")
        .select_related("citaat__uitspraak", "momentopname", "advies__ronde__organisatie")
        .prefetch_related("themas")
    )
    punten = list(advies.adviespunten.order_by("volgorde").prefetch_related("bevindingen"))
    gekozen = {thema.pk for bevinding in bevindingen for thema in bevinding.themas.all()}
    run = advies.momentopname.run
    themas = Thema.objects.van(organisatie).filter(codeboek=run.codeboek_id if run else None)
    themas |= Thema.objects.van(organisatie).filter(pk__in=gekozen)
    return Briefbewerking(advies, bevindingen, punten, themas.order_by("volgorde"), data)


def render_bewerking(
    request: HttpRequest,
    advies: Adviesconcept,
    bewerking: Briefbewerking,
    botsingen: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the letter to write in."""
    bevindingen = [paar for paar in bewerking.bevindingen if paar[0].weggehaald_op is None]
    rijen = [bevinding for bevinding, _formulier in bevindingen]
    punten = [paar for paar in bewerking.adviespunten if paar[0].weggehaald_op is None]
    nummers = find_nummers([punt for punt, _formulier in punten], rijen)
    stand = find_verouderd(advies, rijen)
    bewerking.mark_botsingen(botsingen or {})
    open_punten = find_open_punten(advies, rijen, [punt for punt, _f in punten], verouderd=stand.iets)
    context = {
        "advies": advies,
        "ronde": advies.ronde,
        "onderdeel": "advies",
        "bewerking": bewerking,
        "bevindingen": bevindingen,
        "adviespunten": [(punt, f, join_nl([str(n) for n in nummers[punt.pk]])) for punt, f in punten],
        "weggehaald": _removed(bewerking),
        "cijferstand": stand,
        "open_punten": open_punten,
        "mag_schrijven": True,
        "moet_nog": any(punt.moet for punt in open_punten),
        "teken": uuid4().hex,
    }
    return render(request, "advies/brief.html", context, status=status)


def _removed(bewerking: Briefbewerking) -> list[tuple[str, object]]:
    weg = [("bevindingen", bevinding) for bevinding, _f in bewerking.bevindingen if bevinding.weggehaald_op]
    return weg + [("adviespunten", punt) for punt, _f in bewerking.adviespunten if punt.weggehaald_op]


def save_first(request: HttpRequest, lid: Lidmaatschap, advies: Adviesconcept) -> HttpResponse | None:
    """Save what the letter's form brought along; gives a page when a person must look first.

    Every button of the letter sends the whole form, so no button loses what was typed.
    """
    if "teken" not in request.POST:
        return None
    stil = BEWAARKOP in request.headers
    bewerking = open_bewerking(advies, request.POST)
    if not bewerking.is_valid():
        return HttpResponse(status=422) if stil else render_bewerking(request, advies, bewerking, status=422)
    velden = bewerking.to_velden()
    sleutel = f"brief-{advies.pk}-{request.POST['teken'][:40]}"
    basis = read_basis(request.POST.get("basis", "")) | cache.get(sleutel, {})
    try:
        botsingen = save_teksten(advies=advies, wie=lid.gebruiker, velden=velden, basis=basis)
    except AlVastgesteld:
        return _render_te_laat(request, advies, bewerking, velden)
    # What this page sent is what it starts from next time; what clashed still is not.
    cache.set(sleutel, {n: hash_veld(t) for n, t in velden.items() if n not in botsingen}, DAG)
    if not botsingen:
        return None
    if stil:
        return HttpResponse(status=409)
    vers = open_bewerking(get_advies(lid, advies.pk), request.POST)
    vers.is_valid()
    return render_bewerking(request, advies, vers, botsingen, status=409)


def briefknop(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view of what a button of the letter's form does: it gets the letter, after all was saved.

    @briefknop
    def weghalen(request, lid, advies, soort, deel_id): ...
    """

    @vereist(Recht.ORGANISEREN)
    @require_POST
    @wraps(view)
    def knop(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID, **wat: Any) -> HttpResponse:
        advies = get_advies(lid, advies_id)
        return save_first(request, lid, advies) or view(request, lid, advies, **wat)

    return knop


def _render_te_laat(
    request: HttpRequest, advies: Adviesconcept, bewerking: Briefbewerking, velden: Mapping[str, str]
) -> HttpResponse:
    """Give back what was typed in a letter that was settled meanwhile."""
    anders = [tekst for naam, tekst in velden.items() if tekst and bewerking.nu.get(naam, "") != tekst]
    context = {"advies": advies, "ronde": advies.ronde, "onderdeel": "advies", "teksten": anders}
    return render(request, "advies/te_laat.html", context, status=409)
