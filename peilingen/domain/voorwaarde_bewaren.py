"""Changing the condition of a question."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker
from peilingen.domain.voorwaarden import write_voorwaarde
from peilingen.domain.voorwaarderegels import clean_voorwaarde
from peilingen.domain.vragen import lock_te_veranderen
from peilingen.models import Vraag


@transaction.atomic
def change_voorwaarde(*, vraag: Vraag, wie: Gebruiker, voorwaarde: Mapping[str, Any]) -> Vraag:
    """Keep when a question is asked, as JSON of rules; {} for always.

    Raises OnjuisteVoorwaarde, and what `lock_te_veranderen` raises.
    """
    vast = lock_te_veranderen(vraag.vragenlijst)
    vragen = list(Vraag.objects.filter(vragenlijst=vast).prefetch_related("keuzes"))
    rij = next(andere for andere in vragen if andere.pk == vraag.pk)
    nieuw = write_voorwaarde(clean_voorwaarde(rij, voorwaarde, vragen))
    if nieuw == rij.voorwaarde:
        return rij
    rij.voorwaarde = nieuw
    rij.save(update_fields=["voorwaarde"])
    log_handeling(
        organisatie=vast.ronde.organisatie,
        wie=wie,
        handeling="voorwaarde_veranderd",
        op=rij,
        omschrijving=rij.tekst,
    )
    return rij
