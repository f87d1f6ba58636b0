"""Hard words, words of the sector and long words in a text, each with a simpler one where the lists have it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from basis.taal.aanwijzingen import Aanwijzing, Aanwijzingsoort
from basis.taal.lettergrepen import count_lettergrepen
from basis.taal.moeilijke_woorden import MOEILIJKE_WOORDEN
from basis.taal.vakwoorden import VAKWOORDEN

# Advice on length begins here: "activiteiten" and "vrijwilligerswerk" have five syllables and everyone knows them.
TE_LANG = 6
# Long, and yet no shorter word says it better.
BEKEND_LANG = frozenset(
    "vrijwilligersorganisatie bewonersorganisatie bewonersorganisaties vrijwilligersorganisaties "
    "buurtactiviteiten bewonersvereniging woningbouwvereniging woningcorporatie bibliotheekmedewerker "
    "ouderenadviseur privacyverklaring postcodegebied".split()
)
_WOORDEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def find_woorden(tekst: str) -> list[Aanwijzing]:
    """Give advice on words, in order of place; no two of them overlap."""
    gevonden: list[Aanwijzing] = []
    for m in _patroon().finditer(tekst):
        soort, alternatief = _woorden()[m.group().lower()]
        noem = "Vakwoord" if soort == Aanwijzingsoort.VAKWOORD else "Moeilijk woord"
        advies = f"{noem}: “{m.group()}”. Schrijf bijvoorbeeld: {alternatief}."
        gevonden.append(Aanwijzing(*m.span(), soort, advies, alternatief))
    bezet = [(a.begin, a.eind) for a in gevonden]
    gevonden += [a for a in _lange_woorden(tekst) if not any(b <= a.begin < e for b, e in bezet)]
    return sorted(gevonden, key=lambda a: a.begin)


def list_vormen(woord: str) -> tuple[str, ...]:
    """Give a word with the forms that spelling rules make of it: "realiseren" has "realiseert" and "gerealiseerd"."""
    if not woord.endswith("eren") or " " in woord:
        return (woord,)
    stam = woord[:-4] + "eer"
    return (woord, stam, f"{stam}t", f"{stam}de", f"{stam}den", f"ge{stam}d", f"ge{stam}de")


@lru_cache(maxsize=1)
def _woorden() -> Mapping[str, tuple[Aanwijzingsoort, str]]:
    lijsten = (
        (Aanwijzingsoort.MOEILIJK_WOORD, MOEILIJKE_WOORDEN),
        (Aanwijzingsoort.VAKWOORD, VAKWOORDEN),
    )
    return {
        vorm: (soort, alternatief)
        for soort, lijst in lijsten
        for woord, alternatief in lijst.items()
        for vorm in list_vormen(woord)
    }


@lru_cache(maxsize=1)
def _patroon() -> re.Pattern[str]:
    langste_eerst = sorted(_woorden(), key=lambda woord: (-len(woord), woord))
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, langste_eerst)) + r")(?![\w-])", re.IGNORECASE
    )


def _lange_woorden(tekst: str) -> list[Aanwijzing]:
    return [
        Aanwijzing(*m.span(), Aanwijzingsoort.LANG_WOORD, f"Lang woord: “{m.group()}”. Kan het korter?")
        for m in _WOORDEN.finditer(tekst)
        if count_lettergrepen(m.group()) >= TE_LANG and m.group().lower() not in BEKEND_LANG
    ]
