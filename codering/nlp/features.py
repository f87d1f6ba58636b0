"""What a statement looks like in words: base forms, compound parts and letter groups."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from basis.taal.lemmas import lemmatize, split_compound
from basis.taal.stopwoorden import STOPWOORDEN

DEEL = "+"
"""Marks a term that is part of a compound: "buurthuis" also gives "+buurt" and "+huis"."""


_LETTERS = (3, 4, 5)
_VEEL = 500
_GANGBAAR_TERM = 0.2
_GANGBAAR_LETTERS = 0.05
"""With `_VEEL` texts or more, what occurs in more than this part of them is left out: it tells nothing, and
comparing texts takes half the time without it.
"""


@lru_cache(maxsize=50_000)
def find_termen(tekst: str) -> tuple[str, ...]:
    """Base forms in order, each followed by its compound parts where it has any."""
    termen: list[str] = []
    for lemma in lemmatize(tekst):
        termen.append(lemma)
        delen = split_compound(lemma)
        if len(delen) > 1:
            termen.extend(DEEL + deel for deel in delen)
    return tuple(termen)


def find_letters(tekst: str) -> list[str]:
    """Groups of three to five letters within words, with the spaces around: scikit-learn's `char_wb`, but quicker."""
    return [groep for woord in tekst.lower().split() for groep in _find_groepen(woord)]


@lru_cache(maxsize=50_000)
def _find_groepen(woord: str) -> tuple[str, ...]:
    met = f" {woord} "
    return tuple(met[plek : plek + n] for n in _LETTERS for plek in range(len(met) - n + 1))


def is_inhoudswoord(lemma: str) -> bool:
    """Whether a base form carries meaning: no function word, no number, no single letter."""
    return len(lemma) > 1 and lemma not in STOPWOORDEN and not lemma[0].isdigit()


class Woordkenmerken:
    """TF-IDF over terms and over letter groups within words; every row has unit length."""

    def __init__(self, teksten: Sequence[str], met_letters: bool = True) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        veel = len(teksten) >= _VEEL
        self._termen = TfidfVectorizer(
            analyzer=find_termen, sublinear_tf=True, max_df=_GANGBAAR_TERM if veel else 1.0
        )
        self._letters = TfidfVectorizer(
            analyzer=find_letters,
            sublinear_tf=True,
            min_df=2 if veel else 1,
            max_df=_GANGBAAR_LETTERS if veel else 1.0,
        )
        letters = self._letters.fit_transform(teksten) if met_letters else None
        self.eigen = self._termen.fit_transform(teksten), letters
        """Terms and letters of the texts that these features were learnt from."""

    def termen(self, teksten: Sequence[str]) -> Any:
        """Sparse matrix (texts, terms)."""
        return self._termen.transform(teksten)

    def letters(self, teksten: Sequence[str]) -> Any:
        """Sparse matrix (texts, letter groups)."""
        return self._letters.transform(teksten)

    def termnamen(self) -> list[str]:
        """The term of each column of `termen`."""
        return [str(naam) for naam in self._termen.get_feature_names_out()]
