"""Split Dutch compounds: "buurthuis" → buurt + huis.

Dutch writes compounds as one word, so a search for "tuin" misses "speeltuin" and a count of words sees two
strangers in "huurschuld" and "huurachterstand". A word is cut where both sides are words of the dictionary,
with the linking sounds -s-, -en-, -e- between them. Suffixes that happen to be words (-rijk, -schap, -loos)
and prefixes (ver-, op-, aan-) are no parts.
"""

from functools import lru_cache

from basis.taal.stopwoorden import STOPWOORDEN
from basis.taal.woordenlijst import is_woord

_KLEINSTE_WOORD = 7
# Parts of three letters give most of the wrong cuts; these are the ones that are real parts.
_DRIELETTERIG = frozenset(
    "bus pad bak weg dag bos vak bed bel bad les pas tas net app hek hof hal rek ijs zee dak dal dam gas gym hut kok lid "
    "man mos pan pot put rit rug tak vis wet wol zak uur oog oor bar wie mes kat huis lift zorg zon eet eik ei gft ov wmo "
    "aow tv wc pc gps tuk jas sok kar kas pot pen pin rok lap mat oma opa boa vve ggz tbs nut poep".split()
) - frozenset("wie tuk huis lift zorg poep".split())
# As the last part these are suffixes, or words that are never the head of a compound.
_GEEN_KERN = frozenset(
    "ing ingen heid heden baar bare lijk lijke loos loze zaam zame achtig achtige schap schappen dom erij ster sters aar "
    "aars isme teit tie ties eren elen tje tjes sel nis te age eur ist isten rijk rijke vol volle waarts matig matige "
    "iging lijks gewijs wijs wijze thuis samen buiten binnen beneden boven achter onder eens even lang lange zijds "
    "aard aardig aardige weer toe heen mede mate maal malen male arig echt echte eert eerd tal tallen ding dingen "
    "ering eringen atie lede leden lingen ling lijn-".split()
) - frozenset("leden lijn-".split())
# As the first part these are prefixes: "opvang", "voorziening", "verlichting" are not cut.
_GEEN_BEGIN = frozenset(
    "aan af be bij door ge her in mee mis na om on ont op over toe tegen uit ver voor onder wan vol weer terug teken "
    "even eigen elk alle ander eend ener eren vers verse bere beze gevel gewe vere onde oude goede vert verz geve geno "
    "gele weder aarts hoe waar daar hier ene tele mini maxi anti auto- pro con com per pers part posi prof".split()
) - frozenset("weder auto- gevel".split())
_MAG_STOPWOORD = frozenset("achter binnen buiten boven beneden samen thuis eigen zelf alleen twee drie vier".split())
# First parts that are no word form of their own.
VORMEN = {"kinder": "kind", "zonne": "zon", "eier": "ei", "runder": "rund", "steden": "stad", "schade": "schade"}


@lru_cache(maxsize=50_000)
def split_samenstelling(woord: str) -> tuple[str, ...]:
    """The parts of a lower-case word as they stand in it, linking sounds left out; (`woord`,) if it is whole."""
    if "-" in woord:
        delen = tuple(deel for stuk in woord.split("-") if stuk for deel in split_samenstelling(stuk))
        return delen if len(delen) > 1 else (woord,)
    return _split(woord, 3) or (woord,)


def _split(woord: str, diepte: int) -> tuple[str, ...] | None:
    """The cut with the fewest parts, of those the one with the longest first part; None where there is none."""
    if len(woord) < _KLEINSTE_WOORD or not woord.isalpha() or woord in STOPWOORDEN:
        return None
    beste: tuple[str, ...] | None = None
    for plek in range(len(woord) - 3, 2, -1):
        begin = _begin(woord[:plek])
        if begin is None:
            continue
        delen = _met_rest(begin, woord[plek:], diepte)
        if delen is not None and (beste is None or len(delen) < len(beste)):
            beste = delen
    if beste is None:
        return None
    voorste = _split(beste[0], diepte - 1) if diepte > 1 else None
    return (*(voorste or beste[:1]), *beste[1:])


def _met_rest(begin: str, rest: str, diepte: int) -> tuple[str, ...] | None:
    if _is_kern(rest):
        verder = _split(rest, diepte - 1) if diepte > 1 else None
        return (begin, *(verder or (rest,))) if verder is None else (begin, *verder)
    if diepte > 1 and (verder := _split(rest, diepte - 1)) is not None:
        return (begin, *verder)
    return None


def _is_kern(deel: str) -> bool:
    if deel in _GEEN_KERN or deel in STOPWOORDEN:
        return False
    return deel in _DRIELETTERIG or (len(deel) > 3 and is_woord(deel))


def _begin(deel: str) -> str | None:
    """The first part without its linking sound, or None where `deel` is no possible first part."""
    if deel in VORMEN:
        return deel
    if deel in _GEEN_BEGIN or (deel in STOPWOORDEN and deel not in _MAG_STOPWOORD):
        return None
    if deel in _DRIELETTERIG or (len(deel) > 3 and is_woord(deel)):
        return deel
    for schakel in ("s", "en", "e"):
        stam = deel.removesuffix(schakel)
        if stam != deel and stam not in _GEEN_BEGIN and stam not in STOPWOORDEN and len(stam) > 3 and is_woord(stam):
            return stam
    return None
