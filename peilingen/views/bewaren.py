"""What of a questionnaire is kept until when, and what was deleted."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.bewaarplan import describe_bewaarplan
from peilingen.views.lijsten import build_pagina, get_vragenlijst


@vereist(Recht.ORGANISEREN)
@require_GET
def bewaren(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show what goes when."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    context = {
        **build_pagina(lijst, _("Bewaren en verwijderen")),
        "plan": describe_bewaarplan(lijst),
        "mag_termijn": lid.mag(Recht.BEHEREN),
    }
    return render(request, "peilingen/bewaren.html", context)
