"""Which member is asking, and in which organisation."""

from typing import TYPE_CHECKING
from uuid import UUID

from organisaties.models import Lidmaatschap

if TYPE_CHECKING:
    from django.http import HttpRequest

SESSIESLEUTEL = "organisatie"


def find_lidmaatschap(request: "HttpRequest") -> Lidmaatschap | None:
    """Give the signed-in user's membership of the chosen organisation, else of the first one."""
    if not request.user.is_authenticated:
        return None
    mijne = Lidmaatschap.objects.filter(gebruiker=request.user).select_related("organisatie", "gebruiker")
    gekozen = request.session.get(SESSIESLEUTEL)
    if gekozen and (lid := mijne.filter(organisatie_id=gekozen).first()):
        return lid
    return mijne.first()


def choose_organisatie(*, request: "HttpRequest", organisatie_id: UUID) -> bool:
    """Remember which of their organisations the user works for; False when it is not theirs."""
    mijne = Lidmaatschap.objects.filter(gebruiker_id=str(request.user.pk), organisatie_id=organisatie_id)
    if not mijne.exists():
        return False
    request.session[SESSIESLEUTEL] = str(organisatie_id)
    return True
