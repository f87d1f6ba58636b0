"""Following up a settled letter: sending it, entering what the receiver answers and promises, and showing that.

The same reaction or promise entered twice, as a double press does, counts once.
"""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from advies.domain.webadres import check_slug, propose_slug
from advies.enums import Toezeggingstatus
from advies.models import Adviesconcept, Adviespunt, Reactie, Toezegging
from advies.refusals import LegeToezegging, NogNietVastgesteld, SlugBezet, TermijnTeVroeg
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker

REACTIEWEKEN = 6


def propose_termijn(datum: date) -> date:
    """Give the day before which a reaction may be asked for."""
    return datum + timedelta(weeks=REACTIEWEKEN)


def lock_vastgesteld(advies: Adviesconcept) -> Adviesconcept:
    """Give the letter, held for this transaction; raises NogNietVastgesteld."""
    rijen = Adviesconcept.objects.select_for_update(of=("self",)).select_related("ronde__organisatie")
    vast = rijen.get(pk=advies.pk)
    if vast.is_concept:
        raise NogNietVastgesteld
    return vast


@transaction.atomic
def send_advies(*, advies: Adviesconcept, wie: Gebruiker, datum: date, termijn: date) -> Adviesconcept:
    """Note when the letter was sent and before when a reaction was asked; again corrects both.

    Raises NogNietVastgesteld or TermijnTeVroeg.
    """
    vast = lock_vastgesteld(advies)
    if termijn < datum:
        raise TermijnTeVroeg
    vast.verstuurd_op, vast.reactietermijn = datum, termijn
    vast.save(update_fields=["verstuurd_op", "reactietermijn"])
    _log(vast, wie, "brief_verstuurd", vast, f"{datum:%d-%m-%Y}: {vast.betreft}")
    return vast


@transaction.atomic
def unsend_advies(*, advies: Adviesconcept, wie: Gebruiker) -> Adviesconcept:
    """Take back that the letter was sent; raises NogNietVastgesteld."""
    vast = lock_vastgesteld(advies)
    vast.verstuurd_op = vast.reactietermijn = None
    vast.save(update_fields=["verstuurd_op", "reactietermijn"])
    _log(vast, wie, "brief_niet_verstuurd", vast, vast.betreft)
    return vast


@transaction.atomic
def record_reactie(
    *, adviespunt: Adviespunt, wie: Gebruiker, standpunt: str, tekst: str, datum: date, bron: str = ""
) -> Reactie:
    """Add what the receiver answered; the newest counts. Raises NogNietVastgesteld."""
    vast = lock_vastgesteld(adviespunt.advies)
    velden = {"standpunt": standpunt, "tekst": tekst.strip(), "datum": datum, "bron": bron.strip()}
    zelfde = adviespunt.reacties.geldig().filter(**velden).first()
    if zelfde is not None:
        return zelfde
    reactie = Reactie.objects.create(adviespunt=adviespunt, wie=wie, **velden)
    _log(vast, wie, "reactie_ingevoerd", reactie)
    return reactie


@transaction.atomic
def change_reactie(
    *, reactie: Reactie, wie: Gebruiker, standpunt: str, tekst: str, datum: date, bron: str = ""
) -> Reactie:
    """Correct a reaction that was entered; what the receiver says later is a new one."""
    vast = lock_vastgesteld(reactie.adviespunt.advies)
    reactie.standpunt, reactie.tekst = standpunt, tekst.strip()
    reactie.datum, reactie.bron = datum, bron.strip()
    reactie.save(update_fields=["standpunt", "tekst", "datum", "bron", "gewijzigd_op"])
    _log(vast, wie, "reactie_gewijzigd", reactie)
    return reactie


@transaction.atomic
def add_toezegging(
    *, adviespunt: Adviespunt, wie: Gebruiker, tekst: str, door: str = "", termijn: date | None = None
) -> Toezegging:
    """Add a promise, not begun yet; raises NogNietVastgesteld or LegeToezegging."""
    vast = lock_vastgesteld(adviespunt.advies)
    velden = _check_toezegging(tekst, door, termijn)
    zelfde = adviespunt.toezeggingen.geldig().filter(**velden).first()
    if zelfde is not None:
        return zelfde
    toezegging = Toezegging.objects.create(
        adviespunt=adviespunt, wie=wie, stand_op=timezone.localdate(), **velden
    )
    _log(vast, wie, "toezegging_ingevoerd", toezegging)
    return toezegging


@transaction.atomic
def change_toezegging(
    *, toezegging: Toezegging, wie: Gebruiker, tekst: str, door: str = "", termijn: date | None = None
) -> Toezegging:
    """Correct the words of a promise, who keeps it or by when; raises LegeToezegging."""
    vast = lock_vastgesteld(toezegging.adviespunt.advies)
    velden = _check_toezegging(tekst, door, termijn)
    for naam, waarde in velden.items():
        setattr(toezegging, naam, waarde)
    toezegging.save(update_fields=[*velden, "gewijzigd_op"])
    _log(vast, wie, "toezegging_gewijzigd", toezegging)
    return toezegging


def _check_toezegging(tekst: str, door: str, termijn: date | None) -> dict[str, object]:
    if not tekst.strip():
        raise LegeToezegging
    return {"tekst": tekst.strip(), "door": door.strip(), "termijn": termijn}


@transaction.atomic
def update_toezegging(
    *, toezegging: Toezegging, wie: Gebruiker, status: str, toelichting: str, stand_op: date
) -> Toezegging:
    """Say how a promise stands on a day."""
    vast = lock_vastgesteld(toezegging.adviespunt.advies)
    voor = toezegging.get_status_display()
    toezegging.status, toezegging.toelichting = Toezeggingstatus(status).value, toelichting.strip()
    toezegging.stand_op = stand_op
    toezegging.save(update_fields=["status", "toelichting", "stand_op", "gewijzigd_op"])
    na = toezegging.get_status_display()
    _log(vast, wie, "toezegging_bijgewerkt", toezegging, f"{voor} → {na}: {toezegging}")
    return toezegging


@transaction.atomic
def withdraw_opvolging(*, rij: Reactie | Toezegging, wie: Gebruiker) -> None:
    """Take back a reaction or promise that was entered; it can be put back."""
    rij.ingetrokken_op = rij.ingetrokken_op or timezone.now()
    rij.save(update_fields=["ingetrokken_op", "gewijzigd_op"])
    _log(rij.adviespunt.advies, wie, f"{rij._meta.model_name}_ingetrokken", rij)


@transaction.atomic
def restore_opvolging(*, rij: Reactie | Toezegging, wie: Gebruiker) -> None:
    """Put back what was withdrawn."""
    rij.ingetrokken_op = None
    rij.save(update_fields=["ingetrokken_op", "gewijzigd_op"])
    _log(rij.adviespunt.advies, wie, f"{rij._meta.model_name}_teruggezet", rij)


@transaction.atomic
def publish_advies(*, advies: Adviesconcept, wie: Gebruiker, slug: str = "") -> Adviesconcept:
    """Show residents what became of the letter, at an address of one's choice or made from Betreft.

    A page that was public before keeps its address unless another is given. Raises NogNietVastgesteld, LegeSlug
    or SlugBezet.
    """
    vast = lock_vastgesteld(advies)
    vast.slug = check_slug(vast, slug) if slug else vast.slug or propose_slug(vast)
    vast.gepubliceerd_op = vast.gepubliceerd_op or timezone.now()
    try:
        with transaction.atomic():
            vast.save(update_fields=["slug", "gepubliceerd_op"])
    except IntegrityError as fout:  # someone took the address this very moment
        raise SlugBezet from fout
    _log(vast, wie, "advies_gepubliceerd", vast, f"/terugkoppeling/{vast.slug}/")
    return vast


@transaction.atomic
def unpublish_advies(*, advies: Adviesconcept, wie: Gebruiker) -> Adviesconcept:
    """Take the page away; its address is kept for when it comes back."""
    vast = lock_vastgesteld(advies)
    vast.gepubliceerd_op = None
    vast.save(update_fields=["gepubliceerd_op"])
    _log(vast, wie, "publicatie_gestopt", vast, f"/terugkoppeling/{vast.slug}/")
    return vast


def _log(
    advies: Adviesconcept,
    wie: Gebruiker,
    handeling: str,
    op: Adviesconcept | Reactie | Toezegging,
    omschrijving: str = "",
) -> None:
    log_handeling(
        organisatie=advies.ronde.organisatie,
        wie=wie,
        handeling=handeling,
        op=op,
        omschrijving=omschrijving or str(op),
    )
