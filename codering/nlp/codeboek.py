"""Read a codebook folder: themes, coded examples and, where there is one, a list of telling words."""

import csv
import hashlib
import json
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from codering.nlp.types import Codeboek, Themadefinitie, Trefwoord, Voorbeeld

SOCIALE_BASIS = Path(__file__).resolve().parent.parent / "codeboeken" / "sociale_basis"
_KOLOMMEN = ("code", "naam", "definitie", "wel", "niet")


class Codeboekfout(ValueError):
    """A codebook or example file cannot be used; the text is one Dutch line for the user."""


def load_codeboek(pad: Path = SOCIALE_BASIS) -> Codeboek:
    """Read a codebook: a TSV file, or a folder with `codeboek.tsv` and perhaps `woordenlijst.tsv`."""
    bestand = pad / "codeboek.tsv" if pad.is_dir() else pad
    themas = tuple(_read_thema(rij, bestand) for rij in _read_tsv(bestand))
    codes = [thema.code for thema in themas]
    if not codes:
        raise Codeboekfout(
            f"{bestand.name}: er staan geen thema's in. Zet op elke regel een code en een naam."
        )
    if len(codes) == 1:
        raise Codeboekfout(f"{bestand.name}: er staat maar één thema in. Zet er ten minste twee in.")
    dubbel = sorted({code for code in codes if codes.count(code) > 1})
    if dubbel:
        raise Codeboekfout(
            f"{bestand.name}: de code {dubbel[0]} staat er meer dan eens in. Maak elke code uniek."
        )
    woordenlijst = pad / "woordenlijst.tsv" if pad.is_dir() else None
    woorden = load_woordenlijst(woordenlijst, codes) if woordenlijst and woordenlijst.exists() else ()
    versie = hashlib.sha256(bestand.read_bytes()).hexdigest()[:12]
    return Codeboek(pad.name if pad.is_dir() else pad.stem, versie, themas, woorden)


def load_woordenlijst(bestand: Path, codes: Iterable[str]) -> tuple[Trefwoord, ...]:
    """Read `code woord gewicht`; lines for codes that are not in the codebook are left out."""
    bekend = frozenset(codes)
    return tuple(
        Trefwoord(rij["code"], rij["woord"].strip().lower(), _read_gewicht(rij.get("gewicht", "")))
        for rij in _read_tsv(bestand)
        if rij["code"] in bekend and rij["woord"].strip()
    )


def load_voorbeelden(pad: Path = SOCIALE_BASIS) -> tuple[Voorbeeld, ...]:
    """Read one JSONL file of examples, or every `voorbeelden*.jsonl` of a folder in order of name."""
    bestanden = sorted(pad.glob("voorbeelden*.jsonl")) if pad.is_dir() else [pad]
    return tuple(voorbeeld for bestand in bestanden for voorbeeld in _read_voorbeelden(bestand))


def _read_voorbeelden(bestand: Path) -> Iterable[Voorbeeld]:
    for nummer, regel in enumerate(_read_text(bestand).split("\n"), start=1):
        if not regel.strip():
            continue
        try:
            yield _read_voorbeeld(json.loads(regel), bestand.stem)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fout:
            raise Codeboekfout(
                f"{bestand.name}, regel {nummer}: dit is geen voorbeeld. "
                'Schrijf elke regel als {"tekst": "…", "codes": ["…"]}.'
            ) from fout


def _read_voorbeeld(rij: dict[str, object], bron: str) -> Voorbeeld:
    tekst, vraag = rij["tekst"], rij.get("vraag") or ""
    if not isinstance(tekst, str) or not isinstance(vraag, str):
        raise TypeError(rij)
    soort, kanaal, register = (str(rij.get(veld) or "") for veld in ("soort", "kanaal", "register"))
    return Voorbeeld(
        tekst, _read_codes(rij["codes"]), vraag, soort=soort, kanaal=kanaal, register=register, bron=bron
    )


def _read_text(bestand: Path) -> str:
    try:
        return bestand.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fout:
        raise Codeboekfout(
            f"{bestand.name}: dit is geen tekst in UTF-8. Sla het bestand op als UTF-8."
        ) from fout
    except OSError as fout:
        raise Codeboekfout(f"{bestand.name}: dit bestand is niet te lezen. Kijk of de naam klopt.") from fout


def _read_codes(codes: object) -> tuple[str, ...]:
    if isinstance(codes, str):
        return tuple(code.strip() for code in codes.replace(",", "|").split("|") if code.strip())
    if isinstance(codes, list) and all(isinstance(code, str) for code in codes):
        return tuple(codes)
    raise TypeError(codes)


def _read_tsv(bestand: Path) -> list[dict[str, str]]:
    """The filled rows by column name, short rows filled up; what stands beyond the last column is left out."""
    tekst = _read_text(bestand)
    try:
        kop, *rijen = list(csv.reader(StringIO(tekst, newline=""), delimiter="\t", strict=True)) or [[]]
    except csv.Error as fout:
        raise Codeboekfout(
            f"{bestand.name}: een aanhalingsteken wordt niet afgesloten, of een cel is veel te lang. "
            "Zet een cel met aanhalingstekens zelf ook tussen aanhalingstekens."
        ) from fout
    namen = [naam.strip() for naam in kop]
    gevuld = [naam for naam in namen if naam]
    if len(set(gevuld)) < len(gevuld):
        raise Codeboekfout(
            f"{bestand.name}: een kolomnaam staat er twee keer. Geef elke kolom een eigen naam."
        )
    if rijen and "code" not in namen:
        raise Codeboekfout(
            f"{bestand.name}: de kolom code ontbreekt. Zet bovenaan: code, naam, definitie, wel, niet."
        )
    leeg = [""] * len(namen)
    return [dict(zip(namen, [*rij, *leeg], strict=False)) for rij in rijen if any(cel.strip() for cel in rij)]


def _read_thema(rij: dict[str, str], bestand: Path) -> Themadefinitie:
    waarden = {kolom: (rij.get(kolom) or "").strip() for kolom in _KOLOMMEN}
    if not waarden["code"]:
        raise Codeboekfout(f"{bestand.name}: een thema heeft geen code. Vul in elke regel de kolom code in.")
    return Themadefinitie(**{**waarden, "naam": waarden["naam"] or waarden["code"]})


def _read_gewicht(tekst: str) -> int:
    return min(3, max(1, int(tekst))) if tekst.strip().isdigit() else 1
