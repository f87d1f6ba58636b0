"""Care for background tasks: bring back what a killed worker left, and throw away what is done.

Task rows carry keys of analyses, so finished ones do not stay. Everything here may run at any moment, in
several workers at once, and twice without harm.
"""

import logging
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from codering.domain.analyse import fail_run
from codering.domain.bewaren import delete_losse_inbeddingen
from codering.models import Analyserun
from codering.tasks import verwerk_wijzigingen, werk_run_bij
from organisaties.domain.bewaren import delete_verlopen
from organisaties.models import Bronwijziging, Organisatie
from peilingen.domain.opruimen import delete_losse_bestanden

logger = logging.getLogger("grondvlak.werker")
BEWAAR_KLAAR = timedelta(hours=1)
BEWAAR_MISLUKT = timedelta(days=7)
OPNIEUW_NA = timedelta(minutes=5)
ONDERWEG = (TaskResultStatus.READY, TaskResultStatus.RUNNING)


def show_life(taken: Iterable[UUID]) -> None:
    """Say that these tasks are still being worked on, so that no other worker takes them for lost."""
    DBTaskResult.objects.running().filter(pk__in=list(taken)).update(started_at=timezone.now())


@transaction.atomic
def rescue_taken(*, zonder_teken_sinds: timedelta | None) -> int:
    """Plan again what lost its worker: no sign of life for this long (None: all that seems to run).

    A task that was begun TAAK_POGINGEN times already is given up. Gives how many were planned again.
    """
    verloren = DBTaskResult.objects.running().select_for_update()
    if zonder_teken_sinds is not None:
        verloren = verloren.filter(started_at__lt=timezone.now() - zonder_teken_sinds)
    gered = 0
    for taak in verloren:
        taak.status = TaskResultStatus.READY
        if len(taak.worker_ids) >= settings.TAAK_POGINGEN:
            taak.status, taak.finished_at = TaskResultStatus.FAILED, timezone.now()
            logger.error(
                "taak %s is %s keer begonnen en nooit afgemaakt", taak.task_name, len(taak.worker_ids)
            )
        gered += taak.status == TaskResultStatus.READY
        taak.save(update_fields=["status", "finished_at"])
    return gered


def purge_taken() -> None:
    """Delete rows of finished tasks: at once what succeeded (after an hour), failures after a week."""
    nu = timezone.now()
    DBTaskResult.objects.successful().filter(finished_at__lt=nu - BEWAAR_KLAAR).delete()
    DBTaskResult.objects.failed().filter(finished_at__lt=nu - BEWAAR_MISLUKT).delete()


def check_runs() -> None:
    """See to it that every analysis under way has a task; give it up when its tasks failed too often."""
    for run in Analyserun.objects.lopend():
        with transaction.atomic():
            vast = Analyserun.objects.lopend().select_for_update().filter(pk=run.pk).first()
            taken = DBTaskResult.objects.filter(
                task_path=werk_run_bij.module_path, args_kwargs__args__0=str(run.pk)
            )
            if vast is None or taken.filter(status__in=ONDERWEG).exists():
                continue
            if taken.failed().count() < settings.TAAK_POGINGEN and not _gave_up(taken.failed()):
                werk_run_bij.enqueue(str(run.pk))
            else:
                fail_run(run=run, reden=_text_given_up())


def _gave_up(mislukt: "Iterable[DBTaskResult[..., object]]") -> bool:
    return any(len(taak.worker_ids) >= settings.TAAK_POGINGEN for taak in mislukt)


def _text_given_up() -> str:
    return _(
        "De analyse is een paar keer begonnen en niet afgekomen. Uw antwoorden en besluiten staan er nog. "
        "Probeer het opnieuw. Gaat het weer mis, vraag dan wie de computer beheert om mee te kijken."
    )


def check_wijzigingen() -> None:
    """See to it that changed sources are read, also when the task that should have done so failed."""
    if not Bronwijziging.objects.open().exists():
        return
    taken = DBTaskResult.objects.filter(task_path=verwerk_wijzigingen.module_path)
    pas = taken.failed().filter(finished_at__gt=timezone.now() - OPNIEUW_NA)
    if not taken.filter(status__in=ONDERWEG).exists() and not pas.exists():
        verwerk_wijzigingen.enqueue()


def delete_verlopen_overal() -> None:
    """Delete what is past its term, organisation by organisation: trouble in one does not keep the others.

    Vectors belong to no organisation, and files lie beside the database: what a deleted one left goes here.
    """
    for organisatie in Organisatie.objects.order_by("pk"):
        try:
            delete_verlopen(organisatie=organisatie)
        except Exception:
            logger.exception("verwijderen na de bewaartermijn lukte niet voor organisatie %s", organisatie.pk)
    delete_losse_inbeddingen()
    delete_losse_bestanden()
