"""The words that carried a theme."""

from collections import Counter
from collections.abc import Iterable


def top_woorden(woordlijsten: Iterable[Iterable[str]], hoogstens: int = 6) -> tuple[str, ...]:
    """Give the words that weighed in most statements, most frequent first, then by alphabet."""
    telling: Counter[str] = Counter()
    for woorden in woordlijsten:
        telling.update({woord.lower() for woord in woorden})
    return tuple(woord for woord, _n in sorted(telling.items(), key=lambda paar: (-paar[1], paar[0]))[:hoogstens])
