"""A server that speaks the protocol of a language model, with answers by script."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from codering.nlp.lokaal import Taalserver

Verzoek = dict[str, Any]
Antwoorder = Callable[["Pen", Verzoek], None]


class Pen(BaseHTTPRequestHandler):
    """Writes what the script says, and nothing on the terminal."""

    server: "_Server"

    def do_POST(self) -> None:
        lijf = self.rfile.read(int(self.headers["Content-Length"]))
        post = Post(self.path, dict(self.headers), lijf)
        self.server.boek.binnen.append(post)
        self.server.boek.antwoorder(self, post.verzoek)

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def send(self, lijf: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(lijf)))
        self.end_headers()
        self.wfile.write(lijf)

    def say(self, tekst: str, **anders: Any) -> None:
        """Answer as a model does."""
        keuze = {"index": 0, "message": {"role": "assistant", "content": tekst}, "finish_reason": "stop"}
        self.send(json.dumps({"model": "proefmodel-7b", "choices": [keuze | anders]}).encode())


@dataclass
class Post:
    pad: str
    koppen: dict[str, str]
    lijf: bytes

    @property
    def verzoek(self) -> Verzoek:
        return json.loads(self.lijf)


@dataclass
class Boek:
    """What came in, and how to answer."""

    antwoorder: Antwoorder
    binnen: list[Post] = field(default_factory=list)
    klaar: threading.Event = field(default_factory=threading.Event)
    adres: str = ""

    def taalserver(self, **anders: Any) -> Taalserver:
        return Taalserver(**({"adres": self.adres, "model": "proef"} | anders))


class _Server(ThreadingHTTPServer):
    boek: Boek

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is part of the test."""


@contextmanager
def serve(antwoorder: Antwoorder) -> Iterator[Boek]:
    """Run the server while the test lasts; `klaar` is set before it ends, for answers that wait for that."""
    boek = Boek(antwoorder)
    with _Server(("127.0.0.1", 0), Pen) as server:
        server.boek = boek
        boek.adres = f"http://127.0.0.1:{server.server_address[1]}/v1"
        draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        draad.start()
        try:
            yield boek
        finally:
            boek.klaar.set()
            server.shutdown()
            draad.join()


def give(tekst: str, **anders: Any) -> Antwoorder:
    """Always the same answer."""
    return lambda pen, verzoek: pen.say(tekst, **anders)


def give_json(waarde: Any) -> Antwoorder:
    return give(json.dumps(waarde))


def agree(pen: Pen, verzoek: Verzoek) -> None:
    """See the first code in every statement, and name every group after its number."""
    aantal = sum(regel[:1].isdigit() for regel in verzoek["messages"][1]["content"].splitlines())
    schema = verzoek["response_format"]["json_schema"]["schema"]["properties"]
    if "oordelen" in schema:
        code = schema["oordelen"]["items"]["properties"]["codes"]["items"]["enum"][0]
        regels = [{"nummer": nummer, "codes": [code]} for nummer in range(1, aantal + 1)]
        pen.say(json.dumps({"oordelen": regels}))
    else:
        namen = (
            "Bankjes in het park",
            "Lawaai in de nacht",
            "Dure boodschappen",
            "Hulp bij formulieren",
            "Bus",
        )
        regels = [{"nummer": nummer, "naam": namen[nummer - 1]} for nummer in range(1, aantal + 1)]
        pen.say(json.dumps({"namen": regels}))
