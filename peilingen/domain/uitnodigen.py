"""Personal links: an address list, one link for each entry, one answer for each link.

The link follows from the key of the entry and the secret of the server, so that the list can be printed again;
only its hash is kept. Which answer came by which link is kept nowhere, and pages never tell which entries were
used: who saw an entry change at the moment that an answer came in would know whose it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from basis.getypt import clean_regel
from organisaties.domain.audit import log_handeling
from organisaties.domain.bonnen import hash_bon, make_bon
from organisaties.models import Gebruiker, Organisatie
from peilingen.domain.vragenlijsten import lock_vragenlijst
from peilingen.enums import Herkomst, Vragenlijststatus
from peilingen.models import Genodigde, Vragenlijst
from peilingen.refusals import AlleenGenodigden, LinkGebruikt, OnjuisteGenodigden, UitBestand

MAX_GENODIGDEN = 5000
MAX_NAAM, MAX_ADRES = 200, 300
# How long after closing an address list stays: long enough to send a word of thanks.
LIJST_BEWAREN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """One entry as someone wrote it down."""

    naam: str
    adres: str = ""


@dataclass(frozen=True, slots=True)
class Toegevoegd:
    """What came of adding a list: how many entries were new, and how many stood there already."""

    nieuw: int
    dubbel: int


def read_regels(tekst: str) -> list[Lijstregel]:
    """Read "name; address" lines, or two columns pasted from a spreadsheet; raises OnjuisteGenodigden."""
    delen = ((line.partition("\t") if "\t" in line else line.partition(";")) for line in tekst.splitlines())
    return clean_regels((naam, adres) for naam, _streep, adres in delen)


def clean_regels(rijen: Iterable[Sequence[str]]) -> list[Lijstregel]:
    """Give entries without empty ones; raises OnjuisteGenodigden with the number of the line."""
    regels = []
    for nummer, (naam, adres) in enumerate(rijen, start=1):
        regel = Lijstregel(*(clean_regel(deel) for deel in (naam, adres)))
        if len(regel.naam) > MAX_NAAM or len(regel.adres) > MAX_ADRES:
            tekst = _("Regel %(regel)s is te lang. Een naam heeft hoogstens %(tekens)s tekens.")
            raise OnjuisteGenodigden(tekst % {"regel": nummer, "tekens": MAX_NAAM})
        if regel.naam or regel.adres:
            regels.append(regel)
    return regels


def make_link(genodigde: Genodigde) -> str:
    """Give the code in the link of an entry, always the same one."""
    return make_bon(f"genodigde {genodigde.pk}")


@transaction.atomic
def add_genodigden(*, vragenlijst: Vragenlijst, wie: Gebruiker, regels: Sequence[Lijstregel]) -> Toegevoegd:
    """Add entries, each with a link of its own; one that stands there already is left as it is.

    Raises OnjuisteGenodigden for an empty or too long list, and UitBestand.
    """
    lijst = lock_vragenlijst(vragenlijst)
    if lijst.herkomst == Herkomst.BESTAND:
        raise UitBestand
    if not regels:
        raise OnjuisteGenodigden
    er_al = set(lijst.genodigden.values_list("naam", "adres"))
    nieuw = [r for r in dict.fromkeys(regels) if (r.naam, r.adres) not in er_al]
    if len(er_al) + len(nieuw) > MAX_GENODIGDEN:
        tekst = _("Een lijst heeft hoogstens %(aantal)s genodigden.")
        raise OnjuisteGenodigden(tekst % {"aantal": MAX_GENODIGDEN})
    rijen = [Genodigde(pk=uuid4(), vragenlijst=lijst, naam=r.naam, adres=r.adres) for r in nieuw]
    for rij in rijen:
        rij.codehash = hash_bon(lijst.pk, make_link(rij))
    Genodigde.objects.bulk_create(rijen)
    _log(lijst, wie, "genodigden_toegevoegd", f"{lijst.titel}: {len(rijen)}")
    return Toegevoegd(len(rijen), len(regels) - len(rijen))


@transaction.atomic
def remove_genodigde(*, genodigde: Genodigde, wie: Gebruiker) -> None:
    """Take one entry off the list; its link opens nothing any more. An answer that came by it stays."""
    lijst = genodigde.vragenlijst
    genodigde.delete()
    _log(lijst, wie, "genodigde_weggehaald", lijst.titel)


@transaction.atomic
def delete_genodigden(*, vragenlijst: Vragenlijst, wie: Gebruiker) -> int:
    """Delete the whole list for good; the answers stay. Gives how many entries went."""
    aantal = vragenlijst.genodigden.count()
    vragenlijst.genodigden.all().delete()
    _log(vragenlijst, wie, "genodigden_verwijderd", f"{vragenlijst.titel}: {aantal}")
    return aantal


@transaction.atomic
def set_alleen_genodigden(*, vragenlijst: Vragenlijst, wie: Gebruiker, aan: bool) -> Vragenlijst:
    """Take answers by personal link only, or from everyone again."""
    lijst = lock_vragenlijst(vragenlijst)
    if lijst.alleen_genodigden != aan:
        lijst.alleen_genodigden = aan
        lijst.save(update_fields=["alleen_genodigden"])
        _log(lijst, wie, "alleen_genodigden" if aan else "iedereen_mag_antwoorden", lijst.titel)
    return lijst


def is_link(vragenlijst: Vragenlijst, link: str) -> bool:
    """Tell whether a link belongs to an entry; not whether it was used, which only sending tells."""
    return Genodigde.objects.filter(vragenlijst=vragenlijst, codehash=hash_bon(vragenlijst.pk, link)).exists()


def use_link(vragenlijst: Vragenlijst, link: str) -> None:
    """Mark an entry as used, inside the transaction that keeps the answers; nothing ties the two together.

    Raises AlleenGenodigden for a link of nobody, or none where one is needed, and LinkGebruikt.
    """
    if not link and not vragenlijst.alleen_genodigden:
        return
    rijen = Genodigde.objects.select_for_update().order_by().filter(vragenlijst=vragenlijst)
    genodigde = rijen.filter(codehash=hash_bon(vragenlijst.pk, link)).first() if link else None
    if genodigde is None:
        raise AlleenGenodigden
    if genodigde.gebruikt:
        raise LinkGebruikt
    genodigde.gebruikt = True
    genodigde.save(update_fields=["gebruikt"])


def delete_oude_genodigden(organisatie: Organisatie, grens: datetime) -> dict[str, int]:
    """Delete address lists a month after closing, and those of the organisation's term that never closed.

    `grens` lies the organisation's term before now.
    """
    nu = grens + timedelta(days=organisatie.bewaardagen)
    eigen = Genodigde.objects.van(organisatie)
    gesloten = eigen.filter(
        vragenlijst__status=Vragenlijststatus.GESLOTEN, vragenlijst__gesloten_op__lt=nu - LIJST_BEWAREN
    )
    weg = gesloten | eigen.filter(vragenlijst__gemaakt_op__lt=grens)
    aantal = weg.count()
    weg.delete()
    return {"genodigden": aantal}


def _log(lijst: Vragenlijst, wie: Gebruiker, handeling: str, omschrijving: str) -> None:
    log_handeling(
        organisatie=lijst.ronde.organisatie, wie=wie, handeling=handeling, op=lijst, omschrijving=omschrijving
    )
