"""Bringing people into an organisation."""

from allauth.account.models import EmailAddress
from django.db import transaction

from organisaties.domain.audit import log_handeling
from organisaties.enums import Rol
from organisaties.models import Gebruiker, Lidmaatschap, Organisatie


@transaction.atomic
def add_lid(
    *,
    organisatie: Organisatie,
    wie: Gebruiker | None,
    email: str,
    naam: str,
    rol: Rol,
    wachtwoord: str | None = None,
) -> Lidmaatschap:
    """Make someone a member; a new user without password sets one by the link of "wachtwoord vergeten".

    The address counts as verified, because a beheerder who knows the person gave it.
    """
    gebruiker = Gebruiker.objects.filter(email=email.lower()).first()
    if gebruiker is None:
        gebruiker = Gebruiker.objects.create_user(email, wachtwoord, naam=naam)
        EmailAddress.objects.create(user=gebruiker, email=gebruiker.email, verified=True, primary=True)
    lid, _nieuw = Lidmaatschap.objects.update_or_create(
        organisatie=organisatie, gebruiker=gebruiker, defaults={"rol": rol}
    )
    log_handeling(
        organisatie=organisatie, wie=wie, handeling="lid_toegevoegd", op=lid, omschrijving=str(rol.label)
    )
    return lid
