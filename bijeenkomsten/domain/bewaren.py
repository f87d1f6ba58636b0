"""Deleting notes, signals and idea cards at the end of their term, and what people threw away after an hour."""

from datetime import datetime

from django.utils import timezone

from bijeenkomsten.domain.invoer import TERUGHALEN
from bijeenkomsten.models import Ideekaart, Notitie, Signaal
from organisaties.models import Organisatie


def delete_oud(organisatie: Organisatie, grens: datetime) -> dict[str, int]:
    """Delete notes, signals and idea cards from before `grens`; count them.

    What someone deleted by hand goes too once it can no longer be brought back. That is not counted here: it
    was their act, not the end of a term.
    """
    voor = timezone.now() - TERUGHALEN
    Notitie.objects.van(organisatie).weggegooid(voor).delete()
    Signaal.objects.van(organisatie).weggegooid(voor).delete()
    notities = Notitie.objects.van(organisatie).filter(genoteerd_op__lt=grens)
    signalen = Signaal.objects.van(organisatie).filter(ontvangen_op__lt=grens.date())
    kaarten = Ideekaart.objects.van(organisatie).filter(ingediend_op__lt=grens)
    aantallen = {
        "notities": notities.count(),
        "signalen": signalen.count(),
        "ideekaarten": kaarten.count(),
    }
    notities.delete()
    signalen.delete()
    kaarten.delete()
    return aantallen
