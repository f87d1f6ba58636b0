"""The embedder that reads a sentence-transformers model from a folder on this machine, and from nowhere else."""

import hashlib
import json
import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codering.nlp.encoder import split_vraag

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

WEGWIJZER = "modules.json"
"""The file by which such a folder is known: it names the parts of the model."""
_MAX_TEKENS = 4_000
_BLOK = 1 << 20
_PAKKET = "sentence_transformers."


class Modelmapfout(ValueError):
    """The folder holds no model that can be used; a Dutch line that says why."""


class MapEmbedder:
    """Nothing is downloaded and no code of the folder is run. Each text is read by itself, on one thread.

    So a text's vector does not hang on its company or on the number of cores. `sleutel` follows from the content of
    the folder: another model, or the same one changed, has other vectors. A text gets the prefix that the folder
    itself gives as its default (`default_prompt_name`).
    """

    def __init__(self, pad: Path) -> None:
        """Raises Modelmapfout."""
        self._pad = check_map(pad)
        self.sleutel = f"map-{self._pad.name[:40]}-{_hash_map(self._pad)[:16]}"

    def embed(self, teksten: Sequence[str]) -> "Vectoren":
        import numpy as np

        model = _load(self._pad)
        if not teksten:
            return np.zeros((0, _count_getallen(model)), dtype=np.float16)
        schoon = [_clean(split_vraag(tekst)[1]) for tekst in teksten]
        vectoren = model.encode(
            schoon, batch_size=1, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(vectoren, dtype=np.float16)


def check_map(pad: Path) -> Path:
    """The folder, made absolute. Raises Modelmapfout when it is none of a model, or asks for code of its own."""
    map_ = pad.expanduser().resolve()
    try:
        delen = json.loads((map_ / WEGWIJZER).read_text(encoding="utf-8"))
        soorten = [str(deel["type"]) for deel in delen]
    except (OSError, ValueError, LookupError, TypeError) as fout:
        raise Modelmapfout(f"In de map {pad} staat geen model van sentence-transformers.") from fout
    if not soorten or not all(soort.startswith(_PAKKET) for soort in soorten):
        raise Modelmapfout(f"Het model in de map {pad} brengt eigen programmacode mee. Kies een ander model.")
    return map_


@lru_cache(maxsize=1)
def _hash_map(map_: Path) -> str:
    """sha256 over names and content of all files that make the model; notes for people (*.md) are none of it."""
    geheel = hashlib.sha256()
    bestanden = [pad for pad in map_.rglob("*") if pad.is_file() and pad.suffix != ".md"]
    zichtbaar = [pad for pad in bestanden if not any(d.startswith(".") for d in pad.relative_to(map_).parts)]
    for pad in sorted(zichtbaar, key=lambda pad: pad.relative_to(map_).as_posix()):
        geheel.update(f"{pad.relative_to(map_).as_posix()}\0{pad.stat().st_size}\0".encode(errors="replace"))
        with pad.open("rb") as bestand:
            while blok := bestand.read(_BLOK):
                geheel.update(blok)
    return geheel.hexdigest()


@lru_cache(maxsize=1)
def _load(map_: Path) -> Any:
    # Before the import: these are read while the package loads.
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)
    return SentenceTransformer(str(map_), device="cpu", local_files_only=True, trust_remote_code=False)


def _count_getallen(model: Any) -> int:
    return int(model.encode(["woord"], batch_size=1, show_progress_bar=False).shape[1])


def _clean(tekst: str) -> str:
    return tekst[:_MAX_TEKENS].replace("\0", " ").encode(errors="replace").decode()
