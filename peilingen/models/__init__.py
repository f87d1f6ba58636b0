"""Models of this room."""

from peilingen.models.concept import Inzendingconcept
from peilingen.models.genodigde import Genodigde
from peilingen.models.invoer import Invoerbestand
from peilingen.models.inzending import Antwoord, Inzending
from peilingen.models.papier import Papierformulier, Stapel
from peilingen.models.proef import Proefinzending
from peilingen.models.tussenstand import Tussenstand
from peilingen.models.vragenlijst import Keuze, Stelling, Vertaling, Vraag, Vraagstam, Vragenlijst

__all__ = [
    "Antwoord",
    "Genodigde",
    "Invoerbestand",
    "Inzending",
    "Inzendingconcept",
    "Keuze",
    "Papierformulier",
    "Proefinzending",
    "Stapel",
    "Stelling",
    "Tussenstand",
    "Vertaling",
    "Vraag",
    "Vraagstam",
    "Vragenlijst",
]
