"""Models of this room."""

from advies.models.advies import Adviesconcept, Adviespunt, Bevinding, Briefversie, Onderdeel

__all__ = ["Adviesconcept", "Adviespunt", "Bevinding", "Briefversie", "Onderdeel"]
