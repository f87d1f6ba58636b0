"""A server that can be killed, behind a cable that can be cut: what a resident's phone meets on a bad day.

The server is the one of `make run`, with an SQLite file of its own. `Kabel` forwards bytes: when it is `dicht`
nothing gets through, when it is `slikt` a request arrives and its answer is lost.
"""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from scripts.bench.opstarten import find_vrije_poort, read_omgeving
from scripts.start import PROJECTMAP, Instellingen, build_web

HEEL, DICHT, SLIKT = "heel", "dicht", "slikt"
ADRES = "127.0.0.1"


@dataclass
class Server:
    """The web server in processes of its own."""

    map: Path
    poort: int = field(default_factory=find_vrije_poort)
    proces: subprocess.Popen | None = None

    @property
    def omgeving(self) -> dict[str, str]:
        return {**read_omgeving(self.map), "GRONDVLAK_SECRET_KEY": "storing" * 8, "GRONDVLAK_DEBUG": "0"}

    def prepare(self) -> None:
        """Make the database with one open questionnaire."""
        for opdracht in (
            ["manage.py", "migrate", "-v0"],
            ["manage.py", "collectstatic", "--noinput", "-v0"],
            ["-m", "tests.browser.storing"],
        ):
            subprocess.run([sys.executable, *opdracht], cwd=PROJECTMAP, env=self.omgeving, check=True)

    def start(self) -> None:
        """Start, and come back when it answers."""
        self.proces = subprocess.Popen(
            build_web(Instellingen(self.poort, self.map)),
            cwd=PROJECTMAP,
            env=self.omgeving,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        while self.proces.poll() is None:
            with suppress(OSError), socket.create_connection((ADRES, self.poort), timeout=10) as lijn:
                lijn.sendall(b"GET /v/dienst.js HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
                if lijn.recv(12).endswith(b"200"):
                    return
        raise RuntimeError("de server stopte vanzelf")

    def kill(self) -> None:
        """Kill -9 all of it, as a power cut would."""
        if self.proces is not None:
            os.killpg(self.proces.pid, signal.SIGKILL)
            self.proces.wait()
            self.proces = None

    def ask(self, vraag: str, *waarden: object) -> list[tuple]:
        """Ask the database itself."""
        verbinding = sqlite3.connect(f"file:{self.map}/grondvlak.sqlite3?mode=ro", uri=True)
        try:
            return verbinding.execute(vraag, waarden).fetchall()
        finally:
            verbinding.close()

    def execute(self, opdracht: str, *waarden: object) -> None:
        """Change the database itself."""
        verbinding = sqlite3.connect(self.map / "grondvlak.sqlite3", timeout=10)
        try:
            with verbinding:
                verbinding.execute(opdracht, waarden)
        finally:
            verbinding.close()


class Kabel:
    """What stands between phone and server."""

    def __init__(self, naar: int) -> None:
        self.naar, self.stand, self.verbindingen = naar, HEEL, set[socket.socket]()
        self.deur = socket.create_server((ADRES, 0))
        self.poort = self.deur.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def zet(self, stand: str) -> None:
        """Cut it, or mend it; connections that stand open are dropped."""
        self.stand = stand
        for verbinding in list(self.verbindingen):
            self._drop(verbinding)

    def sluit(self) -> None:
        """Stop."""
        self.zet(DICHT)
        self._drop(self.deur)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                telefoon, _adres = self.deur.accept()
                self.verbindingen.add(telefoon)
                threading.Thread(target=self._serve, args=(telefoon,), daemon=True).start()

    def _serve(self, telefoon: socket.socket) -> None:
        try:
            if self.stand == DICHT:
                return
            with socket.create_connection((ADRES, self.naar)) as server:
                self.verbindingen.add(server)
                terug = threading.Thread(target=self._copy, args=(server, telefoon), daemon=True)
                terug.start()
                self._copy(telefoon, server)
                terug.join()
                self.verbindingen.discard(server)
        except OSError:
            return
        finally:
            self.verbindingen.discard(telefoon)
            self._drop(telefoon)

    def _copy(self, van: socket.socket, naar: socket.socket) -> None:
        """Copy until one side stops; an answer is swallowed when the cable says so."""
        with suppress(OSError):
            while brok := van.recv(65536):
                if self.stand == SLIKT and naar.getsockname()[1] == self.poort:
                    break
                naar.sendall(brok)
        self._drop(naar)
        self._drop(van)

    @staticmethod
    def _drop(verbinding: socket.socket) -> None:
        with suppress(OSError):
            verbinding.shutdown(socket.SHUT_RDWR)
        verbinding.close()


def fill_database() -> None:
    """Make an organisation with an open questionnaire; run in a process of its own."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    from organisaties.models import Organisatie, Ronde
    from tests.peilingen.makers_bewoner import maak_vragenlijst

    organisatie = Organisatie.objects.create(
        naam="Adviesraad Test", slug="test", contact="raad@voorbeeld.test"
    )
    maak_vragenlijst(Ronde.objects.create(organisatie=organisatie, naam="Ronde"))


if __name__ == "__main__":
    fill_database()
