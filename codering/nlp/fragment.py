"""From a row of input to its statements: personal data masked, cut, judged on quality."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from basis.taal.maskeren import apply_maskers, find_maskers_batch
from basis.taal.talen import detect_language
from codering.nlp.protocols import Voortgang
from codering.nlp.quality import judge_kwaliteit
from codering.nlp.segment import Spanne, split_uitspraken
from codering.nlp.types import Antwoordrij, Fragment

if TYPE_CHECKING:
    from basis.taal.maskeren import Masker

_BLOK = 500


def ignore_voortgang(stap: str, klaar: int, totaal: int) -> None:
    """Progress that nobody looks at."""


def segment_rij(rij: Antwoordrij) -> tuple[Fragment, ...]:
    """The statements of one row; a row without text gives one empty non-answer, so that counts add up."""
    return segment_rijen([rij])[0]


def segment_rijen(
    rijen: Sequence[Antwoordrij], progress: Voortgang = ignore_voortgang, vrij: tuple[str, ...] = ()
) -> list[tuple[Fragment, ...]]:
    """The statements of each row: the same as `segment_rij` for each, only faster.

    `vrij` are names of places that are not masked.
    """
    maskers: list[tuple[Masker, ...]] = []
    for begin in range(0, len(rijen), _BLOK):
        progress("Gegevens afschermen", begin, len(rijen))
        maskers.extend(find_maskers_batch([rij.tekst for rij in rijen[begin : begin + _BLOK]], vrij))
    progress("Gegevens afschermen", len(rijen), len(rijen))
    uit: list[tuple[Fragment, ...]] = []
    for begin in range(0, len(rijen), _BLOK):
        progress("Zinnen splitsen", begin, len(rijen))
        uit.extend(_segment_blok(rijen[begin : begin + _BLOK], maskers[begin : begin + _BLOK]))
    progress("Zinnen splitsen", len(rijen), len(rijen))
    return uit


def _segment_blok(
    rijen: Sequence[Antwoordrij], maskers: "Sequence[tuple[Masker, ...]]"
) -> list[tuple[Fragment, ...]]:
    beschermd = [[Spanne(masker.begin, masker.eind) for masker in per_rij] for per_rij in maskers]
    spannen = split_uitspraken([rij.tekst for rij in rijen], beschermd)
    return [
        tuple(_build_fragment(rij, nummer, spanne, m) for nummer, spanne in enumerate(s or (Spanne(0, 0),)))
        for rij, s, m in zip(rijen, spannen, maskers, strict=True)
    ]


def _build_fragment(rij: Antwoordrij, nummer: int, spanne: Spanne, maskers: "Iterable[Masker]") -> Fragment:
    tekst = rij.tekst[spanne.begin : spanne.eind]
    eigen = [
        replace(masker, begin=masker.begin - spanne.begin, eind=masker.eind - spanne.begin)
        for masker in maskers
        if spanne.begin <= masker.begin and masker.eind <= spanne.eind
    ]
    gemaskeerd = apply_maskers(tekst, tuple(eigen))
    return Fragment(
        rij_id=rij.id,
        volgnummer=nummer,
        begin=spanne.begin,
        eind=spanne.eind,
        tekst=tekst,
        gemaskeerd=gemaskeerd,
        taal=detect_language(gemaskeerd),
        kwaliteit=judge_kwaliteit(gemaskeerd),
    )
