"""What a statement looks like to the linear models: base forms, compound parts, letter groups, telling words."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from basis.taal.lemmas import lemmatize, split_compound, tokenize
from basis.taal.stopwoorden import STOPWOORDEN
from codering.nlp.types import Codeboek

_MAX_WOORDEN = 4
"""Longest expression in a list of telling words that is looked for."""


@lru_cache(maxsize=50_000)
def find_termen(tekst: str) -> tuple[str, ...]:
    """Base forms in order, each followed by its compound parts (marked "+") where it has any."""
    termen: list[str] = []
    for lemma in lemmatize(tekst):
        termen.append(lemma)
        delen = split_compound(lemma)
        if len(delen) > 1:
            termen.extend(f"+{deel}" for deel in delen)
    return tuple(termen)


def find_inhoudswoorden(tekst: str) -> tuple[str, ...]:
    """Base forms that carry meaning: no function words, no numbers, no single letters."""
    return tuple(lemma for lemma in lemmatize(tekst) if _is_inhoud(lemma))


def find_uitdrukkingen(tekst: str) -> frozenset[str]:
    """All runs of one to four words, as written and as base forms, and compound parts."""
    vormen: set[str] = set()
    for woorden in ([w.lower() for w in tokenize(tekst)], list(lemmatize(tekst))):
        for lengte in range(1, _MAX_WOORDEN + 1):
            vormen.update(" ".join(woorden[i : i + lengte]) for i in range(len(woorden) - lengte + 1))
    vormen.update(deel for lemma in lemmatize(tekst) for deel in split_compound(lemma))
    return frozenset(vormen)


class Woordkenmerken:
    """TF-IDF over terms and over letter groups within words, each of unit length."""

    def __init__(self) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._termen = TfidfVectorizer(analyzer=find_termen, sublinear_tf=True)
        self._letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2, max_features=40_000
        )

    def fit(self, teksten: Sequence[str]) -> "Woordkenmerken":
        self._termen.fit(teksten)
        self._letters.fit(teksten)
        return self

    def termen(self, teksten: Sequence[str]) -> Any:
        """Sparse matrix (texts, terms)."""
        return self._termen.transform(teksten)

    def letters(self, teksten: Sequence[str]) -> Any:
        """Sparse matrix (texts, letter groups)."""
        return self._letters.transform(teksten)

    def termnamen(self) -> list[str]:
        """The term of each column of `termen`."""
        return [str(naam) for naam in self._termen.get_feature_names_out()]


class Trefwoordkenmerken:
    """Per text and theme the summed weight of the codebook's telling words, squashed to 0..1."""

    def __init__(self, codeboek: Codeboek) -> None:
        plaats = {code: nummer for nummer, code in enumerate(codeboek.codes)}
        self._aantal = len(plaats)
        self._woorden: dict[str, list[tuple[int, int]]] = {}
        for trefwoord in codeboek.trefwoorden:
            self._woorden.setdefault(trefwoord.woord, []).append((plaats[trefwoord.code], trefwoord.gewicht))

    def transform(self, teksten: Iterable[str]) -> Any:
        """Dense matrix (texts, themes)."""
        import numpy as np

        teksten = list(teksten)
        som = np.zeros((len(teksten), self._aantal))
        for nummer, tekst in enumerate(teksten):
            for woord in self._hits(tekst):
                for thema, gewicht in self._woorden[woord]:
                    som[nummer, thema] += gewicht
        return som / (som + 3.0)

    def find(self, tekst: str, thema: int) -> tuple[str, ...]:
        """The telling words for theme number `thema` in `tekst`, heaviest first."""
        gewichten = {w: g for w in self._hits(tekst) for t, g in self._woorden[w] if t == thema}
        return tuple(sorted(gewichten, key=lambda w: (-gewichten[w], w)))

    def _hits(self, tekst: str) -> list[str]:
        if not self._woorden:
            return []
        return sorted(find_uitdrukkingen(tekst) & self._woorden.keys())


def _is_inhoud(lemma: str) -> bool:
    return len(lemma) > 1 and lemma not in STOPWOORDEN and not lemma[0].isdigit()
