"""How easy a Dutch text is to read, with advice for writing at level B1.

The measure is the Flesch-Douma formula: W.H. Douma, De leesbaarheid van landbouwbladen (Bulletin 17, afdeling
Sociologie en sociografie, Landbouwhogeschool Wageningen, 1960), which fits Flesch (1948) to Dutch:

    206.835 - 0.93 × words per sentence - 77 × syllables per word

Douma's bands: below 30 very hard, 30-45 hard, 45-60 rather hard, 60-70 normal, 70-80 rather easy, above 80
easy. No formula measures a level of the European framework (A1-C2). What is given as level is an estimate
of ours from that score, the length of sentences and hard words, and has to be called an estimate wherever
it is shown.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from basis.taal.lemmas import tokenize
from basis.taal.lettergrepen import count_lettergrepen, split_zinnen
from basis.taal.moeilijke_woorden import MOEILIJKE_WOORDEN
from basis.taal.woordenlijst import woordenboek

LANGE_ZIN = 15  # words; B1 guides advise ten to fifteen at most
LANG_WOORD = 4  # syllables from which a word counts as long

_WOORDEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_WORDEN = frozenset("word wordt worden werd werden geworden".split())
_DEELWOORD = re.compile(r"(?:\w{0,6}ge\w{2,}|(?:be|ver|ont|her|er)\w{3,})(?:d|t|en)")


class Aanwijzingsoort(StrEnum):
    """Kinds of writing advice."""

    LANGE_ZIN = "lange_zin"
    MOEILIJK_WOORD = "moeilijk_woord"
    LANG_WOORD = "lang_woord"
    LIJDENDE_VORM = "lijdende_vorm"


@dataclass(frozen=True, slots=True)
class Aanwijzing:
    """Advice on `tekst[begin:eind]` (code points); `advies` is one sentence for the writer."""

    begin: int
    eind: int
    soort: Aanwijzingsoort
    advies: str
    alternatief: str = ""


@dataclass(frozen=True, slots=True)
class Leesbaarheid:
    """Counts and score of one text; without words `flesch_douma` is None and `niveau_schatting` ""."""

    woorden: int
    zinnen: int
    lettergrepen: int
    woorden_per_zin: float
    lettergrepen_per_woord: float
    lange_woorden: int
    flesch_douma: float | None
    niveau_schatting: str
    aanwijzingen: tuple[Aanwijzing, ...]


def measure_leesbaarheid(tekst: str) -> Leesbaarheid:
    """Readability of `tekst`. Scores of texts under some hundred words vary a lot by chance."""
    woorden = tokenize(tekst)
    zinnen = len(split_zinnen(tekst))
    aanwijzingen = find_aanwijzingen(tekst)
    if not woorden or not zinnen:
        return Leesbaarheid(0, 0, 0, 0.0, 0.0, 0, None, "", ())
    tellingen = [count_lettergrepen(woord) for woord in woorden]
    per_zin, per_woord = len(woorden) / zinnen, sum(tellingen) / len(woorden)
    score = round(206.835 - 0.93 * per_zin - 77 * per_woord, 1)
    zwaar = (Aanwijzingsoort.MOEILIJK_WOORD, Aanwijzingsoort.LIJDENDE_VORM)
    moeilijk = sum(a.soort in zwaar for a in aanwijzingen)
    return Leesbaarheid(
        woorden=len(woorden),
        zinnen=zinnen,
        lettergrepen=sum(tellingen),
        woorden_per_zin=round(per_zin, 2),
        lettergrepen_per_woord=round(per_woord, 2),
        lange_woorden=sum(telling >= LANG_WOORD for telling in tellingen),
        flesch_douma=score,
        niveau_schatting=_estimate_niveau(score, per_zin, moeilijk / len(woorden)),
        aanwijzingen=aanwijzingen,
    )


def _estimate_niveau(score: float, woorden_per_zin: float, moeilijk: float) -> str:
    """Our estimate, by borders of our choice; `moeilijk`: hard words and passives per word."""
    if score >= 80 and woorden_per_zin <= 10 and moeilijk == 0:
        return "A2"
    if score >= 60 and woorden_per_zin <= LANGE_ZIN and moeilijk <= 0.04:
        return "B1"
    if score >= 40 and woorden_per_zin <= 22 and moeilijk <= 0.1:
        return "B2"
    return "C1"


def find_aanwijzingen(tekst: str) -> tuple[Aanwijzing, ...]:
    """Writing advice for `tekst`, in order of place; spans of different kinds may overlap."""
    gevonden = [*_moeilijke_woorden(tekst)]
    bezet = [(a.begin, a.eind) for a in gevonden]
    gevonden += [a for a in _lange_woorden(tekst) if not any(b <= a.begin < e for b, e in bezet)]
    for begin, eind in split_zinnen(tekst):
        gevonden += _zin(tekst, begin, eind)
    return tuple(sorted(gevonden, key=lambda a: (a.begin, a.eind, a.soort)))


@lru_cache(maxsize=1)
def _patroon() -> re.Pattern[str]:
    langste_eerst = sorted(MOEILIJKE_WOORDEN, key=lambda woord: (-len(woord), woord))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, langste_eerst)) + r")\b", re.IGNORECASE)


def _moeilijke_woorden(tekst: str) -> list[Aanwijzing]:
    aanwijzingen = []
    for m in _patroon().finditer(tekst):
        alternatief = MOEILIJKE_WOORDEN[m.group().lower()]
        advies = f"Moeilijk woord: “{m.group()}”. Schrijf bijvoorbeeld: {alternatief}."
        aanwijzingen.append(Aanwijzing(*m.span(), Aanwijzingsoort.MOEILIJK_WOORD, advies, alternatief))
    return aanwijzingen


def _lange_woorden(tekst: str) -> list[Aanwijzing]:
    return [
        Aanwijzing(*m.span(), Aanwijzingsoort.LANG_WOORD, f"Lang woord: “{m.group()}”. Kan het korter?")
        for m in _WOORDEN.finditer(tekst)
        if count_lettergrepen(m.group()) > LANG_WOORD
    ]


def _zin(tekst: str, begin: int, eind: int) -> list[Aanwijzing]:
    """Advice on one sentence: its length, and the passive voice (a form of "worden" with a participle)."""
    woorden = list(_WOORDEN.finditer(tekst, begin, eind))
    aanwijzingen = []
    if len(woorden) > LANGE_ZIN:
        advies = f"Lange zin: {len(woorden)} woorden. Maak er twee zinnen van."
        aanwijzingen.append(Aanwijzing(begin, eind, Aanwijzingsoort.LANGE_ZIN, advies))
    hulp = [m for m in woorden if m.group().lower() in _WORDEN]
    deelwoorden = [m for m in woorden if _is_deelwoord(m.group().lower())]
    if hulp and deelwoorden:
        advies = (
            "Lijdende vorm. Schrijf wie het doet: “wij lossen het op” in plaats van “het wordt opgelost”."
        )
        plek = min(hulp[0].start(), deelwoorden[0].start()), max(hulp[0].end(), deelwoorden[0].end())
        aanwijzingen.append(Aanwijzing(*plek, Aanwijzingsoort.LIJDENDE_VORM, advies))
    return aanwijzingen


def _is_deelwoord(woord: str) -> bool:
    """True for a past participle; a noun of the same shape ("gebied") has a diminutive."""
    boek = woordenboek()
    if woord in _WORDEN or not _DEELWOORD.fullmatch(woord) or boek.get(woord + "je") == woord:
        return False
    basis = boek.get(woord)
    return basis is None or basis == woord or basis.endswith("en")
