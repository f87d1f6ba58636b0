"""Models of this room."""

from organisaties.models.basis import Basismodel, Gebonden, GebondenQuerySet
from organisaties.models.gebied import Gebied, Plek
from organisaties.models.gebruiker import Gebruiker
from organisaties.models.organisatie import Lidmaatschap, Organisatie
from organisaties.models.ronde import Ronde
from organisaties.models.spoor import Auditregel, Bronwijziging

__all__ = [
    "Auditregel",
    "Basismodel",
    "Bronwijziging",
    "Gebied",
    "Gebonden",
    "GebondenQuerySet",
    "Gebruiker",
    "Lidmaatschap",
    "Organisatie",
    "Plek",
    "Ronde",
]
