"""Words, base forms, compound parts and search text of Dutch text."""

import re
import unicodedata
from functools import lru_cache

from basis.taal.maskertypen import MASKERTEKST
from basis.taal.samenstellingen import VORMEN, split_samenstelling
from basis.taal.woordenlijst import woordenboek

# A mask is no word: as one, "[telefoon]" would become a theme of its own.
_MASKER = "|".join(re.escape(masker) for masker in MASKERTEKST.values())
_WOORD = re.compile(_MASKER + r"|(?<!\w)['’](?:s|t|n|m)\b|[^\W_]+(?:[-'’][^\W_]+)*")

# Forms for which the dictionary picks the less likely reading in what residents write.
_EIGEN_LEMMAS = {
    "spelen": "spelen", "speelt": "spelen", "best": "best", "beter": "goed", "lopen": "lopen", "kosten": "kosten",
    "weg": "weg", "was": "zijn", "waren": "zijn", "is": "zijn", "bent": "zijn", "zijn": "zijn", "eten": "eten",
    "eens": "eens", "werk": "werk", "werken": "werken", "zorg": "zorg", "zorgen": "zorgen", "leven": "leven",
    "wonen": "wonen", "woning": "woning", "buren": "buur", "haar": "haar", "mijn": "mijn", "zij": "zij",
}  # fmt: skip


def tokenize(tekst: str) -> tuple[str, ...]:
    """Words and numbers of `tekst` in order, as written: "foto's", "'s", "Café-bar", "65-plussers", "112".

    Masks ("[naam]") are left out.
    """
    return tuple(m.group() for m in _WOORD.finditer(tekst) if m.group()[0] != "[")


def lemmatize(tekst: str) -> tuple[str, ...]:
    """Lower-case base form of every token of `tekst`: one for each of `tokenize(tekst)`, in the same order."""
    return tuple(lemma(woord) for woord in tokenize(tekst))


@lru_cache(maxsize=100_000)
def lemma(woord: str) -> str:
    """Lower-case base form of one word; an unknown compound takes the base form of its last part.

    Base forms are those of simplemma (dictionary and rules), but for a few forms that it reads otherwise than
    residents mean them.
    """
    import simplemma

    klein = unicodedata.normalize("NFC", woord).lower().replace("’", "'")
    if klein in _EIGEN_LEMMAS:
        return _EIGEN_LEMMAS[klein]
    bekend = woordenboek().get(klein) or woordenboek().get(klein.capitalize())
    if bekend is not None:
        return bekend.lower()
    delen = split_samenstelling(klein)
    if len(delen) > 1 and klein.endswith(delen[-1]):
        return klein.removesuffix(delen[-1]) + lemma(delen[-1])
    return simplemma.lemmatize(klein, "nl", low_memory=True).lower()


@lru_cache(maxsize=50_000)
def split_compound(woord: str) -> tuple[str, ...]:
    """Base forms of the parts of a compound: "speeltuinen" → ("spelen", "tuin"); one word if it is no compound."""
    basis = lemma(woord)
    delen = split_samenstelling(basis)
    if len(delen) == 1:
        return (basis,)
    return tuple(VORMEN.get(deel) or lemma(deel) for deel in delen)


def zoektekst(tekst: str) -> str:
    """What full-text search looks in: base forms and compound parts, lower case, without accents.

    Numbers of tokens and their order carry no meaning; parts follow their compound.
    """
    woorden: list[str] = []
    for basis in lemmatize(tekst):
        delen = split_compound(basis)
        woorden += [basis, *delen] if len(delen) > 1 else [basis]
    return fold_accents(" ".join(woorden))


def fold_accents(tekst: str) -> str:
    """`tekst` in lower case with its accents taken off: "Café" → "cafe"."""
    ontleed = unicodedata.normalize("NFKD", tekst.lower())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))
