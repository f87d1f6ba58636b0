"""The language pipeline, step by step, beside the simplest thing that does the same kind of work.

Run in a process of its own, so that its peak of memory is its own: python -m scripts.bench.keten AANTAL
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import pairwise

from scripts.bench.meting import PROJECTMAP, Meting, Sectie, time_call

AANTAL = 2_000
# The steps as the pipeline reports them, and the baseline that each is held against.
EENVOUDIG = {
    "Zinnen splitsen": "splitsen",
    "Betekenis berekenen": "tfidf",
    "Thema's voorstellen": "regressie",
    "Groepen zoeken": "kmeans",
}


def build_teksten(aantal: int) -> list[str]:
    """Give that many answers: the shipped examples, and then pairs of them until there are enough."""
    from codering.nlp.codeboek import load_voorbeelden

    los = [voorbeeld.tekst for voorbeeld in load_voorbeelden()]
    paren = [
        f"{een} {twee}" for stap in range(1, len(los)) for een, twee in pairwise(los[stap:] + los[:stap])
    ]
    return (los + paren)[:aantal]


class Stopwatch:
    """A progress callback that notes how long each step took."""

    def __init__(self) -> None:
        self.duur: dict[str, float] = {}
        self._stap, self._begin = "", 0.0

    def __call__(self, stap: str, klaar: int, totaal: int) -> None:
        nu = time.perf_counter()
        if self._stap:
            self.duur[self._stap] = self.duur.get(self._stap, 0.0) + nu - self._begin
        self._stap, self._begin = ("" if klaar == totaal and totaal else stap), nu


def time_keten(teksten: Sequence[str]) -> dict[str, float]:
    """Run the whole pipeline; give seconds per step, and of a second run from the cache."""
    from codering.nlp.cache import Geheugencache
    from codering.nlp.codeboek import load_codeboek, load_voorbeelden
    from codering.nlp.embed import embed_cached
    from codering.nlp.pipeline import analyse, segment_rijen
    from codering.nlp.registry import default_embedder
    from codering.nlp.types import Antwoordrij

    klok, cache, embedder = Stopwatch(), Geheugencache(), default_embedder()
    codeboek, voorbeelden = load_codeboek(), load_voorbeelden()
    rijen = [Antwoordrij(str(nummer), tekst) for nummer, tekst in enumerate(teksten, 1)]
    fragmenten = [fragment for rij in segment_rijen(rijen, klok) for fragment in rij]

    geleerd = time_call(lambda: embed_cached([voorbeeld.tekst for voorbeeld in voorbeelden], embedder, cache))

    def run(progress: Stopwatch) -> None:
        analyse(fragmenten, {}, codeboek, voorbeelden, embedder=embedder, cache=cache, progress=progress)

    totaal = time_call(lambda: run(klok))
    opnieuw = time_call(lambda: run(Stopwatch()))
    los = {"uitspraken": float(len(fragmenten)), "voorbeelden": geleerd, "totaal": totaal, "opnieuw": opnieuw}
    return {**klok.duur, **los}


def time_eenvoudig(teksten: Sequence[str]) -> dict[str, float]:
    """Time the simple ways: cut at full stops, TF-IDF of words, logistic regression, k-means."""
    from sklearn.cluster import KMeans
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.preprocessing import MultiLabelBinarizer

    from codering.nlp.codeboek import load_voorbeelden

    voorbeelden = load_voorbeelden()
    maker = TfidfVectorizer(max_features=20_000)
    doel = MultiLabelBinarizer().fit_transform([voorbeeld.codes for voorbeeld in voorbeelden])
    duur = {"splitsen": time_call(lambda: [re.split(r"(?<=[.!?])\s+", tekst) for tekst in teksten])}
    duur["tfidf"] = time_call(lambda: maker.fit_transform(teksten))
    matrix, voorbeeldmatrix = maker.transform(teksten), maker.transform([v.tekst for v in voorbeelden])

    def fit_predict() -> None:
        OneVsRestClassifier(LogisticRegression(max_iter=1000)).fit(voorbeeldmatrix, doel).predict_proba(
            matrix
        )

    duur["regressie"] = time_call(fit_predict)
    duur["kmeans"] = time_call(lambda: KMeans(15, n_init=1, random_state=0).fit(matrix))
    return duur


def measure_keten() -> Sectie:
    """Measure the pipeline in a process of its own."""
    opdracht = [sys.executable, "-m", "scripts.bench.keten", str(AANTAL)]
    uitvoer = subprocess.run(opdracht, cwd=PROJECTMAP, capture_output=True, text=True, check=True).stdout
    uitkomst = json.loads(uitvoer.splitlines()[-1])
    keten, eenvoudig = uitkomst["keten"], uitkomst["eenvoudig"]
    metingen = [
        Meting(stap, keten[stap], "s", basis=eenvoudig.get(EENVOUDIG.get(stap, "")))
        for stap in keten
        if stap not in {"uitspraken", "voorbeelden", "totaal", "opnieuw"}
    ]
    metingen += [
        Meting("uitspraken", keten["uitspraken"], ""),
        Meting("eenmalig: betekenis van de voorbeelden", keten["voorbeelden"], "s"),
        Meting("na het splitsen, alles samen", keten["totaal"], "s"),
        Meting("nog een keer, uit het geheugen", keten["opnieuw"], "s"),
        Meting("meeste geheugen", uitkomst["piek"], "MB", doel=1_610.0),
    ]
    return Sectie(
        "De taalketen",
        f"{AANTAL} antwoorden uit de meegeleverde voorbeelden. De eenvoudige manier per stap: knippen bij "
        "een punt, TF-IDF van woorden, logistische regressie, k-means.",
        tuple(metingen),
    )


def main(aantal: int) -> None:
    """Measure and print as one line of JSON."""
    teksten = build_teksten(aantal)
    keten = time_keten(teksten)
    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1.024e-3
    print(json.dumps({"keten": keten, "piek": piek, "eenvoudig": time_eenvoudig(teksten)}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
