"""Sentences that say what one sees in figures; the page, the wall and the letter use the same.

Names of themes stand in quotation marks: they hold "en" themselves, so that two in a row could be read as three.
"""

from collections.abc import Sequence

from inzicht.domain.tellen import Telling, Themacijfer
from inzicht.domain.woorden import count_phrase, join_nl, named_by, number, units

# More themes than this in one place are not named one by one.
HOOGSTENS = 3


def describe(deel: Telling, kanaal: str, drempel: int, *, voluit: bool = False) -> str:
    """Say in a sentence or two what one sees in the figures of one kanaal; `drempel` 0 hides nothing."""
    themas = [cijfer for cijfer in deel.themas if cijfer.aantal]
    van = deel.inhoudelijk
    if not van:
        return _nobody(deel, kanaal, drempel, voluit)
    if van < drempel:
        return (
            f"Tot nu toe tellen minder dan {drempel} {units(kanaal, voluit=voluit)} mee. Wat is genoemd, blijft "
            "binnen uw organisatie: bij zo weinig is te zien wie iets zei."
        )
    if not themas:
        return "Bij geen van deze antwoorden is een thema gevonden."
    if van == 1:
        een = units(kanaal, aantal=1, voluit=voluit)
        return f"Tot nu toe telt 1 {een} mee. Genoemd: {_join_namen(themas)}."
    eerst = top_sentence(deel, kanaal, drempel, voluit=voluit)
    return f"{eerst} {_rest(themas, drempel)}".strip() if themas[0].aantal >= drempel else eerst


def top_sentence(deel: Telling, kanaal: str, drempel: int, *, voluit: bool = False) -> str:
    """Name what was named most, and by how many; themes named equally often share the first place.

    '' when nothing was named. Of hidden counts it is not told which is largest.
    """
    top = _tied([cijfer for cijfer in deel.themas if cijfer.aantal], drempel)
    if not top:
        return ""
    if top[0].aantal < drempel:
        wie = f"{number(top[0].van)} {units(kanaal, voluit=voluit)}"
        return f"Elk thema is {named_by(kanaal)} minder dan {drempel} van de {wie} genoemd."
    wie = f"{named_by(kanaal)} {count_phrase(top[0].aantal, top[0].van, kanaal, drempel=drempel, voluit=voluit)}"
    if len(top) == 1:
        return f"{_join_namen(top)} is het vaakst genoemd: {wie}."
    return f"{_join_namen(top)} zijn het vaakst genoemd: elk {wie}."


def _rest(themas: Sequence[Themacijfer], drempel: int) -> str:
    """Say what comes after the first place."""
    rest = themas[len(_tied(themas, drempel)) :]
    if not rest:
        return ""
    if rest[0].aantal < drempel:
        return f"Wat verder is genoemd, is elk minder dan {drempel} keer geteld."
    tweede = _tied(rest, drempel)
    if len(tweede) == 1:
        return f"Daarna komt {_join_namen(tweede)}, met {number(tweede[0].aantal)}."
    return f"Daarna komen {_join_namen(tweede)}, elk met {number(tweede[0].aantal)}."


def _tied(themas: Sequence[Themacijfer], drempel: int) -> list[Themacijfer]:
    """Give the first theme and those named equally often."""
    if not themas:
        return []
    hoogste = themas[0].aantal
    return [cijfer for cijfer in themas if cijfer.aantal == hoogste >= drempel] or [themas[0]]


def _join_namen(themas: Sequence[Themacijfer]) -> str:
    namen = [f"“{cijfer.naam}”" for cijfer in themas]
    if len(namen) <= HOOGSTENS + 1:
        return join_nl(namen)
    return join_nl([*namen[:HOOGSTENS], f"{len(namen) - HOOGSTENS} andere thema’s"])


def _nobody(deel: Telling, kanaal: str, drempel: int, voluit: bool) -> str:
    aantal = deel.eenheden
    if not aantal:
        return "Er zijn nog geen antwoorden."
    hoeveel = f"minder dan {drempel}" if aantal < drempel else number(aantal)
    wie = units(kanaal, aantal=max(aantal, 2 if aantal < drempel else 1), voluit=voluit)
    return f"Er {'is' if hoeveel == '1' else 'zijn'} {hoeveel} {wie}, zonder inhoudelijk antwoord."
