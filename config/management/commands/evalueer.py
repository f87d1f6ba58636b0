"""`manage.py evalueer`: how well proposals agree with codes that someone gave."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from config.opdrachten.codeer import load_codeboek
from config.opdrachten.evaluatietekst import draw_ijkplaat, to_lines
from config.opdrachten.evalueer import Evaluatie, collect, measure, to_json
from config.opdrachten.invoer import Opdrachtfout, check_doel, one_clear_line
from config.opdrachten.proefset import read_proefset
from config.opdrachten.uitvoer import Voortgangsregel

OPTIES = (
    ("--kolom", "tekst", "kolom met het antwoord (standaard: tekst)"),
    ("--vraag", "KOLOM", "kolom met de vraag waarop het antwoord kwam: meet met en zonder"),
    ("--soort", "KOLOM", "kolom met de soort: knelpunt, waardering, wens, aanbod of feit"),
    ("--kwaliteit", "KOLOM", "kolom met inhoudelijk, geen_antwoord, weet_niet of onduidelijk"),
    ("--door", "TEKST", "wie de antwoorden schreef en codeerde; komt bij de cijfers te staan"),
    ("--json", "FILE", "schrijf de cijfers ook als JSON"),
    ("--ijkplaat", "FILE", "teken of de zekerheid klopt (SVG)"),
)


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
        for naam, waarde, uitleg in OPTIES:
            parser.add_argument(naam, metavar=waarde, help=uitleg)
        parser.add_argument(
            "--per", metavar="KOLOM", action="append", help="kolom om groepen te vergelijken; mag vaker"
        )
        parser.add_argument(
            "--leercurve", action="store_true", help="meet ook wat meer voorbeelden brengen (duurt langer)"
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        """Do it, or say in one line why not."""
        with one_clear_line(self.stderr):
            for optie in ("json", "ijkplaat"):
                if opties[optie]:
                    check_doel(opties["bestand"], opties[optie])
            evaluatie = self._measure(opties)
            if opties["json"]:
                self._write(Path(opties["json"]), to_json(evaluatie))
            if opties["ijkplaat"]:
                self._write(Path(opties["ijkplaat"]), draw_ijkplaat(evaluatie))
            for lijn in to_lines(evaluatie):
                self.stdout.write(lijn)

    def _measure(self, opties: dict[str, Any]) -> Evaluatie:
        codeboek = load_codeboek(None)
        proefset = read_proefset(opties, codeboek.codes)
        regel = Voortgangsregel()
        try:
            return measure(proefset, collect(codeboek, regel), leercurve=opties["leercurve"])
        finally:
            regel.done()

    def _write(self, pad: Path, tekst: str) -> None:
        try:
            pad.write_text(tekst, encoding="utf-8")
        except OSError as fout:
            raise Opdrachtfout(f"{pad} kan niet geschreven worden. Bestaat de map?") from fout
