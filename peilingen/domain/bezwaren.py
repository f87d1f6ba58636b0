"""What still has to be done before a questionnaire can open, in sentences for the organiser."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from peilingen.domain.bewoording import KEUZEVRAGEN, SCHAALSTAPPEN
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag, Vragenlijst

MINST_KEUZES = 2


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """One thing to do; `vraag_id` is the question it is about, None for the questionnaire itself."""

    tekst: str
    vraag_id: UUID | None = None


def find_bezwaren(vragenlijst: Vragenlijst) -> list[Bezwaar]:
    """Tell what keeps a questionnaire from opening, in the order of the page; empty when it can open."""
    vragen = list(vragenlijst.vragen.prefetch_related("keuzes"))
    bezwaren = []
    if not vragenlijst.inleiding.strip():
        bezwaren.append(Bezwaar(_("Schrijf in de inleiding waarom u dit vraagt.")))
    if not vragen:
        bezwaren.append(Bezwaar(_("Voeg minstens één vraag toe.")))
    bezwaren += [
        Bezwaar(tekst, vraag.pk)
        for nummer, vraag in enumerate(vragen, start=1)
        if (tekst := _find_bezwaar(vraag, nummer))
    ]
    if sum(vraag.soort == Vraagsoort.BUURT for vraag in vragen) > 1:
        bezwaren.append(Bezwaar(_("Vraag maar één keer naar de buurt.")))
    return bezwaren


def _find_bezwaar(vraag: Vraag, nummer: int) -> str:
    aantal = len(vraag.keuzes.all())
    if vraag.soort in KEUZEVRAGEN and aantal < MINST_KEUZES:
        return _("Geef bij vraag %(nummer)s minstens twee keuzes.") % {"nummer": nummer}
    if vraag.soort == Vraagsoort.SCHAAL and aantal != SCHAALSTAPPEN:
        return _("Geef bij vraag %(nummer)s vijf stappen, van laag naar hoog.") % {"nummer": nummer}
    return ""
