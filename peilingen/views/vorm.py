"""A questionnaire as a file: taking it along as JSON or XLSForm, and making a draft of such a file."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist
from peilingen.domain.bestanden import XLSX, name_bestand
from peilingen.domain.vorm.json_lezen import read_json
from peilingen.domain.vorm.json_schrijven import write_json
from peilingen.domain.vorm.lezen import read_formulier
from peilingen.domain.vorm.melden import list_verlies
from peilingen.domain.vorm.rijen import create_from_vorm, read_vorm
from peilingen.domain.vorm.typen import Overgezet
from peilingen.domain.vorm.xlsform_schrijven import write_xlsform
from peilingen.enums import ZONDER_ANTWOORD
from peilingen.refusals import OnleesbaarFormulier
from peilingen.views.lijsten import build_pagina, get_vragenlijst
from peilingen.views.versturen import send_bestand
from peilingen.vormformulieren import Formulierupload


@vereist(Recht.LEZEN)
@require_GET
def formulierbestand(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Offer the questionnaire as a file, and say what does not go along; `soort` gives the file itself."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    vorm, naam = read_vorm(lijst), name_bestand(lijst.titel)
    if request.GET.get("soort") == "json":
        return send_bestand(write_json(vorm), "application/json", f"{naam}.json")
    if request.GET.get("soort") == "xlsform":
        return send_bestand(write_xlsform(vorm)[0], XLSX, f"{naam}.xlsx")
    context = {
        **build_pagina(lijst, _("Vragenlijst als bestand")),
        "verlies": list_verlies(vorm),
    }
    return render(request, "peilingen/formulierbestand.html", context)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def formulier_inlezen(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Take a form file, show what would come of it, and make a draft.

    Between the two the questionnaire travels in the page, as a form file, so nothing is kept that nobody wants.
    """
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    if request.method == "POST" and "vorm" in request.POST:
        return _create(request, lid, ronde)
    formulier = Formulierupload(*((request.POST, request.FILES) if request.method == "POST" else ()))
    gelezen: Overgezet | None = None
    if formulier.is_valid():
        try:
            gelezen = read_formulier(formulier.cleaned_data["bestand"].read())
        except OnleesbaarFormulier as fout:
            formulier.add_error("bestand", str(fout))
    return _show_inlezen(request, ronde, formulier, gelezen)


def _create(request: HttpRequest, lid: Lidmaatschap, ronde: Ronde) -> HttpResponse:
    """Make the draft; what cannot be made is refused with its place, before anything is written."""
    vorm = read_json(request.POST["vorm"].encode(errors="replace")).vorm
    lijst = create_from_vorm(ronde=ronde, wie=lid.gebruiker, vorm=vorm)
    messages.success(request, _("De vragenlijst staat klaar als concept. Lees hem na voor u hem opent."))
    return redirect("peilingen:vragenlijst", lijst.pk)


def _show_inlezen(
    request: HttpRequest, ronde: Ronde, formulier: Formulierupload, gelezen: Overgezet | None
) -> HttpResponse:
    context = {
        "ronde": ronde,
        "onderdeel": "ophalen",
        "form": formulier,
        "gelezen": gelezen,
        "vorm": write_json(gelezen.vorm).decode() if gelezen else "",
        "vragen": _describe_vragen(gelezen) if gelezen else [],
        "volgende_stap": None,
        "kruimels": [
            {"naam": _("Vragenlijsten"), "url": reverse("peilingen:ronde", args=[ronde.pk])},
            {"naam": _("Formulier inlezen"), "url": ""},
        ],
    }
    return render(
        request, "peilingen/formulier_inlezen.html", context, status=400 if formulier.errors else 200
    )


def _describe_vragen(gelezen: Overgezet) -> list[dict[str, object]]:
    """Give number, words and kind of each row, for reading it through."""
    rijen: list[dict[str, object]] = []
    nummer = 0
    for vraag in gelezen.vorm.vragen:
        nummer += vraag.soort not in ZONDER_ANTWOORD
        rijen.append(
            {
                "nummer": nummer if vraag.soort not in ZONDER_ANTWOORD else "",
                "tekst": vraag.tekst,
                "soort": vraag.soort.label,
                "keuzes": len(vraag.keuzes),
                "voorwaarde": vraag.voorwaarde is not None,
            }
        )
    return rijen
