"""What a coder sees: one statement, what the machine proposes, what people decided, and where to go next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from codering.domain.coderen import current_codering, last_codering
from codering.domain.meningen import Mening, read_mening
from codering.domain.toelichten import read_voorbeeldteksten
from codering.models import Analyserun, Codering, Runuitkomst, Thema, Themavoorstel, Uitspraak
from codering.models.run import RunuitkomstQuerySet
from organisaties.models import Gebruiker, Ronde

# Longer than any number of a run.
LENGTE_NUMMER = 9


@dataclass(frozen=True, slots=True)
class Stapel:
    """Which statements to go through: only those not decided on (`open`), and perhaps of one theme.

    `nieuwer` tells that a newer run is there than the one whose order and proposals these are.
    """

    run: Analyserun
    open: bool = True
    thema: Thema | None = None
    nieuwer: bool = False

    def rijen(self) -> RunuitkomstQuerySet:
        """Give the outcomes of this pile, the most doubtful first."""
        rijen = Runuitkomst.objects.filter(run=self.run).na_te_kijken().op_twijfel()
        if self.open:
            rijen = rijen.zonder_besluit()
        return rijen.met_thema(self.thema) if self.thema else rijen

    def first(self) -> UUID | None:
        """Give the statement to begin with; None when the pile is empty."""
        return self.rijen().values_list("uitspraak_id", flat=True).first()

    def next(self, uitkomst: Runuitkomst | None) -> UUID | None:
        """Give the statement after this one."""
        if uitkomst is None:
            return self.first()
        return self.rijen().na(uitkomst).values_list("uitspraak_id", flat=True).first()

    def previous(self, uitkomst: Runuitkomst | None) -> UUID | None:
        """Give the statement before this one, also when it was decided on: to look back."""
        if uitkomst is None:
            return None
        return (
            replace(self, open=False)
            .rijen()
            .voor(uitkomst)
            .reverse()
            .values_list("uitspraak_id", flat=True)
            .first()
        )


@dataclass(frozen=True, slots=True)
class Voortgang:
    """How many statements there are to look at, and how many are done."""

    nagekeken: int
    totaal: int

    @property
    def open(self) -> int:
        """How many are left."""
        return self.totaal - self.nagekeken


@dataclass(frozen=True, slots=True)
class Blad:
    """All that the page of one statement shows.

    In a blind round it is made without `voorstellen`, `besluit` and `mening`: what the page does not get, it cannot
    show.
    """

    uitspraak: Uitspraak
    uitkomst: Runuitkomst | None
    laatste: UUID | None
    toont_voorstel: bool = False
    besluit: Codering | None = None
    voorstellen: tuple[Themavoorstel, ...] = field(default=())
    voorbeelden: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)
    mening: Mening | None = None

    @property
    def besloten_themas(self) -> list[Thema]:
        """The themes that a person decided on."""
        return list(self.besluit.themas.all()) if self.besluit else []

    @property
    def soort(self) -> str:
        """What the machine thinks the speaker does; "" when it proposes nothing."""
        return self.uitkomst.soort if self.uitkomst and self.toont_voorstel else ""

    @property
    def soort_zekerheid(self) -> float:
        """How sure it is of that, 0 to 1."""
        return self.uitkomst.soort_zekerheid if self.uitkomst else 0.0

    @property
    def woorden(self) -> list[str]:
        """The words that weighed, as they stand in the text."""
        return [woord for voorstel in self.voorstellen for woord in voorstel.vormen]


def current_run(ronde: Ronde) -> Analyserun | None:
    """Give the newest finished run with a codebook: the one whose proposals are looked at."""
    runs = Analyserun.objects.filter(ronde=ronde, codeboek__isnull=False)
    return runs.klaar().select_related("codeboek").first()


def find_run(nieuwste: Analyserun, nummer: str) -> Analyserun:
    """Give the run that a coder is going through, also when a newer one came in; the newest if it is gone.

    A pile keeps the order and the proposals that it began with, so that nothing moves under someone's hands.
    """
    if not nummer.isdecimal() or len(nummer) > LENGTE_NUMMER:
        return nieuwste
    runs = Analyserun.objects.filter(ronde=nieuwste.ronde_id, codeboek=nieuwste.codeboek_id)
    return runs.filter(nummer=int(nummer)).klaar().select_related("codeboek").first() or nieuwste


def count_voortgang(run: Analyserun) -> Voortgang:
    """Count how far the looking has come."""
    rijen = Runuitkomst.objects.filter(run=run).na_te_kijken()
    return Voortgang(nagekeken=rijen.met_besluit().count(), totaal=rijen.count())


def read_blad(*, run: Analyserun, uitspraak: Uitspraak, blind: bool = False) -> Blad:
    """Gather what the page of one statement shows; `blind` leaves out machine and colleagues."""
    uitkomst = Runuitkomst.objects.filter(run=run, uitspraak=uitspraak).first()
    laatste = last_codering(uitspraak)
    if blind:
        return Blad(uitspraak=uitspraak, uitkomst=uitkomst, laatste=laatste.pk if laatste else None)
    voorstellen = tuple(Themavoorstel.objects.filter(uitkomst=uitkomst).select_related("thema"))
    return Blad(
        uitspraak=uitspraak,
        uitkomst=uitkomst,
        laatste=laatste.pk if laatste else None,
        toont_voorstel=True,
        besluit=current_codering(uitspraak) if laatste else None,
        voorstellen=voorstellen,
        voorbeelden=read_voorbeeldteksten(uitspraak.ronde.organisatie, voorstellen),
        mening=read_mening(uitspraak, run.codeboek_id),
    )


def read_laatste_van(*, wie: Gebruiker, ronde: Ronde) -> Codering | None:
    """Give the last thing this person did in a ronde, when it can still be undone."""
    eigen = Codering.objects.geldend().filter(wie=wie, uitspraak__ronde=ronde)
    return eigen.select_related("uitspraak").prefetch_related("themas").order_by("-gemaakt_op").first()
