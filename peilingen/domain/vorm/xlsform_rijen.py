"""The sheets of an XLSForm as rows: columns under their common names, words per language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peilingen.domain.vorm.talen import BASIS, choose_basis, find_taal

Kolom = tuple[str, ...]
VERTAALD = ("label", "hint")
# How pyxform calls the words without a language.
ZONDER_TAAL = ""


@dataclass(frozen=True, slots=True)
class Rij:
    """A row as someone sees it in the workbook: its number, and its filled cells."""

    nummer: int
    cellen: Mapping[Kolom, str]

    def geef(self, *kolom: str) -> str:
        """Give a cell, "" when it is empty."""
        return self.cellen.get(kolom, "")

    def list_talen(self, kolom: str) -> dict[str, str]:
        """Give the words of a column by the name of their language."""
        return {
            (naam[1] if len(naam) > 1 else ZONDER_TAAL): tekst
            for naam, tekst in self.cellen.items()
            if naam[0] == kolom
        }


@dataclass(frozen=True, slots=True)
class Talen:
    """Which language of the file has the place of the Dutch words, and what the others are here."""

    basis: str
    codes: Mapping[str, str]

    def split(self, woorden: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        """Give the base words, and the translations by code; without base words any others take their place."""
        eigen = woorden.get(self.basis) or woorden.get(ZONDER_TAAL) or next(iter(woorden.values()), "")
        return eigen, {
            code: woorden[naam]
            for naam, code in self.codes.items()
            if woorden.get(naam) and naam != self.basis
        }

    def list_onbekend(self, namen: Iterable[str]) -> list[str]:
        """Give the languages that do not go along."""
        bekend = {self.basis, ZONDER_TAAL, *self.codes}
        return [naam for naam in dict.fromkeys(namen) if naam not in bekend]


def read_rijen(boek: Mapping[str, Any], blad: str) -> list[Rij]:
    """Give the rows of a sheet; row 1 holds the headers."""
    from pyxform import aliases
    from pyxform.parsing.sheet_headers import process_header
    from pyxform.question import MultipleChoiceQuestion, Option

    soorten = {
        "survey": (aliases.survey_header, set(MultipleChoiceQuestion.get_slot_names())),
        "choices": (aliases.list_header, set(Option.get_slot_names())),
        "settings": (aliases.settings_header, set()),
    }
    andere_namen, bekend = soorten[blad]
    rijen: Sequence[Mapping[str, str]] = boek.get(blad) or []
    koppen = list_koppen(boek, blad)
    dubbel = any("::" in kop for kop in koppen)
    kolommen = {kop: process_header(kop, dubbel, andere_namen, bekend)[1] for kop in koppen}
    return [
        Rij(nummer, {kolommen[kop]: str(cel) for kop, cel in rij.items() if str(cel).strip()})
        for nummer, rij in enumerate(rijen, start=2)
    ]


def list_koppen(boek: Mapping[str, Any], blad: str) -> list[str]:
    """Give the headers of a sheet in their order."""
    return list(dict.fromkeys(kop for deel in boek.get(f"{blad}_header") or [] for kop in deel))


def find_talen(boek: Mapping[str, Any], rijen: Iterable[Rij], standaard: str) -> tuple[Talen, list[str]]:
    """Give the languages of a file in the order of its columns, and those that we do not know."""
    gevuld = {naam for rij in rijen for kolom in VERTAALD for naam in rij.list_talen(kolom)}
    koppen = [kop for blad in ("survey", "choices") for kop in list_koppen(boek, blad)]
    namen = dict.fromkeys(kop.split(":")[-1].strip() for kop in koppen if ":" in kop)
    uniek = [naam for naam in namen if naam in gevuld]
    met_nl = any(find_taal(naam) == BASIS for naam in uniek)
    basis = choose_basis(uniek, standaard) if met_nl or ZONDER_TAAL not in gevuld else ZONDER_TAAL
    codes: dict[str, str] = {}
    for naam in uniek:
        code = find_taal(naam)
        if naam != basis and code not in ("", BASIS, *codes.values()):
            codes[naam] = code
    talen = Talen(basis, codes)
    return talen, talen.list_onbekend(uniek)
