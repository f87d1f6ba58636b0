"""Read a codebook folder: themes, coded examples and, where there is one, a list of telling words."""

import csv
import hashlib
import json
from collections.abc import Iterable
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
    with bestand.open(encoding="utf-8-sig") as regels:
        for nummer, regel in enumerate(regels, start=1):
            if not regel.strip():
                continue
            try:
                rij = json.loads(regel)
                yield Voorbeeld(rij["tekst"], _read_codes(rij["codes"]), rij.get("vraag") or "")
            except (ValueError, KeyError, TypeError, AttributeError) as fout:
                raise Codeboekfout(
                    f"{bestand.name}, regel {nummer}: dit is geen voorbeeld. "
                    'Schrijf elke regel als {"tekst": "…", "codes": ["…"]}.'
                ) from fout


def _read_codes(codes: object) -> tuple[str, ...]:
    if isinstance(codes, str):
        return tuple(code.strip() for code in codes.replace(",", "|").split("|") if code.strip())
    if isinstance(codes, list):
        return tuple(str(code) for code in codes)
    raise TypeError(codes)


def _read_tsv(bestand: Path) -> list[dict[str, str]]:
    try:
        with bestand.open(encoding="utf-8-sig", newline="") as regels:
            rijen = [
                {(k or "").strip(): (v if isinstance(v, str) else "") for k, v in rij.items()}
                for rij in csv.DictReader(regels, delimiter="\t")
            ]
    except UnicodeDecodeError as fout:
        raise Codeboekfout(
            f"{bestand.name}: dit is geen tekst in UTF-8. Sla het bestand op als UTF-8."
        ) from fout
    except OSError as fout:
        raise Codeboekfout(f"{bestand.name}: dit bestand is niet te lezen. Kijk of de naam klopt.") from fout
    if rijen and "code" not in rijen[0]:
        raise Codeboekfout(
            f"{bestand.name}: de kolom code ontbreekt. Zet bovenaan: code, naam, definitie, wel, niet."
        )
    return rijen


def _read_thema(rij: dict[str, str], bestand: Path) -> Themadefinitie:
    waarden = {kolom: (rij.get(kolom) or "").strip() for kolom in _KOLOMMEN}
    if not waarden["code"]:
        raise Codeboekfout(f"{bestand.name}: een thema heeft geen code. Vul in elke regel de kolom code in.")
    return Themadefinitie(**{**waarden, "naam": waarden["naam"] or waarden["code"]})


def _read_gewicht(tekst: str) -> int:
    return min(3, max(1, int(tekst))) if tekst.strip().isdigit() else 1
