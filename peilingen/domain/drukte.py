"""How many answers a questionnaire takes in an hour: against a machine that keeps sending, not against a full room.

The limit counts answers of one questionnaire, whoever sent them: four hundred phones behind one address pass at
once, and no address is looked at or kept. An hour is one of the clock, as the times of answers are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone

from organisaties.domain.tijd import round_hour
from organisaties.enums import Kanaal
from peilingen.models import Inzending, Inzendingconcept, Vragenlijst
from peilingen.refusals import TeDruk

UUR = timedelta(hours=1)
# How long the page of a questionnaire tells that the limit was reached.
VERTELLEN = timedelta(days=7)
MINSTE_WACHT = 60


@dataclass(frozen=True, slots=True)
class Drukte:
    """The last hour in which a questionnaire took all that it takes."""

    uur: datetime
    aantal: int


Rijen = Callable[[], QuerySet[Any]]


def _online() -> QuerySet[Inzending]:
    """Answers that residents sent themselves; paper and files may come in by the thousand."""
    return Inzending.objects.order_by().filter(kanaal=Kanaal.ENQUETE)


def _concepten() -> QuerySet[Inzendingconcept]:
    return Inzendingconcept.objects.order_by()


def check_inzendingen(vragenlijst: Vragenlijst, nu: datetime) -> None:
    """Refuse one more inzending in a full hour; what was typed stays in the draft."""
    _check(vragenlijst, _online, "ingediend_op", nu)


def check_concepten(vragenlijst: Vragenlijst, nu: datetime) -> None:
    """Refuse one more draft in an hour in which as many are being filled in."""
    _check(vragenlijst, _concepten, "bijgewerkt_op", nu)


def find_drukte(vragenlijst: Vragenlijst, nu: datetime | None = None) -> Drukte | None:
    """Give the last hour of the past week in which the limit was reached, for who organises it."""
    sinds = round_hour(nu or timezone.now()) - VERTELLEN
    for rijen, veld in ((_online, "ingediend_op"), (_concepten, "bijgewerkt_op")):
        uren = (
            rijen()
            .filter(vragenlijst=vragenlijst, **{f"{veld}__gte": sinds})
            .values_list(veld)
            .annotate(n=Count("pk"))
            .filter(n__gte=vragenlijst.max_per_uur)
            .order_by(f"-{veld}")
        )
        for uur, aantal in uren[:1]:
            return Drukte(uur, aantal)
    return None


def _check(vragenlijst: Vragenlijst, rijen: Rijen, veld: str, nu: datetime) -> None:
    uur = round_hour(nu)
    in_dit_uur = rijen().filter(**{"vragenlijst": vragenlijst, veld: uur})
    if in_dit_uur.count() >= vragenlijst.max_per_uur:
        raise TeDruk(seconden=max(MINSTE_WACHT, int((uur + UUR - nu).total_seconds())))
