"""Personal data in what staff type over: a BSN is never kept, the rest is proposed to be masked."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Woordvoorstel:
    """A piece of a text: plain words, or personal data with the mask that would replace it."""

    tekst: str
    masker: str = ""
    nummer: int = -1


def erase_bsns(tekst: str) -> str:
    """Give the text with every citizen service number replaced."""
    from basis.taal.maskeren import apply_maskers
    from basis.taal.maskertypen import MASKERTEKST, Masker, Maskersoort
    from basis.taal.nummers import find_bsns

    soort = Maskersoort.BSN
    return apply_maskers(tekst, [Masker(b, e, soort, MASKERTEKST[soort]) for b, e in find_bsns(tekst)])


def propose_maskers(tekst: str) -> list[Woordvoorstel]:
    """Cut a text into plain words and proposals, numbered in order; joined they are the text."""
    from basis.taal.maskeren import find_maskers

    stukken, vorige = [], 0
    for nummer, masker in enumerate(find_maskers(tekst)):
        stukken.append(Woordvoorstel(tekst[vorige : masker.begin]))
        stukken.append(Woordvoorstel(tekst[masker.begin : masker.eind], masker.masker, nummer))
        vorige = masker.eind
    return [stuk for stuk in (*stukken, Woordvoorstel(tekst[vorige:])) if stuk.tekst]


def apply_voorstellen(tekst: str, *, laten_staan: Collection[int]) -> str:
    """Give the text with each proposal masked, except those that the typist keeps."""
    return "".join(
        stuk.masker if stuk.masker and stuk.nummer not in laten_staan else stuk.tekst
        for stuk in propose_maskers(tekst)
    )
