"""Tasks for the tests of the worker: each waits at a named pipe, so that the test decides when it goes on."""

from pathlib import Path

from django.conf import settings
from django_tasks import task


@task(queue_name=settings.LANE_LANG)
def wacht_op_pijp(pijp: str) -> str:
    """Do nothing until someone writes into the pipe; gives what was written."""
    return Path(pijp).read_text(encoding="ascii")


@task(queue_name=settings.LANE_SNEL)
def meteen() -> str:
    """Be done."""
    return "gedaan"


@task(queue_name=settings.LANE_SNEL)
def gaat_mis() -> None:
    """Fail."""
    raise ValueError("bedoeld")
