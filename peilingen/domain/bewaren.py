"""Deleting answers at the end of their term."""

from datetime import datetime

from organisaties.models import Organisatie
from peilingen.models import Invoerbestand, Inzending


def delete_oud(organisatie: Organisatie, grens: datetime) -> dict[str, int]:
    """Delete inzendingen, and uploads that were never read in, from before `grens`."""
    inzendingen = Inzending.objects.van(organisatie).filter(ingediend_op__lt=grens)
    aantal = inzendingen.count()
    inzendingen.delete()
    bestanden = list(Invoerbestand.objects.van(organisatie).filter(gemaakt_op__lt=grens).exclude(bestand=""))
    for invoer in bestanden:
        invoer.bestand.delete(save=True)
    return {"inzendingen": aantal, "invoerbestanden": len(bestanden)}
