"""The groups of the newest finished run, for the next one to go on from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from codering.models import Analyserun, Kandidaatthema, Runuitkomst, Uitspraak

if TYPE_CHECKING:
    from codering.nlp.types import Eerder


def read_eerder(ronde_id: UUID, uitspraken: Sequence[Uitspraak]) -> "Eerder | None":
    """Give the groups of the newest finished run, and where in them each of these statements was."""
    from codering.nlp.types import Eerder, Oudegroep

    run = Analyserun.objects.filter(ronde=ronde_id, groepen_sinds__gt=0).klaar().first()
    if run is None:
        return None
    nummers = dict(Kandidaatthema.objects.filter(run=run).order_by().values_list("pk", "nummer"))
    groepen = Kandidaatthema.objects.filter(run=run).order_by("nummer")
    oud = tuple(
        Oudegroep(
            groep.nummer,
            groep.naam,
            groep.stabiliteit,
            nummers.get(groep.ouder_id) if groep.ouder_id else None,
        )
        for groep in groepen
    )
    rijen = Runuitkomst.objects.filter(run=run, kandidaat__isnull=False).order_by()
    waar = {
        uitspraak: (nummers.get(breed), nummers.get(deel))
        for uitspraak, breed, deel in rijen.values_list("uitspraak_id", "kandidaat_id", "deel_id")
    }
    plaatsen = [waar.get(uitspraak.pk, (None, None)) for uitspraak in uitspraken]
    return Eerder(
        oud, tuple(breed for breed, _ in plaatsen), tuple(deel for _, deel in plaatsen), run.groepen_sinds
    )
