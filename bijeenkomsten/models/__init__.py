"""Models of this room."""

from bijeenkomsten.models.bijeenkomst import Bijeenkomst, Gesprekstafel, Notitie
from bijeenkomsten.models.ideekaart import Ideekaart, Intrekking
from bijeenkomsten.models.signaal import Signaal

__all__ = ["Bijeenkomst", "Gesprekstafel", "Ideekaart", "Intrekking", "Notitie", "Signaal"]
