"""How a ronde stands for coding: what there is, what is still to be read, what the machine found."""

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from django.db.models import Count

from codering.domain.groepen import count_open
from codering.domain.nakijken import Voortgang, count_voortgang, current_run
from codering.domain.samen import find_zekere
from codering.domain.vanzelf import count_nieuw, gaat_vanzelf
from codering.enums import Kwaliteit, Runstatus, Uitkomststatus
from codering.models import Analyserun, Uitspraak
from codering.tasks import list_gepland
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
    that came in after `run`. `vanzelf` tells whether analyses begin by themselves in this phase, `gepland` whether
    one is planned, and `groepen` counts the groups on which nobody decided.
    """

    kanalen: tuple[Kanaalregel, ...]
    te_lezen: int
    laatste: Analyserun | None
    run: Analyserun | None
    nieuw: int
    voortgang: Voortgang | None
    vanzelf: bool
    gepland: bool
    groepen: int
    uitkomsten: "Uitkomsttelling | None"
    samen: int

    @property
    def uitspraken(self) -> int:
        """All statements."""
        return sum(regel.totaal for regel in self.kanalen)

    @property
    def bezig(self) -> bool:
        """Whether something is under way that the page waits for."""
        return self.te_lezen > 0 or self.loopt

    @property
    def volgt(self) -> bool:
        """Whether an analysis will begin by itself for what is new."""
        return self.vanzelf and not self.loopt and (self.te_lezen > 0 or (self.gepland and self.nieuw > 0))

    @property
    def stil(self) -> bool:
        """Whether the analysis under way began by itself while there are proposals: no reason to wait for it."""
        return self.loopt and self.run is not None and self.laatste is not None and self.laatste.vanzelf

    @property
    def peil_seconden(self) -> int:
        """How often a page that is open asks again; 0 when nothing will change by itself."""
        if self.bezig and not self.stil:
            return 1
        return 10 if self.vanzelf or self.stil else 0

    @property
    def te_starten(self) -> bool:
        """Whether to offer starting an analysis by hand."""
        return not self.loopt or self.stil

    @property
    def merk(self) -> str:
        """A mark that changes when the page would: so that a page that asks again is left alone until then."""
        loop = self.laatste and (self.laatste.pk, self.laatste.status)
        balk = self.laatste and not self.stil and (self.laatste.stap, self.laatste.gedaan)
        tellingen = (
            self.kanalen,
            self.te_lezen,
            self.nieuw,
            self.voortgang,
            self.groepen,
            self.uitkomsten,
            self.samen,
        )
        stand = (loop, balk, tellingen, self.vanzelf, self.gepland)
        return f"{crc32(repr(stand).encode()):08x}"

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
    te_lezen = Bronwijziging.objects.open().filter(ronde=ronde).count()
    return Overzicht(
        kanalen=_count_kanalen(ronde),
        te_lezen=te_lezen,
        laatste=Analyserun.objects.filter(ronde=ronde).select_related("codeboek").first(),
        run=run,
        nieuw=count_nieuw(ronde, run),
        voortgang=count_voortgang(run) if run else None,
        vanzelf=gaat_vanzelf(ronde),
        gepland=list_gepland(ronde.pk).exists(),
        groepen=count_open(ronde),
        uitkomsten=count_uitkomsten(run) if run else None,
        samen=find_zekere(run).count() if run else 0,
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


def count_redenen(run: Analyserun) -> list[tuple[str, int]]:
    """Count the statements that a run could not judge, per reason, most first."""
    rijen = run.uitkomsten.filter(status=Uitkomststatus.MISLUKT).order_by().values_list("reden")
    return sorted(rijen.annotate(aantal=Count("pk")), key=lambda rij: (-rij[1], rij[0]))


def count_uitkomsten(run: Analyserun) -> Uitkomsttelling:
    """Count what became of the statements of a run."""
    rijen = run.uitkomsten.order_by().values_list("status").annotate(aantal=Count("pk"))
    per: Mapping[str, int] = dict(rijen)
    return Uitkomsttelling(**{str(status): per.get(status, 0) for status in Uitkomststatus})
