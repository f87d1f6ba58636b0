"""The whole chain: mask, segment, judge quality, embed, suggest themes, find groups, name them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from codering.nlp.basis import Basismodel, load_basis
from codering.nlp.cache import Geheugencache
from codering.nlp.cluster import Stemclusterer
from codering.nlp.codeboek import load_voorbeelden
from codering.nlp.embed import embed_cached, hash_tekst
from codering.nlp.encoder import join_vraag
from codering.nlp.explain import Toelichter
from codering.nlp.focus import focus
from codering.nlp.fragment import ignore_voortgang, segment_rij, segment_rijen
from codering.nlp.indelen import Indeling, find_indeling, sort_teksten
from codering.nlp.kern import Kerninstelling
from codering.nlp.name import Woordnamer
from codering.nlp.protocols import Classifier, Clusterer, Embedder, Inbeddingcache, Namer, Voortgang
from codering.nlp.provenance import build_herkomst, hash_teksten
from codering.nlp.shipped import Meegeleverd
from codering.nlp.suggest import Themamodel
from codering.nlp.types import (
    Analyse,
    Codeboek,
    Eerder,
    Fragment,
    Fragmentuitkomst,
    Kwaliteit,
    Soort,
    Status,
    Voorbeeld,
    Voorstel,
)
from codering.nlp.uitlegstof import load_uitlegstof
from codering.nlp.veilig import NIET_GELEZEN, suggest_each

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

__all__ = ["analyse", "fit_themamodel", "segment_rij", "segment_rijen"]

_REDENEN = {
    Kwaliteit.INHOUDELIJK: "De betekenis van deze tekst kon niet worden berekend.",
    Kwaliteit.GEEN_ANTWOORD: "Hier staat geen antwoord op de vraag.",
    Kwaliteit.WEET_NIET: "De inwoner zegt het niet te weten.",
    Kwaliteit.ONDUIDELIJK: "Hier is niet uit op te maken waar het over gaat.",
}
_SOORT_VANAF = 0.5
_GEEN_THEMA = "Geen thema past duidelijk genoeg."
_NIET_GELEZEN = "Deze tekst kon niet worden gelezen."
_NIET_BEOORDEELD = "Bij deze tekst konden geen thema's worden gezocht."
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
    eerder: Eerder | None = None,
) -> Analyse:
    """Themes (with a codebook) and groups for statements; `vragen` holds a row's question, where known.

    With `eerder`, aligned with `fragmenten`, groups go on from those of an earlier run.
    Non-answers get neither theme nor group.
    """
    cache = Meegeleverd(cache)
    plekken, vectoren = _embed_antwoorden(fragmenten, vragen, embedder, cache, progress)
    uitkomsten = [_without_themes(fragment) for fragment in fragmenten]
    progress("Thema's voorstellen", 0, len(plekken))
    model = fit_themamodel(codeboek, voorbeelden, embedder, cache) if codeboek and plekken else None
    _suggest(uitkomsten, plekken, vectoren, vragen, model)
    _explain(uitkomsten, plekken, vectoren, voorbeelden, embedder, cache)
    _judge_soorten(uitkomsten, plekken, vectoren, load_basis(embedder.sleutel))
    progress("Groepen zoeken", 0, len(plekken))
    delen = (clusterer or Stemclusterer(), namer or Woordnamer())
    # Equal words after other questions have other vectors: the questions settle which of them comes first.
    volgorde = sort_teksten([_join(fragmenten[plek], vragen) for plek in plekken])
    plekken, vectoren = [plekken[p] for p in volgorde], _focus(vectoren[volgorde], embedder)
    indeling = _find_groepen(uitkomsten, plekken, vectoren, seed, *delen, eerder)
    instellingen = _list_instellingen(codeboek, model, load_basis(embedder.sleutel), delen, eerder)
    herkomst = build_herkomst(fragmenten, codeboek, voorbeelden, embedder.sleutel, instellingen, seed)
    return Analyse(tuple(uitkomsten), indeling.groepen, herkomst, indeling.delen, indeling.sinds)


def fit_themamodel(
    codeboek: Codeboek, voorbeelden: Sequence[Voorbeeld], embedder: Embedder, cache: Inbeddingcache
) -> Themamodel:
    """A `Classifier` for `codeboek`. Without examples it learns from the codebook's own words.

    The last one is kept: during an evening the same codebook and examples are asked for again and again.
    """
    basis = load_basis(embedder.sleutel)

    def embed(teksten: Sequence[str], vragen: Sequence[str]) -> "Vectoren":
        # An embedder without a shipped model reads no questions: plain texts are found among the shipped vectors.
        invoer = list(map(join_vraag, vragen, teksten)) if basis else teksten
        return embed_cached(invoer, embedder, Meegeleverd(cache))

    stof = repr((codeboek, tuple(voorbeelden), embedder.sleutel))
    sleutel = hashlib.sha256(stof.encode(errors="replace")).hexdigest()
    model = _GELEERD.get(sleutel)
    if model is None:
        geleverd = load_voorbeelden()
        zelf = set(geleverd) if basis else set()
        eigen = [voorbeeld for voorbeeld in voorbeelden if voorbeeld not in zelf]
        model = Themamodel(codeboek, eigen, embed, basis, [v.tekst for v in geleverd])
        _GELEERD.clear()
        _GELEERD[sleutel] = model
    return model


def _embed_antwoorden(
    fragmenten: Sequence[Fragment],
    vragen: Mapping[str, str],
    embedder: Embedder,
    cache: Inbeddingcache,
    progress: Voortgang,
) -> "tuple[list[int], Vectoren]":
    """Positions of the answers, and their vectors; answers without a usable vector are left out."""
    import numpy as np

    plekken = [
        p
        for p, f in enumerate(fragmenten)
        if f.kwaliteit is Kwaliteit.INHOUDELIJK and f.gemaskeerd != NIET_GELEZEN
    ]
    invoer = [_join(fragmenten[plek], vragen) for plek in plekken]
    vectoren = embed_cached(invoer, embedder, cache, progress)
    heel = np.flatnonzero(np.isfinite(vectoren).all(axis=1))
    return [plekken[nummer] for nummer in heel], vectoren[heel]


def _join(fragment: Fragment, vragen: Mapping[str, str]) -> str:
    return join_vraag(vragen.get(fragment.rij_id, ""), fragment.gemaskeerd)


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
    gevonden = suggest_each(
        model, [f.gemaskeerd for f in fragmenten], [vragen.get(f.rij_id, "") for f in fragmenten], vectoren
    )
    for plek, fragment, uitkomst in zip(plekken, fragmenten, gevonden, strict=True):
        if uitkomst is None:
            uitkomsten[plek] = replace(uitkomsten[plek], reden=_NIET_BEOORDEELD)
        else:
            uitkomsten[plek] = _with_themes(fragment, *uitkomst)


def _explain(
    uitkomsten: list[Fragmentuitkomst],
    plekken: Sequence[int],
    vectoren: "Vectoren",
    voorbeelden: Sequence[Voorbeeld],
    embedder: Embedder,
    cache: Inbeddingcache,
) -> None:
    """Write the words and examples that weighed into the proposals."""
    met = [nummer for nummer, plek in enumerate(plekken) if uitkomsten[plek].voorstellen]
    if not met:
        return
    eigen = [v for v in voorbeelden if v.gewicht > 1 and v.codes]
    bron = embed_cached([join_vraag(v.vraag, v.tekst) for v in eigen], embedder, cache) if eigen else None
    toelichter = Toelichter(load_uitlegstof(embedder.sleutel), eigen, bron)
    teksten = [uitkomsten[plekken[nummer]].fragment.gemaskeerd for nummer in met]
    voorstellen = [uitkomsten[plekken[nummer]].voorstellen for nummer in met]
    for nummer, toegelicht in zip(met, toelichter.explain(teksten, vectoren[met], voorstellen), strict=True):
        uitkomsten[plekken[nummer]] = replace(uitkomsten[plekken[nummer]], voorstellen=toegelicht)


def _judge_soorten(
    uitkomsten: list[Fragmentuitkomst],
    plekken: Sequence[int],
    vectoren: "Vectoren",
    basis: Basismodel | None,
) -> None:
    """Write into the outcome of each answer what its speaker does, where that is more likely than not."""
    if basis is None or not plekken:
        return
    kansen = basis.soorten([uitkomsten[plek].fragment.gemaskeerd for plek in plekken], vectoren)
    for plek, rij in zip(plekken, kansen, strict=True):
        beste = int(rij.argmax())
        if rij[beste] >= _SOORT_VANAF and basis.soortnamen[beste] in set(Soort):
            uitkomsten[plek] = replace(
                uitkomsten[plek], soort=basis.soortnamen[beste], soort_zekerheid=float(rij[beste])
            )


def _list_instellingen(
    codeboek: Codeboek | None,
    model: Themamodel | None,
    basis: Basismodel | None,
    delen: Sequence[object],
    eerder: Eerder | None,
) -> dict[str, object]:
    """What the outcome depended on besides the statements, for its provenance."""
    return {
        **asdict(Kerninstelling()),
        **(model.stand.to_parameters() if model else {}),
        **_find_drempel(codeboek, basis),
        "delen": " ".join(type(deel).__name__ for deel in delen),
        "groepen_eerder": hash_teksten([repr(eerder)]) if eerder else "",
    }


def _find_drempel(codeboek: Codeboek | None, basis: Basismodel | None) -> dict[str, str]:
    """From which certainty proposals may be accepted together: measured for shipped themes, so only with these."""
    if codeboek is None or basis is None or basis.drempel_bulk is None:
        return {}
    return {"drempel_bulk": repr(basis.drempel_bulk)} if set(codeboek.codes) <= set(basis.codes) else {}


def _without_themes(fragment: Fragment) -> Fragmentuitkomst:
    """The outcome of a non-answer, and until it has been looked at, of an answer."""
    inhoud = fragment.kwaliteit is Kwaliteit.INHOUDELIJK
    status = Status.MISLUKT if inhoud else Status.GEEN_ANTWOORD
    reden = _NIET_GELEZEN if fragment.gemaskeerd == NIET_GELEZEN else _REDENEN[fragment.kwaliteit]
    return Fragmentuitkomst(fragment, status, reden)


def _with_themes(
    fragment: Fragment, scores: tuple[float, ...], voorstellen: tuple[Voorstel, ...]
) -> Fragmentuitkomst:
    status, reden = (Status.THEMA, "") if voorstellen else (Status.GEEN_THEMA, _GEEN_THEMA)
    return Fragmentuitkomst(fragment, status, reden, voorstellen, scores=scores)


def _focus(vectoren: "Vectoren", embedder: Embedder) -> "Vectoren":
    """What to group by. The tuned encoder looks from the right side already; others learn it from shipped vectors."""
    if not len(vectoren) or load_basis(embedder.sleutel) is not None:
        return vectoren
    sleutels = {hash_tekst(embedder, voorbeeld.tekst): voorbeeld for voorbeeld in load_voorbeelden()}
    bekend = Meegeleverd(Geheugencache()).get_many(list(sleutels))
    if not bekend:
        return vectoren
    volgorde = [sleutel for sleutel in sleutels if sleutel in bekend]
    return focus(vectoren, [sleutels[s] for s in volgorde], [bekend[s] for s in volgorde])


def _find_groepen(
    uitkomsten: list[Fragmentuitkomst],
    plekken: Sequence[int],
    vectoren: "Vectoren",
    seed: int,
    clusterer: Clusterer,
    namer: Namer,
    eerder: Eerder | None,
) -> Indeling:
    """Look for groups among the answers at `plekken` and write each one's numbers into its outcome."""
    teksten = [uitkomsten[plek].fragment.gemaskeerd for plek in plekken]
    if eerder:
        breed, fijn = ([rij[plek] for plek in plekken] for rij in (eerder.breed, eerder.fijn))
        eerder = replace(eerder, breed=tuple(breed), fijn=tuple(fijn))
    indeling = find_indeling(teksten, vectoren, seed, clusterer, namer, eerder)
    per_plek = zip(plekken, indeling.breed, indeling.fijn, indeling.tweede, strict=True)
    for plek, groep, deel, (tweede, gewicht) in (
        (plek, groep, deel, paar or (None, 0.0)) for plek, groep, deel, paar in per_plek
    ):
        uitkomsten[plek] = replace(
            uitkomsten[plek], groep=groep, deel=deel, tweede=tweede, tweede_gewicht=gewicht
        )
    groepen, delen = (
        tuple(replace(groep, voorbeeld=plekken[groep.voorbeeld]) for groep in rij)
        for rij in (indeling.groepen, indeling.delen)
    )
    return replace(indeling, groepen=groepen, delen=delen)
