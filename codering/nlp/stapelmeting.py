"""How many statements can be accepted together, and how many of those have exactly the right themes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from codering.nlp.ijkmeting import wilson

DOEL = 0.97
"""This part of what is accepted together must have exactly the right set of themes."""
VOUWEN = 5
_DELEN = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_MIN_KEUS = 50
"""On fewer statements than this no threshold is chosen: it would be chance."""


@dataclass(frozen=True, slots=True)
class Stapelpunt:
    """What comes of accepting at a threshold: the part accepted, and the part of that which is exactly right."""

    drempel: float
    aandeel: float
    exact: float
    laag: float
    hoog: float
    aantal: int


@dataclass(frozen=True, slots=True)
class Stapelmeting:
    """`gekruist` has its threshold chosen on other statements of this file; `meegeleverd` is the program's own.

    `gekruist.drempel` is the middle one of those of the folds. `kromme` is what each share would have given.
    """

    doel: float
    aantal: int
    gekruist: Stapelpunt | None
    meegeleverd: Stapelpunt | None
    kromme: tuple[Stapelpunt, ...]


def measure_stapel(
    geheel: Sequence[float | None],
    exact: Sequence[bool],
    sleutels: Sequence[str],
    *,
    drempel: float | None,
    doel: float = DOEL,
) -> Stapelmeting:
    """Per statement how sure its set as a whole is (None: nothing to accept) and whether it is exactly right.

    Statements with the same key are in the same fold, so that a question or a respondent does not choose a
    threshold for itself. The order does not matter.
    """
    rijen = [(zeker, goed) for zeker, goed in zip(geheel, exact, strict=True) if zeker is not None]
    return Stapelmeting(
        doel=doel,
        aantal=len(geheel),
        gekruist=_cross(geheel, exact, sleutels, doel),
        meegeleverd=None if drempel is None else _accept(rijen, drempel, len(geheel)),
        kromme=tuple(_curve(rijen, len(geheel))),
    )


def choose_drempel(rijen: Sequence[tuple[float, bool]], doel: float = DOEL) -> float | None:
    """The lowest threshold from which at least `doel` of the statements is right; None where none is."""
    beste, goed = None, 0
    aflopend = sorted(rijen, key=lambda rij: -rij[0])
    for aantal, (zeker, klopt) in enumerate(aflopend, start=1):
        goed += klopt
        einde = aantal == len(aflopend) or aflopend[aantal][0] < zeker
        if einde and aantal >= _MIN_KEUS and goed >= doel * aantal:
            beste = zeker
    return beste


def _cross(
    geheel: Sequence[float | None], exact: Sequence[bool], sleutels: Sequence[str], doel: float
) -> Stapelpunt | None:
    vouw = [hashlib.sha256(sleutel.encode(errors="replace")).digest()[0] % VOUWEN for sleutel in sleutels]
    alles = [(v, z, g) for v, z, g in zip(vouw, geheel, exact, strict=True) if z is not None]
    drempels: list[float] = []
    genomen: list[bool] = []
    for nummer in range(VOUWEN):
        drempel = choose_drempel([(z, g) for v, z, g in alles if v != nummer], doel)
        if drempel is not None:
            drempels.append(drempel)
            genomen += [g for v, z, g in alles if v == nummer and z >= drempel]
    if not drempels:
        return None
    return _point(sorted(drempels)[len(drempels) // 2], sum(genomen), len(genomen), len(geheel))


def _accept(rijen: Sequence[tuple[float, bool]], drempel: float, totaal: int) -> Stapelpunt:
    genomen = [goed for zeker, goed in rijen if zeker >= drempel]
    return _point(drempel, sum(genomen), len(genomen), totaal)


def _curve(rijen: Sequence[tuple[float, bool]], totaal: int) -> list[Stapelpunt]:
    """A point per tenth of all statements, as far as there is something to accept."""
    zekerheden = sorted((zeker for zeker, _goed in rijen), reverse=True)
    plekken = [round(deel * totaal) for deel in _DELEN]
    punten = [_accept(rijen, zekerheden[plek - 1], totaal) for plek in plekken if 0 < plek <= len(zekerheden)]
    if zekerheden and (not punten or punten[-1].aantal < len(zekerheden)):
        punten.append(_accept(rijen, zekerheden[-1], totaal))
    return list(dict.fromkeys(punten))


def _point(drempel: float, goed: int, aantal: int, totaal: int) -> Stapelpunt:
    aandeel = aantal / totaal if totaal else 0.0
    return Stapelpunt(drempel, aandeel, goed / aantal if aantal else 0.0, *wilson(goed, aantal), aantal)
