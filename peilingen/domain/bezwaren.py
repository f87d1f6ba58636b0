"""What still has to be done before a questionnaire can open, in sentences for the organiser."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from peilingen.domain.bereikbaar import find_onbereikbare
from peilingen.domain.bewoording import KEUZEVRAGEN, SCHAALSTAPPEN
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.voorwaarderegels import describe_breuk, find_breuken
from peilingen.enums import ZONDER_ANTWOORD, Vraagsoort
from peilingen.models import Vraag, Vragenlijst

MINST_KEUZES = 2


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """One thing to do; `vraag_id` is the question it is about, None for the questionnaire itself.

    `bij` is the page where it is done: "gegevens", "vragen", "vraag" or "voorwaarde".
    """

    tekst: str
    vraag_id: UUID | None = None
    bij: str = "vraag"


def find_bezwaren(vragenlijst: Vragenlijst) -> list[Bezwaar]:
    """Tell what keeps a questionnaire from opening, in the order of the page; empty when it can open."""
    vragen = list(vragenlijst.vragen.prefetch_related("keuzes", "stellingen"))
    bezwaren = []
    if not vragenlijst.inleiding.strip():
        bezwaren.append(Bezwaar(_("Schrijf in de inleiding waarom u dit vraagt."), bij="gegevens"))
    if not any(vraag.soort not in ZONDER_ANTWOORD for vraag in vragen):
        bezwaren.append(Bezwaar(_("Voeg minstens één vraag toe."), bij="vragen"))
    nummers = number_vragen(vragen)
    bezwaren += [
        Bezwaar(tekst, vraag.pk)
        for vraag in vragen
        if (tekst := _find_bezwaar(vraag, nummers.get(vraag.pk, 0)))
    ]
    if sum(vraag.soort == Vraagsoort.BUURT for vraag in vragen) > 1:
        bezwaren.append(Bezwaar(_("Vraag maar één keer naar de buurt."), bij="vragen"))
    return [*bezwaren, *_check_voorwaarden(vragen, nummers)]


def _find_bezwaar(vraag: Vraag, nummer: int) -> str:
    aantal = len(vraag.keuzes.all())
    if vraag.soort in (*KEUZEVRAGEN, Vraagsoort.MATRIX, Vraagsoort.LEEFTIJD) and aantal < MINST_KEUZES:
        return _("Geef bij vraag %(nummer)s minstens twee keuzes.") % {"nummer": nummer}
    if vraag.soort == Vraagsoort.SCHAAL and aantal != SCHAALSTAPPEN:
        return _("Geef bij vraag %(nummer)s vijf stappen, van laag naar hoog.") % {"nummer": nummer}
    if vraag.soort == Vraagsoort.MATRIX and not vraag.stellingen.all():
        return _("Geef bij vraag %(nummer)s minstens één stelling.") % {"nummer": nummer}
    return ""


def _check_voorwaarden(vragen: Sequence[Vraag], nummers: dict[UUID, int]) -> Iterator[Bezwaar]:
    """Name rules that lost what they look at, and else the rows that nobody will ever be asked."""
    if not any(vraag.voorwaarde for vraag in vragen):
        return
    gebroken = {vraag.pk: breuken[0] for vraag in vragen if (breuken := find_breuken(vraag, vragen))}
    for vraag in vragen:
        if vraag.pk in gebroken:
            wat = {"waar": _name(vraag, nummers), "fout": describe_breuk(gebroken[vraag.pk])}
            yield Bezwaar(_("De voorwaarde bij %(waar)s %(fout)s.") % wat, vraag.pk, "voorwaarde")
    if gebroken:
        return
    for vraag in _without_children(find_onbereikbare(vragen)):
        naam = _name(vraag, nummers)
        tekst = _("%(waar)s krijgt niemand: bij geen enkel antwoord klopt de voorwaarde.")
        yield Bezwaar(tekst % {"waar": naam[0].upper() + naam[1:]}, vraag.pk, "voorwaarde")


def _without_children(dood: Sequence[Vraag]) -> Iterator[Vraag]:
    """Leave out rows that are dead only because their section is: mending the section mends them."""
    return (vraag for vraag in dood if vraag.voorwaarde)


def _name(vraag: Vraag, nummers: dict[UUID, int]) -> str:
    nummer = nummers.get(vraag.pk)
    if nummer:
        return _("vraag %(nummer)s") % {"nummer": nummer}
    return _("“%(tekst)s”") % {"tekst": vraag.tekst[:60]}
