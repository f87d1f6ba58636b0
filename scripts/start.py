"""Start Grondvlak on this machine and keep it going: what `make run` does after the installation.

Checks the port and the data folder, prepares the database, then starts the web server and the worker and
stops them together. Needs no packages itself; it is run by the Python of `.venv`.

Environment: PORT (8000), GRONDVLAK_DATA (data/), and everything the settings read is passed on.
Exit status: 0 after Ctrl-C, 2 with one line if it cannot start, 1 if the web server stops by itself.
"""

from __future__ import annotations

import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PROJECTMAP = Path(__file__).resolve().parents[1]
ADRES = "127.0.0.1"
# gunicorn's heartbeat file belongs in memory: on a slow disk it stalls the server.
GEHEUGENMAP = Path("/dev/shm")  # noqa: S108 -- a memory disk, and gunicorn removes the file's name at once
WACHT_OP_PAGINA = 60.0  # seconds before a page that does not answer counts as a failure
WACHT_OP_EINDE = 8.0  # seconds that a child gets to finish what it was doing
RUST = (1.0, 30.0)  # seconds before a dead worker is started again: at first, and at most


class Startfout(Exception):
    """Starting is impossible; the text is the one line for the user."""


@dataclass(frozen=True, slots=True)
class Instellingen:
    """What the environment asks for."""

    poort: int
    data: Path


def read_instellingen(omgeving: Mapping[str, str]) -> Instellingen:
    """Read PORT and GRONDVLAK_DATA."""
    poort = omgeving.get("PORT") or "8000"
    if not poort.isascii() or not poort.isdigit() or not 1 <= int(poort) <= 65535:
        raise Startfout(f"PORT={poort} is geen poortnummer. Kies een getal van 1024 tot en met 65535.")
    return Instellingen(int(poort), Path(omgeving.get("GRONDVLAK_DATA") or PROJECTMAP / "data").absolute())


def check_poort(poort: int) -> None:
    """Refuse a port that something else listens on, or that this user may not open."""
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((ADRES, poort))
        except PermissionError as fout:
            raise Startfout(
                f"Poort {poort} mag u niet gebruiken. Kies een hogere: PORT=8000 make run"
            ) from fout
        except OSError as fout:
            ander = poort + 1 if poort < 65535 else 8000
            raise Startfout(
                f"Poort {poort} is bezet. Stop wat daar draait of kies een andere: PORT={ander} make run"
            ) from fout


def prepare_data(data: Path) -> None:
    """Make the data folder, for this user only, and make sure that it can be written."""
    proef = data / f".schrijfproef-{os.getpid()}"
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        proef.touch()
        proef.unlink()
    except OSError as fout:
        raise Startfout(
            f"In de map {data} kan niet worden geschreven ({fout.strerror}). "
            "Kies een andere map met GRONDVLAK_DATA=/pad/naar/map make run"
        ) from fout


def read_sleutel(data: Path, omgeving: Mapping[str, str]) -> str:
    """Give the secret key: from the environment, else from the data folder, where it is made once."""
    if sleutel := omgeving.get("GRONDVLAK_SECRET_KEY"):
        return sleutel
    bestand = data / "geheime-sleutel"
    if not bestand.is_file() or not bestand.read_text(encoding="ascii").strip():
        bestand.unlink(missing_ok=True)
        bestand.touch(mode=0o600, exist_ok=False)
        bestand.write_text(secrets.token_urlsafe(50) + "\n", encoding="ascii")
    return bestand.read_text(encoding="ascii").strip()


def build_omgeving(instellingen: Instellingen, omgeving: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of the children."""
    return {
        **omgeving,
        "GRONDVLAK_DATA": str(instellingen.data),
        "GRONDVLAK_SECRET_KEY": read_sleutel(instellingen.data, omgeving),
        "PYTHONUNBUFFERED": "1",
    }


def build_web(instellingen: Instellingen) -> list[str]:
    """Give the command of the web server: one process with threads, as SQLite likes it."""
    werkmap = GEHEUGENMAP if os.access(GEHEUGENMAP, os.W_OK) else instellingen.data
    return [
        *(
            sys.executable,
            "-m",
            "gunicorn",
            "config.wsgi:application",
            "--bind",
            f"{ADRES}:{instellingen.poort}",
        ),
        *("--workers", "1", "--threads", "4", "--worker-tmp-dir", str(werkmap), "--graceful-timeout", "5"),
        *("--no-control-socket", "--log-level", "warning"),
    ]


class Kind:
    """A child process whose lines are printed with its name before them."""

    def __init__(self, naam: str, opdracht: list[str], omgeving: Mapping[str, str]) -> None:
        self.naam, self.opdracht, self.omgeving = naam, opdracht, omgeving
        self.rust, self.sinds, self.weer_om = RUST[0] / 2, 0.0, 0.0
        self.proces: subprocess.Popen[str] | None = None
        self.lezer: threading.Thread

    def start(self) -> None:
        """Start the process in a session of its own: Ctrl-C reaches it through us only."""
        self.sinds = time.monotonic()
        self.proces = subprocess.Popen(
            self.opdracht,
            cwd=PROJECTMAP,
            env=dict(self.omgeving),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        self.lezer = threading.Thread(target=self._print_lines, args=(self.proces.stdout,), daemon=True)
        self.lezer.start()

    def _print_lines(self, uitvoer: IO[str]) -> None:
        with uitvoer:
            for regel in uitvoer:
                print(f"[{self.naam}] {regel.rstrip()}", flush=True)

    def is_dead(self) -> bool:
        """Tell whether it was started and has ended."""
        return self.proces is not None and self.proces.poll() is not None

    def keep_alive(self) -> None:
        """Start it again if it died; longer rest each time it dies soon, so that nothing spins."""
        nu = time.monotonic()
        if self.proces is not None and self.is_dead():
            self.rust = min(self.rust * 2, RUST[1]) if nu - self.sinds < RUST[1] else RUST[0]
            print(
                f"De {self.naam} is gestopt (status {self.proces.returncode}) en start opnieuw.", flush=True
            )
            self.proces, self.weer_om = None, nu + self.rust
        elif self.proces is None and nu >= self.weer_om:
            self.start()

    def ask_to_stop(self) -> None:
        """Ask the process to end after what it is doing."""
        if self.proces is not None and self.proces.poll() is None:
            self.proces.terminate()

    def wait(self, tot: float) -> None:
        """Wait for the end until a moment of time.monotonic(), then end its whole process group."""
        if self.proces is None:
            return
        try:
            self.proces.wait(max(0.1, tot - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(self.proces.pid, signal.SIGKILL)
            self.proces.wait()
        self.lezer.join(1.0)


def stop_all(kinderen: list[Kind]) -> None:
    """Stop all children together."""
    for kind in kinderen:
        kind.ask_to_stop()
    tot = time.monotonic() + WACHT_OP_EINDE
    for kind in kinderen:
        kind.wait(tot)


def fetch_status(poort: int) -> int:
    """Give the HTTP status of the first page; 0 when nothing answers yet."""
    verbinding = http.client.HTTPConnection(ADRES, poort, timeout=10)
    try:
        verbinding.request("GET", "/")
        return verbinding.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        verbinding.close()


def supervise(web: Kind, werker: Kind, einde: threading.Event, klaar: Callable[[], bool]) -> int:
    """Keep both going until `einde` is set or the web server ends; `klaar` reports the page once."""
    web.start()
    werker.start()
    gemeld, uiterlijk = False, time.monotonic() + WACHT_OP_PAGINA
    while not einde.wait(0.5 if gemeld else 0.1):
        if web.is_dead():
            print("De webserver is gestopt; hierboven staat waarom.", file=sys.stderr, flush=True)
            return 1
        werker.keep_alive()
        gemeld = gemeld or klaar()
        if not gemeld and time.monotonic() > uiterlijk:
            print("De webserver geeft geen antwoord; hierboven staat waarom.", file=sys.stderr, flush=True)
            return 1
    return 0


def announce(instellingen: Instellingen) -> bool:
    """Print the address and the sign-ins of the example once the page answers; tell whether it did."""
    status = fetch_status(instellingen.poort)
    if status >= 500:
        raise Startfout(f"De eerste pagina geeft een fout ({status}); hierboven staat waarom.")
    if not status:
        return False
    inloggen = instellingen.data / "inloggen.txt"
    regels = [f"Klaar: open http://{ADRES}:{instellingen.poort}/"]
    if inloggen.is_file():
        regels += ["Inloggen kan met:", inloggen.read_text(encoding="utf-8").rstrip()]
    print("\n".join([*regels, "Stoppen: Ctrl-C"]), flush=True)
    return True


def prepare(omgeving: Mapping[str, str], einde: threading.Event) -> None:
    """Run prepare.py; a stop meanwhile ends it at once, its open transaction is undone by the database."""
    opdracht = [sys.executable, str(PROJECTMAP / "scripts" / "prepare.py")]
    proces = subprocess.Popen(opdracht, cwd=PROJECTMAP, env=dict(omgeving), start_new_session=True)
    while proces.poll() is None:
        if einde.wait(0.05):
            proces.terminate()
            proces.wait()
    if proces.returncode and not einde.is_set():
        raise Startfout("De database kon niet worden klaargezet; hierboven staat waarom.")


def run(instellingen: Instellingen, omgeving: Mapping[str, str], einde: threading.Event) -> int:
    """Prepare, start both children and stay until the end; give the exit status."""
    prepare(omgeving, einde)
    web = Kind("web", build_web(instellingen), omgeving)
    werker = Kind("werker", [sys.executable, "manage.py", "werker"], omgeving)
    try:
        return supervise(web, werker, einde, lambda: announce(instellingen))
    finally:
        stop_all([web, werker])
        print("Grondvlak is gestopt.", flush=True)


def main() -> int:
    """Start from the command line."""
    os.umask(0o077)  # what we make in the data folder is for this user only
    einde = threading.Event()
    for teken in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(teken, lambda _nummer, _frame: einde.set())
    try:
        instellingen = read_instellingen(os.environ)
        check_poort(instellingen.poort)
        prepare_data(instellingen.data)
        return run(instellingen, build_omgeving(instellingen, os.environ), einde)
    except (Startfout, OSError) as fout:
        print(fout, file=sys.stderr, flush=True)
        return 2


if __name__ == "__main__":
    sys.exit(main())
