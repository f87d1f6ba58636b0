"""The folder that `codeer` fills: whole or not at all, and never a scratch folder left behind."""

import fcntl
import os
import pty
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command

from config.opdrachten.invoer import Opdrachtfout
from config.opdrachten.uitvoer import KLADNAAM, check_folder, whole_folder
from tests.basis.tabel.maken import without_rights

PROJECTMAP = Path(__file__).parents[2]


def namen(map_):
    return sorted(pad.name for pad in map_.iterdir())


def fill(doel, **bestanden):
    with whole_folder(doel) as map_:
        for naam, inhoud in bestanden.items():
            (map_ / naam).write_text(inhoud, encoding="utf-8")


@pytest.mark.parametrize("doel", ["uit", "nieuw/dieper/uit", "uit/"])
def test_a_new_folder_appears_whole(tmp_path, doel):
    check_folder(tmp_path / doel)
    assert namen(tmp_path) == []
    fill(tmp_path / doel, a="1", b="2")
    assert namen(tmp_path / doel) == ["a", "b"]
    assert len(namen(tmp_path)) == 1


def test_other_files_in_the_folder_stay(tmp_path):
    fill(tmp_path, a="oud", eigen="blijft")
    fill(tmp_path, a="nieuw")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "nieuw"
    assert namen(tmp_path) == ["a", "eigen"]


def test_the_users_own_mask_holds(tmp_path):
    eerder = os.umask(0o077)
    try:
        fill(tmp_path / "uit", a="1")
    finally:
        os.umask(eerder)
    assert (tmp_path / "uit").stat().st_mode & 0o777 == 0o700


def test_an_error_half_way_leaves_nothing(tmp_path):
    with pytest.raises(Opdrachtfout, match="Is a directory"):
        fill(tmp_path / "uit", **{"a": "half", ".": "kan niet"})
    assert namen(tmp_path) == []


@pytest.mark.parametrize("doel", ["bestand", "bestand/uit", "x" * 400, "a\0b"])
def test_a_folder_that_cannot_be(tmp_path, doel):
    (tmp_path / "bestand").write_text("blijft", encoding="utf-8")
    with pytest.raises(Opdrachtfout, match="andere map"):
        check_folder(tmp_path / doel)
    assert (tmp_path / "bestand").read_text(encoding="utf-8") == "blijft"
    assert namen(tmp_path) == ["bestand"]


def test_a_folder_in_the_way_is_refused_before_anything_is_replaced(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "a").write_text("oud", encoding="utf-8")
    with pytest.raises(Opdrachtfout, match="b is een map"):
        fill(tmp_path, a="nieuw", b="nieuw")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "oud"
    assert namen(tmp_path) == ["a", "b"]


def test_a_link_to_nowhere(tmp_path):
    (tmp_path / "uit").symlink_to(tmp_path / "weg")
    with pytest.raises(Opdrachtfout, match="niet worden bewaard"):
        fill(tmp_path / "uit", a="1")
    assert namen(tmp_path) == ["uit"]


def test_no_right_to_write(tmp_path):
    tmp_path.chmod(0o555)
    with without_rights(), pytest.raises(Opdrachtfout, match="u mag daar niet schrijven"):
        check_folder(tmp_path / "uit")
    tmp_path.chmod(0o755)
    assert namen(tmp_path) == []


def test_what_a_killed_run_left_is_removed_and_a_living_one_is_left_alone(tmp_path):
    (tmp_path / f"{KLADNAAM}dood").mkdir()
    (tmp_path / f"{KLADNAAM}dood" / "codering.csv").write_text("half", encoding="utf-8")
    levend = tmp_path / f"{KLADNAAM}levend"
    levend.mkdir()
    greep = os.open(levend, os.O_RDONLY)
    try:
        fcntl.flock(greep, fcntl.LOCK_EX)
        check_folder(tmp_path / "uit")
    finally:
        os.close(greep)
    assert namen(tmp_path) == [levend.name]


def test_output_that_is_a_file(tmp_path, capsys):
    bestand = tmp_path / "antwoorden.csv"
    bestand.write_text("tekst\nDe lift\n", encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        call_command("codeer", str(bestand), "--uit", str(bestand))
    assert stop.value.code == 2
    assert "is een bestand en geen map" in capsys.readouterr().err
    assert bestand.read_text(encoding="utf-8") == "tekst\nDe lift\n"


@pytest.mark.parametrize("sein", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_stopped_half_way(sein, tmp_path):
    """A real process on a terminal of its own; the signal comes when its first step shows there."""
    bestand = tmp_path / "antwoorden.csv"
    bestand.write_text("tekst\n" + "De lift is al weken kapot\n" * 50, encoding="utf-8")
    begin = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import manage; manage.main()"
    opdracht = [sys.executable, "-c", begin, "codeer", str(bestand), "--uit", str(tmp_path / "uit")]
    meester, slaaf = pty.openpty()
    with subprocess.Popen(
        opdracht, cwd=PROJECTMAP, stdout=subprocess.DEVNULL, stderr=slaaf, env={**os.environ, "TERM": "dumb"}
    ) as proces:
        os.close(slaaf)
        with closing(os.fdopen(meester, "rb", buffering=0)) as scherm:
            gezien = scherm.read(1)
            proces.send_signal(sein)
            gezien += read_all(scherm)
        proces.wait()
    assert namen(tmp_path) == ["antwoorden.csv"]
    assert b"Traceback" not in gezien
    if sein != signal.SIGKILL:
        assert proces.returncode == 130
        assert b"Gestopt voordat het klaar was." in gezien


def read_all(scherm):
    """Read a terminal until its last user has gone, which Linux tells by an error."""
    stukken = []
    try:
        while stuk := scherm.read(4096):
            stukken.append(stuk)
    except OSError:
        pass
    return b"".join(stukken)
