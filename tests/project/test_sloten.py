"""The locks hold every package that pyproject.toml asks for, each with hashes, for each Python minor."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.bestanden import PROJECTMAP

MINORS = ("311", "312", "313")
REGEL = re.compile(r"^([a-zA-Z0-9._-]+)==([^\s;\\]+)(.*)$", re.MULTILINE)


def read_slot(naam: str) -> dict[str, str]:
    """Give package and version of a lock, and check that each has a hash."""
    tekst = (PROJECTMAP / "locks" / naam).read_text(encoding="utf-8").replace("\\\n", " ")
    versies: dict[str, str] = {}
    for pakket, versie, rest in REGEL.findall(tekst):
        assert "--hash=sha256:" in rest, f"{naam}: {pakket} heeft geen hash"
        versies[canonicalize_name(pakket)] = versie
    return versies


def read_wensen(*extras: str) -> list[Requirement]:
    project = tomllib.loads((PROJECTMAP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    regels = [*project["dependencies"]]
    for extra in extras:
        regels += project["optional-dependencies"][extra]
    return [Requirement(regel) for regel in regels]


@pytest.mark.parametrize("minor", MINORS)
@pytest.mark.parametrize(("achtervoegsel", "extras"), [("", ("postgres",)), ("-dev", ("postgres", "dev"))])
def test_a_lock_has_what_pyproject_asks_for(minor, achtervoegsel, extras):
    versies = read_slot(f"py{minor}{achtervoegsel}.txt")
    for wens in read_wensen(*extras):
        if wens.marker is None or wens.marker.evaluate():
            versie = versies.get(canonicalize_name(wens.name))
            assert versie is not None, f"{wens.name} staat niet in het slot; draai make lock"
            assert wens.specifier.contains(versie, prereleases=True), f"{wens} past niet bij {versie}"


@pytest.mark.parametrize("minor", MINORS)
def test_the_dev_lock_holds_the_run_time_lock(minor):
    draaien, ontwikkelen = read_slot(f"py{minor}.txt"), read_slot(f"py{minor}-dev.txt")
    assert {naam: ontwikkelen.get(naam) for naam in draaien} == draaien


@pytest.mark.parametrize("minor", MINORS)
def test_the_run_time_lock_has_no_tools_of_developers(minor):
    verboden = {"pytest", "mypy", "ruff", "playwright", "locust", "djlint"}
    assert not verboden & set(read_slot(f"py{minor}.txt"))
