"""What the rooms above tell on the page of a ronde, without this room knowing them."""

from collections.abc import Callable
from dataclasses import dataclass

from organisaties.models import Lidmaatschap, Ronde


@dataclass(frozen=True, slots=True)
class Rondeblok:
    """One link of the chain on the ronde's page: how it stands and what can be done.

    `klaar` says that there is something to go on with; the first block that is not klaar is the next step.
    """

    titel: str
    regels: tuple[str, ...]
    actie: str = ""
    url: str = ""
    klaar: bool = False
    bezig: bool = False


Blokmaker = Callable[[Ronde, Lidmaatschap], Rondeblok | None]
_MAKERS: dict[int, Blokmaker] = {}


def register_rondeblok(volgorde: int, maker: Blokmaker) -> None:
    """Add a block; called in `AppConfig.ready`. `volgorde` follows the chain and is given out once."""
    if volgorde in _MAKERS and _MAKERS[volgorde] is not maker:
        raise ValueError(f"blok {volgorde} bestaat al")
    _MAKERS[volgorde] = maker


def build_blokken(ronde: Ronde, lid: Lidmaatschap) -> list[Rondeblok]:
    """Give the blocks that this member may see, in the order of the chain."""
    blokken = (_MAKERS[volgorde](ronde, lid) for volgorde in sorted(_MAKERS))
    return [blok for blok in blokken if blok is not None]
