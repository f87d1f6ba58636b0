"""Answers to measure speed on: as many different ones as needed, always the same.

Each is a shipped example (written by language models) in which two words were changed for words of other examples,
with the example's own question. So lengths and words are those of answers, none is known to a cache, and they mean
little: good for speed, not for quality.
"""

from __future__ import annotations

import random
import re

_WOORD = re.compile(r"\b[a-zëïéè]{4,}\b")


def build_antwoorden(aantal: int, zaad: int = 0) -> list[tuple[str, str]]:
    """Give that many different answers, each with its question ("" where it has none)."""
    from codering.nlp.codeboek import load_voorbeelden

    voorbeelden = sorted({(v.vraag, v.tekst) for v in load_voorbeelden()})
    woorden = sorted({woord for _vraag, tekst in voorbeelden for woord in _WOORD.findall(tekst)})
    bekend = {tekst for _vraag, tekst in voorbeelden}
    kans = random.Random(zaad)  # noqa: S311 -- chooses words
    uit: list[tuple[str, str]] = []
    while len(uit) < aantal:
        vraag, tekst = kans.choice(voorbeelden)
        nieuw = change_woorden(tekst, woorden, kans)
        if nieuw not in bekend:
            bekend.add(nieuw)
            uit.append((vraag, nieuw))
    return uit


def change_woorden(tekst: str, woorden: list[str], kans: random.Random) -> str:
    """Put other words in two places; a text without such a place gets one at its end."""
    plekken = [gevonden.span() for gevonden in _WOORD.finditer(tekst)]
    if not plekken:
        return f"{tekst} {kans.choice(woorden)}"
    for begin, eind in sorted(kans.sample(plekken, min(2, len(plekken))), reverse=True):
        tekst = tekst[:begin] + kans.choice(woorden) + tekst[eind:]
    return tekst
