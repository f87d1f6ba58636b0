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


@lru_cache(maxsize=65_536)
def is_naamwoord(woord: str) -> bool:
    """True for the base form of a noun: the dictionary knows a diminutive or a plural that leads back to it.

    The dictionary names one base form for each form and no part of speech, and prefers verbs: it takes "tuin"
    to "tuinen" and "bad" to "bidden". "tuintje" and "baden" show that these are nouns.
    """
    boek = woordenboek()
    if len(woord) < 3 or boek.get(woord) is None:
        return False
    return any(boek.get(vorm) == woord for vorm in _vormen(woord))


def _vormen(woord: str) -> list[str]:
    """Diminutives and plurals that `woord` would have by the spelling rules, likely ones first."""
    if woord.endswith(("en", "e")):
        return [woord + einde for einde in ("tje", "s", "ën")]
    laatste = woord[-1]
    vormen = [woord + einde for einde in ("en", "s", "je", "tje", "pje", "etje", "ën", "'s")]
    vormen += [woord + laatste + "etje", woord + laatste + "en"]
    if laatste in "aiou":
        vormen.append(woord + laatste + "tje")
    if woord.endswith("ing"):
        vormen.append(woord[:-1] + "kje")
    # straat → straten, huis → huizen, brief → brieven, prijs → prijzen
    stam = (
        woord[:-2] + laatste if len(woord) > 3 and woord[-3] == woord[-2] and woord[-2] in "aeou" else woord
    )
    zacht = {"f": "v", "s": "z"}.get(laatste, laatste)
    return [*vormen, stam + "en", stam[:-1] + zacht + "en"]
