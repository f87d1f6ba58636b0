"""Cut a text into the pieces that the transformer reads.

A unigram model (Kudo 2018, Subword regularization): of all ways to cut a word into known pieces, the likeliest.
Pieces never cross a space, so each word is cut once and remembered.
"""

from functools import lru_cache
from typing import Any

from codering.nlp.e5bestand import MAX_STUKKEN, Stukkenlijst, open_modelbestand

_SPATIE = "▁"
"""SentencePiece's mark for the start of a word."""
_MAX_WOORD = 400
"""A longer "word" is cut into stretches of this many characters first: the search takes time with its length."""


class Woordstukkensnijder:
    """Texts in, numbers of pieces out, with the marks at both ends."""

    def __init__(self, lijst: Stukkenlijst) -> None:
        self._nummers = lijst.nummers
        self._scores = lijst.scores.tolist()
        self._gewoon = lijst.gewoon
        self._lijst = lijst
        self._langste = max(map(len, lijst.nummers))
        self._onbekend = float(lijst.scores.min()) - 10.0
        self._van_woord = lru_cache(maxsize=100_000)(self._split_woord)

    def split(self, *delen: str) -> list[int]:
        """Pieces of one text, or of two with the end mark twice between them, as the model's pairs are.

        What does not fit is cut off from the last part.
        """
        uit = [self._lijst.begin]
        for nummer, deel in enumerate(delen):
            if nummer:
                uit += [self._lijst.eind, self._lijst.eind]
            for woord in self._clean(deel).split(" "):
                uit += self._van_woord(woord)
                if len(uit) >= MAX_STUKKEN:
                    break
        return [*uit[: MAX_STUKKEN - 1], self._lijst.eind]

    def _clean(self, tekst: str) -> str:
        gewoon = tekst.translate(self._gewoon)
        # As the model was trained: runs of spaces are one, and a text starts as if a space came before.
        while "  " in gewoon:
            gewoon = gewoon.replace("  ", " ")
        return gewoon.removeprefix(" ")

    def _split_woord(self, woord: str) -> tuple[int, ...]:
        stukken: list[int] = []
        tekst = _SPATIE + woord
        for begin in range(0, len(tekst), _MAX_WOORD):
            stukken += self._search(tekst[begin : begin + _MAX_WOORD])
        return tuple(stukken)

    def _search(self, woord: str) -> list[int]:
        """Viterbi: the best score up to each character, and the piece that leads there."""
        lengte = len(woord)
        beste = [0.0] + [float("-inf")] * lengte
        vorige: list[tuple[int, int]] = [(0, 0)] * (lengte + 1)
        for begin in range(lengte):
            hier = beste[begin]
            if hier + self._onbekend > beste[begin + 1]:
                beste[begin + 1], vorige[begin + 1] = hier + self._onbekend, (begin, self._lijst.onbekend)
            for eind in range(begin + 1, min(lengte, begin + self._langste) + 1):
                nummer = self._nummers.get(woord[begin:eind])
                if nummer is not None and hier + self._scores[nummer] > beste[eind]:
                    beste[eind], vorige[eind] = hier + self._scores[nummer], (begin, nummer)
        stukken = []
        plek = lengte
        while plek:
            plek, nummer = vorige[plek]
            stukken.append(nummer)
        return stukken[::-1]


@lru_cache(maxsize=1)
def open_snijder() -> Woordstukkensnijder:
    """The splitter of the installed model; made once per process."""
    return Woordstukkensnijder(open_modelbestand().stukken())


def count_stukken(teksten: list[str]) -> list[int]:
    """How many pieces each text has, marks included."""
    snijder: Any = open_snijder()
    return [len(snijder.split(tekst)) for tekst in teksten]
