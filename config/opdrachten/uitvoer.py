"""Writing the outcome of a command: all of it, or nothing."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from config.opdrachten.invoer import Opdrachtfout


@contextmanager
def whole_folder(doel: Path) -> Iterator[Path]:
    """Give a scratch folder whose files take their place in `doel` only when all went well."""
    if doel.exists() and not doel.is_dir():
        raise Opdrachtfout(f"{doel} is een bestand en geen map. Kies met --uit een andere map.")
    boven = doel.resolve().parent
    bestaand = next((map_ for map_ in (boven, *boven.parents) if map_.exists()), boven)
    try:
        kladmap = Path(tempfile.mkdtemp(prefix=".grondvlak-", dir=bestaand))
    except OSError as fout:
        raise Opdrachtfout(
            f"In de map {bestaand} kan niet geschreven worden. Kies met --uit een andere map."
        ) from fout
    try:
        yield kladmap
        _put_in_place(kladmap, doel)
    finally:
        shutil.rmtree(kladmap, ignore_errors=True)


def _put_in_place(kladmap: Path, doel: Path) -> None:
    if not doel.exists():
        doel.parent.mkdir(parents=True, exist_ok=True)
        kladmap.chmod(0o755)
        kladmap.replace(doel)
        return
    for bestand in sorted(kladmap.iterdir()):
        try:
            bestand.replace(doel / bestand.name)
        except OSError as fout:
            raise Opdrachtfout(
                f"{doel / bestand.name} kan niet geschreven worden. Is het nog ergens open?"
            ) from fout


class Voortgangsregel:
    """Shows what is happening on one line of a terminal; silent elsewhere."""

    def __init__(self, stroom: TextIO | None = None) -> None:
        self._stroom = stroom or sys.stderr
        self._aan = self._stroom.isatty()

    def __call__(self, stap: str, gedaan: int, totaal: int) -> None:
        """Show a step with how far it is."""
        if self._aan:
            deel = f" {gedaan} van {totaal}" if totaal else ""
            self._stroom.write(f"\r\x1b[2K{stap}{deel}")
            self._stroom.flush()

    def done(self) -> None:
        """Wipe the line."""
        if self._aan:
            self._stroom.write("\r\x1b[2K")
            self._stroom.flush()
