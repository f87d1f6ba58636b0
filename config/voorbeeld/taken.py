"""The worker's part: going on with an example that was loaded without waiting for its analysis."""

from datetime import date

from django.conf import settings
from django_tasks import task

from codering.tasks import EINDE


def plan_afmaken(vandaag: date) -> None:
    """Let the worker finish the example that was loaded on this day."""
    maak_voorbeeld_af.enqueue(vandaag.isoformat())


@task(queue_name=settings.LANE_LANG)
def maak_voorbeeld_af(vandaag: str) -> None:
    """Do the next stretch; comes back until nothing is left."""
    from config.voorbeeld.afmaken import do_next_stretch

    dag = date.fromisoformat(vandaag)
    if do_next_stretch(vandaag=dag, gestopt=EINDE.is_set) is not None:
        plan_afmaken(dag)
