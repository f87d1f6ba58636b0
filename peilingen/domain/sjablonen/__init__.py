"""Questionnaires to begin with. What residents read is Dutch, and an organiser may change every word of it.

Each question asks one thing, points in no direction, and offers a way out where an answer may not fit.
"""

from peilingen.domain.sjablonen.bijeenkomst import ACHTERAF, VOORAF
from peilingen.domain.sjablonen.buurt import BAROMETER, BUURT, PLEKKEN
from peilingen.domain.sjablonen.meedoen import MEEDOEN
from peilingen.domain.sjablonen.mensen import JONGEREN, OUDEREN
from peilingen.domain.sjablonen.soorten import Sjabloon, Sjabloonvraag

__all__ = ["SJABLONEN", "Sjabloon", "Sjabloonvraag"]

# In the order in which they are offered.
SJABLONEN: dict[str, Sjabloon] = {
    sjabloon.sleutel: sjabloon
    for sjabloon in (BUURT, VOORAF, ACHTERAF, MEEDOEN, PLEKKEN, JONGEREN, OUDEREN, BAROMETER)
}
