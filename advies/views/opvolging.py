"""What came of the letters of a ronde: the overview, sending, and entering an answer point by point."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from advies.domain.opvolgen import propose_termijn, send_advies, unsend_advies
from advies.domain.opvolglijst import count_keuzes, list_brieven
from advies.enums import Puntfilter
from advies.forms import Standformulier, Verzendformulier
from advies.models import Adviesconcept, Toezegging
from advies.views.bewerken import get_advies
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist

Formulieren = Mapping[UUID, forms.Form]


@vereist(Recht.LEZEN)
@require_GET
def opvolging(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Show per letter what was answered, promised and done."""
    return render_opvolging(request, lid, get_eigen(Ronde, lid, pk=ronde_id))


def render_opvolging(
    request: HttpRequest, lid: Lidmaatschap, ronde: Ronde, getypt: Formulieren | None = None
) -> HttpResponse:
    """Show the overview; `getypt` holds per letter or promise the form that could not be saved."""
    vandaag = timezone.localdate()
    keuze = read_keuze(request)
    brieven = list_brieven(ronde, vandaag)
    if lid.mag(Recht.ORGANISEREN):
        for brief in brieven:
            _add_forms(brief.advies, vandaag, getypt or {})
    fouten = list((getypt or {}).values())
    context = {
        "ronde": ronde,
        "onderdeel": "opvolging",
        "brieven": [(brief, brief.choose(keuze)) for brief in brieven],
        "keuzes": count_keuzes(brieven),
        "keuze": keuze,
        "mag_invoeren": lid.mag(Recht.ORGANISEREN),
        "concept": None if brieven else _find_concept(lid, ronde),
        "fouten": fouten,
        "form": fouten[0] if fouten else None,
    }
    return render(request, "advies/opvolging.html", context, status=422 if fouten else 200)


def _find_concept(lid: Lidmaatschap, ronde: Ronde) -> Adviesconcept | None:
    return Adviesconcept.objects.van(lid.organisatie).filter(ronde=ronde).first()


def _add_forms(advies: Adviesconcept, vandaag: date, getypt: Formulieren) -> None:
    """Hang on the letter the form of sending, and on each promise the form of its stand."""
    datum = advies.verstuurd_op or min(advies.datum or vandaag, vandaag)
    termijn = advies.reactietermijn or propose_termijn(datum)
    verzending = Verzendformulier(prefix=f"v-{advies.pk}", initial={"datum": datum, "termijn": termijn})
    vars(advies)["formulier"] = getypt.get(advies.pk, verzending)
    for punt in advies.adviespunten.all():
        for rij in punt.toezeggingen.all():
            vars(rij)["formulier"] = getypt.get(rij.pk) or make_standformulier(rij)


def make_standformulier(toezegging: Toezegging, data: Mapping[str, str] | None = None) -> Standformulier:
    """Give the form of how a promise stands, today unless someone says otherwise."""
    huidig = {"status": toezegging.status, "toelichting": toezegging.toelichting}
    return Standformulier(data, prefix=f"s-{toezegging.pk}", initial=huidig)


def read_keuze(request: HttpRequest) -> str:
    """Give which points were asked for, all by default."""
    keuze = request.POST.get("keuze") or request.GET.get("keuze") or ""
    return keuze if keuze in Puntfilter.values else Puntfilter.ALLES


def to_opvolging(request: HttpRequest, ronde_id: UUID, anker: str = "", **vraag: object) -> HttpResponse:
    """Go back to the overview, at the part in question, with the same choice of points."""
    keuze = read_keuze(request)
    delen = {**({} if keuze == Puntfilter.ALLES else {"keuze": keuze}), **vraag}
    zoek = "&".join(f"{naam}={waarde}" for naam, waarde in delen.items())
    adres = reverse("advies:opvolging", args=[ronde_id])
    return redirect(f"{adres}{'?' if zoek else ''}{zoek}{'#' if anker else ''}{anker}")


@vereist(Recht.ORGANISEREN)
@require_POST
def versturen(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Note that the letter was sent."""
    advies = get_advies(lid, advies_id)
    formulier = Verzendformulier(request.POST, prefix=f"v-{advies.pk}")
    if not formulier.is_valid():
        return render_opvolging(request, lid, advies.ronde, {advies.pk: formulier})
    send_advies(advies=advies, wie=lid.gebruiker, **formulier.cleaned_data)
    messages.success(request, _("Bewaard. Vul hier in wat de gemeente antwoordt, zodra u iets hoort."))
    return to_opvolging(request, advies.ronde_id, f"brief-{advies.pk}")


@vereist(Recht.ORGANISEREN)
@require_POST
def niet_verstuurd(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Take back that the letter was sent."""
    advies = get_advies(lid, advies_id)
    unsend_advies(advies=advies, wie=lid.gebruiker)
    messages.success(request, _("De brief staat weer als nog niet verstuurd."))
    return to_opvolging(request, advies.ronde_id, f"brief-{advies.pk}")
