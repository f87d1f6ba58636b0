"""The whole chain: mask, segment, judge quality, embed, suggest themes, find groups, name them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from basis.taal.maskeren import apply_maskers, find_maskers_batch
from basis.taal.talen import detect_language
from codering.nlp.cluster import Wardclusterer
from codering.nlp.embed import embed_cached
from codering.nlp.name import Woordnamer
from codering.nlp.protocols import Clusterer, Embedder, Inbeddingcache, Namer, Voortgang
from codering.nlp.provenance import build_herkomst
from codering.nlp.quality import judge_kwaliteit
from codering.nlp.segment import Spanne, split_uitspraken
from codering.nlp.kern import Kerninstelling
from codering.nlp.suggest import Themamodel
from codering.nlp.types import (
    Analyse,
    Antwoordrij,
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
    from basis.taal.maskeren import Masker
    from codering.nlp.protocols import Vectoren

_REDENEN = {
    Kwaliteit.GEEN_ANTWOORD: "Hier staat geen antwoord op de vraag.",
    Kwaliteit.WEET_NIET: "De inwoner zegt het niet te weten.",
    Kwaliteit.ONDUIDELIJK: "Hier is niet uit op te maken waar het over gaat.",
}


def _stil(stap: str, klaar: int, totaal: int) -> None:
    """Progress that nobody looks at."""


def segment_rij(rij: Antwoordrij) -> tuple[Fragment, ...]:
    """The statements of one row; a row without text gives one empty non-answer, so that counts add up."""
    return segment_rijen([rij])[0]


def segment_rijen(rijen: Sequence[Antwoordrij], progress: Voortgang = _stil) -> list[tuple[Fragment, ...]]:
    """The statements of each row; the same as `segment_rij` per row, only faster."""
    teksten = [rij.tekst for rij in rijen]
    progress("Gegevens afschermen", 0, len(rijen))
    maskers = find_maskers_batch(teksten)
    progress("Zinnen splitsen", 0, len(rijen))
    spannen = split_uitspraken(teksten, [[Spanne(m.begin, m.eind) for m in per_rij] for per_rij in maskers])
    progress("Zinnen splitsen", len(rijen), len(rijen))
    return [
        tuple(_build_fragment(rij, nummer, spanne, m) for nummer, spanne in enumerate(s or (Spanne(0, 0),)))
        for rij, s, m in zip(rijen, spannen, maskers, strict=True)
    ]


def _build_fragment(rij: Antwoordrij, nummer: int, spanne: Spanne, maskers: "Iterable[Masker]") -> Fragment:
    tekst = rij.tekst[spanne.begin : spanne.eind]
    eigen = [
        replace(m, begin=m.begin - spanne.begin, eind=m.eind - spanne.begin)
        for m in maskers
        if spanne.begin <= m.begin and m.eind <= spanne.eind
    ]
    gemaskeerd = apply_maskers(tekst, eigen)
    return Fragment(
        rij.id,
        nummer,
        spanne.begin,
        spanne.eind,
        tekst,
        gemaskeerd,
        detect_language(gemaskeerd),
        judge_kwaliteit(gemaskeerd),
    )


def analyse(
    fragmenten: Sequence[Fragment],
    vragen: Mapping[str, str],
    codeboek: Codeboek | None,
    voorbeelden: Sequence[Voorbeeld],
    *,
    embedder: Embedder,
    cache: Inbeddingcache,
    seed: int = 0,
    progress: Voortgang = _stil,
    clusterer: Clusterer | None = None,
    namer: Namer | None = None,
) -> Analyse:
    """Themes and groups for statements. `vragen` holds per row id the question, where it is known.

    Without `codeboek` only groups are looked for. Non-answers get neither theme nor group.
    """
    plekken = [p for p, f in enumerate(fragmenten) if f.kwaliteit is Kwaliteit.INHOUDELIJK]
    teksten = [fragmenten[p].gemaskeerd for p in plekken]
    vectoren = embed_cached(teksten, embedder, cache, progress)
    uitkomsten = [_non_answer(f) for f in fragmenten]
    if codeboek is not None:
        progress("Thema's voorstellen", 0, len(teksten))
        model = Themamodel(codeboek, voorbeelden, lambda t: embed_cached(t, embedder, cache))
        scores, voorstellen = model.suggest(
            teksten, [vragen.get(fragmenten[p].rij_id, "") for p in plekken], vectoren
        )
        for plek, score, voorstel in zip(plekken, scores.tolist(), voorstellen, strict=True):
            uitkomsten[plek] = _themed(fragmenten[plek], tuple(score), voorstel)
        progress("Thema's voorstellen", len(teksten), len(teksten))
    else:
        for plek in plekken:
            uitkomsten[plek] = Fragmentuitkomst(
                fragmenten[plek], Status.GEEN_THEMA, "Er is geen codeboek gebruikt."
            )
    progress("Groepen zoeken", 0, len(teksten))
    groepen = _find_groepen(
        uitkomsten, plekken, vectoren, seed, clusterer or Wardclusterer(), namer or Woordnamer()
    )
    progress("Groepen zoeken", len(teksten), len(teksten))
    herkomst = build_herkomst(
        fragmenten,
        codeboek,
        voorbeelden,
        embedder=embedder.sleutel,
        parameters=asdict(Kerninstelling()),
        seed=seed,
    )
    return Analyse(tuple(uitkomsten), groepen, herkomst)


def _non_answer(fragment: Fragment) -> Fragmentuitkomst:
    return Fragmentuitkomst(fragment, Status.GEEN_ANTWOORD, _REDENEN.get(fragment.kwaliteit, ""))


def _themed(
    fragment: Fragment, scores: tuple[float, ...], voorstellen: tuple[Voorstel, ...]
) -> Fragmentuitkomst:
    if voorstellen:
        return Fragmentuitkomst(fragment, Status.THEMA, "", voorstellen, scores=scores)
    return Fragmentuitkomst(fragment, Status.GEEN_THEMA, "Geen thema past duidelijk genoeg.", scores=scores)


def _find_groepen(
    uitkomsten: list[Fragmentuitkomst],
    plekken: Sequence[int],
    vectoren: "Vectoren",
    seed: int,
    clusterer: Clusterer,
    namer: Namer,
) -> tuple[Groep, ...]:
    """Look for groups among the answers at `plekken` and write each one's number into its outcome."""
    teksten = [uitkomsten[p].fragment.gemaskeerd for p in plekken]
    groepering = clusterer.cluster(teksten, vectoren, seed)
    for plek, nummer in zip(plekken, groepering.nummers, strict=True):
        uitkomsten[plek] = replace(uitkomsten[plek], groep=nummer)
    leden = groepering.leden()
    namen = namer.name(teksten, vectoren, leden)
    return tuple(
        Groep(nummer, naam.naam, naam.kernwoorden, len(leden[nummer]), stabiliteit, plekken[naam.centraal])
        for nummer, (naam, stabiliteit) in enumerate(zip(namen, groepering.stabiliteit, strict=True))
    )
