"""The values that masking works with."""

from dataclasses import dataclass
from enum import StrEnum


class Maskersoort(StrEnum):
    """Kinds of personal data that are found and masked."""

    NAAM = "naam"
    TELEFOON = "telefoon"
    EMAIL = "email"
    BSN = "bsn"
    IBAN = "iban"
    POSTCODE_HUISNUMMER = "postcode_huisnummer"
    ADRES = "adres"
    KENTEKEN = "kenteken"
    GEBOORTEDATUM = "geboortedatum"


MASKERTEKST: dict[Maskersoort, str] = {
    Maskersoort.NAAM: "[naam]",
    Maskersoort.TELEFOON: "[telefoon]",
    Maskersoort.EMAIL: "[e-mail]",
    Maskersoort.BSN: "[bsn]",
    Maskersoort.IBAN: "[iban]",
    Maskersoort.POSTCODE_HUISNUMMER: "[postcode]",
    Maskersoort.ADRES: "[adres]",
    Maskersoort.KENTEKEN: "[kenteken]",
    Maskersoort.GEBOORTEDATUM: "[geboortedatum]",
}


@dataclass(frozen=True, slots=True)
class Masker:
    """One piece of personal data: `tekst[begin:eind]` (code points of the original) becomes `masker`."""

    begin: int
    eind: int
    soort: Maskersoort
    masker: str


NEUTRAAL = "\0"
"""Stands for a mask, so that what is found around it does not depend on whether it was masked already."""
NAAMTEKEN = "\1"
"""The same for the mask of a name: the words beside it may be a name too ("[naam] en Tesfu")."""

Spanne = tuple[int, int]
"""Begin and end (exclusive) in code points."""
