"""BERTopic in its own usual settings on given vectors; runs in an environment of its own, without our code.

    PYTHON scripts/bench/bertopic_los.py STOF.npz

STOF holds `vectoren`, `teksten`, `aantal` (of groups, outliers being one) and `zaden`. Prints a line of JSON: labels
per seed, seconds per seed, peak memory in MiB. Grootendorst 2022, BERTopic.
"""

import json
import resource
import sys
import time

import numpy as np
from bertopic import BERTopic
from hdbscan import HDBSCAN
from umap import UMAP


def main(pad: str) -> None:
    """Group with each seed."""
    stof = np.load(pad)
    vectoren, teksten = stof["vectoren"].astype(np.float32), [str(tekst) for tekst in stof["teksten"]]
    labels, seconden = [], []
    for zaad in stof["zaden"].tolist():
        begin = time.perf_counter()
        model = BERTopic(
            embedding_model=None,
            umap_model=UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=zaad),
            hdbscan_model=HDBSCAN(min_cluster_size=10, metric="euclidean", prediction_data=True),
            nr_topics=int(stof["aantal"]),
        )
        gevonden, _kansen = model.fit_transform(teksten, vectoren)
        labels.append([int(label) for label in gevonden])
        seconden.append(time.perf_counter() - begin)
    piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"labels": labels, "seconden": seconden, "mib": piek}))


if __name__ == "__main__":
    main(sys.argv[1])
