"""How good proposals are on a file that nothing learnt from, beside a plain TF-IDF model.

    python -m scripts.bench evaluatie

measures on the shipped validation part (`proef.jsonl`), and on another file as well where GRONDVLAK_BENCH_EVALUATIE
names one with columns `tekst`, `codes` and `vraag`. What is in `proef.jsonl` is by language models, not people.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from scripts.bench.meting import PROJECTMAP, Meting, Sectie

PROEF = PROJECTMAP / "codering" / "codeboeken" / "sociale_basis" / "proef.jsonl"
BESTAND = "GRONDVLAK_BENCH_EVALUATIE"
"""The variable that names a file to measure on besides the shipped one."""
CIJFERS = (("macro-F1", "macro_f1"), ("micro-F1", "micro_f1"), ("mAP", "map"), ("precies goed", "exact"))


def measure_evaluatie() -> Sectie:
    """Measure each file in a process of its own."""
    paden = [pad for pad in (PROEF, Path(os.environ.get(BESTAND, "") or PROEF)) if pad.exists()]
    metingen = [meting for pad in dict.fromkeys(paden) for meting in describe(run_evalueer(pad))]
    return Sectie(
        "Hoe goed de voorstellen zijn",
        "Uitspraken waar niets van leerde, geschreven en gecodeerd door taalmodellen, niet door mensen. Hoger is "
        "beter, behalve bij de afwijking van de zekerheid. De eenvoudige manier: TF-IDF van woorden met logistische "
        "regressie, op dezelfde voorbeelden.",
        tuple(metingen),
    )


def run_evalueer(pad: Path) -> dict[str, Any]:
    """Give what `evalueer` writes as JSON; the columns that are measured by are those that the file has."""
    kolommen = (
        set(json.loads(pad.read_text(encoding="utf-8").splitlines()[0])) if pad.suffix == ".jsonl" else set()
    )
    opties = ["--vraag", "vraag"]
    opties += [deel for naam in ("soort", "kwaliteit") if naam in kolommen for deel in (f"--{naam}", naam)]
    opties += [
        deel for naam in ("kanaal", "register", "taal") if naam in kolommen for deel in ("--per", naam)
    ]
    with tempfile.TemporaryDirectory() as map_:
        uit = Path(map_) / "cijfers.json"
        opdracht = [
            sys.executable,
            "manage.py",
            "evalueer",
            str(pad.resolve()),
            "--codes",
            "codes",
            "--json",
            str(uit),
        ]
        subprocess.run([*opdracht, *opties], cwd=PROJECTMAP, check=True, capture_output=True)
        cijfers: dict[str, Any] = json.loads(uit.read_text(encoding="utf-8"))
    return cijfers


def describe(cijfers: dict[str, Any]) -> list[Meting]:
    """Give the figures as measurements."""
    naam, eigen, zonder = cijfers["bestand"]["naam"], cijfers["pijplijn"], cijfers["zonder_vraag"]
    uit = [Meting(f"{naam}: {wat}", eigen[veld], "", basis=cijfers["tfidf"][veld]) for wat, veld in CIJFERS]
    if zonder:
        uit.append(
            Meting(
                f"{naam}: macro-F1 zonder de vraag",
                zonder["macro_f1"],
                "",
                basis=cijfers["tfidf"]["macro_f1"],
            )
        )
    laagste = min((thema for thema in eigen["per_thema"] if thema["aantal"]), key=lambda thema: thema["f1"])
    uit += [
        Meting(f"{naam}: laagste F1 van een thema ({laagste['code']})", laagste["f1"], ""),
        Meting(f"{naam}: afwijking van de zekerheid (ECE)", eigen["ijking"]["ece"], "", doel=0.05),
    ]
    uit += _describe_stapel(naam, eigen["stapel"])
    uit += [
        Meting(f"{naam}: {veld} goed", eigen[veld]["juist"], "")
        for veld in ("soort", "kwaliteit")
        if eigen[veld]
    ]
    return uit


def _describe_stapel(naam: str, stapel: dict[str, Any]) -> list[Meting]:
    """Give what can be accepted together, per way of choosing the threshold."""
    uit = []
    keuzes = (("drempel van het programma", "meegeleverd"), ("drempel gekruist gekozen", "gekruist"))
    for wat, veld in keuzes:
        if punt := stapel[veld]:
            uit += [
                Meting(f"{naam}: samen over te nemen, {wat}", punt["aandeel"], ""),
                Meting(f"{naam}: daarvan precies goed, {wat}", punt["exact"], ""),
            ]
    return uit
