"""What a person should look at before a letter's findings stand on a public page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from advies.domain.brief import Brief

_GETAL = re.compile(r"(?<![\d.,/-])(?<!minder dan )(\d{1,2})(?![\d.,/-]*\d)(?!\s*%)", re.IGNORECASE)
_VAN_DE = re.compile(r"\b([eé][eé]n|twee|drie|vier|vijf|zes|zeven|acht|negen)\s+van\s+de\b", re.IGNORECASE)
_WOORDEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")


@dataclass(frozen=True, slots=True)
class Aandachtszin:
    """A sentence of a finding that may tell of so few people that neighbours can guess who."""

    nummer: int
    zin: str


def find_kleine_aantallen(brief: Brief, drempel: int) -> tuple[Aandachtszin, ...]:
    """Give the sentences with a count below the threshold.

    Drafted sentences never hold one; a person may have typed it, or the threshold was lower then.
    """
    gevonden = []
    for nummer, bevinding in enumerate(brief.bevindingen, start=1):
        for tekst in (bevinding.kop, bevinding.tekst, bevinding.cijferzin):
            gevonden += [Aandachtszin(nummer, zin) for zin in _sentences(tekst) if _is_klein(zin, drempel)]
    return tuple(gevonden)


def _sentences(tekst: str) -> Sequence[str]:
    return [zin.strip() for zin in re.split(r"(?<=[.?])\s+|\n+", tekst.replace("\u00a0", " ")) if zin.strip()]


def _is_klein(zin: str, drempel: int) -> bool:
    getallen = [int(getal) for getal in _GETAL.findall(zin)]
    getallen += [_WOORDEN.index(woord.lower().replace("é", "e")) + 1 for woord in _VAN_DE.findall(zin)]
    return any(0 < getal < drempel for getal in getallen)
