"""Sentences with marked personal data: "Ik heet {naam|Fatima}."."""

import re
from dataclasses import dataclass
from pathlib import Path

from basis.taal.maskeren import Maskersoort

_MERK = re.compile(r"\{(\w+)\|([^}]*)\}")


@dataclass(frozen=True)
class Zin:
    tekst: str
    merken: tuple[tuple[int, int, Maskersoort], ...]


def parse_zin(regel: str) -> Zin:
    """The bare text of a marked line, and where the marks are in it."""
    tekst, merken, vorige = "", [], 0
    for m in _MERK.finditer(regel):
        tekst += regel[vorige : m.start()]
        merken.append((len(tekst), len(tekst) + len(m[2]), Maskersoort(m[1])))
        tekst += m[2]
        vorige = m.end()
    return Zin(tekst + regel[vorige:], tuple(merken))


def read_zinnen(naam: str) -> list[Zin]:
    regels = Path(__file__).with_name(naam).read_text("utf-8").splitlines()
    return [parse_zin(regel) for regel in regels if regel and not regel.startswith("#")]
