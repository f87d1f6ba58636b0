"""The words that carried a theme."""

from collections import Counter
from collections.abc import Iterable, Mapping

from basis.taal.stopwoorden import STOPWOORDEN

KORTST = 3


def distinctive_woorden(
    per_thema: Mapping[str, Iterable[Iterable[str]]], hoogstens: int = 6, *, minstens: int = 1
) -> dict[str, tuple[str, ...]]:
    """Give per theme the words that weighed there often, and elsewhere seldom.

    A word's weight is how often it carried the theme times the share of its own uses that did: "mensen", which
    carries every theme a little, comes after "koffie". Words of a single statement come last; with `minstens`
    words of fewer statements are left out.
    """
    tellingen = {code: _count(lijsten) for code, lijsten in per_thema.items()}
    totaal: Counter[str] = Counter()
    for telling in tellingen.values():
        totaal.update(telling)

    def rank(telling: Counter[str]) -> tuple[str, ...]:
        genoeg = [woord for woord in telling if telling[woord] >= minstens]
        op_gewicht = sorted(genoeg, key=lambda w: (telling[w] < 2, -(telling[w] ** 2) / totaal[w], w))
        gekozen: list[str] = []
        for woord in op_gewicht:
            if not any(_is_same(woord, ander) for ander in gekozen):
                gekozen.append(woord)
        return tuple(gekozen[:hoogstens])

    return {code: rank(telling) for code, telling in tellingen.items()}


def _count(woordlijsten: Iterable[Iterable[str]]) -> Counter[str]:
    """Count in how many lists each word stands that says something by itself."""
    telling: Counter[str] = Counter()
    for woorden in woordlijsten:
        telling.update({klein for woord in woorden if _says_something(klein := woord.lower())})
    return telling


def _is_same(een: str, ander: str) -> bool:
    """Whether two words are forms of one, roughly: huis and huizen, woning and woningen."""
    begin = max(KORTST, min(len(een), len(ander)) - 1)
    return een[:begin] == ander[:begin]


def _says_something(woord: str) -> bool:
    return len(woord) >= KORTST and woord not in STOPWOORDEN and not woord.startswith("[")
