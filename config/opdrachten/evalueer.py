"""Measuring proposals against codes in a file."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from config.opdrachten.codeer import analyse_rijen, load_codeboek, load_voorbeelden, open_cache
from config.opdrachten.invoer import Opdrachtfout

if TYPE_CHECKING:
    from basis.tabel import Tabel
    from codering.nlp.evaluate import Meting
    from codering.nlp.protocols import Voortgang
    from codering.nlp.types import Antwoordrij


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """The figures of the pipeline and of the baseline, over the same rows."""

    pijplijn: "Meting"
    tfidf: "Meting"
    met_vraag: bool
    voorbeelden: int


def split_codes(cel: str) -> tuple[str, ...]:
    """Read the codes of a cell: separated by |, comma or semicolon."""
    return tuple(deel.strip() for deel in re.split(r"[|,;]", cel) if deel.strip())


def measure(
    rijen: Sequence["Antwoordrij"], cellen: Sequence[str], *, tabel: "Tabel", progress: "Voortgang"
) -> Vergelijking:
    """Propose themes for rows and compare; raises Opdrachtfout for a code that is not in the codebook."""
    import numpy as np

    from codering.nlp.evaluate import evaluate, evaluate_tfidf
    from codering.nlp.registry import default_embedder

    codeboek = load_codeboek(None)
    voorbeelden = load_voorbeelden(None, codeboek, eigen_codeboek=False)
    waar = [split_codes(cel) for cel in cellen]
    _check_codes(waar, codeboek.codes, tabel)
    resultaat = analyse_rijen(
        rijen,
        codeboek,
        voorbeelden,
        embedder=default_embedder(),
        cache=open_cache(),
        steekproef=False,
        progress=progress,
    )
    codes = codeboek.codes
    scores = np.zeros((len(rijen), len(codes)))
    for nummer, uitkomst in enumerate(resultaat.rijen):
        for deel in uitkomst.uitkomsten:
            if deel.scores:
                scores[nummer] = np.maximum(scores[nummer], deel.scores)
    voorgesteld = [tuple(uitkomst.themas) for uitkomst in resultaat.rijen]
    return Vergelijking(
        pijplijn=evaluate(waar, voorgesteld, scores, codes),
        tfidf=evaluate_tfidf(voorbeelden, [rij.tekst for rij in rijen], waar, codes),
        met_vraag=any(rij.vraag for rij in rijen),
        voorbeelden=len(voorbeelden),
    )


def _check_codes(waar: Sequence[Sequence[str]], codes: Sequence[str], tabel: "Tabel") -> None:
    for nummer, eigen in zip(tabel.rijnummers, waar, strict=True):
        if vreemd := [code for code in eigen if code not in codes]:
            raise Opdrachtfout(
                f"{tabel.naam}, rij {nummer}: code '{vreemd[0][:60]}' staat niet in het codeboek. "
                f"Wel: {', '.join(codes)}."
            )
    if not any(waar):
        raise Opdrachtfout(
            f"{tabel.naam}: in de kolom met codes staat geen enkele code. Kies een andere kolom."
        )


def to_lines(meting: Vergelijking) -> Iterator[str]:
    """Give the figures as lines of a table."""
    vraag = "met de vraag erbij" if meting.met_vraag else "zonder de vraag"
    yield f"{meting.pijplijn.aantal} rijen, {vraag}, {meting.voorbeelden} voorbeelden om van te leren"
    yield ""
    yield f"{'':<18}{'Grondvlak':>12}{'TF-IDF':>12}"
    for naam, veld in (("macro-F1", "macro_f1"), ("micro-F1", "micro_f1"), ("mAP", "map")):
        yield f"{naam:<18}{getattr(meting.pijplijn, veld):>12.3f}{getattr(meting.tfidf, veld):>12.3f}"
    yield ""
    yield f"{'thema':<18}{'precisie':>10}{'vangst':>10}{'F1':>8}{'TF-IDF F1':>12}{'aantal':>8}"
    for eigen, basis in zip(meting.pijplijn.per_thema, meting.tfidf.per_thema, strict=True):
        yield (
            f"{eigen.code:<18}{eigen.precisie:>10.3f}{eigen.vangst:>10.3f}{eigen.f1:>8.3f}{basis.f1:>12.3f}"
            f"{eigen.aantal:>8}"
        )


def to_json(meting: Vergelijking) -> str:
    """Give the figures as JSON."""
    return json.dumps(asdict(meting), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
