"""The words that carried a theme."""

from collections import Counter
from collections.abc import Iterable, Mapping


def top_woorden(woordlijsten: Iterable[Iterable[str]], hoogstens: int = 6) -> tuple[str, ...]:
    """Give the words that weighed in most statements, most frequent first, then by alphabet."""
    telling = _count(woordlijsten)
    return tuple(woord for woord, _n in sorted(telling.items(), key=lambda paar: (-paar[1], paar[0]))[:hoogstens])


def distinctive_woorden(
    per_thema: Mapping[str, Iterable[Iterable[str]]], hoogstens: int = 6
) -> dict[str, tuple[str, ...]]:
    """Give per theme the words that weighed there often, and elsewhere seldom.

    A word's weight is how often it carried the theme times the share of its own uses that did: "mensen", which
    carries every theme a little, comes after "koffie". Words of a single statement come last.
    """
    tellingen = {code: _count(lijsten) for code, lijsten in per_thema.items()}
    totaal: Counter[str] = Counter()
    for telling in tellingen.values():
        totaal.update(telling)

    def rank(telling: Counter[str]) -> tuple[str, ...]:
        op_gewicht = sorted(telling, key=lambda w: (telling[w] < 2, -(telling[w] ** 2) / totaal[w], w))
        return tuple(op_gewicht[:hoogstens])

    return {code: rank(telling) for code, telling in tellingen.items()}


def _count(woordlijsten: Iterable[Iterable[str]]) -> Counter[str]:
    """Count in how many lists each word stands."""
    telling: Counter[str] = Counter()
    for woorden in woordlijsten:
        telling.update({woord.lower() for woord in woorden})
    return telling
