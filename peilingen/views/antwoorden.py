"""What people answered: counts per question. Their own words are read as statements, elsewhere."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.tellen import count_antwoorden
from peilingen.models import Inzending
from peilingen.views.lijsten import build_kruimels, get_vragenlijst


@vereist(Recht.LEZEN)
@require_GET
def antwoorden(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Count the answers of a questionnaire."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    context = {
        "lijst": lijst,
        "ronde": lijst.ronde,
        "onderdeel": "ophalen",
        "aantal": Inzending.objects.van(lid.organisatie).filter(vragenlijst=lijst).count(),
        "mag_downloaden": lid.mag(Recht.ORGANISEREN),
        "tellingen": count_antwoorden(lijst),
        "kruimels": build_kruimels(lijst, _("Antwoorden")),
    }
    return render(request, "peilingen/antwoorden.html", context)
