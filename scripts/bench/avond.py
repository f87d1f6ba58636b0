"""An evening: many phones and tables at once, on one machine, with the worker beside the web process.

Two loads: 60 phones and 8 tables for five minutes, and 400 phones within two minutes, all from one address. The
answers that were acknowledged are counted, and then those that are in the database: none lost, none doubled.
"""

from __future__ import annotations

import contextlib
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.bench.bewoner import build_lijst, wait_for
from scripts.bench.meting import PROJECTMAP, Meting, Sectie
from scripts.bench.opstarten import find_vrije_poort, read_omgeving
from scripts.start import Instellingen, build_web

TAFELS = 8
TAFELCODE = "tafel{}m"
GEBRUIKERS = Path(__file__).with_name("avond_gebruikers.py")


@dataclass(frozen=True, slots=True)
class Belasting:
    """How many at once, for how long; `rust` is how many seconds a phone waits between two pages."""

    naam: str
    telefoons: int
    tafels: int
    seconden: int
    rust: tuple[float, float]
    een_keer: bool = False


AVOND = Belasting("60 telefoons en 8 tafels, vijf minuten", 60, TAFELS, 300, (2.0, 8.0))
DRUKTE = Belasting("400 telefoons in twee minuten", 400, 0, 120, (3.0, 9.0), een_keer=True)


def build_avond() -> None:
    """Fill an empty database with an open questionnaire and an open meeting; run in a process of its own."""
    build_lijst()
    from datetime import date

    from bijeenkomsten.domain.bijeenkomsten import create_bijeenkomst, open_bijeenkomst
    from bijeenkomsten.domain.tafels import add_tafel
    from organisaties.models import Gebruiker, Ronde

    ronde, wie = Ronde.objects.get(), Gebruiker.objects.get()
    avond = create_bijeenkomst(ronde=ronde, wie=wie, titel="Avond", datum=date(2026, 3, 12))
    for nummer in range(1, TAFELS + 1):
        add_tafel(bijeenkomst=avond, wie=wie, code=TAFELCODE.format(nummer))
    open_bijeenkomst(bijeenkomst=avond, wie=wie)


def count_avond() -> None:
    """Print what is in the database, as JSON; run in a process of its own."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    from bijeenkomsten.models import Notitie
    from peilingen.models import Inzending

    hashes = list(Inzending.objects.order_by().values_list("bonhash", flat=True))
    notities = list(Notitie.objects.order_by().values_list("sleutel", "tekst"))
    print(json.dumps({"bonnen": hashes, "notities": dict(notities)}))


@contextmanager
def run_all() -> Iterator[tuple[int, dict[str, str]]]:
    """Start web process and worker on a database of their own; give the port and the environment."""
    map_ = Path(tempfile.mkdtemp(prefix="grondvlak-avond-"))
    poort = find_vrije_poort()
    omgeving = {**read_omgeving(map_), "GRONDVLAK_SECRET_KEY": "meting" * 10}
    try:
        for opdracht in (
            ["manage.py", "migrate", "-v0"],
            ["manage.py", "collectstatic", "--noinput", "-v0"],
            ["-m", "scripts.bench.avond", "bouw"],
        ):
            subprocess.run([sys.executable, *opdracht], cwd=PROJECTMAP, env=omgeving, check=True)
        with contextlib.ExitStack() as stapel:
            for opdracht in (
                build_web(Instellingen(poort, map_)),
                ["nice", sys.executable, "manage.py", "werker"],
            ):
                proces = stapel.enter_context(subprocess.Popen(opdracht, cwd=PROJECTMAP, env=omgeving))
                stapel.callback(proces.terminate)
            wait_for(poort)
            yield poort, omgeving
    finally:
        shutil.rmtree(map_, ignore_errors=True)


def load(belasting: Belasting) -> list[Meting]:
    """Let the phones and tables loose on a server of their own, and count afterwards."""
    with run_all() as (poort, omgeving), tempfile.TemporaryDirectory() as uit:
        run_gebruikers(belasting, poort, omgeving, Path(uit))
        opdracht = [sys.executable, "-m", "scripts.bench.avond", "tel"]
        telling = subprocess.run(
            opdracht, cwd=PROJECTMAP, env=omgeving, check=True, capture_output=True, text=True
        )
        with (Path(uit) / "telling_stats.csv").open(encoding="utf-8", newline="") as bestand:
            tijden = {rij["Name"]: rij for rij in csv.DictReader(bestand)}
        regels = (Path(uit) / "erkend.jsonl").read_text(encoding="utf-8").splitlines()
        er = json.loads(telling.stdout)
        erkend = [json.loads(regel) for regel in regels]
        return compare(belasting, tijden, erkend, er["bonnen"], er["notities"])


def run_gebruikers(belasting: Belasting, poort: int, omgeving: dict[str, str], uit: Path) -> None:
    """Start locust; it leaves its counts, and what was acknowledged, in the folder `uit`."""
    eigen = {
        "AVOND_POORT": str(poort),
        "AVOND_ERKEND": str(uit / "erkend.jsonl"),
        "AVOND_TELEFOONS": str(belasting.telefoons),
        "AVOND_TAFELS": str(belasting.tafels),
        "AVOND_RUST": json.dumps(belasting.rust),
        "AVOND_EEN_KEER": str(int(belasting.een_keer)),
    }
    aantal = belasting.telefoons + belasting.tafels
    opdracht = [
        *(sys.executable, "-m", "locust", "-f", str(GEBRUIKERS), "--headless", "--only-summary"),
        *("--users", str(aantal), "--spawn-rate", str(max(aantal / 60, 4))),
        *("--run-time", f"{belasting.seconden}s", "--stop-timeout", "120", "--csv", str(uit / "telling")),
    ]
    subprocess.run(opdracht, cwd=PROJECTMAP, env={**omgeving, **eigen}, check=False, capture_output=True)


def compare(
    belasting: Belasting,
    tijden: dict[str, dict[str, str]],
    erkend: list[dict[str, str]],
    bonnen: list[str],
    notities: dict[str, str],
) -> list[Meting]:
    """Set what was acknowledged beside what is there."""
    alles = tijden["Aggregated"]
    verstuurd = [regel["bon"] for regel in erkend if "bon" in regel]
    laatste = {regel["sleutel"]: regel["tekst"] for regel in erkend if "sleutel" in regel}
    kwijt = sum(notities.get(sleutel) != tekst for sleutel, tekst in laatste.items())
    naam = belasting.naam
    metingen = [
        Meting(f"{naam}: verzoeken", float(alles["Request Count"]), ""),
        Meting(f"{naam}: fouten", float(alles["Failure Count"]), "", doel=0),
        Meting(f"{naam}: 95 % van de pagina's binnen", float(alles["95%"]), "ms", doel=300),
        Meting(f"{naam}: 99 % binnen", float(alles["99%"]), "ms"),
        Meting(f"{naam}: inzendingen met bewijscode", float(len(verstuurd)), ""),
        Meting(f"{naam}: daarvan kwijt of dubbel", float(abs(len(bonnen) - len(set(verstuurd)))), "", doel=0),
    ]
    if belasting.tafels:
        metingen += [
            Meting(f"{naam}: notities", float(len(laatste)), ""),
            Meting(
                f"{naam}: notities kwijt, dubbel of oud",
                kwijt + abs(len(notities) - len(laatste)),
                "",
                doel=0,
            ),
        ]
    return metingen


def measure_avond() -> Sectie:
    """Measure both loads."""
    return Sectie(
        "Avond",
        "Alles op één machine, telefoons en tafels ook: één webproces met vier draden, de werker ernaast, SQLite. "
        "Een telefoon doet acht bladzijden en wacht een paar seconden voor elke volgende; een tafel bewaart bij "
        "elke pauze. Achteraf geteld: wat bevestigd is tegen wat er staat.",
        tuple(meting for belasting in (AVOND, DRUKTE) for meting in load(belasting)),
    )


if __name__ == "__main__":
    {"bouw": build_avond, "tel": count_avond}[sys.argv[1]]()
