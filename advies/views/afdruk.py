"""The letter on paper: preview, PDF and Word."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from advies.domain.afdruk import build_brief, list_bevindingen, name_bestand, record_versie
from advies.domain.brief import build_document
from advies.domain.opvolglijst import load_overzicht
from advies.models import Adviesconcept
from advies.views.bewerken import get_advies
from advies.views.blokken import to_blokken
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@vereist(Recht.LEZEN)
@require_GET
def voorbeeld(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Show the letter as it will lie on the table."""
    return render_voorbeeld(request, lid, get_advies(lid, advies_id))


def render_voorbeeld(request: HttpRequest, lid: Lidmaatschap, advies: Adviesconcept) -> HttpResponse:
    """Show the letter to read, and under it what each finding stands on."""
    bevindingen = list_bevindingen(advies)
    document = build_document(build_brief(advies))
    overzicht = None if advies.is_concept else load_overzicht(advies, timezone.localdate())
    context = {
        "advies": advies,
        "ronde": advies.ronde,
        "onderdeel": "advies",
        "document": document,
        "blokken": to_blokken(document),
        "bevindingen": bevindingen,
        "citaat_weg": not advies.is_concept
        and any(b.citaatbron and not b.gedrukt_citaat for b in bevindingen),
        "overzicht": overzicht,
        "mag_schrijven": lid.mag(Recht.ORGANISEREN),
    }
    return render(request, "advies/voorbeeld.html", context)


@vereist(Recht.LEZEN)
@require_GET
def pdf(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Give the letter as PDF."""
    from basis.druk.pdf import render_pdf

    advies = get_advies(lid, advies_id)
    inhoud = render_pdf(build_document(record_versie(advies)))
    return _download(inhoud, "application/pdf", name_bestand(advies, "pdf"))


@vereist(Recht.LEZEN)
@require_GET
def docx(request: HttpRequest, lid: Lidmaatschap, advies_id: UUID) -> HttpResponse:
    """Give the letter as a Word document."""
    from basis.druk.docx import render_docx

    advies = get_advies(lid, advies_id)
    inhoud = render_docx(build_document(record_versie(advies)))
    return _download(inhoud, DOCX, name_bestand(advies, "docx"))


def _download(inhoud: bytes, soort: str, naam: str) -> HttpResponse:
    kop = content_disposition_header(as_attachment=True, filename=naam) or "attachment"
    return HttpResponse(inhoud, content_type=soort, headers={"Content-Disposition": kop})
