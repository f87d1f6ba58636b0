"""Stand-ins for the models: small, quick, and the same every time."""

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np

from codering.nlp.types import Codeboek, Fragment, Groepering, Kwaliteit, Naam, Themadefinitie, Voorbeeld


class Nepembedder:
    """Every word has a direction of its own; a text is the sum of its words."""

    sleutel = "nep"

    def __init__(self) -> None:
        self.gezien: list[str] = []

    def embed(self, teksten: Sequence[str]) -> Any:
        self.gezien += teksten
        return np.array([_sum(tekst) for tekst in teksten], dtype=np.float16).reshape(len(teksten), 48)


class Nepclusterer:
    def cluster(self, teksten: Sequence[str], vectoren: Any, seed: int) -> Groepering:
        nummers = tuple(0 if "groen" in tekst else None for tekst in teksten)
        return Groepering(nummers, (1.0,) if 0 in nummers else ())


class Nepnamer:
    def name(self, teksten: Sequence[str], vectoren: Any, leden: Sequence[Sequence[int]]) -> tuple[Naam, ...]:
        return tuple(Naam(f"groep van {len(groep)}", (), groep[0]) for groep in leden)


CODEBOEK = Codeboek(
    "proef",
    "1",
    (
        Themadefinitie("groen", "Groen", "Bomen, planten en parken", "meer bomen, een park", ""),
        Themadefinitie("verkeer", "Verkeer", "Auto's, fietsen en parkeren", "te hard rijden, fietspad", ""),
        Themadefinitie(
            "zorg", "Zorg", "Huisarts, mantelzorg en wachtlijsten", "wachtlijst bij de huisarts", ""
        ),
    ),
)

_ZINNEN = {
    "groen": "bomen planten park struiken bloemen gras",
    "verkeer": "auto fiets parkeren hard straat bus",
    "zorg": "huisarts wachtlijst mantelzorg pillen dokter hulp",
}


def build_voorbeelden(per_thema: int = 45) -> tuple[Voorbeeld, ...]:
    """Examples of two words of their theme each, with some that belong nowhere."""
    voorbeelden = []
    for code, woorden in _ZINNEN.items():
        w = woorden.split()
        for nummer in range(per_thema):
            eerste, tweede = w[nummer % 6], w[(nummer // 6 + nummer + 1) % 6]
            voorbeelden.append(Voorbeeld(f"er is te weinig {eerste} en {tweede} in nummer {nummer}", (code,)))
    for nummer in range(30):
        eerste, tweede = ("groen", "verkeer", "zorg")[nummer % 3], ("verkeer", "zorg", "groen")[nummer % 3]
        een, twee = _ZINNEN[eerste].split()[nummer % 6], _ZINNEN[tweede].split()[nummer // 5]
        voorbeelden.append(Voorbeeld(f"te weinig {een} en ook {twee}", (eerste, tweede)))
    voorbeelden += [Voorbeeld(f"de koffie van tafel {nummer} was lekker", ()) for nummer in range(10)]
    return tuple(voorbeelden)


def build_fragment(tekst: str, rij: str = "1", kwaliteit: Kwaliteit = Kwaliteit.INHOUDELIJK) -> Fragment:
    return Fragment(rij, 0, 0, len(tekst), tekst, tekst, "nl", kwaliteit)


def _sum(tekst: str) -> Any:
    som = np.full(48, 0.5)
    for woord in tekst.lower().replace(",", " ").replace(".", " ").split():
        begin = int.from_bytes(hashlib.sha256(woord.encode(errors="replace")).digest()[:4])
        som = som + np.random.default_rng(begin).normal(size=48)
    return som / np.linalg.norm(som)
