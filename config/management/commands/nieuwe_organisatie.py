"""`manage.py nieuwe_organisatie`: the first organisation, and the way in for who manages it."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.core.validators import validate_email

from config.opdrachten.invoer import Opdrachtfout, stop
from config.settings.omgeving import SLEUTEL_GEDEELD
from organisaties.domain.instellingen import found_organisatie
from organisaties.domain.leden import make_wachtwoordlink
from organisaties.refusals import Weigering


class Command(BaseCommand):
    """Make an organisation and its first beheerder."""

    help = (
        "Maakt een organisatie met een eerste beheerder, en geeft de link waarmee die een wachtwoord kiest."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("naam", metavar="NAAM", help="de naam van de organisatie")
        parser.add_argument("email", metavar="EMAIL", help="het e-mailadres van de eerste beheerder")
        parser.add_argument("--beheerder", default="", metavar="NAAM", help="de naam van de eerste beheerder")
        parser.add_argument(
            "--adres",
            default=settings.GRONDVLAK_ADRES,
            metavar="URL",
            help=f"waar Grondvlak te bereiken is; anders {settings.GRONDVLAK_ADRES}",
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        """Do it, or say in one line why not."""
        if not SLEUTEL_GEDEELD:
            # Without it the server could not tell that the link is ours.
            stop(Opdrachtfout("Start Grondvlak eerst één keer, met make run. Daarna werkt dit."), self.stderr)
        try:
            validate_email(opties["email"])
            lid = found_organisatie(naam=opties["naam"], email=opties["email"], beheerder=opties["beheerder"])
        except ValidationError:
            stop(Opdrachtfout(f"{opties['email']} is geen e-mailadres."), self.stderr)
        except Weigering as weigering:
            stop(Opdrachtfout(str(weigering)), self.stderr)
        self.stdout.write(f"{lid.organisatie} is gemaakt. De beheerder is {lid.gebruiker.email}.")
        if lid.gebruiker.has_usable_password():
            self.stdout.write("Dit adres heeft al een wachtwoord, en kan daarmee inloggen.")
            return
        link = make_wachtwoordlink(lid=lid, wie=None)
        dagen = settings.PASSWORD_RESET_TIMEOUT // 86400
        self.stdout.write(f"Kies met deze link een wachtwoord. Hij werkt één keer, {dagen} dagen lang:")
        self.stdout.write(opties["adres"].rstrip("/") + link)
