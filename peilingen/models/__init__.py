"""Models of this room."""

from peilingen.models.concept import Inzendingconcept
from peilingen.models.invoer import Invoerbestand
from peilingen.models.inzending import Antwoord, Inzending
from peilingen.models.vragenlijst import Keuze, Vraag, Vraagstam, Vragenlijst

__all__ = [
    "Antwoord",
    "Invoerbestand",
    "Inzending",
    "Inzendingconcept",
    "Keuze",
    "Vraag",
    "Vraagstam",
    "Vragenlijst",
]
