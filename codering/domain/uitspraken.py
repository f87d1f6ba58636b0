"""From changed sources to statements."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction

from codering.domain.bewaren import delete_losse_inbeddingen
from codering.domain.snijden import Gesneden, cut_bronteksten, make_uitspraken, merge_uitspraken
from codering.models import Uitspraak
from organisaties.domain.bronnen import Brontekst, get_bronadapter
from organisaties.enums import Wijzigingsoort
from organisaties.models import Bronwijziging

PER_KEER = 400


@dataclass(frozen=True, slots=True)
class Bronnen:
    """Changed sources of one kind in one ronde; `levend` are those that may still have a text."""

    bronsoort: str
    ronde_id: UUID
    alle: frozenset[UUID]
    levend: frozenset[UUID]

    def read(self) -> list[Brontekst]:
        """Ask the source's own room for the texts as they are now."""
        return sorted(get_bronadapter(self.bronsoort).read(sorted(self.levend)), key=lambda tekst: tekst.bron_id)

    def uitspraken(self) -> dict[UUID, list[Uitspraak]]:
        """Give the statements that there are of these sources, in order."""
        bekend: dict[UUID, list[Uitspraak]] = {}
        zoek = {f"{self.bronsoort}_id__in": self.alle}
        for uitspraak in Uitspraak.objects.filter(**zoek).order_by("volgnummer"):
            bekend.setdefault(getattr(uitspraak, f"{self.bronsoort}_id"), []).append(uitspraak)
        return bekend


def process_wijzigingen(*, hoogstens: int = PER_KEER) -> bool:
    """Bring the statements in line with the oldest changes; True when more may wait.

    Masking and cutting, the slow part, happens before the transaction, so that nobody's writing waits for it.
    Inside the transaction each text is read again; one that changed meanwhile keeps its row and is done in the
    next round. The rows are deleted with the change, so that each is worked in once and no trace of the order
    of arrival remains.
    """
    oudste = list(Bronwijziging.objects.open()[:hoogstens])
    gesneden = {bronnen: _cut(bronnen) for bronnen in _group(oudste)}
    with transaction.atomic():
        vast = Bronwijziging.objects.filter(pk__in=[rij.pk for rij in oudste]).order_by("volgorde")
        rijen = list(vast.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked))
        te_laat: set[UUID] = set()
        for bronnen in _group(rijen):
            te_laat |= _process(bronnen, gesneden)
        klaar = [rij.pk for rij in rijen if rij.bron_id not in te_laat]
        Bronwijziging.objects.filter(pk__in=klaar).delete()
    return len(oudste) == hoogstens or bool(te_laat)


def _group(wijzigingen: Iterable[Bronwijziging]) -> list[Bronnen]:
    """Gather changes per kind and ronde; the last change of a source says whether it is still there."""
    laatste: dict[tuple[str, UUID], dict[UUID, str]] = {}
    for rij in wijzigingen:
        laatste.setdefault((rij.bronsoort, rij.ronde_id), {})[rij.bron_id] = rij.soort
    return [
        Bronnen(
            bronsoort,
            ronde_id,
            frozenset(soorten),
            frozenset(bron_id for bron_id, soort in soorten.items() if soort != Wijzigingsoort.VERWIJDERD),
        )
        for (bronsoort, ronde_id), soorten in sorted(laatste.items())
    ]
