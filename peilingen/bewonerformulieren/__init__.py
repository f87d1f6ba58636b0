"""The forms that residents fill in: one per kind of question, and the check before sending."""

from typing import Any

from peilingen.bewonerformulieren.basis import MAX_KORT, Vraagformulier
from peilingen.bewonerformulieren.controle import JA, Controleformulier
from peilingen.bewonerformulieren.getallen import Datumformulier, Getalformulier
from peilingen.bewonerformulieren.keuzes import Keuzeformulier, Meerkeuzeformulier, Schaalformulier
from peilingen.bewonerformulieren.plaatsen import Buurtformulier, Plekformulier
from peilingen.bewonerformulieren.rijen import Matrixformulier, Rangordeformulier
from peilingen.bewonerformulieren.woorden import MAX_TEKENS, Kortformulier, Openformulier, Tekstblok
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag

__all__ = [
    "FORMULIEREN",
    "JA",
    "MAX_KORT",
    "MAX_TEKENS",
    "Controleformulier",
    "Vraagformulier",
    "build_formulier",
]

# The heading of a section is no page of its own, and has no form.
FORMULIEREN: dict[str, type[Vraagformulier]] = {
    Vraagsoort.OPEN: Openformulier,
    Vraagsoort.KORT: Kortformulier,
    Vraagsoort.EEN_KEUZE: Keuzeformulier,
    Vraagsoort.MEER_KEUZES: Meerkeuzeformulier,
    Vraagsoort.SCHAAL: Schaalformulier,
    Vraagsoort.GETAL: Getalformulier,
    Vraagsoort.DATUM: Datumformulier,
    Vraagsoort.RANGORDE: Rangordeformulier,
    Vraagsoort.MATRIX: Matrixformulier,
    Vraagsoort.BUURT: Buurtformulier,
    Vraagsoort.PLEK: Plekformulier,
    Vraagsoort.LEEFTIJD: Keuzeformulier,
    Vraagsoort.TEKSTBLOK: Tekstblok,
}


def build_formulier(vraag: Vraag, **kwargs: Any) -> Vraagformulier:
    """Give the form of one question; see `Vraagformulier` for what it takes."""
    return FORMULIEREN[vraag.soort](vraag=vraag, **kwargs)
