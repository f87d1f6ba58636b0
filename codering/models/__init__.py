"""Models of this room."""

from codering.models.codeboek import Codeboek, Thema
from codering.models.codering import Citaat, Codeerronde, Codering, Memo, OnveranderlijkFout, Stapelbesluit
from codering.models.raadpleging import Modelvraag, Naamvoorstel, Raadpleging, Voorgelegd
from codering.models.run import Analyserun, Kandidaatthema, Runuitkomst, Themavoorstel
from codering.models.uitspraak import BRONVELDEN, Inbedding, Uitspraak

__all__ = [
    "BRONVELDEN",
    "Analyserun",
    "Citaat",
    "Codeboek",
    "Codeerronde",
    "Codering",
    "Inbedding",
    "Kandidaatthema",
    "Memo",
    "Modelvraag",
    "Naamvoorstel",
    "OnveranderlijkFout",
    "Raadpleging",
    "Runuitkomst",
    "Stapelbesluit",
    "Thema",
    "Themavoorstel",
    "Uitspraak",
    "Voorgelegd",
]
