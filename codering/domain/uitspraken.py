"""From changed sources to statements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F

from codering.domain.bewaren import delete_lege_kandidaten, delete_losse_inbeddingen, erase_antwoorden
from codering.domain.citaten import withdraw_geweigerde
from codering.domain.snijden import (
    Gesneden,
    cut_bronteksten,
    hash_bron,
    list_plaatsnamen,
    make_uitspraken,
)
from codering.models import Uitspraak
from codering.tasks import plan_analyse, plan_vooruit
from organisaties.domain.bronnen import Brontekst, get_bronadapter
from organisaties.enums import Wijzigingsoort
from organisaties.models import Bronwijziging

PER_KEER = 400
PER_VRAAG = 200
OPZIJ = 16_000
KENMERKEN = ("kanaal", "gebied", "groep", "eenheid", "mag_citeren")
INHOUD = ("volgnummer", "begin", "eind", "vraag", "bronhash", "taal", "kwaliteit", "zoektekst", *KENMERKEN)


@dataclass(frozen=True, slots=True)
class Bronnen:
    """Changed sources of one kind in one ronde; `levend` are those that may still have a text."""

    bronsoort: str
    ronde_id: UUID
    alle: tuple[UUID, ...]
    levend: tuple[UUID, ...]

    def read(self) -> list[Brontekst]:
        """Ask the source's own room for the texts as they are now."""
        return sorted(get_bronadapter(self.bronsoort).read(self.levend), key=lambda tekst: tekst.bron_id)

    def uitspraken(self) -> dict[UUID, list[Uitspraak]]:
        """Give the statements that there are of these sources."""
        bekend: dict[UUID, list[Uitspraak]] = {}
        eigen = Uitspraak.objects.filter(**{f"{self.bronsoort}_id__in": self.alle})
        for uitspraak in eigen.order_by("volgnummer"):
            bekend.setdefault(getattr(uitspraak, f"{self.bronsoort}_id"), []).append(uitspraak)
        return bekend


@dataclass(slots=True)
class Verschil:
    """What has to be stored: gone, the same words with other features, the same statement moved, new."""

    bronnen_weg: bool = False
    weg: list[UUID] = field(default_factory=list)
    gelijk: list[Uitspraak] = field(default_factory=list)
    verplaatst: list[Uitspraak] = field(default_factory=list)
    nieuw: list[Uitspraak] = field(default_factory=list)

    def merge(self, oud: list[Uitspraak], nieuw: list[Uitspraak]) -> None:
        """A changed source: a statement whose words are still there stays, with people's decisions on it."""
        over: dict[str, list[Uitspraak]] = {}
        for uitspraak in oud:
            over.setdefault(uitspraak.inhoudhash, []).append(uitspraak)
        for uitspraak in nieuw:
            if over.get(uitspraak.inhoudhash):
                uitspraak.pk = over[uitspraak.inhoudhash].pop(0).pk
                self.verplaatst.append(uitspraak)
            else:
                self.nieuw.append(uitspraak)
        self.weg += [uitspraak.pk for rest in over.values() for uitspraak in rest]

    def store(self) -> None:
        """Write it down.

        Vectors and groups are looked at also when no statement is deleted here: where the source is gone, its
        statements went with it. A quote goes when its speaker does not want to be quoted after all. Numbers are
        moved out of the way first, because a number is used once per source.
        """
        Uitspraak.objects.filter(pk__in=self.weg).delete()
        if self.weg or self.bronnen_weg:
            delete_losse_inbeddingen()
            delete_lege_kandidaten()
            erase_antwoorden()
        Uitspraak.objects.filter(pk__in=[u.pk for u in self.verplaatst]).update(
            volgnummer=F("volgnummer") + OPZIJ
        )
        Uitspraak.objects.bulk_update(self.verplaatst, INHOUD, batch_size=PER_VRAAG)
        Uitspraak.objects.bulk_update(self.gelijk, KENMERKEN, batch_size=PER_VRAAG)
        Uitspraak.objects.bulk_create(self.nieuw, batch_size=PER_VRAAG)
        withdraw_geweigerde(u.pk for u in (*self.gelijk, *self.verplaatst) if u.mag_citeren is False)


def process_wijzigingen(*, hoogstens: int = PER_KEER) -> bool:
    """Bring the statements in line with the oldest changes; True when more may wait.

    Masking and cutting, the slow part, happens before the transaction, so that nobody's writing waits for
    it. Inside, each text is read again; one that changed meanwhile keeps its row for the next time. The other
    rows are deleted in the same transaction: each change is worked in once, and no order of arrival remains.
    """
    oudste = list(Bronwijziging.objects.open()[:hoogstens])
    gesneden: dict[UUID, Gesneden] = {}
    for bronnen in _group(oudste):
        gesneden.update(_cut(bronnen))
    te_laat: set[UUID] = set()
    with transaction.atomic():
        vast = Bronwijziging.objects.open().filter(pk__in=[rij.pk for rij in oudste])
        rijen = list(
            vast.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
        )
        for bronnen in _group(rijen):
            te_laat |= _process(bronnen, gesneden)
        Bronwijziging.objects.filter(pk__in=[rij.pk for rij in rijen if rij.bron_id not in te_laat]).delete()
    return len(oudste) == hoogstens or bool(te_laat)


def _group(wijzigingen: Iterable[Bronwijziging]) -> list[Bronnen]:
    """Gather changes per kind and ronde; the last change of a source says whether it is still there."""
    laatste: dict[tuple[str, UUID], dict[UUID, str]] = {}
    for rij in wijzigingen:
        laatste.setdefault((rij.bronsoort, rij.ronde_id), {})[rij.bron_id] = rij.soort
    return [
        Bronnen(
            bronsoort=bronsoort,
            ronde_id=ronde_id,
            alle=tuple(soorten),
            levend=tuple(bron_id for bron_id, soort in soorten.items() if soort != Wijzigingsoort.VERWIJDERD),
        )
        for (bronsoort, ronde_id), soorten in sorted(laatste.items())
    ]


def _cut(bronnen: Bronnen) -> dict[UUID, Gesneden]:
    """Cut the texts that are new or say something else than their statements."""
    bekend = bronnen.uitspraken()
    anders = [
        tekst
        for tekst in bronnen.read()
        if tekst.bron_id not in bekend or bekend[tekst.bron_id][0].bronhash != hash_bron(tekst)
    ]
    return cut_bronteksten(anders, list_plaatsnamen(bronnen.ronde_id)) if anders else {}


def _process(bronnen: Bronnen, gesneden: Mapping[UUID, Gesneden]) -> set[UUID]:
    """Store what changed of these sources; gives those whose text changed since they were cut."""
    bekend, teksten, te_laat = bronnen.uitspraken(), bronnen.read(), set()
    verschil = Verschil(bronnen_weg=len(teksten) < len(bronnen.alle))
    for tekst in teksten:
        oud = bekend.pop(tekst.bron_id, [])
        snede = gesneden.get(tekst.bron_id)
        if oud and oud[0].bronhash == hash_bron(tekst):
            verschil.gelijk += _refresh_kenmerken(oud, tekst)
        elif snede is None or snede.bronhash != hash_bron(tekst):
            te_laat.add(tekst.bron_id)
        else:
            verschil.merge(oud, make_uitspraken(bronnen.bronsoort, bronnen.ronde_id, tekst, snede))
    verschil.weg += [uitspraak.pk for lijst in bekend.values() for uitspraak in lijst]
    verschil.store()
    if verschil.nieuw:
        plan_analyse(bronnen.ronde_id)
        plan_vooruit(bronnen.ronde_id)
    return te_laat


def _refresh_kenmerken(uitspraken: list[Uitspraak], tekst: Brontekst) -> list[Uitspraak]:
    for uitspraak in uitspraken:
        uitspraak.kanaal, uitspraak.gebied_id = tekst.kanaal, tekst.gebied_id
        uitspraak.groep, uitspraak.eenheid = tekst.groep, tekst.eenheid
        uitspraak.mag_citeren = tekst.mag_citeren
    return uitspraken
