"""One dataset, four kinds of file: CSV and XLSX for people, SPSS for statistics, JSON for programs."""

import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, BinaryIO

from django.utils.translation import gettext_lazy as _

from basis.tabel import Blad, Meting, Savkolom, Savsoort, make_savnaam, write_csv, write_sav, write_werkmap
from basis.tabel.types import Celwaarde
from peilingen.domain.antwoordkolommen import STAND, STANDEN, Celsoort, Deel, Kolom, Stand
from peilingen.domain.bestanden import XLSX, name_bestand
from peilingen.domain.cellen import Cel
from peilingen.domain.uitvoer import Dataset, Rij
from peilingen.enums import Vraagsoort

BEANTWOORD = 1
_DATUMLENGTE = len("2026-03-15")
JSONVERSIE = 1
_BREEDTES = (14, 9, 44, 22, 26, 60, 44, 34)
_SCHAAL = (Celsoort.GETAL, Celsoort.DATUM)


@dataclass(frozen=True, slots=True)
class Vorm:
    """A kind of file: its name for people, its ending and type, and how it is written."""

    naam: Any
    ending: str
    type: str
    write: Callable[[Dataset, BinaryIO], int]


def show_cel(cel: Cel, kolom: Kolom) -> Celwaarde:
    """Give a cell as people read it: words instead of codes, what is missing between brackets."""
    if isinstance(cel, Stand):
        return f"({cel.woord})"
    if kolom.celsoort == Celsoort.CODE:
        return dict(kolom.codes).get(int(cel), str(cel))
    if isinstance(cel, Decimal):
        return int(cel) if cel == cel.to_integral_value() else float(cel)
    return cel


def write_csv_uit(dataset: Dataset, doel: BinaryIO) -> int:
    """Write for a Dutch Excel: semicolons, a byte order mark, decimal commas. Gives how many rows."""
    tekst = io.TextIOWrapper(doel, encoding="utf-8", newline="", write_through=True)
    teller = _Teller(dataset.rijen)
    rijen = ([_comma(cel) for cel in _words(rij, dataset.kolommen)] for rij in teller)
    write_csv(tekst, [kolom.kop for kolom in dataset.kolommen], rijen, scheiding=";", bom=True)
    tekst.detach()
    return teller.aantal


def write_xlsx_uit(dataset: Dataset, doel: BinaryIO) -> int:
    """Write a workbook: the answers, and a sheet that explains every column. Gives how many rows."""
    teller = _Teller(dataset.rijen)
    kop = [kolom.kop for kolom in dataset.kolommen]
    breedtes = tuple(40 if kolom.eigen_woorden else 18 for kolom in dataset.kolommen)
    antwoorden = Blad("Antwoorden", kop, (list(_words(rij, dataset.kolommen)) for rij in teller), breedtes)
    koppen = [
        "kolom",
        "nummer",
        "vraag",
        "soort",
        "onderdeel",
        "antwoorden",
        "wanneer gevraagd",
        "geen antwoord",
    ]
    uitleg = Blad("Codeboek", koppen, list(describe_kolommen(dataset.kolommen)), _BREEDTES)
    write_werkmap(doel, [antwoorden, uitleg])
    return teller.aantal


def describe_kolommen(kolommen: Sequence[Kolom]) -> Iterator[list[Celwaarde]]:
    """Give the rows of the codebook, one per column."""
    gemist = "; ".join(f"{code} = {woord}" for code, woord in STANDEN)
    for kolom in kolommen:
        soort = str(Vraagsoort(kolom.soort).label) if kolom.soort else "over de hele rij"
        yield [
            kolom.naam,
            kolom.nummer or None,
            kolom.vraagtekst or kolom.titel,
            soort,
            kolom.onderwerp,
            "; ".join(f"{code} = {woord}" for code, woord in kolom.codes) or _describe_cellen(kolom),
            kolom.voorwaarde or "altijd",
            gemist,
        ]


def _describe_cellen(kolom: Kolom) -> str:
    if kolom.deel == Deel.RANG:
        return "plaats in de volgorde, 1 is het eerst"
    return {Celsoort.GETAL: "een getal", Celsoort.DATUM: "een datum"}.get(kolom.celsoort, "tekst")


def write_sav_uit(dataset: Dataset, doel: BinaryIO) -> int:
    """Write for statistics programs: codes with labels, and beside words a variable that tells whether they are there.

    Gives how many rows.
    """
    teller = _Teller(dataset.rijen)
    paren = list(_savkolommen(dataset.kolommen))
    rijen = (list(_spread(rij, paren)) for rij in teller)
    write_sav(doel, [sav for _plek, sav, _stand in paren], rijen, titel=dataset.titel)
    return teller.aantal


_Savpaar = tuple[int, Savkolom, bool]


def _savkolommen(kolommen: Sequence[Kolom]) -> Iterator[_Savpaar]:
    """Give each variable with the place of its column, and whether it tells only that words are there."""
    bezet = [kolom.naam for kolom in kolommen]
    gemist = tuple(code for code, _woord in STANDEN)
    for plek, kolom in enumerate(kolommen):
        if kolom.celsoort != Celsoort.TEKST:
            yield plek, _savkolom(kolom, gemist), False
            continue
        yield plek, Savkolom(kolom.naam, kolom.titel, Savsoort.TEKST), False
        if kolom.deel == Deel.WAARDE:
            naam = make_savnaam(f"{kolom.naam}{STAND}", bezet)
            bezet.append(naam)
            waarden = ((BEANTWOORD, "beantwoord"), *STANDEN)
            yield plek, Savkolom(naam, f"{kolom.titel} (beantwoord?)", waarden=waarden, gemist=gemist), True


def _savkolom(kolom: Kolom, gemist: tuple[int, ...]) -> Savkolom:
    meting = Meting.SCHAAL if kolom.celsoort in _SCHAAL else Meting.NOMINAAL
    if kolom.deel == Deel.RANG or kolom.soort in (Vraagsoort.SCHAAL, Vraagsoort.LEEFTIJD, Vraagsoort.MATRIX):
        meting = Meting.ORDINAAL
    return Savkolom(
        kolom.naam,
        kolom.titel,
        Savsoort.DATUM if kolom.celsoort == Celsoort.DATUM else Savsoort.GETAL,
        (*kolom.codes, *STANDEN),
        gemist,
        meting,
        kolom.decimalen,
    )


def _spread(rij: Rij, paren: Sequence[_Savpaar]) -> Iterator[Celwaarde]:
    for plek, sav, alleen_stand in paren:
        cel = rij.cellen[plek]
        if alleen_stand:
            yield cel.value if isinstance(cel, Stand) else BEANTWOORD
        elif isinstance(cel, Stand):
            yield "" if sav.soort == Savsoort.TEKST else cel.value
        elif sav.soort == Savsoort.DATUM and len(str(cel)) != _DATUMLENGTE:
            yield None
        else:
            yield float(cel) if isinstance(cel, Decimal) else cel


def write_json_uit(dataset: Dataset, doel: BinaryIO) -> int:
    """Write as docs/uitvoer.md describes, one inzending a line. Gives how many rows."""
    teller = _Teller(dataset.rijen)
    kop = {
        "formaat": "grondvlak-antwoorden",
        "versie": JSONVERSIE,
        "titel": dataset.titel,
        "voor": dataset.doel.value,
        "standen": {str(code): woord for code, woord in STANDEN},
        "kolommen": [_describe_json(kolom) for kolom in dataset.kolommen],
    }
    doel.write((_dump(kop)[:-1] + ', "inzendingen": [').encode())
    for nummer, rij in enumerate(teller):
        velden = {kolom.naam: _plain(cel) for kolom, cel in zip(dataset.kolommen, rij.cellen, strict=True)}
        doel.write((("," if nummer else "") + "\n" + _dump(velden)).encode())
    doel.write(b"\n]}\n")
    return teller.aantal


def _describe_json(kolom: Kolom) -> dict[str, Any]:
    return {
        "naam": kolom.naam,
        "kop": kolom.titel,
        "nummer": kolom.nummer or None,
        "vraag": kolom.vraagtekst,
        "soort": kolom.soort,
        "deel": kolom.deel.value,
        "onderwerp": kolom.onderwerp,
        "cel": kolom.celsoort.value,
        "codes": {str(code): woord for code, woord in kolom.codes},
        "voorwaarde": kolom.voorwaarde,
    }


def _plain(cel: Cel) -> Any:
    if isinstance(cel, Stand):
        return {"stand": cel.value}
    if isinstance(cel, Decimal):
        return int(cel) if cel == cel.to_integral_value() else float(cel)
    return cel


def _dump(waarde: Any) -> str:
    return json.dumps(waarde, ensure_ascii=False)


class _Teller:
    """Counts the rows that go by."""

    def __init__(self, rijen: Iterator[Rij]) -> None:
        self._rijen = rijen
        self.aantal = 0

    def __iter__(self) -> Iterator[Rij]:
        for rij in self._rijen:
            self.aantal += 1
            yield rij


def _words(rij: Rij, kolommen: Sequence[Kolom]) -> Iterator[Celwaarde]:
    return (show_cel(cel, kolom) for cel, kolom in zip(rij.cellen, kolommen, strict=True))


def _comma(cel: Celwaarde) -> Celwaarde:
    """A number as a Dutch spreadsheet reads it."""
    return str(cel).replace(".", ",") if isinstance(cel, float) else cel


VORMEN: dict[str, Vorm] = {
    "xlsx": Vorm(
        _("Excel (.xlsx), met uitleg van elke kolom"),
        "xlsx",
        XLSX,
        write_xlsx_uit,
    ),
    "csv": Vorm(_("CSV, voor elk rekenprogramma"), "csv", "text/csv; charset=utf-8", write_csv_uit),
    "sav": Vorm(_("SPSS (.sav), met labels"), "sav", "application/x-spss-sav", write_sav_uit),
    "json": Vorm(_("JSON, voor programma's"), "json", "application/json", write_json_uit),
}


def name_file(dataset: Dataset, vorm: Vorm) -> str:
    """Give a file name that every computer accepts, without dates."""
    return f"antwoorden-{name_bestand(dataset.titel)}-{dataset.doel.value}.{vorm.ending}"
