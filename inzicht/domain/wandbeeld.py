"""What a wall shows: a public place, so that small counts are hidden and only released words are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from codering.models import Thema
from inzicht.domain.beeld import choose_kanaal, make_cel
from inzicht.domain.cijfers import cached_telling, current_run
from inzicht.domain.meedoen import Deelname, find_open_bijeenkomst, list_deelnames
from inzicht.domain.tellen import Telling
from inzicht.domain.wand import find_wand, list_vrijgegeven
from inzicht.domain.wandcitaten import Wandcitaat, list_citaten
from inzicht.domain.woorden import number, units
from inzicht.models import Wand
from organisaties.models import Ronde

# Each quote stays this long, so that it can be read twice.
CITAAT_SECONDEN = 60
# Ends of the scale: bars grow on one of these, and all step back only when the largest passes it.
STAPPEN = (10, 20, 50)


@dataclass(frozen=True, slots=True)
class Wandrij:
    """One theme on the wall: what stands beside its bar, and the bar (0 to 100; None when nothing is told yet).

    `verborgen` says that the bar shows only up to where a hidden count can be.
    """

    code: str
    naam: str
    nummer: int
    aantal: str
    deel: float | None
    verborgen: bool


@dataclass(frozen=True, slots=True)
class Wandbeeld:
    """All that stands on a wall at one moment."""

    vraag: str
    donker: bool
    rijen: tuple[Wandrij, ...]
    bijschrift: str
    citaat: Wandcitaat | None
    deelnames: tuple[Deelname, ...]


def build_wandbeeld(ronde: Ronde, *, drempel: int, basis: str, nu: datetime) -> Wandbeeld:
    """Lay out the wall of a ronde as it is now; one that nobody made shows the question and how to join."""
    wand, run = find_wand(ronde), current_run(ronde)
    themas = list_vrijgegeven(wand, run)
    telling = cached_telling(ronde, run) if themas else None
    kanaal = choose_kanaal(telling, wand.kanaal if wand else "") if telling else ""
    citaten = list_citaten(ronde, run, [thema.code for thema in themas])
    return Wandbeeld(
        vraag=find_vraag(ronde, wand),
        donker=wand.donker if wand else True,
        rijen=_rows(themas, telling.deel(kanaal), drempel) if telling else (),
        bijschrift=_caption(telling, kanaal, drempel) if telling else "",
        citaat=_choose_citaat(citaten, nu),
        deelnames=tuple(list_deelnames(ronde, basis)),
    )


def find_vraag(ronde: Ronde, wand: Wand | None) -> str:
    """Give the question of the evening: the wall's own, else that of the meeting going on, else of the ronde."""
    if wand and wand.vraag:
        return wand.vraag
    bijeenkomst = find_open_bijeenkomst(ronde)
    return (bijeenkomst.vraag if bijeenkomst else "") or ronde.vraagstelling or ronde.naam


def _choose_citaat(citaten: Sequence[Wandcitaat], nu: datetime) -> Wandcitaat | None:
    """Give the quote of this minute; the next comes when it has been read."""
    passend = [citaat for citaat in citaten if citaat.past]
    return passend[int(nu.timestamp() // CITAAT_SECONDEN) % len(passend)] if passend else None


def _caption(telling: Telling, kanaal: str, drempel: int) -> str:
    """Say what the numbers count, and of how many they are."""
    van = telling.deel(kanaal).inhoudelijk
    if van < drempel:
        return _("Vanaf %(n)s %(wie)s ziet u hier hoe vaak.") % {"n": drempel, "wie": units(kanaal)}
    return _("Zo vaak genoemd, van %(n)s %(wie)s") % {"n": number(van), "wie": units(kanaal)}


def _rows(themas: Sequence[Thema], deel: Telling, drempel: int) -> tuple[Wandrij, ...]:
    geteld = deel.inhoudelijk >= drempel
    aantallen = {cijfer.code: cijfer.aantal for cijfer in deel.themas}
    getoond = {t.code: max(aantallen.get(t.code, 0), drempel - 1) for t in themas if aantallen.get(t.code)}
    schaal = choose_schaal(max(getoond.values(), default=0))
    rijen = []
    for thema in themas:
        aantal = aantallen.get(thema.code, 0)
        rijen.append(
            Wandrij(
                code=thema.code,
                naam=thema.naam,
                nummer=thema.kleur,
                aantal=make_cel(aantal, drempel).tekst if geteld else "",
                deel=round(100 * getoond.get(thema.code, 0) / schaal, 2) if geteld else None,
                verborgen=0 < aantal < drempel,
            )
        )
    return tuple(rijen)


def choose_schaal(grootste: int) -> int:
    """Give the end of the scale: the first of 10, 20, 50, 100, 200, 500 … that the largest count fits in."""
    keer = 1
    while True:
        for stap in STAPPEN:
            if grootste <= stap * keer:
                return stap * keer
        keer *= 10
