"""Founding an organisation, and changing what holds for all of it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from organisaties.domain.audit import log_handeling
from organisaties.domain.leden import add_lid
from organisaties.enums import Rol
from organisaties.models import Gebruiker, Lidmaatschap, Organisatie
from organisaties.refusals import OrganisatieBestaat


@transaction.atomic
def found_organisatie(*, naam: str, email: str, beheerder: str = "") -> Lidmaatschap:
    """Make an organisation with its first beheerder; raises OrganisatieBestaat."""
    schoon = naam.strip()
    if Organisatie.objects.filter(naam__iexact=schoon).exists():
        raise OrganisatieBestaat
    organisatie = Organisatie.objects.create(naam=schoon, slug=_free_slug(schoon))
    log_handeling(
        organisatie=organisatie,
        wie=None,
        handeling="organisatie_gemaakt",
        op=organisatie,
        omschrijving=schoon,
    )
    return add_lid(organisatie=organisatie, wie=None, email=email, naam=beheerder, rol=Rol.BEHEERDER)


def _free_slug(naam: str) -> str:
    basis = slugify(naam)[:40] or "organisatie"
    bezet = set(Organisatie.objects.filter(slug__startswith=basis).values_list("slug", flat=True))
    slug, nummer = basis, 2
    while slug in bezet:
        slug, nummer = f"{basis}-{nummer}", nummer + 1
    return slug


@transaction.atomic
def change_organisatie(*, organisatie: Organisatie, wie: Gebruiker, **velden: object) -> Organisatie:
    """Change fields of an organisation; the audit log names which ones, and the old term of retention."""
    anders = [naam for naam, waarde in velden.items() if getattr(organisatie, naam) != waarde]
    if not anders:
        return organisatie
    was = f" (was {organisatie.bewaardagen})" if "bewaardagen" in anders else ""
    for naam in anders:
        setattr(organisatie, naam, velden[naam])
    organisatie.save(update_fields=anders)
    log_handeling(
        organisatie=organisatie,
        wie=wie,
        handeling="instellingen_veranderd",
        op=organisatie,
        omschrijving=", ".join(anders) + was,
    )
    return organisatie


def bewaargrens(dagen: int, nu: datetime | None = None) -> datetime:
    """Give the moment before which answers go, if this were the term."""
    return (nu or timezone.now()) - timedelta(days=dagen)
