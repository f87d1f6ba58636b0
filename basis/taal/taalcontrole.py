"""All writing advice on one text of a questionnaire, in the order in which it matters, with how easy it reads."""

from dataclasses import dataclass
from enum import StrEnum

from basis.taal.aanwijzingen import Aanwijzing, Aanwijzingsoort
from basis.taal.leesbaarheid import GENOEG_WOORDEN, Leesbaarheid, measure_leesbaarheid
from basis.taal.vraagstelling import find_stelling, find_vraagstelling

_RANG = {soort: rang for rang, soort in enumerate(Aanwijzingsoort)}


class Tekstsoort(StrEnum):
    """What a text is for: a question, a statement to agree with, or words to read."""

    VRAAG = "vraag"
    STELLING = "stelling"
    TEKST = "tekst"


@dataclass(frozen=True, slots=True)
class Taalcontrole:
    """Advice on one text, what matters most first; `zeker` is False where a level is only an indication."""

    tekst: str
    aanwijzingen: tuple[Aanwijzing, ...]
    leesbaarheid: Leesbaarheid
    zeker: bool


def check_taal(tekst: str, soort: Tekstsoort = Tekstsoort.VRAAG) -> Taalcontrole:
    """Check one text; advice on how a question is put comes before advice on words and sentences.

    A passive in a short question is left alone: often nobody in particular does it ("wat moet worden opgeknapt?").
    """
    leesbaarheid = measure_leesbaarheid(tekst)
    gevonden = [
        a
        for a in leesbaarheid.aanwijzingen
        if soort == Tekstsoort.TEKST or a.soort != Aanwijzingsoort.LIJDENDE_VORM
    ]
    if soort == Tekstsoort.VRAAG:
        gevonden += find_vraagstelling(tekst)
    elif soort == Tekstsoort.STELLING:
        gevonden += find_stelling(tekst)
    volgorde = sorted(gevonden, key=lambda a: (_RANG[a.soort], a.begin, a.eind))
    return Taalcontrole(tekst, tuple(volgorde), leesbaarheid, leesbaarheid.woorden >= GENOEG_WOORDEN)
