"""Answers as a table that may leave the house: one value, whatever the format.

Rows stand in an order that says nothing of who came first, and hold no time, no key and no receipt.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Prefetch

from organisaties.domain.audit import log_handeling
from organisaties.models import Gebied, Gebruiker, Plek
from peilingen.domain.antwoordkolommen import KANALEN, Kolom, Stand, list_rijkolommen, list_vraagkolommen
from peilingen.domain.cellen import Cel, Namen, build_cellen, read_namen
from peilingen.domain.inzenden import list_vragen
from peilingen.domain.voorwaarden import list_gevraagd
from peilingen.domain.waarden import read_waarde
from peilingen.models import Antwoord, Inzending, Vraag, Vragenlijst

PER_KEER = 500


class Doel(StrEnum):
    """For whom the file is."""

    EIGEN = "eigen"
    DELEN = "delen"


@dataclass(frozen=True, slots=True)
class Rij:
    """The cells of one inzending, and whether its words may be passed on; `sleutel` is in no file."""

    sleutel: UUID
    cellen: tuple[Cel, ...]
    mag_citeren: bool | None


@dataclass(frozen=True, slots=True)
class Dataset:
    """A table of answers. `rijen` may be walked through once."""

    titel: str
    kolommen: tuple[Kolom, ...]
    rijen: Iterator[Rij]
    doel: Doel = Doel.EIGEN


def read_dataset(lijst: Vragenlijst) -> Dataset:
    """Give every answer of a questionnaire; reads so many inzendingen at a time, never all of them."""
    vragen = list_vragen(lijst)
    kolommen = (*list_rijkolommen(), *list_vraagkolommen(vragen))
    return Dataset(lijst.titel, kolommen, _read_rijen(lijst, vragen, kolommen))


def _read_rijen(lijst: Vragenlijst, vragen: Mapping[UUID, Vraag], kolommen: Sequence[Kolom]) -> Iterator[Rij]:
    bronnen = _read_bronnen(lijst, vragen)
    per_vraag = {pk: [kolom for kolom in kolommen if kolom.vraag == pk] for pk in vragen}
    sleutels = sorted(_pks(lijst), key=lambda pk: _shuffle(lijst.pk, pk))
    for begin in range(0, len(sleutels), PER_KEER):
        brok = sleutels[begin : begin + PER_KEER]
        for inzending in _read_inzendingen(brok, bronnen):
            yield _build_rij(inzending, vragen, per_vraag, bronnen.namen)


def _pks(lijst: Vragenlijst) -> list[UUID]:
    return list(Inzending.objects.filter(vragenlijst=lijst).order_by().values_list("pk", flat=True))


def _shuffle(lijst: UUID, inzending: UUID) -> bytes:
    """An order that stays the same and says nothing."""
    return hashlib.sha256(lijst.bytes + inzending.bytes).digest()


@dataclass(frozen=True, slots=True)
class _Bronnen:
    """What many answers have in common, read once."""

    vragen: Mapping[UUID, Vraag]
    gebieden: Mapping[UUID, Gebied]
    plekken: Mapping[UUID, Plek]
    namen: Namen


def _read_bronnen(lijst: Vragenlijst, vragen: Mapping[UUID, Vraag]) -> _Bronnen:
    organisatie = lijst.ronde.organisatie
    return _Bronnen(
        vragen,
        Gebied.objects.van(organisatie).only("naam").in_bulk(),
        Plek.objects.van(organisatie).only("naam").in_bulk(),
        read_namen(organisatie),
    )


def _read_inzendingen(sleutels: Sequence[UUID], bronnen: _Bronnen) -> list[Inzending]:
    """Give inzendingen with everything at hand that reading their answers asks for."""
    antwoorden = Antwoord.objects.order_by().prefetch_related("keuzes")
    rijen = Inzending.objects.filter(pk__in=sleutels).prefetch_related(Prefetch("antwoorden", antwoorden))
    gevonden = rijen.in_bulk()
    for inzending in gevonden.values():
        inzending.gebied = bronnen.gebieden.get(inzending.gebied_id) if inzending.gebied_id else None
        for rij in inzending.antwoorden.all():
            rij.vraag = bronnen.vragen[rij.vraag_id]
            rij.plek = bronnen.plekken.get(rij.plek_id) if rij.plek_id else None
    return [gevonden[pk] for pk in sleutels if pk in gevonden]


def _build_rij(
    inzending: Inzending,
    vragen: Mapping[UUID, Vraag],
    per_vraag: Mapping[UUID, Sequence[Kolom]],
    namen: Namen,
) -> Rij:
    antwoorden = {rij.vraag_id: read_waarde(rij, inzending) for rij in inzending.antwoorden.all()}
    gevraagd = list_gevraagd(vragen, antwoorden)
    cellen: list[Cel] = [*_build_rijcellen(inzending, namen)]
    for pk, vraag in vragen.items():
        cellen += build_cellen(vraag, per_vraag[pk], antwoorden.get(pk), pk in gevraagd, namen)
    return Rij(inzending.pk, tuple(cellen), inzending.mag_citeren)


def _build_rijcellen(inzending: Inzending, namen: Namen) -> list[Cel]:
    """Give the cells of the whole row, in the order of `list_rijkolommen`."""
    kanaal = next(code for code, kanaal in KANALEN if kanaal == inzending.kanaal)
    gebied = namen.gebieden.get(inzending.gebied_id) if inzending.gebied_id else None
    citeren = Stand.NIET_GEVRAAGD if inzending.mag_citeren is None else int(inzending.mag_citeren)
    return [
        kanaal,
        gebied or Stand.GEEN_ANTWOORD,
        inzending.groep,
        inzending.taal,
        int(inzending.hulp),
        citeren,
    ]


def log_uitvoer(*, lijst: Vragenlijst, wie: Gebruiker, doel: Doel, vorm: str, aantal: int) -> None:
    """Write in the audit log who took answers out, in which form and how many."""
    log_handeling(
        organisatie=lijst.ronde.organisatie,
        wie=wie,
        handeling="antwoorden_gedownload",
        op=lijst,
        omschrijving=f"{lijst.titel[:200]}: {doel.value}, {vorm}, {aantal}",
    )
