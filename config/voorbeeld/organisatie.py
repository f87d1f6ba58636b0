"""Who and where the example is."""

from dataclasses import dataclass

from organisaties.domain.gebieden import load_gemeente
from organisaties.domain.leden import add_lid
from organisaties.enums import Rol
from organisaties.models import Gebruiker, Organisatie

SLUG = "voorbeeld"
WACHTWOORD = "aan-de-keukentafel"
ROLLEN = (Rol.ORGANISATOR, Rol.CODEUR, Rol.LEZER)


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """A sign-in of the example."""

    rol: str
    email: str
    wachtwoord: str


def make_organisatie() -> Organisatie:
    """Make the organisation with the areas of Delft."""
    organisatie = Organisatie.objects.create(
        naam="Adviesraad Samen Delft (voorbeeld)",
        slug=SLUG,
        plaats="Delft",
        adres="Adviesraad Samen Delft (verzonnen voorbeeld)\nPostbus 0\n2600 AA Delft",
        ondertekenaar="J. Voorbeeld, voorzitter",
        contact="vragen@adviesraad.voorbeeld.test",
    )
    load_gemeente(organisatie=organisatie, gemeente="Delft")
    return organisatie


def add_leden(organisatie: Organisatie, *, aanmeldingen: bool) -> list[Aanmelding]:
    """Make the people; only with `aanmeldingen` can they sign in, and are their passwords given.

    Published passwords have no place on a public server.
    """
    gemaakt = []
    for rol in ROLLEN:
        lid = add_lid(
            organisatie=organisatie,
            wie=None,
            email=f"{rol.value}@voorbeeld.test",
            naam=f"{rol.label.capitalize()} Voorbeeld",
            rol=rol,
            wachtwoord=WACHTWOORD if aanmeldingen else None,
        )
        gemaakt.append(Aanmelding(str(rol.label), lid.gebruiker.email, WACHTWOORD))
    return gemaakt if aanmeldingen else []


def get_wie(organisatie: Organisatie, rol: Rol) -> Gebruiker:
    """Give the person with a role."""
    return Gebruiker.objects.get(lidmaatschappen__organisatie=organisatie, lidmaatschappen__rol=rol)
