"""How much the server takes: 1, 8 and 400 phones that fill in five questions without ever pausing.

A small asyncio client on loopback, in a process of its own; the server is the production command on SQLite. The
receipts that were given are counted, and then what is in the database: none lost, none doubled.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, field

from scripts.bench.bewoner import read_cpu, run_server
from scripts.bench.invullen import CODE, MEESTE_PAGINAS, build_post, fill_in, find_bon
from scripts.bench.meting import PROJECTMAP, Meting, Sectie

# (phones at once, whole runs of each)
LADING = ((1, 60), (8, 40), (400, 2))
WACHTTIJD = 120.0


@dataclass
class Uitkomst:
    """What the phones saw: seconds per page, receipts, errors, and how long it all took."""

    tijden: list[float] = field(default_factory=list)
    bonnen: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)
    seconden: float = 0.0


async def fetch(poort: int, methode: str, adres: str, romp: bytes = b"") -> str:
    """Give the page; a connection for each request, as the server has closed idle ones by then."""
    lezer, schrijver = await asyncio.open_connection("127.0.0.1", poort)
    try:
        kop = (
            f"{methode} {adres} HTTP/1.1\r\nHost: 127.0.0.1:{poort}\r\nAccept-Encoding: gzip\r\n"
            f"Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(romp)}\r\n\r\n"
        )
        schrijver.write(kop.encode() + romp)
        await schrijver.drain()
        antwoord = await lezer.read()
    finally:
        schrijver.close()
    koppen, _leeg, inhoud = antwoord.partition(b"\r\n\r\n")
    if b" 200 " not in koppen[:20]:
        raise RuntimeError(koppen[:40].decode(errors="replace"))
    return gzip.decompress(inhoud).decode() if b"gzip" in koppen else inhoud.decode()


async def answer(poort: int, nummer: int, uit: Uitkomst) -> None:
    """Do one whole run, to the receipt code."""
    pagina = ""
    for stap in range(MEESTE_PAGINAS):
        begin = time.perf_counter()
        if stap == 0:
            verzoek = ("GET", f"/v/{CODE}/", b"")
        else:
            verzoek = ("POST", *build_post(pagina, fill_in(pagina, f"Telefoon {nummer}: meer bankjes")))
        pagina = await asyncio.wait_for(fetch(poort, *verzoek), WACHTTIJD)
        uit.tijden.append(time.perf_counter() - begin)
        if bon := find_bon(pagina):
            uit.bonnen.append(bon)
            return
    raise RuntimeError("geen bewijscode")


async def run_telefoon(poort: int, nummer: int, keren: int, uit: Uitkomst) -> None:
    """Do run after run; what goes wrong is counted."""
    for _keer in range(keren):
        try:
            await answer(poort, nummer, uit)
        except (OSError, RuntimeError, TimeoutError) as fout:
            uit.fouten.append(repr(fout)[:200])


async def run_telefoons(poort: int, aantal: int, keren: int) -> Uitkomst:
    """Let all phones go at once."""
    uit, begin = Uitkomst(), time.perf_counter()
    await asyncio.gather(*(run_telefoon(poort, nummer, keren, uit) for nummer in range(aantal)))
    uit.seconden = time.perf_counter() - begin
    return uit


def count_inzendingen() -> None:
    """Print how many submissions and receipts there are; run in a process of its own."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    from peilingen.models import Inzending

    bonnen = list(Inzending.objects.order_by().values_list("bonhash", flat=True))
    print(json.dumps([len(bonnen), len(set(bonnen))]))


def measure_lading(aantal: int, keren: int) -> list[Meting]:
    """Measure one number of phones on a server and a database of its own."""
    with run_server() as (poort, pid, omgeving):
        klant = [sys.executable, "-m", "scripts.bench.drukte", "klant", str(poort)]
        subprocess.run([*klant, "1", "3"], cwd=PROJECTMAP, check=True, capture_output=True)
        voor = read_cpu(pid)
        proces = subprocess.run(
            [*klant, str(aantal), str(keren)], cwd=PROJECTMAP, check=True, capture_output=True, text=True
        )
        cpu = read_cpu(pid) - voor
        tel = [sys.executable, "-m", "scripts.bench.drukte", "tel"]
        er = subprocess.run(tel, cwd=PROJECTMAP, env=omgeving, check=True, capture_output=True, text=True)
    uit, (rijen, eigen) = Uitkomst(**json.loads(proces.stdout)), json.loads(er.stdout)
    kwijt = abs(rijen - 3 - len(uit.bonnen)) + rijen - eigen
    return describe(f"{aantal} tegelijk" if aantal > 1 else "1 telefoon", uit, cpu, kwijt)


def describe(naam: str, uit: Uitkomst, cpu: float, kwijt: int) -> list[Meting]:
    """Give the figures of one number of phones."""
    delen = statistics.quantiles(uit.tijden, n=100)
    inzendingen = len(uit.bonnen)
    return [
        Meting(f"{naam}: inzendingen per seconde", inzendingen / uit.seconden, ""),
        Meting(f"{naam}: rekentijd per inzending", cpu / max(1, inzendingen) * 1000, "ms", doel=60),
        Meting(f"{naam}: helft van de pagina's binnen", delen[49] * 1000, "ms"),
        Meting(f"{naam}: 95 % binnen", delen[94] * 1000, "ms"),
        Meting(f"{naam}: 99 % binnen", delen[98] * 1000, "ms"),
        Meting(f"{naam}: inzendingen met bewijscode", float(inzendingen), ""),
        Meting(f"{naam}: fouten", float(len(uit.fouten)), "", doel=0),
        Meting(f"{naam}: kwijt of dubbel", float(kwijt), "", doel=0),
    ]


def measure_drukte() -> Sectie:
    """Measure each number of phones."""
    return Sectie(
        "Drukte",
        "Hele ritten van vijf vragen, zonder pauze achter elkaar, dus zo snel als de server kan: één webproces met "
        "vier draden op SQLite, de telefoons op dezelfde machine. Hoe vol een zaal mag zijn, staat bij Avond. "
        "LimeSurvey 6.14: 390 tot 450 ms rekentijd per inzending.",
        tuple(meting for aantal, keren in LADING for meting in measure_lading(aantal, keren)),
    )


def main(soort: str, *getallen: str) -> None:
    """Be the phones ("klant"), or count afterwards ("tel")."""
    if soort == "tel":
        count_inzendingen()
        return
    poort, aantal, keren = (int(getal) for getal in getallen)
    print(json.dumps(asdict(asyncio.run(run_telefoons(poort, aantal, keren)))))


if __name__ == "__main__":
    main(*sys.argv[1:])
