"""Words, base forms, compound parts and search text of Dutch text."""

import re
import unicodedata
from functools import lru_cache

from basis.taal.maskertypen import MASKERTEKST
from basis.taal.samenstellingen import LANGSTE_WOORD, split_samenstelling
from basis.taal.woordenlijst import is_naamwoord, woordenboek

# A mask is no word: as one, "[telefoon]" would become a theme of its own.
_MASKER = "|".join(re.escape(masker) for masker in MASKERTEKST.values())
_WOORD = re.compile(_MASKER + r"|(?<!\w)['’](?:s|t|n|m)\b|[^\W_]+(?:[-'’][^\W_]+)*")

# Forms that the dictionary, or the rule for nouns below, reads otherwise than residents mean them.
_EIGEN_LEMMAS = {
    "best": "best", "beste": "best", "was": "zijn", "waren": "zijn", "is": "zijn", "bent": "zijn",
    "ben": "zijn", "zijn": "zijn", "geweest": "zijn", "kan": "kunnen", "kun": "kunnen", "wil": "willen",
    "wilt": "willen", "mag": "mogen", "moet": "moeten", "zal": "zullen", "heb": "hebben",
    "heeft": "hebben", "had": "hebben", "kon": "kunnen", "zou": "zullen", "doe": "doen", "ga": "gaan",
    "sta": "staan", "zit": "zitten", "lig": "liggen", "meer": "veel", "haar": "haar", "mijn": "mijn",
    "zij": "zij", "eens": "eens", "even": "even", "buren": "buur", "jongeren": "jongere",
    "jongere": "jongere", "ouderen": "oudere", "weg": "weg", "internet": "internet", "'s": "'s",
    "kosten": "kosten", "velden": "veld", "bakken": "bak", "jassen": "jas", "dagje": "dag",
    "dagjes": "dag", "meisje": "meisje", "meisjes": "meisje",
}  # fmt: skip


def tokenize(tekst: str) -> tuple[str, ...]:
    """Words and numbers of `tekst` in order, as written: "foto's", "'s", "Café-bar", "65-plussers", "112".

    Masks ("[naam]") are left out.
    """
    return tuple(m.group() for m in _WOORD.finditer(tekst) if m.group()[0] != "[")


def lemmatize(tekst: str) -> tuple[str, ...]:
    """Lower-case base forms, one for each token of `tokenize(tekst)` and in the same order."""
    return tuple(lemma(woord) for woord in tokenize(tekst))


@lru_cache(maxsize=100_000)
def lemma(woord: str) -> str:
    """Lower-case base form of one word, by the dictionary and rules of simplemma, with two of our own.

    A noun is its own base form, and a verb that is spelt as its plural joins it ("fiets", "fietst",
    "fietsen" → "fiets"): for finding subjects that is what is wanted. An unknown compound takes the base
    form of its last part ("bewonersavonden" → "bewonersavond").
    """
    import simplemma

    klein = unicodedata.normalize("NFC", woord).lower().replace("’", "'")
    if klein in _EIGEN_LEMMAS or len(klein) > LANGSTE_WOORD:
        return _EIGEN_LEMMAS.get(klein, klein)
    bekend = _known_lemma(klein)
    if bekend is not None:
        return bekend
    delen = split_samenstelling(klein)
    if len(delen) > 1 and klein.endswith(delen[-1]):
        return klein.removesuffix(delen[-1]) + lemma(delen[-1])
    return simplemma.lemmatize(klein, "nl", low_memory=True).lower()


def _known_lemma(klein: str) -> str | None:
    """Base form of a word form that is in the dictionary, else None."""
    boek = woordenboek()
    bekend = boek.get(klein)
    if bekend == klein:
        return klein
    verkleind = klein.endswith(("je", "jes"))
    if not verkleind and is_naamwoord(klein):
        return klein
    bekend = bekend or boek.get(klein.capitalize())
    if bekend is None:
        return None
    # Once more for "feestjes" → feestje → feest and for "fietst" → fietsen → fiets.
    if (verkleind and bekend.endswith("je")) or (bekend.endswith("en") and not is_naamwoord(bekend)):
        verder = boek.get(bekend, bekend)
        return (verder if is_naamwoord(verder) else bekend).lower()
    return bekend.lower()


@lru_cache(maxsize=50_000)
def split_compound(woord: str) -> tuple[str, ...]:
    """The parts of a compound, or the base form of `woord` alone if it is none.

    First parts stand as in the word, without linking sound; the last one in its base form: "buurthuizen" →
    ("buurt", "huis"), "speeltuin" → ("speel", "tuin"), "bewonersavond" → ("bewoner", "avond").
    """
    klein = unicodedata.normalize("NFC", woord).lower()
    delen = split_samenstelling(klein)
    if len(delen) == 1:
        return (lemma(woord),)
    return (*delen[:-1], lemma(delen[-1]))


def zoektekst(tekst: str) -> str:
    """What full-text search looks in: base forms and compound parts, lower case, without accents.

    A query has to pass through here too. The parts of a compound follow it, in their base form.
    """
    woorden: list[str] = []
    for token in tokenize(tekst):
        woorden.append(lemma(token))
        delen = split_compound(token)
        if len(delen) > 1:
            woorden += [lemma(deel) for deel in delen]
    return fold_accents(" ".join(woorden))


def fold_accents(tekst: str) -> str:
    """`tekst` in lower case with its accents taken off: "Café" → "cafe"."""
    ontleed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", tekst).lower())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))
