"""Writing the audit log."""

from django.db import models

from organisaties.models import Auditregel, Gebruiker, Organisatie


def log_handeling(
    *,
    organisatie: Organisatie,
    wie: Gebruiker | None,
    handeling: str,
    op: models.Model | None,
    omschrijving: str = "",
) -> Auditregel:
    """Add a line; call it inside the transaction of the act it tells of.

    `wie` is None only for what the machine does by rule, such as deletion at the end of a term.
    """
    return Auditregel.objects.create(
        organisatie=organisatie,
        wie=wie,
        handeling=handeling,
        object_soort=op._meta.label_lower if op else "",
        object_id=op.pk if op else None,
        omschrijving=omschrijving[:300],
    )
