"""Which words of a statement weighed in a proposal, and which examples it is like.

This is the quick way, for every statement of a run. `codering.nlp.weglaten` finds out what truly happens without a
word.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from basis.taal.lemmas import lemmatize, split_compound, tokenize
from codering.nlp.features import DEEL, find_termen, is_inhoudswoord
from codering.nlp.types import Voorbeeld, Voorstel

if TYPE_CHECKING:
    from codering.nlp.uitlegstof import Uitlegstof

MAX_WOORDEN = 5
MAX_VOORBEELDEN = 2
MAX_GEMIDDELD = 3
"""Words by their mean weight; beyond these they are guesses more than reasons."""
LIJKT_OP = 0.5
"""Cosine from which an example is shown as alike."""
_MERKBAAR = 0.1
"""Log-odds under which a word's mean weight is no reason to name it."""
_BLOK = 1_024
_GENOEG = 50
"""Of fewer examples the middle says nothing."""


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


class Toelichter:
    """Adds to proposals what the shipped model's words weigh, and the examples of the theme that are most alike.

    `eigen` are examples of the organisation itself, with a vector each; they come before shipped ones that are no
    more alike.
    """

    def __init__(
        self, stof: "Uitlegstof | None", eigen: Sequence[Voorbeeld] = (), eigen_vectoren: Any = None
    ) -> None:
        self._stof = stof
        self._teksten = [*(v.tekst for v in eigen), *(stof.teksten if stof else ())]
        self._codes = [*(v.codes for v in eigen), *(stof.tekstcodes if stof else ())]
        delen = [eigen_vectoren] if len(eigen) else []
        delen += [stof.vectoren] if stof else []
        # All vectors of one model lean the same way; seen from their middle, likeness is of meaning.
        self._midden = _find_midden(stof.vectoren if stof else None, delen)
        self._vectoren = _to_unit(delen, self._midden)
        self._plek = {code: nummer for nummer, code in enumerate(stof.codes)} if stof else {}

    def explain(
        self, teksten: Sequence[str], vectoren: Any, voorstellen: Sequence[tuple[Voorstel, ...]]
    ) -> list[tuple[Voorstel, ...]]:
        """The same proposals with words and examples, for each text."""
        lijkend = self._find_examples(teksten, vectoren, voorstellen)
        return [
            tuple(
                replace(v, woorden=woorden, voorbeelden=lijkend.get((nummer, v.code), ()))
                for v, woorden in zip(per_tekst, self._find_woorden(teksten[nummer], per_tekst), strict=True)
            )
            for nummer, per_tekst in enumerate(voorstellen)
        ]

    def _find_woorden(self, tekst: str, voorstellen: tuple[Voorstel, ...]) -> list[tuple[str, ...]]:
        """The heaviest words of the shipped model, then those that own examples pointed at."""
        if self._stof is None or not voorstellen:
            return [v.woorden for v in voorstellen]
        rijen = [
            (
                woord.lower(),
                [self._stof.termen[term] for term in find_termen(woord) if term in self._stof.termen],
            )
            for woord, lemma in zip(tokenize(tekst), lemmatize(tekst), strict=True)
            if is_inhoudswoord(lemma)
        ]
        return [self._weigh(rijen, v) for v in voorstellen]

    def _weigh(self, rijen: Sequence[tuple[str, list[int]]], voorstel: Voorstel) -> tuple[str, ...]:
        if self._stof is None or voorstel.code not in self._plek:
            return voorstel.woorden
        kolom = self._plek[voorstel.code]
        per: dict[str, float] = {}
        for woord, termen in rijen:
            som = sum(float(self._stof.gewichten[term, kolom]) for term in termen)
            per[woord] = max(som, per.get(woord, 0.0))
        sterk = sorted((w for w in per if per[w] >= _MERKBAAR), key=lambda w: (-round(per[w], 6), w))
        return tuple(dict.fromkeys([*sterk[:MAX_GEMIDDELD], *voorstel.woorden]))[:MAX_WOORDEN]

    def _find_examples(
        self, teksten: Sequence[str], vectoren: Any, voorstellen: Sequence[tuple[Voorstel, ...]]
    ) -> dict[tuple[int, str], tuple[str, ...]]:
        """Per text and theme the most alike examples of that theme, if they are alike at all."""
        import numpy as np

        uit: dict[tuple[int, str], tuple[str, ...]] = {}
        for code in sorted({v.code for per_tekst in voorstellen for v in per_tekst}):
            leden = [nummer for nummer, codes in enumerate(self._codes) if code in codes]
            vragers = [n for n, eigen in enumerate(voorstellen) if any(v.code == code for v in eigen)]
            for begin in range(0, len(vragers) if leden else 0, _BLOK):
                blok = vragers[begin : begin + _BLOK]
                gelijk = _to_unit([np.asarray(vectoren)[blok]], self._midden) @ self._vectoren[leden].T
                for nummer, rij in zip(blok, np.round(gelijk, 5), strict=True):
                    uit[nummer, code] = self._pick(teksten[nummer], rij, leden)
        return uit

    def _pick(self, tekst: str, gelijk: Any, leden: Sequence[int]) -> tuple[str, ...]:
        import numpy as np

        zelf = " ".join(tekst.lower().split())
        gekozen: list[str] = []
        for plek in np.argsort(-gelijk, kind="stable")[: 2 * MAX_VOORBEELDEN + 1]:
            ander = self._teksten[leden[int(plek)]]
            if gelijk[plek] >= LIJKT_OP and ander not in gekozen and " ".join(ander.lower().split()) != zelf:
                gekozen.append(ander)
        return tuple(gekozen[:MAX_VOORBEELDEN])


def _find_midden(meegeleverd: Any, delen: Sequence[Any]) -> Any:
    """The mean of the shipped examples, for own ones may all be about one thing; else of all."""
    import numpy as np

    if meegeleverd is not None:
        delen = [meegeleverd]
    rijen = sum(len(deel) for deel in delen)
    return np.vstack(delen).astype(np.float64).mean(axis=0) if rijen >= _GENOEG else 0.0


def _to_unit(delen: Sequence[Any], midden: Any) -> Any:
    """Rows below each other, seen from the middle, each of length one."""
    import numpy as np

    if not delen:
        return np.zeros((0, 1))
    rijen = np.vstack(delen).astype(np.float64) - midden
    return rijen / np.maximum(np.linalg.norm(rijen, axis=1, keepdims=True), 1e-9)
