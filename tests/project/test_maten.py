"""Files, functions and templates stay small enough to read in one go."""

import ast
from pathlib import Path

import pytest

from tests.project.bestanden import PROJECTMAP, list_bestanden, list_code

REGELS_BESTAND = 300
REGELS_FUNCTIE = 30
REGELS_SJABLOON = 120


def count_code(tekst: str) -> int:
    """Count the lines of a Python file that are neither empty nor only a comment."""
    return sum(1 for regel in tekst.splitlines() if regel.strip() and not regel.strip().startswith("#"))


def measure_functies(pad: Path) -> list[tuple[int, str]]:
    """Give length and place of each function: its lines after the docstring, without empty ones."""
    tekst = pad.read_text(encoding="utf-8")
    regels, lengtes = tekst.splitlines(), []
    for knoop in ast.walk(ast.parse(tekst)):
        if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef):
            romp = knoop.body[1:] if ast.get_docstring(knoop) is not None else knoop.body
            begin, eind = (romp[0].lineno, knoop.end_lineno or 0) if romp else (0, 0)
            lengte = 1 + count_code("\n".join(regels[begin - 1 : eind])) if romp else 1
            lengtes.append((lengte, f"{pad.relative_to(PROJECTMAP)}:{knoop.lineno} {knoop.name}"))
    return lengtes


def list_sjablonen() -> list[Path]:
    return [pad for pad in list_bestanden() if pad.suffix == ".html" and "templates" in pad.parts]


def report(naam: str, maten: list[tuple[int, str]], grens: int, record_property) -> None:
    """Record the longest (for the measurements), and fail with every one that is too long."""
    langste = max(maten, default=(0, "-"))
    record_property(f"langste {naam}", f"{langste[0]} {langste[1]}")
    te_lang = [f"{lengte} regels: {plek}" for lengte, plek in sorted(maten, reverse=True) if lengte > grens]
    assert not te_lang, f"Langer dan {grens} regels:\n" + "\n".join(te_lang)


def test_python_files_stay_short(record_property):
    maten = [
        (count_code(pad.read_text(encoding="utf-8")), str(pad.relative_to(PROJECTMAP))) for pad in list_code()
    ]
    report("bestand", maten, REGELS_BESTAND, record_property)


def test_functions_stay_short(record_property):
    maten = [maat for pad in list_code() for maat in measure_functies(pad)]
    report("functie", maten, REGELS_FUNCTIE, record_property)


def test_templates_stay_short(record_property):
    maten = [
        (len(pad.read_text(encoding="utf-8").splitlines()), str(pad.relative_to(PROJECTMAP)))
        for pad in list_sjablonen()
    ]
    report("sjabloon", maten, REGELS_SJABLOON, record_property)


def test_a_function_is_measured_without_its_docstring_and_comments(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.project.test_maten.PROJECTMAP", tmp_path)
    (tmp_path / "a.py").write_text(
        'def lang():\n    """Eén.\n\n    Twee.\n    """\n    # uitleg\n\n    x = 1\n    return x\n'
    )
    assert measure_functies(tmp_path / "a.py") == [(3, "a.py:1 lang")]


@pytest.mark.parametrize(("tekst", "aantal"), [("", 0), ("a = 1\n\n# b\nc = 2\n", 2)])
def test_lines_of_code_are_counted_without_comments(tekst, aantal):
    assert count_code(tekst) == aantal
