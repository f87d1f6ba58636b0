"""Asking a language model on this machine or network, by the protocol that OpenAI made common.

What goes out is an instruction and `Afgeschermd` statements, nothing else. Only addresses of this machine and of
private networks are connected to, unless told otherwise, and then by https. Redirects and proxies are not followed.
Trouble is no exception: the answer says what went wrong, and everybody goes on without it.
"""

from __future__ import annotations

import hashlib
import ipaddress
import json
import re
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

from codering.nlp.afgeschermd import Afgeschermd

MAX_ANTWOORD: Final = 256 * 1024
MAX_TEKENS: Final = 1_000
"""Of each statement and question; what is longer is cut off."""
MAX_WOORDDELEN: Final = 2_000
_VERBINDEN: Final = 5.0
_DENKEN: Final = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_HEK: Final = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
_NETTEN: Final = tuple(
    map(
        ipaddress.ip_network,
        ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7"),
    )
)

ELDERS: Final = "Het adres van de taalserver ligt buiten dit netwerk."
ONBEREIKBAAR: Final = "De taalserver was niet te bereiken."
TE_LAAT: Final = "De taalserver gaf niet op tijd antwoord."
TE_GROOT: Final = "Het antwoord van de taalserver was te groot."
ONLEESBAAR: Final = "Het antwoord van de taalserver was niet te lezen."
AFGEBROKEN: Final = "Het taalmodel kwam niet klaar met zijn antwoord."
GEWEIGERD: Final = "Het taalmodel wilde geen antwoord geven."


@dataclass(frozen=True, slots=True)
class Taalserver:
    """Where the model is (`http://127.0.0.1:8080/v1`), which one, and how many seconds one answer may take.

    `elders` allows an address outside this machine and private networks.
    """

    adres: str
    model: str
    sleutel: str = field(default="", repr=False)
    wachttijd: float = 60.0
    elders: bool = False


@dataclass(frozen=True, slots=True)
class Modelopdracht:
    """What is asked: an instruction, numbered blocks of statements, and the JSON schema of the answer."""

    instructie: str
    blokken: tuple[tuple[Afgeschermd, ...], ...]
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gesprek:
    """A question and what came of it: either `fout` is "" and `antwoord` is the model's text, or it says why not.

    `hash` is the sha256 of the request as it was sent. `model` is what the server says that it used. `gehoord`
    tells that the server gave an answer at all, usable or not.
    """

    opdracht: Modelopdracht
    hash: str
    antwoord: str = ""
    model: str = ""
    fout: str = ""
    gehoord: bool = False

    def read_json(self) -> Any:
        """The answer as JSON, without the thinking and the fences that some models put around it; else None."""
        if self.fout:
            return None
        tekst = _DENKEN.sub("", self.antwoord)
        omheind = _HEK.match(tekst)
        try:
            return json.loads(omheind[1] if omheind else tekst)
        except (ValueError, RecursionError):
            return None


class _Fout(Exception):
    """A Dutch line that says what went wrong; with what the server said, where it said something."""

    def __init__(self, tekst: str, antwoord: str = "", *, gehoord: bool = False) -> None:
        super().__init__(tekst)
        self.antwoord = antwoord
        self.gehoord = gehoord


def ask(server: Taalserver, opdracht: Modelopdracht) -> Gesprek:
    """Ask once. The same question is the same bytes: temperature 0, a fixed seed, nothing of the moment in it."""
    lijf = build_verzoek(server, opdracht)
    merk = hashlib.sha256(lijf).hexdigest()
    try:
        antwoord, model = _read_antwoord(_post(server, lijf))
    except _Fout as fout:
        return Gesprek(opdracht, merk, fout.antwoord, fout=str(fout), gehoord=fout.gehoord)
    return Gesprek(opdracht, merk, antwoord, model, gehoord=True)


def build_verzoek(server: Taalserver, opdracht: Modelopdracht) -> bytes:
    """The request as bytes. Raises TypeError when a text in it was not made as `Afgeschermd`."""
    for blok in opdracht.blokken:
        for tekst in blok:
            if not isinstance(tekst, Afgeschermd):
                raise TypeError("Alleen afgeschermde uitspraken gaan naar een taalserver.")
    verzoek = {
        "model": server.model,
        "messages": [
            {"role": "system", "content": opdracht.instructie},
            {"role": "user", "content": _write_blokken(opdracht.blokken)},
        ],
        "temperature": 0,
        "top_p": 1,
        "seed": 0,
        "max_tokens": MAX_WOORDDELEN,
        "stream": False,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "antwoord", "strict": True, "schema": opdracht.schema},
        },
    }
    return json.dumps(verzoek, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


def _write_blokken(blokken: Sequence[Sequence[Afgeschermd]]) -> str:
    """Each block under its number, each statement as one quoted line: no words can pass for another number."""
    regels = []
    for nummer, blok in enumerate(blokken, start=1):
        for plek, tekst in enumerate(blok):
            vraag = f" (vraag: {_quote(tekst.vraag)})" if tekst.vraag else ""
            regels.append(f"{f'{nummer}.' if plek == 0 else '  '} {_quote(tekst)}{vraag}")
    return "\n".join(regels)


def _quote(tekst: str) -> str:
    return json.dumps(" ".join(str(tekst).split())[:MAX_TEKENS], ensure_ascii=False)


def split_adres(adres: str) -> SplitResult:
    """The parts of a server's address. Raises ValueError when it is none."""
    delen = urlsplit(adres)
    goed = delen.scheme in ("http", "https") and delen.hostname and not (delen.username or delen.query)
    if not goed or delen.port == 0:
        raise ValueError("Dit is geen adres van een taalserver.")
    return delen


def is_nabij(ip: str) -> bool:
    """Whether an address is this machine's or a private network's."""
    adres = ipaddress.ip_address(ip.partition("%")[0])
    echt = getattr(adres, "ipv4_mapped", None) or adres
    return any(echt in net for net in _NETTEN)


def _find_ip(server: Taalserver, delen: SplitResult, poort: int) -> str:
    """The address to connect to: looked up once and checked, so that a name cannot point elsewhere afterwards."""
    try:
        gevonden = socket.getaddrinfo(delen.hostname, poort, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fout:
        raise _Fout(ONBEREIKBAAR) from fout
    adressen = [str(rij[4][0]) for rij in gevonden]
    nabij = all(map(is_nabij, adressen))
    if not nabij and not (server.elders and delen.scheme == "https"):
        raise _Fout(ELDERS)
    return adressen[0]


@contextmanager
def _connect(server: Taalserver) -> Iterator[HTTPConnection]:
    """A connection to the checked address itself; the name is only for the certificate and the Host header."""
    delen = split_adres(server.adres)
    poort = delen.port or (443 if delen.scheme == "https" else 80)
    soort = HTTPSConnection if delen.scheme == "https" else HTTPConnection
    with closing(soort(delen.hostname or "", poort)) as verbinding:
        ip = _find_ip(server, delen, poort)
        sok = socket.create_connection((ip, poort), timeout=min(_VERBINDEN, server.wachttijd))
        try:
            if delen.scheme == "https":
                sok = ssl.create_default_context().wrap_socket(sok, server_hostname=delen.hostname)
        except OSError:
            sok.close()
            raise
        sok.settimeout(server.wachttijd)
        verbinding.sock = sok
        yield verbinding


def _post(server: Taalserver, lijf: bytes) -> bytes:
    """Send and read, all within `wachttijd`: a server that answers a letter at a time is cut off too."""
    over = threading.Event()
    koppen = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
    if server.sleutel:
        koppen["Authorization"] = f"Bearer {server.sleutel}"
    try:
        with _connect(server) as verbinding, _cut_off(verbinding.sock, server.wachttijd, over):
            verbinding.request("POST", f"{_path(server)}/chat/completions", lijf, koppen)
            with verbinding.getresponse() as antwoord:
                inhoud = antwoord.read(MAX_ANTWOORD + 1)
    except TimeoutError as fout:
        raise _Fout(TE_LAAT) from fout
    except (OSError, HTTPException, ValueError) as fout:
        raise _Fout(TE_LAAT if over.is_set() else ONBEREIKBAAR) from fout
    if over.is_set():
        raise _Fout(TE_LAAT)
    if antwoord.status != 200:
        raise _Fout(f"De taalserver gaf een foutmelding ({antwoord.status}).")
    if len(inhoud) > MAX_ANTWOORD:
        raise _Fout(TE_GROOT, gehoord=True)
    return inhoud


def _path(server: Taalserver) -> str:
    return split_adres(server.adres).path.rstrip("/")


@contextmanager
def _cut_off(sok: socket.socket, seconden: float, over: threading.Event) -> Iterator[None]:
    """End what a socket does after so many seconds; `over` then tells that this is why it ended."""

    def cut() -> None:
        over.set()
        with suppress(OSError):
            sok.shutdown(socket.SHUT_RDWR)

    klok = threading.Timer(seconden, cut)
    klok.daemon = True
    klok.start()
    try:
        yield
    finally:
        klok.cancel()
        klok.join()


def _read_antwoord(inhoud: bytes) -> tuple[str, str]:
    """The model's text and name."""
    try:
        geheel = json.loads(inhoud)
        keuze = geheel["choices"][0]
        tekst, weigering = keuze["message"].get("content"), keuze["message"].get("refusal")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as fout:
        raise _Fout(ONLEESBAAR, inhoud.decode(errors="replace"), gehoord=True) from fout
    if weigering or keuze.get("finish_reason") == "content_filter":
        raise _Fout(GEWEIGERD, str(weigering or tekst or ""), gehoord=True)
    if not isinstance(tekst, str):
        raise _Fout(ONLEESBAAR, inhoud.decode(errors="replace"), gehoord=True)
    if keuze.get("finish_reason") == "length":
        raise _Fout(AFGEBROKEN, tekst, gehoord=True)
    return tekst, str(geheel.get("model") or "")
