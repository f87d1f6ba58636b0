"""What a measurement is, and how it is written down."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

INLEIDING = (
    "Wat tussen `begin` en `einde` staat, schrijft `make bench`, of `python -m scripts.bench` met de naam van een "
    "deel."
)
GROOT = "GRONDVLAK_BENCH_GROOT"
"""The variable that is set when sizes that take long are asked for too."""
PROJECTMAP = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Meting:
    """One figure. `doel` is the most it may be; `basis` the same work done the simple way."""

    naam: str
    waarde: float
    eenheid: str
    doel: float | None = None
    basis: float | None = None

    def describe_doel(self) -> str:
        """Give the goal and whether it was reached."""
        if self.doel is None:
            return ""
        return f"≤ {format_getal(self.doel)} {'gehaald' if self.waarde <= self.doel else 'NIET gehaald'}"

    def describe_basis(self) -> str:
        """Give how many times the baseline this is."""
        return (
            "" if not self.basis else f"{format_getal(self.waarde / self.basis)} × {format_getal(self.basis)}"
        )

    def render(self) -> str:
        """Write it as a row of a table."""
        uitkomst = f"{format_getal(self.waarde)} {self.eenheid}".strip()
        return f"| {self.naam} | {uitkomst} | {self.describe_doel()} | {self.describe_basis()} |"


@dataclass(frozen=True, slots=True)
class Tabel:
    """Figures that need columns of their own; the first column holds words, the others figures."""

    titel: str
    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]

    def render(self) -> list[str]:
        """Write it as lines of Markdown."""
        lijnen = "|".join(["---", *("---:" for _kolom in self.kop[1:])])
        rijen = [f"| {' | '.join(rij)} |" for rij in (self.kop, *self.rijen)]
        return [f"### {self.titel}", "", rijen[0], f"|{lijnen}|", *rijen[1:], ""]


@dataclass(frozen=True, slots=True)
class Sectie:
    """Measurements that belong together, with how they were made."""

    titel: str
    uitleg: str
    metingen: tuple[Meting, ...]
    tabellen: tuple[Tabel, ...] = ()

    def render(self, machine: str) -> str:
        """Write it as Markdown."""
        regels = [f"## {self.titel}", "", self.uitleg, "", f"Gemeten op {machine}.", ""]
        if self.metingen:
            regels += ["| meting | uitkomst | doel | tegen de eenvoudige manier |", "|---|---:|---|---|"]
            regels += [*(meting.render() for meting in self.metingen), ""]
        for tabel in self.tabellen:
            regels += tabel.render()
        return "\n".join(regels)


def format_getal(waarde: float) -> str:
    """Write a figure the Dutch way, with as many digits as it deserves."""
    tekst = f"{waarde:.0f}" if waarde >= 100 else f"{waarde:.1f}" if waarde >= 10 else f"{waarde:.2f}"
    return tekst.replace(".", ",")


def time_call(werk: Callable[[], object], keren: int = 1) -> float:
    """Give the median seconds that a piece of work takes."""
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        werk()
        tijden.append(time.perf_counter() - begin)
    return statistics.median(tijden)


def time_command(opdracht: list[str], omgeving: Mapping[str, str], keren: int = 5) -> float:
    """Give the median seconds of a command as a whole process; an error of the command is an error here."""

    def run() -> None:
        subprocess.run(opdracht, cwd=PROJECTMAP, env=dict(omgeving), check=True, capture_output=True)

    return time_call(run, keren)


def merge_secties(tekst: str, secties: Mapping[str, str]) -> str:
    """Put sections in the text of docs/metingen.md, each in its own place, or at the end if it is new.

    What stands outside the marks of a section was written by a person, or measured another time, and stays.
    """
    uit = tekst.strip() or f"# Metingen\n\n{INLEIDING}"
    for naam, inhoud in secties.items():
        begin, eind = f"<!-- begin {naam} -->", f"<!-- einde {naam} -->"
        blok = f"{begin}\n\n{inhoud.strip()}\n\n{eind}"
        voor, teken, rest = uit.partition(begin)
        uit = voor + blok + rest.partition(eind)[2] if teken else f"{uit}\n\n{blok}"
    return f"{uit}\n"
