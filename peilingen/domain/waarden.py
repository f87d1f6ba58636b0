"""What a resident answers, as a value: checked against its question, and turned into rows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from organisaties.models import Gebied, Organisatie, Plek
from peilingen.domain.beschrijven import describe_waarde, join_naam, split_naam
from peilingen.domain.voorwaarden import has_inhoud, has_voorwaarden, list_gevraagd
from peilingen.enums import ZONDER_ANTWOORD, Bijzonder, Vraagsoort
from peilingen.models import Antwoord, Inzending, Vraag
from peilingen.refusals import OnjuistAntwoord

# A house number or postcode says more than the name of an area needs.
HUISNUMMER = re.compile(r"\b\d{4}\s?[A-Za-z]{2}\b|(?<=[^\W\d_])\s+\d+\s?[A-Za-z]{0,2}\b")
MAX_GROEP = 200
MAX_GETAL = 10**12


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
    """Where a resident lives, as far as they said: an area of the organisation, and its name or their words.

    `namen` are the names of all areas and places of the organisation that the answers name.
    """

    gebied: Gebied | None = None
    groep: str = ""
    namen: Mapping[UUID, str] = field(default_factory=dict)


# Kinds whose answer stands in `waarde`, with the type that it has there.
MET_WAARDE: dict[str, type] = {
    Vraagsoort.GETAL: str,
    Vraagsoort.DATUM: str,
    Vraagsoort.RANGORDE: list,
    Vraagsoort.MATRIX: dict,
}
ENKELE_KEUZE = (Vraagsoort.EEN_KEUZE, Vraagsoort.LEEFTIJD)


def keep_gevraagd(
    vragen: Mapping[UUID, Vraag], antwoorden: Mapping[UUID, Antwoordwaarde]
) -> Mapping[UUID, Antwoordwaarde]:
    """Give the answers without those to questions that are not asked after the other answers."""
    if not has_voorwaarden(vragen):
        return antwoorden
    gevraagd = list_gevraagd(vragen, antwoorden)
    return {pk: waarde for pk, waarde in antwoorden.items() if pk in gevraagd}


def check_waarden(vragen: Mapping[UUID, Vraag], antwoorden: Mapping[UUID, Antwoordwaarde]) -> None:
    """Refuse an answer to another questionnaire's question, with another question's choices, or of another shape.

    Bounds of numbers and dates help who types, and are not looked at here: on paper people write what they want.
    """
    for vraag_id, waarde in antwoorden.items():
        vraag = vragen.get(vraag_id)
        if vraag is None or vraag.soort in ZONDER_ANTWOORD or not _fits(vraag, waarde):
            raise OnjuistAntwoord


def _fits(vraag: Vraag, waarde: Antwoordwaarde) -> bool:
    keuzes = {keuze.pk: keuze for keuze in vraag.keuzes.all()}
    if waarde.bijzonder not in ("", *Bijzonder.values) or not set(waarde.keuzes) <= set(keuzes):
        return False
    if vraag.soort in ENKELE_KEUZE and len(waarde.keuzes) > 1:
        return False
    if waarde.getal is not None and waarde.getal not in {keuze.volgorde for keuze in keuzes.values()}:
        return False
    if waarde.plek is not None and vraag.soort != Vraagsoort.PLEK:
        return False
    return waarde.waarde is None or _fits_waarde(vraag, waarde.waarde)


def _fits_waarde(vraag: Vraag, waarde: Any) -> bool:
    if not _has_type(vraag, waarde):
        return False
    delen = waarde.values() if vraag.soort == Vraagsoort.MATRIX else waarde
    if not all(isinstance(deel, str) for deel in delen):
        return False
    sleutels = {keuze.sleutel for keuze in vraag.keuzes.all()}
    match vraag.soort:
        case Vraagsoort.GETAL:
            return is_getal(waarde)
        case Vraagsoort.DATUM:
            return is_datum(waarde)
        case Vraagsoort.RANGORDE:
            return len(set(waarde)) == len(waarde) and set(waarde) <= sleutels
    stellingen = {stelling.sleutel for stelling in vraag.stellingen.all()}
    return set(waarde) <= stellingen and set(waarde.values()) <= sleutels


def _has_type(vraag: Vraag, waarde: Any) -> bool:
    return type(waarde) is MET_WAARDE.get(vraag.soort)


def is_getal(tekst: str) -> bool:
    """Tell whether this is a number as it is kept: digits, and a point before decimals."""
    try:
        getal = Decimal(tekst)
    except InvalidOperation:
        return False
    return getal.is_finite() and abs(getal) < MAX_GETAL


def is_datum(tekst: str) -> bool:
    """Tell whether this is a date or a year as it is kept: "2024-05-01" or "1984"."""
    if re.fullmatch(r"[0-9]{4}", tekst):
        return True
    try:
        return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", tekst)) and bool(date.fromisoformat(tekst))
    except ValueError:
        return False


def is_given(vraag: Vraag, waarde: Antwoordwaarde) -> bool:
    """Tell whether there is something to keep; "weet ik niet" is an answer to a buurt question."""
    if vraag.soort == Vraagsoort.BUURT:
        return True
    return bool(waarde.bijzonder) or has_inhoud(waarde)


def find_plaats(
    organisatie: Organisatie, vragen: Mapping[UUID, Vraag], antwoorden: Mapping[UUID, Antwoordwaarde]
) -> Plaats:
    """Give where the resident lives: the chosen area, else the one that their words name, else their words.

    The first question about an area says where someone lives. Raises OnjuistAntwoord for a place that is not the
    organisation's; an area that is not is passed over.
    """
    namen = _name_plekken(organisatie, {w.plek for w in antwoorden.values() if w.plek is not None})
    gekozen = {w.gebied for w in antwoorden.values() if w.gebied is not None}
    eigen = Gebied.objects.van(organisatie)
    gebieden = {gebied.pk: gebied for gebied in eigen.filter(pk__in=gekozen)} if gekozen else {}
    namen |= {pk: gebied.naam for pk, gebied in gebieden.items()}
    for vraag_id, waarde in antwoorden.items():
        if vragen[vraag_id].soort != Vraagsoort.BUURT:
            continue
        gebied = gebieden.get(waarde.gebied) if waarde.gebied else None
        woorden = HUISNUMMER.sub("", waarde.tekst).strip(" ,.;")
        if gebied is None and woorden:
            genoemd = list(eigen.op_naam(woorden)[:2])
            gebied = genoemd[0] if len(genoemd) == 1 else None
        return Plaats(gebied, (gebied.naam if gebied else woorden)[:MAX_GROEP], namen)
    return Plaats(namen=namen)


def _name_plekken(organisatie: Organisatie, genoemd: set[UUID]) -> dict[UUID, str]:
    if not genoemd:
        return {}
    namen = dict(Plek.objects.van(organisatie).filter(pk__in=genoemd).values_list("pk", "naam"))
    if set(namen) != genoemd:
        raise OnjuistAntwoord
    return namen


def describe_buurt(waarde: Antwoordwaarde, plaats: Plaats) -> str:
    """Give what an answer to a buurt question reads: the area, the resident's own words, or both."""
    naam = plaats.namen.get(waarde.gebied, "") if waarde.gebied else ""
    return join_naam(naam, waarde.tekst.strip())


def build_antwoord(inzending: Inzending, vraag: Vraag, waarde: Antwoordwaarde, plaats: Plaats) -> Antwoord:
    """Give the row of one answer, not saved."""
    tekst = waarde.tekst.strip()
    if vraag.soort == Vraagsoort.BUURT:
        tekst = describe_buurt(waarde, plaats)
    elif waarde.plek is not None:
        tekst = join_naam(plaats.namen[waarde.plek], tekst)
    return Antwoord(
        inzending=inzending,
        vraag=vraag,
        tekst=tekst,
        getal=waarde.getal,
        waarde=waarde.waarde,
        plek_id=waarde.plek,
        bijzonder="" if has_inhoud(waarde) else waarde.bijzonder,
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
    rijen = inzending.antwoorden.select_related("vraag", "plek").prefetch_related("keuzes")
    return {rij.vraag_id: read_waarde(rij, inzending) for rij in rijen}


def read_waarde(rij: Antwoord, inzending: Inzending) -> Antwoordwaarde:
    """Give one answer as a value; `rij` has its question, choices and place at hand."""
    if rij.vraag.soort == Vraagsoort.BUURT:
        naam = inzending.gebied.naam if inzending.gebied else ""
        erbij = split_naam(naam, rij.tekst) if naam else None
        if erbij is None:
            return Antwoordwaarde(tekst=rij.tekst, bijzonder=rij.bijzonder)
        return Antwoordwaarde(gebied=inzending.gebied_id, tekst=erbij)
    erbij = split_naam(rij.plek.naam, rij.tekst) if rij.plek else None
    return Antwoordwaarde(
        tekst=rij.tekst if erbij is None else erbij,
        getal=rij.getal,
        keuzes=tuple(keuze.pk for keuze in rij.keuzes.all()),
        bijzonder=rij.bijzonder,
        waarde=rij.waarde,
        plek=rij.plek_id,
    )


def describe_antwoord(rij: Antwoord, vraag: Vraag | None = None) -> list[str]:
    """Give an answer in words, for who reads it back; `vraag` is its question in the language of the reader.

    The name of an area or place stands in the words already. `rij` has its question and choices at hand.
    """
    waarde = Antwoordwaarde(
        tekst=rij.tekst,
        getal=rij.getal,
        keuzes=tuple(keuze.pk for keuze in rij.keuzes.all()),
        bijzonder=rij.bijzonder,
        waarde=rij.waarde,
    )
    return describe_waarde(vraag or rij.vraag, waarde)


def list_gegeven(
    inzending: Inzending, vragen: Mapping[UUID, Vraag] | None = None
) -> list[tuple[Vraag, list[str]]]:
    """Give each question that was asked with what this person answered, in words.

    `vragen` are all questions with their choices, in the language of the reader.
    """
    if vragen is None:
        alle = inzending.vragenlijst.vragen.prefetch_related("keuzes", "stellingen")
        vragen = {vraag.pk: vraag for vraag in alle}
    rijen = {
        rij.vraag_id: rij
        for rij in inzending.antwoorden.select_related("vraag", "plek").prefetch_related("keuzes")
    }
    waarden = {pk: read_waarde(rij, inzending) for pk, rij in rijen.items()}
    gevraagd = list_gevraagd(vragen, waarden)
    return [
        (vraag, describe_antwoord(rijen[pk], vraag) if pk in rijen else [])
        for pk, vraag in vragen.items()
        if pk in gevraagd and vraag.soort not in ZONDER_ANTWOORD
    ]
