"""From a row of input to its statements: personal data masked, cut, judged on quality."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from basis.taal.maskeren import apply_maskers, find_maskers_batch
from basis.taal.talen import detect_language
from codering.nlp.protocols import Voortgang
from codering.nlp.quality import judge_kwaliteit
from codering.nlp.segment import Spanne, mend, split_uitspraken
from codering.nlp.types import Antwoordrij, Fragment, Kwaliteit
from codering.nlp.veilig import NIET_GELEZEN, apply_each

if TYPE_CHECKING:
    from basis.taal.maskeren import Masker

    _Paar = tuple[Antwoordrij, tuple[Masker, ...] | None]

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

    `vrij` are names of places that are not masked. A row that cannot be masked or cut is one statement without
    its words (`NIET_GELEZEN`), so that it is counted as failed and stops no other row.
    """
    maskers: list[tuple[Masker, ...] | None] = []
    for begin in range(0, len(rijen), _BLOK):
        progress("Gegevens afschermen", begin, len(rijen))
        teksten = [rij.tekst for rij in rijen[begin : begin + _BLOK]]
        maskers.extend(apply_each(lambda deel: find_maskers_batch(deel, vrij), teksten, lambda _tekst: None))
    progress("Gegevens afschermen", len(rijen), len(rijen))
    uit: list[tuple[Fragment, ...]] = []
    for begin in range(0, len(rijen), _BLOK):
        progress("Zinnen splitsen", begin, len(rijen))
        paren = list(zip(rijen[begin : begin + _BLOK], maskers[begin : begin + _BLOK], strict=True))
        uit.extend(apply_each(_segment_blok, paren, _build_ongelezen))
    progress("Zinnen splitsen", len(rijen), len(rijen))
    return uit


def _segment_blok(paren: "Sequence[_Paar]") -> list[tuple[Fragment, ...]]:
    beschermd = [[Spanne(masker.begin, masker.eind) for masker in maskers or ()] for _rij, maskers in paren]
    spannen = split_uitspraken([rij.tekst for rij, _maskers in paren], beschermd)
    return [
        _build_ongelezen((rij, m))
        if m is None
        else tuple(
            _build_fragment(rij, nummer, spanne, m) for nummer, spanne in enumerate(s or (Spanne(0, 0),))
        )
        for (rij, m), s in zip(paren, spannen, strict=True)
    ]


def _build_ongelezen(paar: "_Paar") -> tuple[Fragment, ...]:
    rij, _maskers = paar
    eind = len(rij.tekst)
    return (Fragment(rij.id, 0, 0, eind, rij.tekst, NIET_GELEZEN, "nl", Kwaliteit.INHOUDELIJK),)


def _build_fragment(rij: Antwoordrij, nummer: int, spanne: Spanne, maskers: "Iterable[Masker]") -> Fragment:
    tekst = rij.tekst[spanne.begin : spanne.eind]
    eigen = [
        replace(masker, begin=masker.begin - spanne.begin, eind=masker.eind - spanne.begin)
        for masker in maskers
        if spanne.begin <= masker.begin and masker.eind <= spanne.eind
    ]
    gemaskeerd = mend(apply_maskers(tekst, tuple(eigen)))
    return Fragment(
        rij_id=rij.id,
        volgnummer=nummer,
        begin=spanne.begin,
        eind=spanne.eind,
        tekst=tekst,
        gemaskeerd=gemaskeerd,
        taal=detect_language(gemaskeerd),
        kwaliteit=judge_kwaliteit(gemaskeerd, rij.vraag),
    )
