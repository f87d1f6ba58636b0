"""Answers as a source of statements."""

from collections.abc import Iterable
from uuid import UUID

from organisaties.domain.bronnen import Brontekst
from peilingen.models import Antwoord

BRONSOORT = "antwoord"


class Antwoordadapter:
    """Gives the texts of open answers."""

    def read(self, ids: Iterable[UUID]) -> list[Brontekst]:
        """Give the texts of these answers; a respondent is the unit that counts count."""
        rijen = Antwoord.objects.filter(pk__in=list(ids)).select_related("inzending", "vraag").order_by("pk")
        return [
            Brontekst(
                bron_id=rij.pk,
                tekst=rij.tekst,
                vraag=rij.vraag.tekst,
                kanaal=rij.inzending.kanaal,
                gebied_id=rij.inzending.gebied_id,
                groep=rij.inzending.groep,
                eenheid=rij.inzending_id,
                mag_citeren=rij.inzending.mag_citeren,
            )
            for rij in rijen
        ]
