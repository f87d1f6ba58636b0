"""Questions that nobody will ever be asked, because no answers make their condition hold.

For each question the answers that its condition depends on, through the conditions of those questions too, are tried:
of every question looked at, one answer of each sort that the rules tell apart. That is exact, and small: a condition
has few rules. When it would take too long the question is taken to be reachable, so that a warning is always right.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from uuid import UUID

from peilingen.domain.instellingen import Instellingen, read_instellingen
from peilingen.domain.voorwaarden import Regel, Voorwaarde, holds, read_voorwaarde, to_decimal
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.enums import Bijzonder, Vraagsoort
from peilingen.models import Keuze, Vraag

# Steps for all questions together, some tenths of a second; conditions made on the page take a few dozen each.
MEESTE_STAPPEN = 4_000
_LEEG = Antwoordwaarde()
# The lowest and highest that a number may be where the question itself sets no limits.
_RUIM = Decimal(10) ** 9

_Gezien = dict[str, tuple[Vraag, Antwoordwaarde | None]]


def find_onbereikbare(vragen: Sequence[Vraag]) -> list[Vraag]:
    """Give the rows that can never be asked, in order; `vragen` are all rows in order, with their choices."""
    onderdelen, over, dood = _find_onderdelen(vragen), MEESTE_STAPPEN, []
    for vraag in vragen:
        zoektocht = _Zoektocht(vraag, vragen, onderdelen, over)
        if not zoektocht.is_bereikbaar():
            dood.append(vraag)
        over = max(0, over - zoektocht.stappen)
    return dood


def _find_onderdelen(vragen: Sequence[Vraag]) -> dict[UUID, Vraag]:
    """Give the heading of the section that each row is in; rows before the first heading have none."""
    onderdelen: dict[UUID, Vraag] = {}
    hier: Vraag | None = None
    for vraag in vragen:
        if vraag.soort == Vraagsoort.ONDERDEEL:
            hier = vraag
        elif hier is not None:
            onderdelen[vraag.pk] = hier
    return onderdelen


class _Zoektocht:
    """The search for answers after which one question is asked."""

    def __init__(
        self, doel: Vraag, vragen: Sequence[Vraag], onderdelen: Mapping[UUID, Vraag], meeste_stappen: int
    ) -> None:
        self.doel = doel
        self.onderdelen = onderdelen
        op_sleutel = {vraag.sleutel: vraag for vraag in vragen}
        nodig, bronnen = {doel.pk: doel}, set[str]()
        wachtend = [doel]
        while wachtend:
            vraag = wachtend.pop()
            regels = _list_regels(vraag)
            bronnen |= {regel.vraag for regel in regels if regel.vraag in op_sleutel}
            volgende = [op_sleutel[regel.vraag] for regel in regels if regel.vraag in op_sleutel]
            volgende += [onderdelen[vraag.pk]] if vraag.pk in onderdelen else []
            for andere in volgende:
                if andere.pk not in nodig and andere.volgorde < doel.volgorde:
                    nodig[andere.pk] = andere
                    wachtend.append(andere)
        self.rijen = sorted(nodig.values(), key=lambda rij: rij.volgorde)
        self.voorwaarden = {rij.pk: read_voorwaarde(rij) for rij in self.rijen}
        alle = [regel for rij in self.rijen for regel in _list_regels(rij)]
        self.proeven = {
            rij.pk: list(_list_proeven(rij, [regel for regel in alle if regel.vraag == rij.sleutel]))
            or [_LEEG]
            for rij in self.rijen
            if rij.sleutel in bronnen
        }
        self.stappen, self.meeste_stappen = 0, meeste_stappen

    def is_bereikbaar(self) -> bool:
        """Tell whether some answers lead to the question, or the search was given up."""
        if not any(self.voorwaarden.values()):
            return True
        return self._walk(0, {}, {})

    def _walk(self, plaats: int, gezien: _Gezien, telt: dict[UUID, bool]) -> bool:
        self.stappen += 1
        if self.stappen > self.meeste_stappen:
            return True
        rij = self.rijen[plaats]
        onderdeel = self.onderdelen.get(rij.pk)
        geldt = holds(self.voorwaarden[rij.pk], gezien) and (onderdeel is None or telt[onderdeel.pk])
        if rij.pk == self.doel.pk:
            return geldt
        verder = {**telt, rij.pk: geldt}
        proeven: Sequence[Antwoordwaarde | None] = self.proeven.get(rij.pk, [None]) if geldt else [None]
        return any(self._walk(plaats + 1, {**gezien, rij.sleutel: (rij, proef)}, verder) for proef in proeven)


def _list_regels(vraag: Vraag) -> tuple[Regel, ...]:
    voorwaarde: Voorwaarde | None = read_voorwaarde(vraag)
    return voorwaarde.regels if voorwaarde else ()


def _list_proeven(vraag: Vraag, regels: Sequence[Regel]) -> Iterator[Antwoordwaarde]:
    """Give an answer of each sort that the rules tell apart, and an empty one where that is allowed."""
    zet = read_instellingen(vraag)
    match vraag.soort:
        case Vraagsoort.EEN_KEUZE | Vraagsoort.LEEFTIJD:
            yield from (Antwoordwaarde(keuzes=(groep[0].pk,)) for groep in _group_keuzes(vraag, regels))
        case Vraagsoort.MEER_KEUZES | Vraagsoort.RANGORDE:
            yield from _list_combinaties(vraag, regels, zet)
        case Vraagsoort.SCHAAL:
            yield from (Antwoordwaarde(getal=keuze.volgorde) for keuze in vraag.keuzes.all())
        case Vraagsoort.GETAL:
            yield from (
                Antwoordwaarde(waarde=str(getal)) for getal in _list_getallen(regels, zet, zet.decimalen)
            )
        case Vraagsoort.DATUM:
            jaren = _list_getallen(regels, zet, 0)
            yield from (Antwoordwaarde(waarde=f"{int(jaar):04}") for jaar in jaren if 1 <= jaar <= 9999)
        case Vraagsoort.MATRIX:
            yield Antwoordwaarde(waarde={"s1": "k1"})
        case _:
            yield Antwoordwaarde(tekst="x")
    if zet.anders:
        yield Antwoordwaarde(tekst="x")
    if zet.weet_niet or zet.wil_niet:
        yield Antwoordwaarde(bijzonder=Bijzonder.WEET_NIET)
    # "Weet ik niet" is always an answer to a buurt question.
    if not vraag.verplicht or vraag.soort == Vraagsoort.BUURT:
        yield _LEEG


def _group_keuzes(vraag: Vraag, regels: Sequence[Regel]) -> list[list[Keuze]]:
    """Give the choices in groups that no rule tells apart."""
    groepen: dict[tuple[bool, ...], list[Keuze]] = {}
    for keuze in vraag.keuzes.all():
        groepen.setdefault(tuple(keuze.sleutel in regel.keuzes for regel in regels), []).append(keuze)
    return list(groepen.values())


def _list_combinaties(vraag: Vraag, regels: Sequence[Regel], zet: Instellingen) -> Iterator[Antwoordwaarde]:
    """Give one combination of choices of each sort, no larger than is allowed."""
    groepen = _group_keuzes(vraag, regels)
    for mee in product((True, False), repeat=len(groepen)):
        gekozen = [groep[0] for groep, doet_mee in zip(groepen, mee, strict=True) if doet_mee]
        if not gekozen or (zet.meeste and len(gekozen) > zet.meeste):
            continue
        if vraag.soort == Vraagsoort.RANGORDE:
            yield Antwoordwaarde(waarde=[keuze.sleutel for keuze in gekozen])
        else:
            yield Antwoordwaarde(keuzes=tuple(keuze.pk for keuze in gekozen))


def _list_getallen(regels: Sequence[Regel], zet: Instellingen, decimalen: int) -> list[Decimal]:
    """Give the limits of the rules and what lies just beside them, as far as the question takes those numbers."""
    stap = Decimal(1).scaleb(-decimalen)
    laag, hoog = to_decimal(zet.minimum), to_decimal(zet.maximum)
    laag, hoog = -_RUIM if laag is None else laag, _RUIM if hoog is None else hoog
    grenzen = [
        grens for regel in regels if (grens := to_decimal(regel.getal)) is not None and abs(grens) <= _RUIM
    ]
    kandidaten = {laag, hoog, Decimal(2000)}
    for grens in grenzen:
        rond = grens.quantize(stap)
        kandidaten |= {rond - stap, rond, rond + stap}
    past = [getal for getal in kandidaten if laag <= getal <= hoog and getal == getal.quantize(stap)]
    return sorted(past)
