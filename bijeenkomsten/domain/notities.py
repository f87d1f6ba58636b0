"""Notes at a table: saved at every pause, once each, and never over one another."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max, QuerySet, TextChoices
from django.utils import timezone

from bijeenkomsten.domain.bron import NOTITIE
from bijeenkomsten.domain.invoer import (
    SLEUTEL_MAX,
    TERUGHALEN,
    check_gebied,
    check_keuze,
    check_schrijfbaar,
    clean_regel,
    clean_tekst,
)
from bijeenkomsten.domain.melden import report_bron
from bijeenkomsten.domain.tafels import lock_tafel
from bijeenkomsten.enums import Grond, Instemming, Sprekersrol
from bijeenkomsten.models import Gesprekstafel, Notitie
from bijeenkomsten.refusals import Onherstelbaar, OnjuisteInvoer
from organisaties.domain.tijd import round_hour
from organisaties.enums import Wijzigingsoort

KEUZES: dict[str, type[TextChoices]] = {"rol": Sprekersrol, "instemming": Instemming, "grond": Grond}
VELDEN = ("onderwerp", "gebied", "kernpunt", *KEUZES)


@dataclass(frozen=True, slots=True)
class _Beurt:
    """One saving of one box: what it holds, and what it knew."""

    sleutel: str
    inhoud: dict[str, Any]
    versie: int
    schrijver: str
    beurt: int
    nu: datetime

    def says_the_same(self, notitie: Notitie) -> bool:
        return all(getattr(notitie, naam) == waarde for naam, waarde in self.inhoud.items())

    def is_own(self, notitie: Notitie) -> bool:
        """Tell whether the note was last saved by the same box."""
        return bool(self.schrijver) and notitie.schrijver == self.schrijver

    def is_stale(self, notitie: Notitie) -> bool:
        """Tell whether the same box saved something newer, so that this one was late on its way."""
        return self.is_own(notitie) and self.beurt < notitie.beurt


@transaction.atomic
def save_notitie(
    *,
    tafel: Gesprekstafel,
    sleutel: str,
    tekst: str,
    versie: int = 0,
    schrijver: str = "",
    beurt: int = 0,
    nu: datetime | None = None,
    **velden: Any,
) -> Notitie:
    """Keep a note; the same `sleutel` is the same note, whatever the network does.

    `versie` is the one the writer last saw (0: none). `schrijver` marks the box that was typed in and `beurt`
    counts its savings. When another box changed the note meanwhile, the late text becomes a note of its own,
    `naast` the other: its `sleutel` differs from the one that was asked, and the writer goes on with that.
    Fields that are not given stay as they are.
    """
    vast = lock_tafel(tafel)
    if max(len(sleutel), len(schrijver)) > SLEUTEL_MAX or min(versie, beurt) < 0:
        raise OnjuisteInvoer
    inhoud = {"tekst": clean_tekst(tekst), **_clean_velden(vast, velden)}
    keer = _Beurt(sleutel, inhoud, versie, schrijver, beurt, nu or timezone.now())
    bekend = _find(vast, sleutel)
    if bekend is not None and (keer.says_the_same(bekend) or keer.is_stale(bekend)):
        return bekend
    check_schrijfbaar(vast.bijeenkomst, keer.nu)
    if bekend is None:
        return _create(vast, keer)
    if bekend.verwijderd_op is None and (keer.is_own(bekend) or versie == bekend.versie):
        return _change(vast, bekend, keer)
    return _keep_beside(vast, bekend, keer)


@transaction.atomic
def delete_notitie(*, notitie: Notitie, nu: datetime | None = None) -> Notitie:
    """Delete a note; for an hour it can be brought back. Deleting twice is deleting once."""
    vast = _lock(notitie)
    if vast.verwijderd_op is not None:
        return vast
    moment = nu or timezone.now()
    check_schrijfbaar(vast.tafel.bijeenkomst, moment)
    vast.verwijderd_op = moment
    vast.save(update_fields=["verwijderd_op"])
    _report(vast.tafel, vast, Wijzigingsoort.VERWIJDERD)
    return vast


@transaction.atomic
def restore_notitie(*, notitie: Notitie, nu: datetime | None = None) -> Notitie:
    """Undo a deletion."""
    vast = _lock(notitie)
    moment = nu or timezone.now()
    if vast.verwijderd_op is None:
        return vast
    if moment - vast.verwijderd_op > TERUGHALEN:
        raise Onherstelbaar
    vast.verwijderd_op = None
    vast.save(update_fields=["verwijderd_op"])
    _report(vast.tafel, vast, Wijzigingsoort.AANGEMAAKT)
    return vast


def read_notities(tafel: Gesprekstafel) -> "QuerySet[Notitie]":
    """Give the notes of a table in the order in which they were made."""
    rijen: QuerySet[Notitie] = Notitie.objects.levend().filter(tafel=tafel)
    return rijen.select_related("gebied", "naast")


def get_notitie(tafel: Gesprekstafel, notitie_id: UUID) -> Notitie | None:
    """Give a note of this table, also one that was deleted and can still be brought back."""
    notitie: Notitie | None = tafel.notities.filter(pk=notitie_id).first()
    return notitie


def _find(tafel: Gesprekstafel, sleutel: str) -> Notitie | None:
    notitie: Notitie | None = tafel.notities.filter(sleutel=sleutel).first() if sleutel else None
    return notitie


def _lock(notitie: Notitie) -> Notitie:
    vast: Notitie = Notitie.objects.select_related("tafel").get(pk=notitie.pk)
    vast.tafel = lock_tafel(vast.tafel)
    vast.refresh_from_db(fields=["verwijderd_op", "versie"])
    return vast


def _clean_velden(tafel: Gesprekstafel, velden: dict[str, Any]) -> dict[str, Any]:
    if set(velden) - set(VELDEN):
        raise TypeError(f"geen velden van een notitie: {sorted(set(velden) - set(VELDEN))}")
    schoon: dict[str, Any] = {
        naam: check_keuze(velden[naam], KEUZES[naam]) for naam in KEUZES if naam in velden
    }
    if "onderwerp" in velden:
        schoon["onderwerp"] = clean_regel(velden["onderwerp"], Notitie, "onderwerp")
    if "gebied" in velden:
        schoon["gebied"] = check_gebied(velden["gebied"], tafel.bijeenkomst.ronde.organisatie)
    if "kernpunt" in velden:
        schoon["kernpunt"] = bool(velden["kernpunt"])
    return schoon


def _create(tafel: Gesprekstafel, keer: _Beurt, **extra: Any) -> Notitie:
    hoogste = tafel.notities.aggregate(m=Max("volgorde"))["m"] or 0
    notitie = Notitie.objects.create(
        tafel=tafel,
        volgorde=hoogste + 1,
        genoteerd_op=round_hour(keer.nu),
        schrijver=keer.schrijver,
        beurt=keer.beurt,
        **{"sleutel": keer.sleutel or uuid4().hex, **keer.inhoud, **extra},
    )
    _written(tafel, notitie, Wijzigingsoort.AANGEMAAKT)
    return notitie


def _change(tafel: Gesprekstafel, notitie: Notitie, keer: _Beurt) -> Notitie:
    for naam, waarde in keer.inhoud.items():
        setattr(notitie, naam, waarde)
    notitie.versie += 1
    notitie.schrijver, notitie.beurt = keer.schrijver, keer.beurt
    notitie.save(update_fields=[*keer.inhoud, "versie", "schrijver", "beurt"])
    _written(tafel, notitie, Wijzigingsoort.GEWIJZIGD)
    return notitie


def _keep_beside(tafel: Gesprekstafel, notitie: Notitie, keer: _Beurt) -> Notitie:
    """Keep the late text as a note of its own; its key follows from the box, so that it too is there once."""
    wie = keer.schrijver or keer.inhoud["tekst"]
    sleutel = hashlib.sha256(f"{notitie.sleutel}\0{wie}".encode(errors="replace")).hexdigest()
    ernaast = _find(tafel, sleutel)
    if ernaast is None:
        velden = {naam: getattr(notitie, naam) for naam in VELDEN} | keer.inhoud
        return _create(tafel, keer, sleutel=sleutel, naast=notitie, **velden)
    if keer.says_the_same(ernaast) or keer.is_stale(ernaast):
        return ernaast
    weg = ernaast.verwijderd_op is not None
    return _keep_beside(tafel, ernaast, keer) if weg else _change(tafel, ernaast, keer)


def _written(tafel: Gesprekstafel, notitie: Notitie, soort: Wijzigingsoort) -> None:
    """Report a note that says something new, which by that was not read back yet."""
    if tafel.afgerond_op is not None:
        tafel.afgerond_op = None
        tafel.save(update_fields=["afgerond_op"])
    _report(tafel, notitie, soort)


def _report(tafel: Gesprekstafel, notitie: Notitie, soort: Wijzigingsoort) -> None:
    report_bron(ronde=tafel.bijeenkomst.ronde, bronsoort=NOTITIE, bron_id=notitie.pk, soort=soort)
