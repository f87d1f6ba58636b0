"""A point of attention about a questionnaire, as a value."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Puntgroep(StrEnum):
    """What a point is about."""

    VRAGEN = "vragen"
    PRIVACY = "privacy"
    VERTALING = "vertaling"


GROEPNAMEN: "dict[Puntgroep, StrOrPromise]" = {
    Puntgroep.VRAGEN: gettext_lazy("De vragen"),
    Puntgroep.PRIVACY: gettext_lazy("Privacy"),
    Puntgroep.VERTALING: gettext_lazy("Vertalingen"),
}


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing to look at: what it is, and what can be done about it.

    `bij` is the page where that is done: "vragen", "vraag", "gegevens", "vertalingen", "gebieden" or "instellingen";
    `vraag_id` is the question it is about, None where it is about several or about none.
    """

    groep: Puntgroep
    tekst: str
    doe: str
    bij: str = "vragen"
    vraag_id: UUID | None = None


def join_nummers(nummers: Iterable[int]) -> str:
    """Name questions by their numbers: "vraag 3", "vraag 3 en 5", "vraag 1, 3 en 5"."""
    cijfers = [str(nummer) for nummer in nummers]
    if len(cijfers) == 1:
        return _("vraag %(nummer)s") % {"nummer": cijfers[0]}
    return _("vraag %(nummers)s en %(laatste)s") % {
        "nummers": ", ".join(cijfers[:-1]),
        "laatste": cijfers[-1],
    }


def begin_met_hoofdletter(tekst: str) -> str:
    """Give a text that begins a sentence."""
    return tekst[:1].upper() + tekst[1:]
