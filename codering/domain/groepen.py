"""The groups that a run found by itself, as a page shows them."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from codering.models import Analyserun, Kandidaatthema


class Stabiliteit(models.TextChoices):
    """How much of a group comes back when the machine looks at other draws of the statements."""

    STERK = "sterk", _("sterk")
    REDELIJK = "redelijk", _("redelijk")
    ZWAK = "zwak", _("zwak")


STERK_VANAF = 0.75
REDELIJK_VANAF = 0.5


@dataclass(frozen=True, slots=True)
class Groepskaart:
    """A group with its stability in words and as a percentage."""

    kandidaat: Kandidaatthema
    stabiliteit: Stabiliteit
    procent: int


def judge_stabiliteit(waarde: float) -> Stabiliteit:
    """Put a stability (mean Jaccard over draws, 0 to 1) into words; bounds after Hennig 2007, clusterboot."""
    if waarde >= STERK_VANAF:
        return Stabiliteit.STERK
    return Stabiliteit.REDELIJK if waarde >= REDELIJK_VANAF else Stabiliteit.ZWAK


def describe_groepen(run: Analyserun) -> list[Groepskaart]:
    """Give the groups of a run, the largest first."""
    kandidaten = (
        Kandidaatthema.objects.filter(run=run).select_related("voorbeeld").order_by("-grootte", "nummer")
    )
    return [
        Groepskaart(kandidaat, judge_stabiliteit(kandidaat.stabiliteit), round(100 * kandidaat.stabiliteit))
        for kandidaat in kandidaten
    ]
