"""What the rooms above tell on the page of a ronde, without this room knowing them."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from organisaties.domain.fasen import FASEN, is_voorbij
from organisaties.enums import Fase
from organisaties.models import Lidmaatschap, Ronde

# The links of the chain by the number that their block registers with; what stands in between (25) belongs to
# the link before it.
ONDERDELEN: dict[int, str] = dict(zip(range(10, 70, 10), FASEN, strict=True))
# Two ways to hear residents: who has one going is not sent after the other.
BRONNEN = ("ophalen", "bijeenkomsten")


@dataclass(frozen=True, slots=True)
class Rondeblok:
    """One link of the chain on the ronde's page: how it stands and what can be done.

    `klaar` says that there is something to go on with; the first block that is not klaar is the next step.
    `onderdeel` is filled in here, from the number that the block was registered with.
    """

    titel: str
    regels: tuple[str, ...]
    actie: str = ""
    url: str = ""
    klaar: bool = False
    bezig: bool = False
    onderdeel: str = ""


Blokmaker = Callable[[Ronde, Lidmaatschap], Rondeblok | None]
_MAKERS: dict[int, Blokmaker] = {}


def register_rondeblok(volgorde: int, maker: Blokmaker) -> None:
    """Add a block; called in `AppConfig.ready`. `volgorde` follows the chain and is given out once."""
    if volgorde // 10 * 10 not in ONDERDELEN:
        raise ValueError(f"blok {volgorde} hoort bij geen schakel van de keten")
    if volgorde in _MAKERS and _MAKERS[volgorde] is not maker:
        raise ValueError(f"blok {volgorde} bestaat al")
    _MAKERS[volgorde] = maker


def iter_blokken(ronde: Ronde, lid: Lidmaatschap, onderdelen: Collection[str]) -> Iterator[Rondeblok]:
    """Make one by one the blocks of these links that this member may see, in the order of the chain."""
    for volgorde in sorted(_MAKERS):
        onderdeel = ONDERDELEN[volgorde // 10 * 10]
        if onderdeel in onderdelen and (blok := _MAKERS[volgorde](ronde, lid)) is not None:
            yield replace(blok, onderdeel=onderdeel)


def build_blokken(ronde: Ronde, lid: Lidmaatschap) -> list[Rondeblok]:
    """Give the blocks that this member may see, in the order of the chain."""
    return list(iter_blokken(ronde, lid, tuple(FASEN)))


def find_volgende(fase: Fase, geef: Callable[[Collection[str]], Iterable[Rondeblok]]) -> Rondeblok | None:
    """Give the next step of a ronde in this phase; None when nothing waits.

    `geef` gives the blocks of the links that are asked for, in order; no more are taken than it takes to know.
    Links that the phase has left behind only count as long as nothing after them has begun.
    """
    if fase == Fase.AFGEROND:
        return None
    voorbij = [onderdeel for onderdeel in FASEN if is_voorbij(onderdeel, fase)]
    gezien: list[Rondeblok] = []
    nu = _choose(geef([onderdeel for onderdeel in FASEN if onderdeel not in voorbij]), gezien, fase)
    if nu is not None or any(blok.klaar for blok in gezien):
        return nu
    return _choose(geef(voorbij), gezien, fase)


def _choose(blokken: Iterable[Rondeblok], gezien: list[Rondeblok], fase: Fase) -> Rondeblok | None:
    """Give the first block with something to do, and keep in `gezien` what was looked at."""
    for blok in blokken:
        if blok.onderdeel not in BRONNEN:
            if (keuze := _choose_bron(gezien, fase)) is not None:
                return keuze
            if blok.url and (not blok.klaar or _is_at_hand(blok, fase)):
                return blok
        gezien.append(blok)
    return _choose_bron(gezien, fase)


def _choose_bron(gezien: list[Rondeblok], fase: Fase) -> Rondeblok | None:
    """Give the way of hearing residents that waits.

    Once they were heard in one way, another is no longer the next step unless it is under way.
    """
    bronnen = [blok for blok in gezien if blok.onderdeel in BRONNEN and blok.url]
    gehoord = any(blok.klaar for blok in gezien if blok.onderdeel in BRONNEN)
    te_doen = [blok for blok in bronnen if not blok.klaar and (blok.bezig or not gehoord)]
    return next(iter(te_doen or [blok for blok in bronnen if _is_at_hand(blok, fase)]), None)


def _is_at_hand(blok: Rondeblok, fase: Fase) -> bool:
    """Tell whether a block has enough to go on with, but its work goes on and the phase is still there."""
    return blok.klaar and blok.bezig and fase != Fase.VOORBEREIDEN and fase in FASEN[blok.onderdeel]
