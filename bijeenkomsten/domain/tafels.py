"""Tables of a meeting: adding them, what their subject means, and reading back at the end."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bijeenkomsten.domain.bron import NOTITIE
from bijeenkomsten.domain.invoer import (
    TEKST_MAX,
    check_gebied,
    check_schrijfbaar,
    claim_code,
    clean_regel,
    clean_tekst,
)
from bijeenkomsten.models import Bijeenkomst, Gesprekstafel, Notitie
from bijeenkomsten.refusals import NietLeeg
from organisaties.domain.audit import log_handeling
from organisaties.domain.bronnen import report_bronwijziging
from organisaties.enums import Wijzigingsoort
from organisaties.models import Gebied, Gebruiker


def make_tafels(bijeenkomst: Bijeenkomst, aantal: int) -> None:
    """Add tables without a subject, numbered on from the last."""
    eerste = _next_nummer(bijeenkomst)
    Gesprekstafel.objects.bulk_create(
        Gesprekstafel(bijeenkomst=bijeenkomst, nummer=eerste + plaats, code=claim_code(Gesprekstafel, None))
        for plaats in range(aantal)
    )


@transaction.atomic
def add_tafel(
    *,
    bijeenkomst: Bijeenkomst,
    wie: Gebruiker,
    onderwerp: str = "",
    gebied: Gebied | None = None,
    code: str | None = None,
) -> Gesprekstafel:
    """Add one table, also while the evening is under way."""
    vast = Bijeenkomst.objects.select_for_update(of=("self",)).select_related("ronde__organisatie")
    avond = vast.get(pk=bijeenkomst.pk)
    tafel = Gesprekstafel.objects.create(
        bijeenkomst=avond,
        nummer=_next_nummer(avond),
        onderwerp=clean_regel(onderwerp, Gesprekstafel, "onderwerp"),
        gebied=check_gebied(gebied, avond.ronde.organisatie),
        code=claim_code(Gesprekstafel, code),
    )
    _log(tafel, wie, "tafel_toegevoegd")
    return tafel


@transaction.atomic
def change_tafel(
    *, tafel: Gesprekstafel, wie: Gebruiker, onderwerp: str, gebied: Gebied | None = None
) -> Gesprekstafel:
    """Change what a table talks about or for which area; its notes are read again, for both belong to them."""
    vast = lock_tafel(tafel)
    oud = (vast.onderwerp, vast.gebied_id)
    vast.onderwerp = clean_regel(onderwerp, Gesprekstafel, "onderwerp")
    vast.gebied = check_gebied(gebied, vast.bijeenkomst.ronde.organisatie)
    if (vast.onderwerp, vast.gebied_id) == oud:
        return vast
    vast.save(update_fields=["onderwerp", "gebied"])
    report_bronwijziging(
        ronde=vast.bijeenkomst.ronde,
        bronsoort=NOTITIE,
        ids=list(Notitie.objects.filter(tafel=vast).levend().values_list("pk", flat=True)),
        soort=Wijzigingsoort.GEWIJZIGD,
    )
    _log(vast, wie, "tafel_veranderd")
    return vast


@transaction.atomic
def delete_tafel(*, tafel: Gesprekstafel, wie: Gebruiker) -> None:
    """Take away a table at which nothing was written."""
    vast = lock_tafel(tafel)
    if vast.notities.exists():
        raise NietLeeg
    _log(vast, wie, "tafel_weggegooid")
    vast.delete()


@transaction.atomic
def save_betekenis(
    *, tafel: Gesprekstafel, betekenis: str, was: str, nu: datetime | None = None
) -> Gesprekstafel:
    """Keep what the table means by its subject; `was` is what the writer saw before changing it.

    When another device wrote something else meanwhile, both stay, under each other.
    """
    vast = lock_tafel(tafel)
    nieuw = clean_tekst(betekenis) if betekenis.strip() else ""
    gezien = clean_tekst(was) if was.strip() else ""
    if nieuw in (gezien, vast.betekenis):
        return vast
    check_schrijfbaar(vast.bijeenkomst, nu or timezone.now())
    samen = vast.betekenis and vast.betekenis != gezien
    vast.betekenis = f"{vast.betekenis}\n{nieuw}".strip()[:TEKST_MAX] if samen else nieuw
    vast.save(update_fields=["betekenis"])
    return vast


@transaction.atomic
def finish_tafel(*, tafel: Gesprekstafel, nu: datetime | None = None) -> Gesprekstafel:
    """Say that everything was read back at the table."""
    vast = lock_tafel(tafel)
    moment = nu or timezone.now()
    check_schrijfbaar(vast.bijeenkomst, moment)
    if vast.afgerond_op is None:
        vast.afgerond_op = moment
        vast.save(update_fields=["afgerond_op"])
    return vast


@transaction.atomic
def reopen_tafel(*, tafel: Gesprekstafel, nu: datetime | None = None) -> Gesprekstafel:
    """Go on writing at a table that was finished."""
    vast = lock_tafel(tafel)
    check_schrijfbaar(vast.bijeenkomst, nu or timezone.now())
    vast.afgerond_op = None
    vast.save(update_fields=["afgerond_op"])
    return vast


def find_tafel(code: str) -> Gesprekstafel | None:
    """Give the table with this code."""
    rijen = Gesprekstafel.objects.select_related("bijeenkomst__ronde__organisatie", "gebied")
    tafel: Gesprekstafel | None = rijen.filter(code=code).first() if code else None
    return tafel


def lock_tafel(tafel: Gesprekstafel) -> Gesprekstafel:
    """Take the table for this transaction: what is written at one table happens one by one."""
    rijen = Gesprekstafel.objects.select_for_update(of=("self",))
    vast: Gesprekstafel = rijen.select_related("bijeenkomst__ronde__organisatie").get(pk=tafel.pk)
    return vast


def _next_nummer(bijeenkomst: Bijeenkomst) -> int:
    hoogste: Any = bijeenkomst.tafels.aggregate(m=Max("nummer"))["m"]
    return (hoogste or 0) + 1


def _log(tafel: Gesprekstafel, wie: Gebruiker, handeling: str) -> None:
    log_handeling(
        organisatie=tafel.bijeenkomst.ronde.organisatie,
        wie=wie,
        handeling=handeling,
        op=tafel,
        omschrijving=f"{tafel.bijeenkomst}, tafel {tafel.nummer}",
    )
