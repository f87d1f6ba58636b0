"""How quickly the program is there: commands, the first and second start, and what the server weighs."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts.bench.meting import PROJECTMAP, Meting, Sectie, time_command


def read_omgeving(data: Path) -> dict[str, str]:
    """Give an environment that leaves the user's own data alone."""
    weg = {"DATABASE_URL", "GRONDVLAK_DEBUG"}
    return {**{k: w for k, w in os.environ.items() if k not in weg}, "GRONDVLAK_DATA": str(data)}


def measure_opdrachten() -> Sectie:
    """Time the commands that a person waits for; the baseline is Python that imports Django and stops."""
    with tempfile.TemporaryDirectory() as map_:
        omgeving = read_omgeving(Path(map_))
        kaal = time_command([sys.executable, "-c", "import django.core.management"], omgeving)
        check = time_command([sys.executable, "manage.py", "check"], omgeving)
        hulp = time_command([sys.executable, "manage.py", "help"], omgeving)
    return Sectie(
        "Opdrachten",
        "Mediaan van vijf keer, als heel proces. De eenvoudige manier: Python dat alleen Django laadt.",
        (
            Meting("manage.py check", check, "s", doel=1.5, basis=kaal),
            Meting("manage.py help", hulp, "s", basis=kaal),
        ),
    )


def find_vrije_poort() -> int:
    """Give a port that is free now."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


def read_geheugen(pid: int) -> tuple[float, float]:
    """Give the resident and the private memory of a process in MB (10⁶ bytes); (0, 0) if it has gone."""
    try:
        regels = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0, 0.0
    kb = {regel.split(":")[0]: int(regel.split()[1]) for regel in regels[1:]}
    return kb["Rss"] * 1.024e-3, (kb["Private_Clean"] + kb["Private_Dirty"]) * 1.024e-3


def list_kinderen(pid: int) -> list[int]:
    """Give all descendants of a process."""
    direct: list[int] = []
    for taak in Path(f"/proc/{pid}/task").glob("*/children"):
        direct += [int(deel) for deel in taak.read_text(encoding="ascii").split()]
    return [nazaat for kind in direct for nazaat in (kind, *list_kinderen(kind))]


def read_opdracht(pid: int) -> str:
    """Give the command line of a process."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def start_once(omgeving: dict[str, str]) -> tuple[float, float, float]:
    """Start as `make run` does, until the page answers; give seconds, and MB of web process and worker."""
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "scripts/start.py"], cwd=PROJECTMAP, env=omgeving, stdout=subprocess.PIPE, text=True
    ) as proces:
        try:
            klaar = any("Klaar: open" in regel for regel in proces.stdout or ())
            duur = time.perf_counter() - begin
            if not klaar:
                raise RuntimeError("Grondvlak start niet; zie hierboven.")
            maten = [(read_opdracht(pid), read_geheugen(pid)[0]) for pid in list_kinderen(proces.pid)]
        finally:
            proces.send_signal(signal.SIGINT)
            proces.communicate()
    web = max((mb for opdracht, mb in maten if "gunicorn" in opdracht), default=0.0)
    werker = max((mb for opdracht, mb in maten if " werker" in opdracht), default=0.0)
    return duur, web, werker


def measure_start() -> Sectie:
    """Time a first start, with an empty folder, and a second one; weigh the processes after a page."""
    map_ = Path(tempfile.mkdtemp(prefix="grondvlak-bench-"))
    try:
        omgeving = {**read_omgeving(map_ / "data"), "PORT": str(find_vrije_poort())}
        eerste, _, _ = start_once(omgeving)
        tweede, web, werker = start_once(omgeving)
    finally:
        shutil.rmtree(map_)
    return Sectie(
        "Starten",
        "`scripts/start.py` tot de eerste pagina antwoord geeft, de pakketten al geïnstalleerd. "
        "Geheugen is wat een proces vasthoudt (RSS), na die pagina.",
        (
            Meting("eerste start, lege map, met voorbeeld", eerste, "s"),
            Meting("tweede start", tweede, "s", doel=5.0),
            Meting("geheugen van het webproces", web, "MB", doel=120.0),
            Meting("geheugen van de werker in rust", werker, "MB"),
        ),
    )
