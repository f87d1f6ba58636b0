"""Analyses that begin by themselves, so that proposals are ready when the meeting ends.

New statements plan one a minute and a half ahead (`codering.tasks.plan_analyse`); what comes in meanwhile is
served by the same one. So a stream of answers gives an analysis every couple of minutes at most, and one after
the last answer. Vectors of earlier statements are kept, so each computes only those of what is new.

Only up to and with the phase duiden: from adviseren on a letter is being written, or stands, on the figures, and
proposals should not move by themselves under it. A person can start an analysis in every phase.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from codering.domain.codeboeken import ensure_sociale_basis
from codering.domain.gebruik import list_gebruik
from codering.domain.groepsvoorstellen import list_besloten
from codering.domain.nakijken import current_run
from codering.enums import Runstatus
from codering.models import Analyserun, Kandidaatthema, Runuitkomst, Uitspraak
from codering.refusals import AnalyseLoopt, NietsTeAnalyseren
from codering.tasks import plan_analyse
from organisaties.enums import Fase
from organisaties.models import Ronde

FASEN = (Fase.VOORBEREIDEN, Fase.OPHALEN, Fase.CODEREN, Fase.DUIDEN)
# A page that shows an older analysis may still be open; after this it goes on with the newest.
BEWAAR_OUDE = timedelta(hours=1)


def gaat_vanzelf(ronde: Ronde) -> bool:
    """Tell whether analyses of this ronde begin by themselves."""
    return ronde.fase in FASEN


def count_nieuw(ronde: Ronde, run: Analyserun | None) -> int:
    """Count the statements that a run has not looked at."""
    rijen = Uitspraak.objects.filter(ronde=ronde)
    return (rijen.exclude(uitkomsten__run=run) if run else rijen).count()


def start_vanzelf(*, ronde: Ronde) -> bool:
    """Begin an analysis when there are new statements; False when another runs, so that it must come after that.

    It takes the codebook of the proposals that people look at now. It leaves no line in the audit log: nobody
    did it, and the analysis itself says that it began by itself.
    """
    from codering.domain.analyse import start_run

    if Analyserun.objects.filter(ronde=ronde).lopend().exists():
        return False
    run = current_run(ronde)
    if not gaat_vanzelf(ronde) or not count_nieuw(ronde, run):
        return True
    codeboek = run.codeboek if run else ensure_sociale_basis(organisatie=ronde.organisatie, wie=None)
    try:
        start_run(ronde=ronde, wie=None, codeboek=codeboek, vanzelf=True)
    except AnalyseLoopt:
        return False
    except NietsTeAnalyseren:
        return True
    return True


def plan_gemiste() -> int:
    """Plan analyses for statements that were left without, as when a task failed; gives how many.

    A ronde whose last analysis failed waits for a person or for new statements.
    """
    aantal = 0
    for ronde in Ronde.objects.filter(fase__in=FASEN).order_by("pk"):
        laatste = Analyserun.objects.filter(ronde=ronde).first()
        rust = laatste is None or laatste.status == Runstatus.KLAAR
        if rust and count_nieuw(ronde, current_run(ronde)):
            aantal += plan_analyse(ronde.pk)
    return aantal


@transaction.atomic
def forget_oude(run: Analyserun) -> int:
    """Delete analyses that began by themselves and were followed by this one; gives how many.

    Kept are those of the last hour, those in which someone decided about a group, and those that anything else
    refers to, such as the frozen figures of a letter.
    """
    Ronde.objects.select_for_update().get(pk=run.ronde_id)
    oud = Analyserun.objects.filter(
        ronde=run.ronde_id,
        vanzelf=True,
        status__in=(Runstatus.KLAAR, Runstatus.MISLUKT),
        nummer__lt=run.nummer,
        gemaakt_op__lt=timezone.now() - BEWAAR_OUDE,
    )
    besloten = {kandidaat.run_id for kandidaat in list_besloten(run)}
    weg = [
        rij
        for rij in oud
        if rij.pk not in besloten and not list_gebruik(rij, behalve=(Runuitkomst, Kandidaatthema))
    ]
    for rij in weg:
        rij.delete()
    return len(weg)
