"""Language of a short answer: Dutch, English, Turkish, Arabic, Polish, Ukrainian or unknown.

The script decides for Arabic and Cyrillic. For Latin script the function words and letters of each language
are counted, and only where these say nothing the dictionaries of Dutch and English are asked. Language
models and dictionaries for all six are not used: the Polish dictionary of simplemma alone takes five
seconds and 400 MB, and answers of ten words have their function words.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from basis.taal import functiewoorden as fw
from basis.taal.woordenlijst import is_engels, is_woord

ONBEKEND = "onbekend"
_KLEINSTE_AANTAL = 3  # words; below that a Latin text may be anything

_WOORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ARABISCH = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
# Letters that Persian, Kurdish and Urdu have and Arabic has not.
_PERZISCH = re.compile(r"[\u067e\u0686\u0698\u06af\u06a9\u06cc\u06c6\u06d5\u0679\u06d2]")
_CYRILLISCH = re.compile(r"[\u0400-\u04ff]")
_OEKRAIENS = re.compile(r"[іїєґІЇЄҐ]")
_ANDER_CYRILLISCH = re.compile(r"[ыэъёЫЭЪЁўЎђћљњџјѕќѓ]")

_FUNCTIEWOORDEN = {"nl": fw.NEDERLANDS, "en": fw.ENGELS, "tr": fw.TURKS, "pl": fw.POOLS}
_TEKENS: Mapping[str, re.Pattern[str]] = {
    "tr": re.compile(r"[ğşıİ]|(?:iyor|ıyor|uyor|üyor|larım|lerim|ların|lerin|mak|mek|ması|mesi)\w*$"),
    "pl": re.compile(r"[ąćęłńśźż]|(?:ych|ego|owie|ość|szcz|czy|ymi|ami)$"),
    "en": re.compile(r"(?:ing|tion|ness|ould|ight|'s|n't)$"),
    "nl": re.compile(r"ij|aa|oe|uu|ee[a-z]|sch|(?:heid|lijk|lijke|tje|tjes)$"),
}


@lru_cache(maxsize=20_000)
def detect_language(tekst: str) -> str:
    """One of "nl", "en", "tr", "ar", "pl", "uk", "onbekend".

    Dutch wins a tie. A Latin text under three words is unknown.
    """
    schrift = _by_script(tekst)
    if schrift is not None:
        return schrift
    woorden = [woord.replace("’", "'") for woord in _WOORD.findall(tekst.replace("İ", "i").lower())]
    if len(woorden) < _KLEINSTE_AANTAL:
        return ONBEKEND
    scores = {taal: _score(taal, woorden) for taal in _FUNCTIEWOORDEN}
    beste = max(scores, key=lambda taal: (scores[taal], taal == "nl"))
    ander = sum(woord in fw.ANDERE for woord in woorden)
    tweede = max(score for taal, score in scores.items() if taal != beste)
    if (
        scores[beste] >= max(1.5, 0.12 * len(woorden))
        and scores[beste] >= 1.3 * tweede
        and scores[beste] >= ander
    ):
        return beste
    return _by_dictionary(woorden, scores, ander)


def _by_script(tekst: str) -> str | None:
    """The language where the script tells, "onbekend" for another one in that script, None for Latin."""
    if tekst.isascii():
        return None
    letters = sum(teken.isalpha() for teken in tekst)
    if 2 * len(_ARABISCH.findall(tekst)) > letters:
        return ONBEKEND if len(_PERZISCH.findall(tekst)) > letters / 50 else "ar"
    if 2 * len(_CYRILLISCH.findall(tekst)) > letters:
        oekraiens, ander = len(_OEKRAIENS.findall(tekst)), len(_ANDER_CYRILLISCH.findall(tekst))
        return "uk" if oekraiens >= ander else ONBEKEND
    return None


def _score(taal: str, woorden: list[str]) -> float:
    """Function words count 1 (of one or two letters 0.6), a letter or ending typical of the language 0.4."""
    functie, teken = _FUNCTIEWOORDEN[taal], _TEKENS[taal]
    score = 0.0
    for woord in woorden:
        if woord in functie:
            score += 1.0 if len(woord) > 2 else 0.6
        elif teken.search(woord):
            score += 0.4
    return score


def _by_dictionary(woorden: list[str], scores: Mapping[str, float], ander: int) -> str:
    """The language whose dictionary knows the words, for answers without clear function words."""
    nederlands = sum(is_woord(woord) or is_woord(woord.capitalize()) for woord in woorden) / len(woorden)
    engels = sum(is_engels(woord) for woord in woorden) / len(woorden)
    vreemd = max(scores["tr"], scores["pl"])
    if ander > 0.3 * len(woorden) and ander > max(scores.values()):
        return ONBEKEND
    if vreemd > scores["nl"] and vreemd > scores["en"] and nederlands < 0.5:
        return "tr" if scores["tr"] >= scores["pl"] else "pl"
    if engels > nederlands + 0.15 and engels > 0.6 and scores["en"] >= scores["nl"]:
        return "en"
    return "nl" if nederlands >= 0.5 or scores["nl"] >= 1 else ONBEKEND
