"""Conditions: a question that is asked only after certain answers.

A condition looks at earlier questions only, so there are no loops; it is worked out on the server, so it holds on a
phone without scripts. The answer to a question that is not asked counts as no answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from peilingen.domain.nummeren import number_vragen
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag

if TYPE_CHECKING:
    from peilingen.domain.waarden import Antwoordwaarde


class Vergelijking(StrEnum):
    """How a rule looks at an answer."""

    EEN_VAN = "een_van"
    GEEN_VAN = "geen_van"
    MINSTENS = "minstens"
    HOOGSTENS = "hoogstens"
    BEANTWOORD = "beantwoord"
    NIET_BEANTWOORD = "niet_beantwoord"


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule: `vraag` is the key of the question looked at; `keuzes` are keys of its choices."""

    vraag: str
    vergelijking: Vergelijking
    keuzes: tuple[str, ...] = ()
    getal: str = ""


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """When a question is asked: when all rules hold, or with `alle` False when one of them does."""

    regels: tuple[Regel, ...]
    alle: bool = True


def read_voorwaarde(gegevens: Vraag | Mapping[str, Any]) -> Voorwaarde | None:
    """Give the condition of a question, or of the JSON it is kept as; None when it is always asked."""
    json = gegevens.voorwaarde if isinstance(gegevens, Vraag) else gegevens
    if not json or not json.get("regels"):
        return None
    regels = tuple(
        Regel(
            str(regel["vraag"]),
            Vergelijking(regel["is"]),
            tuple(regel.get("keuzes", ())),
            str(regel.get("getal", "")),
        )
        for regel in json["regels"]
    )
    return Voorwaarde(regels, bool(json.get("alle", True)))


def write_voorwaarde(voorwaarde: Voorwaarde | None) -> dict[str, Any]:
    """Give a condition as it is kept; {} for none."""
    if voorwaarde is None:
        return {}
    return {
        "alle": voorwaarde.alle,
        "regels": [
            {
                "vraag": regel.vraag,
                "is": regel.vergelijking.value,
                **({"keuzes": list(regel.keuzes)} if regel.keuzes else {}),
                **({"getal": regel.getal} if regel.getal else {}),
            }
            for regel in voorwaarde.regels
        ],
    }


def list_gevraagd(
    vragen: Mapping[UUID, Vraag], antwoorden: Mapping[UUID, "Antwoordwaarde"]
) -> frozenset[UUID]:
    """Give the keys of the rows that are asked after these answers; `vragen` are in order.

    The condition of a section (ONDERDEEL) holds for every row up to the next section.
    """
    gevraagd: set[UUID] = set()
    gezien: dict[str, tuple[Vraag, Antwoordwaarde | None]] = {}
    onderdeel_telt = True
    for pk, vraag in vragen.items():
        geldt = holds(read_voorwaarde(vraag), gezien)
        if vraag.soort == Vraagsoort.ONDERDEEL:
            onderdeel_telt = geldt
        geldt = geldt and onderdeel_telt
        if geldt:
            gevraagd.add(pk)
        gezien[vraag.sleutel] = (vraag, antwoorden.get(pk) if geldt else None)
    return frozenset(gevraagd)


def list_afhankelijk(vragen: Mapping[UUID, Vraag], sleutel: str) -> frozenset[UUID]:
    """Give the rows that are asked or not by the answer to one question, also by way of other questions."""
    hangt, sleutels, onderdeel_hangt = set[UUID](), {sleutel}, False
    for pk, vraag in vragen.items():
        voorwaarde = read_voorwaarde(vraag)
        eigen = voorwaarde is not None and any(regel.vraag in sleutels for regel in voorwaarde.regels)
        if vraag.soort == Vraagsoort.ONDERDEEL:
            onderdeel_hangt = eigen
        if eigen or onderdeel_hangt:
            hangt.add(pk)
            sleutels.add(vraag.sleutel)
    return frozenset(hangt)


def list_voorwaardelijk(vragen: Iterable[Vraag]) -> frozenset[UUID]:
    """Give the rows that are asked only sometimes, by their own condition or by that of their section."""
    soms, onderdeel_soms = set[UUID](), False
    for vraag in vragen:
        if vraag.soort == Vraagsoort.ONDERDEEL:
            onderdeel_soms = bool(vraag.voorwaarde)
        if vraag.voorwaarde or onderdeel_soms:
            soms.add(vraag.pk)
    return frozenset(soms)


def list_bronnen(vragen: Iterable[Vraag]) -> list[Vraag]:
    """Give the questions that conditions look at, in order."""
    rijen = list(vragen)
    voorwaarden = filter(None, (read_voorwaarde(vraag) for vraag in rijen))
    genoemd = {regel.vraag for voorwaarde in voorwaarden for regel in voorwaarde.regels}
    return [vraag for vraag in rijen if vraag.sleutel in genoemd]


def has_voorwaarden(vragen: Mapping[UUID, Vraag]) -> bool:
    """Tell whether any row is asked only sometimes."""
    return any(vraag.voorwaarde for vraag in vragen.values())


def holds(voorwaarde: Voorwaarde | None, gezien: Mapping[str, tuple[Vraag, "Antwoordwaarde | None"]]) -> bool:
    """Tell whether a condition holds; `gezien` has the earlier questions by key, without the answers not asked for."""
    if voorwaarde is None:
        return True
    uitkomsten = (_matches(regel, gezien.get(regel.vraag)) for regel in voorwaarde.regels)
    return all(uitkomsten) if voorwaarde.alle else any(uitkomsten)


def _matches(regel: Regel, bron: "tuple[Vraag, Antwoordwaarde | None] | None") -> bool:
    """A rule about choices or numbers holds only of a real answer; "geen van" too needs one."""
    vraag, waarde = bron or (None, None)
    gegeven = vraag is not None and waarde is not None and has_inhoud(waarde)
    if regel.vergelijking == Vergelijking.BEANTWOORD:
        return gegeven
    if regel.vergelijking == Vergelijking.NIET_BEANTWOORD:
        return not gegeven
    if not gegeven or vraag is None or waarde is None:
        return False
    if regel.vergelijking in (Vergelijking.MINSTENS, Vergelijking.HOOGSTENS):
        return _compare(regel, find_getal(vraag, waarde))
    genoemd = bool(chosen_sleutels(vraag, waarde) & set(regel.keuzes))
    return genoemd if regel.vergelijking == Vergelijking.EEN_VAN else not genoemd


def _compare(regel: Regel, getal: Decimal | None) -> bool:
    grens = to_decimal(regel.getal)
    if getal is None or grens is None:
        return False
    return getal >= grens if regel.vergelijking == Vergelijking.MINSTENS else getal <= grens


def has_inhoud(waarde: "Antwoordwaarde") -> bool:
    """Tell whether there is a real answer: "weet ik niet" and "wil ik niet zeggen" are none."""
    if waarde.bijzonder:
        return False
    inhoud = waarde.tekst.strip() or waarde.keuzes or waarde.gebied or waarde.plek or waarde.waarde
    return bool(inhoud) or waarde.getal is not None


def chosen_sleutels(vraag: Vraag, waarde: "Antwoordwaarde") -> frozenset[str]:
    """Give the keys of the choices that an answer names: chosen ones, the step of a scale, all of a ranking."""
    if vraag.soort == Vraagsoort.RANGORDE:
        return frozenset(waarde.waarde or ())
    return frozenset(
        keuze.sleutel
        for keuze in vraag.keuzes.all()
        if keuze.pk in waarde.keuzes or (vraag.soort == Vraagsoort.SCHAAL and keuze.volgorde == waarde.getal)
    )


def find_getal(vraag: Vraag, waarde: "Antwoordwaarde") -> Decimal | None:
    """Give the number in an answer: the step of a scale, a number, or the year of a date."""
    if vraag.soort == Vraagsoort.SCHAAL:
        return None if waarde.getal is None else Decimal(waarde.getal)
    if vraag.soort == Vraagsoort.DATUM:
        return to_decimal(str(waarde.waarde or "")[:4])
    return to_decimal(str(waarde.waarde)) if vraag.soort == Vraagsoort.GETAL else None


def to_decimal(tekst: str) -> Decimal | None:
    """Give a number as it is kept ("12.5"); None for what is none."""
    try:
        getal = Decimal(tekst)
    except InvalidOperation:
        return None
    return getal if getal.is_finite() else None


def describe_voorwaarde(vraag: Vraag, vragen: Sequence[Vraag]) -> str:
    """Say in words when a question is asked, with the numbers of the questionnaire; "" when it always is."""
    voorwaarde = read_voorwaarde(vraag)
    if voorwaarde is None:
        return ""
    nummers, op_sleutel = number_vragen(vragen), {rij.sleutel: rij for rij in vragen}
    delen = [
        _describe_regel(regel, op_sleutel[regel.vraag], nummers.get(op_sleutel[regel.vraag].pk, 0))
        for regel in voorwaarde.regels
        if regel.vraag in op_sleutel
    ]
    voegwoord = _(" en ") if voorwaarde.alle else _(" of ")
    return _("Alleen als u %(regels)s.") % {"regels": voegwoord.join(delen)} if delen else ""


def _describe_regel(regel: Regel, vraag: Vraag, nummer: int) -> str:
    woorden = [f"“{keuze.tekst}”" for keuze in vraag.keuzes.all() if keuze.sleutel in regel.keuzes]
    wat = {"nummer": nummer, "keuzes": _(" of ").join(woorden), "getal": regel.getal.replace(".", ",")}
    match regel.vergelijking:
        case Vergelijking.EEN_VAN:
            return _("bij vraag %(nummer)s %(keuzes)s koos") % wat
        case Vergelijking.GEEN_VAN:
            return _("bij vraag %(nummer)s iets anders koos dan %(keuzes)s") % wat
        case Vergelijking.MINSTENS:
            return _("bij vraag %(nummer)s minstens %(getal)s antwoordde") % wat
        case Vergelijking.HOOGSTENS:
            return _("bij vraag %(nummer)s hoogstens %(getal)s antwoordde") % wat
        case Vergelijking.BEANTWOORD:
            return _("vraag %(nummer)s beantwoordde") % wat
    return _("vraag %(nummer)s niet beantwoordde") % wat
