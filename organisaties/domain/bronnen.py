"""Reacting upwards: a room below tells that a source changed, and gives its texts when asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from django.db.models import Max

from organisaties.models import Bronwijziging

if TYPE_CHECKING:
    from organisaties.enums import Wijzigingsoort
    from organisaties.models import Ronde


@dataclass(frozen=True, slots=True)
class Brontekst:
    """One text of a source, with what counting needs to know of it.

    `eenheid` is what a count counts: the inzending, the table, the card or the signal that the text came in.
    `mag_citeren` is what the person said about being quoted; None where nobody was asked.
    """

    bron_id: UUID
    tekst: str
    vraag: str
    kanaal: str
    gebied_id: UUID | None
    groep: str
    eenheid: UUID
    mag_citeren: bool | None = None


class Bronadapter(Protocol):
    """Gives the texts of sources of one kind."""

    def read(self, ids: Iterable[UUID]) -> list[Brontekst]:
        """Give the texts of these sources that still exist; the others are gone."""


_ADAPTERS: dict[str, Bronadapter] = {}
_LISTENERS: list[Callable[[], None]] = []


def register_bronadapter(bronsoort: str, adapter: Bronadapter) -> None:
    """Make a kind of source known; called in `AppConfig.ready`. A double name is a mistake."""
    if bronsoort in _ADAPTERS and type(_ADAPTERS[bronsoort]) is not type(adapter):
        raise ValueError(f"bronsoort {bronsoort!r} bestaat al")
    _ADAPTERS[bronsoort] = adapter


def get_bronadapter(bronsoort: str) -> Bronadapter:
    """Give the adapter of a kind of source."""
    return _ADAPTERS[bronsoort]


def bronsoorten() -> list[str]:
    """Name the known kinds of sources, in a fixed order."""
    return sorted(_ADAPTERS)


def register_listener(wake: Callable[[], None]) -> None:
    """Let a room above be woken after changes; `wake` takes nothing and must be cheap (enqueue a task)."""
    if wake not in _LISTENERS:
        _LISTENERS.append(wake)


def report_bronwijziging(
    *, ronde: "Ronde", bronsoort: str, ids: Iterable[UUID], soort: "Wijzigingsoort"
) -> None:
    """Write one row per changed source; call inside the transaction of the change."""
    hoogste = Bronwijziging.objects.aggregate(m=Max("volgorde"))["m"] or 0
    Bronwijziging.objects.bulk_create(
        [
            Bronwijziging(
                organisatie_id=ronde.organisatie_id,
                ronde=ronde,
                bronsoort=bronsoort,
                bron_id=bron_id,
                soort=soort,
                volgorde=hoogste + nummer,
            )
            for nummer, bron_id in enumerate(ids, start=1)
        ],
        batch_size=500,
    )
    for wake in _LISTENERS:
        wake()
