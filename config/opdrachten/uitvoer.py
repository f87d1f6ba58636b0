"""Writing the outcome of a command: all of it, or nothing."""

import errno
import fcntl
import os
import secrets
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from config.opdrachten.invoer import Opdrachtfout

KLADNAAM = ".grondvlak-"
_REDENEN = {
    errno.EACCES: "u mag daar niet schrijven",
    errno.EPERM: "u mag daar niet schrijven",
    errno.EROFS: "die schijf is alleen om te lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.EFBIG: "een bestand wordt te groot",
    errno.ENOTDIR: "een deel van de naam is een bestand",
    errno.ENAMETOOLONG: "de naam is te lang",
}


def check_folder(doel: Path) -> None:
    """Refuse at the start what cannot be written at the end; raises Opdrachtfout and leaves nothing behind."""
    with _scratch_folder(doel):
        pass


@contextmanager
def whole_folder(doel: Path) -> Iterator[Path]:
    """Give a scratch folder whose files take their place in `doel` only when all went well.

    An error in writing becomes an Opdrachtfout. What is in `doel` under other names stays.
    """
    from basis.tabel import Tabelfout

    with _scratch_folder(doel) as kladmap:
        try:
            yield kladmap
            with _uninterrupted():
                _put_in_place(kladmap, doel)
        except (OSError, Tabelfout) as fout:
            raise Opdrachtfout(
                f"De uitkomsten kunnen niet worden bewaard in {doel} ({_describe(fout)})."
            ) from fout


@contextmanager
def _scratch_folder(doel: Path) -> Iterator[Path]:
    """Make a folder on the disk where `doel` is or will be, and remove it afterwards."""
    try:
        kladmap = _make_scratch(doel)
    except (OSError, ValueError) as fout:
        raise Opdrachtfout(
            f"In de map {doel} kan niet worden geschreven ({_describe(fout)}). Kies met --uit een andere map."
        ) from fout
    greep = os.open(kladmap, os.O_RDONLY)
    try:
        _lock(greep)
        yield kladmap
    finally:
        shutil.rmtree(kladmap, ignore_errors=True)
        os.close(greep)


def _describe(fout: Exception) -> str:
    """Say in Dutch why the system would not write, or in its own words where we have none."""
    if isinstance(fout, OSError):
        return _REDENEN.get(fout.errno or 0, fout.strerror or "onbekende fout")
    return "zo'n naam kan niet" if type(fout) is ValueError else str(fout)


def _make_scratch(doel: Path) -> Path:
    if doel.exists() and not doel.is_dir():
        raise Opdrachtfout(f"{doel} is een bestand en geen map. Kies met --uit een andere map.")
    waar = doel if doel.is_dir() else next(map_ for map_ in doel.resolve().parents if map_.exists())
    _remove_abandoned(waar)
    kladmap = waar / f"{KLADNAAM}{secrets.token_hex(8)}"
    kladmap.mkdir()
    return kladmap


def _remove_abandoned(waar: Path) -> None:
    """Remove scratch folders of runs that were killed: a run that lives holds a lock on its own."""
    for kladmap in waar.glob(f"{KLADNAAM}*/"):
        with suppress(OSError):
            greep = os.open(kladmap, os.O_RDONLY)
            try:
                if _lock(greep):
                    shutil.rmtree(kladmap, ignore_errors=True)
            finally:
                os.close(greep)


def _lock(greep: int) -> bool:
    """Lock an open folder; False if another process has, or if this disk knows no locks."""
    try:
        fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C and a request to stop wait until the files are in their places."""
    eerder = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, eerder)


def _put_in_place(kladmap: Path, doel: Path) -> None:
    if not doel.is_dir():
        doel.parent.mkdir(parents=True, exist_ok=True)
        kladmap.replace(doel)
        return
    bestanden = sorted(kladmap.iterdir())
    if in_de_weg := [bestand.name for bestand in bestanden if (doel / bestand.name).is_dir()]:
        raise Opdrachtfout(f"{doel / in_de_weg[0]} is een map. Kies met --uit een andere map.")
    for bestand in bestanden:
        bestand.replace(doel / bestand.name)


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
