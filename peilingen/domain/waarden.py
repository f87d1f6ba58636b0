"""What a resident answers, as a value: checked against its question, and turned into rows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from organisaties.models import Gebied, Organisatie
from peilingen.domain.voorwaarden import has_inhoud
from peilingen.enums import ZONDER_ANTWOORD, Bijzonder, Vraagsoort
from peilingen.models import Antwoord, Inzending, Keuze, Vraag
from peilingen.refusals import OnjuistAntwoord

# A house number or postcode says more than the name of an area needs.
HUISNUMMER = re.compile(r"\b\d{4}\s?[A-Za-z]{2}\b|(?<=[^\W\d_])\s+\d+\s?[A-Za-z]{0,2}\b")
MAX_GROEP = 200


@dataclass(frozen=True, slots=True)
class Antwoordwaarde:
    """The answer to one question; which fields count depends on its soort.

    Open and short: `tekst`. Scale: `getal` is the `volgorde` of the step. Choices: `keuzes`, and words for "anders,
    namelijk" in `tekst`. Buurt: `gebied`, or words in `tekst`, or neither for "weet ik niet". Place: `plek`, or words.
    `waarde`: a number ("12.5"), a date ("2024-05-01" or "1984"), a ranking (list of keys of choices, first choice
    first), a matrix (key of statement -> key of choice). `bijzonder`: a value of Bijzonder, and nothing else.
    """

    tekst: str = ""
    getal: int | None = None
    keuzes: tuple[UUID, ...] = ()
    gebied: UUID | None = None
    bijzonder: str = ""
    waarde: Any = None
    plek: UUID | None = None


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a resident lives, as far as they said: an area of the organisation, and its name or their words."""

    gebied: Gebied | None = None
    groep: str = ""


def check_waarden(vragen: Mapping[UUID, Vraag], antwoorden: Mapping[UUID, Antwoordwaarde]) -> None:
    """Refuse an answer to another questionnaire's question, or with another question's choices."""
    for vraag_id, waarde in antwoorden.items():
        vraag = vragen.get(vraag_id)
        if vraag is None or vraag.soort in ZONDER_ANTWOORD or not _fits(vraag, waarde):
            raise OnjuistAntwoord


def _fits(vraag: Vraag, waarde: Antwoordwaarde) -> bool:
    keuzes = {keuze.pk: keuze for keuze in vraag.keuzes.all()}
    sleutels = {keuze.sleutel for keuze in keuzes.values()}
    stappen = {keuze.volgorde for keuze in keuzes.values()}
    if waarde.bijzonder not in ("", *Bijzonder.values) or not set(waarde.keuzes) <= set(keuzes):
        return False
    if waarde.getal is not None and waarde.getal not in stappen:
        return False
    if vraag.soort == Vraagsoort.RANGORDE and waarde.waarde is not None:
        return len(set(waarde.waarde)) == len(waarde.waarde) and set(waarde.waarde) <= sleutels
    if vraag.soort == Vraagsoort.MATRIX and waarde.waarde is not None:
        stellingen = {stelling.sleutel for stelling in vraag.stellingen.all()}
        return set(waarde.waarde) <= stellingen and set(waarde.waarde.values()) <= sleutels
    return True


def is_given(vraag: Vraag, waarde: Antwoordwaarde) -> bool:
    """Tell whether there is something to keep; "weet ik niet" is an answer to a buurt question."""
    if vraag.soort == Vraagsoort.BUURT:
        return True
    return bool(waarde.bijzonder) or has_inhoud(waarde)


def find_plaats(
    organisatie: Organisatie, vragen: Mapping[UUID, Vraag], antwoorden: Mapping[UUID, Antwoordwaarde]
) -> Plaats:
    """Give where the resident lives: the chosen area, else the one that their words name, else their words."""
    for vraag_id, waarde in antwoorden.items():
        if vragen[vraag_id].soort != Vraagsoort.BUURT:
            continue
        eigen = Gebied.objects.van(organisatie)
        gebied = eigen.filter(pk=waarde.gebied).first() if waarde.gebied else None
        woorden = HUISNUMMER.sub("", waarde.tekst).strip(" ,.;")
        if gebied is None and woorden:
            genoemd = list(eigen.op_naam(woorden)[:2])
            gebied = genoemd[0] if len(genoemd) == 1 else None
        return Plaats(gebied, (gebied.naam if gebied else woorden)[:MAX_GROEP])
    return Plaats()


def describe_buurt(waarde: Antwoordwaarde, plaats: Plaats) -> str:
    """Give what an answer to a buurt question reads: the area, the resident's own words, or both."""
    tekst = waarde.tekst.strip()
    naam = plaats.gebied.naam if plaats.gebied and waarde.gebied else ""
    return f"{naam} ({tekst})" if naam and tekst and naam != tekst else naam or tekst


def build_antwoord(inzending: Inzending, vraag: Vraag, waarde: Antwoordwaarde, plaats: Plaats) -> Antwoord:
    """Give the row of one answer, not saved."""
    tekst = describe_buurt(waarde, plaats) if vraag.soort == Vraagsoort.BUURT else waarde.tekst.strip()
    return Antwoord(
        inzending=inzending,
        vraag=vraag,
        tekst=tekst,
        getal=waarde.getal,
        waarde=waarde.waarde,
        plek_id=waarde.plek,
        bijzonder=waarde.bijzonder,
    )


def store_keuzes(paren: Iterable[tuple[Antwoord, Antwoordwaarde]]) -> None:
    """Tie new answers to the choices that were made."""
    tussen = Antwoord.keuzes.through
    tussen.objects.bulk_create(
        tussen(antwoord_id=antwoord.pk, keuze_id=keuze)
        for antwoord, waarde in paren
        for keuze in waarde.keuzes
    )


def read_waarden(inzending: Inzending) -> dict[UUID, Antwoordwaarde]:
    """Give the answers of an inzending as values, as `submit_inzending` takes them."""
    rijen = inzending.antwoorden.select_related("vraag").prefetch_related("keuzes")
    return {rij.vraag_id: _read_waarde(rij, inzending) for rij in rijen}


def _read_waarde(rij: Antwoord, inzending: Inzending) -> Antwoordwaarde:
    keuzes: tuple[Keuze, ...] = tuple(rij.keuzes.all())
    if rij.vraag.soort != Vraagsoort.BUURT:
        return Antwoordwaarde(
            tekst=rij.tekst,
            getal=rij.getal,
            keuzes=tuple(keuze.pk for keuze in keuzes),
            bijzonder=rij.bijzonder,
            waarde=rij.waarde,
            plek=rij.plek_id,
        )
    naam = inzending.gebied.naam if inzending.gebied else ""
    if naam and rij.tekst == naam:
        return Antwoordwaarde(gebied=inzending.gebied_id)
    if naam and rij.tekst.startswith(f"{naam} (") and rij.tekst.endswith(")"):
        return Antwoordwaarde(gebied=inzending.gebied_id, tekst=rij.tekst[len(naam) + 2 : -1])
    return Antwoordwaarde(tekst=rij.tekst)


def describe_antwoord(rij: Antwoord) -> list[str]:
    """Give an answer in words, for who reads it back; nothing for "weet ik niet"."""
    if rij.vraag.soort in (Vraagsoort.OPEN, Vraagsoort.BUURT):
        return [rij.tekst] if rij.tekst else []
    if rij.vraag.soort == Vraagsoort.SCHAAL:
        return [keuze.tekst for keuze in rij.vraag.keuzes.all() if keuze.volgorde == rij.getal]
    return [keuze.tekst for keuze in rij.keuzes.all()]


def list_gegeven(inzending: Inzending) -> list[tuple[Vraag, list[str]]]:
    """Give each question with what this person answered, in words."""
    rijen = inzending.antwoorden.select_related("vraag").prefetch_related("keuzes", "vraag__keuzes")
    gegeven = {rij.vraag_id: describe_antwoord(rij) for rij in rijen}
    return [(vraag, gegeven.get(vraag.pk, [])) for vraag in inzending.vragenlijst.vragen.all()]
