"""The settled letters of a ronde with what came of each advice point."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from advies.domain.stand import ONBEANTWOORD, derive_puntstand, is_over_tijd, passes
from advies.enums import Adviesstatus, Puntfilter, Puntstand
from advies.models import Adviesconcept, Adviespunt, Bevinding, Reactie, Toezegging
from codering.models import Thema
from organisaties.models import Ronde


@dataclass(frozen=True, slots=True)
class Toegezegd:
    """A promise, and whether it should have been kept by now."""

    rij: Toezegging
    over_tijd: bool


@dataclass(frozen=True, slots=True)
class Puntoverzicht:
    """One advice point: how it stands, on which findings it rests, what was answered and promised.

    `ingetrokken` was entered and taken back; it counts for nothing.
    """

    punt: Adviespunt
    nummer: int
    stand: Puntstand
    bevindingen: tuple[tuple[int, Bevinding], ...]
    reacties: tuple[Reactie, ...]
    toezeggingen: tuple[Toegezegd, ...]
    ingetrokken: tuple[Reactie | Toezegging, ...]

    @property
    def reactie(self) -> Reactie | None:
        """The reaction that counts: the newest."""
        return self.reacties[0] if self.reacties else None

    @property
    def eerdere(self) -> tuple[Reactie, ...]:
        """The reactions before that one."""
        return self.reacties[1:]

    @property
    def over_tijd(self) -> bool:
        """Whether a promise is overdue."""
        return any(deel.over_tijd for deel in self.toezeggingen)

    @property
    def beantwoord(self) -> bool:
        """Whether the receiver said anything about it."""
        return self.stand not in ONBEANTWOORD

    @property
    def let_op(self) -> bool:
        """Whether someone should ask the receiver about it."""
        return self.over_tijd or self.stand == Puntstand.TE_LAAT


@dataclass(frozen=True, slots=True)
class Briefoverzicht:
    """A settled letter with all its points."""

    advies: Adviesconcept
    punten: tuple[Puntoverzicht, ...]

    @property
    def beantwoord(self) -> int:
        """How many points were answered."""
        return sum(punt.beantwoord for punt in self.punten)

    @property
    def te_laat(self) -> int:
        """How many points wait too long, for an answer or for what was promised."""
        return sum(punt.let_op for punt in self.punten)

    @property
    def onderweg(self) -> bool:
        """Whether the receiver has the letter, as far as anyone wrote down."""
        return self.advies.verstuurd_op is not None or self.beantwoord > 0

    @property
    def volgende(self) -> Puntoverzicht | None:
        """The first point that has no answer yet."""
        return next((punt for punt in self.punten if not punt.beantwoord), None)

    @property
    def laatst_ingevoerd(self) -> Reactie | None:
        """The reaction that was entered last, whatever its day."""
        alle = (reactie for punt in self.punten for reactie in punt.reacties)
        return max(alle, key=lambda reactie: reactie.gemaakt_op, default=None)

    def choose(self, keuze: str) -> tuple[Puntoverzicht, ...]:
        """Give the points of a Puntfilter."""
        return tuple(punt for punt in self.punten if passes(keuze, punt.stand, over_tijd=punt.over_tijd))


def list_brieven(ronde: Ronde, vandaag: date) -> list[Briefoverzicht]:
    """Give the letters of a ronde to follow, the newest first."""
    return [build_overzicht(advies, vandaag) for advies in _with_opvolging(find_te_volgen(ronde))]


def load_overzicht(advies: Adviesconcept, vandaag: date) -> Briefoverzicht:
    """Give one letter with what came of it."""
    return build_overzicht(_with_opvolging(Adviesconcept.objects.filter(pk=advies.pk)).get(), vandaag)


def find_te_volgen(ronde: Ronde) -> QuerySet[Adviesconcept]:
    """Give the settled letters, less those that a later version replaced before anything was done with them."""
    vastgesteld = Adviesconcept.objects.filter(status=Adviesstatus.VASTGESTELD)
    hier = {"adviespunt__advies": OuterRef("pk")}
    gebruikt = (
        Q(verstuurd_op__isnull=False)
        | Q(gepubliceerd_op__isnull=False)
        | Exists(Reactie.objects.filter(**hier))
        | Exists(Toezegging.objects.filter(**hier))
    )
    opvolger = vastgesteld.filter(kopie_van=OuterRef("pk"))
    return vastgesteld.filter(gebruikt | ~Exists(opvolger), ronde=ronde).order_by("-vastgesteld_op")


def _with_opvolging(rijen: QuerySet[Adviesconcept]) -> QuerySet[Adviesconcept]:
    bevindingen = Bevinding.objects.select_related("citaat__uitspraak", "momentopname").prefetch_related(
        Prefetch("themas", Thema.objects.order_by("volgorde"))
    )
    return rijen.select_related("ronde__organisatie").prefetch_related(
        Prefetch("bevindingen", bevindingen.order_by("volgorde")),
        Prefetch("adviespunten", Adviespunt.objects.order_by("volgorde")),
        Prefetch("adviespunten__bevindingen", Bevinding.objects.only("pk")),
        "adviespunten__reacties",
        "adviespunten__toezeggingen",
    )


def build_overzicht(advies: Adviesconcept, vandaag: date) -> Briefoverzicht:
    """Work out how each point stands; the letter comes with all that `_with_opvolging` fetches."""
    bevindingen = list(enumerate(advies.bevindingen.all(), start=1))
    punten = tuple(
        _build_punt(advies, punt, nummer, bevindingen, vandaag)
        for nummer, punt in enumerate(advies.adviespunten.all(), start=1)
    )
    return Briefoverzicht(advies, punten)


def _build_punt(
    advies: Adviesconcept,
    punt: Adviespunt,
    nummer: int,
    bevindingen: Sequence[tuple[int, Bevinding]],
    vandaag: date,
) -> Puntoverzicht:
    reacties = tuple(rij for rij in punt.reacties.all() if rij.ingetrokken_op is None)
    beloofd = tuple(rij for rij in punt.toezeggingen.all() if rij.ingetrokken_op is None)
    waar = {bevinding.pk for bevinding in punt.bevindingen.all()}
    alle: list[Reactie | Toezegging] = [*punt.reacties.all(), *punt.toezeggingen.all()]
    return Puntoverzicht(
        punt=punt,
        nummer=nummer,
        stand=derive_puntstand(
            standpunt=reacties[0].standpunt if reacties else "",
            statussen=[rij.status for rij in beloofd],
            termijn=advies.reactietermijn,
            vandaag=vandaag,
        ),
        bevindingen=tuple((n, bevinding) for n, bevinding in bevindingen if bevinding.pk in waar),
        reacties=reacties,
        toezeggingen=tuple(
            Toegezegd(rij, is_over_tijd(status=rij.status, termijn=rij.termijn, vandaag=vandaag))
            for rij in beloofd
        ),
        ingetrokken=tuple(rij for rij in alle if rij.ingetrokken_op is not None),
    )


def count_keuzes(brieven: Sequence[Briefoverzicht]) -> list[tuple[Puntfilter, int]]:
    """Give each choice of points with how many there are."""
    return [(keuze, sum(len(brief.choose(keuze)) for brief in brieven)) for keuze in Puntfilter]
