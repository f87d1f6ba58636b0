"""Writing advice as values: where in a text, what kind, and what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Aanwijzingsoort(StrEnum):
    """Kinds of writing advice, those that mislead an answer first."""

    DUBBELE_VRAAG = "dubbele_vraag"
    STURENDE_VRAAG = "sturende_vraag"
    DUBBELE_ONTKENNING = "dubbele_ontkenning"
    ONTKENNING = "ontkenning"
    VAKWOORD = "vakwoord"
    MOEILIJK_WOORD = "moeilijk_woord"
    LANGE_ZIN = "lange_zin"
    LIJDENDE_VORM = "lijdende_vorm"
    LANG_WOORD = "lang_woord"


@dataclass(frozen=True, slots=True)
class Aanwijzing:
    """Advice on `tekst[begin:eind]` (code points); `advies` is what the writer can do, in one or two sentences."""

    begin: int
    eind: int
    soort: Aanwijzingsoort
    advies: str
    alternatief: str = ""
