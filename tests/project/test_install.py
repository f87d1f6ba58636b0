"""`make install` installs once, and again when the lock, the kind or the Python changes."""

from pathlib import Path

import pytest

from scripts import install


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with locks for one Python, and an environment of that Python with nothing in it."""
    monkeypatch.setattr(install, "PROJECTMAP", tmp_path)
    (tmp_path / "locks").mkdir()
    (tmp_path / "locks" / "py311.txt").write_text("django==5.2\n")
    (tmp_path / "locks" / "py311-dev.txt").write_text("django==5.2\npytest==9\n")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    (tmp_path / ".venv" / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11.2\n")
    return tmp_path


def stamp(project: Path, soort: str) -> None:
    slot = install.find_lock("311", soort)
    (project / ".venv" / f".lock-{soort}").write_text(install.hash_lock(slot))


def is_installed(project: Path, soort: str) -> bool:
    return install.is_installed(project / ".venv", "311", soort)


def test_a_new_environment_has_nothing(project):
    assert not is_installed(project, "run")
    assert not is_installed(project, "dev")


def test_what_is_installed_is_not_installed_again(project):
    stamp(project, "run")
    assert is_installed(project, "run")
    assert not is_installed(project, "dev")


def test_the_developers_environment_serves_to_run(project):
    stamp(project, "dev")
    assert is_installed(project, "run")
    assert is_installed(project, "dev")


def test_a_changed_lock_is_installed_again(project):
    stamp(project, "run")
    (project / "locks" / "py311.txt").write_text("django==5.2.1\n")
    assert not is_installed(project, "run")


@pytest.mark.parametrize("regel", ["version = 3.12.1", "version_info = 3.12.1.final.0"])
def test_the_version_of_an_environment_is_read(project, regel):
    (project / ".venv" / "pyvenv.cfg").write_text(f"home = /usr/bin\n{regel}\n")
    assert install.read_minor(project / ".venv") == "312"


def test_an_environment_whose_python_is_gone_does_not_count(project):
    (project / ".venv" / "bin" / "python").unlink()
    assert install.read_minor(project / ".venv") == ""


@pytest.mark.parametrize("argumenten", [[], ["alles"], ["run", "dev"]])
def test_a_wrong_call_explains_itself(argumenten, capsys):
    assert install.main(argumenten) == 2
    assert capsys.readouterr().err == "Gebruik: python scripts/install.py run|dev\n"
