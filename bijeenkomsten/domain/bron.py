"""Notes and signals as sources of statements."""

from collections.abc import Iterable
from uuid import UUID

from bijeenkomsten.models import Notitie, Signaal
from organisaties.domain.bronnen import Brontekst
from organisaties.enums import Kanaal

NOTITIE = "notitie"
SIGNAAL = "signaal"


class Notitieadapter:
    """Gives the texts of table notes; the table is the unit that counts count."""

    def read(self, ids: Iterable[UUID]) -> list[Brontekst]:
        """Give the texts of these notes."""
        rijen = Notitie.objects.filter(pk__in=list(ids)).select_related("tafel").order_by("pk")
        return [
            Brontekst(
                bron_id=rij.pk,
                tekst=rij.tekst,
                vraag=rij.tafel.onderwerp,
                kanaal=Kanaal.TAFEL,
                gebied_id=rij.gebied_id or rij.tafel.gebied_id,
                groep="",
                eenheid=rij.tafel_id,
            )
            for rij in rijen
        ]


class Signaaladapter:
    """Gives the texts of signals; each counts for itself."""

    def read(self, ids: Iterable[UUID]) -> list[Brontekst]:
        """Give the texts of these signals."""
        return [
            Brontekst(
                bron_id=rij.pk,
                tekst=rij.tekst,
                vraag="",
                kanaal=rij.kanaal,
                gebied_id=rij.gebied_id,
                groep="",
                eenheid=rij.pk,
            )
            for rij in Signaal.objects.filter(pk__in=list(ids)).order_by("pk")
        ]
