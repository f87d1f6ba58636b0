"""What can be released for a wall: each theme with its figure, as it is and as the wall would show it, and quotes."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from codering.models import Analyserun, Thema
from inzicht.domain.beeld import choose_kanaal
from inzicht.domain.cijfers import cached_telling
from inzicht.domain.wandcitaten import Wandcitaat, list_citaten
from inzicht.domain.woorden import count_phrase, named_by
from organisaties.models import Ronde


@dataclass(frozen=True, slots=True)
class Wandkeuze:
    """One theme to release: "door 14 van de 61 inzenders", whether the wall hides that count, and its quotes."""

    thema: Thema
    zin: str
    klein: bool
    citaten: tuple[Wandcitaat, ...]
    gekozen: bool


def list_keuzes(
    ronde: Ronde, run: Analyserun | None, *, kanaal: str, drempel: int, gekozen: Collection[UUID]
) -> list[Wandkeuze]:
    """Give the themes of the codebook, the most named first."""
    if run is None:
        return []
    telling = cached_telling(ronde, run)
    kanaal = choose_kanaal(telling, kanaal)
    cijfers = {cijfer.code: cijfer for cijfer in telling.deel(kanaal).themas}
    themas = {thema.code: thema for thema in Thema.objects.filter(codeboek=run.codeboek_id)}
    per: dict[str, list[Wandcitaat]] = {}
    for citaat in list_citaten(ronde, run, list(themas)):
        per.setdefault(citaat.code, []).append(citaat)
    voluit = bool(telling.delen)
    return [
        Wandkeuze(
            thema=themas[code],
            zin=f"{named_by(kanaal)} {count_phrase(cijfer.aantal, cijfer.van, kanaal, voluit=voluit)}",
            klein=0 < cijfer.aantal < drempel,
            citaten=tuple(per.get(code, ())),
            gekozen=themas[code].pk in gekozen,
        )
        for code, cijfer in cijfers.items()
        if code in themas
    ]
