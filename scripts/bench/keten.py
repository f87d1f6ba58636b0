"""The language pipeline step by step, and the simplest thing that does the same kind of work.

Each is run in a process of its own, so that its peak of memory is its own:

    python -m scripts.bench.keten keten AANTAL [MAP]      all steps, cold and then with the vectors at hand
    python -m scripts.bench.keten eenvoudig AANTAL        full stops, TF-IDF, logistic regression, k-means

The last line is JSON. In MAP the vectors and texts are left, for what is compared on the same ones.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from scripts.bench.stof import build_antwoorden

if TYPE_CHECKING:
    from codering.nlp.protocols import Namer, Vectoren
    from codering.nlp.types import Fragment, Naam

GROEPEN = 15
# Steps as the pipeline reports them, by the name in the table.
STAPPEN = {
    "Gegevens afschermen": "afschermen",
    "Zinnen splitsen": "splitsen",
    "Betekenis berekenen": "inbedden",
    "Thema's voorstellen": "voorstellen",
    "Groepen zoeken": "groeperen",
}
Duur = dict[str, dict[str, float]]


def read_piek() -> float:
    """Give the peak of this process's memory so far, in MB (10⁶ bytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1.024e-3


class Klok:
    """A progress callback that notes per step: seconds, processor seconds, and the peak of memory after it.

    What is wrapped is a step of its own, and its time is taken off the step it is part of.
    """

    def __init__(self) -> None:
        self.duur: Duur = {}
        self._stap, self._begin, self._cpu = "", 0.0, 0.0

    def __call__(self, stap: str, klaar: int, totaal: int) -> None:
        nu, cpu = time.perf_counter(), time.process_time()
        if self._stap:
            self.add(self._stap, nu - self._begin, cpu - self._cpu)
        af = klaar == totaal and totaal
        self._stap, self._begin, self._cpu = ("" if af else STAPPEN.get(stap, stap)), nu, cpu

    def stop(self) -> None:
        """End the step under way."""
        self("", 0, 0)

    def add(self, stap: str, seconden: float, cpu: float) -> None:
        """Add to a step."""
        regel = self.duur.setdefault(stap, {"seconden": 0.0, "cpu": 0.0, "piek": 0.0})
        regel["seconden"] += seconden
        regel["cpu"] += cpu
        regel["piek"] = read_piek()

    def time(self, stap: str, werk: Callable[[], Any]) -> Any:
        """Do a piece of work as a step of its own."""
        nu, cpu = time.perf_counter(), time.process_time()
        uit = werk()
        seconden, rekentijd = time.perf_counter() - nu, time.process_time() - cpu
        self.add(stap, seconden, rekentijd)
        if self._stap:
            self.add(self._stap, -seconden, -rekentijd)
        return uit

    def time_call(self, stap: str, werk: Callable[..., Any], *args: Any, **alles: Any) -> Any:
        """Call as a step of its own: to stand in the place of `werk`."""
        return self.time(stap, lambda: werk(*args, **alles))


class Kloknamer:
    """A `Namer` that is timed."""

    def __init__(self, namer: Namer, klok: Klok) -> None:
        self._namer, self._klok = namer, klok

    def name(
        self, teksten: Sequence[str], vectoren: Vectoren, leden: Sequence[Sequence[int]]
    ) -> tuple[Naam, ...]:
        """See `Namer.name`."""
        namen: tuple[Naam, ...] = self._klok.time("namen", lambda: self._namer.name(teksten, vectoren, leden))
        return namen


def run_keten(aantal: int, map_: Path | None) -> dict[str, Any]:
    """Run the whole pipeline cold and warm; give what each step took."""
    from codering.nlp.cache import Geheugencache
    from codering.nlp.codeboek import load_codeboek, load_voorbeelden
    from codering.nlp.name import Woordnamer
    from codering.nlp.pipeline import analyse
    from codering.nlp.registry import default_embedder

    codeboek, voorbeelden, embedder = load_codeboek(), load_voorbeelden(), default_embedder()
    laden, koud, warm, cache = Klok(), Klok(), Klok(), Geheugencache()
    eerste, vragen = cut(build_antwoorden(20, zaad=1), laden)

    def run(fragmenten: Sequence[Fragment], vragen: dict[str, str], klok: Klok) -> None:
        namer = Kloknamer(Woordnamer(), klok)
        delen = {"embedder": embedder, "cache": cache, "progress": klok, "namer": namer}
        analyse(fragmenten, vragen, codeboek, voorbeelden, **delen)  # type: ignore[arg-type]
        klok.stop()

    begin = time.perf_counter()
    run(eerste, vragen, laden)
    geladen = time.perf_counter() - begin
    fragmenten, vragen = cut(build_antwoorden(aantal), koud)
    run(fragmenten, vragen, koud)
    piek = read_piek()
    run(fragmenten, vragen, warm)
    if map_:
        keep(map_, fragmenten, vragen, embedder, cache)
    vast = {"uitspraken": len(fragmenten), "laden": geladen, "piek": piek, "embedder": embedder.sleutel}
    return {**vast, "koud": koud.duur, "warm": warm.duur}


def cut(antwoorden: Sequence[tuple[str, str]], klok: Klok) -> tuple[list[Fragment], dict[str, str]]:
    """Mask and cut answers into statements, and give the question per answer; judging quality is a step apart."""
    from codering.nlp import fragment
    from codering.nlp.types import Antwoordrij

    rijen = [Antwoordrij(str(nummer), tekst) for nummer, (_vraag, tekst) in enumerate(antwoorden)]
    with ExitStack() as stapel:
        for naam in ("detect_language", "judge_kwaliteit"):
            werk = partial(klok.time_call, "kwaliteit", getattr(fragment, naam))
            stapel.enter_context(patch.object(fragment, naam, werk))
        fragmenten = [deel for rij in fragment.segment_rijen(rijen, klok) for deel in rij]
    return fragmenten, {str(nummer): vraag for nummer, (vraag, _tekst) in enumerate(antwoorden)}


def keep(
    map_: Path, fragmenten: Sequence[Fragment], vragen: dict[str, str], embedder: Any, cache: Any
) -> None:
    """Leave texts and vectors behind."""
    import numpy as np

    from codering.nlp.embed import hash_tekst
    from codering.nlp.encoder import join_vraag

    per_sleutel = {
        hash_tekst(embedder, join_vraag(vragen[f.rij_id], f.gemaskeerd)): f.gemaskeerd for f in fragmenten
    }
    gevonden = cache.get_many(list(per_sleutel))
    sleutels = [sleutel for sleutel in per_sleutel if sleutel in gevonden]
    np.save(map_ / "vectoren.npy", np.stack([gevonden[sleutel] for sleutel in sleutels]))
    over = {"model": embedder.sleutel, "sleutels": sleutels, "teksten": [per_sleutel[s] for s in sleutels]}
    (map_ / "teksten.json").write_text(json.dumps(over), encoding="utf-8")


def run_eenvoudig(aantal: int) -> dict[str, Any]:
    """Time the simple ways, on the same answers."""
    from sklearn.cluster import KMeans
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.preprocessing import MultiLabelBinarizer

    from codering.nlp.codeboek import load_voorbeelden

    teksten = [tekst for _vraag, tekst in build_antwoorden(aantal)]
    klok, maker, voorbeelden = Klok(), TfidfVectorizer(max_features=20_000), load_voorbeelden()
    klok.time("splitsen", lambda: [re.split(r"(?<=[.!?])\s+", tekst) for tekst in teksten])
    matrix = klok.time("inbedden", lambda: maker.fit_transform(teksten))
    klok.time("groeperen", lambda: KMeans(GROEPEN, n_init=1, random_state=0).fit(matrix))
    piek = read_piek()
    doel = MultiLabelBinarizer().fit_transform([voorbeeld.codes for voorbeeld in voorbeelden])
    model = OneVsRestClassifier(LogisticRegression(max_iter=1000))
    klok.time("laden", lambda: model.fit(maker.transform([v.tekst for v in voorbeelden]), doel))
    klok.time("voorstellen", lambda: model.predict_proba(matrix))
    return {"koud": klok.duur, "piek": piek}


def main(wat: str, aantal: str, map_: str = "") -> None:
    """Measure and print as one line of JSON."""
    keten = wat == "keten"
    print(
        json.dumps(
            run_keten(int(aantal), Path(map_) if map_ else None) if keten else run_eenvoudig(int(aantal))
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
