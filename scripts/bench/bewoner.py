"""A resident's way through five questions: what a phone must fetch and wait for, and what it costs the server.

The same five questions as in the measurement of LimeSurvey 6.14 that design § 6 cites: two open, a scale, a
choice, a buurt. gunicorn runs as `make run` starts it; the browser is Debian's Chromium on a slow network.
"""

from __future__ import annotations

import gzip
import http.client
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.bench.invullen import CODE, MEESTE_PAGINAS, TEKST, build_post, fill_in, find_bon
from scripts.bench.meting import PROJECTMAP, Meting, Sectie
from scripts.bench.opstarten import find_vrije_poort, list_kinderen, read_omgeving
from scripts.start import Instellingen, build_web
from scripts.system import find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Bytes a second each way, and ms: slow 3G as in the design, fast 3G as Chromium's own tools have it.
NETTEN = {
    "traag 3G": {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000},
    "snel 3G": {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750},
}
# What the design asks of the slow network.
TRAAGSTE = "traag 3G"
KEREN_SERVER = 40
BLADZIJDEN = 8
KEREN_BROWSER = 5
INLEIDING = (
    "Wij willen weten hoe het gaat in uw buurt. Met uw antwoorden schrijven wij een advies aan de gemeente."
)


def build_lijst() -> None:
    """Fill an empty database with an open questionnaire; run in a process of its own."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    from organisaties.domain.gebieden import load_gemeente
    from organisaties.models import Gebruiker, Organisatie, Ronde
    from peilingen.domain.vragen import add_vraag
    from peilingen.domain.vragenlijsten import change_vragenlijst, create_vragenlijst, open_vragenlijst

    organisatie = Organisatie.objects.create(
        naam="Adviesraad Sociaal Domein", slug="meting", contact="015 123"
    )
    load_gemeente(organisatie=organisatie, gemeente="Delft")
    wie = Gebruiker.objects.create_user("meting@voorbeeld.test", None)
    ronde = Ronde.objects.create(organisatie=organisatie, naam="Meting")
    lijst = create_vragenlijst(ronde=ronde, wie=wie, titel="Wat hebben we aan elkaar?")
    change_vragenlijst(vragenlijst=lijst, wie=wie, inleiding=INLEIDING)
    vragen: list[tuple[str, str, tuple[str, ...]]] = [
        ("open", "Wat mist u in uw buurt om goed voor uzelf en voor anderen te zorgen?", ()),
        ("open", "Wat gaat er juist goed?", ()),
        ("schaal", "Hoe prettig woont u hier?", ("heel slecht", "slecht", "gaat wel", "goed", "heel goed")),
        ("een_keuze", "Kent u iemand die u om hulp kunt vragen?", ("Ja", "Nee", "Weet ik niet")),
        ("buurt", "In welke buurt woont u?", ()),
    ]
    for soort, tekst, keuzes in vragen:
        add_vraag(vragenlijst=lijst, wie=wie, soort=soort, tekst=tekst, keuzes=keuzes)
    open_vragenlijst(vragenlijst=lijst, wie=wie, code=CODE)


@contextmanager
def run_server() -> Iterator[tuple[int, int, dict[str, str]]]:
    """Start gunicorn as `make run` does, with one questionnaire; give port, process and environment."""
    map_ = Path(tempfile.mkdtemp(prefix="grondvlak-bench-"))
    poort = find_vrije_poort()
    # A person takes longer than the few seconds in which this fills in five questions.
    snel = {"GRONDVLAK_MINSTE_INVULTIJD": "0"}
    omgeving = {**read_omgeving(map_), **snel, "GRONDVLAK_SECRET_KEY": "meting" * 10}
    try:
        for opdracht in (
            ["manage.py", "migrate", "-v0"],
            ["manage.py", "collectstatic", "--noinput", "-v0"],
            ["-m", "scripts.bench.bewoner"],
        ):
            subprocess.run([sys.executable, *opdracht], cwd=PROJECTMAP, env=omgeving, check=True)
        with subprocess.Popen(build_web(Instellingen(poort, map_)), cwd=PROJECTMAP, env=omgeving) as proces:
            try:
                wait_for(poort)
                yield poort, proces.pid, omgeving
            finally:
                proces.terminate()
    finally:
        shutil.rmtree(map_)


def wait_for(poort: int) -> None:
    """Wait until the page answers."""
    for _poging in range(300):
        try:
            Bezoeker(poort).send("GET")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("De server antwoordt niet.")


@dataclass
class Bezoeker:
    """A phone that keeps its connection and sends each page's form."""

    poort: int
    pagina: str = ""
    verbinding: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.verbinding = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=10)

    def send(self, methode: str, velden: dict[str, str] | None = None) -> None:
        """Fetch the first page, or send the form of the page in hand."""
        adres, romp = build_post(self.pagina, velden or {}) if methode == "POST" else (f"/v/{CODE}/", None)
        koppen = {"Accept-Encoding": "gzip", "Content-Type": "application/x-www-form-urlencoded"}
        self.verbinding.request(methode, adres, romp, koppen)
        antwoord = self.verbinding.getresponse()
        inhoud = antwoord.read()
        if antwoord.status != 200:
            raise RuntimeError(f"{methode} {adres}: {antwoord.status}")
        self.pagina = gzip.decompress(inhoud).decode()

    def fetch_files(self, aantal: int) -> None:
        """Fetch a small file of the site that many times."""
        self.send("GET")
        pad = re.findall(r'href="(/static/[^"]+[.]svg)"', self.pagina)[0]
        for _keer in range(aantal - 1):
            self.verbinding.request("GET", pad)
            self.verbinding.getresponse().read()

    def run(self) -> None:
        """Go all the way, to the receipt code."""
        self.send("GET")
        for _keer in range(MEESTE_PAGINAS):
            self.send("POST", fill_in(self.pagina))
            if find_bon(self.pagina):
                return
        raise RuntimeError("De rit eindigde niet bij de bewijscode.")


def read_cpu(pid: int) -> float:
    """Give the CPU seconds that a process and its descendants have used."""
    som = 0
    for een in (pid, *list_kinderen(pid)):
        velden = Path(f"/proc/{een}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        som += int(velden[11]) + int(velden[12])
    return som / os.sysconf("SC_CLK_TCK")


def measure_server(poort: int, pid: int) -> Meting:
    """Give the CPU of the server per whole run; the baseline is as many requests for a small file."""

    def measure(werk: Callable[[], None]) -> float:
        for _keer in range(5):
            werk()
        begin = read_cpu(pid)
        for _keer in range(KEREN_SERVER):
            werk()
        return (read_cpu(pid) - begin) / KEREN_SERVER * 1000

    rit = measure(lambda: Bezoeker(poort).run())
    kaal = measure(lambda: Bezoeker(poort).fetch_files(BLADZIJDEN))
    return Meting("rekentijd van de server per rit", rit, "ms", doel=60, basis=kaal)


@dataclass
class Rit:
    """What one visit took."""

    verzoeken: int = 0
    bytes: int = 0
    eerste_beeld: float = 0.0
    geladen: float = 0.0
    eerste_verzoeken: int = 0
    eerste_bytes: int = 0


def visit(browser: Browser, poort: int, net: str, *, script: bool) -> Rit:
    """Do the run in a fresh browser on one of NETTEN."""
    rit = Rit()
    context = browser.new_context(java_script_enabled=script, viewport={"width": 390, "height": 844})
    pagina = context.new_page()
    cdp = context.new_cdp_session(pagina)
    cdp.send("Network.enable")
    cdp.send("Network.emulateNetworkConditions", NETTEN[net])

    def count(gebeurtenis: dict[str, Any]) -> None:
        """What came from the browser's own cache has no length."""
        rit.verzoeken += bool(gebeurtenis["encodedDataLength"])
        rit.bytes += int(gebeurtenis["encodedDataLength"])

    cdp.on("Network.loadingFinished", count)
    pagina.goto(f"http://127.0.0.1:{poort}/v/{CODE}/", wait_until="networkidle")
    verf = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
    rit.eerste_beeld = pagina.evaluate(verf) / 1000
    rit.geladen = pagina.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000
    rit.eerste_verzoeken, rit.eerste_bytes = rit.verzoeken, rit.bytes
    follow(pagina)
    pagina.wait_for_load_state("networkidle")
    context.close()
    return rit


def follow(pagina: Page) -> None:
    """Press through all pages as a person does."""

    def next_page(vul: Callable[[], object] = lambda: None, knop: str = "Volgende") -> None:
        vul()
        pagina.get_by_role("button", name=knop, exact=True).click()

    next_page(lambda: pagina.locator("[name=toestemming]").check(), knop="Beginnen")
    for _vraag in range(2):
        next_page(lambda: pagina.get_by_role("textbox").fill(TEKST))
    next_page(lambda: pagina.get_by_label("gaat wel").check())
    next_page(lambda: pagina.get_by_label("Ja").check())
    next_page(lambda: pagina.get_by_role("combobox").select_option("Olofsbuurt"))
    next_page(knop="Antwoorden versturen")
    pagina.get_by_role("heading", name="Uw antwoorden zijn aangekomen").wait_for()


def measure_browser(poort: int, chromium: str) -> list[Meting]:
    """Measure weight and first paint, with and without scripts."""
    from playwright.sync_api import sync_playwright

    metingen = []
    with sync_playwright() as spel:
        browser = spel.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for net in NETTEN:
            for script in (True, False):
                ritten = [visit(browser, poort, net, script=script) for _keer in range(KEREN_BROWSER)]
                metingen += describe(ritten, net, "met script" if script else "zonder script")
        browser.close()
    return metingen


def describe(ritten: list[Rit], net: str, hoe: str) -> list[Meting]:
    """Give the median of some visits; weights do not depend on the network, so only the slowest gives them."""

    def mediaan(lees: Callable[[Rit], float]) -> float:
        return statistics.median(lees(rit) for rit in ritten)

    traag = net == TRAAGSTE
    tijden = [
        Meting(
            f"eerste bladzijde, {net}, {hoe}: eerste beeld",
            mediaan(lambda r: r.eerste_beeld),
            "s",
            doel=1.5 if traag else None,
        ),
        Meting(f"eerste bladzijde, {net}, {hoe}: geladen", mediaan(lambda r: r.geladen), "s"),
    ]
    if not traag:
        return tijden
    return [
        Meting(f"eerste bladzijde, {hoe}: verzoeken", mediaan(lambda r: r.eerste_verzoeken), "", doel=5),
        Meting(
            f"eerste bladzijde, {hoe}: over de lijn", mediaan(lambda r: r.eerste_bytes / 1000), "kB", doel=30
        ),
        *tijden,
        Meting(f"hele rit, {hoe}: verzoeken", mediaan(lambda r: r.verzoeken), ""),
        Meting(f"hele rit, {hoe}: over de lijn", mediaan(lambda r: r.bytes / 1000), "kB", doel=60),
    ]


def measure_bewoner() -> Sectie:
    """Measure the resident's way."""
    chromium = find_chromium()
    with run_server() as (poort, pid, _omgeving):
        metingen = [measure_server(poort, pid)]
        if chromium:
            metingen += measure_browser(poort, chromium)
    return Sectie(
        "Bewoner",
        "Vijf vragen, van de eerste bladzijde tot de bewijscode: acht bladzijden. Traag 3G is 400 kbit/s met 400 ms, "
        "snel 3G 1,6 Mbit/s met 150 ms; mediaan van vijf keer. "
        "De eenvoudige manier: de eerste bladzijde en zeven keer een klein bestand. "
        "LimeSurvey 6.14 met dezelfde vragen: eerste bladzijde 28 verzoeken, 1.240 kB en 8,6 s; 390 tot 450 ms "
        f"rekentijd per rit.{'' if chromium else ' Zonder Chromium zijn gewicht en eerste beeld overgeslagen.'}",
        tuple(metingen),
    )


if __name__ == "__main__":
    build_lijst()
