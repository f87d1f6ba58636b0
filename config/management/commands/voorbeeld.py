"""`manage.py voorbeeld`: fill a new database with the example."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand

from config.opdrachten.invoer import Opdrachtfout, stop
from config.opdrachten.uitvoer import Voortgangsregel
from config.voorbeeld import Analysefout, VoorbeeldBestaat, do_next_stretch, load_voorbeeld, plan_afmaken


class Command(BaseCommand):
    """Load the example."""

    help = "Zet een verzonnen organisatie in Delft met rondes in elke fase in de database en analyseert die echt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "--met-aanmeldingen",
            action="store_true",
            help="maak ook gebruikers met een bekend wachtwoord; doe dit nooit op een server die anderen bereiken",
        )
        parser.add_argument(
            "--zonder-analyse",
            action="store_true",
            help="laat de analyse, en wat daarna komt, aan de werker over",
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        """Do it, or say in one line why not."""
        try:
            voorbeeld = load_voorbeeld(aanmeldingen=opties["met_aanmeldingen"])
            if opties["zonder_analyse"]:
                plan_afmaken(voorbeeld.vandaag)
            else:
                self._finish(voorbeeld.vandaag)
        except (VoorbeeldBestaat, Analysefout) as fout:
            stop(Opdrachtfout(str(fout)), self.stderr)
        for aanmelding in voorbeeld.aanmeldingen:
            self.stdout.write(f"{aanmelding.rol:<12} {aanmelding.email:<32} {aanmelding.wachtwoord}")

    def _finish(self, vandaag: date) -> None:
        """Go on until all rondes are where they should be, and show how far it is."""
        regel = Voortgangsregel()
        while (ronde := do_next_stretch(vandaag=vandaag)) is not None:
            regel(str(ronde), 0, 0)
        regel.done()
