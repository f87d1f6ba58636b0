"""`manage.py voorbeeld`: fill a new database with the example."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from codering.enums import Runstatus
from config.opdrachten.invoer import Opdrachtfout, stop
from config.opdrachten.uitvoer import Voortgangsregel
from config.voorbeeld import VoorbeeldBestaat, analyse_voorbeeld, load_voorbeeld, plan_analyse


class Command(BaseCommand):
    """Load the example."""

    help = "Zet een verzonnen organisatie in Delft met antwoorden in de database en analyseert die echt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "--met-aanmeldingen",
            action="store_true",
            help="maak ook gebruikers met een bekend wachtwoord; doe dit nooit op een server die anderen bereiken",
        )
        parser.add_argument(
            "--zonder-analyse", action="store_true", help="laat de analyse aan de werker over"
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        """Do it, or say in one line why not."""
        try:
            ronde, aanmeldingen = load_voorbeeld(aanmeldingen=opties["met_aanmeldingen"])
        except VoorbeeldBestaat as fout:
            stop(Opdrachtfout(str(fout)), self.stderr)
        if opties["zonder_analyse"]:
            plan_analyse(ronde=ronde)
        else:
            regel = Voortgangsregel()
            run = analyse_voorbeeld(ronde=ronde, meld=lambda r: regel(r.stap, r.gedaan, r.totaal))
            regel.done()
            if run.status != Runstatus.KLAAR:
                stop(Opdrachtfout(f"De analyse van het voorbeeld is mislukt: {run.fout}"), self.stderr)
        for aanmelding in aanmeldingen:
            self.stdout.write(f"{aanmelding.rol:<12} {aanmelding.email:<32} {aanmelding.wachtwoord}")
