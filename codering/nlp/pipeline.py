"""The whole chain: mask, segment, judge quality, embed, suggest themes, find groups, name them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from codering.nlp.cluster import Stemclusterer
from codering.nlp.codeboek import load_voorbeelden
from codering.nlp.embed import embed_cached
from codering.nlp.focus import focus
from codering.nlp.fragment import ignore_voortgang, segment_rij, segment_rijen
from codering.nlp.kern import Kerninstelling
from codering.nlp.name import Woordnamer
from codering.nlp.protocols import Classifier, Clusterer, Embedder, Inbeddingcache, Namer, Voortgang
from codering.nlp.provenance import build_herkomst
from codering.nlp.shipped import Meegeleverd
from codering.nlp.suggest import Themamodel
from codering.nlp.types import (
    Analyse,
    Codeboek,
    Fragment,
    Fragmentuitkomst,
    Groep,
    Kwaliteit,
    Status,
    Voorbeeld,
    Voorstel,
)

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

__all__ = ["analyse", "fit_themamodel", "segment_rij", "segment_rijen"]

_REDENEN = {
    Kwaliteit.INHOUDELIJK: "De betekenis van deze tekst kon niet worden berekend.",
    Kwaliteit.GEEN_ANTWOORD: "Hier staat geen antwoord op de vraag.",
    Kwaliteit.WEET_NIET: "De inwoner zegt het niet te weten.",
    Kwaliteit.ONDUIDELIJK: "Hier is niet uit op te maken waar het over gaat.",
}
_GEEN_THEMA = "Geen thema past duidelijk genoeg."
_ZONDER_CODEBOEK = "Er is geen codeboek gebruikt."
# At most one model, under the hash of what it learnt from; it holds no texts.
_GELEERD: dict[str, Themamodel] = {}


def analyse(
    fragmenten: Sequence[Fragment],
    vragen: Mapping[str, str],
    codeboek: Codeboek | None,
    voorbeelden: Sequence[Voorbeeld],
    *,
    embedder: Embedder,
    cache: Inbeddingcache,
    seed: int = 0,
    progress: Voortgang = ignore_voortgang,
    clusterer: Clusterer | None = None,
    namer: Namer | None = None,
) -> Analyse:
    """Themes (with a codebook) and groups for statements; `vragen` holds a row's question, where known.

    Non-answers get neither theme nor group.
    """
    cache = Meegeleverd(cache)
    plekken, vectoren = _embed_antwoorden(fragmenten, embedder, cache, progress)
    uitkomsten = [_without_themes(fragment) for fragment in fragmenten]
    progress("Thema's voorstellen", 0, len(plekken))
    model = fit_themamodel(codeboek, voorbeelden, embedder, cache) if codeboek and plekken else None
    _suggest(uitkomsten, plekken, vectoren, vragen, model)
    progress("Thema's voorstellen", len(plekken), len(plekken))
    progress("Groepen zoeken", 0, len(plekken))
    delen = (clusterer or Stemclusterer(), namer or Woordnamer())
    groepen = _find_groepen(uitkomsten, plekken, _focus(vectoren, embedder, cache), seed, *delen)
    progress("Groepen zoeken", len(plekken), len(plekken))
    instellingen = {**asdict(Kerninstelling()), "delen": " ".join(type(deel).__name__ for deel in delen)}
    herkomst = build_herkomst(fragmenten, codeboek, voorbeelden, embedder.sleutel, instellingen, seed)
    return Analyse(tuple(uitkomsten), groepen, herkomst)


def fit_themamodel(
    codeboek: Codeboek, voorbeelden: Sequence[Voorbeeld], embedder: Embedder, cache: Inbeddingcache
) -> Themamodel:
    """A `Classifier` for `codeboek`. Without examples it learns from the codebook's own words.

    The last one is kept: during an evening the same codebook and examples are asked for again and again.
    """

    def embed(teksten: Sequence[str]) -> "Vectoren":
        return embed_cached(teksten, embedder, Meegeleverd(cache))

    stof = repr((codeboek, tuple(voorbeelden), embedder.sleutel))
    sleutel = hashlib.sha256(stof.encode(errors="replace")).hexdigest()
    model = _GELEERD.get(sleutel)
    if model is None:
        model = Themamodel(codeboek, voorbeelden, embed, sorted(v.tekst for v in load_voorbeelden()))
        _GELEERD.clear()
        _GELEERD[sleutel] = model
    return model.with_embed(embed)


def _embed_antwoorden(
    fragmenten: Sequence[Fragment], embedder: Embedder, cache: Inbeddingcache, progress: Voortgang
) -> "tuple[list[int], Vectoren]":
    """Positions of the answers, and their vectors; answers without a usable vector are left out."""
    import numpy as np

    plekken = [p for p, f in enumerate(fragmenten) if f.kwaliteit is Kwaliteit.INHOUDELIJK]
    vectoren = embed_cached([fragmenten[p].gemaskeerd for p in plekken], embedder, cache, progress)
    heel = np.flatnonzero(np.isfinite(vectoren).all(axis=1))
    return [plekken[nummer] for nummer in heel], vectoren[heel]


def _suggest(
    uitkomsten: list[Fragmentuitkomst],
    plekken: Sequence[int],
    vectoren: "Vectoren",
    vragen: Mapping[str, str],
    model: Classifier | None,
) -> None:
    """Write the outcome of the answers at `plekken`; without a model (no codebook) none gets a theme."""
    if model is None:
        for plek in plekken:
            uitkomsten[plek] = replace(uitkomsten[plek], status=Status.GEEN_THEMA, reden=_ZONDER_CODEBOEK)
        return
    fragmenten = [uitkomsten[plek].fragment for plek in plekken]
    scores, voorstellen = model.suggest(
        [f.gemaskeerd for f in fragmenten], [vragen.get(f.rij_id, "") for f in fragmenten], vectoren
    )
    for plek, fragment, score, eigen in zip(plekken, fragmenten, scores.tolist(), voorstellen, strict=True):
        uitkomsten[plek] = _with_themes(fragment, tuple(score), eigen)


def _without_themes(fragment: Fragment) -> Fragmentuitkomst:
    """The outcome of a non-answer, and until it has been looked at, of an answer."""
    inhoud = fragment.kwaliteit is Kwaliteit.INHOUDELIJK
    status = Status.MISLUKT if inhoud else Status.GEEN_ANTWOORD
    return Fragmentuitkomst(fragment, status, _REDENEN[fragment.kwaliteit])


def _with_themes(
    fragment: Fragment, scores: tuple[float, ...], voorstellen: tuple[Voorstel, ...]
) -> Fragmentuitkomst:
    status, reden = (Status.THEMA, "") if voorstellen else (Status.GEEN_THEMA, _GEEN_THEMA)
    return Fragmentuitkomst(fragment, status, reden, voorstellen, scores=scores)


def _focus(vectoren: "Vectoren", embedder: Embedder, cache: Inbeddingcache) -> "Vectoren":
    if not len(vectoren):
        return vectoren
    voorbeelden = load_voorbeelden()
    bron = embed_cached([v.tekst for v in voorbeelden], embedder, cache)
    return focus(vectoren, voorbeelden, bron)


def _find_groepen(
    uitkomsten: list[Fragmentuitkomst],
    plekken: Sequence[int],
    vectoren: "Vectoren",
    seed: int,
    clusterer: Clusterer,
    namer: Namer,
) -> tuple[Groep, ...]:
    """Look for groups among the answers at `plekken` and write each one's number into its outcome."""
    teksten = [uitkomsten[plek].fragment.gemaskeerd for plek in plekken]
    groepering = clusterer.cluster(teksten, vectoren, seed)
    for plek, nummer in zip(plekken, groepering.nummers, strict=True):
        uitkomsten[plek] = replace(uitkomsten[plek], groep=nummer)
    leden = groepering.leden()
    namen = namer.name(teksten, vectoren, leden)
    return tuple(
        Groep(nummer, naam.naam, naam.kernwoorden, len(leden[nummer]), stabiliteit, plekken[naam.centraal])
        for nummer, (naam, stabiliteit) in enumerate(zip(namen, groepering.stabiliteit, strict=True))
    )
