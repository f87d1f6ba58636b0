"""Models of this room."""

from advies.models.advies import Adviesconcept, Adviespunt, Bevinding, Briefversie, Onderdeel
from advies.models.opvolging import Reactie, Toezegging

__all__ = [
    "Adviesconcept",
    "Adviespunt",
    "Bevinding",
    "Briefversie",
    "Onderdeel",
    "Reactie",
    "Toezegging",
]
