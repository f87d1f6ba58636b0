"""Work in the background: ids in, fetch, log if gone, call the domain. Each may run twice without harm.

A task is a row in the database of the work itself, so it is planned inside the transaction that needs it:
both are there or neither is.
"""

import logging
import threading
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from codering.models import Analyserun
from organisaties.models import Ronde

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django_tasks_db.models import DBTaskResult

logger = logging.getLogger("grondvlak.codering")
# Set by the worker when it is asked to end: long work then stops at the next good moment, planned again.
EINDE = threading.Event()
# How long new statements wait for company before they are analysed.
WACHT_OP_MEER = timedelta(seconds=90)


def wake_uitspraken() -> None:
    """Ask for the changed sources to be read; called inside the transaction of the change."""
    verwerk_wijzigingen.enqueue()


@task(queue_name=settings.LANE_SNEL)
def verwerk_wijzigingen() -> None:
    """Make statements of changed sources; comes back for the rest until none are left."""
    from codering.domain.uitspraken import process_wijzigingen

    if process_wijzigingen():
        verwerk_wijzigingen.enqueue()


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


def list_gepland(ronde_id: UUID) -> "QuerySet[DBTaskResult[..., object]]":
    """Give the tasks that wait to analyse a ronde by themselves; at most one, unless two workers met."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    return DBTaskResult.objects.filter(
        task_path=analyseer_vanzelf.module_path,
        status=TaskResultStatus.READY,
        args_kwargs__args__0=str(ronde_id),
    )


def plan_analyse(ronde_id: UUID) -> bool:
    """Plan an analysis of a ronde a little ahead, inside the transaction of the change.

    False when one waits already: it will see this change too.
    """
    if list_gepland(ronde_id).exists():
        return False
    analyseer_vanzelf.using(run_after=timezone.now() + WACHT_OP_MEER).enqueue(str(ronde_id))
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
