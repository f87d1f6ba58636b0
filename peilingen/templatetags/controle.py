"""The check before opening, in short, for the page of a questionnaire."""

from django import template

from peilingen.domain.aandachtspunten import find_aandachtspunten
from peilingen.domain.punten import Punt
from peilingen.models import Vragenlijst

register = template.Library()


@register.simple_tag
def find_punten(lijst: Vragenlijst) -> list[Punt]:
    """Give what is worth a look before people answer."""
    return find_aandachtspunten(lijst)
