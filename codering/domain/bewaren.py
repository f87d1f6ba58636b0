"""Deleting statements, and the vectors that no statement needs any more."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from codering.models import Inbedding, Uitspraak
from organisaties.models import Organisatie


def delete_oud(organisatie: Organisatie, grens: datetime) -> dict[str, int]:
    """Delete statements whose source is from before `grens`, with all that hangs on them."""
    oud = Uitspraak.objects.van(organisatie).filter(
        Q(antwoord__inzending__ingediend_op__lt=grens)
        | Q(notitie__genoteerd_op__lt=grens)
        | Q(signaal__ontvangen_op__lt=grens.date())
    )
    aantal = oud.count()
    if aantal:
        oud.delete()
    return {"uitspraken": aantal, "inbeddingen": delete_losse_inbeddingen()}


def delete_losse_inbeddingen() -> int:
    """Delete vectors of texts that no statement has any more; gives how many."""
    nodig = Uitspraak.objects.filter(inhoudhash=OuterRef("inhoudhash"))
    aantal, _soorten = Inbedding.objects.filter(~Exists(nodig)).delete()
    return aantal
