"""What a language model said, as pages show it: beside the machine and people, never as one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from codering.enums import Raadpleegdoel, Runstatus
from codering.models import (
    Analyserun,
    Naamvoorstel,
    Raadpleging,
    Thema,
    Themavoorstel,
    Uitspraak,
    Voorgelegd,
)


@dataclass(frozen=True, slots=True)
class Mening:
    """The newest second opinion on one statement."""

    themas: tuple[Thema, ...]
    model: str
    wanneer: datetime


@dataclass(frozen=True, slots=True)
class Raadpleegstand:
    """How a consultation stands: how many statements were asked about, and what came of them.

    `gelijk` and `anders` compare with what the run itself proposed. `zonder` is how many statements got no usable
    answer; `groepen` how many groups got a name.
    """

    raadpleging: Raadpleging
    gelijk: int
    anders: int
    zonder: int
    groepen: int

    @property
    def loopt(self) -> bool:
        """Whether there is more to come."""
        return self.raadpleging.loopt

    @property
    def blijft_steken(self) -> bool:
        """Whether it ended before everything was asked."""
        return not self.loopt and self.raadpleging.status != Runstatus.KLAAR

    @property
    def gedaan(self) -> int:
        """How many statements have been dealt with."""
        return self.raadpleging.totaal - len(self.raadpleging.open_uitspraken)


def read_mening(uitspraak: Uitspraak, codeboek_id: UUID | None) -> Mening | None:
    """Give the newest usable opinion on a statement; only for who may see it, so never in a blind round."""
    rijen = Voorgelegd.objects.filter(
        uitspraak=uitspraak, gelezen=True, vraag__raadpleging__run__codeboek=codeboek_id
    )
    rij = rijen.select_related("vraag__raadpleging").order_by("-vraag__gemaakt_op", "-pk").first()
    if rij is None:
        return None
    themas = Thema.objects.filter(codeboek=codeboek_id, code__in=rij.codes)
    return Mening(tuple(themas), rij.vraag.model or rij.vraag.raadpleging.model, rij.vraag.gemaakt_op)


def read_stand(run: Analyserun) -> Raadpleegstand | None:
    """Give how the newest consultation about a run stands."""
    standen = list_standen(run, hoogstens=1)
    return standen[0] if standen else None


def list_standen(run: Analyserun, *, hoogstens: int = 10) -> list[Raadpleegstand]:
    """Give the consultations about a run, the newest first, in a fixed number of queries."""
    rijen = Raadpleging.objects.filter(run=run).select_related("wie")
    raadplegingen = list(
        rijen.prefetch_related("vragen__voorgelegd__uitspraak", "vragen__naamvoorstellen")[:hoogstens]
    )
    voorgesteld = _read_voorgesteld(run, raadplegingen)
    return [_count(raadpleging, voorgesteld) for raadpleging in raadplegingen]


def _read_voorgesteld(run: Analyserun, raadplegingen: Sequence[Raadpleging]) -> dict[UUID, set[str]]:
    """The codes that the run itself proposed for what was laid before the model."""
    if not raadplegingen:
        return {}
    per: dict[UUID, set[str]] = {}
    getoond = Voorgelegd.objects.filter(vraag__raadpleging__in=raadplegingen).values("uitspraak_id")
    rijen = Themavoorstel.objects.filter(uitkomst__run=run, uitkomst__uitspraak__in=getoond).order_by()
    for uitspraak, code in rijen.values_list("uitkomst__uitspraak_id", "thema__code"):
        per.setdefault(uitspraak, set()).add(code)
    return per


def _count(raadpleging: Raadpleging, voorgesteld: dict[UUID, set[str]]) -> Raadpleegstand:
    vragen = list(raadpleging.vragen.all())
    delen = [deel for v in vragen if v.doel == Raadpleegdoel.MENING for deel in v.voorgelegd.all()]
    gelezen = [deel for deel in delen if deel.gelezen]
    gelijk = sum(set(deel.codes) == voorgesteld.get(deel.uitspraak_id, set()) for deel in gelezen)
    groepen = sum(len(vraag.naamvoorstellen.all()) for vraag in vragen)
    return Raadpleegstand(raadpleging, gelijk, len(gelezen) - gelijk, len(delen) - len(gelezen), groepen)


def read_namen(run: Analyserun) -> dict[UUID, Naamvoorstel]:
    """Give the newest name that a model gave each group of a run."""
    rijen = Naamvoorstel.objects.filter(kandidaat__run=run).select_related("vraag__raadpleging")
    return {rij.kandidaat_id: rij for rij in rijen.order_by("vraag__gemaakt_op", "pk")}
