"""BERTopic on texts and vectors that `scripts.bench.keten` left, in whatever Python has it: imports nothing of ours.

python bertopic_los.py MAP
"""

from __future__ import annotations

import json
import resource
import sys
import time
from importlib import import_module
from pathlib import Path


def main(map_: Path) -> None:
    """Group and print as one line of JSON: seconds, processor seconds, groups, peak of memory in MB."""
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer

    # By name: they are not among our packages, nor their types.
    bertopic, umap = import_module("bertopic"), import_module("umap")
    teksten = json.loads((map_ / "teksten.json").read_text(encoding="utf-8"))["teksten"]
    vectoren = np.load(map_ / "vectoren.npy").astype(np.float32)
    model = bertopic.BERTopic(
        embedding_model=None,
        umap_model=umap.UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=0),
        vectorizer_model=CountVectorizer(),
    )
    begin, cpu = time.perf_counter(), time.process_time()
    groepen, _kansen = model.fit_transform(teksten, vectoren)
    uit = {
        "seconden": time.perf_counter() - begin,
        "cpu": time.process_time() - cpu,
        "groepen": len(set(groepen) - {-1}),
        "piek": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1.024e-3,
    }
    print(json.dumps(uit))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
