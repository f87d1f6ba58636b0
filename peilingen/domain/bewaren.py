"""Deleting answers at the end of their term, and drafts that nobody came back for."""

from datetime import datetime, timedelta

from django.db.models import Q

from organisaties.domain.tijd import round_hour
from organisaties.models import Organisatie
from peilingen.enums import Vragenlijststatus
from peilingen.models import Invoerbestand, Inzending, Inzendingconcept, Stapel

CONCEPT_BEWAREN = timedelta(hours=24)


def delete_oud(organisatie: Organisatie, grens: datetime) -> dict[str, int]:
    """Delete inzendingen, and uploads that were never read in, from before `grens`."""
    inzendingen = Inzending.objects.van(organisatie).filter(ingediend_op__lt=grens)
    aantal = inzendingen.count()
    inzendingen.delete()
    bestanden = list(Invoerbestand.objects.van(organisatie).filter(gemaakt_op__lt=grens).exclude(bestand=""))
    for invoer in bestanden:
        invoer.bestand.delete(save=True)
    return {
        "inzendingen": aantal,
        "invoerbestanden": len(bestanden),
        "stapels": delete_oude_stapels(organisatie, grens),
    }


def delete_oude_stapels(organisatie: Organisatie, grens: datetime) -> int:
    """Delete piles of paper from before `grens`, with what was typed and never counted; gives how many."""
    stapels = Stapel.objects.van(organisatie).filter(gemaakt_op__lt=grens)
    aantal: int = stapels.count()
    stapels.delete()
    return aantal


def delete_oude_concepten(organisatie: Organisatie, grens: datetime) -> dict[str, int]:
    """Delete what was typed and never sent: a day after the last change, or after closing.

    `grens` lies the organisation's term before now. The hour of the last change is rounded down, so the current hour
    is too: a draft is never gone within the day that the resident was told.
    """
    nu = grens + timedelta(days=organisatie.bewaardagen)
    oud = Q(bijgewerkt_op__lt=round_hour(nu) - CONCEPT_BEWAREN)
    dicht = Q(
        vragenlijst__status=Vragenlijststatus.GESLOTEN, vragenlijst__gesloten_op__lt=nu - CONCEPT_BEWAREN
    )
    weg = Inzendingconcept.objects.van(organisatie).filter(oud | dicht)
    aantal = weg.count()
    weg.delete()
    return {"concepten": aantal}
