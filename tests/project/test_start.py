"""What `make run` does: refusing with one clear line, keeping the worker alive, stopping together."""

import http.client
import os
import queue
import shutil
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scripts.start import (
    Kind,
    Startfout,
    check_poort,
    prepare_data,
    read_instellingen,
    read_sleutel,
    stop_all,
    supervise,
)
from tests.project.bestanden import PROJECTMAP


def run_start(**omgeving: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "scripts/start.py"],
        cwd=PROJECTMAP,
        env={**os.environ, **omgeving},
        capture_output=True,
        text=True,
        check=False,
    )


def find_vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return proef.getsockname()[1]


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


SLAAPT = python("import signal; signal.pause()")


def test_an_occupied_port_gives_one_line(tmp_path):
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]
        uitkomst = run_start(PORT=str(poort), GRONDVLAK_DATA=str(tmp_path))
    assert uitkomst.returncode == 2
    assert uitkomst.stdout == ""
    assert len(uitkomst.stderr.splitlines()) == 1
    assert uitkomst.stderr.startswith(f"Poort {poort} is bezet.")
    assert list(tmp_path.iterdir()) == []


def test_an_unwritable_folder_gives_one_line(tmp_path):
    # A file where a folder should be stops root too, who may write in any folder.
    (tmp_path / "bestand").touch()
    uitkomst = run_start(PORT=str(find_vrije_poort()), GRONDVLAK_DATA=str(tmp_path / "bestand" / "data"))
    assert uitkomst.returncode == 2
    assert uitkomst.stdout == ""
    assert len(uitkomst.stderr.splitlines()) == 1
    assert uitkomst.stderr.startswith("In de map ")


@pytest.mark.parametrize("poort", ["0", "65536", "acht", "-1", "80 80", "٣٠٠"])
def test_a_port_that_is_no_port_is_refused(poort):
    with pytest.raises(Startfout, match="geen poortnummer"):
        read_instellingen({"PORT": poort})


def test_the_environment_decides_port_and_folder(tmp_path):
    assert read_instellingen({}).poort == 8000
    assert read_instellingen({"PORT": "", "GRONDVLAK_DATA": ""}).data == PROJECTMAP / "data"
    assert read_instellingen({"GRONDVLAK_DATA": str(tmp_path)}).data == tmp_path


def test_a_free_port_is_accepted():
    check_poort(find_vrije_poort())


def test_the_data_folder_is_for_its_owner_only(tmp_path):
    prepare_data(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_the_secret_is_made_once_and_kept_private(tmp_path):
    eerste = read_sleutel(tmp_path, {})
    assert len(eerste) >= 50
    assert read_sleutel(tmp_path, {}) == eerste
    assert (tmp_path / "geheime-sleutel").stat().st_mode & 0o777 == 0o600


def test_a_secret_from_the_environment_leaves_no_file(tmp_path):
    assert read_sleutel(tmp_path, {"GRONDVLAK_SECRET_KEY": "van-buiten"}) == "van-buiten"
    assert list(tmp_path.iterdir()) == []


def test_an_empty_secret_file_is_replaced(tmp_path):
    (tmp_path / "geheime-sleutel").touch()
    assert len(read_sleutel(tmp_path, {})) >= 50


def test_without_a_usable_python_one_line_says_what_to_install(tmp_path):
    (tmp_path / "python3").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "python3").chmod(0o755)
    (tmp_path / "dirname").symlink_to(shutil.which("dirname") or "")
    uitkomst = subprocess.run(
        ["/bin/sh", "scripts/find-python"],
        cwd=PROJECTMAP,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 2
    assert len(uitkomst.stderr.splitlines()) == 1
    assert "Python 3.11, 3.12 of 3.13" in uitkomst.stderr


def test_a_named_python_is_the_one_used():
    uitkomst = subprocess.run(
        ["/bin/sh", "scripts/find-python"],
        cwd=PROJECTMAP,
        env={**os.environ, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(uitkomst.stdout.strip()).resolve() == Path(sys.executable).resolve()


def test_a_dead_worker_starts_again_and_all_stop_together(tmp_path, capfd):
    # The first time the worker ends at once; the second time it stays, and says so by a file.
    teller, levend = tmp_path / "teller", tmp_path / "levend"
    code = (
        "import pathlib, signal, sys\n"
        f"teller, levend = pathlib.Path({str(teller)!r}), pathlib.Path({str(levend)!r})\n"
        "if not teller.exists():\n    teller.touch(); sys.exit(3)\n"
        "levend.touch(); signal.pause()\n"
    )
    web, werker = Kind("web", SLAAPT, os.environ), Kind("werker", python(code), os.environ)
    einde = threading.Event()

    def klaar() -> bool:
        if levend.exists():
            einde.set()
        return False

    assert supervise(web, werker, einde, klaar) == 0
    stop_all([web, werker])
    assert web.is_dead()
    assert werker.is_dead()
    assert "De werker is gestopt (status 3) en start opnieuw." in capfd.readouterr().out


def test_a_dead_web_server_ends_everything(capfd):
    web, werker = Kind("web", python("raise SystemExit(1)"), os.environ), Kind("werker", SLAAPT, os.environ)
    assert supervise(web, werker, threading.Event(), lambda: False) == 1
    stop_all([web, werker])
    assert werker.is_dead()
    assert "De webserver is gestopt" in capfd.readouterr().err


class Lezer:
    """The output of a process, line by line, without blocking for ever."""

    def __init__(self, proces: subprocess.Popen[str]) -> None:
        self.regels: queue.Queue[str | None] = queue.Queue()
        self.gezien: list[str] = []
        threading.Thread(target=self._read, args=(proces,), daemon=True).start()

    def _read(self, proces: subprocess.Popen[str]) -> None:
        for regel in proces.stdout or ():
            self.regels.put(regel.rstrip("\n"))
        self.regels.put(None)

    def read_until(self, deel: str) -> str:
        while True:
            try:
                regel = self.regels.get(timeout=120)
            except queue.Empty:
                regel = None
            if regel is None:
                pytest.fail(f"{deel!r} kwam niet; wel:\n" + "\n".join(self.gezien))
            self.gezien.append(regel)
            if deel in regel:
                return regel


@pytest.fixture
def gestart(tmp_path):
    """Grondvlak, started as `make run` does, on a free port and an empty folder."""
    poort = find_vrije_poort()
    buiten = {"GRONDVLAK_SECRET_KEY", "GRONDVLAK_TESTDB", "DATABASE_URL"}
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in buiten}
    omgeving |= {"PORT": str(poort), "GRONDVLAK_DATA": str(tmp_path / "data")}
    opdracht = [sys.executable, "scripts/start.py"]
    with subprocess.Popen(
        opdracht, cwd=PROJECTMAP, env=omgeving, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as proces:
        try:
            yield proces, poort, Lezer(proces)
        finally:
            if proces.poll() is None:
                proces.send_signal(signal.SIGTERM)
            proces.wait(timeout=60)


def test_it_starts_answers_and_stops(gestart, tmp_path):
    proces, poort, lezer = gestart
    assert lezer.read_until("Klaar: open") == f"Klaar: open http://127.0.0.1:{poort}/"
    verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=30)
    verbinding.request("GET", "/")
    antwoord = verbinding.getresponse()
    assert antwoord.status == 200
    assert 'lang="nl"' in antwoord.read().decode()
    verbinding.close()
    proces.send_signal(signal.SIGINT)
    lezer.read_until("Grondvlak is gestopt.")
    assert proces.wait(timeout=60) == 0
    check_poort(poort)
    assert (tmp_path / "data" / "geheime-sleutel").is_file()
