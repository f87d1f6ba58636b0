"""Do the groups that nobody named look like themes that people gave? Beside TF-IDF with k-means.

    python -m scripts.bench.groepen                          the validation part
    python -m scripts.bench.groepen BESTAND [TEKST THEMA]    a file as well: its columns with text and themes

All rows are grouped; the figures are over rows with exactly one theme. Rows in no group ("overig") count as one
group together. k-means makes as many groups as there then are. Every figure is over five seeds.

The encoder has seen the codes of the shipped examples. So the validation part is measured, which it has not; it was
written and coded by language models, not by people.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.bench.meting import PROJECTMAP, Meting, Sectie

if TYPE_CHECKING:
    from codering.nlp.protocols import Inbeddingcache
    from codering.nlp.types import Voorbeeld

ZADEN = range(5)
BESTAND = "GRONDVLAK_BENCH_GROEPEN"
"""The variable that names a file to measure on besides the validation part."""

Groepen = list[int | None]
Reeks = dict[str, list[float]]


def measure_texts(
    themas: Sequence[Sequence[str]], teksten: Sequence[str], group: Callable[[int], Groepen]
) -> dict[str, Reeks]:
    """Give V-measure and AMI per seed, of `group` and of k-means, and the number of groups."""
    from codering.nlp.evaluate import ami, v_measure

    enkel = [plek for plek, eigen in enumerate(themas) if len(eigen) == 1]
    waar = [themas[plek][0] for plek in enkel]
    uit: dict[str, Reeks] = {"eigen": {}, "kmeans": {}}
    for zaad in ZADEN:
        eigen = group(zaad)
        aantal = len(set(eigen))
        for soort, groepen in (("eigen", eigen), ("kmeans", group_kmeans(teksten, aantal, zaad))):
            gemeten = [groepen[plek] for plek in enkel]
            uitkomst = {"v": v_measure(waar, gemeten), "ami": ami(waar, gemeten)}
            for naam, waarde in {**uitkomst, "groepen": float(aantal), "rijen": float(len(enkel))}.items():
                uit[soort].setdefault(naam, []).append(waarde)
    return uit


def group_kmeans(teksten: Sequence[str], aantal: int, zaad: int) -> Groepen:
    """The simple way: TF-IDF of words without stop words, k-means with ten starts."""
    from sklearn.cluster import KMeans

    labels = KMeans(aantal, n_init=10, random_state=zaad).fit_predict(weigh_woorden(teksten)[0])
    return [int(label) for label in labels]


def weigh_woorden(teksten: Sequence[str]) -> tuple[Any, list[str]]:
    """Give TF-IDF of words without stop words (texts, words), and the words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    from basis.taal.lemmas import tokenize
    from basis.taal.stopwoorden import STOPWOORDEN

    def list_words(tekst: str) -> list[str]:
        return [woord for woord in tokenize(tekst.lower()) if woord not in STOPWOORDEN]

    telling = TfidfVectorizer(sublinear_tf=True, analyzer=list_words)
    matrix = telling.fit_transform(teksten)
    return matrix, [str(woord) for woord in telling.get_feature_names_out()]


def group_pipeline(teksten: Sequence[str], vragen: Sequence[str], zaad: int) -> Groepen:
    """The whole chain without a codebook, as `codeer --zonder-codeboek`: a row's group is its longest answer's."""
    from codering.nlp.pipeline import analyse, segment_rijen
    from codering.nlp.registry import default_embedder
    from codering.nlp.types import Antwoordrij

    per_rij = segment_rijen([Antwoordrij(str(plek), tekst) for plek, tekst in enumerate(teksten)])
    fragmenten = [fragment for rij in per_rij for fragment in rij]
    per_vraag = {str(plek): vraag for plek, vraag in enumerate(vragen)}
    uitkomst = analyse(
        fragmenten, per_vraag, None, (), embedder=default_embedder(), cache=_cache(), seed=zaad
    )
    groepen: Groepen = [None] * len(teksten)
    langste = [0] * len(teksten)
    for deel in uitkomst.fragmenten:
        plek, lengte = int(deel.fragment.rij_id), len(deel.fragment.tekst)
        if deel.fragment.kwaliteit == "inhoudelijk" and lengte > langste[plek]:
            groepen[plek], langste[plek] = deel.groep, lengte
    return groepen


@lru_cache(maxsize=1)
def read_proef() -> tuple[Voorbeeld, ...]:
    """Give the validation part: by authors of its own, and nothing was trained on it."""
    from codering.nlp.codeboek import SOCIALE_BASIS, load_voorbeelden

    return tuple(load_voorbeelden(SOCIALE_BASIS / "proef.jsonl"))


def embed_proef() -> Any:
    """Vectors of the validation part, each answer with its question."""
    from codering.nlp.embed import embed_cached
    from codering.nlp.encoder import join_vraag
    from codering.nlp.registry import default_embedder

    return embed_cached([join_vraag(v.vraag, v.tekst) for v in read_proef()], default_embedder(), _cache())


@lru_cache(maxsize=1)
def _cache() -> Inbeddingcache:
    """Vectors of this process: the same texts come back with every seed."""
    from codering.nlp.cache import Geheugencache

    return Geheugencache()


def measure_proef() -> dict[str, Reeks]:
    """Measure the validation part."""
    teksten, vragen = [v.tekst for v in read_proef()], [v.vraag for v in read_proef()]
    return measure_texts([v.codes for v in read_proef()], teksten, partial(group_pipeline, teksten, vragen))


def measure_bestand(pad: Path, tekst: str = "tekst", thema: str = "thema_norm") -> dict[str, Reeks]:
    """Measure a file; its column of themes holds themes separated by |."""
    from basis.tabel import read_tabel

    tabel = read_tabel(pad)
    themas = [[deel for deel in cel.split("|") if deel] for cel in tabel.kolom(thema)]
    teksten = tabel.kolom(tekst)
    return measure_texts(themas, teksten, partial(group_pipeline, teksten, [""] * len(teksten)))


def describe(naam: str, uitkomst: dict[str, Reeks]) -> list[Meting]:
    """Give the means, each beside that of k-means, with the lowest and highest in the name."""
    eigen, kmeans = uitkomst["eigen"], uitkomst["kmeans"]
    rijen = f"{naam}, {statistics.mean(eigen['rijen']):.0f} rijen met één thema"
    metingen = [Meting(f"{rijen}: groepen, met overig", statistics.mean(eigen["groepen"]), "")]
    for maat, titel in (("v", "V-measure"), ("ami", "AMI")):
        spreiding = f"{_range(eigen[maat])}; k-means {_range(kmeans[maat])}"
        basis = statistics.mean(kmeans[maat])
        metingen.append(
            Meting(f"{naam}: {titel} ({spreiding})", statistics.mean(eigen[maat]), "", basis=basis)
        )
    return metingen


def _range(waarden: Sequence[float]) -> str:
    return f"{min(waarden):.3f} tot {max(waarden):.3f}".replace(".", ",")


def measure_groepen() -> Sectie:
    """Measure in a process of its own; a file too, where the environment names one that is there."""
    opdracht = [sys.executable, "-m", "scripts.bench.groepen"]
    bestand = os.environ.get(BESTAND, "")
    over = ""
    if bestand and Path(bestand).is_file():
        opdracht.append(str(Path(bestand).resolve()))
    elif bestand:
        over = f" {Path(bestand).name} is er niet en is overgeslagen."
    uitvoer = subprocess.run(opdracht, cwd=PROJECTMAP, capture_output=True, text=True, check=True).stdout
    gemeten = json.loads(uitvoer.splitlines()[-1])
    return Sectie(
        "Groepen zonder codeboek",
        "Gemiddelde over vijf zaden (laagste tot hoogste), naast TF-IDF met k-means en evenveel groepen. "
        f"Rijen zonder groep tellen samen als één groep.{over}",
        tuple(meting for naam, uitkomst in gemeten.items() for meting in describe(naam, uitkomst)),
    )


def main(argumenten: list[str]) -> int:
    """Measure, show, and end with one line of JSON."""
    gemeten = {"proefdeel": measure_proef()}
    if argumenten and Path(argumenten[0]).is_file():
        gemeten[Path(argumenten[0]).name] = measure_bestand(Path(argumenten[0]), *argumenten[1:3])
    elif argumenten:
        print(f"{argumenten[0]} is er niet en is overgeslagen.")
    for naam, uitkomst in gemeten.items():
        for meting in describe(naam, uitkomst):
            print(meting.render())
    print(json.dumps(gemeten))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
