"""The order of the rows of a questionnaire: a question moves by itself, the heading of a section with its questions.

A section is a heading (ONDERDEEL) and all rows up to the next one. Rows before the first heading stand loose.
"""

from collections.abc import Sequence
from uuid import UUID

from peilingen.domain.voorwaarden import read_voorwaarde
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag

# The key of a row, and whether it is the heading of a section.
Plaats = tuple[UUID, bool]


def list_plaatsen(vragen: Sequence[Vraag]) -> list[Plaats]:
    """Give the rows, in their order, as this module takes them."""
    return [(vraag.pk, vraag.soort == Vraagsoort.ONDERDEEL) for vraag in vragen]


def move_before(rijen: Sequence[Plaats], wat: UUID, voor: UUID | None) -> list[UUID]:
    """Give the order with `wat` right before `voor`, or at the end for None.

    A section goes to the beginning of the section in which `voor` stands; loose rows stay in front of all sections.
    """
    volgorde = [pk for pk, _kop in rijen]
    mee = _find_blok(rijen, wat)
    if voor in mee:
        return volgorde
    rest = [rij for rij in rijen if rij[0] not in mee]
    plaats = len(rest) if voor is None else [pk for pk, _kop in rest].index(voor)
    if dict(rijen)[wat]:
        plaats = _snap(rest, plaats)
    anderen = [pk for pk, _kop in rest]
    return [*anderen[:plaats], *mee, *anderen[plaats:]]


def move_step(rijen: Sequence[Plaats], wat: UUID, *, omhoog: bool) -> list[UUID]:
    """Give the order with `wat` one place up or down; for a section that is past the next one."""
    volgorde = [pk for pk, _kop in rijen]
    haltes = [pk for pk, kop in rijen if kop] if dict(rijen)[wat] else volgorde
    hier = haltes.index(wat)
    if omhoog:
        return move_before(rijen, wat, haltes[hier - 1]) if hier else volgorde
    if hier + 1 == len(haltes):
        return volgorde
    return move_before(rijen, wat, haltes[hier + 2] if hier + 2 < len(haltes) else None)


def find_ruimte(rijen: Sequence[Plaats]) -> dict[UUID, tuple[bool, bool]]:
    """Tell per row whether it can go up, and whether it can go down."""
    koppen = [pk for pk, kop in rijen if kop]
    volgorde = [pk for pk, _kop in rijen]
    ruimte = {}
    for pk, kop in rijen:
        haltes = koppen if kop else volgorde
        ruimte[pk] = (pk != haltes[0], pk != haltes[-1])
    return ruimte


def find_vooruitkijkers(vragen: Sequence[Vraag]) -> list[Vraag]:
    """Give the rows whose condition looks at a question that comes later, or at themselves."""
    plaats = {vraag.sleutel: nummer for nummer, vraag in enumerate(vragen)}
    return [
        vraag
        for nummer, vraag in enumerate(vragen)
        if (voorwaarde := read_voorwaarde(vraag))
        and any(plaats.get(regel.vraag, -1) >= nummer for regel in voorwaarde.regels)
    ]


def _find_blok(rijen: Sequence[Plaats], wat: UUID) -> list[UUID]:
    """Give what moves along: a heading takes its section."""
    plaats = [pk for pk, _kop in rijen].index(wat)
    if not rijen[plaats][1]:
        return [wat]
    eind = next((n for n in range(plaats + 1, len(rijen)) if rijen[n][1]), len(rijen))
    return [pk for pk, _kop in rijen[plaats:eind]]


def _snap(rijen: Sequence[Plaats], plaats: int) -> int:
    """Give the border of sections at or before a place; the first border when that place is among loose rows."""
    if plaats == len(rijen):
        return plaats
    koppen = [nummer for nummer, (_pk, kop) in enumerate(rijen) if kop]
    eerder = [nummer for nummer in koppen if nummer <= plaats]
    return eerder[-1] if eerder else (koppen[0] if koppen else len(rijen))
