"""How far a ronde is, seen from its figures."""

from dataclasses import dataclass

from django.db.models import QuerySet

from codering.domain.vanzelf import gaat_vanzelf
from codering.enums import Kandidaatbesluit, Runstatus
from codering.models import Analyserun, Kandidaatthema, Uitspraak
from codering.tasks import list_gepland
from organisaties.models import Bronwijziging, Ronde


@dataclass(frozen=True, slots=True)
class Stand:
    """What there is to count: the newest usable run, one under way, one that failed, and the machine's groups.

    `nieuw` counts the statements that came in after the run, which stand under no theme yet; `volgt` tells whether
    an analysis of those comes by itself.
    """

    run: Analyserun | None
    lopend: Analyserun | None
    mislukt: Analyserun | None
    heeft_antwoorden: bool
    nieuw: int
    volgt: bool
    kandidaten: tuple[Kandidaatthema, ...]

    @property
    def stil(self) -> bool:
        """Whether the run under way began by itself while there are figures: no reason to wait for it."""
        return self.run is not None and self.lopend is not None and self.lopend.vanzelf


def _list_kandidaten(run: Analyserun) -> "QuerySet[Kandidaatthema]":
    """Give the groups on which nobody decided yet; adopted ones are themes, refused ones are none."""
    open_ = Kandidaatthema.objects.filter(run=run, besluit=Kandidaatbesluit.OPEN)
    return open_.select_related("voorbeeld")


def read_stand(ronde: Ronde) -> Stand:
    """Tell how far a ronde is."""
    runs = list(Analyserun.objects.filter(ronde=ronde).select_related("codeboek").order_by("-nummer"))
    klaar = [run for run in runs if run.status == Runstatus.KLAAR]
    run = next((run for run in klaar if run.codeboek_id), None)
    uitspraken = Uitspraak.objects.filter(ronde=ronde)
    wachtend = Bronwijziging.objects.open().filter(ronde=ronde).count()
    kandidaten = _list_kandidaten(klaar[0]) if klaar else ()
    return Stand(
        run=run,
        lopend=next((run for run in runs if run.status in (Runstatus.WACHT, Runstatus.BEZIG)), None),
        mislukt=runs[0] if runs and runs[0].status == Runstatus.MISLUKT else None,
        heeft_antwoorden=bool(wachtend) or uitspraken.exists(),
        nieuw=uitspraken.exclude(uitkomsten__run=run).count() if run else 0,
        volgt=gaat_vanzelf(ronde) and list_gepland(ronde.pk).exists(),
        kandidaten=tuple(kandidaten),
    )
