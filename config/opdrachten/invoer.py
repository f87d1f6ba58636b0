"""Reading the input of a command, and refusing it in one clear line."""

import html
import os
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn, Protocol

if TYPE_CHECKING:
    from basis.tabel import Tabel
    from codering.nlp.types import Antwoordrij

BAD_INPUT = 2
STOPPED = 128 + signal.SIGINT
_OPMAAK = re.compile(r"<[^<>]{0,200}>")
_VRAAGNUMMER = re.compile(r"^\W*(?:vraag|v|q)?\s*\d{1,3}[a-z]?\s*[.):–-]+\s+", re.IGNORECASE)
_KOLOMCODE = re.compile(r"\w*[\d_]\w*")
_WOORD = re.compile(r"[^\W\d_]{3}")


class Opdrachtfout(Exception):
    """The input or an option cannot be used; `str()` is one Dutch line."""


class Uitgang(Protocol):
    """Where the line goes: a stream, or Django's wrapper of one."""

    def write(self, tekst: str, /) -> object:
        """Write the text."""


def stop(fout: Exception, stderr: Uitgang) -> NoReturn:
    """Print one line and end with status 2."""
    stderr.write(" ".join(str(fout).split()) + "\n")
    sys.exit(BAD_INPUT)


@contextmanager
def one_clear_line(stderr: Uitgang) -> Iterator[None]:
    """End with one line on bad input (status 2), and on Ctrl-C or a request to stop (status 130)."""
    eerder = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    except Opdrachtfout as fout:
        stop(fout, stderr)
    except KeyboardInterrupt:
        stderr.write("Gestopt voordat het klaar was.\n")
        sys.exit(STOPPED)
    except BrokenPipeError:
        # Who read along has gone, as `head` does; Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(128 + signal.SIGPIPE)
    finally:
        signal.signal(signal.SIGTERM, eerder)


def _interrupt(nummer: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def read_bestand(pad: str) -> "Tabel":
    """Read a table; raises Opdrachtfout."""
    from basis.tabel import Tabelfout, read_tabel

    try:
        return read_tabel(Path(pad))
    except Tabelfout as fout:
        raise Opdrachtfout(str(fout)) from fout


def pick_kolom(
    tabel: "Tabel", optie: str, gevraagd: str | None, gewoonlijk: str = ""
) -> tuple[str, ...] | None:
    """Give a column; one that was asked for must be there, the usual one may be missing (None)."""
    from basis.tabel import Tabelfout

    if not gevraagd and gewoonlijk not in tabel.kolommen:
        return None
    try:
        return tabel.kolom(gevraagd or gewoonlijk)
    except Tabelfout as fout:
        raise Opdrachtfout(f"{fout} Kies er een met {optie}.") from fout


def read_rijen(
    tabel: "Tabel", *, kolom: str | None, id_: str | None, groep: str | None = None, vraag: str | None = None
) -> list["Antwoordrij"]:
    """Give the rows of a table with a unique id each (its row number where there is no id column)."""
    from codering.nlp.types import Antwoordrij

    teksten = pick_kolom(tabel, "--kolom", kolom or "tekst")
    ids = pick_kolom(tabel, "--id", id_, "id")
    groepen = pick_kolom(tabel, "--groep", groep, "buurt")
    vragen = pick_kolom(tabel, "--vraag", vraag)
    nummers = [str(nummer) for nummer in tabel.rijnummers]
    sleutels = check_ids(tabel, ids) if ids is not None else nummers
    leeg = [""] * len(nummers)
    return [
        Antwoordrij(id=sleutel, tekst=tekst, groep=waar.strip(), vraag=clean_vraag(waarom))
        for sleutel, tekst, waar, waarom in zip(
            sleutels, teksten or leeg, groepen or leeg, vragen or leeg, strict=True
        )
    ]


def clean_vraag(cel: str) -> str:
    """Give a question as people read it: without mark-up, line ends, or its number in the list.

    What holds no word, or is only the name of a column ("V12_anders"), is no question: "".
    """
    zichtbaar = html.unescape(_OPMAAK.sub(" ", cel))
    vraag = " ".join("".join(teken if teken.isprintable() else " " for teken in zichtbaar).split())
    vraag = _VRAAGNUMMER.sub("", vraag)
    return vraag if _WOORD.search(vraag) and not _KOLOMCODE.fullmatch(vraag) else ""


def check_ids(tabel: "Tabel", ids: Sequence[str]) -> list[str]:
    """Refuse an empty or double id, because each row of the outcome must point at one row of the input."""
    gezien: dict[str, int] = {}
    schoon = [waarde.strip() for waarde in ids]
    for nummer, waarde in zip(tabel.rijnummers, schoon, strict=True):
        if not waarde:
            raise Opdrachtfout(
                f"{tabel.naam}, rij {nummer}: het id ontbreekt. Vul het in, of kies met --id een andere kolom."
            )
        if waarde in gezien:
            raise Opdrachtfout(
                f"{tabel.naam}, rij {nummer}: id '{waarde[:60]}' staat ook in rij {gezien[waarde]}. "
                "Geef elke rij een eigen id, of kies met --id een andere kolom."
            )
        gezien[waarde] = nummer
    return schoon


def check_doel(bestand: str, doel: str) -> None:
    """Refuse a file to write to that cannot be one, or that is the input itself; raises Opdrachtfout."""
    pad = Path(doel)
    try:
        if not pad.name or pad.is_dir() or not pad.resolve().parent.is_dir():
            raise Opdrachtfout(f"'{doel}' is geen bestand in een map die er is. Kies een andere naam.")
        if pad.exists() and Path(bestand).exists() and pad.samefile(bestand):
            raise Opdrachtfout(f"'{doel}' is het bestand met de antwoorden zelf. Kies een andere naam.")
    except (OSError, ValueError) as fout:
        raise Opdrachtfout(f"'{doel}' kan geen bestandsnaam zijn. Kies een andere naam.") from fout
