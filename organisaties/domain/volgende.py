"""Starting the next ronde: the same questions again, so that answers can be laid side by side."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from organisaties.domain.rondes import create_ronde
from organisaties.models import Gebruiker, Ronde

NeemOver = Callable[[Ronde, Ronde, Gebruiker], int]
Vertel = Callable[[Ronde], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Overnemer:
    """What a room takes along from one ronde to the next, and how it tells beforehand what that will be."""

    neem_over: NeemOver
    vertel: Vertel | None = None


_OVERNEMERS: dict[int, Overnemer] = {}


def register_overnemer(volgorde: int, neem_over: NeemOver, vertel: Vertel | None = None) -> None:
    """Let a room take something along to the next ronde; called in `AppConfig.ready`.

    `neem_over(van, naar, wie)` works inside the transaction and gives how many things it copied.
    `vertel(van)` gives lines for the page where someone decides; both must see the same things.
    """
    nieuw = Overnemer(neem_over, vertel)
    if volgorde in _OVERNEMERS and _OVERNEMERS[volgorde] != nieuw:
        raise ValueError(f"overnemer {volgorde} bestaat al")
    _OVERNEMERS[volgorde] = nieuw


def describe_overname(ronde: Ronde) -> list[str]:
    """Tell what the next ronde will get from this one, in the order of the rooms."""
    vertellers = (_OVERNEMERS[volgorde].vertel for volgorde in sorted(_OVERNEMERS))
    return [regel for vertel in vertellers if vertel is not None for regel in vertel(ronde)]


def propose_naam(ronde: Ronde) -> str:
    """Give a name for the next ronde that is free: the year or number at its end one higher, else a 2 behind it."""
    bezet = {naam.casefold() for naam in Ronde.objects.van(ronde.organisatie).values_list("naam", flat=True)}
    lengte = Ronde._meta.get_field("naam").max_length or 0
    naam = ronde.naam
    while naam.casefold() in bezet:
        met_getal = re.fullmatch(r"(.*?)(\d{1,6})(\D*)", naam)
        delen = (met_getal[1], int(met_getal[2]) + 1, met_getal[3]) if met_getal else (f"{naam} ", 2, "")
        naam = f"{delen[0]}{delen[1]}{delen[2]}"
        if len(naam) > lengte:
            return ""
    return naam


@transaction.atomic
def start_volgende_ronde(*, ronde: Ronde, wie: Gebruiker, naam: str, vraagstelling: str = "") -> Ronde:
    """Start a ronde that follows this one and gets its questions; raises RondenaamBestaat.

    Answers, themes and letters stay where they are: only what is asked goes along.
    """
    nieuw = create_ronde(
        organisatie=ronde.organisatie, wie=wie, naam=naam, vraagstelling=vraagstelling, vorige=ronde
    )
    for volgorde in sorted(_OVERNEMERS):
        _OVERNEMERS[volgorde].neem_over(ronde, nieuw, wie)
    return nieuw
