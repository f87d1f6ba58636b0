"""Are the words that are named the words that count? Each is left out, beside as many other content words.

Over statements of the validation part, which another author wrote and the model did not learn from. Language models
wrote and coded them, not people.
"""

from __future__ import annotations

import hashlib
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.bench.meting import Meting, Sectie

if TYPE_CHECKING:
    from collections.abc import Callable

    from codering.nlp.protocols import Scores
    from codering.nlp.types import Voorbeeld, Voorstel

    Beoordeel = Callable[[Sequence[str], Sequence[str]], Scores]

AANTAL = 300
"""Statements looked at: trying words takes some twenty readings each."""
ZAAD = "uitleg"


@dataclass(frozen=True, slots=True)
class Proef:
    """One proposal: its text, question, column of the scores, confidence, and the words that were named."""

    tekst: str
    vraag: str
    kolom: int
    zekerheid: float
    woorden: tuple[str, ...]


def measure_uitleg() -> Sectie:
    """Leave named and random words out of the same statements; quick words, and those found by leaving out."""
    from codering.nlp.cache import Geheugencache
    from codering.nlp.codeboek import SOCIALE_BASIS, load_codeboek, load_voorbeelden
    from codering.nlp.registry import default_embedder
    from codering.nlp.shipped import Meegeleverd
    from codering.nlp.weglaten import open_beoordelaar, open_inbedder

    codeboek, embedder = load_codeboek(), default_embedder()
    bestand = SOCIALE_BASIS / "proef.jsonl"
    rijen = draw(load_voorbeelden(bestand if bestand.exists() else SOCIALE_BASIS))
    cache = Meegeleverd(Geheugencache())
    beoordeel = open_beoordelaar(codeboek, load_voorbeelden(), embedder, cache)
    vectoren = open_inbedder(embedder, cache)([v.tekst for v in rijen], [v.vraag for v in rijen])
    snel = explain(rijen, vectoren, embedder.sleutel, codeboek.codes, beoordeel)
    metingen = [
        *describe("snelle uitleg", snel, beoordeel),
        *describe("woorden na weglaten", [try_words(proef, beoordeel) for proef in snel], beoordeel),
    ]
    wat = "het deel om mee te meten" if bestand.exists() else "voorbeelden waarvan ook is geleerd"
    return Sectie(
        "Uitleg",
        f"{len(rijen)} uitspraken uit {wat}, geschreven en gecodeerd door taalmodellen. Per voorstel zijn de genoemde "
        "woorden weggelaten, en als vergelijking evenveel willekeurige andere woorden met inhoud. Hoger is beter; "
        "de verhouding is die tot willekeurige woorden.",
        tuple(metingen),
    )


def draw(voorbeelden: Sequence[Voorbeeld]) -> list[Voorbeeld]:
    """Statements by lot, the same each time."""
    return sorted(voorbeelden, key=lambda v: _lot(v.tekst, v.vraag))[:AANTAL]


def explain(
    rijen: Sequence[Voorbeeld], vectoren: object, sleutel: str, codes: Sequence[str], beoordeel: Beoordeel
) -> list[Proef]:
    """A trial per theme that is more likely than not, with the words that a run names."""
    from codering.nlp.explain import Toelichter
    from codering.nlp.types import Voorstel
    from codering.nlp.uitlegstof import load_uitlegstof

    teksten = [rij.tekst for rij in rijen]
    kansen = beoordeel(teksten, [rij.vraag for rij in rijen])
    kaal: list[tuple[Voorstel, ...]] = [
        tuple(Voorstel(code, float(kans)) for code, kans in zip(codes, rij, strict=True) if kans >= 0.5)
        for rij in kansen
    ]
    toegelicht = Toelichter(load_uitlegstof(sleutel)).explain(teksten, vectoren, kaal)
    return [
        Proef(rij.tekst, rij.vraag, codes.index(v.code), v.zekerheid, v.woorden)
        for rij, voorstellen in zip(rijen, toegelicht, strict=True)
        for v in voorstellen
    ]


def try_words(proef: Proef, beoordeel: Beoordeel) -> Proef:
    """The same trial with the words that leaving out finds."""
    from codering.nlp.weglaten import find_dragende_woorden

    (woorden,) = find_dragende_woorden(
        proef.tekst, [proef.kolom], lambda varianten: beoordeel(varianten, [proef.vraag] * len(varianten))
    )
    return Proef(proef.tekst, proef.vraag, proef.kolom, proef.zekerheid, woorden)


def describe(naam: str, proeven: Sequence[Proef], beoordeel: Beoordeel) -> list[Meting]:
    """Of how many proposals words were named, how often these lower the confidence, and by how much."""
    met = [proef for proef in proeven if proef.woorden]
    if not met:
        return [Meting(f"{naam}: voorstellen met woorden", 0.0, "%")]
    val = measure_val(met, [proef.woorden for proef in met], beoordeel)
    toeval = measure_val(met, draw_woorden(met), beoordeel)
    lager, ook_lager = (100 * statistics.mean(v > 0 for v in reeks) for reeks in (val, toeval))
    return [
        Meting(f"{naam}: voorstellen met woorden", 100 * len(met) / len(proeven), "%"),
        Meting(f"{naam}: woorden per voorstel", statistics.mean(len(p.woorden) for p in met), ""),
        Meting(f"{naam}: zekerheid daalt zonder die woorden", lager, "%", basis=ook_lager),
        Meting(
            f"{naam}: gemiddelde daling",
            100 * statistics.mean(val),
            "punten",
            basis=100 * statistics.mean(toeval),
        ),
    ]


def draw_woorden(proeven: Sequence[Proef]) -> list[tuple[str, ...]]:
    """As many content words of the same text, by lot."""
    from codering.nlp.weglaten import list_inhoudswoorden

    uit = []
    for proef in proeven:
        geloot = sorted(list_inhoudswoorden(proef.tekst), key=lambda woord: _lot(woord, proef.tekst))
        uit.append(tuple(geloot[: len(proef.woorden)]))
    return uit


def _lot(*delen: str) -> bytes:
    """A number that depends on nothing but these words."""
    return hashlib.sha256("\0".join((ZAAD, *delen)).encode()).digest()


def measure_val(
    proeven: Sequence[Proef], weg: Sequence[tuple[str, ...]], beoordeel: Beoordeel
) -> list[float]:
    """How much confidence is lost without these words; all of it when no word is left."""
    from codering.nlp.weglaten import remove_woorden

    resten = [remove_woorden(proef.tekst, woorden) for proef, woorden in zip(proeven, weg, strict=True)]
    kansen = beoordeel([rest or "-" for rest in resten], [proef.vraag for proef in proeven])
    return [
        proef.zekerheid - (float(kansen[nummer, proef.kolom]) if rest else 0.0)
        for nummer, (proef, rest) in enumerate(zip(proeven, resten, strict=True))
    ]
