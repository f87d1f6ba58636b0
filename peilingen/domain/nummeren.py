"""The numbers of questions: the same on the screen, on paper and in files, whether or not a condition skips some."""

from collections.abc import Iterable
from uuid import UUID

from peilingen.enums import ZONDER_ANTWOORD
from peilingen.models import Vraag


def number_vragen(vragen: Iterable[Vraag]) -> dict[UUID, int]:
    """Give each question that takes an answer its number, from 1, in the order given."""
    met_antwoord = (vraag for vraag in vragen if vraag.soort not in ZONDER_ANTWOORD)
    return {vraag.pk: nummer for nummer, vraag in enumerate(met_antwoord, start=1)}
