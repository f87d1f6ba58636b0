"""Writing down what a run found."""

from dataclasses import asdict
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from codering.domain.woorden import find_vormen
from codering.enums import Runstatus
from codering.models import Analyserun, Kandidaatthema, Runuitkomst, Thema, Themavoorstel, Uitspraak

if TYPE_CHECKING:
    from codering.nlp.types import Analyse, Fragmentuitkomst

PER_KEER = 200


@transaction.atomic
def store_analyse(*, run: Analyserun, uitspraken: list[Uitspraak], analyse: "Analyse") -> None:
    """Store groups, one outcome per statement and the proposals, and mark the run as done.

    Done already, by a task that ran twice: nothing is written. A statement whose source was deleted while the
    machine was at work gets no outcome.
    """
    vast = Analyserun.objects.select_for_update().get(pk=run.pk)
    if vast.status in (Runstatus.KLAAR, Runstatus.MISLUKT):
        return
    levend = set(Uitspraak.objects.filter(ronde=vast.ronde_id).values_list("pk", flat=True))
    kandidaten = _store_kandidaten(vast, uitspraken, analyse, levend)
    paren = [
        (uitspraak, uitkomst)
        for uitspraak, uitkomst in zip(uitspraken, analyse.fragmenten, strict=True)
        if uitspraak.pk in levend
    ]
    uitkomsten = [
        Runuitkomst(
            run=vast,
            uitspraak=uitspraak,
            status=uitkomst.status.value,
            reden=uitkomst.reden[:200],
            kandidaat=kandidaten.get(uitkomst.groep) if uitkomst.groep is not None else None,
            twijfel=measure_twijfel(uitkomst),
        )
        for uitspraak, uitkomst in paren
    ]
    Runuitkomst.objects.bulk_create(uitkomsten, batch_size=PER_KEER)
    _store_voorstellen(vast, list(zip(uitkomsten, (uitkomst for _u, uitkomst in paren), strict=True)))
    vast.herkomst = asdict(analyse.herkomst)
    vast.invoerhash = analyse.herkomst.invoer_sha256
    vast.status, vast.stap, vast.gedaan, vast.totaal = Runstatus.KLAAR, "", len(paren), len(paren)
    vast.klaar_op = timezone.now()
    vast.save()


def _store_kandidaten(
    run: Analyserun, uitspraken: list[Uitspraak], analyse: "Analyse", levend: set[UUID]
) -> dict[int, Kandidaatthema]:
    kandidaten = {}
    for groep in analyse.groepen:
        voorbeeld = uitspraken[groep.voorbeeld]
        kandidaten[groep.nummer] = Kandidaatthema(
            run=run,
            nummer=groep.nummer,
            naam=groep.naam[:200],
            kernwoorden=list(groep.kernwoorden),
            grootte=groep.grootte,
            stabiliteit=groep.stabiliteit,
            voorbeeld=voorbeeld if voorbeeld.pk in levend else None,
        )
    Kandidaatthema.objects.bulk_create(kandidaten.values())
    return kandidaten


def _store_voorstellen(run: Analyserun, paren: "list[tuple[Runuitkomst, Fragmentuitkomst]]") -> None:
    themas = {t.code: t for t in Thema.objects.filter(codeboek=run.codeboek_id)} if run.codeboek_id else {}
    Themavoorstel.objects.bulk_create(
        [
            Themavoorstel(
                uitkomst=rij,
                thema=themas[voorstel.code],
                zekerheid=min(1.0, max(0.0, voorstel.zekerheid)),
                woorden=list(voorstel.woorden),
                vormen=list(find_vormen(rij.uitspraak.tekst, voorstel.woorden)),
            )
            for rij, uitkomst in paren
            for voorstel in uitkomst.voorstellen
        ],
        batch_size=PER_KEER,
    )


def measure_twijfel(uitkomst: "Fragmentuitkomst") -> float:
    """How much a person's look is needed, 0 to 1: highest where the nearest yes or no was closest to even."""
    zekerheden = [*uitkomst.scores, *(voorstel.zekerheid for voorstel in uitkomst.voorstellen)]
    return max((1 - abs(2 * zekerheid - 1) for zekerheid in zekerheden), default=0.0)
