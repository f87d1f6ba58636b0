"""What someone says before the first question: whether their answers may be used, and whether they help another.

It is kept in the draft under a step of its own, and goes with the answers. Where consent is the ground on which
answers are used, none are taken without it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peilingen.enums import Grondslag, Toestemming
from peilingen.models import Inzending, Vragenlijst
from peilingen.refusals import ToestemmingOntbreekt

# The step of a draft that holds it; the other steps are the keys of the questions, and the check.
START = "start"
TOESTEMMING, HULP = "toestemming", "hulp"


@dataclass(frozen=True, slots=True)
class Startgegevens:
    """What was said on the first page: a value of Toestemming, and whether someone fills in for another."""

    toestemming: str = Toestemming.GEEN
    hulp: bool = False


def asks_toestemming(vragenlijst: Vragenlijst) -> bool:
    """Tell whether consent is what makes it right to use the answers."""
    return vragenlijst.grondslag == Grondslag.TOESTEMMING


def list_toestemmingen(vragenlijst: Vragenlijst) -> tuple[str, ...]:
    """Give who may say yes: who answers, and a parent too where people under sixteen are asked."""
    if not asks_toestemming(vragenlijst):
        return ()
    ouder = (Toestemming.OUDER.value,) if vragenlijst.ook_onder_16 else ()
    return (Toestemming.ZELF.value, *ouder)


def check_toestemming(vragenlijst: Vragenlijst, toestemming: str) -> None:
    """Refuse where consent is asked and was not given; also for who types in answers from paper."""
    if asks_toestemming(vragenlijst) and toestemming not in list_toestemmingen(vragenlijst):
        raise ToestemmingOntbreekt


def read_start(gegevens: Mapping[str, Any]) -> Startgegevens:
    """Give what a draft holds of the first page."""
    velden = gegevens.get(START, {}).get("velden", {})
    toestemming = next(iter(velden.get(TOESTEMMING, [])), "")
    return Startgegevens(
        toestemming if toestemming in Toestemming.values else Toestemming.GEEN.value, bool(velden.get(HULP))
    )


def build_start(inzending: Inzending) -> dict[str, Any]:
    """Give what was said with answers that were sent, as a draft holds it."""
    velden = {
        TOESTEMMING: [inzending.toestemming] if inzending.toestemming else [],
        HULP: ["1"] if inzending.hulp else [],
    }
    return {"velden": velden, "blad": ""}
