"""Models of this room."""

from advies.models.advies import Adviesconcept, Adviespunt, Bevinding, Briefversie

__all__ = ["Adviesconcept", "Adviespunt", "Bevinding", "Briefversie"]
