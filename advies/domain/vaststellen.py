"""Settling a letter, and going on from a settled one in a new draft."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from advies.domain.afdruk import compose_brief, list_adviespunten, list_bevindingen, write_versie
from advies.domain.concept import lock_concept
from advies.enums import Adviesstatus
from advies.models import Adviesconcept, Adviespunt, Bevinding
from advies.refusals import NogConcept, NogNietKlaar
from inzicht.domain.woorden import join_nl
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker


@dataclass(frozen=True, slots=True)
class Punt:
    """Something to look at before settling; `moet` stands in the way. `anker` is where it is on the page."""

    tekst: str
    anker: str
    moet: bool = True


def find_open_punten(
    advies: Adviesconcept,
    bevindingen: Sequence[Bevinding],
    adviespunten: Sequence[Adviespunt],
    *,
    verouderd: bool = False,
) -> list[Punt]:
    """List what a letter still lacks, what stands in the way first."""
    punten = [*_check_brief(advies)]
    if not bevindingen:
        punten.append(Punt(_("De brief heeft nog geen bevinding."), "bevindingen"))
    if not adviespunten:
        punten.append(Punt(_("De brief heeft nog geen adviespunt."), "adviespunten"))
    for nummer, bevinding in enumerate(bevindingen, start=1):
        punten += _check_bevinding(bevinding, nummer)
    punten += _check_koppen(bevindingen)
    for nummer, punt in enumerate(adviespunten, start=1):
        if not punt.tekst or "[" in punt.tekst:
            punten.append(
                Punt(_("Adviespunt %(n)s is nog niet ingevuld.") % {"n": nummer}, f"adviespunt-{punt.pk}")
            )
    if verouderd:
        punten.append(Punt(_("Er zijn nieuwere cijfers dan in de brief staan."), "cijfers", moet=False))
    return sorted(punten, key=lambda punt: not punt.moet)


def _check_brief(advies: Adviesconcept) -> list[Punt]:
    namen = {
        "geadresseerde": _("Vul in aan wie de brief gaat."),
        "betreft": _("Vul in waar de brief over gaat."),
        "aanhef": _("Vul de aanhef in."),
        "plaats": _("Vul de plaats in."),
        "ondertekening": _("Vul in wie de brief ondertekent."),
    }
    leeg = [Punt(zin, f"id_{veld}") for veld, zin in namen.items() if not getattr(advies, veld).strip()]
    haken = [veld for veld in (*namen, "aanleiding", "slot") if "[" in getattr(advies, veld)]
    return leeg + [
        Punt(_("Hier staat nog iets tussen [haken] dat u invult."), f"id_{veld}") for veld in haken
    ]


def _check_bevinding(bevinding: Bevinding, nummer: int) -> list[Punt]:
    anker, wie = f"bevinding-{bevinding.pk}", {"n": nummer}
    punten = []
    if not bevinding.kop.strip():
        punten.append(Punt(_("Bevinding %(n)s heeft nog geen kop.") % wie, anker))
    if any("[" in tekst for tekst in (bevinding.kop, bevinding.tekst, bevinding.cijferzin)):
        punten.append(Punt(_("Bevinding %(n)s heeft nog iets tussen [haken] dat u invult.") % wie, anker))
    if bevinding.citaat and not bevinding.citaat.blijvend:
        zin = _(
            "Het citaat bij bevinding %(n)s is niet blijvend vrijgegeven: het verdwijnt uit de brief als het antwoord "
            "wordt verwijderd."
        )
        punten.append(Punt(zin % wie, anker, moet=False))
    return punten


def _check_koppen(bevindingen: Sequence[Bevinding]) -> list[Punt]:
    """Ask for a claim where a finding still bears the name of its theme."""
    kaal = [
        (nummer, bevinding)
        for nummer, bevinding in enumerate(bevindingen, start=1)
        if any(thema.naam == bevinding.kop for thema in bevinding.themas.all())
    ]
    if not kaal:
        return []
    zin = _(
        "Bij bevinding %(n)s staat nog de naam van het thema als kop. Zeg liever wat bewoners vinden of vragen."
    )
    nummers = join_nl([str(nummer) for nummer, _bevinding in kaal])
    return [Punt(zin % {"n": nummers}, f"bevinding-{kaal[0][1].pk}", moet=False)]


@transaction.atomic
def settle_advies(*, advies: Adviesconcept, wie: Gebruiker) -> Adviesconcept:
    """Settle the letter: no edits after this. Raises NogNietKlaar or AlVastgesteld.

    What was taken out goes for good, lasting quotes are copied into the letter, and the whole letter is written
    down so that it prints the same for ever.
    """
    vast = lock_concept(advies)
    bevindingen, punten = list_bevindingen(vast), list_adviespunten(vast)
    if any(punt.moet for punt in find_open_punten(vast, bevindingen, punten)):
        raise NogNietKlaar
    vast.bevindingen.weggehaald().delete()
    vast.adviespunten.weggehaald().delete()
    for bevinding in bevindingen:
        if bevinding.citaat and bevinding.citaat.blijvend:
            bevinding.citaattekst = bevinding.citaat.tekst
            bevinding.save(update_fields=["citaattekst"])
    vast.datum = vast.datum or timezone.localdate()
    vast.status = Adviesstatus.VASTGESTELD
    vast.vastgesteld_op = timezone.now()
    vast.save()
    write_versie(vast, compose_brief(vast))
    log_handeling(
        organisatie=vast.ronde.organisatie,
        wie=wie,
        handeling="brief_vastgesteld",
        op=vast,
        omschrijving=vast.betreft,
    )
    return vast


@transaction.atomic
def reopen_advies(*, advies: Adviesconcept, wie: Gebruiker) -> Adviesconcept:
    """Copy a settled letter into a new draft; the settled one stays as it is. Raises NogConcept."""
    if advies.is_concept:
        raise NogConcept
    bevindingen, punten = list_bevindingen(advies), list_adviespunten(advies)
    velden = ("ronde", "soort", "momentopname", "geadresseerde", "betreft", "plaats", "aanhef", "aanleiding", "slot",
              "ondertekening")  # fmt: skip
    nieuw = Adviesconcept.objects.create(kopie_van=advies, **{veld: getattr(advies, veld) for veld in velden})
    per_oud = {bevinding.pk: _copy_bevinding(bevinding, nieuw) for bevinding in bevindingen}
    for punt in punten:
        kopie = Adviespunt.objects.create(advies=nieuw, volgorde=punt.volgorde, tekst=punt.tekst)
        kopie.bevindingen.set([per_oud[oud.pk] for oud in punt.bevindingen.all() if oud.pk in per_oud])
    log_handeling(
        organisatie=advies.ronde.organisatie,
        wie=wie,
        handeling="brief_heropend",
        op=nieuw,
        omschrijving=nieuw.betreft,
    )
    return nieuw


def _copy_bevinding(bevinding: Bevinding, nieuw: Adviesconcept) -> Bevinding:
    velden = ("momentopname", "volgorde", "kop", "tekst", "cijferzin", "citaat", "citaatbron")
    kopie = Bevinding.objects.create(advies=nieuw, **{veld: getattr(bevinding, veld) for veld in velden})
    kopie.themas.set(bevinding.themas.all())
    kopie.uitspraken.set(bevinding.uitspraken.all())
    return kopie
