"""The Dutch (370,000 forms) and English dictionaries that simplemma ships, as word lists."""

from collections.abc import Mapping
from functools import lru_cache


@lru_cache(maxsize=2)
def woordenboek(taal: str = "nl") -> Mapping[str, str]:
    """Word form → base form. The frugal variant: 6 MB and a few microseconds a look-up, no 50 MB dict."""
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

    return LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(taal)


@lru_cache(maxsize=65_536)
def is_woord(woord: str) -> bool:
    """True for a Dutch word form, written as in a dictionary (so "delft" is no word and "Delft" may be)."""
    return woordenboek().get(woord) is not None


@lru_cache(maxsize=65_536)
def is_engels(woord: str) -> bool:
    """True for an English word form."""
    return woordenboek("en").get(woord) is not None
