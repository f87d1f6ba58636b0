"""The form file: a questionnaire as JSON. The same questionnaire gives the same bytes.

What the fields are stands in docs/formulierbestand.md; a change there is a change of VERSIE.
"""

import json
from typing import Any

from peilingen.domain.voorwaarden import write_voorwaarde
from peilingen.domain.vorm.typen import Optie, Vorm, Vraagvorm, Woorden

FORMAAT = "grondvlak-vragenlijst"
VERSIE = 1
# The fields of a Vorm that are written as they are, in the order of the file.
KENMERKEN = (
    "titel",
    "inleiding",
    "werving",
    "vraag_citaat",
    "grondslag",
    "verantwoordelijke",
    "ook_onder_16",
    "toont_resultaten",
    "alleen_genodigden",
    "max_per_uur",
)


def write_json(vorm: Vorm) -> bytes:
    """Give the form file, UTF-8, with a newline at its end."""
    inhoud: dict[str, Any] = {"formaat": FORMAAT, "versie": VERSIE}
    for naam in KENMERKEN:
        inhoud[naam] = getattr(vorm, naam)
    inhoud["talen"] = list(vorm.talen)
    inhoud["vragen"] = [_describe_vraag(vraag) for vraag in vorm.vragen]
    inhoud["vertalingen"] = {
        taal: {plek: _describe_woorden(woorden) for plek, woorden in sorted(plekken.items())}
        for taal, plekken in sorted(vorm.vertalingen.items())
        if plekken
    }
    return (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode()


def _describe_vraag(vraag: Vraagvorm) -> dict[str, Any]:
    """Give a question without what it does not have."""
    alles: dict[str, Any] = {
        "sleutel": vraag.sleutel,
        "soort": vraag.soort,
        "tekst": vraag.tekst,
        "stam": "" if vraag.stam == vraag.tekst else vraag.stam,
        "uitleg": vraag.uitleg,
        "verplicht": vraag.verplicht,
        "instellingen": vraag.instellingen.as_json(),
        "voorwaarde": write_voorwaarde(vraag.voorwaarde),
        "keuzes": [_describe_optie(keuze) for keuze in vraag.keuzes],
        "stellingen": [_describe_optie(stelling) for stelling in vraag.stellingen],
    }
    return {naam: waarde for naam, waarde in alles.items() if waarde or naam in ("sleutel", "soort", "tekst")}


def _describe_optie(optie: Optie) -> dict[str, str]:
    return {"sleutel": optie.sleutel, "tekst": optie.tekst}


def _describe_woorden(woorden: Woorden) -> str | dict[str, Any]:
    return {"tekst": woorden.tekst, "verouderd": True} if woorden.verouderd else woorden.tekst
