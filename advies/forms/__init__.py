"""Forms of this room."""

from advies.forms.brief import Briefbewerking, Citaatkeuze, Nieuwformulier, read_basis
from advies.forms.opvolging import (
    Publicatieformulier,
    Reactieformulier,
    Standformulier,
    Toezeggingformulier,
    Verzendformulier,
)

__all__ = [
    "Briefbewerking",
    "Citaatkeuze",
    "Nieuwformulier",
    "Publicatieformulier",
    "Reactieformulier",
    "Standformulier",
    "Toezeggingformulier",
    "Verzendformulier",
    "read_basis",
]
