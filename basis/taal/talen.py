"""Language of a short statement, among those that residents of a Dutch neighbourhood are likely to write.

The script decides for Arabic, Cyrillic and Ethiopic. For Latin script the words and groups of three letters are
weighed by naive Bayes; the file comes from `python -m scripts.kiezers`. Statements are short and typed on a phone, by
people who mix languages or are learning Dutch: another language than Dutch has to be plainly the likeliest.
"""

import re
from functools import lru_cache
from pathlib import Path

from basis.taal.lemmas import fold_accents
from basis.taal.lichtmodel import read_model

ONBEKEND = "onbekend"
NEDERLANDS = "nl"
BESTAND = Path(__file__).resolve().parent / "lijsten" / "talen.tsv"
TALEN = (
    "nl",
    "en",
    "tr",
    "ar",
    "pl",
    "uk",
    "de",
    "fr",
    "es",
    "ary",
    "so",
    "ti",
    "pap",
    "srn",
    "fy",
    ONBEKEND,
)
"""`ary` is Darija in Latin letters; in Arabic letters it is told apart from other Arabic by nobody here."""

_WOORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]*[379][^\W_]*[^\W\d_][^\W_]*")
_MASKER = re.compile(r"\[[a-z-]+\]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIJN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
_ARABISCH = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
# Letters that Persian, Kurdish and Urdu have and Arabic has not.
_PERZISCH = re.compile(r"[\u067e\u0686\u0698\u06af\u06a9\u06cc\u06c6\u06d5\u0679\u06d2]")
_CYRILLISCH = re.compile(r"[\u0400-\u04ff]")
_OEKRAIENS = re.compile(r"[іїєґІЇЄҐ]")
_ANDER_CYRILLISCH = re.compile(
    r"[ыэъёЫЭЪЁўЎђћљњџјѕќѓ]|\b(?:и|что|как|нет|но|они|это|очень|нужно|где|есть|когда)\b"
)
_ETHIOPISCH = re.compile(r"[\u1200-\u137f]")
# Tigrinya writes ኣ where Amharic writes አ, has ቐ and ኸ of its own, and says እዩ for ነው.
_TIGRINYA = re.compile(r"[ኣቐቕኸኽ]|እዩ|እየ|እዮም|ዘይ|የለን")
_AMHAARS = re.compile(r"አ|ነው|ናቸው|የለም")
# How much likelier than Dutch a language must be, in hundredths of log-odds: more in a longer text, which may hold more
# that is foreign, in one or two words, which may be anything, and for Frisian, which looks like any dialect.
_PER_KENMERK = 10
_BIJ_WEINIG_WOORDEN = {0: 1_000_000, 1: 1_800, 2: 900}
_FRIES = 1_200


@lru_cache(maxsize=20_000)
def detect_language(tekst: str) -> str:
    """One of `TALEN`; "onbekend" is no letters at all, or a script or language of it that is not among them."""
    tekst = _MASKER.sub(" ", tekst)
    letters = len(_LETTER.findall(tekst))
    if not letters:
        return ONBEKEND
    if 2 * len(_LATIJN.findall(tekst)) < letters:
        return _by_script(tekst, letters)
    kenmerken = find_taalkenmerken(tekst)
    model = read_model(BESTAND)
    scores = model.score(kenmerken)
    woorden = {kenmerk for kenmerk in kenmerken if kenmerk.startswith("w:")}
    nodig = max(model.drempel + _PER_KENMERK * len(kenmerken), _BIJ_WEINIG_WOORDEN.get(len(woorden), 0))
    voorsprong = {taal: score - scores[NEDERLANDS] for taal, score in scores.items()}
    zeker = [t for t, v in voorsprong.items() if v > (max(nodig, _FRIES) if t == "fy" else nodig)]
    return max(zeker, key=lambda taal: (voorsprong[taal], taal), default=NEDERLANDS)


def find_taalkenmerken(tekst: str) -> list[str]:
    """Words and groups of three letters, each as often as it occurs, and letters that only some languages have."""
    uit = []
    for woord in _WOORD.findall(tekst.replace("’", "'").replace("İ", "i").lower()):
        vlak = fold_accents(woord).replace("ı", "i").replace("ł", "l")
        uit.append(f"w:{vlak}")
        rand = f"_{vlak}_"
        uit.extend(f"l:{rand[begin : begin + 3]}" for begin in range(len(rand) - 2))
        uit.extend(f"x:{teken}" for teken in woord if not teken.isascii())
    return uit


def _by_script(tekst: str, letters: int) -> str:
    if 2 * len(_ARABISCH.findall(tekst)) > letters:
        return ONBEKEND if len(_PERZISCH.findall(tekst)) > letters / 50 else "ar"
    if 2 * len(_CYRILLISCH.findall(tekst)) > letters:
        oekraiens, ander = len(_OEKRAIENS.findall(tekst)), len(_ANDER_CYRILLISCH.findall(tekst.lower()))
        return "uk" if oekraiens >= ander else ONBEKEND
    if 2 * len(_ETHIOPISCH.findall(tekst)) > letters:
        return "ti" if len(_TIGRINYA.findall(tekst)) >= len(_AMHAARS.findall(tekst)) else ONBEKEND
    return ONBEKEND
