"""A worker as a process of its own, on a copy of the test database."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.db import connection

from tests.project.bestanden import PROJECTMAP

UITERLIJK = 120.0
# Ended well, by a second signal, or killed.
GEWILD = (0, 128 + signal.SIGTERM, -signal.SIGKILL)


class Werkproces:
    """Starts workers on the database of `map_`, and looks into it."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.processen: list[subprocess.Popen[str]] = []
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(map_ / "grondvlak.sqlite3")])

    def start(self) -> subprocess.Popen[str]:
        """Start a worker."""
        omgeving = {**os.environ, "GRONDVLAK_DATA": str(self.map), "PYTHONUNBUFFERED": "1"}
        proces = subprocess.Popen(
            [sys.executable, "manage.py", "werker"],
            cwd=PROJECTMAP,
            env=omgeving,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.processen.append(proces)
        return proces

    def read_until(self, proces: subprocess.Popen[str], tekst: str) -> None:
        """Wait for a line with these words on the worker's terminal."""
        assert proces.stderr is not None
        regels = []
        for regel in proces.stderr:
            regels.append(regel)
            if tekst in regel:
                return
        raise AssertionError(f"{tekst!r} kwam niet: {regels}")

    def ask(self, vraag: str, *waarden: object) -> list[tuple]:
        """Look into the database."""
        verbinding = sqlite3.connect(self.map / "grondvlak.sqlite3", timeout=20)
        try:
            return verbinding.execute(vraag, waarden).fetchall()
        finally:
            verbinding.close()

    def wait_for(self, waar: Callable[[], bool], wat: str) -> None:
        """Look again and again until something is so; a generous end, for a machine that is busy."""
        einde = time.monotonic() + UITERLIJK
        while not waar():
            assert time.monotonic() < einde, f"dit kwam niet: {wat}; taken: {self.tasks()}"
            for proces in self.processen:
                with suppress(subprocess.TimeoutExpired):
                    assert proces.wait(0.05) in GEWILD, proces.stderr and proces.stderr.read()

    def tasks(self) -> list[tuple]:
        """Give name, status and number of attempts of every task."""
        rijen = self.ask(
            "SELECT task_path, status, json_array_length(worker_ids) FROM django_tasks_database_dbtaskresult"
            " ORDER BY enqueued_at"
        )
        return [(pad.rpartition(".")[2], status, keren) for pad, status, keren in rijen]

    def end(self) -> None:
        """End what still runs."""
        for proces in self.processen:
            if proces.poll() is None:
                proces.kill()
            proces.communicate()
