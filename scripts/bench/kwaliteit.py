"""How well non-answers and other languages are told, and how well statements in other languages are coded.

    python -m scripts.bench kwaliteit
    python -m scripts.bench.kwaliteit [--json] [--fouten]

Statements are in the shipped codebook: `kwaliteit.jsonl` and `anderstalig.jsonl`, written and labelled by one language
model, not by people. Figures about telling are over their part "proef", which nothing learnt from. Themes are learnt
from Dutch examples only, so those figures are over all statements in other languages; beside them the same statements
in the Dutch translation that their author gave.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from scripts.bench.meting import Meting, Sectie
from scripts.kiezers import ANDERSTALIG, KWALITEIT, read_rijen

if TYPE_CHECKING:
    from codering.nlp.evaluate import Klassenmeting

ANTWOORD = "inhoudelijk"
VERLIES = 1.0
"""At most this percentage of real answers may be taken for a non-answer."""
_ALS_NEDERLANDS = ("nl", "fy")


@dataclass(frozen=True, slots=True)
class Codeercijfers:
    """Themes of one language: as written, and in Dutch translation."""

    taal: str
    aantal: int
    macro_f1: float
    micro_f1: float
    map: float
    vertaald_macro_f1: float
    vertaald_micro_f1: float


@dataclass(frozen=True, slots=True)
class Uitslag:
    """Everything; `verloren` is the part of real answers (of `antwoorden`) taken for a non-answer."""

    kwaliteit: Klassenmeting
    verloren: float
    antwoorden: int
    gevonden: float
    talen: Klassenmeting
    codering: tuple[Codeercijfers, ...]
    fouten: tuple[str, ...]


def measure() -> Uitslag:
    """Measure all three."""
    from codering.nlp.evaluate import evaluate_klassen

    rijen = read_rijen(KWALITEIT, "proef")
    waar, gekozen = [rij["kwaliteit"] for rij in rijen], judge_rijen(rijen)
    echt = [keuze for juist, keuze in zip(waar, gekozen, strict=True) if juist == ANTWOORD]
    leeg = [keuze for juist, keuze in zip(waar, gekozen, strict=True) if juist != ANTWOORD]
    anders = read_rijen(ANDERSTALIG, "proef")
    taal, herkend = [rij["taal"] for rij in anders], detect_rijen(anders)
    fouten = [
        f"{juist} → {keuze}: {rij['tekst']}"
        for juist, keuze, rij in zip([*waar, *taal], [*gekozen, *herkend], [*rijen, *anders], strict=True)
        if juist != keuze
    ]
    return Uitslag(
        kwaliteit=evaluate_klassen(waar, gekozen, sorted(set(waar))),
        verloren=sum(keuze != ANTWOORD for keuze in echt) / len(echt),
        antwoorden=len(echt),
        gevonden=sum(keuze != ANTWOORD for keuze in leeg) / len(leeg),
        talen=evaluate_klassen(taal, herkend, sorted({*taal, *herkend})),
        codering=measure_codering(),
        fouten=tuple(fouten),
    )


def judge_rijen(rijen: Sequence[dict[str, Any]]) -> list[str]:
    """Give the quality of each row, its question known."""
    from codering.nlp.quality import judge_kwaliteit

    return [judge_kwaliteit(rij["tekst"], rij["vraag"]).value for rij in rijen]


def detect_rijen(rijen: Sequence[dict[str, Any]]) -> list[str]:
    """Give the language of each row."""
    from basis.taal.talen import detect_language

    return [detect_language(rij["tekst"]) for rij in rijen]


def measure_codering() -> tuple[Codeercijfers, ...]:
    """Code every statement that is not Dutch, as written and in translation, per language and for all together."""
    from codering.nlp.codeboek import load_codeboek
    from codering.nlp.evaluate import evaluate

    rijen = [rij for rij in read_rijen(ANDERSTALIG) if rij["taal"] not in _ALS_NEDERLANDS]
    codes = load_codeboek().codes
    gecodeerd = {kolom: suggest_rijen(rijen, kolom) for kolom in ("tekst", "vertaling")}
    uit = []
    for taal in [*dict.fromkeys(rij["taal"] for rij in rijen), ""]:
        plekken = [plek for plek, rij in enumerate(rijen) if taal in ("", rij["taal"])]
        waar = [rijen[plek]["codes"] for plek in plekken]
        eigen, vertaald = (
            evaluate(waar, [voorgesteld[p] for p in plekken], scores[plekken], codes)
            for scores, voorgesteld in (gecodeerd["tekst"], gecodeerd["vertaling"])
        )
        cijfers = (eigen.macro_f1, eigen.micro_f1, eigen.map, vertaald.macro_f1, vertaald.micro_f1)
        uit.append(Codeercijfers(taal or "alle", len(plekken), *cijfers))
    return tuple(uit)


def suggest_rijen(rijen: Sequence[dict[str, Any]], kolom: str) -> tuple[Any, list[tuple[str, ...]]]:
    """Give scores and proposed codes, with the model and the examples that come with the program."""
    from codering.nlp.cache import Geheugencache
    from codering.nlp.codeboek import load_codeboek, load_voorbeelden
    from codering.nlp.embed import embed_cached
    from codering.nlp.encoder import join_vraag
    from codering.nlp.pipeline import fit_themamodel
    from codering.nlp.registry import default_embedder

    embedder, cache = default_embedder(), Geheugencache()
    teksten, vragen = [rij[kolom] for rij in rijen], [rij["vraag"] for rij in rijen]
    vectoren = embed_cached(list(map(join_vraag, vragen, teksten)), embedder, cache)
    model = fit_themamodel(load_codeboek(), load_voorbeelden(), embedder, cache)
    scores, voorstellen = model.suggest(teksten, vragen, vectoren)
    return scores, [tuple(voorstel.code for voorstel in eigen) for eigen in voorstellen]


def measure_kwaliteit() -> Sectie:
    """Measure and put into a table."""
    uitslag = measure()
    metingen = [
        Meting(
            f"antwoorden voor niets aangezien ({uitslag.antwoorden})", 100 * uitslag.verloren, "%", VERLIES
        ),
        Meting("niet-antwoorden herkend", 100 * uitslag.gevonden, "%"),
    ]
    metingen += describe_klassen(uitslag.kwaliteit) + describe_klassen(uitslag.talen)
    for cijfers in uitslag.codering:
        naam = f"thema's van {cijfers.aantal} uitspraken in taal {cijfers.taal}: "
        metingen.append(
            Meting(naam + "micro-F1, tegen vertaald", cijfers.micro_f1, "", basis=cijfers.vertaald_micro_f1)
        )
        metingen.append(
            Meting(naam + "macro-F1, tegen vertaald", cijfers.macro_f1, "", basis=cijfers.vertaald_macro_f1)
        )
    return Sectie(
        "Antwoorden zonder inhoud en andere talen",
        "Geschreven en beoordeeld door één taalmodel, niet door mensen. Herkennen: op het deel waar niets van leerde. "
        "Thema's: geleerd van Nederlandse voorbeelden; ernaast dezelfde uitspraken in Nederlandse vertaling. Met een "
        "paar tientallen uitspraken per taal is een verschil van een tiende nog toeval.",
        tuple(metingen),
    )


def describe_klassen(meting: Klassenmeting) -> list[Meting]:
    """Give a line per class: F1, with precision and recall in the name."""
    return [
        Meting(
            f"{k.code} ({k.aantal}): F1 (precisie {k.precisie:.2f}, vangst {k.vangst:.2f})".replace(".", ","),
            k.f1,
            "",
        )
        for k in meting.per_klasse
        if k.aantal
    ]


def main(argumenten: Sequence[str]) -> int:
    """Show the figures, as a table or as JSON, with the errors if asked."""
    uitslag = measure()
    if "--json" in argumenten:
        print(json.dumps(asdict(uitslag), ensure_ascii=False, indent=1))
        return 0
    print(
        f"verloren {uitslag.verloren:.4f} van {uitslag.antwoorden}, niet-antwoorden herkend {uitslag.gevonden:.3f}"
    )
    for meting in (uitslag.kwaliteit, uitslag.talen):
        print(f"juist {meting.juist:.3f}, macro-F1 {meting.macro_f1:.3f}, {meting.aantal} uitspraken")
        for klasse in meting.per_klasse:
            print(
                f"  {klasse.code:14} n={klasse.aantal:4} p {klasse.precisie:.3f} "
                f"r {klasse.vangst:.3f} f1 {klasse.f1:.3f}"
            )
    for rij in uitslag.codering:
        print(rij)
    if "--fouten" in argumenten:
        print("\n".join(uitslag.fouten))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
