"""What the tests need beside Python: look for it, and on Debian or Ubuntu install it.

    python scripts/system.py            install what is missing where that is possible without a question
    python scripts/system.py --kijk     only look

Each tool has a pytest marker; the tests with that marker are named as not run when the tool is not there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Hulpmiddel:
    """One tool: the marker of its tests, its Debian packages, and how to find it ("" = not there)."""

    merk: str
    naam: str
    pakketten: tuple[str, ...]
    find: Callable[[], str]


def find_program(*namen: str) -> str:
    """Give the path of the first program that answers to `--version`; "" if none does.

    Running it tells a real program from the empty stand-in that Ubuntu has for a snap.
    """
    for naam in namen:
        pad = shutil.which(naam)
        if pad and subprocess.run([pad, "--version"], capture_output=True, check=False).returncode == 0:
            return pad
    return ""


def find_chromium() -> str:
    """Give the path of Chromium or Chrome."""
    return find_program("chromium", "chromium-browser", "google-chrome")


def find_soffice() -> str:
    """Give the path of LibreOffice."""
    return find_program("soffice", "libreoffice")


def find_postgres() -> str:
    """Give the folder with initdb and pg_ctl of the newest PostgreSQL; Debian keeps it off the PATH."""
    if pad := shutil.which("initdb"):
        return str(Path(pad).resolve().parent)
    mappen = [pad.parent for pad in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return str(max(mappen, key=lambda pad: int(pad.parent.name.split(".")[0]))) if mappen else ""


def find_poppler() -> str:
    """Give the path of pdftoppm; it prints its version with status 0 or 99, so it is not tried."""
    return shutil.which("pdftoppm") or ""


HULPMIDDELEN = (
    Hulpmiddel("browser", "Chromium", ("chromium", "fonts-liberation"), find_chromium),
    Hulpmiddel("libreoffice", "LibreOffice Writer", ("libreoffice-writer-nogui",), find_soffice),
    Hulpmiddel("postgres", "PostgreSQL", ("postgresql",), find_postgres),
    Hulpmiddel("poppler", "poppler", ("poppler-utils",), find_poppler),
)
# Where the first name is not in the distribution's lists.
VERVANGERS = {"libreoffice-writer-nogui": "libreoffice-writer", "chromium": "chromium-browser"}


def find_missing() -> list[Hulpmiddel]:
    """Give the tools that are not on this machine."""
    return [middel for middel in HULPMIDDELEN if not middel.find()]


def describe_install(middelen: list[Hulpmiddel]) -> str:
    """Give the one command that installs these tools."""
    pakketten = " ".join(pakket for middel in middelen for pakket in middel.pakketten)
    return f"sudo apt-get install --yes --no-install-recommends {pakketten}"


def build_prefix() -> list[str] | None:
    """Give what goes before apt-get to be allowed to install; None where that cannot be had unasked."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n", "--preserve-env=DEBIAN_FRONTEND"]
    return None


def choose_package(pakket: str) -> str:
    """Give the package, or the one that replaces it if this distribution does not have it."""
    uitkomst = subprocess.run(["apt-cache", "show", pakket], capture_output=True, check=False)
    return pakket if uitkomst.returncode == 0 and uitkomst.stdout.strip() else VERVANGERS.get(pakket, pakket)


def run_quietly(opdracht: list[str]) -> None:
    """Run an apt command without questions and without its chatter; errors stay to be seen."""
    omgeving = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(opdracht, check=False, env=omgeving, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def install_missing(middelen: list[Hulpmiddel]) -> None:
    """Install the tools with apt, as far as this user may; what fails shows in `find_missing` afterwards."""
    voor = build_prefix()
    if voor is None or not middelen:
        return
    print(f"Wordt geïnstalleerd met apt: {', '.join(middel.naam for middel in middelen)}.", flush=True)
    run_quietly([*voor, "apt-get", "update", "--quiet"])
    for middel in middelen:
        pakketten = [choose_package(pakket) for pakket in middel.pakketten]
        # One at a time: what one distribution lacks must not keep the others away.
        run_quietly([*voor, "apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *pakketten])


def main(argumenten: list[str]) -> int:
    """Install what is missing and name what still is; always 0, for pytest judges what it means."""
    missend = find_missing()
    if missend and "--kijk" not in argumenten:
        install_missing(missend)
        missend = find_missing()
    for middel in missend:
        print(f"Niet op deze computer: {middel.naam}. De tests met het merk '{middel.merk}' draaien niet.")
    if missend:
        print(f"Installeren kan met: {describe_install(missend)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
