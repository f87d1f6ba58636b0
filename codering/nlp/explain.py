"""Which words of a statement weighed in a proposal."""

from collections.abc import Sequence
from typing import Any

from basis.taal.lemmas import lemmatize, split_compound, tokenize
from codering.nlp.features import DEEL, is_inhoudswoord

MAX_WOORDEN = 5


class Uitlegger:
    """Tells per proposal which words of the text brought it about.

    A word weighs as the examples do that share it: their coefficient times likeness, times the word's weight in
    both texts (the gradient of the kernel along that word).
    """

    def __init__(self, voorbeeldtermen: Any, termnamen: Sequence[str]) -> None:
        self._voorbeeldtermen = voorbeeldtermen
        self._termnamen = termnamen

    def explain(self, teksten: Sequence[str], termen: Any, gewichten: Any) -> list[tuple[str, ...]]:
        """Words as written, heaviest first. `termen` (texts, terms), `gewichten` (texts, examples)."""
        if not teksten:
            return []
        per_term = (self._voorbeeldtermen.T @ gewichten.T).T
        bijdragen = termen.multiply(per_term).tocsr()
        return [self._words(tekst, bijdragen[nummer]) for nummer, tekst in enumerate(teksten)]

    def _words(self, tekst: str, bijdragen: Any) -> tuple[str, ...]:
        per_term = {
            self._termnamen[kolom]: float(waarde)
            for kolom, waarde in zip(bijdragen.indices, bijdragen.data, strict=True)
        }
        per_woord: dict[str, float] = {}
        for woord, lemma in zip(tokenize(tekst), lemmatize(tekst), strict=True):
            if is_inhoudswoord(lemma):
                delen = (DEEL + deel for deel in split_compound(lemma))
                som = per_term.get(lemma, 0.0) + sum(per_term.get(deel, 0.0) for deel in delen)
                per_woord[woord.lower()] = max(som, per_woord.get(woord.lower(), 0.0))
        sterk = [woord for woord, som in per_woord.items() if som > 1e-9]
        return tuple(sorted(sterk, key=lambda woord: (-round(per_woord[woord], 9), woord))[:MAX_WOORDEN])
