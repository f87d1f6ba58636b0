"""Accepting surest proposals together: a person looks through a list and makes it her own decision.

Never by itself, and only what the page showed. Each statement gets a `Codering` of its own, as if it had been
decided alone; a `Stapelbesluit` tells how these came about and takes them back in one press.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from codering.domain.lijst import MET_BRON, name_bron
from codering.domain.themarijen import Voorstelregel, describe_voorstel, name_soort
from codering.domain.toelichten import read_voorbeeldteksten
from codering.enums import Wijze
from codering.models import Analyserun, Codeboek, Codering, Runuitkomst, Stapelbesluit, Thema, Uitspraak
from codering.models.run import RunuitkomstQuerySet
from codering.refusals import AndersBeslist, NietsOngedaanTeMaken, NietsOverTeNemen
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker, Organisatie, Ronde

ZONDER_THEMA = "-"
"""Stands for the pile of statements for which no theme is proposed."""
PER_KEER = 500


@dataclass(frozen=True, slots=True)
class Samenstapel:
    """Statements that may be accepted together: those with this theme as their surest one; None: with no theme."""

    thema: Thema | None
    aantal: int

    @property
    def code(self) -> str:
        """The theme as an address has it."""
        return self.thema.code if self.thema else ZONDER_THEMA


@dataclass(frozen=True, slots=True)
class Samenregel:
    """One statement of a pile: where it comes from, and what is proposed for it."""

    uitspraak: Uitspraak
    bron: str
    voorstellen: tuple[Voorstelregel, ...]
    soort: str

    @property
    def woorden(self) -> list[str]:
        """The words that weighed, as they stand in the text."""
        return [woord for voorstel in self.voorstellen for woord in voorstel.woorden]


def find_zekere(run: Analyserun) -> RunuitkomstQuerySet:
    """Give the outcomes that may be accepted together, the least certain first; see `RunuitkomstQuerySet.zeker`."""
    if run.drempel_bulk is None:
        return Runuitkomst.objects.none()
    return Runuitkomst.objects.filter(run=run).zeker(run.drempel_bulk).order_by("zekerheid", "uitspraak_id")


def list_stapels(run: Analyserun) -> list[Samenstapel]:
    """Give the piles in the order of the codebook, that without a theme last; each statement is in one."""
    per = _count_hoofdthemas(run)
    themas = Thema.objects.filter(codeboek=run.codeboek_id)
    stapels = [Samenstapel(thema, per.get(thema.pk, 0)) for thema in themas]
    return [stapel for stapel in (*stapels, Samenstapel(None, per.get(None, 0))) if stapel.aantal]


def _count_hoofdthemas(run: Analyserun) -> dict[UUID | None, int]:
    per: dict[UUID | None, int] = {}
    for thema in find_zekere(run).order_by().hoofdthemas():
        per[thema] = per.get(thema, 0) + 1
    return per


def find_stapel(run: Analyserun, thema: Thema | None) -> RunuitkomstQuerySet:
    """Give the outcomes of one pile, the least certain first, with all that a list shows."""
    rijen = find_zekere(run).met_hoofdthema(thema)
    bron = [f"uitspraak__{pad}" for pad in MET_BRON]
    return rijen.select_related("uitspraak", *bron).prefetch_related("voorstellen__thema")


def describe_samen(organisatie: Organisatie, rijen: Iterable[Runuitkomst]) -> list[Samenregel]:
    """Put the outcomes of a pile into words, in a fixed number of queries."""
    lijst = list(rijen)
    voorbeelden = read_voorbeeldteksten(organisatie, [v for rij in lijst for v in rij.voorstellen.all()])
    return [
        Samenregel(
            uitspraak=rij.uitspraak,
            bron=name_bron(rij.uitspraak),
            voorstellen=tuple(describe_voorstel(v, voorbeelden[v.pk]) for v in rij.voorstellen.all()),
            soort=name_soort(rij.soort),
        )
        for rij in lijst
    ]


@transaction.atomic
def accept_samen(
    *, run: Analyserun, thema: Thema | None, uitspraken: Collection[UUID], wie: Gebruiker
) -> Stapelbesluit:
    """Write a decision per statement with what is proposed for it, as this person's own.

    `uitspraken` are those that the page showed and that were left ticked. Raises AndersBeslist when one of them may not
    be accepted so any more: someone decided, or a newer analysis is there; then nothing is written.
    """
    ronde = Ronde.objects.select_for_update().get(pk=run.ronde_id)
    gekozen = set(uitspraken)
    if not gekozen or run.codeboek is None or run.drempel_bulk is None:
        raise NietsOverTeNemen
    list(Uitspraak.objects.select_for_update().filter(pk__in=gekozen).order_by("pk").values_list("pk"))
    rijen = list(find_stapel(run, thema).filter(uitspraak_id__in=gekozen))
    if len(rijen) < len(gekozen) or ronde.runs.klaar().exclude(codeboek=None).first() != run:
        raise AndersBeslist
    besluit = Stapelbesluit.objects.create(
        ronde=ronde, runnummer=run.nummer, drempel=run.drempel_bulk, thema=thema, aantal=len(rijen), wie=wie
    )
    _write_coderingen(rijen, run.codeboek, besluit)
    log_handeling(
        organisatie=ronde.organisatie,
        wie=wie,
        handeling="samen_overgenomen",
        op=besluit,
        omschrijving=f"{besluit}: {thema or 'geen thema'}, {run}, zekerheid vanaf {run.drempel_bulk:.2f}",
    )
    return besluit


def _write_coderingen(rijen: Sequence[Runuitkomst], codeboek: Codeboek, besluit: Stapelbesluit) -> None:
    """A decision per outcome, after the one that took an earlier decision back, where there is such."""
    nu = timezone.now()
    eerdere = Codering.objects.geldend().filter(uitspraak_id__in=[rij.uitspraak_id for rij in rijen])
    vorige = {codering.uitspraak_id: codering for codering in eerdere.order_by("gemaakt_op")}
    coderingen = [
        Codering(
            uitspraak_id=rij.uitspraak_id,
            wie=besluit.wie,
            codeboek=codeboek,
            wijze=Wijze.ENKEL,
            stapelbesluit=besluit,
            vervangt=vorige.get(rij.uitspraak_id),
            gemaakt_op=nu,
        )
        for rij in rijen
    ]
    Codering.objects.bulk_create(coderingen, PER_KEER)
    koppeling = Codering.themas.through
    koppeling.objects.bulk_create(
        [
            koppeling(codering_id=codering.pk, thema_id=voorstel.thema_id)
            for codering, rij in zip(coderingen, rijen, strict=True)
            for voorstel in rij.voorstellen.all()
        ],
        PER_KEER,
    )


@transaction.atomic
def undo_samen(*, besluit: Stapelbesluit, wie: Gebruiker) -> int:
    """Take the decisions of a pile back, and give how many; what was decided anew since then stays.

    Raises NietsOngedaanTeMaken when it was taken back already, or is another person's.
    """
    vast = Stapelbesluit.objects.select_for_update().select_related("ronde__organisatie").get(pk=besluit.pk)
    if vast.ingetrokken or vast.wie_id != wie.pk:
        raise NietsOngedaanTeMaken
    geldend = list(Codering.objects.geldend().filter(stapelbesluit=vast).order_by("pk"))
    Codering.objects.bulk_create(
        [
            Codering(
                uitspraak_id=codering.uitspraak_id,
                wie=wie,
                codeboek_id=codering.codeboek_id,
                wijze=codering.wijze,
                vervangt=codering,
                ingetrokken=True,
            )
            for codering in geldend
        ],
        PER_KEER,
    )
    vast.ingetrokken = True
    vast.save(update_fields=["ingetrokken"])
    log_handeling(
        organisatie=vast.ronde.organisatie,
        wie=wie,
        handeling="samen_teruggezet",
        op=vast,
        omschrijving=f"{len(geldend)} van {vast.aantal} teruggezet",
    )
    return len(geldend)


def read_laatste_samen(*, wie: Gebruiker, ronde: Ronde) -> Stapelbesluit | None:
    """Give what this person accepted together last in a ronde, as long as it stands."""
    eigen = Stapelbesluit.objects.filter(ronde=ronde, wie=wie, ingetrokken=False)
    return eigen.select_related("thema").first()


def count_samen(ronde: Ronde) -> int:
    """Count the statements whose decision that counts was taken together with others."""
    return Codering.objects.besluiten().filter(uitspraak__ronde=ronde, stapelbesluit__isnull=False).count()
