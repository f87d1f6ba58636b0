"""`python -m scripts.encoder STAP`: make the files in codering/nlp/modellen from the shipped examples.

Needs torch and onnx beside what the program itself needs (`pip install torch onnx`); two cores and half an hour.

    vouwen   train without some authors and predict those (for calibration), into --map
    alles    train on all examples, into --map
    schrijf  write encoder.onnx and basis.npz from what stands in --map
    kromme   figures on --toets for 25, 50, 75 and 100 % of the examples
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch

from codering.nlp.e5bestand import Modelbestand, open_modelbestand
from scripts.encoder.leren import Instelling, Kop, Lezer, predict, train
from scripts.encoder.schrijven import write_basis, write_encoder
from scripts.encoder.stof import GEBRUIKT, Stof, load_stof

RONDEN = 4
RONDEN_VOUW = 3
_BASIS = Instelling(bak=64, leersnelheid=3e-4)


def main() -> None:
    """Read the step and do it."""
    ontleder = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ontleder.add_argument("stap", choices=("vouwen", "alles", "schrijf", "kromme"), nargs="+")
    ontleder.add_argument("--map", type=Path, default=Path("encoder-tussenwerk"))
    ontleder.add_argument("--toets", type=Path, help="JSONL om de kromme op te meten")
    ontleder.add_argument("--kernen", type=int, default=2)
    opties = ontleder.parse_args()
    torch.set_num_threads(opties.kernen)
    opties.map.mkdir(parents=True, exist_ok=True)
    bron, stof = open_modelbestand(), load_stof()
    lezer = Lezer(bron, _BASIS.onder)
    for stap in opties.stap:
        if stap == "vouwen":
            train_vouwen(stof, bron, lezer, opties.map)
        elif stap == "alles":
            train_alles(stof, bron, lezer, opties.map)
        elif stap == "schrijf":
            write_encoder(bron, opties.map)
            write_basis(stof, opties.map)
        else:
            train_kromme(stof, bron, lezer, opties.toets)


def train_vouwen(stof: Stof, bron: Modelbestand, lezer: Lezer, map_: Path) -> None:
    """Predictions for authors that were kept apart."""
    for nummer in GEBRUIKT:
        leer, toets = stof.vouw(nummer)
        lagen, kop = train(stof.rijen(leer), bron, lezer, _with_ronden(RONDEN_VOUW))
        _save_voorspelling(map_ / f"vouw{nummer}.npz", stof, toets, lagen, kop, lezer)


def train_alles(stof: Stof, bron: Modelbestand, lezer: Lezer, map_: Path) -> None:
    """The model that is shipped."""
    alle = list(range(len(stof.voorbeelden)))
    lagen, kop = train(stof.rijen(alle), bron, lezer, _with_ronden(RONDEN))
    torch.save({"lagen": lagen.state_dict(), "kop": kop.state_dict()}, map_ / "alles.pt")


def train_kromme(stof: Stof, bron: Modelbestand, lezer: Lezer, toets: Path) -> None:
    """Macro-F1 (one threshold, 0.4) and mean average precision, by the encoder alone."""
    from codering.nlp.evaluate import evaluate

    rijen = [json.loads(regel) for regel in toets.read_text(encoding="utf-8").splitlines()]
    waar = [tuple(rij["codes"]) for rij in rijen]
    for aandeel in (0.25, 0.5, 0.75, 1.0):
        plekken = stof.deel(aandeel)
        lagen, kop = train(stof.rijen(plekken), bron, lezer, _with_ronden(RONDEN), zeg=lambda _regel: None)
        for naam, vraag in (("zonder vraag", False), ("met vraag", True)):
            paren = [((rij.get("vraag") or "") if vraag else "", rij["tekst"]) for rij in rijen]
            kansen = 1 / (1 + np.exp(-predict(lagen, kop, lezer, paren)[1]))
            voorgesteld = [
                [code for code, kans in zip(stof.codes, rij, strict=True) if kans >= 0.4] for rij in kansen
            ]
            m = evaluate(waar, voorgesteld, kansen, stof.codes)
            print(f"{len(plekken)}\t{naam}\t{m.macro_f1:.3f}\t{m.micro_f1:.3f}\t{m.map:.3f}", flush=True)


def _with_ronden(ronden: int) -> Instelling:
    from dataclasses import replace

    return replace(_BASIS, ronden=ronden)


def _save_voorspelling(pad: Path, stof: Stof, plekken: list[int], lagen: Any, kop: Kop, lezer: Lezer) -> None:
    zonder = predict(lagen, kop, lezer, [("", stof.voorbeelden[p].tekst) for p in plekken])
    met = predict(
        lagen, kop, lezer, [(stof.voorbeelden[p].vraag, stof.voorbeelden[p].tekst) for p in plekken]
    )
    np.savez(
        pad,
        plekken=np.array(plekken),
        zonder=zonder[1],
        met=met[1],
        soort_zonder=zonder[2],
        soort_met=met[2],
    )


if __name__ == "__main__":
    main()
