"""Adding, changing, moving and taking out the questions of a questionnaire."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction

from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker
from peilingen.domain.bewoording import clean_bewoording
from peilingen.domain.instellingen import clean_instellingen
from peilingen.domain.stammen import delete_losse_stammen, find_stam, read_bewoording
from peilingen.domain.vertaalwerk import copy_vraagvertalingen
from peilingen.domain.volgorde import list_plaatsen, move_before, move_step
from peilingen.domain.vraagrijen import Extra, in_volgorde, place, read_extra, replace_vraag, store_vraag
from peilingen.enums import Herkomst, Vraagsoort, Vragenlijststatus
from peilingen.models import Inzending, Vertaling, Vraag, Vraagstam, Vragenlijst
from peilingen.refusals import UitBestand, VragenlijstStaatOpen, VragenStaanVast


def lock_te_veranderen(vragenlijst: Vragenlijst) -> Vragenlijst:
    """Hold a questionnaire whose questions may change.

    Raises UitBestand, VragenlijstStaatOpen, or VragenStaanVast once there are answers.
    """
    vast = Vragenlijst.objects.select_for_update(of=("self",)).select_related("ronde").get(pk=vragenlijst.pk)
    if vast.herkomst == Herkomst.BESTAND:
        raise UitBestand
    if Inzending.objects.filter(vragenlijst=vast).exists():
        raise VragenStaanVast
    if vast.status == Vragenlijststatus.OPEN:
        raise VragenlijstStaatOpen
    return vast


@transaction.atomic
def add_vraag(
    *,
    vragenlijst: Vragenlijst,
    wie: Gebruiker,
    soort: Vraagsoort | str,
    tekst: str,
    uitleg: str = "",
    verplicht: bool = False,
    keuzes: Sequence[str] = (),
    stellingen: Sequence[str] = (),
    instellingen: Mapping[str, Any] | None = None,
    voorwaarde: Mapping[str, Any] | None = None,
    stam: Vraagstam | None = None,
    sleutel: str = "",
) -> Vraag:
    """Add a question at the end; a scale, matrix or age group without `keuzes` gets common words.

    `keuzes` are the choices in order, or the words of a scale from low to high. Raises OnjuisteVraag, and what
    `lock_te_veranderen` raises.
    """
    vast = lock_te_veranderen(vragenlijst)
    zo = clean_bewoording(tekst, soort, keuzes, stellingen)
    extra = Extra(instellingen or {}, voorwaarde or {}, sleutel)
    vraag = store_vraag(vast, zo, uitleg=uitleg, verplicht=verplicht, stam=stam, extra=extra)
    _log(vast, wie, "vraag_toegevoegd", vraag)
    return vraag


@transaction.atomic
def change_vraag(
    *,
    vraag: Vraag,
    wie: Gebruiker,
    soort: Vraagsoort | str,
    tekst: str,
    uitleg: str = "",
    verplicht: bool = False,
    keuzes: Sequence[str] = (),
    stellingen: Sequence[str] = (),
    instellingen: Mapping[str, Any] | None = None,
    voorwaarde: Mapping[str, Any] | None = None,
) -> Vraag:
    """Change a question; other words for a question that was asked elsewhere make a new version of its stam.

    Settings and condition stay as they are where None is given. Raises OnjuisteVraag, and what
    `lock_te_veranderen` raises.
    """
    vast = lock_te_veranderen(vraag.vragenlijst)
    rij = Vraag.objects.select_related("stam").get(pk=vraag.pk)
    zo = clean_bewoording(tekst, soort, keuzes, stellingen)
    rij.instellingen = clean_instellingen(soort, rij.instellingen if instellingen is None else instellingen)
    rij.voorwaarde = rij.voorwaarde if voorwaarde is None else dict(voorwaarde)
    rij.stam, rij.versie = find_stam(vast.ronde.organisatie, zo, eigen=rij, stam=rij.stam)
    replace_vraag(rij, zo, uitleg=uitleg, verplicht=verplicht)
    delete_losse_stammen(vast.ronde.organisatie)
    _log(vast, wie, "vraag_veranderd", rij)
    return rij


@transaction.atomic
def move_vraag(*, vraag: Vraag, wie: Gebruiker, plaatsen: int) -> None:
    """Move a question so many places (negative is up), a section past so many others; at an end it stays.

    Raises as `lock_te_veranderen` does.
    """
    vast = lock_te_veranderen(vraag.vragenlijst)
    rijen = list_plaatsen(list(vast.vragen.all()))
    koppen = dict(rijen)
    for _stap in range(min(abs(plaatsen), len(rijen))):
        rijen = [(pk, koppen[pk]) for pk in move_step(rijen, vraag.pk, omhoog=plaatsen < 0)]
    place([pk for pk, _kop in rijen])


@transaction.atomic
def place_vraag(*, vraag: Vraag, wie: Gebruiker, voor: Vraag | None) -> None:
    """Move a question right before another, or to the end; a section goes along with its heading.

    Raises as `lock_te_veranderen` does.
    """
    vast = lock_te_veranderen(vraag.vragenlijst)
    rijen = list_plaatsen(list(vast.vragen.all()))
    place(move_before(rijen, vraag.pk, voor.pk if voor else None))


@transaction.atomic
def duplicate_vraag(*, vraag: Vraag, wie: Gebruiker) -> Vraag:
    """Put a copy right after a question, with its settings, condition and translations.

    Raises OnjuisteVraag when there are too many, and what `lock_te_veranderen` raises.
    """
    vast = lock_te_veranderen(vraag.vragenlijst)
    rij = Vraag.objects.select_related("stam").prefetch_related("keuzes", "stellingen").get(pk=vraag.pk)
    kopie = store_vraag(
        vast,
        read_bewoording(rij),
        uitleg=rij.uitleg,
        verplicht=rij.verplicht,
        stam=rij.stam,
        extra=replace(read_extra(rij), sleutel=""),
    )
    copy_vraagvertalingen(van=rij, naar=kopie)
    volgorde = [pk for pk in in_volgorde(vast) if pk != kopie.pk]
    volgorde.insert(volgorde.index(rij.pk) + 1, kopie.pk)
    place(volgorde)
    _log(vast, wie, "vraag_toegevoegd", kopie)
    kopie.refresh_from_db(fields=["volgorde"])
    return kopie


@transaction.atomic
def delete_vraag(*, vraag: Vraag, wie: Gebruiker) -> dict[str, Any]:
    """Take a question out; gives what `restore_vraag` needs to put it back. Raises as `lock_te_veranderen` does."""
    vast = lock_te_veranderen(vraag.vragenlijst)
    rij = Vraag.objects.prefetch_related("keuzes", "stellingen").get(pk=vraag.pk)
    zo, extra = read_bewoording(rij), read_extra(rij)
    weg = {
        "plaats": in_volgorde(vast).index(rij.pk),
        "stam": str(rij.stam_id),
        "soort": rij.soort,
        "tekst": rij.tekst,
        "uitleg": rij.uitleg,
        "verplicht": rij.verplicht,
        "keuzes": list(zo.keuzes),
        "stellingen": list(zo.stellingen),
        "extra": {
            "instellingen": extra.instellingen,
            "voorwaarde": extra.voorwaarde,
            "sleutel": extra.sleutel,
            "keuzesleutels": list(extra.keuzesleutels),
            "stellingsleutels": list(extra.stellingsleutels),
        },
        "vertalingen": [list(regel) for regel in _take_vertalingen(rij)],
    }
    _log(vast, wie, "vraag_weggehaald", rij)
    rij.delete()
    place(in_volgorde(vast))
    return weg


@transaction.atomic
def restore_vraag(*, vragenlijst: Vragenlijst, wie: Gebruiker, weg: dict[str, Any]) -> Vraag:
    """Put a question back where it was, with its keys and translations; raises as `add_vraag` does."""
    vast = lock_te_veranderen(vragenlijst)
    stammen = Vraagstam.objects.van(vast.ronde.organisatie)
    zo = clean_bewoording(weg["tekst"], weg["soort"], weg["keuzes"], weg["stellingen"])
    vraag = store_vraag(
        vast,
        zo,
        uitleg=weg["uitleg"],
        verplicht=weg["verplicht"],
        stam=stammen.filter(pk=UUID(weg["stam"])).first(),
        extra=Extra(
            weg["extra"]["instellingen"],
            weg["extra"]["voorwaarde"],
            weg["extra"]["sleutel"],
            tuple(weg["extra"]["keuzesleutels"]),
            tuple(weg["extra"]["stellingsleutels"]),
        ),
    )
    _put_vertalingen(vraag, weg.get("vertalingen", ()))
    volgorde = [pk for pk in in_volgorde(vast) if pk != vraag.pk]
    volgorde.insert(weg["plaats"], vraag.pk)
    place(volgorde)
    _log(vast, wie, "vraag_toegevoegd", vraag)
    vraag.refresh_from_db(fields=["volgorde"])
    return vraag


def _take_vertalingen(vraag: Vraag) -> list[tuple[str, str, str, str]]:
    """Take the translations of a question out, so that they never land on another one under the same key."""
    voor = f"{vraag.sleutel}."
    rijen = Vertaling.objects.filter(vragenlijst=vraag.vragenlijst_id, plek__startswith=voor)
    regels = [
        (taal, plek.removeprefix(voor), tekst, bron)
        for taal, plek, tekst, bron in rijen.values_list("taal", "plek", "tekst", "bron_hash")
    ]
    rijen.delete()
    return regels


def _put_vertalingen(vraag: Vraag, regels: Sequence[Sequence[str]]) -> None:
    Vertaling.objects.bulk_create(
        Vertaling(
            vragenlijst_id=vraag.vragenlijst_id,
            taal=taal,
            plek=f"{vraag.sleutel}.{plek}",
            tekst=tekst,
            bron_hash=bron,
        )
        for taal, plek, tekst, bron in regels
    )


def _log(vragenlijst: Vragenlijst, wie: Gebruiker, handeling: str, vraag: Vraag) -> None:
    log_handeling(
        organisatie=vragenlijst.ronde.organisatie,
        wie=wie,
        handeling=handeling,
        op=vraag,
        omschrijving=vraag.tekst,
    )
