"""Figures in words: what is counted along each kanaal, and numbers as Dutch sentences write them."""

from collections.abc import Sequence
from math import floor

INZENDERS = ("inzender", "inzenders")
# One and more of what is counted, and how a sentence tells that kanaal from the others. Along the lower ones a
# conversation or letter is counted and not a person: somebody may call twice.
_EENHEDEN = {
    "enquete": (*INZENDERS, "van de online vragenlijst"),
    "papier": (*INZENDERS, "van de papieren vragenlijst"),
    "tafel": ("gesprekstafel", "gesprekstafels", ""),
    "idee": ("ideekaart", "ideekaarten", ""),
    "telefoon": ("telefoongesprek", "telefoongesprekken", ""),
    "mail": ("e-mail", "e-mails", ""),
    "brief": ("brief", "brieven", ""),
    "markt": ("gesprek op markt of straat", "gesprekken op markt of straat", ""),
    "spreekuur": ("gesprek op het spreekuur", "gesprekken op het spreekuur", ""),
    "anders": ("bericht", "berichten", "langs een andere weg"),
}
MENSEN = frozenset({"", "enquete", "papier"})
# People name a theme; it is named at a table, on a card, and in what came in otherwise.
_VOORZETSELS = {"tafel": "aan", "idee": "op"}
# Below this many a percentage says more than is known.
MINST_VOOR_PROCENT = 20
# A space at which no line breaks.
VAST = "\u00a0"


def units(kanaal: str = "", *, aantal: int = 2, voluit: bool = False) -> str:
    """Name what is counted; `voluit` where several kanalen stand in one sentence."""
    een, meer, via = _EENHEDEN.get(kanaal, (*INZENDERS, ""))
    woord = een if aantal == 1 else meer
    return f"{woord} {via}".strip() if voluit else woord


def named_by(kanaal: str = "") -> str:
    """Give the word after "genoemd": door 14 inzenders, aan 3 tafels, op 8 kaarten, in 5 brieven."""
    return "door" if kanaal in MENSEN or kanaal not in _EENHEDEN else _VOORZETSELS.get(kanaal, "in")


def number(aantal: int) -> str:
    """Write a whole number as Dutch does: 1.240."""
    return f"{aantal:,}".replace(",", ".")


def percent(aandeel: float) -> str:
    """Write a share as a whole percentage; never "0 %" of something that was said."""
    if 0 < aandeel < 0.01:
        return f"minder dan 1{VAST}%"
    return f"{floor(100 * aandeel + 0.5)}{VAST}%"


def join_nl(woorden: Sequence[str]) -> str:
    """Join words as a sentence does: a, b en c."""
    lijst = list(woorden)
    return lijst[0] if len(lijst) == 1 else f"{', '.join(lijst[:-1])} en {lijst[-1]}" if lijst else ""


def count_phrase(aantal: int, van: int, kanaal: str = "", *, drempel: int = 0, voluit: bool = False) -> str:
    """Say how many of how many: "14 van de 61 inzenders (23 %)".

    With a `drempel` a small count is not told: "minder dan 5 van de 61 inzenders".
    """
    staart = f"van de {number(van)} {units(kanaal, aantal=van, voluit=voluit)}"
    if 0 < aantal < drempel:
        return f"minder dan {drempel} {staart}"
    procent = f" ({percent(aantal / van)})" if van >= MINST_VOOR_PROCENT else ""
    return f"{number(aantal)} {staart}{procent}"
