"""The words that weighed, as they stand in the statement itself, so that a page can point at them."""

from collections.abc import Sequence


def find_vormen(tekst: str, woorden: Sequence[str]) -> tuple[str, ...]:
    """Give for base forms, expressions and compound parts the words of `tekst` they came from, in that order.

    A word that cannot be found back is given as it is. Works where the language parts are loaded already.
    """
    from basis.taal.lemmas import lemmatize, split_compound, tokenize

    tokens, lemmas = tokenize(tekst), lemmatize(tekst)
    gevonden: list[str] = []
    for woord in woorden:
        lengte = len(woord.split())
        plekken = [
            i
            for i in range(len(tokens) - lengte + 1)
            if woord in (" ".join(tokens[i : i + lengte]).lower(), " ".join(lemmas[i : i + lengte]))
            or (lengte == 1 and woord in split_compound(lemmas[i]))
        ]
        gevonden += [" ".join(tokens[i : i + lengte]).lower() for i in plekken] or [woord]
    return tuple(dict.fromkeys(gevonden))
