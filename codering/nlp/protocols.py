"""What the pipeline asks of its parts. Each is one method (a cache two), so that a fake is three lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from codering.nlp.types import Groepering, Naam, Voorstel

    Vectoren: TypeAlias = NDArray[np.float16]
    Scores: TypeAlias = NDArray[np.float64]

Voortgang: TypeAlias = Callable[[str, int, int], None]
"""Called with a step's Dutch name, how many are done and how many there are in all."""


class Embedder(Protocol):
    """Turns texts into unit vectors. `sleutel` names the model and its settings for caches and provenance."""

    @property
    def sleutel(self) -> str: ...

    def embed(self, teksten: Sequence[str]) -> Vectoren:
        """One row per text, float16; a text's row never depends on the other texts or their order."""
        ...


class Inbeddingcache(Protocol):
    """Keeps vectors per key; may forget any of them at any time."""

    def get_many(self, sleutels: Sequence[str]) -> Mapping[str, Vectoren]: ...

    def put_many(self, vectoren: Mapping[str, Vectoren]) -> None: ...


class Basis(Protocol):
    """What comes with the program for the themes of the shipped codebook; nothing is fitted when it runs."""

    @property
    def codes(self) -> tuple[str, ...]: ...

    @property
    def drempels(self) -> tuple[float, ...]:
        """Per code the probability from which it is proposed."""
        ...

    def logits(self, teksten: Sequence[str], vectoren: Vectoren) -> Scores:
        """Calibrated log-odds (texts, codes)."""
        ...


class Classifier(Protocol):
    """Proposes themes of the codebook it was made for."""

    def suggest(
        self, teksten: Sequence[str], vragen: Sequence[str], vectoren: Vectoren
    ) -> tuple[Scores, tuple[tuple[Voorstel, ...], ...]]:
        """Per text a row of confidences (one per code), and the themes worth proposing, best first."""
        ...


class Clusterer(Protocol):
    """Finds groups of statements."""

    def cluster(self, teksten: Sequence[str], vectoren: Vectoren, seed: int) -> Groepering:
        """Groups of texts that belong together; texts that belong nowhere get none."""
        ...


class Namer(Protocol):
    """Names groups of statements."""

    def name(
        self, teksten: Sequence[str], vectoren: Vectoren, leden: Sequence[Sequence[int]]
    ) -> tuple[Naam, ...]:
        """A name for each group of positions in `teksten`."""
        ...
