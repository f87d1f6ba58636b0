"""The logbook: record a signal, look at them, change, delete and bring back."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bijeenkomsten.domain.signalen import change_signaal, delete_signaal, record_signaal, restore_signaal
from bijeenkomsten.domain.voorstellen import apply_voorstellen, erase_bsns, propose_maskers
from bijeenkomsten.forms import Filterformulier, Signaalformulier, add_weigering
from bijeenkomsten.models import Signaal
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.refusals import Weigering
from organisaties.toegang import get_eigen, vereist

PER_BLAD = 50
# The buttons of the page with proposals: what was found was looked at, or the text needs another look.
GEZIEN, TERUG = "gezien", "terug"


@vereist(Recht.NOTEREN)
@require_http_methods(["GET", "POST"])
def signalen(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Record a signal and list those of the ronde."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    begin = {"sleutel": uuid4().hex}
    formulier = Signaalformulier(request.POST or None, organisatie=lid.organisatie, initial=begin)
    context: dict[str, Any] = {"ronde": ronde, "onderdeel": "bijeenkomsten", "volgende_stap": None}
    if request.method == "POST" and TERUG not in request.POST and formulier.is_valid():
        velden = _read_velden(request, formulier)
        if velden is None:
            return _show_maskers(request, context, formulier)
        try:
            record_signaal(
                ronde=ronde, wie=lid.gebruiker, sleutel=formulier.cleaned_data["sleutel"], **velden
            )
        except Weigering as fout:
            add_weigering(formulier, fout)
        else:
            messages.success(request, _("Het signaal is bewaard. U kunt meteen het volgende noteren."))
            return redirect("bijeenkomsten:signalen", ronde.pk)
    return _show_lijst(request, lid, context, formulier)


@vereist(Recht.NOTEREN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, lid: Lidmaatschap, signaal_id: UUID) -> HttpResponse:
    """Change a signal."""
    signaal = _get_signaal(lid, signaal_id)
    if signaal.verwijderd_op is not None and request.method == "GET":
        return _go_deleted(signaal)
    formulier = Signaalformulier(request.POST or None, organisatie=lid.organisatie, instance=signaal)
    context: dict[str, Any] = {"ronde": signaal.ronde, "onderdeel": "bijeenkomsten", "volgende_stap": None}
    if request.method == "POST" and TERUG not in request.POST and formulier.is_valid():
        velden = _read_velden(request, formulier)
        if velden is None:
            return _show_maskers(request, context, formulier)
        try:
            change_signaal(signaal=signaal, wie=lid.gebruiker, **velden)
        except Weigering as fout:
            add_weigering(formulier, fout)
        else:
            messages.success(request, _("Het signaal is veranderd."))
            return redirect("bijeenkomsten:signalen", signaal.ronde_id)
    context |= {"form": formulier, "signaal": signaal, "kruimels": _crumbs(signaal.ronde, _("Wijzigen"))}
    status = 400 if formulier.errors else 200
    return render(request, "bijeenkomsten/signaal_form.html", context, status=status)


@vereist(Recht.NOTEREN)
@require_POST
def verwijderen(request: HttpRequest, lid: Lidmaatschap, signaal_id: UUID) -> HttpResponse:
    """Delete a signal; the list offers to bring it back."""
    signaal = _get_signaal(lid, signaal_id)
    delete_signaal(signaal=signaal, wie=lid.gebruiker)
    return _go_deleted(signaal)


@vereist(Recht.NOTEREN)
@require_POST
def terughalen(request: HttpRequest, lid: Lidmaatschap, signaal_id: UUID) -> HttpResponse:
    """Undo a deletion."""
    signaal = _get_signaal(lid, signaal_id)
    restore_signaal(signaal=signaal, wie=lid.gebruiker)
    messages.success(request, _("Het signaal staat er weer."))
    return redirect("bijeenkomsten:signalen", signaal.ronde_id)


def _go_deleted(signaal: Signaal) -> HttpResponse:
    """Go to the list, which tells from its address what can be brought back."""
    adres = reverse("bijeenkomsten:signalen", args=[signaal.ronde_id])
    return redirect(f"{adres}?{urlencode({'weg': signaal.pk})}")


def _get_signaal(lid: Lidmaatschap, signaal_id: UUID) -> Signaal:
    rijen = Signaal.objects.van(lid.organisatie).select_related("ronde__organisatie", "gebied")
    signaal: Signaal = get_eigen(rijen, lid, pk=signaal_id)
    return signaal


def _read_velden(request: HttpRequest, formulier: Signaalformulier) -> dict[str, Any] | None:
    """Give what is to be kept; None when personal data were found that the typist has not looked at yet."""
    velden = {naam: formulier.cleaned_data[naam] for naam in ("kanaal", "tekst", "gebied", "ontvangen_op")}
    velden["tekst"] = erase_bsns(velden["tekst"])
    if any(stuk.masker for stuk in propose_maskers(velden["tekst"])):
        if GEZIEN not in request.POST:
            return None
        laten = {int(nummer) for nummer in request.POST.getlist("laten_staan") if nummer.isdecimal()}
        velden["tekst"] = apply_voorstellen(velden["tekst"], laten_staan=laten)
    return velden


def _show_maskers(request: HttpRequest, context: dict[str, Any], formulier: Signaalformulier) -> HttpResponse:
    """Show what was found, before anything is kept; a BSN is gone from the page as well."""
    getypt = formulier.cleaned_data["tekst"]
    tekst = erase_bsns(getypt)
    data = request.POST.dict() | {"tekst": tekst}
    context |= {"velden": [(naam, data.get(naam, "")) for naam in formulier.fields], "adres": request.path}
    context |= {"stukken": propose_maskers(tekst), "bsn": tekst != getypt}
    return render(request, "bijeenkomsten/signaal_maskers.html", context)


def _show_lijst(
    request: HttpRequest, lid: Lidmaatschap, context: dict[str, Any], formulier: Signaalformulier
) -> HttpResponse:
    ronde = context["ronde"]
    rijen = Signaal.objects.van(lid.organisatie).filter(ronde=ronde).levend().select_related("gebied")
    filters = Filterformulier(request.GET, organisatie=lid.organisatie)
    blad = Paginator(_filter(rijen, filters), PER_BLAD).get_page(request.GET.get("page"))
    context |= {
        "form": formulier,
        "filter": filters,
        "gefilterd": any(filters.data.get(naam) for naam in filters.fields),
        "page_obj": blad,
        "weg": _find_weg(request, lid),
        "kruimels": _crumbs(ronde, ""),
    }
    status = 400 if formulier.errors else 200
    return render(request, "bijeenkomsten/signalen.html", context, status=status)


def _filter(rijen: "QuerySet[Signaal]", filters: Filterformulier) -> "QuerySet[Signaal]":
    if not filters.is_valid():
        return rijen
    gekozen = {naam: waarde for naam, waarde in filters.cleaned_data.items() if waarde}
    return rijen.filter(**gekozen)


def _find_weg(request: HttpRequest, lid: Lidmaatschap) -> Signaal | None:
    """Give the signal that was just deleted and can still be brought back."""
    try:
        sleutel = UUID(request.GET.get("weg", ""))
    except ValueError:
        return None
    weg: Signaal | None = (
        Signaal.objects.van(lid.organisatie).filter(pk=sleutel).exclude(verwijderd_op=None).first()
    )
    return weg


def _crumbs(ronde: Ronde, hier: str) -> list[dict[str, str]]:
    kruimels = [
        {"naam": _("Bijeenkomsten"), "url": reverse("bijeenkomsten:ronde", args=[ronde.pk])},
        {"naam": _("Signaalboek"), "url": reverse("bijeenkomsten:signalen", args=[ronde.pk]) if hier else ""},
    ]
    return [*kruimels, {"naam": hier, "url": ""}] if hier else kruimels
