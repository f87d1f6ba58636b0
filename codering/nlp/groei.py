"""Groups that keep who they are when statements come in (docs/adr/0018).

Statements stay in the group they were in. New ones join the group of their neighbours; of those left over, groups of
their own are made, if they hold together. Only when there are twice as many statements as when groups were last
sought afresh are they sought afresh: what a handful showed is then too rough. A group that comes back largely the
same keeps its number and its name then too.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from codering.nlp.cluster import MIN_GROEP, find_unique, one_thread, reduce_vectoren
from codering.nlp.nabij import BUREN, find_tweede, join_nearest
from codering.nlp.types import Groepering

if TYPE_CHECKING:
    from codering.nlp.protocols import Clusterer, Vectoren

OPNIEUW = 2
"""At this many times as many statements groups are sought afresh."""
NIEUW_VANAF = 0.5
"""A group of what was left over has to come back in this part of the votes: left-overs also form groups by chance."""
ZELFDE_BOVEN = 0.5
"""Jaccard's measure above which two groups are the same (Hennig 2007, clusterboot)."""
_BRON = 3_000
"""New statements are compared with at most this many of those that are in a group."""

Labels = list[int | None]


def grow(
    teksten: Sequence[str],
    vectoren: "Vectoren",
    was: Sequence[int | None],
    stabiliteit: dict[int, float],
    clusterer: "Clusterer",
    seed: int,
) -> tuple[Groepering, list[int | None]]:
    """Groups that go on from `was`, the old group per text; and per group the old one that it continues.

    `stabiliteit` holds that of each old group.
    """
    uniek, plaats = find_unique(teksten)
    labels = _keep_old(plaats, was, len(uniek))
    oud = sorted({label for label in labels if label is not None})
    nummer = {groep: plek for plek, groep in enumerate(oud)}
    eigen: Labels = [None if label is None else nummer[label] for label in labels]
    with one_thread():
        punten = reduce_vectoren(vectoren[uniek])
        eigen = _join(punten, eigen, len(oud))
    los = [plek for plek, label in enumerate(eigen) if label is None]
    erbij = clusterer.cluster([teksten[uniek[plek]] for plek in los], vectoren[[uniek[p] for p in los]], seed)
    waarden = [stabiliteit[groep] for groep in oud]
    nieuw: dict[int, int] = {}
    for groep, waarde in enumerate(erbij.stabiliteit):
        if waarde >= NIEUW_VANAF:
            nieuw[groep] = len(waarden)
            waarden.append(waarde)
    for plek, gevonden in zip(los, erbij.nummers, strict=True):
        eigen[plek] = nieuw.get(gevonden) if gevonden is not None else None
    with one_thread():
        tweede = find_tweede(punten, to_array(eigen), len(waarden))
    groepering = Groepering(tuple(eigen[p] for p in plaats), tuple(waarden), tuple(tweede[p] for p in plaats))
    return groepering, [*oud, *(None for _ in nieuw)]


def match_oud(nummers: Sequence[int | None], was: Sequence[int | None], aantal: int) -> list[int | None]:
    """Per group the old one that is largely the same, of the statements that were there before."""
    oud: dict[int, set[int]] = {}
    hier: dict[int, set[int]] = {}
    bekend = {plek for plek, groep in enumerate(was) if groep is not None}
    for plek in sorted(bekend):
        oud.setdefault(was[plek] or 0, set()).add(plek)
        if (nummer := nummers[plek]) is not None:
            hier.setdefault(nummer, set()).add(plek)
    return [
        next(
            (
                groep
                for groep, leden in sorted(oud.items())
                if len(leden & hier.get(nummer, set())) > ZELFDE_BOVEN * len(leden | hier.get(nummer, set()))
            ),
            None,
        )
        for nummer in range(aantal)
    ]


def _keep_old(plaats: Sequence[int], was: Sequence[int | None], aantal: int) -> Labels:
    """The old group of each different text; groups of which too little is left are let go."""
    labels: Labels = [None] * aantal
    for plek, groep in zip(plaats, was, strict=True):
        if groep is not None:
            vorig = labels[plek]
            labels[plek] = groep if vorig is None else min(vorig, groep)
    groottes: dict[int, int] = {}
    for plek in plaats:
        if (label := labels[plek]) is not None:
            groottes[label] = groottes.get(label, 0) + 1
    return [label if label is not None and groottes[label] >= MIN_GROEP else None for label in labels]


def _join(punten: Any, labels: Labels, aantal: int) -> Labels:
    """Put points without a group with the group that most of their neighbours are in."""
    import numpy as np

    bron = [plek for plek, label in enumerate(labels) if label is not None][:_BRON]
    if len(bron) <= BUREN:
        return labels
    een = np.eye(aantal)[to_array([labels[plek] for plek in bron])]
    los = [plek for plek, label in enumerate(labels) if label is None]
    uit = list(labels)
    for plek, rij in zip(los, join_nearest(punten[los], punten[bron], een), strict=True):
        if rij.max() > 0.5:
            uit[plek] = int(rij.argmax())
    return uit


def to_array(labels: Labels) -> Any:
    """Numbers, with -1 for no group."""
    import numpy as np

    return np.array([-1 if label is None else label for label in labels], dtype=int)
