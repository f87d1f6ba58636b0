"""Name a group by the words that set it apart, in the form people used most, and its most central statement."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import TYPE_CHECKING

from basis.taal.lemmas import lemmatize, tokenize
from codering.nlp.features import is_inhoudswoord
from codering.nlp.types import Naam

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

NAAMWOORDEN = 3
KERNWOORDEN = 8
_MIN_DEEL = 0.02
_NIETSZEGGEND = frozenset(
    """
    dag keer jaar week maand uur minuut moment helft stuk plaats half paar mens begin beginnen weten kijken vragen
    staan zetten komen gaan hangen zitten blijven zien vinden geven krijgen nemen houden laten maken doen lopen
    nieuw oud groot klein goed mooi leuk leven helpen help binnen buiten vast eerste laatste persoon iemand
    """.split()
)
"""Words that may set a group apart, but tell nobody what it is about."""


class Woordnamer:
    """The default `Namer`: a word names a group when many of its statements hold it, and few others do.

    Words that are mostly written with a capital inside a sentence (names of streets and people) come last.
    """

    def name(
        self, teksten: Sequence[str], vectoren: "Vectoren", leden: Sequence[Sequence[int]]
    ) -> tuple[Naam, ...]:
        """See `Namer.name`."""
        lemmas = [frozenset(filter(_is_naamwoord, lemmatize(tekst))) for tekst in teksten]
        overal = Counter(lemma for per_tekst in lemmas for lemma in per_tekst)
        vormen, eigennamen = _find_vormen(teksten)
        namen = []
        for groep in leden:
            gekozen = _distinctive([lemmas[plek] for plek in groep], overal, len(teksten))
            gekozen.sort(key=lambda lemma: lemma in eigennamen)
            woorden = tuple(dict.fromkeys(vormen[lemma] for lemma in gekozen))[:KERNWOORDEN]
            centraal = _find_centraal(vectoren, groep)
            naam = ", ".join(woorden[:NAAMWOORDEN]) or teksten[centraal][:60]
            namen.append(Naam(naam, woorden, centraal))
        return tuple(namen)


def _is_naamwoord(lemma: str) -> bool:
    return is_inhoudswoord(lemma) and len(lemma) > 2 and lemma not in _NIETSZEGGEND


def _distinctive(groep: Sequence[frozenset[str]], overal: Counter[str], totaal: int) -> list[str]:
    """Words by how much they tell about the group.

    That is their share in it, times the log of how much larger that share is than elsewhere: a term of the
    Kullback-Leibler divergence.
    """
    tel = Counter(lemma for per_tekst in groep for lemma in per_tekst)
    minimum = max(2 if len(groep) > 2 else 1, round(_MIN_DEEL * len(groep)))
    rest = totaal - len(groep)
    score = {}
    for lemma, aantal in tel.items():
        binnen, elders = aantal / len(groep), (overal[lemma] - aantal + 1) / (rest + 2)
        if aantal >= minimum and binnen > elders:
            score[lemma] = round(binnen * log(binnen / elders), 9)
    return sorted(score, key=lambda lemma: (-score[lemma], lemma))[: KERNWOORDEN * 2]


def _find_vormen(teksten: Iterable[str]) -> tuple[dict[str, str], frozenset[str]]:
    """The most frequent written form of every base form, in lower case; and the base forms that are names."""
    vormen: dict[str, Counter[str]] = {}
    groot: Counter[str] = Counter()
    klein: Counter[str] = Counter()
    for tekst in teksten:
        for nummer, (woord, lemma) in enumerate(zip(tokenize(tekst), lemmatize(tekst), strict=True)):
            vormen.setdefault(lemma, Counter())[woord.lower()] += 1
            if nummer:
                (groot if woord[:1].isupper() else klein)[lemma] += 1
    meest = {lemma: min(tel, key=lambda vorm: (-tel[vorm], vorm)) for lemma, tel in vormen.items()}
    return meest, frozenset(lemma for lemma, aantal in groot.items() if aantal > klein[lemma])


def _find_centraal(vectoren: "Vectoren", groep: Sequence[int]) -> int:
    import numpy as np

    punten = vectoren[list(groep)].astype(np.float64)
    nabijheid = np.round(punten @ punten.mean(axis=0), 9)
    return groep[int(np.argmax(nabijheid))]
