"""How a ronde stands for coding: what there is, what is still to be read, what the machine found."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from codering.domain.nakijken import Voortgang, count_voortgang, current_run
from codering.enums import Kwaliteit, Runstatus, Uitkomststatus
from codering.models import Analyserun, Uitspraak
from organisaties.enums import Kanaal
from organisaties.models import Bronwijziging, Ronde


@dataclass(frozen=True, slots=True)
class Kanaalregel:
    """How many statements came by one kanaal, per quality in the order of `Kwaliteit`."""

    kanaal: str
    aantallen: tuple[int, ...]

    @property
    def totaal(self) -> int:
        """All of them."""
        return sum(self.aantallen)


@dataclass(frozen=True, slots=True)
class Overzicht:
    """All that the page of coding shows about a ronde.

    `run` is the newest finished run with a codebook; `laatste` the newest of all; `nieuw` counts statements
    that came in after `run`.
    """

    kanalen: tuple[Kanaalregel, ...]
    te_lezen: int
    laatste: Analyserun | None
    run: Analyserun | None
    nieuw: int
    voortgang: Voortgang | None

    @property
    def uitspraken(self) -> int:
        """All statements."""
        return sum(regel.totaal for regel in self.kanalen)

    @property
    def bezig(self) -> bool:
        """Whether something is under way that the page waits for."""
        return self.te_lezen > 0 or self.loopt

    @property
    def loopt(self) -> bool:
        """Whether an analysis is under way."""
        return self.laatste is not None and self.laatste.status in (Runstatus.WACHT, Runstatus.BEZIG)


@dataclass(frozen=True, slots=True)
class Uitkomsttelling:
    """What became of the statements of a run; the four add up to the total."""

    thema: int
    geen_thema: int
    geen_antwoord: int
    mislukt: int

    @property
    def totaal(self) -> int:
        """All statements of the run."""
        return self.thema + self.geen_thema + self.geen_antwoord + self.mislukt


def read_overzicht(ronde: Ronde) -> Overzicht:
    """Gather how a ronde stands."""
    run = current_run(ronde)
    return Overzicht(
        kanalen=_count_kanalen(ronde),
        te_lezen=Bronwijziging.objects.open().filter(ronde=ronde).count(),
        laatste=Analyserun.objects.filter(ronde=ronde).select_related("codeboek").first(),
        run=run,
        nieuw=Uitspraak.objects.filter(ronde=ronde).exclude(uitkomsten__run=run).count() if run else 0,
        voortgang=count_voortgang(run) if run else None,
    )


def _count_kanalen(ronde: Ronde) -> tuple[Kanaalregel, ...]:
    per: dict[str, dict[str, int]] = {}
    rijen = Uitspraak.objects.filter(ronde=ronde).order_by().values_list("kanaal", "kwaliteit")
    for kanaal, kwaliteit, aantal in rijen.annotate(aantal=Count("pk")):
        per.setdefault(kanaal, {})[kwaliteit] = aantal
    return tuple(
        Kanaalregel(str(kanaal.label), tuple(per[kanaal].get(kwaliteit, 0) for kwaliteit in Kwaliteit))
        for kanaal in Kanaal
        if kanaal in per
    )


def count_uitkomsten(run: Analyserun) -> Uitkomsttelling:
    """Count what became of the statements of a run."""
    rijen = run.uitkomsten.order_by().values_list("status").annotate(aantal=Count("pk"))
    per: Mapping[str, int] = dict(rijen)
    return Uitkomsttelling(**{str(status): per.get(status, 0) for status in Uitkomststatus})
