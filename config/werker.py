"""The worker: two lanes of background tasks side by side in one process.

Each lane is a thread with its own database connection that lets django-tasks-db's Worker empty its queue, so
that a long analysis never keeps a short task waiting. The main thread listens to signals, gives signs of life
for the tasks at hand, and cares for what other workers left behind.

On SQLite a lock on a file in the data folder tells a worker that it is the only one; then every task that
seems to run was cut off, and is planned again at once. Elsewhere the missing sign of life tells.
"""

import fcntl
import logging
import os
import signal
import threading
import time
from contextlib import suppress
from datetime import timedelta
from io import TextIOWrapper
from types import FrameType
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, connections
from django.utils.crypto import get_random_string
from django_tasks.base import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from codering.domain.vanzelf import plan_gemiste
from codering.tasks import EINDE
from config import taakzorg

logger = logging.getLogger("grondvlak.werker")
BANEN = (settings.LANE_SNEL, settings.LANE_LANG)
HARTSLAG = 10.0
ONDERHOUD = 3600.0
RUST_NA_FOUT = 2.0
VOORRANG = 10


class Taakwerker(Worker):
    """Empties its queues once per `run`, and knows the task at hand."""

    def __init__(self, *banen: str) -> None:
        super().__init__(
            queue_names=list(banen),
            interval=settings.TAAK_PEILING,
            batch=True,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        self.taak: UUID | None = None

    def has_work(self) -> bool:
        """Look for a task without locking anything."""
        klaar = DBTaskResult.objects.ready().filter(backend_name=self.backend_name)
        return klaar.filter(queue_name__in=self.queue_names).exists()

    def run_task(self, db_task_result: "DBTaskResult[..., object]") -> None:
        """Run a task; a failure is also told on the terminal."""
        self.taak = db_task_result.pk
        try:
            super().run_task(db_task_result)
        finally:
            self.taak = None
        if db_task_result.exception_class_path:
            logger.error("taak %s is mislukt:\n%s", db_task_result.task_name, db_task_result.traceback)


class Baan(threading.Thread):
    """One lane."""

    def __init__(self, naam: str, stop: threading.Event) -> None:
        super().__init__(name=naam)
        self.werker = Taakwerker(naam)
        self.kapot = False
        self._stop_gevraagd = stop

    def run(self) -> None:
        """Work until asked to stop; trouble with the database is waited out, other trouble ends it all."""
        try:
            while not self._stop_gevraagd.is_set():
                self._stop_gevraagd.wait(self._work())
        except Exception:
            logger.exception("de baan %s is vastgelopen", self.name)
            self.kapot = True
            self._stop_gevraagd.set()
        finally:
            connections.close_all()

    def _work(self) -> float:
        """Do what there is to do; gives how many seconds to rest."""
        try:
            if self.werker.has_work():
                self.werker.run()
        except (DatabaseError, InterfaceError) as fout:
            logger.warning("de database geeft geen antwoord: %s", fout)
            connections.close_all()
            return RUST_NA_FOUT
        return settings.TAAK_PEILING


class Dienst:
    """The whole worker."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._banen = [Baan(naam, self._stop) for naam in BANEN]
        self._slot: TextIOWrapper | None = None

    def run(self) -> bool:
        """Work until a signal; False when a lane broke down."""
        for teken in (signal.SIGINT, signal.SIGTERM):
            signal.signal(teken, self._on_signal)
        if self._claim_folder():
            taakzorg.rescue_taken(zonder_teken_sinds=None)
        for baan in self._banen:
            baan.start()
        logger.info("de werker is begonnen")
        volgend_onderhoud = 0.0
        while not self._stop.is_set():
            if time.monotonic() >= volgend_onderhoud:
                volgend_onderhoud = time.monotonic() + ONDERHOUD
                self._care(groot=True)
            self._care(groot=False)
            self._stop.wait(HARTSLAG)
        while any(baan.is_alive() for baan in self._banen):
            for baan in self._banen:
                baan.join(0.1)
        logger.info("de werker is gestopt")
        return not any(baan.kapot for baan in self._banen)

    def _care(self, *, groot: bool) -> None:
        try:
            if groot:
                taakzorg.purge_taken()
                taakzorg.delete_verlopen_overal()
                plan_gemiste()
                return
            taakzorg.show_life(baan.werker.taak for baan in self._banen if baan.werker.taak)
            taakzorg.rescue_taken(zonder_teken_sinds=timedelta(seconds=settings.TAAK_VERLOREN_NA))
            taakzorg.check_runs()
            taakzorg.check_wijzigingen()
        except (DatabaseError, InterfaceError) as fout:
            logger.warning("de database geeft geen antwoord: %s", fout)
            connections.close_all()

    def _claim_folder(self) -> bool:
        """On SQLite: take the lock of the data folder for this process's life; tell whether it is ours."""
        if connection.vendor != "sqlite":
            return False
        self._slot = (settings.DATAMAP / "werker.lock").open("w")
        with suppress(BlockingIOError):
            fcntl.flock(self._slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False

    def _on_signal(self, nummer: int, _frame: FrameType | None) -> None:
        """Stop after the task at hand; the second time at once: the task stays open and is planned again."""
        if self._stop.is_set():
            os._exit(128 + nummer)
        self._stop.set()
        EINDE.set()
        for baan in self._banen:
            baan.werker.running = False


def lower_priority() -> None:
    """Let pages go first."""
    os.setpriority(os.PRIO_PROCESS, 0, max(VOORRANG, os.getpriority(os.PRIO_PROCESS, 0)))


def empty_queues() -> None:
    """Do every task that waits, those that they plan included, in this thread."""
    Taakwerker(*BANEN).run()
