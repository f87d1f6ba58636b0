"""Models that whoever runs the server added: a folder with an embedder, and a language server."""

from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from codering.nlp.lokaal import Taalserver
    from codering.nlp.protocols import Namer

NAMER = "server"


def read_taalserver() -> "Taalserver | None":
    """Give the language server that is set up; None when there is none, which is how it comes."""
    gezet: dict[str, Any] | None = settings.TAALSERVER
    if gezet is None:
        return None
    from codering.nlp.lokaal import Taalserver

    return Taalserver(**gezet)


def heeft_taalserver() -> bool:
    """Tell whether a language server is set up."""
    return settings.TAALSERVER is not None


def register_modellen() -> None:
    """Make what is set up known under its name, once per process."""
    from codering.nlp.embed_map import MapEmbedder
    from codering.nlp.registry import EMBEDDERS, MODELMAP, NAMERS

    if settings.MODELMAP is not None:
        EMBEDDERS.register(MODELMAP, partial(MapEmbedder, settings.MODELMAP))
    if (server := read_taalserver()) is not None:
        NAMERS.register(NAMER, partial(_build_namer, server))


def _build_namer(server: "Taalserver") -> "Namer":
    from codering.nlp.name import Woordnamer
    from codering.nlp.tweede import Servernamer

    return Servernamer(server, Woordnamer())
