"""What a form draws besides text: boxes, circles, faces, and lines to write on. All of it is for the eye only."""

from __future__ import annotations

from math import cos, pi, sin

from basis.druk.vormen import Rol, Tekening, Veelhoek

_HOEKEN = 40
Punten = tuple[tuple[float, float], ...]


def draw_vak(maat: float, *, rond: bool, breedte: float = 0.0) -> Tekening:
    """A box to tick, round where one answer counts; wider for a number."""
    breed = breedte or maat
    hoek = ((0.0, 0.0), (breed, 0.0), (breed, maat), (0.0, maat), (0.0, 0.0))
    rand = _circle(maat / 2, maat / 2, maat / 2) if rond else hoek
    return Tekening(breed, maat, (Veelhoek((rand,), 1.1, Rol.INKT),))


def draw_gezicht(maat: float, stap: int) -> Tekening:
    """A face from 1 (sad) to 5 (glad)."""
    straal, buiging = maat / 2, (stap - 3) / 2 * maat * 0.14
    mond = tuple(
        (maat * (0.28 + 0.44 * deel / 10), maat * 0.68 + buiging * (1 - ((deel - 5) / 5) ** 2) - buiging / 2)
        for deel in range(11)
    )
    ogen = tuple(((maat * x, maat * 0.36), (maat * x, maat * 0.44)) for x in (0.36, 0.64))
    strepen: tuple[Punten, ...] = (_circle(straal, straal, straal), mond, *ogen)
    return Tekening(maat, maat, (Veelhoek(strepen, 1.0, Rol.INKT),))


def draw_lijn(breedte: float) -> Tekening:
    """A line to write on."""
    return Tekening(breedte, 1.0, (Veelhoek((((0.0, 0.0), (breedte, 0.0)),), 0.7, Rol.ZACHT),))


def _circle(x: float, y: float, straal: float) -> Punten:
    return tuple(
        (x + straal * cos(2 * pi * deel / _HOEKEN), y + straal * sin(2 * pi * deel / _HOEKEN))
        for deel in range(_HOEKEN + 1)
    )
