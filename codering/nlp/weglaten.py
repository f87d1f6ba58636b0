"""What a proposal is without a word: the only sure way to say which words it rests on.

The text is read again without each of its content words, and without the heaviest together. Words are named until
without them most of what words can take away is gone; if leaving words out takes nothing away, none is named.
"""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from basis.taal.lemmas import lemmatize, tokenize
from codering.nlp.explain import MAX_WOORDEN
from codering.nlp.features import is_inhoudswoord
from codering.nlp.types import Codeboek, Voorbeeld

if TYPE_CHECKING:
    from codering.nlp.protocols import Embedder, Inbeddingcache, Scores

    Beoordeel = Callable[[Sequence[str]], Scores]
    """Confidences (texts, themes) of variants of one statement, with its question where it has one."""

MAX_KANDIDATEN = 30
"""Of a longer statement the first words are tried: more would take seconds."""
_GENOEG = 0.8
_MERKBAAR = 0.01
"""Words that together take away less confidence than this weigh nothing."""
_IETS = 0.05
"""Log-odds that a word must take away by itself to be tried with others."""
_RAND = 1e-4


def list_inhoudswoorden(tekst: str) -> tuple[str, ...]:
    """The content words of a text in small letters, each once, in order."""
    paren = zip(tokenize(tekst), lemmatize(tekst), strict=True)
    return tuple(dict.fromkeys(woord.lower() for woord, lemma in paren if is_inhoudswoord(lemma)))


def remove_woorden(tekst: str, woorden: Sequence[str]) -> str:
    """The text without these words, wherever they stand; "" when no other word is left."""
    if not woorden:
        return tekst
    keuze = "|".join(re.escape(woord) for woord in sorted(woorden, key=lambda woord: (-len(woord), woord)))
    rest = " ".join(re.sub(rf"(?<![^\W_])(?:{keuze})(?![^\W_])", " ", tekst, flags=re.IGNORECASE).split())
    return rest if tokenize(rest) else ""


def find_dragende_woorden(
    tekst: str, themas: Sequence[int], beoordeel: "Beoordeel"
) -> tuple[tuple[str, ...], ...]:
    """Per theme (a column of the scores) the words without which its confidence falls, heaviest first."""
    kandidaten = list_inhoudswoorden(tekst)[:MAX_KANDIDATEN]
    if not kandidaten or not themas:
        return tuple(() for _ in themas)
    kansen = _judge([tekst, *(remove_woorden(tekst, [woord]) for woord in kandidaten)], beoordeel)
    logodds = to_logodds(kansen)
    rijen = []
    for thema in themas:
        # In log-odds, for of two words that say the same each alone takes away next to no confidence.
        val = logodds[0, thema] - logodds[1:, thema]
        volgorde = sorted(range(len(kandidaten)), key=lambda plek: (-round(float(val[plek]), 6), plek))
        rijen.append([kandidaten[plek] for plek in volgorde if val[plek] >= _IETS][:MAX_WOORDEN])
    samen = [remove_woorden(tekst, rij[: n + 1]) for rij in rijen for n in range(len(rij))]
    vallen = kansen[0] - _judge(samen, beoordeel) if samen else kansen[:0]
    uit, begin = [], 0
    for thema, rij in zip(themas, rijen, strict=True):
        uit.append(_shortest(rij, vallen[begin : begin + len(rij), thema]))
        begin += len(rij)
    return tuple(uit)


def to_logodds(kansen: Any) -> Any:
    """Log-odds of confidences, which are rounded to four places."""
    import numpy as np

    binnen = np.clip(kansen, _RAND, 1.0 - _RAND)
    return np.log(binnen / (1.0 - binnen))


def _shortest(woorden: Sequence[str], vallen: Any) -> tuple[str, ...]:
    """The fewest words that together take away most of what the most do; none when nothing falls."""
    grootste = max((float(val) for val in vallen), default=0.0)
    if grootste < _MERKBAAR:
        return ()
    aantal = next(n for n, val in enumerate(vallen, start=1) if val >= _GENOEG * grootste)
    return tuple(woorden[:aantal])


def _judge(varianten: Sequence[str], beoordeel: "Beoordeel") -> Any:
    """Confidences per variant; without any word left nothing can be proposed."""
    import numpy as np

    uniek = list(dict.fromkeys(variant for variant in varianten if variant))
    gevonden = beoordeel(uniek) if uniek else None
    breedte = gevonden.shape[1] if gevonden is not None else beoordeel(["-"]).shape[1]
    plek = {variant: nummer for nummer, variant in enumerate(uniek)}
    leeg = np.zeros(breedte)
    return np.stack([gevonden[plek[v]] if v else leeg for v in varianten])  # type: ignore[index]


def open_inbedder(
    embedder: "Embedder", cache: "Inbeddingcache"
) -> "Callable[[Sequence[str], Sequence[str]], Any]":
    """Vectors of texts with their questions, the way the pipeline makes them; variants are kept nowhere."""
    from codering.nlp.embed import embed_cached
    from codering.nlp.encoder import join_vraag

    def embed(teksten: Sequence[str], vragen: Sequence[str]) -> Any:
        return embed_cached(list(map(join_vraag, vragen, teksten)), embedder, cache)

    return embed


def open_beoordelaar(
    codeboek: Codeboek, voorbeelden: Sequence[Voorbeeld], embedder: "Embedder", cache: "Inbeddingcache"
) -> "Callable[[Sequence[str], Sequence[str]], Scores]":
    """Confidences (texts, codes) of any texts, by the model that the pipeline fits for a run; learns from `cache`."""
    from codering.nlp.cache import Geheugencache
    from codering.nlp.pipeline import fit_themamodel

    model = fit_themamodel(codeboek, voorbeelden, embedder, cache)

    def beoordeel(teksten: Sequence[str], vragen: Sequence[str]) -> "Scores":
        vectoren = open_inbedder(embedder, Geheugencache())(teksten, vragen)
        return model.suggest(teksten, vragen, vectoren)[0]

    return beoordeel
