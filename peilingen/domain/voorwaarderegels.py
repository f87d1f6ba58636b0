"""What a condition may look at: earlier questions, with a comparison that fits their kind and choices that exist."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from peilingen.domain.voorwaarden import Regel, Vergelijking, Voorwaarde, read_voorwaarde, to_decimal
from peilingen.enums import ZONDER_ANTWOORD, Vraagsoort
from peilingen.models import Vraag
from peilingen.refusals import OnjuisteVoorwaarde

MAX_REGELS = 3
HOOGSTE_GETAL = 10**9
OP_KEUZES = (Vergelijking.EEN_VAN, Vergelijking.GEEN_VAN)
OP_GETAL = (Vergelijking.MINSTENS, Vergelijking.HOOGSTENS)
OP_ANTWOORD = (Vergelijking.BEANTWOORD, Vergelijking.NIET_BEANTWOORD)
_KIEZEN = (
    Vraagsoort.EEN_KEUZE,
    Vraagsoort.MEER_KEUZES,
    Vraagsoort.SCHAAL,
    Vraagsoort.RANGORDE,
    Vraagsoort.LEEFTIJD,
)
_TELLEN = (Vraagsoort.SCHAAL, Vraagsoort.GETAL, Vraagsoort.DATUM)


class Breuk(StrEnum):
    """Why a rule of a condition does not mean anything any more."""

    WEG = "weg"
    LATER = "later"
    SOORT = "soort"
    KEUZE = "keuze"
    GETAL = "getal"


@dataclass(frozen=True, slots=True)
class GebrokenRegel:
    """A rule that no longer fits, and why."""

    regel: Regel
    breuk: Breuk


def list_vergelijkingen(vraag: Vraag) -> tuple[Vergelijking, ...]:
    """Give the comparisons that fit the answers to a question, the usual one first."""
    return (
        *(OP_KEUZES if vraag.soort in _KIEZEN else ()),
        *(OP_GETAL if vraag.soort in _TELLEN else ()),
        *OP_ANTWOORD,
    )


def list_eerdere(vraag: Vraag, vragen: Sequence[Vraag]) -> list[Vraag]:
    """Give the questions that a condition of `vraag` may look at: those before it that take an answer."""
    return [rij for rij in vragen if rij.volgorde < vraag.volgorde and rij.soort not in ZONDER_ANTWOORD]


def find_breuken(vraag: Vraag, vragen: Sequence[Vraag]) -> list[GebrokenRegel]:
    """Give the rules of a question's condition that do not fit the questions as they stand now."""
    voorwaarde = read_voorwaarde(vraag)
    if voorwaarde is None:
        return []
    op_sleutel = {rij.sleutel: rij for rij in vragen}
    eerdere = {rij.sleutel for rij in list_eerdere(vraag, vragen)}
    return [
        GebrokenRegel(regel, breuk)
        for regel in voorwaarde.regels
        if (breuk := _find_breuk(regel, op_sleutel.get(regel.vraag), eerdere)) is not None
    ]


def _find_breuk(regel: Regel, bron: Vraag | None, eerdere: set[str]) -> Breuk | None:
    if bron is None:
        return Breuk.WEG
    if bron.sleutel not in eerdere:
        return Breuk.SOORT if bron.soort in ZONDER_ANTWOORD else Breuk.LATER
    if regel.vergelijking not in list_vergelijkingen(bron):
        return Breuk.SOORT
    if regel.vergelijking in OP_KEUZES:
        bekend = {keuze.sleutel for keuze in bron.keuzes.all()}
        return None if regel.keuzes and set(regel.keuzes) <= bekend else Breuk.KEUZE
    if regel.vergelijking in OP_GETAL:
        getal = to_decimal(regel.getal)
        return Breuk.GETAL if getal is None or abs(getal) > HOOGSTE_GETAL else None
    return None


def describe_breuk(gebroken: GebrokenRegel) -> str:
    """Say in a few words what is wrong with a rule, to follow "de voorwaarde"."""
    match gebroken.breuk:
        case Breuk.WEG:
            return _("kijkt naar een vraag die er niet meer is")
        case Breuk.LATER:
            return _("kijkt naar een vraag die later komt")
        case Breuk.SOORT:
            return _("past niet meer bij de vraag waar hij naar kijkt")
        case Breuk.KEUZE:
            return _("kijkt naar een keuze die er niet meer is")
    return _("mist een getal")


def clean_voorwaarde(vraag: Vraag, gegevens: Mapping[str, Any], vragen: Sequence[Vraag]) -> Voorwaarde | None:
    """Give a condition that holds together, from the JSON it is kept as; raises OnjuisteVoorwaarde.

    None where there are no rules: then the question is always asked.
    """
    try:
        voorwaarde = read_voorwaarde(gegevens)
    except (KeyError, TypeError, ValueError) as fout:
        raise OnjuisteVoorwaarde(_("Deze voorwaarde is niet te lezen.")) from fout
    if voorwaarde is None:
        return None
    op_sleutel = {rij.sleutel: rij for rij in vragen}
    eerdere = {rij.sleutel for rij in list_eerdere(vraag, vragen)}
    for nummer, regel in enumerate(voorwaarde.regels, start=1):
        breuk = _find_breuk(regel, op_sleutel.get(regel.vraag), eerdere)
        if breuk is not None:
            raise OnjuisteVoorwaarde(_refuse(breuk), nummer)
    return voorwaarde


def _refuse(breuk: Breuk) -> str:
    match breuk:
        case Breuk.KEUZE:
            return _("Kies bij welk antwoord deze vraag gesteld wordt.")
        case Breuk.GETAL:
            return _("Vul een getal in, bijvoorbeeld 3.")
        case Breuk.SOORT:
            return _("Kies een andere vergelijking: deze past niet bij die vraag.")
    return _("Kies een vraag die eerder komt dan deze.")


def list_genoemde_sleutels(vragen: Sequence[Vraag]) -> set[str]:
    """Give the keys of questions that conditions name, those that are gone included: they are not given out anew."""
    return {regel.vraag for vraag in vragen for regel in _regels(vraag)}


def list_genoemde_keuzes(bron: str, vragen: Sequence[Vraag]) -> set[str]:
    """Give the keys of choices of one question that conditions name, those that are gone included."""
    return {
        sleutel
        for vraag in vragen
        for regel in _regels(vraag)
        if regel.vraag == bron
        for sleutel in regel.keuzes
    }


def _regels(vraag: Vraag) -> tuple[Regel, ...]:
    voorwaarde = read_voorwaarde(vraag)
    return voorwaarde.regels if voorwaarde else ()
