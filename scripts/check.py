"""Everything `make test` does once the packages are there: static checks, then the tests on both databases.

    python -m scripts.check [--lint] [pytest options]

The static checks all run, so that one look shows everything; the tests start only when they are clean.
The last lines are pytest's own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts.system import HULPMIDDELEN, describe_install, find_missing, install_missing

PROJECTMAP = Path(__file__).resolve().parents[1]
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CONTROLES: dict[str, list[str]] = {
    "ruff": ["-m", "ruff", "check", "."],
    "opmaak": ["-m", "ruff", "format", "--check", "."],
    "sjablonen": ["-m", "djlint", "--lint", "--quiet", "--allow-empty-input", "."],
    "importgrenzen": ["-c", LINT_IMPORTS, "--no-cache"],
    "typen": ["-m", "mypy"],
    "migraties": ["manage.py", "makemigrations", "--check", "--dry-run"],
    "instellingen": ["manage.py", "check", "--fail-level", "WARNING"],
}
PYTEST = ["-m", "pytest", "-n", "2", "--dist", "loadfile"]


def run_python(argumenten: list[str], voor: tuple[str, ...] = ()) -> int:
    """Run this Python with these arguments in the project's folder; give the exit status."""
    return subprocess.run([*voor, sys.executable, *argumenten], cwd=PROJECTMAP, check=False).returncode


def run_controles() -> list[str]:
    """Run every static check; print the output of those that fail and give their names."""
    mislukt = []
    for naam, opdracht in CONTROLES.items():
        begin = time.monotonic()
        uitkomst = subprocess.run(
            [sys.executable, *opdracht], cwd=PROJECTMAP, capture_output=True, text=True, check=False
        )
        oordeel = "goed" if uitkomst.returncode == 0 else "NIET GOED"
        print(f"{naam:<16}{oordeel:<10}{time.monotonic() - begin:6.1f} s", flush=True)
        if uitkomst.returncode:
            mislukt.append(naam)
            print(uitkomst.stdout + uitkomst.stderr, flush=True)
    return mislukt


def report_missing() -> bool:
    """Install what the tests need; name what is still missing. True when that counts as a failure."""
    install_missing(find_missing())
    missend = find_missing()
    for middel in missend:
        print(f"Niet op deze computer: {middel.naam}. De tests met het merk '{middel.merk}' draaien niet.")
    if missend:
        print(f"Installeren kan met: {describe_install(missend)}", flush=True)
    return bool(missend) and os.environ.get("CI") == "true"


def run_tests(opties: list[str]) -> int:
    """Run all tests on SQLite, then those that touch a database on PostgreSQL; give the worst status."""
    print("\nTests op SQLite", flush=True)
    sqlite = run_python([*PYTEST, *opties])
    postgres = next(middel for middel in HULPMIDDELEN if middel.merk == "postgres")
    if not postgres.find():
        return sqlite
    print("\nTests op PostgreSQL", flush=True)
    # 5 says that no test was left after choosing, which is no failure of the second, smaller run.
    tweede = run_python([*PYTEST, "--alleen-database", *opties], voor=("scripts/postgres.sh",))
    return sqlite or (0 if tweede == 5 else tweede)


def main(argumenten: list[str]) -> int:
    """Run from the command line."""
    alleen_lint = argumenten[:1] == ["--lint"]
    with tempfile.TemporaryDirectory(prefix="grondvlak-") as data:
        os.environ["GRONDVLAK_DATA"] = data
        os.environ.pop("DATABASE_URL", None)
        gemist = not alleen_lint and report_missing()
        mislukt = run_controles()
        if mislukt:
            print(f"Niet goed: {', '.join(mislukt)}.", file=sys.stderr)
            return 1
        return 0 if alleen_lint else (run_tests(argumenten) or int(gemist))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
