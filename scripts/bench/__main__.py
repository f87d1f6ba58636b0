"""Measure everything, show it and write it to docs/metingen.md: python -m scripts.bench [SECTIE ...]."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable

from scripts.bench.avond import measure_avond
from scripts.bench.bewoner import measure_bewoner
from scripts.bench.drukte import measure_drukte
from scripts.bench.groepen import measure_groepen
from scripts.bench.keten import measure_keten
from scripts.bench.meting import PROJECTMAP, Sectie, render_secties
from scripts.bench.opstarten import measure_opdrachten, measure_start

SECTIES: dict[str, Callable[[], Sectie]] = {
    "opdrachten": measure_opdrachten,
    "starten": measure_start,
    "keten": measure_keten,
    "groepen": measure_groepen,
    "bewoner": measure_bewoner,
    "drukte": measure_drukte,
    "avond": measure_avond,
}


def main(gekozen: list[str]) -> int:
    """Measure the sections named, or all; only a run of all is written down."""
    if onbekend := set(gekozen) - set(SECTIES):
        print(f"Onbekend: {', '.join(sorted(onbekend))}. Kies uit: {', '.join(SECTIES)}.", file=sys.stderr)
        return 2
    machine = f"{os.cpu_count()} kernen, {platform.system()}, Python {platform.python_version()}"
    secties = [measure() for naam, measure in SECTIES.items() if not gekozen or naam in gekozen]
    tekst = render_secties(secties, machine)
    print(tekst)
    if not gekozen:
        (PROJECTMAP / "docs" / "metingen.md").write_text(tekst, encoding="utf-8")
        print("Geschreven: docs/metingen.md")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
