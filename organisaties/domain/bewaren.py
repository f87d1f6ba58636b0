"""Retention: each room says what it keeps and how it deletes; deletion runs from the top room down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from organisaties.domain.audit import log_handeling
from organisaties.models import Organisatie


@dataclass(frozen=True, slots=True)
class Bewaarregel:
    """What a room keeps for a term. `hoogte` orders the rooms: the highest deletes first.

    `delete` takes the organisation and the moment before which things are too old, and gives how many
    things of each kind it deleted.
    """

    naam: str
    hoogte: int
    delete: Callable[[Organisatie, datetime], dict[str, int]]


_REGELS: dict[str, Bewaarregel] = {}


def register_bewaarregel(regel: Bewaarregel) -> None:
    """Make a rule known; called in `AppConfig.ready`."""
    _REGELS[regel.naam] = regel


def bewaarregels() -> list[Bewaarregel]:
    """Give all rules, the top room first."""
    return sorted(_REGELS.values(), key=lambda regel: (-regel.hoogte, regel.naam))


def find_verwijderdatum(organisatie: Organisatie, gegeven: datetime | None = None) -> date:
    """Give the day by which what is given now, or was given then, is deleted."""
    return timezone.localdate(gegeven) + timedelta(days=organisatie.bewaardagen + 1)


@transaction.atomic
def delete_verlopen(*, organisatie: Organisatie, nu: datetime | None = None) -> dict[str, int]:
    """Delete all that is past the organisation's term, and write in the audit log what was deleted."""
    grens = (nu or timezone.now()) - timedelta(days=organisatie.bewaardagen)
    weg: dict[str, int] = {}
    for regel in bewaarregels():
        for soort, aantal in regel.delete(organisatie, grens).items():
            weg[soort] = weg.get(soort, 0) + aantal
    if any(weg.values()):
        tekst = ", ".join(f"{aantal} {soort}" for soort, aantal in sorted(weg.items()) if aantal)
        log_handeling(
            organisatie=organisatie, wie=None, handeling="bewaartermijn", op=organisatie, omschrijving=tekst
        )
    return weg
