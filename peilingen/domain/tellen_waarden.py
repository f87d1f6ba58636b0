"""Summaries of answers that are no choices: numbers and dates, rankings, statements. Plain values in and out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean, median, median_low
from typing import Any

from peilingen.domain.beschrijven import describe_datum, describe_getal
from peilingen.domain.instellingen import read_instellingen
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag


@dataclass(frozen=True, slots=True)
class Samenvatting:
    """Numbers or dates in words: the lowest, the one in the middle, and the highest."""

    laagste: str
    midden: str
    hoogste: str


@dataclass(frozen=True, slots=True)
class Rang:
    """How one choice was ranked: by how many it was put first, ranked at all, and its mean place among those."""

    naam: str
    eerste: int
    genoemd: int
    gemiddeld: str


@dataclass(frozen=True, slots=True)
class Stellingtelling:
    """How one statement was answered: the counts per choice, in the order of the question."""

    naam: str
    aantallen: tuple[int, ...]
    beantwoord: int


def summarise(vraag: Vraag, waarden: Sequence[Any]) -> Samenvatting | None:
    """Give lowest, middle and highest of numbers or dates; None without any."""
    if not waarden:
        return None
    if vraag.soort == Vraagsoort.DATUM:
        dagen = sorted(str(waarde) for waarde in waarden)
        return Samenvatting(*(describe_datum(dag) for dag in (dagen[0], median_low(dagen), dagen[-1])))
    getallen = [Decimal(str(waarde)) for waarde in waarden]
    eenheid = read_instellingen(vraag).eenheid
    drie = (min(getallen), median(getallen), max(getallen))
    return Samenvatting(*(f"{describe_getal(f'{getal.normalize():f}')} {eenheid}".strip() for getal in drie))


def rank(vraag: Vraag, waarden: Sequence[Any]) -> tuple[Rang, ...]:
    """Give how each choice was ranked, the one that was put first most often on top."""
    plaatsen: dict[str, list[int]] = {keuze.sleutel: [] for keuze in vraag.keuzes.all()}
    for volgorde in waarden:
        for plaats, sleutel in enumerate(volgorde, 1):
            plaatsen.setdefault(sleutel, []).append(plaats)
    rangen = [
        Rang(
            keuze.tekst,
            plaatsen[keuze.sleutel].count(1),
            len(plaatsen[keuze.sleutel]),
            describe_getal(f"{fmean(plaatsen[keuze.sleutel]):.1f}") if plaatsen[keuze.sleutel] else "",
        )
        for keuze in vraag.keuzes.all()
    ]
    return tuple(sorted(rangen, key=lambda rang: (-rang.eerste, -rang.genoemd, rang.naam)))


def count_stellingen(vraag: Vraag, waarden: Sequence[Any]) -> tuple[Stellingtelling, ...]:
    """Count the choices per statement."""
    sleutels = [keuze.sleutel for keuze in vraag.keuzes.all()]
    tellingen = []
    for stelling in vraag.stellingen.all():
        teller = Counter(waarde[stelling.sleutel] for waarde in waarden if stelling.sleutel in waarde)
        aantallen = tuple(teller[sleutel] for sleutel in sleutels)
        tellingen.append(Stellingtelling(stelling.tekst, aantallen, sum(aantallen)))
    return tuple(tellingen)
