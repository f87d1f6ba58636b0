"""Who is there in an evening: read by locust, started by `scripts.bench.avond`."""

from __future__ import annotations

import http.client
import json
import os
import random
import secrets
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from locust import User, task
from locust.exception import StopUser

from scripts.bench.avond import TAFELCODE
from scripts.bench.bewoner import Bezoeker
from scripts.bench.invullen import MEESTE_PAGINAS, TEKST, fill_in, find_bon

POORT = int(os.environ["AVOND_POORT"])
ERKEND = Path(os.environ["AVOND_ERKEND"])
RUST: tuple[float, float] = tuple(json.loads(os.environ["AVOND_RUST"]))
EEN_KEER = os.environ["AVOND_EEN_KEER"] == "1"
ZINNEN = TEKST.split(", ")
_DOBBEL = random.Random(7)  # noqa: S311 -- chooses words and pauses
_NUMMERS = iter(range(1, 1000))


def note(**regel: str) -> None:
    """Write down what the server acknowledged."""
    with ERKEND.open("a", encoding="utf-8") as bestand:
        bestand.write(json.dumps(regel) + "\n")


class Gebruiker(User):
    """Someone who sends requests and says how long each took.

    After a pause the server has closed the connection, as it does with idle phones, so each request makes its own.
    """

    abstract = True
    verbinding: http.client.HTTPConnection

    def timed(self, naam: str, werk: Callable[[], object]) -> None:
        """Do one request; what goes wrong is counted as a failure."""
        begin, fout = time.perf_counter(), None
        self.verbinding.close()
        try:
            werk()
        except (OSError, RuntimeError, http.client.HTTPException) as ging_mis:
            fout = ging_mis
        self.environment.events.request.fire(
            request_type="",
            name=naam,
            response_time=(time.perf_counter() - begin) * 1000,
            response_length=0,
            exception=fout,
            context={},
        )
        if fout is not None:
            raise fout


class Telefoon(Gebruiker):
    """A resident after a resident, each with five questions."""

    fixed_count = int(os.environ["AVOND_TELEFOONS"])

    @task
    def answer(self) -> None:
        """Do a whole run, to the receipt code."""
        bezoeker, bon = Bezoeker(POORT), ""
        self.verbinding = bezoeker.verbinding
        try:
            self.timed("eerste bladzijde", lambda: bezoeker.send("GET"))
            for nummer in range(2, MEESTE_PAGINAS):
                time.sleep(_DOBBEL.uniform(*RUST))
                velden = fill_in(bezoeker.pagina, " ".join(_DOBBEL.sample(ZINNEN, 2)))
                self.timed(f"bladzijde {nummer}", partial(bezoeker.send, "POST", velden))
                if bon := find_bon(bezoeker.pagina):
                    break
        except (OSError, RuntimeError, http.client.HTTPException):
            return
        if not bon:
            raise RuntimeError("geen bewijscode")
        note(bon=bon)
        if EEN_KEER:
            raise StopUser


class Tafel(Gebruiker):
    """A note-taker: a note is saved at every pause, and then comes the next."""

    fixed_count = int(os.environ["AVOND_TAFELS"])

    def on_start(self) -> None:
        """Sit down at a table of its own."""
        self.adres = f"/t/{TAFELCODE.format(next(_NUMMERS))}/"
        self.verbinding = http.client.HTTPConnection("127.0.0.1", POORT, timeout=20)
        self.timed("tafel", lambda: self.send("GET", self.adres))

    def send(self, methode: str, adres: str, velden: dict[str, str] | None = None) -> bytes:
        """Send one request; another status than 200 is an error."""
        koppen = {"Content-Type": "application/x-www-form-urlencoded"}
        self.verbinding.request(methode, adres, urlencode(velden) if velden else None, koppen)
        antwoord = self.verbinding.getresponse()
        inhoud = antwoord.read()
        if antwoord.status != 200:
            raise RuntimeError(f"{methode} {adres}: {antwoord.status} {inhoud[:200]!r}")
        return inhoud

    @task
    def write(self) -> None:
        """Type one note with a few pauses."""
        sleutel, schrijver, versie, tekst = secrets.token_hex(16), secrets.token_hex(16), 0, ""
        for beurt in range(1, _DOBBEL.randint(2, 4) + 1):
            time.sleep(_DOBBEL.uniform(1.5, 4.0))
            tekst = f"{tekst} {_DOBBEL.choice(ZINNEN)}".strip()
            velden = {"tekst": tekst, "sleutel": sleutel, "schrijver": schrijver}
            velden |= {"versie": str(versie), "beurt": str(beurt)}

            def save(velden: dict[str, str] = velden) -> None:
                nonlocal versie
                versie = int(json.loads(self.send("POST", f"{self.adres}bewaar/", velden))["versie"])

            self.timed("notitie bewaren", save)
            note(sleutel=sleutel, tekst=tekst)
        self.timed("notities van de tafel", lambda: self.send("GET", f"{self.adres}lijst/"))
