"""Deleting notes and signals at the end of their term."""

from datetime import datetime

from bijeenkomsten.models import Notitie, Signaal
from organisaties.models import Organisatie


def delete_oud(organisatie: Organisatie, grens: datetime) -> dict[str, int]:
    """Delete notes and signals from before `grens`."""
    notities = Notitie.objects.van(organisatie).filter(genoteerd_op__lt=grens)
    signalen = Signaal.objects.van(organisatie).filter(ontvangen_op__lt=grens.date())
    aantallen = {"notities": notities.count(), "signalen": signalen.count()}
    notities.delete()
    signalen.delete()
    return aantallen
