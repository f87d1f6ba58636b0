"""Findings and advice points: adding, moving, taking out and putting back, and their quotes."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from advies.domain.concept import draft_cijferzin, lock_concept, touch
from advies.domain.opstellen import draft_bevinding
from advies.models import Adviesconcept, Adviespunt, Bevinding, Onderdeel
from advies.refusals import GeenBevinding, VreemdCitaat
from codering.models import Citaat, Thema
from inzicht.domain.onderdrukken import publish
from inzicht.domain.tellen import Telling, read_telling
from inzicht.domain.uitspraken import read_kernwoorden
from organisaties.domain.audit import log_handeling
from organisaties.enums import Kanaal
from organisaties.models import Gebruiker


@transaction.atomic
def add_bevinding(
    *, advies: Adviesconcept, wie: Gebruiker, themas: Sequence[Thema] = (), kop: str = ""
) -> Bevinding:
    """Add a finding at the end: from themes, or a claim of one's own that may join several.

    Raises GeenBevinding when there is neither, AlVastgesteld.
    """
    vast = lock_concept(advies)
    if not themas and not kop.strip():
        raise GeenBevinding
    opname = vast.momentopname
    bevinding = Bevinding.objects.create(
        advies=vast,
        momentopname=opname if themas else None,
        volgorde=_next_volgorde(Bevinding, vast),
        kop=(kop.strip() or " en ".join(thema.naam for thema in themas))[:200],
    )
    bevinding.themas.set(themas)
    bevinding.cijferzin = draft_cijferzin(bevinding)
    telling = read_telling(opname.cijfers)
    cijfer = telling.deel().find(themas[0].code) if len(themas) == 1 else None
    if cijfer:
        woorden = read_kernwoorden(opname.run).get(cijfer.code, ())
        drempel = vast.ronde.organisatie.drempel
        bevinding.tekst = draft_bevinding(telling, cijfer, woorden, drempel, bevinding.volgorde - 1).tekst
    bevinding.save()
    _log(vast, wie, "bevinding_toegevoegd", bevinding)
    return bevinding


@transaction.atomic
def add_adviespunt(
    *, advies: Adviesconcept, wie: Gebruiker, tekst: str = "", bevindingen: Sequence[Bevinding] = ()
) -> Adviespunt:
    """Add an advice point at the end; raises AlVastgesteld."""
    vast = lock_concept(advies)
    punt = Adviespunt.objects.create(
        advies=vast, volgorde=_next_volgorde(Adviespunt, vast), tekst=tekst.strip()
    )
    punt.bevindingen.set(bevindingen)
    _log(vast, wie, "adviespunt_toegevoegd", punt)
    return punt


def _next_volgorde(model: type[Bevinding] | type[Adviespunt], advies: Adviesconcept) -> int:
    hoogste = model.objects.filter(advies=advies).aggregate(m=Max("volgorde"))["m"]
    return (hoogste or 0) + 1


@transaction.atomic
def move_onderdeel(*, onderdeel: Bevinding | Adviespunt, wie: Gebruiker, plaatsen: int) -> None:
    """Move a part so many places (negative is up) within the letter; at an end it stays. Raises AlVastgesteld."""
    vast = lock_concept(onderdeel.advies)
    rijen = list(type(onderdeel).objects.filter(advies=vast).aanwezig())
    oud = next((plaats for plaats, rij in enumerate(rijen) if rij.pk == onderdeel.pk), None)
    if oud is None:
        return
    nieuw = min(max(0, oud + plaatsen), len(rijen) - 1)
    rijen.insert(nieuw, rijen.pop(oud))
    for volgorde, rij in enumerate(rijen, start=1):
        if rij.volgorde != volgorde:
            type(onderdeel).objects.filter(pk=rij.pk).update(volgorde=volgorde)
    _log(vast, wie, "onderdeel_verplaatst", onderdeel)


@transaction.atomic
def remove_onderdeel(*, onderdeel: Bevinding | Adviespunt, wie: Gebruiker) -> None:
    """Take a part out of the letter; it can be put back until the letter is vastgesteld. Raises AlVastgesteld."""
    vast = lock_concept(onderdeel.advies)
    onderdeel.weggehaald_op = timezone.now()
    onderdeel.save(update_fields=["weggehaald_op"])
    _log(vast, wie, "onderdeel_weggehaald", onderdeel)


@transaction.atomic
def restore_onderdeel(*, onderdeel: Bevinding | Adviespunt, wie: Gebruiker) -> None:
    """Put a part back about where it stood; raises AlVastgesteld."""
    vast = lock_concept(onderdeel.advies)
    onderdeel.weggehaald_op = None
    onderdeel.save(update_fields=["weggehaald_op"])
    _log(vast, wie, "onderdeel_teruggezet", onderdeel)


@transaction.atomic
def choose_citaat(*, bevinding: Bevinding, wie: Gebruiker, citaat: Citaat | None) -> None:
    """Put a released quote under a finding, or none; raises VreemdCitaat or AlVastgesteld."""
    vast = lock_concept(bevinding.advies)
    if citaat is not None and citaat.uitspraak.ronde_id != vast.ronde_id:
        raise VreemdCitaat
    bevinding.citaat = citaat
    bevinding.citaatbron = ""
    if citaat is not None:
        telling = read_telling(vast.momentopname.cijfers)
        bevinding.citaatbron = draft_citaatbron(citaat, telling, vast.ronde.organisatie.drempel)
        bevinding.uitspraken.add(citaat.uitspraak)
    bevinding.save(update_fields=["citaat", "citaatbron"])
    _log(vast, wie, "citaat_gekozen", bevinding)


def draft_citaatbron(citaat: Citaat, telling: Telling, drempel: int) -> str:
    """Say whose words these are; a buurt is named only when enough people from there spoke."""
    uitspraak = citaat.uitspraak
    wie = "aan een gesprekstafel" if uitspraak.kanaal == Kanaal.TAFEL else "een bewoner"
    plek = uitspraak.gebied.naam if uitspraak.gebied else uitspraak.groep
    deel = telling.deel(uitspraak.kanaal)
    omvang = dict(zip(deel.publiek.kolommen, publish(deel, drempel).omvang, strict=True)).get(plek, "")
    if not plek or not omvang.isdigit():
        return wie
    return f"{wie} in {plek}" if uitspraak.kanaal == Kanaal.TAFEL else f"{wie} van {plek}"


def _log(advies: Adviesconcept, wie: Gebruiker, handeling: str, onderdeel: Onderdeel) -> None:
    touch(advies)
    log_handeling(
        organisatie=advies.ronde.organisatie,
        wie=wie,
        handeling=handeling,
        op=onderdeel,
        omschrijving=str(onderdeel),
    )
