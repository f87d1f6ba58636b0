"""No file of the project ties it to one machine or one registry, and none is there by accident."""

import re
import subprocess

from tests.project.bestanden import PROJECTMAP, list_bestanden, read_text

MACHINEPADEN = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/|bash_jobs")
REGISTERS = re.compile(
    r"index[-_]url|find[-_]links"
    r"|https?://[^\s\"'>)]*(?:pypi\.|pythonhosted|npmjs|registry\.|jsdelivr|unpkg|fonts\.google|cdnjs)",
    re.IGNORECASE,
)
# Options that keep addresses out, in the script that makes the locks and in what checks them.
TOEGESTAAN = ("--no-emit-index-url", "--no-emit-find-links", "grep -lE")
# The text of others is theirs, and this file names what it looks for.
OVERSLAAN = {"LICENSE", "tests/project/test_bestanden.py"}


def list_teksten():
    for pad in list_bestanden():
        naam = pad.relative_to(PROJECTMAP).as_posix()
        tekst = None if naam in OVERSLAAN else read_text(pad)
        if tekst is not None:
            yield naam, tekst


def test_no_paths_of_one_machine():
    gevonden = [
        f"{naam}: {vondst}" for naam, tekst in list_teksten() for vondst in MACHINEPADEN.findall(tekst)
    ]
    assert gevonden == []


def test_no_addresses_of_registries():
    gevonden = [
        f"{naam}:{nummer}: {regel.strip()}"
        for naam, tekst in list_teksten()
        for nummer, regel in enumerate(tekst.splitlines(), 1)
        if REGISTERS.search(regel) and not any(deel in regel for deel in TOEGESTAAN)
    ]
    assert gevonden == []


def test_nothing_made_locally_is_in_the_history():
    namen = [pad.relative_to(PROJECTMAP).as_posix() for pad in list_bestanden()]
    patroon = re.compile(r"(^|/)(data|\.venv|__pycache__|node_modules)/|\.(sqlite3|pyc|log)$|~$")
    # A folder "data" may stand deeper, where a room ships data; only the one at the top is a person's own.
    assert [naam for naam in namen if patroon.search(naam) and not re.search(r".+/data/", naam)] == []


def test_scripts_can_be_run():
    for naam in ("scripts/find-python", "scripts/lock", "scripts/postgres.sh", ".ci/run", "manage.py"):
        pad = PROJECTMAP / naam
        assert pad.stat().st_mode & 0o100, f"{naam} is niet uitvoerbaar"
        assert pad.read_text(encoding="utf-8").startswith("#!"), naam


def test_shell_scripts_are_valid():
    for naam in ("scripts/lock", "scripts/postgres.sh", ".ci/run"):
        assert subprocess.run(["bash", "-n", str(PROJECTMAP / naam)], check=False).returncode == 0, naam
    assert subprocess.run(["sh", "-n", str(PROJECTMAP / "scripts/find-python")], check=False).returncode == 0


def test_the_licence_is_the_whole_eupl():
    tekst = " ".join((PROJECTMAP / "LICENSE").read_text(encoding="utf-8").split())
    assert tekst.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2 EUPL © the European Union 2007, 2016")
    assert [nummer for nummer in range(1, 16) if f" {nummer}." not in tekst] == []
    assert tekst.endswith(
        "All other changes or additions to this Appendix require the production of a new EUPL version."
    )
