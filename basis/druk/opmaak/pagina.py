"""Dividing boxes over pages.

A document is first made into one long row of boxes, white and forced breaks; here
it is cut.  A box that is `vast` stays on the page of what follows it: headings with
their text, the first two lines of a paragraph, a caption with its table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from basis.druk.opmaak.tekenvel import Tekenvel

Tekenaar = Callable[["Tekenvel", float], None]


@dataclass(frozen=True, slots=True)
class Doos:
    """A piece that is never cut.  `teken(vel, y)` draws it with its top at y (down from the paper's top).

    `herhaal` is drawn first when a page happens to start with this box: the
    header row of a table that runs on.
    """

    hoogte: float
    teken: Tekenaar
    vast: bool = False
    herhaal: Doos | None = None


@dataclass(frozen=True, slots=True)
class Wit:
    """White that falls away at the top of a page."""

    hoogte: float
    vast: bool = False


@dataclass(frozen=True, slots=True)
class Breuk:
    """A new page, unless this one is still empty."""


Item = Doos | Wit | Breuk


@dataclass(slots=True)
class Pagina:
    """What stands on one page: (top, box) from top to bottom."""

    boven: float
    onder: float
    dozen: list[tuple[float, Doos]] = field(default_factory=list)
    y: float = 0.0

    def __post_init__(self) -> None:
        self.y = self.boven

    @property
    def ruimte(self) -> float:
        """Height that is left."""
        return self.onder - self.y


def paginate(items: Iterable[Item], *, boven_eerste: float, boven: float, onder: float) -> list[Pagina]:
    """The pages of a document; `boven` and `onder` bound the text, down from the paper's top."""
    paginas = [Pagina(boven_eerste, onder)]
    for groep in _groups(items):
        if isinstance(groep[0], Breuk):
            if paginas[-1].dozen:
                paginas.append(Pagina(boven, onder))
            continue
        hoogte = sum(item.hoogte for item in groep if not isinstance(item, Breuk))
        if hoogte > paginas[-1].ruimte and paginas[-1].dozen and hoogte <= onder - boven:
            paginas.append(Pagina(boven, onder))
        for item in groep:
            _place(item, paginas, boven)
    return [pagina for pagina in paginas if pagina.dozen] or paginas[:1]


def _groups(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Rows of items that have to stay together."""
    groep: list[Item] = []
    for item in items:
        if isinstance(item, Breuk) and groep:
            yield groep
            groep = []
        groep.append(item)
        if isinstance(item, Breuk) or not item.vast:
            yield groep
            groep = []
    if groep:
        yield groep


def _place(item: Item, paginas: list[Pagina], boven: float) -> None:
    pagina = paginas[-1]
    if isinstance(item, Breuk) or (isinstance(item, Wit) and not pagina.dozen):
        return
    if isinstance(item, Wit):
        pagina.y += item.hoogte
        return
    if item.hoogte > pagina.ruimte + 0.01 and pagina.dozen:
        pagina = Pagina(boven, pagina.onder)
        paginas.append(pagina)
    if item.herhaal and not pagina.dozen:
        pagina.dozen.append((pagina.y, item.herhaal))
        pagina.y += item.herhaal.hoogte
    pagina.dozen.append((pagina.y, item))
    pagina.y += item.hoogte
