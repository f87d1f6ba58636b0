"""Models that someone may add: a folder with an embedder, and a language server. Neither is there by default."""

from importlib.util import find_spec
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config.settings.omgeving import (
    MODELMAP as _MAP,
    TAALSERVER as _ADRES,
    TAALSERVER_ELDERS,
    TAALSERVER_MODEL,
    TAALSERVER_SLEUTEL,
    TAALSERVER_WACHTTIJD,
)

MAX_WACHTTIJD = 120.0


def read_modelmap(pad: str) -> Path | None:
    """Give the folder of the embedder; raises ImproperlyConfigured when it cannot be used."""
    if not pad:
        return None
    from codering.nlp.embed_map import Modelmapfout, check_map

    if find_spec("sentence_transformers") is None:
        raise ImproperlyConfigured(
            "GRONDVLAK_MODELMAP vraagt het pakket sentence-transformers. Installeer het met: pip install '.[modellen]'"
        )
    try:
        return check_map(Path(pad))
    except Modelmapfout as fout:
        raise ImproperlyConfigured(f"GRONDVLAK_MODELMAP klopt niet. {fout}") from fout


def read_taalserver(
    adres: str, *, model: str, sleutel: str = "", wachttijd: str = "", elders: bool = False
) -> dict[str, object] | None:
    """Give what is needed to ask a language server; raises ImproperlyConfigured."""
    if not adres:
        return None
    from codering.nlp.lokaal import split_adres

    try:
        schema = split_adres(adres).scheme
        seconden = float(wachttijd or 60)
    except ValueError as fout:
        raise ImproperlyConfigured(
            "GRONDVLAK_TAALSERVER klopt niet. Zo wel: http://127.0.0.1:8080/v1, met een wachttijd in seconden."
        ) from fout
    if not model:
        raise ImproperlyConfigured(
            "Zeg met GRONDVLAK_TAALSERVER_MODEL welk model de taalserver moet gebruiken."
        )
    if elders and schema != "https":
        raise ImproperlyConfigured("Een taalserver buiten dit netwerk moet met https zijn te bereiken.")
    if not 1 <= seconden <= MAX_WACHTTIJD:
        raise ImproperlyConfigured("GRONDVLAK_TAALSERVER_WACHTTIJD ligt tussen 1 en 120 seconden.")
    return {"adres": adres, "model": model, "sleutel": sleutel, "wachttijd": seconden, "elders": elders}


MODELMAP = read_modelmap(_MAP)
TAALSERVER = read_taalserver(
    _ADRES,
    model=TAALSERVER_MODEL,
    sleutel=TAALSERVER_SLEUTEL,
    wachttijd=TAALSERVER_WACHTTIJD,
    elders=TAALSERVER_ELDERS,
)
