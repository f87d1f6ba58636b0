"""`manage.py evalueer`: how well proposals agree with codes that someone gave."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from config.opdrachten.evalueer import Vergelijking, measure, to_json, to_lines
from config.opdrachten.invoer import (
    Opdrachtfout,
    check_doel,
    one_clear_line,
    pick_kolom,
    read_bestand,
    read_rijen,
)
from config.opdrachten.uitvoer import Voortgangsregel


class Command(BaseCommand):
    """Compare proposals with codes in a file."""

    help = (
        "Vergelijkt voorgestelde thema's met codes in een bestand, naast een eenvoudige TF-IDF-vergelijking."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options; other programs rely on them."""
        parser.add_argument("bestand", metavar="BESTAND", help="CSV, XLSX, ODS, SPSS (.sav) of JSONL")
        parser.add_argument(
            "--codes", required=True, metavar="KOLOM", help="kolom met codes, gescheiden door | of ,"
        )
        parser.add_argument("--kolom", metavar="tekst", help="kolom met het antwoord (standaard: tekst)")
        parser.add_argument("--vraag", metavar="KOLOM", help="kolom met de vraag waarop het antwoord kwam")
        parser.add_argument("--json", metavar="FILE", help="schrijf de cijfers ook als JSON")

    def handle(self, *args: Any, **opties: Any) -> None:
        """Do it, or say in one line why not."""
        with one_clear_line(self.stderr):
            if opties["json"]:
                check_doel(opties["bestand"], opties["json"])
            meting = self._measure(opties)
            if opties["json"]:
                self._write_json(Path(opties["json"]), to_json(meting))
            for lijn in to_lines(meting):
                self.stdout.write(lijn)

    def _measure(self, opties: dict[str, Any]) -> Vergelijking:
        regel = Voortgangsregel()
        tabel = read_bestand(opties["bestand"])
        rijen = read_rijen(tabel, kolom=opties["kolom"], id_=None, vraag=opties["vraag"])
        codes = pick_kolom(tabel, "--codes", opties["codes"]) or ()
        try:
            return measure(rijen, codes, tabel=tabel, progress=regel)
        finally:
            regel.done()

    def _write_json(self, pad: Path, tekst: str) -> None:
        try:
            pad.write_text(tekst, encoding="utf-8")
        except OSError as fout:
            raise Opdrachtfout(f"{pad} kan niet geschreven worden. Bestaat de map?") from fout
