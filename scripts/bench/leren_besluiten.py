"""What decisions of an organisation bring on top of the shipped model, and whether shuffled ones are refused.

    python -m scripts.bench.leren_besluiten

Decisions are drawn from the statements of an author that the shipped model has not seen, and measured on the rest.
Once people read the themes as the codebook does; once in their own way: traffic is always safety too, loneliness
always meeting too, and what the codebook calls information they call having a say.
"""

from __future__ import annotations

import hashlib
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scripts.bench.meting import Meting

if TYPE_CHECKING:
    from codering.nlp.protocols import Basis
    from codering.nlp.types import Voorbeeld

AANTALLEN = (0, 10, 20, 50, 100, 300)
GEWICHT = 3.0
_PROEFDEEL = 0.3


def read_otherwise(voorbeeld: Voorbeeld) -> Voorbeeld:
    """The same statement as people code it who read three themes in their own way."""
    codes = set(voorbeeld.codes)
    codes |= {"veiligheid"} if "verkeer" in codes else set()
    codes |= {"ontmoeting"} if "eenzaamheid" in codes else set()
    if "informatie" in codes:
        codes = codes - {"informatie"} | {"zeggenschap"}
    return replace(voorbeeld, codes=tuple(sorted(codes)))


def measure_besluiten() -> list[Meting]:
    """All figures; none where the shipped model or the statements to measure on are not there."""
    from codering.nlp.basis import load_basis
    from codering.nlp.codeboek import SOCIALE_BASIS, load_voorbeelden
    from codering.nlp.registry import default_embedder

    basis = load_basis(default_embedder().sleutel)
    pad = SOCIALE_BASIS / "proef.jsonl"
    if basis is None or not pad.exists():
        return []
    proef = list(load_voorbeelden(pad))
    uit: list[Meting] = []
    lezingen: tuple[tuple[str, Callable[[Voorbeeld], Voorbeeld]], ...] = (
        ("zelfde opvatting", lambda voorbeeld: voorbeeld),
        ("andere opvatting", read_otherwise),
    )
    for naam, lees in lezingen:
        for aantal in AANTALLEN:
            waarden = [measure([lees(v) for v in proef], aantal, zaad, basis) for zaad in range(2)]
            for plek, maat in enumerate(("gemiddelde precisie", "micro-F1")):
                gemiddeld = statistics.mean(waarde[plek] for waarde in waarden)
                uit.append(Meting(f"{naam}, {aantal} besluiten: {maat}", gemiddeld, ""))
    for aantal in AANTALLEN[2:]:
        geweigerd = [refuses(proef, aantal, zaad, basis) for zaad in range(5)]
        uit.append(Meting(f"{aantal} geschudde besluiten geweigerd", sum(geweigerd) / len(geweigerd), ""))
    return uit


def measure(proef: Sequence[Voorbeeld], aantal: int, zaad: int, basis: Basis) -> tuple[float, float]:
    """Mean average precision and micro-F1 on statements that were not decided."""
    from codering.nlp.codeboek import load_codeboek
    from codering.nlp.evaluate import evaluate

    rijen = _shuffle(proef, zaad)
    rest = rijen[int(len(rijen) * (1 - _PROEFDEEL)) :]
    teksten, vragen = [v.tekst for v in rest], [v.vraag for v in rest]
    model = _fit(rijen[:aantal], basis)
    scores, voorstellen = model.suggest(teksten, vragen, _embed(teksten, vragen))
    gekozen = [[v.code for v in per_tekst] for per_tekst in voorstellen]
    meting = evaluate([v.codes for v in rest], gekozen, scores, load_codeboek().codes)
    return meting.map, meting.micro_f1


def refuses(proef: Sequence[Voorbeeld], aantal: int, zaad: int, basis: Basis) -> bool:
    """Whether decisions that were dealt out among the statements anew are refused."""
    from codering.nlp.bewaking import GEWEIGERD

    rijen = _shuffle(proef, zaad)[:aantal]
    codes = [v.codes for v in _shuffle(rijen, zaad + 100)]
    geschud = [replace(v, codes=eigen) for v, eigen in zip(rijen, codes, strict=True)]
    return _fit(geschud, basis).stand.status in GEWEIGERD


def _fit(besluiten: Sequence[Voorbeeld], basis: Basis) -> Any:
    from codering.nlp.codeboek import load_codeboek, load_voorbeelden
    from codering.nlp.suggest import Themamodel

    eigen = [replace(v, gewicht=GEWICHT, bron="") for v in besluiten]
    achtergrond = [v.tekst for v in load_voorbeelden()]
    return Themamodel(load_codeboek(), eigen, _embed, basis, achtergrond)


def _embed(teksten: Sequence[str], vragen: Sequence[str]) -> Any:
    from codering.nlp.embed import embed_cached
    from codering.nlp.encoder import join_vraag
    from codering.nlp.registry import default_embedder
    from scripts.bench.leren import open_cache

    return embed_cached(list(map(join_vraag, vragen, teksten)), default_embedder(), open_cache())


def _shuffle(rijen: Sequence[Voorbeeld], zaad: int) -> list[Voorbeeld]:
    return sorted(rijen, key=lambda v: hashlib.sha256(f"{zaad}{v.vraag}{v.tekst}".encode()).digest())


def main() -> int:
    """Measure and show."""
    for meting in measure_besluiten():
        print(meting.render(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
