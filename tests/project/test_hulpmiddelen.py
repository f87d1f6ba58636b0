"""A test that needs a tool that is not there is named, never silently left out."""

import os
import subprocess
import sys

import pytest

from scripts.system import HULPMIDDELEN, describe_install, find_missing
from tests.project.bestanden import PROJECTMAP

BROWSERTEST = "tests/browser/test_hulpmiddelen.py::test_axe_finds_what_is_wrong"


def run_zonder_chromium(tmp_path, **omgeving: str) -> subprocess.CompletedProcess[str]:
    opdracht = [sys.executable, "-m", "pytest", BROWSERTEST, "-p", "no:cacheprovider"]
    schoon = {naam: waarde for naam, waarde in os.environ.items() if naam != "CI" and "PYTEST" not in naam}
    omgeving = {**schoon, "PATH": str(tmp_path), **omgeving}
    return subprocess.run(opdracht, cwd=PROJECTMAP, env=omgeving, capture_output=True, text=True, check=False)


def test_without_the_tool_the_test_is_named_with_the_command_that_helps(tmp_path):
    uitkomst = run_zonder_chromium(tmp_path)
    assert uitkomst.returncode == 0, uitkomst.stdout
    assert "1 skipped" in uitkomst.stdout
    assert "Niet uitgevoerd: er is geen Chromium" in uitkomst.stdout
    assert BROWSERTEST in uitkomst.stdout
    assert "sudo apt-get install --yes --no-install-recommends chromium" in uitkomst.stdout


def test_on_a_build_server_that_is_a_failure(tmp_path):
    uitkomst = run_zonder_chromium(tmp_path, CI="true")
    assert uitkomst.returncode == 1
    assert "1 error" in uitkomst.stdout
    assert "Installeren kan met:" in uitkomst.stdout


def test_one_command_installs_everything():
    opdracht = describe_install(list(HULPMIDDELEN))
    assert opdracht.startswith("sudo apt-get install --yes --no-install-recommends chromium ")
    assert opdracht.endswith("libreoffice-writer-nogui postgresql poppler-utils")


def test_without_any_program_all_tools_are_missing_but_those_off_the_path(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert {middel.merk for middel in find_missing()} >= {"browser", "libreoffice", "poppler"}


@pytest.mark.parametrize("middel", HULPMIDDELEN, ids=lambda middel: middel.merk)
def test_each_tool_has_a_marker_that_pytest_knows(middel, pytestconfig):
    assert middel.merk in {regel.split(":")[0] for regel in pytestconfig.getini("markers")}
