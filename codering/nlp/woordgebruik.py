"""How words are used in a set of statements: what is a noun here, and how it is mostly written.

A dictionary calls many words nouns that nobody means so ("alleen", "blij", "twaalf"). How people use them tells more:
a noun stands after an article, a preposition and the like, and is not followed by what it describes.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from basis.taal.lemmas import lemmatize, split_compound, tokenize
from basis.taal.stopwoorden import STOPWOORDEN
from basis.taal.woordenlijst import is_naamwoord

_VOOR_NAAMWOORD = frozenset(
    """
    de het een 't den geen elk elke ieder iedere mijn m'n jouw je uw zijn z'n haar ons onze hun dit dat deze die
    welk welke zo'n veel meer minder weinig genoeg teveel paar in op van met bij naar voor door over onder uit
    zonder tegen tussen tijdens langs via per rond
    """.split()
)
_VAAK = 4
_DEEL = 0.12


@dataclass(frozen=True, slots=True)
class Woordgebruik:
    """Per base form its most frequent written form; base forms used as nouns; and those that are names."""

    vormen: Mapping[str, str]
    naamwoorden: frozenset[str]
    eigennamen: frozenset[str]


def read_woordgebruik(teksten: Iterable[str]) -> Woordgebruik:
    """Count how words are used in `teksten`."""
    vormen: dict[str, Counter[str]] = {}
    totaal: Counter[str] = Counter()
    als_naamwoord: Counter[str] = Counter()
    groot: Counter[str] = Counter()
    for tekst in teksten:
        woorden = tokenize(tekst)
        klein = [woord.lower() for woord in woorden]
        for plek, lemma in enumerate(lemmatize(tekst)):
            vormen.setdefault(lemma, Counter())[klein[plek]] += 1
            totaal[lemma] += 1
            groot[lemma] += bool(plek) and woorden[plek][0].isupper()
            voor = plek > 0 and klein[plek - 1] in _VOOR_NAAMWOORD
            na = plek + 1 == len(klein) or klein[plek + 1] in STOPWOORDEN
            als_naamwoord[lemma] += voor and na
    return Woordgebruik(
        {lemma: min(tel, key=lambda vorm: (-tel[vorm], vorm)) for lemma, tel in vormen.items()},
        frozenset(lemma for lemma in totaal if _is_noun(lemma, als_naamwoord[lemma], totaal[lemma])),
        frozenset(lemma for lemma, aantal in totaal.items() if 2 * groot[lemma] > aantal),
    )


def _is_noun(lemma: str, aantal: int, totaal: int) -> bool:
    """A word that is seen often enough by its use, a rare one by the dictionary; a compound by its last part."""
    if totaal >= _VAAK:
        return aantal >= _DEEL * totaal
    delen = split_compound(lemma)
    return bool(aantal) or (len(delen) > 1 and is_naamwoord(delen[-1]))
