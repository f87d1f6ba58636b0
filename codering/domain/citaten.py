"""Releasing a quote: words of a resident that may be used outside, shortened if need be but never changed."""

import re
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from codering.models import Citaat, Uitspraak
from codering.refusals import MagNietAanhalen
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker
from organisaties.refusals import Weigering

WEGLATING = "(…)"
_WEGLATINGEN = re.compile(r"\(\s*(?:…|\.\.\.)\s*\)|\[\s*(?:…|\.\.\.)\s*\]")


class LeegCitaat(Weigering):
    """Nothing was left of the quote."""

    tekst = _("Dit citaat is leeg. Laat minstens een paar woorden van de uitspraak staan.")


class VeranderdCitaat(Weigering):
    """The quote holds words that are not in the statement, or in another order."""

    tekst = _("Dit staat niet zo in de uitspraak. Weglaten mag, met (…) op die plek; andere woorden niet.")

    def __init__(self, deel: str = "") -> None:
        zin = _(
            "“%(deel)s” staat niet zo in de uitspraak. Weglaten mag, met (…) op die plek; andere woorden niet."
        )
        super().__init__(zin % {"deel": deel} if deel else self.tekst)


class AlVrijgegeven(Weigering):
    """The statement has a released quote; letters may use it."""

    status = 409
    tekst = _(
        "Deze uitspraak is al als citaat vrijgegeven. Trek dat citaat eerst in als u het wilt veranderen."
    )


@transaction.atomic
def release_citaat(*, uitspraak: Uitspraak, wie: Gebruiker, tekst: str, blijvend: bool = False) -> Citaat:
    """Release a quote. `blijvend`: it may stay in a vastgesteld letter after its source is deleted.

    Raises MagNietAanhalen, LeegCitaat, VeranderdCitaat or AlVrijgegeven.
    """
    vast = Uitspraak.objects.select_for_update().select_related("ronde__organisatie").get(pk=uitspraak.pk)
    if vast.mag_citeren is False:
        raise MagNietAanhalen
    if Citaat.objects.filter(uitspraak=vast).exists():
        raise AlVrijgegeven
    citaat = Citaat.objects.create(
        uitspraak=vast, tekst=check_citaat(tekst, vast.tekst), blijvend=blijvend, wie=wie
    )
    log_handeling(
        organisatie=vast.ronde.organisatie,
        wie=wie,
        handeling="citaat_vrijgegeven",
        op=citaat,
        omschrijving=_("blijvend") if blijvend else "",
    )
    return citaat


@transaction.atomic
def withdraw_geweigerde(uitspraken: Iterable[UUID]) -> int:
    """Withdraw the quotes of statements whose speaker does not want to be quoted (any more); gives how many.

    A letter that is settled keeps a quote that was released for good: it is sent already.
    """
    citaten = Citaat.objects.filter(uitspraak__in=list(uitspraken), uitspraak__mag_citeren=False)
    lijst = list(citaten.select_related("uitspraak__ronde__organisatie"))
    for citaat in lijst:
        withdraw_citaat(citaat=citaat, wie=None)
    return len(lijst)


@transaction.atomic
def withdraw_citaat(*, citaat: Citaat, wie: Gebruiker | None) -> None:
    """Take a release back: letters in the making lose the quote at once. No `wie`: its speaker asked for it."""
    organisatie = citaat.uitspraak.ronde.organisatie
    log_handeling(organisatie=organisatie, wie=wie, handeling="citaat_ingetrokken", op=citaat)
    citaat.delete()


def check_citaat(tekst: str, bron: str) -> str:
    """Give the quote in a tidy form; raises LeegCitaat or VeranderdCitaat.

    Between the places marked (…) the words and signs of the source must stand unchanged and in their order.
    Only the ends are free: a first capital, quotation marks around it, and a full stop.
    """
    schoon = " ".join(tekst.split()).strip("“”‘’\"' ")
    delen = [deel.strip() for deel in _WEGLATINGEN.split(schoon)]
    if not any(re.search(r"\w", deel) for deel in delen):
        raise LeegCitaat
    rest, vanaf = " ".join(bron.split()), 0
    for deel in delen:
        if deel:
            vanaf = _find_deel(deel, rest, vanaf)
    return f" {WEGLATING} ".join(delen).strip()


def _find_deel(deel: str, bron: str, vanaf: int) -> int:
    """Give where a part of the quote ends in the source, at or after `vanaf`; raises VeranderdCitaat."""
    for vorm in dict.fromkeys((deel, deel.rstrip("."))):
        for eerste in dict.fromkeys((vorm[:1], vorm[:1].lower(), vorm[:1].upper())):
            patroon = re.escape(eerste + vorm[1:])
            treffer = re.compile(rf"(?<!\w){patroon}(?!\w)").search(bron, vanaf)
            if vorm and treffer:
                return treffer.end()
    raise VeranderdCitaat(deel)
