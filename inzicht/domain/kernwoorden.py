"""The words that carried a theme."""

from collections import Counter
from collections.abc import Iterable

from basis.taal.stopwoorden import STOPWOORDEN

KORTSTE = 3


def top_woorden(woordlijsten: Iterable[Iterable[str]], hoogstens: int = 6) -> tuple[str, ...]:
    """Give the words that weighed in most statements, most frequent first, then by alphabet."""
    telling: Counter[str] = Counter()
    for woorden in woordlijsten:
        telling.update({woord.lower() for woord in woorden if is_telling_word(woord)})
    return tuple(woord for woord, _n in sorted(telling.items(), key=lambda paar: (-paar[1], paar[0]))[:hoogstens])


def is_telling_word(woord: str) -> bool:
    """Whether a word says something to a reader by itself."""
    return len(woord) >= KORTSTE and woord.isalpha() and woord.lower() not in STOPWOORDEN
