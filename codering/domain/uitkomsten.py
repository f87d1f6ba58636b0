"""Writing down what a run found."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.db import transaction

from codering.enums import Runstatus
from codering.models import Analyserun, Kandidaatthema, Runuitkomst, Thema, Themavoorstel, Uitspraak

if TYPE_CHECKING:
    from codering.nlp.types import Analyse, Fragmentuitkomst

PER_KEER = 200


@transaction.atomic
def store_analyse(*, run: Analyserun, uitspraken: list[Uitspraak], analyse: "Analyse") -> None:
    """Store groups, one outcome per statement and the proposals, and mark the run as done.

    Whatever an earlier, broken attempt at the same run left is replaced, so nothing is there twice.
    """
    run.uitkomsten.all().delete()
    run.kandidaten.all().delete()
    kandidaten = {
        groep.nummer: Kandidaatthema(
            run=run,
            nummer=groep.nummer,
            naam=groep.naam[:200],
            kernwoorden=list(groep.kernwoorden),
            grootte=groep.grootte,
            stabiliteit=groep.stabiliteit,
            voorbeeld=uitspraken[groep.voorbeeld],
        )
        for groep in analyse.groepen
    }
    Kandidaatthema.objects.bulk_create(kandidaten.values())
    uitkomsten = [
        Runuitkomst(
            run=run,
            uitspraak=uitspraak,
            status=uitkomst.status.value,
            reden=uitkomst.reden[:200],
            kandidaat=kandidaten.get(uitkomst.groep) if uitkomst.groep is not None else None,
            twijfel=measure_twijfel(uitkomst),
        )
        for uitspraak, uitkomst in zip(uitspraken, analyse.fragmenten, strict=True)
    ]
    Runuitkomst.objects.bulk_create(uitkomsten, batch_size=PER_KEER)
    _store_voorstellen(run, uitkomsten, analyse)
    run.herkomst = asdict(analyse.herkomst)
    run.invoerhash = analyse.herkomst.invoer_sha256
    run.status, run.stap, run.gedaan, run.totaal = Runstatus.KLAAR, "", len(uitspraken), len(uitspraken)
    run.save()


def _store_voorstellen(run: Analyserun, uitkomsten: list[Runuitkomst], analyse: "Analyse") -> None:
    themas = {t.code: t for t in Thema.objects.filter(codeboek=run.codeboek_id)} if run.codeboek_id else {}
    Themavoorstel.objects.bulk_create(
        [
            Themavoorstel(
                uitkomst=rij,
                thema=themas[voorstel.code],
                zekerheid=min(1.0, max(0.0, voorstel.zekerheid)),
                woorden=list(voorstel.woorden),
            )
            for rij, uitkomst in zip(uitkomsten, analyse.fragmenten, strict=True)
            for voorstel in uitkomst.voorstellen
        ],
        batch_size=PER_KEER,
    )


def measure_twijfel(uitkomst: "Fragmentuitkomst") -> float:
    """How much a person's look is needed, 0 to 1: highest where the nearest yes or no was closest to even."""
    zekerheden = [*uitkomst.scores, *(voorstel.zekerheid for voorstel in uitkomst.voorstellen)]
    return max((1 - abs(2 * zekerheid - 1) for zekerheid in zekerheden), default=0.0)
