"""Where residents can read what was done with what they said; the room above knows, this one only asks."""

from collections.abc import Callable
from dataclasses import dataclass

from organisaties.models import Organisatie


@dataclass(frozen=True, slots=True)
class Openbaar:
    """A public page: what it is about, and its address."""

    naam: str
    url: str


Openbaarzoeker = Callable[[Organisatie], Openbaar | None]
_ZOEKERS: list[Openbaarzoeker] = []


def register_openbaarzoeker(zoek: Openbaarzoeker) -> None:
    """Let a room say what its newest public page is; called in `AppConfig.ready`."""
    if zoek not in _ZOEKERS:
        _ZOEKERS.append(zoek)


def find_openbaar(organisatie: Organisatie) -> Openbaar | None:
    """Give the newest public page of an organisation, or None."""
    return next((gevonden for zoek in _ZOEKERS if (gevonden := zoek(organisatie)) is not None), None)
