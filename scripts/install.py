"""Make `.venv` and install one lock in it; do nothing when that has been done already.

    python scripts/install.py run|dev

What was installed is remembered in a stamp: the hash of the lock. The dev lock holds everything of the
run-time lock in the same versions, so an environment with the dev lock also serves to run.
Plain Python without packages: it is the first thing that runs on a new machine.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

PROJECTMAP = Path(__file__).resolve().parents[1]
OMGEVING = PROJECTMAP / ".venv"
SOORTEN = ("run", "dev")


class Installatiefout(Exception):
    """The environment cannot be made; the text is the one line for the user."""


def read_minor(omgeving: Path) -> str:
    """Give the Python version of an environment as in a lock's name ("311"), "" if it does not work."""
    gegevens = omgeving / "pyvenv.cfg"
    if not gegevens.is_file() or not (omgeving / "bin" / "python").exists():
        return ""
    for regel in gegevens.read_text(encoding="utf-8").splitlines():
        sleutel, _, waarde = regel.partition("=")
        if sleutel.strip() in {"version", "version_info"}:
            return "".join(waarde.strip().split(".")[:2])
    return ""


def find_lock(minor: str, soort: str) -> Path:
    """Give the lock of a Python version; soort is "run" or "dev"."""
    return PROJECTMAP / "locks" / f"py{minor}{'-dev' if soort == 'dev' else ''}.txt"


def hash_lock(slot: Path) -> str:
    """Give the hash that a stamp holds."""
    return hashlib.sha256(slot.read_bytes()).hexdigest()


def is_installed(omgeving: Path, minor: str, soort: str) -> bool:
    """Tell whether the stamps say that this lock, or the dev lock that holds it, is in the environment."""
    genoeg = ("dev",) if soort == "dev" else SOORTEN
    for kandidaat in genoeg:
        stempel, slot = omgeving / f".lock-{kandidaat}", find_lock(minor, kandidaat)
        if stempel.is_file() and slot.is_file() and stempel.read_text(encoding="ascii") == hash_lock(slot):
            return True
    return False


def make_environment(omgeving: Path) -> str:
    """Make the environment anew with the Python that runs this; give its version."""
    venv.EnvBuilder(clear=True, symlinks=True, with_pip=True).create(omgeving)
    return read_minor(omgeving)


def install_lock(omgeving: Path, minor: str, soort: str) -> None:
    """Install a lock with pip, each file checked against its hash, and set the stamp."""
    for oude in SOORTEN:
        (omgeving / f".lock-{oude}").unlink(missing_ok=True)
    slot = find_lock(minor, soort)
    opdracht = [str(omgeving / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-input"]
    # A lock is complete, so pip need not work out what depends on what.
    opdracht += ["--disable-pip-version-check", "--require-hashes", "--no-deps", "-r", str(slot)]
    if subprocess.run(opdracht, cwd=PROJECTMAP, check=False).returncode:
        raise Installatiefout("De pakketten konden niet worden geïnstalleerd; hierboven staat waarom.")
    (omgeving / f".lock-{soort}").write_text(hash_lock(slot), encoding="ascii")


def install(soort: str) -> None:
    """Make sure that `.venv` holds the packages for running ("run") or developing ("dev")."""
    minor = read_minor(OMGEVING)
    if minor and is_installed(OMGEVING, minor, soort):
        return
    print(
        "De pakketten worden geïnstalleerd in .venv; de eerste keer duurt dat een paar minuten.", flush=True
    )
    if not minor or not find_lock(minor, soort).is_file():
        minor = make_environment(OMGEVING)
    install_lock(OMGEVING, minor, soort)


def main(argumenten: list[str]) -> int:
    """Run from the command line; 2 with one line when it fails."""
    if len(argumenten) != 1 or argumenten[0] not in SOORTEN:
        print("Gebruik: python scripts/install.py run|dev", file=sys.stderr)
        return 2
    try:
        install(argumenten[0])
    except (Installatiefout, OSError, subprocess.CalledProcessError) as fout:
        print(f"Grondvlak is niet geïnstalleerd. {fout}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
