"""Syllables of Dutch words and sentences of a text, counted by spelling."""

import re
import unicodedata

# Vowel sounds, longest spelling first. A diaeresis starts a new syllable ("ideeën"), "tio" is one
# ("station").
_KLINKERS = re.compile(
    r"aai|ooi|oei|eeuw|ieuw|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|ai|oi|(?<=t)io(?=n)|y(?![aeiou])"
    r"|[aeiouäëïöüâêîôû]"
)
_ACCENT = str.maketrans("áàéèíìóòúù", "aaeeiioouu")
# Abbreviations whose dot ends no sentence.
_AFKORTING = re.compile(
    r"\b(?:bijv|bv|o\.a|d\.w\.z|dwz|nr|dhr|mw|mevr|dr|ir|ing|prof|drs|mr|ca|evt|incl|excl|m\.b\.t|i\.v\.m|t\.a\.v|e\.d|"
    r"n\.a\.v|a\.u\.b|tel|st|max|min|[A-Z])$",
    re.IGNORECASE,
)
_ZINSEINDE = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)|\n+")


def count_lettergrepen(woord: str) -> int:
    """Number of syllables of one word, at least 1; off by one for some loan words ("museum")."""
    klein = unicodedata.normalize("NFC", woord).lower().translate(_ACCENT)
    return max(1, len(_KLINKERS.findall(klein)))


def split_zinnen(tekst: str) -> tuple[tuple[int, int], ...]:
    """Begin and end of each sentence in code points, without white space at its edges.

    A line break ends a sentence too: lists and form fields seldom have full stops.
    """
    zinnen, begin = [], 0
    for m in _ZINSEINDE.finditer(tekst):
        if (
            m.group().startswith(".")
            and len(m.group()) == 1
            and _AFKORTING.search(tekst, max(begin, m.start() - 12), m.start())
        ):
            continue
        zinnen.append((begin, m.end()))
        begin = m.end()
    zinnen.append((begin, len(tekst)))
    gestript = (_strip(tekst, b, e) for b, e in zinnen)
    return tuple((b, e) for b, e in gestript if any(teken.isalnum() for teken in tekst[b:e]))


def _strip(tekst: str, begin: int, eind: int) -> tuple[int, int]:
    while begin < eind and tekst[begin].isspace():
        begin += 1
    while eind > begin and tekst[eind - 1].isspace():
        eind -= 1
    return begin, eind
