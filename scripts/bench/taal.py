"""How quick and how large the language pipeline is, at a thousand, ten thousand and a hundred thousand answers.

Each size and each way runs in a process of its own, so that its peak of memory is its own. Beside it, in the same
run: the simple ways, and BERTopic where this Python or the one that `GRONDVLAK_BENCH_BERTOPIC` names has it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from scripts.bench.keten import GROEPEN
from scripts.bench.meting import GROOT, PROJECTMAP, Meting, Sectie, Tabel, format_getal

BERTOPIC = "GRONDVLAK_BENCH_BERTOPIC"
MATEN = (1_000, 10_000)
GROTE_MAAT = 100_000
DOEL_MAAT, DOEL_SECONDEN = 10_000, 60.0
DOEL_GEHEUGEN = 1.5 * 2**30 / 1e6
STAPPEN = ("afschermen", "splitsen", "kwaliteit", "inbedden", "voorstellen", "groeperen", "namen")
KOP = ("stap", "seconden", "uitspraken per s", "rekentijd in s", "MB tot dan", "tegen eenvoudig")
UITLEG = (
    "Van antwoord tot voorstel en groep, met de vragen erbij. De antwoorden zijn meegeleverde voorbeelden (door "
    "taalmodellen geschreven) waarin telkens twee woorden zijn verwisseld, zodat ze allemaal verschillen: goed om "
    "snelheid te meten, niet om kwaliteit te meten. Koud: geen vector is bekend. Warm: alle vectoren zijn bekend, "
    "want ze worden berekend als antwoorden binnenkomen. De eenvoudige manier per stap: knippen bij een punt, TF-IDF "
    "van woorden, logistische regressie, k-means met 15 groepen. Elke maat draait in een eigen proces; MB is het "
    "meeste geheugen van dat proces tot en met die stap. Rekentijd is die van alle kernen samen."
)


def run_los(*opdracht: str) -> dict[str, Any]:
    """Run a measurement in a process of its own; give what its last line says."""
    uitvoer = subprocess.run(opdracht, cwd=PROJECTMAP, stdout=subprocess.PIPE, text=True, check=True).stdout
    uit: dict[str, Any] = json.loads(uitvoer.splitlines()[-1])
    return uit


def run_eigen(wat: str, *argumenten: str) -> dict[str, Any]:
    """Run one of our own measurements."""
    return run_los(sys.executable, "-m", f"scripts.bench.{wat}", *argumenten)


def measure_maat(aantal: int) -> tuple[list[Meting], list[Tabel]]:
    """Measure one size in every way."""
    with tempfile.TemporaryDirectory() as map_:
        keten = run_eigen("keten", "keten", str(aantal), map_)
        eenvoudig = run_eigen("keten", "eenvoudig", str(aantal))
        opslag = run_eigen("opslag", str(aantal), map_)
        bertopic = run_bertopic(Path(map_))
    return describe(aantal, keten, eenvoudig, opslag, bertopic)


def run_bertopic(map_: Path) -> dict[str, Any] | None:
    """Measure BERTopic on the same vectors and for as many groups as k-means; None where there is none."""
    import numpy as np

    python = os.environ.get(BERTOPIC, "")
    if not python and importlib.util.find_spec("bertopic") is None:
        return None
    teksten = json.loads((map_ / "teksten.json").read_text(encoding="utf-8"))["teksten"]
    stof = {"vectoren": np.load(map_ / "vectoren.npy"), "teksten": np.array(teksten)}
    np.savez(map_ / "stof.npz", **stof, aantal=np.array(GROEPEN + 1), zaden=np.array([0]))
    los = str(Path(__file__).with_name("bertopic_los.py"))
    try:
        uit = run_los(python or sys.executable, los, str(map_ / "stof.npz"))
    except subprocess.CalledProcessError as fout:
        print(f"BERTopic is niet gemeten: {fout}", file=sys.stderr)
        return None
    groepen = len(set(uit["labels"][0]) - {-1})
    return {"seconden": uit["seconden"][0], "groepen": groepen, "piek": uit["mib"] * 1.048576}


def describe(
    aantal: int,
    keten: dict[str, Any],
    eenvoudig: dict[str, Any],
    opslag: dict[str, Any],
    bertopic: dict[str, Any] | None,
) -> tuple[list[Meting], list[Tabel]]:
    """Make figures and tables of what was measured."""
    naam, koud, basis = _duizend(aantal), keten["koud"], eenvoudig["koud"]
    totaal = sum(koud[stap]["seconden"] for stap in STAPPEN)
    na = opslag["koud"]["analyse na de avond"]["seconden"]
    geheugen = {"doel": DOEL_GEHEUGEN, "basis": eenvoudig["piek"]}
    metingen = [
        Meting(f"{naam}: van antwoord tot groep, koud", totaal, "s", _doel(aantal, DOEL_SECONDEN)),
        Meting(f"{naam}: analyse na de avond, met opslaan", na, "s"),
        Meting(f"{naam}: meeste geheugen van de keten", keten["piek"], "MB", **geheugen),
        Meting(f"{naam}: meeste geheugen van de werker", opslag["piek"], "MB", **geheugen),
    ]
    if bertopic:
        groepen = koud["groeperen"]["seconden"] + koud["namen"]["seconden"]
        titel = f"{naam}: groepen en namen, naast BERTopic op dezelfde vectoren"
        metingen.append(Meting(titel, groepen, "s", basis=bertopic["seconden"]))
        gevonden = f"{naam}: meeste geheugen van BERTopic, dat {bertopic['groepen']} groepen vond"
        metingen.append(Meting(gevonden, bertopic["piek"], "MB"))
    kop = f"{naam} antwoorden, {_duizend(keten['uitspraken'])} uitspraken"
    return metingen, [
        _tabel(f"{kop}, koud", koud, keten["uitspraken"], basis),
        _tabel(f"{kop}, warm", keten["warm"], keten["uitspraken"], basis),
        _tabel(f"{kop}, in de database", opslag["koud"], opslag["uitspraken"], {}),
    ]


def _tabel(titel: str, duur: dict[str, Any], uitspraken: int, basis: dict[str, Any]) -> Tabel:
    bekend = [stap for stap in STAPPEN if stap in duur]
    stappen = [*bekend, *(stap for stap in duur if stap not in STAPPEN)]
    return Tabel(titel, KOP, tuple(_row(stap, duur[stap], uitspraken, basis) for stap in stappen))


def _row(stap: str, regel: dict[str, float], uitspraken: int, basis: dict[str, Any]) -> tuple[str, ...]:
    seconden = max(regel["seconden"], 1e-6)
    gewoon = basis.get(stap, {}).get("seconden", 0.0)
    return (
        stap,
        format_getal(seconden),
        f"{uitspraken / seconden:.0f}",
        format_getal(regel["cpu"]),
        f"{regel['piek']:.0f}",
        f"{format_getal(seconden / gewoon)} × {format_getal(gewoon)} s" if gewoon >= 0.01 else "",
    )


def _duizend(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")


def _doel(aantal: int, doel: float) -> float | None:
    return doel if aantal == DOEL_MAAT else None


def measure_taal() -> Sectie:
    """Measure each size; the largest only when asked for."""
    metingen: list[Meting] = []
    tabellen: list[Tabel] = []
    for aantal in (*MATEN, *((GROTE_MAAT,) if os.environ.get(GROOT) else ())):
        erbij, eigen = measure_maat(aantal)
        metingen += erbij
        tabellen += eigen
    return Sectie("De taalketen: snelheid en geheugen", UITLEG, tuple(metingen), tuple(tabellen))
