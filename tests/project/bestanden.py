"""Which files belong to the project: what git tracks, or would track."""

import subprocess
from functools import cache
from pathlib import Path

PROJECTMAP = Path(__file__).resolve().parents[2]


@cache
def list_bestanden() -> tuple[Path, ...]:
    """Give the project's files; without git (an unpacked archive) everything but what is made locally."""
    opdracht = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    if (PROJECTMAP / ".git").exists():
        uitvoer = subprocess.run(opdracht, cwd=PROJECTMAP, capture_output=True, text=True, check=True).stdout
        paden = [PROJECTMAP / naam for naam in uitvoer.split("\0") if naam]
    else:
        weg = {".venv", "data", "__pycache__", ".git"}
        paden = [p for p in PROJECTMAP.rglob("*") if not weg & set(p.relative_to(PROJECTMAP).parts)]
    return tuple(sorted(pad for pad in paden if pad.is_file()))


def list_code(*, tests: bool = False) -> tuple[Path, ...]:
    """Give the Python files that people write: no migrations, and tests only when asked."""
    return tuple(
        pad
        for pad in list_bestanden()
        if pad.suffix == ".py"
        and "migrations" not in pad.parts
        and (tests or pad.relative_to(PROJECTMAP).parts[0] != "tests")
    )


def read_text(pad: Path) -> str | None:
    """Give the text of a file, None if it is not text."""
    try:
        return pad.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
