"""Translating a questionnaire: which languages, side by side, and by way of a file for a translator."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.bestanden import XLSX, name_bestand
from peilingen.domain.vertaalwerk import choose_talen, save_vertalingen
from peilingen.domain.vertalen import find_ontbrekend, name_talen
from peilingen.enums import Herkomst
from peilingen.models import Vragenlijst
from peilingen.refusals import OnleesbaarBestand, UitBestand
from peilingen.vertaalrijen import KLOPT, KOLOMMEN, Vertaalblad
from peilingen.views.lijsten import build_pagina, get_vragenlijst
from peilingen.views.versturen import send_bestand

MAX_BESTAND = 2 * 1024 * 1024


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def vertalingen(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show how far each language is; choose the languages."""
    lijst = _get_eigen_lijst(lid, vragenlijst_id)
    if request.method == "POST":
        talen = [taal for taal in request.POST.getlist("talen") if taal in name_talen()]
        choose_talen(vragenlijst=lijst, wie=lid.gebruiker, talen=talen)
        messages.success(request, _("De talen zijn bewaard."))
        return redirect("peilingen:vertalingen", lijst.pk)
    context = {
        **build_pagina(lijst, _("Talen en vertalingen")),
        "standen": find_ontbrekend(lijst),
        "keuzes": [(taal, naam, taal in lijst.talen) for taal, naam in name_talen().items()],
    }
    return render(request, "peilingen/vertalingen.html", context)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def vertaling(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID, taal: str) -> HttpResponse:
    """Translate side by side. What fits is kept, what is too long stays on the page with what to do."""
    blad = _get_blad(lid, vragenlijst_id, taal)
    if request.method == "GET":
        return _render(request, blad)
    anders = blad.pick_changed(request.POST)
    fouten = blad.find_fouten(anders)
    aantal = save_vertalingen(
        vragenlijst=blad.lijst,
        wie=lid.gebruiker,
        taal=taal,
        teksten={plek: tekst for plek, tekst in anders.items() if plek not in fouten},
        klopt=[plek for plek in anders if KLOPT + plek in request.POST],
    )
    if fouten:
        getypt = blad.read_post(request.POST)
        return _render(request, Vertaalblad(blad.lijst, taal), getypt, fouten)
    bewaard = ngettext("%(n)s vertaling bewaard.", "%(n)s vertalingen bewaard.", aantal) % {"n": aantal}
    messages.success(request, bewaard if aantal else _("Er was niets veranderd."))
    return redirect("peilingen:vertaling", blad.lijst.pk, taal)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def vertaalbestand(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID, taal: str) -> HttpResponse:
    """Give a table for a translator elsewhere; read it back into the fields, where nothing is kept yet."""
    blad = _get_blad(lid, vragenlijst_id, taal)
    if request.method == "GET":
        return _write_bestand(blad, als_csv=request.GET.get("soort") == "csv")
    gevonden, anders = blad.read_rijen(_read_bestand(request))
    if anders:
        tekst = ngettext(
            "%(n)s vertaling hoort bij een andere Nederlandse tekst dan er nu staat. Die is niet overgenomen.",
            "%(n)s vertalingen horen bij een andere Nederlandse tekst dan er nu staat. Die zijn niet overgenomen.",
            anders,
        )
        messages.warning(request, tekst % {"n": anders})
    if not gevonden:
        messages.warning(request, _("In dit bestand staan geen vertalingen die hier passen."))
        return redirect("peilingen:vertaling", blad.lijst.pk, taal)
    klaar = ngettext(
        "%(n)s vertaling uit het bestand staat klaar. Kijk haar na en bewaar.",
        "%(n)s vertalingen uit het bestand staan klaar. Kijk ze na en bewaar.",
        len(gevonden),
    )
    messages.info(request, klaar % {"n": len(gevonden)})
    return _render(request, blad, gevonden, blad.find_fouten(gevonden))


def _get_eigen_lijst(lid: Lidmaatschap, vragenlijst_id: UUID) -> Vragenlijst:
    lijst = get_vragenlijst(lid, vragenlijst_id)
    if lijst.herkomst == Herkomst.BESTAND:
        raise UitBestand
    return lijst


def _get_blad(lid: Lidmaatschap, vragenlijst_id: UUID, taal: str) -> Vertaalblad:
    lijst = _get_eigen_lijst(lid, vragenlijst_id)
    if taal not in lijst.talen:
        raise Http404
    return Vertaalblad(lijst, taal)


def _render(
    request: HttpRequest,
    blad: Vertaalblad,
    getypt: dict[str, str] | None = None,
    fouten: dict[str, str] | None = None,
) -> HttpResponse:
    naam = name_talen()[blad.taal]
    groepen = blad.build_groepen(getypt, fouten)
    context = {
        **build_pagina(blad.lijst, naam),
        "doeltaal": blad.taal,
        "naam": naam,
        "richting": "rtl" if get_language_info(blad.taal)["bidi"] else "ltr",
        "stand": blad.rate(),
        "groepen": groepen,
        "fouten": [rij for groep in groepen for rij in groep.rijen if rij.fout],
        "voorstellen": sum(rij.voorstel for groep in groepen for rij in groep.rijen),
        "was": blad.was(),
    }
    return render(request, "peilingen/vertaling.html", context)


def _write_bestand(blad: Vertaalblad, *, als_csv: bool) -> HttpResponse:
    from io import BytesIO, StringIO

    from basis.tabel import write_csv, write_xlsx

    naam = f"{name_bestand(blad.lijst.titel)}-{blad.taal}"
    if als_csv:
        stroom = StringIO(newline="")
        write_csv(stroom, KOLOMMEN, blad.list_rijen(), scheiding=";", bom=True)
        inhoud, soort, naam = stroom.getvalue().encode(), "text/csv; charset=utf-8", f"{naam}.csv"
    else:
        bytes_ = BytesIO()
        write_xlsx(bytes_, KOLOMMEN, blad.list_rijen())
        inhoud, soort, naam = bytes_.getvalue(), XLSX, f"{naam}.xlsx"
    return send_bestand(inhoud, soort, naam)


def _read_bestand(request: HttpRequest) -> list[dict[str, str]]:
    from basis.tabel import Tabelfout, read_tabel

    bestand = request.FILES.get("bestand")
    if bestand is None:
        raise OnleesbaarBestand(_("Kies eerst een bestand."))
    if (bestand.size or 0) > MAX_BESTAND:
        raise OnleesbaarBestand(_("Dit bestand is groter dan 2 MB. Stuur alleen de lijst met vertalingen."))
    try:
        tabel = read_tabel(bestand.read(), naam=bestand.name)
        kolommen = [tabel.kolom(naam) for naam in KOLOMMEN]
    except Tabelfout as fout:
        raise OnleesbaarBestand(str(fout)) from fout
    return [dict(zip(KOLOMMEN, rij, strict=True)) for rij in zip(*kolommen, strict=True)]
