"""Deleting notes, signals and idea cards at the end of their term."""

from datetime import datetime

from bijeenkomsten.models import Ideekaart, Notitie, Signaal
from organisaties.models import Organisatie


def delete_oud(organisatie: Organisatie, grens: datetime) -> dict[str, int]:
    """Delete notes, signals and idea cards from before `grens`."""
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
