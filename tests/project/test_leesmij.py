"""The Dutch and the English README tell the same story: the same commands in the same order."""

import re

import pytest

from tests.project.bestanden import PROJECTMAP

TALEN = ("README.md", "README.nl.md")
BLOK = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def read_blokken(naam: str) -> list[str]:
    """Give the fenced blocks of a README, comments left out: those are in its own language."""
    tekst = (PROJECTMAP / naam).read_text(encoding="utf-8")
    return [
        "\n".join(
            re.sub(r"\s+#\s.*$", "", regel) for regel in blok.splitlines() if not regel.startswith("# ")
        )
        for blok in BLOK.findall(tekst)
    ]


def test_both_have_the_same_blocks():
    engels, nederlands = (read_blokken(naam) for naam in TALEN)
    assert engels == nederlands
    assert engels


def test_both_show_the_same_pictures():
    beeld = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
    engels, nederlands = (beeld.findall((PROJECTMAP / naam).read_text(encoding="utf-8")) for naam in TALEN)
    assert engels == nederlands


@pytest.mark.parametrize("naam", TALEN)
def test_make_targets_in_the_readme_exist(naam):
    doelen = set(
        re.findall(r"^([a-z-]+):", (PROJECTMAP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    genoemd = {doel for blok in read_blokken(naam) for doel in re.findall(r"\bmake ([a-z]+)", blok)}
    assert genoemd <= doelen
