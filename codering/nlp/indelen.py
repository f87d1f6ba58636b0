"""Statements to named groups in two levels: wide ones, and fine ones within those.

Works on statements in an order that depends on nothing but their texts (`sort_teksten`). So the order of a file makes
no difference, down to the last bit of a sum.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codering.nlp.cluster import Stemclusterer
from codering.nlp.groei import OPNIEUW, grow, match_oud
from codering.nlp.types import Eerder, Groep, Groepering

if TYPE_CHECKING:
    from codering.nlp.protocols import Clusterer, Namer, Vectoren

FIJN_VANAF = 24
"""A wide group below this size is read as it is."""
MEESTE_FIJN = 6
FIJN_STABIEL = 0.5
"""Fine groups that come back in fewer of the votes are not told."""

Nummers = list[int | None]


@dataclass(frozen=True, slots=True)
class Indeling:
    """Wide and fine groups; per text the number of each, and the second group that it leans to with its weight.

    `voorbeeld` of a group is a position in the list of texts. `sinds` is how many texts there were when groups
    were last sought afresh.
    """

    groepen: tuple[Groep, ...]
    delen: tuple[Groep, ...]
    breed: tuple[int | None, ...]
    fijn: tuple[int | None, ...]
    tweede: tuple[tuple[int, float] | None, ...]
    sinds: int


def sort_teksten(teksten: Sequence[str]) -> list[int]:
    """Positions of texts in the order of their hashes; equal ones stay in the order they were given."""
    return sorted(
        range(len(teksten)), key=lambda p: hashlib.sha256(teksten[p].encode(errors="replace")).digest()
    )


def find_indeling(
    teksten: Sequence[str],
    vectoren: "Vectoren",
    seed: int,
    clusterer: "Clusterer",
    namer: "Namer",
    eerder: Eerder | None = None,
) -> Indeling:
    """Find groups, or go on from those of `eerder`, whose rows belong to `teksten`."""
    indeler = _Indeler(teksten, vectoren, seed, namer, eerder)
    alle = range(len(teksten))
    groepen, breed, groepering = indeler.group(alle, indeler.eerder.breed, clusterer, None)
    fijn: Nummers = [None] * len(teksten)
    delen: list[Groep] = []
    for groep, plekken in zip(groepen, groepering.leden(), strict=True):
        gevonden, nummers = indeler.split(groep, plekken)
        delen += gevonden
        for plek, nummer in zip(plekken, nummers, strict=True):
            fijn[plek] = nummer
    per_plek = {plek: groep.nummer for plek, groep in enumerate(groepen)}
    tweede = [
        (per_plek[paar[0]], paar[1]) if paar else None for paar in groepering.tweede or (None,) * len(teksten)
    ]
    return Indeling(
        tuple(groepen), tuple(delen), tuple(breed), tuple(fijn), tuple(tweede), indeler.eerder.sinds
    )


class _Indeler:
    """Groups parts of the texts, and hands out numbers: an old one where a group goes on, else the next."""

    def __init__(
        self,
        teksten: Sequence[str],
        vectoren: "Vectoren",
        seed: int,
        namer: "Namer",
        eerder: Eerder | None,
    ) -> None:
        self._teksten, self._vectoren, self._seed, self._namer = teksten, vectoren, seed, namer
        leeg = (None,) * len(teksten)
        self.eerder = eerder or Eerder((), leeg, leeg, 0)
        self._vers = len(teksten) >= OPNIEUW * self.eerder.sinds
        if self._vers:
            self.eerder = replace(self.eerder, sinds=len(teksten))
        self._oud = {groep.nummer: groep for groep in self.eerder.groepen}
        self._volgend = max(self._oud, default=-1) + 1

    def split(self, groep: Groep, plekken: Sequence[int]) -> tuple[list[Groep], Nummers]:
        """Fine groups of a wide group, and the number of the one that each of its texts is in."""
        was = [self.eerder.fijn[plek] for plek in plekken]
        was = [n if n is not None and self._oud[n].ouder == groep.nummer else None for n in was]
        if len(plekken) < FIJN_VANAF and not any(nummer is not None for nummer in was):
            return [], [None] * len(plekken)
        gevonden, nummers, _groepering = self.group(plekken, was, Stemclusterer(MEESTE_FIJN), groep.nummer)
        return gevonden, nummers

    def group(
        self, plekken: Sequence[int], was: Sequence[int | None], clusterer: "Clusterer", ouder: int | None
    ) -> tuple[list[Groep], Nummers, Groepering]:
        """Named groups of the texts at `plekken`, and the number of the one that each is in."""
        teksten, vectoren = [self._teksten[p] for p in plekken], self._vectoren[list(plekken)]
        if self._vers:
            groepering = clusterer.cluster(teksten, vectoren, self._seed)
            groepering = groepering if ouder is None else _keep_stable(groepering)
            vorige = match_oud(groepering.nummers, was, len(groepering.stabiliteit))
        else:
            waarden = {nummer: groep.stabiliteit for nummer, groep in self._oud.items()}
            groepering, vorige = grow(teksten, vectoren, was, waarden, clusterer, self._seed)
        leden, groepen = groepering.leden(), []
        namen = self._namer.name(teksten, vectoren, leden)
        for naam, eigen, oud, waarde in zip(namen, leden, vorige, groepering.stabiliteit, strict=True):
            nummer = self._next() if oud is None else oud
            tekst = naam.naam if oud is None else self._oud[oud].naam
            voorbeeld = plekken[naam.centraal]
            groepen.append(Groep(nummer, tekst, naam.kernwoorden, len(eigen), waarde, voorbeeld, ouder))
        nummers = [None if groep is None else groepen[groep].nummer for groep in groepering.nummers]
        return groepen, nummers, groepering

    def _next(self) -> int:
        self._volgend += 1
        return self._volgend - 1


def _keep_stable(groepering: Groepering) -> Groepering:
    """Without fine groups that seldom come back; what is left has to be a division, so two at least."""
    vast = [nummer for nummer, waarde in enumerate(groepering.stabiliteit) if waarde >= FIJN_STABIEL]
    plaats = {nummer: plek for plek, nummer in enumerate(vast)} if len(vast) > 1 else {}
    nummers = tuple(None if nummer is None else plaats.get(nummer) for nummer in groepering.nummers)
    return Groepering(nummers, tuple(groepering.stabiliteit[nummer] for nummer in plaats))
