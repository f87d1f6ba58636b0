"""Work in the background: ids in, fetch, log if gone, call the domain. Each may run twice without harm."""

import logging
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django_tasks import task

from codering.models import Analyserun

logger = logging.getLogger("grondvlak.codering")


def wake_uitspraken() -> None:
    """Ask for the changed sources to be read, after the change is committed."""
    transaction.on_commit(lambda: verwerk_wijzigingen.enqueue())


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

    run = Analyserun.objects.filter(pk=UUID(run_id)).first()
    if run is None:
        logger.info("analyse %s bestaat niet meer", run_id)
        return
    if continue_run(run=run):
        werk_run_bij.enqueue(run_id)
