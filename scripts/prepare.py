"""Bring the data folder up to date before the server starts: tables, example data, static files.

`start.py` runs this as one process, so that Django is loaded once. What is up to date already is left
alone, which keeps a second start quick.
"""

from __future__ import annotations

import hashlib
import io
import os
import sys
from pathlib import Path

PROJECTMAP = Path(__file__).resolve().parents[1]
VOORBEELD = "voorbeeld"
# In the data folder: example data were begun and not finished; the sign-ins that belong to them.
BEZIG = ".voorbeeld-bezig"
INLOGGEN = "inloggen.txt"


def migrate(data: Path) -> None:
    """Apply the migrations that are not applied yet; in an empty database, ask for example data."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    uitvoerder = MigrationExecutor(connection)
    if not uitvoerder.loader.applied_migrations:
        print("De database is nieuw en wordt gevuld.", flush=True)
        (data / BEZIG).touch()
    if uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def load_voorbeeld(data: Path) -> None:
    """Fill a new database with the example and keep the sign-ins that the command prints.

    The analysis is left to the worker, so that the first page need not wait for it. An example that cannot
    be loaded (or was already, when a start was cut off just then) does not keep Grondvlak from starting.
    """
    from django.core.management import CommandError, call_command, get_commands

    if not (data / BEZIG).exists() or VOORBEELD not in get_commands():
        return
    uitvoer = io.StringIO()
    try:
        call_command(VOORBEELD, met_aanmeldingen=True, zonder_analyse=True, stdout=uitvoer)
    except (CommandError, SystemExit) as fout:
        print(f"Het voorbeeld is niet geladen. {fout}", flush=True)
    bestand = data / INLOGGEN
    bestand.touch(mode=0o600)
    bestand.write_text(uitvoer.getvalue(), encoding="utf-8")
    (data / BEZIG).unlink()


def hash_static() -> str:
    """Give a hash that changes when a static file is added, changed or removed."""
    from django.contrib.staticfiles.finders import get_finders

    som = hashlib.sha256()
    for finder in get_finders():
        for naam, opslag in finder.list([]):
            gegevens = Path(opslag.path(naam)).stat()
            som.update(f"{naam}|{gegevens.st_mtime_ns}|{gegevens.st_size}\n".encode())
    return som.hexdigest()


def collect_static() -> None:
    """Collect the static files, named after their contents and compressed, if any of them changed."""
    from django.conf import settings
    from django.core.management import call_command

    stempel, nu = Path(settings.STATIC_ROOT) / ".stempel", hash_static()
    if stempel.is_file() and stempel.read_text(encoding="ascii") == nu:
        return
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stempel.write_text(nu, encoding="ascii")


def main() -> int:
    """Do all of it, for the data folder of the settings."""
    sys.path.insert(0, str(PROJECTMAP))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    data = Path(os.environ.get("GRONDVLAK_DATA") or PROJECTMAP / "data")
    data.mkdir(parents=True, exist_ok=True)
    migrate(data)
    load_voorbeeld(data)
    collect_static()
    return 0


if __name__ == "__main__":
    sys.exit(main())
