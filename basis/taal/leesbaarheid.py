"""How easy a Dutch text is to read, with advice for writing at level B1.

The measure is the Flesch-Douma formula: W.H. Douma, De leesbaarheid van landbouwbladen (Bulletin 17, afdeling
Sociologie en sociografie, Landbouwhogeschool Wageningen, 1960), which fits Flesch (1948) to Dutch:

    206.835 - 0.93 × words per sentence - 77 × syllables per word

Douma's bands: below 30 very hard, 30-45 hard, 45-60 rather hard, 60-70 normal, 70-80 rather easy, above 80
easy. No formula measures a level of the European framework (A1-C2). What is given as level is an estimate
of ours from that score, the length of sentences and hard words, and has to be called an estimate wherever
it is shown. In a short text one long word moves the score far: for the estimate, and not for the score itself, a text
is taken together with GEWONE_WOORDEN words of usual length.
"""

import re
from dataclasses import dataclass

from basis.taal.aanwijzingen import Aanwijzing, Aanwijzingsoort
from basis.taal.lemmas import tokenize
from basis.taal.lettergrepen import count_lettergrepen, split_zinnen
from basis.taal.woordenlijst import woordenboek
from basis.taal.woordhulp import find_woorden

LANGE_ZIN = 15  # words; B1 guides advise ten to fifteen at most
LANG_WOORD = 4  # syllables from which a word counts as long
METHODE = "Flesch-Douma (W.H. Douma, 1960): 206,835 − 0,93 × woorden per zin − 77 × lettergrepen per woord"
GENOEG_WOORDEN = 100  # below this the score of a text says little
GEWONE_WOORDEN = 30
GEWONE_LENGTE = 1.55  # syllables per word of plain Dutch: a score of 75 to 80
KORT = 20  # one hard word in a text of up to so many words counts as one in so many

# What makes a text harder to read than its score says.
ZWAAR = (Aanwijzingsoort.VAKWOORD, Aanwijzingsoort.MOEILIJK_WOORD, Aanwijzingsoort.LIJDENDE_VORM)

_WOORDEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_WORDEN = frozenset("word wordt worden werd werden geworden".split())
_DEELWOORD = re.compile(r"(?:\w{0,6}ge\w{2,}|(?:be|ver|ont|her|er)\w{3,})(?:d|t|en)")


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
    score = round(_compute_score(per_zin, per_woord), 1)
    moeilijk = sum(a.soort in ZWAAR for a in aanwijzingen)
    return Leesbaarheid(
        woorden=len(woorden),
        zinnen=zinnen,
        lettergrepen=sum(tellingen),
        woorden_per_zin=round(per_zin, 2),
        lettergrepen_per_woord=round(per_woord, 2),
        lange_woorden=sum(telling >= LANG_WOORD for telling in tellingen),
        flesch_douma=score,
        niveau_schatting=_estimate_niveau(
            _smooth_score(sum(tellingen), len(woorden), per_zin), per_zin, moeilijk / max(len(woorden), KORT)
        ),
        aanwijzingen=aanwijzingen,
    )


def _compute_score(woorden_per_zin: float, lettergrepen_per_woord: float) -> float:
    return 206.835 - 0.93 * woorden_per_zin - 77 * lettergrepen_per_woord


def _smooth_score(lettergrepen: int, woorden: int, woorden_per_zin: float) -> float:
    """Give the score of a text together with some words of usual length."""
    samen = lettergrepen + GEWONE_WOORDEN * GEWONE_LENGTE
    return _compute_score(woorden_per_zin, samen / (woorden + GEWONE_WOORDEN))


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
    gevonden = find_woorden(tekst)
    for begin, eind in split_zinnen(tekst):
        gevonden += _zin(tekst, begin, eind)
    return tuple(sorted(gevonden, key=lambda a: (a.begin, a.eind, a.soort)))


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
