"""Work in the background: ids in, fetch, log if gone, call the domain. Each may run twice without harm.

A task is a row in the database of the work itself, so it is planned inside the transaction that needs it:
both are there or neither is.
"""

import logging
import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from codering.models import Analyserun, Raadpleging
from organisaties.models import Ronde

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django_tasks.base import Task
    from django_tasks_db.models import DBTaskResult

logger = logging.getLogger("grondvlak.codering")
# Set by the worker when it is asked to end: long work then stops at the next good moment, planned again.
EINDE = threading.Event()
# How long new statements wait for company before they are analysed.
WACHT_OP_MEER = timedelta(seconds=90)
# And before their vectors are computed, so that a stream of answers makes one task of it.
WACHT_OP_STROOM = timedelta(seconds=10)
# Work that nobody waits for: in its lane, analyses go first.
GEEN_HAAST = -10


@transaction.atomic(savepoint=False)
def wake_uitspraken() -> None:
    """Ask for the changed sources to be read; called inside the transaction of the change.

    One task reads all that waits, so hundreds of answers at once need no hundreds of tasks.
    """
    if not hold_wachtend(list_wachtend(verwerk_wijzigingen)):
        verwerk_wijzigingen.enqueue()


def list_wachtend(soort: "Task[Any, Any]") -> "QuerySet[DBTaskResult[..., object]]":
    """Give the tasks of a kind that no worker has begun."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    return DBTaskResult.objects.filter(task_path=soort.module_path, status=TaskResultStatus.READY)


def hold_wachtend(taken: "QuerySet[DBTaskResult[..., object]]") -> bool:
    """Keep a waiting task waiting until this transaction ends; False when there is none to keep.

    A worker that began it earlier would not see what this transaction writes. SQLite has one writer at a time, so
    there it cannot begin; elsewhere the row is locked, and workers pass over locked rows. A task that another
    transaction holds does not count.
    """
    return taken.select_for_update(skip_locked=True).order_by("pk").first() is not None


@task(queue_name=settings.LANE_SNEL)
def verwerk_wijzigingen() -> None:
    """Make statements of changed sources; comes back for the rest until none are left."""
    from codering.domain.uitspraken import process_wijzigingen

    if process_wijzigingen():
        wake_uitspraken()


@task(queue_name=settings.LANE_LANG)
def werk_run_bij(run_id: str) -> None:
    """Do the next half minute of an analysis; comes back until it is done."""
    from codering.domain.analyse import continue_run

    run = Analyserun.objects.select_related("ronde", "codeboek").filter(pk=UUID(run_id)).first()
    if run is None:
        logger.info("analyse %s bestaat niet meer", run_id)
        return
    if continue_run(run=run, gestopt=EINDE.is_set):
        werk_run_bij.enqueue(run_id)


@task(queue_name=settings.LANE_LANG, priority=GEEN_HAAST)
def toets_uitleg(run_id: str) -> None:
    """Find out on which words the proposals of an analysis rest; waits for an analysis that is asked for."""
    from codering.domain.toetsen import toets_woorden

    run = Analyserun.objects.klaar().select_related("ronde", "codeboek").filter(pk=UUID(run_id)).first()
    if run is None:
        logger.info("analyse %s bestaat niet meer", run_id)
        return
    if Analyserun.objects.klaar().filter(ronde=run.ronde_id, nummer__gt=run.nummer).exists():
        return
    if toets_woorden(run=run, gestopt=EINDE.is_set):
        toets_uitleg.enqueue(run_id)


@task(queue_name=settings.LANE_LANG, priority=GEEN_HAAST)
def lees_vooruit(ronde_id: str) -> None:
    """Compute the vectors of statements that came in; beside an analysis, which does so itself, it waits."""
    from codering.domain.vooruit import read_ahead

    ronde = Ronde.objects.select_related("organisatie").filter(pk=UUID(ronde_id)).first()
    if ronde is None:
        logger.info("ronde %s bestaat niet meer", ronde_id)
        return
    if Analyserun.objects.filter(ronde=ronde).lopend().exists():
        plan_vooruit(ronde.pk)
    elif read_ahead(ronde=ronde, gestopt=EINDE.is_set):
        lees_vooruit.enqueue(ronde_id)


@task(queue_name=settings.LANE_LANG, priority=GEEN_HAAST)
def raadpleeg_taalmodel(raadpleging_id: str) -> None:
    """Ask a language model the next questions about an analysis; comes back until all are asked."""
    from codering.domain.raadplegen import continue_raadpleging

    rijen = Raadpleging.objects.select_related("run__ronde", "run__codeboek")
    raadpleging = rijen.filter(pk=UUID(raadpleging_id)).first()
    if raadpleging is None:
        logger.info("raadpleging %s bestaat niet meer", raadpleging_id)
        return
    if continue_raadpleging(raadpleging=raadpleging, gestopt=EINDE.is_set):
        raadpleeg_taalmodel.enqueue(raadpleging_id)


def list_gepland(ronde_id: UUID) -> "QuerySet[DBTaskResult[..., object]]":
    """Give the tasks that wait to analyse a ronde by themselves; at most one, unless two workers met."""
    return list_wachtend(analyseer_vanzelf).filter(args_kwargs__args__0=str(ronde_id))


@transaction.atomic(savepoint=False)
def plan_analyse(ronde_id: UUID) -> bool:
    """Plan an analysis of a ronde a little ahead, inside the transaction of the change.

    False when one waits already: it will see this change too.
    """
    if hold_wachtend(list_gepland(ronde_id)):
        return False
    analyseer_vanzelf.using(run_after=timezone.now() + WACHT_OP_MEER).enqueue(str(ronde_id))
    return True


@transaction.atomic(savepoint=False)
def plan_vooruit(ronde_id: UUID) -> bool:
    """Plan that vectors of new statements are computed, as `plan_analyse` does."""
    if hold_wachtend(list_wachtend(lees_vooruit).filter(args_kwargs__args__0=str(ronde_id))):
        return False
    lees_vooruit.using(run_after=timezone.now() + WACHT_OP_STROOM).enqueue(str(ronde_id))
    return True


@task(queue_name=settings.LANE_SNEL)
def analyseer_vanzelf(ronde_id: str) -> None:
    """Begin the analysis of a ronde that new statements asked for; beside a running one it waits its turn."""
    from codering.domain.vanzelf import start_vanzelf

    ronde = Ronde.objects.select_related("organisatie").filter(pk=UUID(ronde_id)).first()
    if ronde is None:
        logger.info("ronde %s bestaat niet meer", ronde_id)
        return
    if not start_vanzelf(ronde=ronde):
        plan_analyse(ronde.pk)
