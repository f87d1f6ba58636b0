"""Who belongs to an organisation, and how they get in."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.urls import reverse

from organisaties.domain.audit import log_handeling
from organisaties.enums import Rol
from organisaties.models import Gebruiker, Lidmaatschap, Organisatie
from organisaties.refusals import GeenWachtwoordlink, LaatsteBeheerder


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
    """Make someone a member, or give a member another role; raises LaatsteBeheerder.

    A new user without password sets one by a link of `make_wachtwoordlink`, or of "wachtwoord vergeten". The
    address counts as verified, because a beheerder who knows the person gave it.
    """
    gebruiker = Gebruiker.objects.filter(email=email.lower()).first()
    if gebruiker is None:
        gebruiker = Gebruiker.objects.create_user(email, wachtwoord, naam=naam)
        EmailAddress.objects.create(user=gebruiker, email=gebruiker.email, verified=True, primary=True)
    bestaand = Lidmaatschap.objects.van(organisatie).filter(gebruiker=gebruiker).first()
    if bestaand is not None:
        return change_rol(lid=bestaand, wie=wie, rol=rol)
    if not gebruiker.has_usable_password() and gebruiker.lidmaatschappen.exists():
        # A link that another organisation handed out must not open this one's rows.
        gebruiker.set_unusable_password()
        gebruiker.save(update_fields=["password"])
    lid = Lidmaatschap.objects.create(organisatie=organisatie, gebruiker=gebruiker, rol=rol)
    log_handeling(
        organisatie=organisatie, wie=wie, handeling="lid_toegevoegd", op=lid, omschrijving=str(rol.label)
    )
    return lid


@transaction.atomic
def change_rol(*, lid: Lidmaatschap, wie: Gebruiker | None, rol: Rol) -> Lidmaatschap:
    """Give a member another role; raises LaatsteBeheerder when nobody would be left to manage."""
    if rol != Rol.BEHEERDER:
        _keep_beheerder(lid)
    lid.rol = rol
    lid.save(update_fields=["rol"])
    log_handeling(
        organisatie=lid.organisatie, wie=wie, handeling="rol_veranderd", op=lid, omschrijving=str(rol.label)
    )
    return lid


@transaction.atomic
def remove_lid(*, lid: Lidmaatschap, wie: Gebruiker) -> None:
    """Take someone out of the organisation; what they did stays, and so does their sign-in."""
    _keep_beheerder(lid)
    log_handeling(
        organisatie=lid.organisatie, wie=wie, handeling="lid_verwijderd", op=lid, omschrijving=str(lid)
    )
    lid.delete()


def _keep_beheerder(lid: Lidmaatschap) -> None:
    beheerders = Lidmaatschap.objects.van(lid.organisatie).filter(rol=Rol.BEHEERDER)
    over = {rij.pk for rij in beheerders.select_for_update()}
    if over == {lid.pk}:
        raise LaatsteBeheerder


@transaction.atomic
def make_wachtwoordlink(*, lid: Lidmaatschap, wie: Gebruiker | None) -> str:
    """Give the path where a member chooses a password: works once, and for PASSWORD_RESET_TIMEOUT seconds.

    Raises GeenWachtwoordlink for someone who belongs elsewhere too, or who runs the server: whoever has the
    link is that person from then on, and would see more than this organisation. `wie` is None on the server
    itself, where nothing is hidden.
    """
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str

    gebruiker = lid.gebruiker
    elders = gebruiker.is_staff or gebruiker.lidmaatschappen.exclude(pk=lid.pk).exists()
    if wie is not None and elders:
        raise GeenWachtwoordlink
    log_handeling(
        organisatie=lid.organisatie,
        wie=wie,
        handeling="wachtwoordlink_gemaakt",
        op=lid,
        omschrijving=str(lid),
    )
    sleutel = default_token_generator.make_token(gebruiker)
    return reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(gebruiker), "key": sleutel}
    )
