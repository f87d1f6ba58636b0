"""`manage.py codeer`: open answers in, themes, counts and a draft letter out."""

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand

from config.opdrachten.invoer import Opdrachtfout, one_clear_line, read_bestand, read_rijen
from config.opdrachten.uitvoer import Voortgangsregel, check_folder, whole_folder

if TYPE_CHECKING:
    from codering.nlp.types import Codeboek, Voorbeeld
    from config.opdrachten.codeer import Resultaat


class Command(BaseCommand):
    """Code a file of open answers."""

    help = "Deelt open antwoorden in bij thema's en schrijft tabellen en een adviesconcept (PDF en Word) in een map."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options; other programs rely on them."""
        parser.add_argument("antwoorden", metavar="ANTWOORDEN", help="CSV, XLSX, ODS, SPSS (.sav) of JSONL")
        parser.add_argument("--uit", required=True, metavar="MAP", help="map voor de uitkomsten")
        parser.add_argument("--kolom", metavar="tekst", help="kolom met het antwoord (standaard: tekst)")
        parser.add_argument(
            "--id", dest="id_", metavar="id", help="kolom met een uniek nummer (anders: de rij)"
        )
        parser.add_argument(
            "--groep", metavar="buurt", help="kolom om per groep te tellen (standaard: buurt)"
        )
        parser.add_argument("--vraag", metavar="KOLOM", help="kolom met de vraag waarop het antwoord kwam")
        parser.add_argument(
            "--codeboek", metavar="FILE", help="eigen codeboek (TSV); standaard: sociale basis"
        )
        parser.add_argument("--voorbeelden", metavar="FILE", help="eigen gecodeerde voorbeelden (JSONL)")
        parser.add_argument("--zonder-codeboek", action="store_true", help="zoek alleen zelf groepen")
        parser.add_argument("--steekproef", action="store_true", help="aselecte steekproef: reken met marges")

    def handle(self, *args: Any, **opties: Any) -> None:
        """Do it, or say in one line why not."""
        with one_clear_line(self.stderr):
            self._run(opties)

    def _run(self, opties: dict[str, Any]) -> None:
        from codering.nlp.registry import default_embedder
        from config.opdrachten import bestanden, codeer

        tabel = read_bestand(opties["antwoorden"])
        rijen = read_rijen(
            tabel, kolom=opties["kolom"], id_=opties["id_"], groep=opties["groep"], vraag=opties["vraag"]
        )
        codeboek, voorbeelden = self._load_codeboek(opties)
        check_folder(Path(opties["uit"]))
        bestanden.read_moment()
        regel = Voortgangsregel()
        try:
            resultaat = codeer.analyse_rijen(
                rijen,
                codeboek,
                voorbeelden,
                embedder=default_embedder(),
                cache=codeer.open_cache(),
                steekproef=opties["steekproef"],
                progress=regel,
            )
            regel("Tabellen en brief schrijven", 0, 0)
            self._write(resultaat, tabel.naam, opties)
        finally:
            regel.done()
        self._report(resultaat, opties["uit"])

    def _load_codeboek(self, opties: dict[str, Any]) -> "tuple[Codeboek | None, tuple[Voorbeeld, ...]]":
        from config.opdrachten import codeer

        eigen, pad = opties["codeboek"] is not None, opties["voorbeelden"]
        if opties["zonder_codeboek"]:
            if eigen or pad is not None:
                raise Opdrachtfout(
                    "Kies --zonder-codeboek, of een codeboek met voorbeelden, maar niet allebei."
                )
            return None, ()
        codeboek = codeer.load_codeboek(opties["codeboek"])
        voorbeelden = codeer.load_voorbeelden(pad, codeboek, eigen_codeboek=eigen)
        if pad is not None and (vreemd := codeer.unknown_codes(voorbeelden, codeboek)):
            self.stdout.write(
                f"Deze codes van de voorbeelden staan niet in het codeboek en tellen niet mee: {', '.join(vreemd)}."
            )
        return codeboek, voorbeelden

    def _write(self, resultaat: "Resultaat", naam: str, opties: dict[str, Any]) -> None:
        from config.opdrachten import bestanden

        brief = bestanden.render_letter(bestanden.draft_letter(resultaat, naam))
        with whole_folder(Path(opties["uit"])) as map_:
            bestanden.write_tables(resultaat, map_, steekproef=opties["steekproef"])
            for bestandsnaam, inhoud in brief.items():
                (map_ / bestandsnaam).write_bytes(inhoud)
            bestanden.write_herkomst(resultaat, map_, Path(opties["antwoorden"]), self._recorded(opties))

    def _recorded(self, opties: dict[str, Any]) -> dict[str, Any]:
        namen = ("kolom", "id_", "groep", "vraag", "zonder_codeboek", "steekproef")
        return {naam.rstrip("_"): opties[naam] for naam in namen}

    def _report(self, resultaat: "Resultaat", uit: str) -> None:
        from config.opdrachten.bestanden import count_statussen

        statussen = count_statussen(resultaat.rijen)
        aantal = len(resultaat.rijen)
        self.stdout.write(
            f"{aantal} {'rij' if aantal == 1 else 'rijen'}: {statussen['thema']} met een thema, "
            f"{statussen['geen_thema']} zonder, {statussen['geen_antwoord']} zonder inhoudelijk antwoord, "
            f"{statussen['mislukt']} mislukt."
        )
        self.stdout.write(f"De tabellen en het adviesconcept staan in {uit}.")
