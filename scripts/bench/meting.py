"""What a measurement is, and how it is written down."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

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
class Sectie:
    """Measurements that belong together, with how they were made."""

    titel: str
    uitleg: str
    metingen: tuple[Meting, ...]


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


def render_secties(secties: list[Sectie], machine: str) -> str:
    """Write the sections as Markdown."""
    regels = ["# Metingen", "", f"Gemaakt met `make bench` op {machine}.", ""]
    for sectie in secties:
        regels += [f"## {sectie.titel}", "", sectie.uitleg, ""]
        regels += ["| meting | uitkomst | doel | tegen de eenvoudige manier |", "|---|---:|---|---|"]
        regels += [meting.render() for meting in sectie.metingen]
        regels.append("")
    return "\n".join(regels)
