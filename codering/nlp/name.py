"""Name a group by the words that set it apart, in the form people used most, and its most central statement."""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from basis.taal.lemmas import lemmatize, tokenize
from codering.nlp.features import is_inhoudswoord
from codering.nlp.types import Naam

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

NAAMWOORDEN = 3
KERNWOORDEN = 8


class Woordnamer:
    """Class-based TF-IDF (Grootendorst 2022): a word counts for a group when many of its statements hold it
    and few other statements do."""

    def name(
        self, teksten: Sequence[str], vectoren: "Vectoren", leden: Sequence[Sequence[int]]
    ) -> tuple[Naam, ...]:
        """See `Namer.name`."""
        lemmas = [frozenset(filter(is_inhoudswoord, lemmatize(tekst))) for tekst in teksten]
        overal = Counter(lemma for per_tekst in lemmas for lemma in per_tekst)
        vormen = _find_vormen(teksten)
        namen = []
        for groep in leden:
            woorden = [vormen[w] for w in _distinctive([lemmas[p] for p in groep], overal, len(teksten))]
            woorden = list(dict.fromkeys(woorden))
            centraal = _find_centraal(vectoren, groep)
            naam = ", ".join(woorden[:NAAMWOORDEN]) or teksten[centraal][:60]
            namen.append(Naam(naam, tuple(woorden[:KERNWOORDEN]), centraal))
        return tuple(namen)


def _distinctive(groep: Sequence[frozenset[str]], overal: Counter[str], totaal: int) -> list[str]:
    tel = Counter(lemma for per_tekst in groep for lemma in per_tekst)
    minimum = 2 if len(groep) > 2 else 1
    score = {
        lemma: aantal / len(groep) * log(1 + totaal / overal[lemma])
        for lemma, aantal in tel.items()
        if aantal >= minimum
    }
    return sorted(score, key=lambda lemma: (-score[lemma], lemma))[: KERNWOORDEN * 2]


def _find_vormen(teksten: Sequence[str]) -> dict[str, str]:
    """The most frequent written form of every base form, in lower case."""
    tel: dict[str, Counter[str]] = {}
    for tekst in teksten:
        for woord, lemma in zip(tokenize(tekst), lemmatize(tekst), strict=True):
            tel.setdefault(lemma, Counter())[woord.lower()] += 1
    return {lemma: min(vormen, key=lambda v: (-vormen[v], v)) for lemma, vormen in tel.items()}


def _find_centraal(vectoren: "Vectoren", groep: Sequence[int]) -> int:
    import numpy as np

    punten = vectoren[list(groep)].astype(np.float64)
    nabijheid = np.round(punten @ punten.mean(axis=0), 9)
    return groep[int(np.argmax(nabijheid))]
