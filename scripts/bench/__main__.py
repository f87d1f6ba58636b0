"""Measure, show it and write it to docs/metingen.md: python -m scripts.bench [SECTIE ...] [--groot].

Without a name, everything is measured. A section that can't be measured here, for a browser that is missing say,
is told, and leaves the others and what stood in the file as they are. `--groot` also measures the sizes that take
long.
"""

from __future__ import annotations

import os
import platform
import sys
import traceback
from collections.abc import Callable

from scripts.bench.avond import measure_avond
from scripts.bench.bewoner import measure_bewoner
from scripts.bench.drukte import measure_drukte
from scripts.bench.evaluatie import measure_evaluatie
from scripts.bench.groepen import measure_groepen
from scripts.bench.kwaliteit import measure_kwaliteit
from scripts.bench.leren import measure_leren
from scripts.bench.maskeren import measure_maskeren
from scripts.bench.meting import GROOT, PROJECTMAP, Sectie, merge_secties
from scripts.bench.opstarten import measure_opdrachten, measure_start
from scripts.bench.taal import measure_taal
from scripts.bench.uitleg import measure_uitleg

SECTIES: dict[str, Callable[[], Sectie]] = {
    "opdrachten": measure_opdrachten,
    "starten": measure_start,
    "taal": measure_taal,
    "evaluatie": measure_evaluatie,
    "groepen": measure_groepen,
    "kwaliteit": measure_kwaliteit,
    "maskeren": measure_maskeren,
    "leren": measure_leren,
    "uitleg": measure_uitleg,
    "bewoner": measure_bewoner,
    "drukte": measure_drukte,
    "avond": measure_avond,
}


BESTAND = PROJECTMAP / "docs" / "metingen.md"


def main(argumenten: list[str]) -> int:
    """Measure the sections named, or all; gives 1 when one could not be measured."""
    gekozen = [naam for naam in argumenten if naam != "--groot"]
    if onbekend := set(gekozen) - set(SECTIES):
        print(f"Onbekend: {', '.join(sorted(onbekend))}. Kies uit: {', '.join(SECTIES)}.", file=sys.stderr)
        return 2
    os.environ[GROOT] = "1" if "--groot" in argumenten else ""
    machine = f"{os.cpu_count()} kernen, {platform.system()}, Python {platform.python_version()}"
    mislukt = []
    for naam in gekozen or SECTIES:
        try:
            inhoud = SECTIES[naam]().render(machine)
        except Exception:
            traceback.print_exc()
            mislukt.append(naam)
            continue
        print(inhoud, flush=True)
        bestaand = BESTAND.read_text(encoding="utf-8") if BESTAND.exists() else ""
        BESTAND.write_text(merge_secties(bestaand, {naam: inhoud}), encoding="utf-8")
    print(f"Geschreven: {BESTAND.relative_to(PROJECTMAP)}")
    if mislukt:
        print(f"Niet gemeten: {', '.join(mislukt)}.", file=sys.stderr)
    return int(bool(mislukt))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
