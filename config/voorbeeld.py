"""The example: a fictional organisation in Delft, made by the same acts as users use."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from codering.domain.analyse import continue_run, start_run
from codering.domain.codeboeken import ensure_sociale_basis
from codering.domain.uitspraken import process_wijzigingen
from codering.models import Analyserun
from organisaties.domain.gebieden import load_gemeente
from organisaties.domain.leden import add_lid
from organisaties.domain.rondes import create_ronde, move_ronde
from organisaties.enums import Fase, Rol
from organisaties.models import Lidmaatschap, Organisatie, Ronde
from organisaties.refusals import Weigering
from peilingen.domain.invoer import read_invoer, upload_invoer

BESTAND = Path(__file__).parent / "voorbeeld" / "antwoorden.csv"
SLUG = "voorbeeld"
WACHTWOORD = "aan-de-keukentafel"
ROLLEN = (Rol.ORGANISATOR, Rol.CODEUR, Rol.LEZER)


class VoorbeeldBestaat(Weigering):
    """The example is there already."""

    status = 409
    tekst = "De voorbeeldgegevens zijn er al."


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """A sign-in of the example."""

    rol: str
    email: str
    wachtwoord: str


@transaction.atomic
def load_voorbeeld(*, aanmeldingen: bool) -> tuple[Ronde, list[Aanmelding]]:
    """Make the organisation, its ronde and its answers; with `aanmeldingen` also people who can sign in.

    Without the flag nobody can sign in: published passwords have no place on a public server.
    """
    if Organisatie.objects.filter(slug=SLUG).exists():
        raise VoorbeeldBestaat
    organisatie = Organisatie.objects.create(
        naam="Adviesraad Samen Delft",
        slug=SLUG,
        plaats="Delft",
        adres="Adviesraad Samen Delft (verzonnen voorbeeld)\nPostbus 0\n2600 AA Delft",
        ondertekenaar="J. Voorbeeld, voorzitter",
    )
    load_gemeente(organisatie=organisatie, gemeente="Delft")
    leden = {rol: _add_lid(organisatie, rol, aanmeldingen) for rol in ROLLEN}
    wie = leden[Rol.ORGANISATOR].gebruiker
    ronde = create_ronde(
        organisatie=organisatie,
        wie=wie,
        naam="Stadsbijeenkomst voorjaar 2026",
        vraagstelling="Wat hebben buurten in Delft nodig om voor elkaar te kunnen zorgen?",
    )
    move_ronde(ronde=ronde, wie=wie, naar=Fase.OPHALEN)
    invoer = upload_invoer(
        ronde=ronde, wie=wie, bestand=SimpleUploadedFile("antwoorden-maart-2026.csv", BESTAND.read_bytes())
    )
    read_invoer(invoer=invoer, wie=wie, rollen=invoer.koppeling)
    ensure_sociale_basis(organisatie=organisatie, wie=wie)
    gemaakt = [Aanmelding(str(rol.label), leden[rol].gebruiker.email, WACHTWOORD) for rol in ROLLEN]
    return ronde, gemaakt if aanmeldingen else []


def analyse_voorbeeld(*, ronde: Ronde, meld: Callable[[Analyserun], None]) -> Analyserun:
    """Run the real pipeline over the example; `meld` is called after each stretch."""
    while process_wijzigingen():
        pass
    run = plan_analyse(ronde=ronde)
    while continue_run(run=run):
        run.refresh_from_db()
        meld(run)
    run.refresh_from_db()
    return run


def plan_analyse(*, ronde: Ronde) -> Analyserun:
    """Plan the analysis of the example; the worker does it."""
    codeboek = ensure_sociale_basis(organisatie=ronde.organisatie, wie=None)
    return start_run(ronde=ronde, wie=None, codeboek=codeboek)


def _add_lid(organisatie: Organisatie, rol: Rol, aanmeldingen: bool) -> Lidmaatschap:
    return add_lid(
        organisatie=organisatie,
        wie=None,
        email=f"{rol.value}@voorbeeld.test",
        naam=f"{rol.label.capitalize()} Voorbeeld",
        rol=rol,
        wachtwoord=WACHTWOORD if aanmeldingen else None,
    )
