"""`manage.py maskeer`: find personal data in a file, and write the file without it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from config.opdrachten.invoer import one_clear_line, read_bestand, read_rijen
from config.opdrachten.maskeer import check_doelen, write_maskers


class Command(BaseCommand):
    """Mask a file of open answers."""

    help = "Zoekt persoonsgegevens en schrijft waar ze staan, met een afgeschermde kopie erbij."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options; other programs rely on them."""
        parser.add_argument("bestand", metavar="BESTAND", help="CSV, XLSX, ODS, SPSS (.sav) of JSONL")
        parser.add_argument("--uit", required=True, metavar="FILE", help="CSV met wat er gevonden is")
        parser.add_argument("--kolom", metavar="tekst", help="kolom met de tekst (standaard: tekst)")
        parser.add_argument(
            "--id", dest="id_", metavar="id", help="kolom met een uniek nummer (anders: de rij)"
        )

        parser.add_argument(
            "--vrij",
            action="append",
            default=[],
            metavar="NAAM",
            help="naam van een plek of gebied die leesbaar blijft (vaker te gebruiken)",
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        """Do it, or say in one line why not."""
        with one_clear_line(self.stderr):
            check_doelen(opties["bestand"], opties["uit"])
            tabel = read_bestand(opties["bestand"])
            rijen = read_rijen(tabel, kolom=opties["kolom"], id_=opties["id_"])
            aantal, afgeschermd = write_maskers(
                tabel, opties["kolom"] or "tekst", rijen, Path(opties["uit"]), opties["vrij"]
            )
            self.stdout.write(
                f"{aantal} {'plek' if aantal == 1 else 'plekken'} gevonden in {len(rijen)} "
                f"{'rij' if len(rijen) == 1 else 'rijen'}. Kijk ze na: een computer mist er altijd."
            )
            self.stdout.write(f"Het afgeschermde bestand staat in {afgeschermd}.")
