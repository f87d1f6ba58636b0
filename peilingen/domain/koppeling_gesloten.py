"""Closed questions in a file of another program: a column of choices, numbers or steps, as a question with answers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from basis.tabel import Tabel
from peilingen.domain.bewoording import MAX_KEUZE, MAX_KEUZES
from peilingen.domain.koppeling import MAX_VRAAG, Kolomrol
from peilingen.enums import Vraagsoort
from peilingen.refusals import OnjuisteKoppeling

SOORTEN = {
    Kolomrol.KEUZE: Vraagsoort.EEN_KEUZE,
    Kolomrol.KEUZES: Vraagsoort.MEER_KEUZES,
    Kolomrol.SCHAAL: Vraagsoort.SCHAAL,
    Kolomrol.GETAL: Vraagsoort.GETAL,
}
_TUSSEN = re.compile(r"\s*[;|\n]\s*")
_EEN_GETAL = re.compile(r"-?[0-9]{1,11}(?:[.,][0-9]{1,11})?")
_DUIZEND = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+")
_STAP = re.compile(r"[1-9]|10")


@dataclass(frozen=True, slots=True)
class Geslotenvraag:
    """One column as a question. `gegeven`: row → the words that were chosen, or the number, as text."""

    tekst: str
    soort: Vraagsoort
    keuzes: tuple[str, ...]
    gegeven: Mapping[int, tuple[str, ...]]
    decimalen: int = 0


def read_gesloten(tabel: Tabel, rollen: Mapping[str, str]) -> list[Geslotenvraag]:
    """Give the closed questions of a table, in the order of its columns; raises OnjuisteKoppeling."""
    vragen = []
    for plek, kolom in enumerate(tabel.kolommen):
        rol = rollen.get(kolom, "")
        if rol not in list(SOORTEN):
            continue
        cellen = {
            n: rij[plek].strip()
            for n, rij in zip(tabel.rijnummers, tabel.rijen, strict=True)
            if rij[plek].strip()
        }
        volgorde = [woord for woord, _zelf in tabel.info[plek].waarden] if tabel.info else []
        vragen.append(_read(kolom, plek + 1, Kolomrol(rol), cellen, volgorde))
    return [vraag for vraag in vragen if vraag.gegeven]


def _read(
    kolom: str, plek: int, rol: Kolomrol, cellen: Mapping[int, str], volgorde: list[str]
) -> Geslotenvraag:
    tekst, soort = kolom[:MAX_VRAAG], SOORTEN[rol]
    if rol == Kolomrol.GETAL:
        getallen = {n: _read_getal(cel, n, plek) for n, cel in cellen.items()}
        decimalen = max((max(0, -int(g.as_tuple().exponent)) for g in getallen.values()), default=0)
        return Geslotenvraag(
            tekst, soort, (), {n: (format(g, "f"),) for n, g in getallen.items()}, min(decimalen, 2)
        )
    if rol == Kolomrol.SCHAAL and not volgorde:
        volgorde = _steps(cellen, plek)
    delen = {n: tuple(_split(cel)) if rol == Kolomrol.KEUZES else (cel,) for n, cel in cellen.items()}
    keuzes, vast = _collect(delen, volgorde), rol == Kolomrol.SCHAAL
    _check(keuzes, volgorde if vast else keuzes, kolom)
    gelijk = {_same(keuze): keuze for keuze in keuzes}
    gegeven = {n: tuple(dict.fromkeys(gelijk[_same(deel)] for deel in cel)) for n, cel in delen.items()}
    return Geslotenvraag(tekst, soort, tuple(keuzes), gegeven)


def _split(cel: str) -> Iterator[str]:
    return (deel for deel in _TUSSEN.split(cel) if deel)


def _same(woord: str) -> str:
    return " ".join(woord.split()).casefold()


def _collect(delen: Mapping[int, Sequence[str]], volgorde: Sequence[str]) -> list[str]:
    """Give the choices: in the order of the file where it says one, the others in that of the alphabet."""
    eerst = {_same(woord): woord for woord in reversed(volgorde)}
    rest: dict[str, str] = {}
    for deel in (deel for cel in delen.values() for deel in cel):
        if _same(deel) not in eerst:
            rest.setdefault(_same(deel), deel)
    vooraan = list(dict.fromkeys(eerst[_same(woord)] for woord in volgorde))
    return [" ".join(woord.split()) for woord in (*vooraan, *(rest[klein] for klein in sorted(rest)))]


def _steps(cellen: Mapping[int, str], plek: int) -> list[str]:
    """The steps of a scale that is written in numbers, from 1."""
    for nummer, cel in cellen.items():
        if _STAP.fullmatch(cel) is None:
            raise OnjuisteKoppeling(
                _(
                    "Rij %(rij)s, kolom %(kolom)s: “%(cel)s” is geen stap van een schaal. Kies “één keuze”, of zet er "
                    "getallen van 1 tot en met 10 neer."
                )
                % {"rij": nummer, "kolom": plek, "cel": cel[:60]}
            )
    hoogste = max((int(cel) for cel in cellen.values()), default=0)
    return [str(stap) for stap in range(1, max(hoogste, 5) + 1)]


def _check(keuzes: Sequence[str], mogelijk: Sequence[str], kolom: str) -> None:
    if len(keuzes) > MAX_KEUZES:
        raise OnjuisteKoppeling(
            _("In kolom “%(kolom)s” staan %(n)s verschillende antwoorden. Kies “open antwoorden”.")
            % {"kolom": kolom[:60], "n": len(keuzes)}
        )
    if any(len(keuze) > MAX_KEUZE for keuze in keuzes):
        raise OnjuisteKoppeling(
            _("In kolom “%(kolom)s” staan lange antwoorden. Kies “open antwoorden”.") % {"kolom": kolom[:60]}
        )
    bekend = {_same(woord) for woord in mogelijk}
    if vreemd := [keuze for keuze in keuzes if _same(keuze) not in bekend]:
        raise OnjuisteKoppeling(
            _("In kolom “%(kolom)s” staat “%(woord)s”, en dat is geen stap van de schaal. Kies “één keuze”.")
            % {"kolom": kolom[:60], "woord": vreemd[0][:60]}
        )


def _read_getal(cel: str, rij: int, plek: int) -> Decimal:
    if _EEN_GETAL.fullmatch(cel) is None or _DUIZEND.fullmatch(cel):
        raise OnjuisteKoppeling(
            _(
                "Rij %(rij)s, kolom %(kolom)s: “%(cel)s” is geen getal. Schrijf het zonder punten, met een komma."
            )
            % {"rij": rij, "kolom": plek, "cel": cel[:60]}
        )
    return Decimal(cel.replace(",", ".")).normalize() + 0
