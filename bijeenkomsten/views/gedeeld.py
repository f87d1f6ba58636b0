"""What the staff pages of this room share."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from bijeenkomsten.models import Bijeenkomst
from organisaties.models import Lidmaatschap
from organisaties.refusals import Weigering
from organisaties.toegang import get_eigen


def get_bijeenkomst(lid: Lidmaatschap, bijeenkomst_id: UUID) -> Bijeenkomst:
    """Give a meeting of the member's organisation with its ronde and its numbers."""
    rijen = Bijeenkomst.objects.van(lid.organisatie).select_related("ronde__organisatie", "plek")
    gevonden: Bijeenkomst = get_eigen(rijen.met_aantallen(), lid, pk=bijeenkomst_id)
    return gevonden


def build_context(avond: Bijeenkomst, hier: str = "") -> dict[str, Any]:
    """Give what every page of a meeting shows; `hier` names a page below that of the meeting itself."""
    kruimels = [
        {"naam": _("Bijeenkomsten"), "url": reverse("bijeenkomsten:ronde", args=[avond.ronde_id])},
        {"naam": avond.titel, "url": reverse("bijeenkomsten:bijeenkomst", args=[avond.pk]) if hier else ""},
    ]
    return {
        "ronde": avond.ronde,
        "bijeenkomst": avond,
        "onderdeel": "bijeenkomsten",
        "kruimels": [*kruimels, {"naam": hier, "url": ""}] if hier else kruimels,
        "volgende_stap": None,
    }


def act_or_tell(request: HttpRequest, doe: Callable[[], object], gelukt: str) -> None:
    """Do an act and say so; when it is refused, say why on the page that comes next."""
    try:
        doe()
    except Weigering as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, gelukt)
