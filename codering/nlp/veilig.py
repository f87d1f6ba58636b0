"""One text that a step cannot take must not stop the others."""

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from codering.nlp.protocols import Classifier
from codering.nlp.types import Voorstel

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

Ding = TypeVar("Ding")
Uit = TypeVar("Uit")

logger = logging.getLogger("grondvlak.nlp")
NIET_GELEZEN = "[niet gelezen]"
"""Stands for a text that could not be masked or cut: what was not masked may not be shown."""


def apply_each(
    doe: Callable[[Sequence[Ding]], Sequence[Uit]],
    dingen: Sequence[Ding],
    anders: Callable[[Ding], Uit],
) -> list[Uit]:
    """`doe` for all things at once; where that raises, for each half, down to the one that it cannot take.

    That one gets `anders`. Nothing of it is logged but the kind of trouble: it may be what a resident wrote. Out of
    memory is raised, for then nothing is wrong with the thing.
    """
    if not dingen:
        return []
    try:
        return list(doe(dingen))
    except MemoryError:
        raise
    except Exception as fout:
        if len(dingen) == 1:
            logger.warning("een tekst is overgeslagen: %s", type(fout).__name__)
            return [anders(dingen[0])]
    helft = len(dingen) // 2
    return [*apply_each(doe, dingen[:helft], anders), *apply_each(doe, dingen[helft:], anders)]


def suggest_each(
    model: Classifier, teksten: Sequence[str], vragen: Sequence[str], vectoren: "Vectoren"
) -> list[tuple[tuple[float, ...], tuple[Voorstel, ...]] | None]:
    """Scores and proposals per text; None for a text that the model cannot take. Raises when it takes none."""

    def suggest(plekken: Sequence[int]) -> list[tuple[tuple[float, ...], tuple[Voorstel, ...]] | None]:
        scores, voorstellen = model.suggest(
            [teksten[plek] for plek in plekken], [vragen[plek] for plek in plekken], vectoren[list(plekken)]
        )
        return [(tuple(score), eigen) for score, eigen in zip(scores.tolist(), voorstellen, strict=True)]

    def skip(plek: int) -> None:
        if len(teksten) > 1:
            # A model that does not take a plain word is broken, and then no text is to blame.
            model.suggest(["woord"], [""], vectoren[plek : plek + 1])

    return apply_each(suggest, range(len(teksten)), skip)
