"""Make what explanations draw on (codering/nlp/modellen/uitleg.npz): python -m scripts.uitleg.

To be run after the model was made, for it asks the model: some five content words of each shipped example are left
out in turn, about a hundred thousand readings, ten minutes on two cores. See `codering.nlp.uitlegstof`.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from codering.nlp.features import find_termen
from codering.nlp.uitlegstof import BESTAND, Uitlegstof, write_uitlegstof
from codering.nlp.weglaten import list_inhoudswoorden, remove_woorden, to_logodds

if TYPE_CHECKING:
    from codering.nlp.types import Codeboek, Voorbeeld

PER_THEMA = 150
KORTST, LANGST = 25, 120
TREK = 3.0
"""As many times a word counts as if it had weighed nothing."""
MINST = 2
_BLOK = 512

Beoordeel = Callable[[Sequence[str], Sequence[str]], Any]


def build(
    codeboek: Codeboek,
    voorbeelden: Sequence[Voorbeeld],
    sleutel: str,
    embed: Callable[[Sequence[str], Sequence[str]], Any],
    beoordeel: Beoordeel,
) -> Uitlegstof:
    """Weigh words and choose examples; `beoordeel` gives confidences (texts, codes) of texts and their questions."""
    termen, gewichten = weigh_termen(voorbeelden, len(codeboek.codes), beoordeel)
    gekozen = choose_examples(codeboek, voorbeelden, embed)
    return Uitlegstof(
        sleutel=sleutel,
        codes=codeboek.codes,
        termen=termen,
        gewichten=gewichten,
        teksten=tuple(v.tekst for v in gekozen),
        tekstcodes=tuple(v.codes for v in gekozen),
        vectoren=embed([v.tekst for v in gekozen], [v.vraag for v in gekozen]),
    )


def weigh_termen(
    voorbeelden: Sequence[Voorbeeld], breedte: int, beoordeel: Beoordeel
) -> tuple[dict[str, int], Any]:
    """The mean fall of each theme's log-odds when a word is left out, per base form and per part of a compound."""
    import numpy as np

    som: dict[str, Any] = {}
    aantal: dict[str, int] = {}
    for begin in range(0, len(voorbeelden), _BLOK):
        proeven = [p for v in voorbeelden[begin : begin + _BLOK] for p in _list_proeven(v)]
        logits = to_logodds(beoordeel([tekst for tekst, _v, _w in proeven], [v for _t, v, _w in proeven]))
        heel = None
        for (_tekst, _vraag, woord), logit in zip(proeven, logits, strict=True):
            if woord is None:
                heel = logit
                continue
            for term in dict.fromkeys(find_termen(woord)):
                som[term] = som.get(term, 0.0) + (heel - logit)
                aantal[term] = aantal.get(term, 0) + 1
        print(
            f"\rwoorden wegen: {min(begin + _BLOK, len(voorbeelden))} van {len(voorbeelden)}",
            end="",
            flush=True,
        )
    print()
    termen = sorted(term for term, n in aantal.items() if n >= MINST)
    if not termen:
        return {}, np.zeros((0, breedte), dtype=np.float16)
    gewichten = np.stack([som[term] / (aantal[term] + TREK) for term in termen]).astype(np.float16)
    return {term: nummer for nummer, term in enumerate(termen)}, gewichten


def _list_proeven(voorbeeld: Voorbeeld) -> list[tuple[str, str, str | None]]:
    """The text, and the text without each content word; a variant without words is left out."""
    tekst, vraag = voorbeeld.tekst, voorbeeld.vraag
    varianten = ((remove_woorden(tekst, [woord]), woord) for woord in list_inhoudswoorden(tekst))
    return [(tekst, vraag, None), *((rest, vraag, woord) for rest, woord in varianten if rest)]


def choose_examples(
    codeboek: Codeboek,
    voorbeelden: Sequence[Voorbeeld],
    embed: Callable[[Sequence[str], Sequence[str]], Any],
) -> list[Voorbeeld]:
    """Per theme examples of that theme alone, neither short nor long, each as far as can be from those before it."""
    gekozen: dict[str, Voorbeeld] = {}
    for code in codeboek.codes:
        passend = [v for v in voorbeelden if v.codes == (code,) and KORTST <= len(v.tekst) <= LANGST]
        passend.sort(key=lambda v: hashlib.sha256(v.tekst.encode()).digest())
        vectoren = embed([v.tekst for v in passend], [v.vraag for v in passend]).astype(float)
        for plek in spread(vectoren, PER_THEMA):
            gekozen[passend[plek].tekst] = passend[plek]
    return [gekozen[tekst] for tekst in sorted(gekozen)]


def spread(vectoren: Any, aantal: int) -> list[int]:
    """Rows far from each other: first the most central one, then always the one farthest from all chosen."""
    import numpy as np

    if not len(vectoren):
        return []
    gekozen = [int(np.argmax(np.round(vectoren @ vectoren.mean(axis=0), 5)))]
    dichtst = vectoren @ vectoren[gekozen[0]]
    while len(gekozen) < min(aantal, len(vectoren)):
        dichtst[gekozen] = np.inf
        gekozen.append(int(np.argmin(np.round(dichtst, 5))))
        dichtst = np.maximum(dichtst, vectoren @ vectoren[gekozen[-1]])
    return gekozen


def main() -> int:
    """Build for the default embedder and the shipped codebook, and write the file."""
    from codering.nlp.cache import Geheugencache
    from codering.nlp.codeboek import load_codeboek, load_voorbeelden
    from codering.nlp.registry import default_embedder
    from codering.nlp.shipped import Meegeleverd
    from codering.nlp.weglaten import open_beoordelaar, open_inbedder

    codeboek, voorbeelden = load_codeboek(), load_voorbeelden()
    embedder = default_embedder()
    cache = Meegeleverd(Geheugencache())
    embed = open_inbedder(embedder, cache)
    beoordeel = open_beoordelaar(codeboek, voorbeelden, embedder, cache)
    write_uitlegstof(build(codeboek, voorbeelden, embedder.sleutel, embed, beoordeel))
    print(f"{BESTAND.name}: {BESTAND.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
