"""Notes, signals and idea cards as sources of statements."""

from collections.abc import Iterable
from uuid import UUID

from bijeenkomsten.models import Ideekaart, Notitie, Signaal
from organisaties.domain.bronnen import Brontekst
from organisaties.enums import Kanaal

NOTITIE = "notitie"
SIGNAAL = "signaal"
IDEEKAART = "ideekaart"


class Notitieadapter:
    """Gives the texts of table notes; the table is the unit that counts count."""

    def read(self, ids: Iterable[UUID]) -> list[Brontekst]:
        """Give the texts of these notes; a note's own subject goes before its table's."""
        rijen = Notitie.objects.levend().filter(pk__in=list(ids)).select_related("tafel").order_by("pk")
        return [
            Brontekst(
                bron_id=rij.pk,
                tekst=rij.tekst,
                vraag=rij.onderwerp or rij.tafel.onderwerp,
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
            for rij in Signaal.objects.levend().filter(pk__in=list(ids)).order_by("pk")
        ]


class Ideekaartadapter:
    """Gives the texts of idea cards; each counts for itself."""

    def read(self, ids: Iterable[UUID]) -> list[Brontekst]:
        """Give the texts of these cards."""
        rijen = Ideekaart.objects.filter(pk__in=list(ids)).select_related("bijeenkomst").order_by("pk")
        return [
            Brontekst(
                bron_id=rij.pk,
                tekst=rij.tekst,
                vraag=rij.bijeenkomst.vraag,
                kanaal=Kanaal.IDEE,
                gebied_id=rij.gebied_id,
                groep=rij.groep,
                eenheid=rij.pk,
                mag_citeren=rij.mag_citeren,
            )
            for rij in rijen
        ]
