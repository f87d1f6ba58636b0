"""What explaining a proposal draws on: what words weigh on average, and examples that show a theme.

Made with the shipped model by `python -m scripts.uitleg`. How much a word weighs was found by leaving it out: of each
shipped example, each content word was removed in turn and the model asked again. The mean fall of a theme's
log-odds, drawn towards zero for rare words, is the word's weight. (Leaving out is the measure of Li, Monroe and
Jurafsky 2016, Understanding neural networks through representation erasure.)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

BESTAND = Path(__file__).resolve().parent / "modellen" / "uitleg.npz"


@dataclass(frozen=True, slots=True)
class Uitlegstof:
    """Weights (terms, codes) in log-odds under `termen`, and examples with a vector and codes each.

    `sleutel` names the embedder that all was made with: of another, vectors and weights mean nothing.
    """

    sleutel: str
    codes: tuple[str, ...]
    termen: Mapping[str, int]
    gewichten: Any
    teksten: tuple[str, ...]
    tekstcodes: tuple[tuple[str, ...], ...]
    vectoren: "Vectoren"


def load_uitlegstof(sleutel: str, bestand: Path = BESTAND) -> Uitlegstof | None:
    """What comes with the program for this embedder; None when there is nothing for it."""
    stof = _read(bestand) if bestand.exists() else None
    return stof if stof is not None and stof.sleutel == sleutel else None


def write_uitlegstof(stof: Uitlegstof, bestand: Path = BESTAND) -> None:
    """Write the file; the same values give the same bytes."""
    import numpy as np

    termen = sorted(stof.termen, key=lambda term: stof.termen[term])
    np.savez_compressed(
        bestand,
        sleutel=np.array(stof.sleutel),
        codes=np.array(stof.codes),
        termen=np.array("\n".join(termen)),
        gewichten=np.asarray(stof.gewichten, dtype=np.float16),
        teksten=np.array("\0".join(stof.teksten)),
        tekstcodes=np.array("\n".join(" ".join(codes) for codes in stof.tekstcodes)),
        vectoren=np.asarray(stof.vectoren, dtype=np.float16),
    )
    _read.cache_clear()


@lru_cache(maxsize=1)
def _read(bestand: Path) -> Uitlegstof:
    import numpy as np

    with np.load(bestand, allow_pickle=False) as b:
        termen = _split(str(b["termen"]), "\n")
        return Uitlegstof(
            sleutel=str(b["sleutel"]),
            codes=tuple(str(code) for code in b["codes"]),
            termen={term: nummer for nummer, term in enumerate(termen)},
            gewichten=b["gewichten"].astype(np.float32),
            teksten=tuple(_split(str(b["teksten"]), "\0")),
            tekstcodes=tuple(tuple(codes.split()) for codes in _split(str(b["tekstcodes"]), "\n")),
            vectoren=b["vectoren"],
        )


def _split(tekst: str, teken: str) -> Sequence[str]:
    return tekst.split(teken) if tekst else ()
