"""Work in the background: ids in, fetch, log if gone, call the domain. Each may run twice without harm.

A task is a row in the database of the work itself, so it is planned inside the transaction that needs it:
both are there or neither is.
"""

import logging
import threading
from uuid import UUID

from django.conf import settings
from django_tasks import task

from codering.models import Analyserun

logger = logging.getLogger("grondvlak.codering")
# Set by the worker when it is asked to end: long work then stops at the next good moment, planned again.
EINDE = threading.Event()


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
