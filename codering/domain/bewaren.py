"""Deleting statements, and what is of no use without them: vectors, and groups that the machine found."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from codering.models import Inbedding, Kandidaatthema, Modelvraag, Runuitkomst, Uitspraak
from organisaties.models import Organisatie


def delete_oud(organisatie: Organisatie, grens: datetime) -> dict[str, int]:
    """Delete statements whose source is from before `grens`, with all that hangs on them."""
    oud = Uitspraak.objects.van(organisatie).filter(
        Q(antwoord__inzending__ingediend_op__lt=grens)
        | Q(notitie__genoteerd_op__lt=grens)
        | Q(signaal__ontvangen_op__lt=grens.date())
        | Q(ideekaart__ingediend_op__lt=grens)
    )
    aantal = oud.count()
    if not aantal:
        return {}
    oud.delete()
    delete_lege_kandidaten()
    erase_antwoorden()
    return {"uitspraken": aantal, "inbeddingen": delete_losse_inbeddingen()}


def delete_losse_inbeddingen() -> int:
    """Delete vectors of texts that no statement has any more; gives how many."""
    nodig = Uitspraak.objects.filter(inhoudhash=OuterRef("inhoudhash"))
    aantal, _soorten = Inbedding.objects.filter(~Exists(nodig)).delete()
    return aantal


def delete_lege_kandidaten() -> int:
    """Delete groups none of whose statements is left, for their names are words of those; gives how many.

    A theme that was made of such a group stays: its name is a person's.
    """
    hier = Q(kandidaat=OuterRef("pk")) | Q(deel=OuterRef("pk"))
    over = Runuitkomst.objects.filter(hier).order_by()
    aantal, _soorten = Kandidaatthema.objects.filter(~Exists(over)).delete()
    return aantal


def erase_antwoorden() -> int:
    """Erase what a language model answered about statements that are gone, for it may repeat them; gives how many.

    What it said of the other statements in the same question stays, in codes.
    """
    weg = list(Modelvraag.objects.met_verdwenen().values_list("pk", flat=True))
    return Modelvraag.objects.filter(pk__in=weg).update(antwoord="")
