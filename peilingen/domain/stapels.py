"""Piles of paper forms: typing them over, a second time where that was asked, and correcting or deleting one.

A form counts as answers of its own, once: its key makes the token. What was typed is kept with the form until it
counts; after that it is kept as answers only.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from organisaties.domain.audit import log_handeling
from organisaties.enums import Kanaal
from organisaties.models import Gebruiker
from peilingen.domain.inzenden import (
    correct_inzending,
    is_open,
    list_vragen,
    submit_inzending,
    withdraw_inzending,
)
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.overtypen import Overgetypt, keep_velden, read_overgetypt
from peilingen.domain.toestemming import check_toestemming
from peilingen.domain.voorwaarden import list_gevraagd
from peilingen.models import Inzending, Papierformulier, Stapel, Vraag, Vragenlijst
from peilingen.refusals import OnjuistFormulier, PapierNietOpen

MAX_NAAM = 100


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What came of typing a form: whether it counts now, and the numbers of questions that were not asked of it."""

    formulier: Papierformulier
    telt: bool
    niet_gevraagd: tuple[int, ...] = ()


@transaction.atomic
def create_stapel(
    *,
    vragenlijst: Vragenlijst,
    wie: Gebruiker,
    naam: str,
    kanaal: Kanaal = Kanaal.PAPIER,
    dubbel: bool = False,
) -> Stapel:
    """Begin a pile; raises PapierNietOpen."""
    vragenlijst = Vragenlijst.objects.select_related("ronde__organisatie").get(pk=vragenlijst.pk)
    _check_open(vragenlijst)
    aantal = Stapel.objects.filter(vragenlijst=vragenlijst).count()
    schoon = " ".join(naam.split())[:MAX_NAAM] or _("Stapel %(n)s") % {"n": aantal + 1}
    stapel = Stapel.objects.create(
        vragenlijst=vragenlijst, naam=schoon, kanaal=kanaal, dubbel=dubbel, wie=wie
    )
    _log(stapel, wie, "stapel_gemaakt", schoon)
    return stapel


@transaction.atomic
def save_formulier(
    *, stapel: Stapel, formulier_id: UUID, wie: Gebruiker, velden: Mapping[str, str]
) -> Uitslag:
    """Keep what was typed from a form for the first time, or correct one that counts.

    `formulier_id` is made by the page, so that sending the same again changes nothing.
    Raises PapierNietOpen and OnjuistFormulier.
    """
    vast = _lock(stapel)
    _check_open(vast.vragenlijst)
    vragen = list_vragen(vast.vragenlijst)
    gelezen, schoon = _read(vast.vragenlijst, vragen, velden)
    formulier = (
        Papierformulier.objects.select_related("inzending").filter(pk=formulier_id, stapel=vast).first()
    )
    if formulier is None:
        if Papierformulier.objects.filter(pk=formulier_id).exists():
            raise OnjuistFormulier
        hoogste: int = Papierformulier.objects.filter(stapel=vast).aggregate(m=Max("nummer"))["m"] or 0
        formulier = Papierformulier(pk=formulier_id, stapel=vast, nummer=hoogste + 1, wie=wie)
    if vast.dubbel and formulier.inzending is None:
        formulier.gegevens, formulier.wie = schoon, wie
        formulier.controle = None
        formulier.save()
        return Uitslag(formulier, telt=False)
    formulier.save()
    return _count(formulier, vragen, gelezen)


@transaction.atomic
def check_formulier(*, formulier: Papierformulier, wie: Gebruiker, velden: Mapping[str, str]) -> Uitslag:
    """Keep what was typed the second time; it counts when both say the same. Raises as `save_formulier`."""
    vast = _lock_formulier(formulier)
    vragen = list_vragen(vast.stapel.vragenlijst)
    gelezen, schoon = _read(vast.stapel.vragenlijst, vragen, velden)
    if vast.inzending is not None:
        return Uitslag(vast, telt=True)
    vast.controle, vast.controle_wie = schoon, wie
    vast.save()
    if list_verschillen(vast):
        return Uitslag(vast, telt=False)
    return _count(vast, vragen, gelezen)


@transaction.atomic
def decide_formulier(*, formulier: Papierformulier, wie: Gebruiker, tweede: frozenset[str]) -> Uitslag:
    """Count a form of which the two differ: as typed first, but for the fields of `tweede`."""
    vast = _lock_formulier(formulier)
    vragen = list_vragen(vast.stapel.vragenlijst)
    controle = vast.controle or {}
    velden = {
        naam: controle.get(naam, "") if naam in tweede else tekst for naam, tekst in vast.gegevens.items()
    }
    gelezen, _schoon = _read(vast.stapel.vragenlijst, vragen, velden)
    if vast.inzending is not None:
        return Uitslag(vast, telt=True)
    return _count(vast, vragen, gelezen)


@transaction.atomic
def delete_formulier(*, formulier: Papierformulier, wie: Gebruiker) -> None:
    """Take a form out, with the answers it became; raises PapierNietOpen after closing."""
    vast = _lock_formulier(formulier)
    if vast.inzending is not None:
        withdraw_inzending(inzending=vast.inzending)
    _log(vast.stapel, wie, "papierformulier_weggehaald", f"{vast.stapel.naam}: {vast.nummer}")
    vast.delete()


def list_verschillen(formulier: Papierformulier) -> list[str]:
    """Give the fields in which the two times differ; capitals and white do not count."""
    eerst, tweede = formulier.gegevens, formulier.controle or {}
    return [
        naam
        for naam in dict.fromkeys((*eerst, *tweede))
        if _tidy(eerst.get(naam, "")) != _tidy(tweede.get(naam, ""))
    ]


def _tidy(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()


def make_papiertoken(formulier_id: UUID) -> str:
    """Give the token of a form, always the same one, that nobody can make from its address."""
    return hashlib.sha256(f"papier {formulier_id} {settings.SECRET_KEY}".encode()).hexdigest()[:32]


def _read(
    lijst: Vragenlijst, vragen: Mapping[UUID, Vraag], velden: Mapping[str, str]
) -> tuple[Overgetypt, dict[str, str]]:
    schoon = keep_velden(lijst, vragen, velden)
    gelezen = read_overgetypt(lijst, vragen, schoon)
    if gelezen.fouten:
        raise OnjuistFormulier
    check_toestemming(lijst, gelezen.toestemming)
    return gelezen, schoon


def _count(formulier: Papierformulier, vragen: Mapping[UUID, Vraag], gelezen: Overgetypt) -> Uitslag:
    """Make answers of a form, or correct those it became."""
    lijst = formulier.stapel.vragenlijst
    gevraagd = list_gevraagd(vragen, gelezen.antwoorden)
    antwoorden = {pk: waarde for pk, waarde in gelezen.antwoorden.items() if pk in gevraagd}
    nummers = number_vragen(vragen.values())
    over = tuple(nummers[pk] for pk in gelezen.antwoorden if pk not in gevraagd)
    if formulier.inzending is not None:
        correct_inzending(
            inzending=formulier.inzending, antwoorden=antwoorden, mag_citeren=gelezen.mag_citeren
        )
        return Uitslag(formulier, telt=True, niet_gevraagd=over)
    bon = submit_inzending(
        vragenlijst=lijst,
        token=make_papiertoken(formulier.pk),
        antwoorden=antwoorden,
        mag_citeren=gelezen.mag_citeren,
        kanaal=Kanaal(formulier.stapel.kanaal),
        vragen=vragen,
        toestemming=gelezen.toestemming,
    )
    formulier.inzending = Inzending.objects.get(pk=bon.inzending_id)
    formulier.gegevens, formulier.controle = {}, None
    formulier.save(update_fields=["inzending", "gegevens", "controle"])
    return Uitslag(formulier, telt=True, niet_gevraagd=over)


def _lock(stapel: Stapel) -> Stapel:
    rijen = Stapel.objects.select_for_update(of=("self",)).select_related("vragenlijst__ronde__organisatie")
    return rijen.get(pk=stapel.pk)


def _lock_formulier(formulier: Papierformulier) -> Papierformulier:
    stapel = _lock(formulier.stapel)
    _check_open(stapel.vragenlijst)
    vast = Papierformulier.objects.select_related("inzending__vragenlijst__ronde__organisatie").get(
        pk=formulier.pk
    )
    vast.stapel = stapel
    return vast


def _check_open(vragenlijst: Vragenlijst) -> None:
    if not is_open(vragenlijst):
        raise PapierNietOpen


def _log(stapel: Stapel, wie: Gebruiker, handeling: str, omschrijving: str) -> None:
    log_handeling(
        organisatie=stapel.vragenlijst.ronde.organisatie,
        wie=wie,
        handeling=handeling,
        op=stapel.vragenlijst,
        omschrijving=omschrijving,
    )
