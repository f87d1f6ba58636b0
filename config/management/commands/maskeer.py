"""`manage.py maskeer`: find personal data in a file, and write the file without it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from config.opdrachten.invoer import Opdrachtfout, read_bestand, read_rijen, stop
from config.opdrachten.maskeer import write_maskers


class Command(BaseCommand):
    """Mask a file of open answers."""

    help = "Zoekt persoonsgegevens en schrijft waar ze staan, met een afgeschermde kopie erbij."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options; other programs rely on them."""
        parser.add_argument("bestand", metavar="BESTAND", help="CSV, XLSX, ODS of JSONL")
        parser.add_argument("--uit", required=True, metavar="FILE", help="CSV met wat er gevonden is")
        parser.add_argument("--kolom", metavar="tekst", help="kolom met de tekst (standaard: tekst)")
        parser.add_argument(
            "--id", dest="id_", metavar="id", help="kolom met een uniek nummer (anders: de rij)"
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        """Do it, or say in one line why not."""
        try:
            tabel = read_bestand(opties["bestand"])
            rijen = read_rijen(tabel, kolom=opties["kolom"], id_=opties["id_"])
            aantal, afgeschermd = write_maskers(tabel, opties["kolom"] or "tekst", rijen, Path(opties["uit"]))
        except Opdrachtfout as fout:
            stop(fout, self.stderr)  # type: ignore[arg-type]
        self.stdout.write(
            f"{aantal} plekken gevonden in {len(rijen)} rijen. Kijk ze na: een computer mist er altijd."
        )
        self.stdout.write(f"Het afgeschermde bestand staat in {afgeschermd}.")
