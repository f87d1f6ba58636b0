"""What a template is, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from peilingen.enums import Vraagsoort, Werving

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Sjabloonvraag:
    """A question of a template; a scale goes from low to high.

    Conditions name the key (`sleutel`) of an earlier question, and its choices by their place: k1, k2, …
    """

    soort: Vraagsoort
    tekst: str
    uitleg: str = ""
    verplicht: bool = False
    keuzes: tuple[str, ...] = ()
    stellingen: tuple[str, ...] = ()
    instellingen: Mapping[str, Any] = field(default_factory=dict)
    voorwaarde: Mapping[str, Any] = field(default_factory=dict)
    sleutel: str = ""


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A questionnaire to begin with; `voor` tells an organiser when it fits."""

    sleutel: str
    titel: str
    voor: "StrOrPromise"
    inleiding: str
    werving: Werving = Werving.OPEN
    vragen: tuple[Sjabloonvraag, ...] = field(default=())
    ook_onder_16: bool = False


def alleen_als(vraag: str, *keuzes: str) -> dict[str, Any]:
    """Give the condition that one of these choices of an earlier question was made."""
    return {"alle": True, "regels": [{"vraag": vraag, "is": "een_van", "keuzes": list(keuzes)}]}


BUURTVRAAG = Sjabloonvraag(
    Vraagsoort.BUURT,
    "In welke buurt woont u?",
    "Uw adres hebben wij niet nodig.",
)
