"""A letter as JSON and back: a vastgesteld letter prints the same whatever changes around it.

Words of residents do not go in: a quote is named by its hash, and printed from where it lives as long as it
may.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from advies.domain.brief import Adviestekst, Bevindingtekst, Bijlage, Brief
from basis.druk.document import Gegevenstabel, Patroon, Staaf, Staafdiagram


def to_inhoud(brief: Brief) -> dict[str, Any]:
    """Give the letter as plain values; quotes as the hash of their words."""
    kaal = replace(
        brief, versie=0, bevindingen=tuple(replace(b, citaat=_hash(b.citaat)) for b in brief.bevindingen)
    )
    inhoud: dict[str, Any] = json.loads(json.dumps(asdict(kaal), default=date.isoformat))
    return inhoud


def _hash(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest() if tekst else ""


def hash_inhoud(inhoud: Mapping[str, Any]) -> str:
    """The hash by which the same letter is known again."""
    return hashlib.sha256(json.dumps(inhoud, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def read_inhoud(inhoud: Mapping[str, Any], citaten: Sequence[str]) -> Brief:
    """Make the letter again; `citaten` are the quotes that may still be shown, in the order of the findings."""
    bevindingen = [
        replace(Bevindingtekst(**bevinding), citaat=citaat)
        for bevinding, citaat in zip(inhoud["bevindingen"], citaten, strict=True)
    ]
    punten = inhoud["adviespunten"]
    return Brief(
        afzender=inhoud["afzender"],
        betreft=inhoud["betreft"],
        adres=tuple(inhoud["adres"]),
        aanhef=inhoud["aanhef"],
        geadresseerde=tuple(inhoud["geadresseerde"]),
        plaats=inhoud["plaats"],
        aanleiding=inhoud["aanleiding"],
        slot=inhoud["slot"],
        ondertekening=tuple(inhoud["ondertekening"]),
        datum=date.fromisoformat(inhoud["datum"]) if inhoud["datum"] else None,
        diagram=_read_diagram(inhoud["diagram"]) if inhoud["diagram"] else None,
        bevindingen=tuple(replace(b, citaatbron=b.citaatbron if b.citaat else "") for b in bevindingen),
        adviespunten=tuple(Adviestekst(punt["tekst"], tuple(punt["bevindingen"])) for punt in punten),
        bijlage=_read_bijlage(inhoud["bijlage"]),
        concept=inhoud["concept"],
    )


def _read_diagram(waarden: Mapping[str, Any]) -> Staafdiagram:
    staven = tuple(Staaf(**{**staaf, "patroon": Patroon(staaf["patroon"])}) for staaf in waarden["staven"])
    return Staafdiagram(waarden["titel"], waarden["beschrijving"], staven)


def _read_bijlage(waarden: Mapping[str, Any]) -> Bijlage:
    return Bijlage(
        alineas=tuple(waarden["alineas"]),
        tabellen=tuple((uitleg, _read_tabel(tabel)) for uitleg, tabel in waarden["tabellen"]),
        themas=tuple(waarden["themas"]),
        herkomst=tuple(waarden["herkomst"]),
    )


def _read_tabel(waarden: Mapping[str, Any]) -> Gegevenstabel:
    return Gegevenstabel(
        kolommen=tuple(waarden["kolommen"]),
        rijen=tuple(tuple(rij) for rij in waarden["rijen"]),
        bijschrift=waarden["bijschrift"],
        uitlijning=tuple(waarden["uitlijning"]),
    )
