"""Keeping vectors: of statements in the database, of examples in a file that holds no one's answers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from codering.domain.snijden import hash_tekst
from codering.models import Inbedding

if TYPE_CHECKING:
    from codering.nlp.protocols import Embedder, Inbeddingcache, Vectoren

PER_VRAAG = 500


class Inbeddingtabel:
    """The cache of a run: knows which keys are statements; leaves other keys to `anders`."""

    def __init__(self, *, embedder: "Embedder", hashes: Mapping[str, str], anders: "Inbeddingcache") -> None:
        self._model = embedder.sleutel
        self._hashes = hashes
        self._anders = anders

    def get_many(self, sleutels: Sequence[str]) -> dict[str, "Vectoren"]:
        """Give the known vectors of these keys."""
        import numpy as np

        gevonden: dict[str, Vectoren] = {}
        for begin in range(0, len(sleutels), PER_VRAAG):
            for rij in Inbedding.objects.filter(sleutel__in=sleutels[begin : begin + PER_VRAAG]):
                gevonden[rij.sleutel] = np.frombuffer(bytes(rij.vector), dtype=np.float16)
        rest = [sleutel for sleutel in sleutels if sleutel not in gevonden]
        return {**gevonden, **self._anders.get_many(rest)}

    def put_many(self, vectoren: Mapping[str, "Vectoren"]) -> None:
        """Keep these vectors, each in its own place."""
        eigen = {sleutel: vector for sleutel, vector in vectoren.items() if sleutel in self._hashes}
        Inbedding.objects.bulk_create(
            [
                Inbedding(
                    sleutel=sleutel,
                    model=self._model,
                    inhoudhash=self._hashes[sleutel],
                    vector=vector.tobytes(),
                )
                for sleutel, vector in eigen.items()
            ],
            ignore_conflicts=True,
        )
        rest = {sleutel: vector for sleutel, vector in vectoren.items() if sleutel not in self._hashes}
        if rest:
            self._anders.put_many(rest)


def open_tabel(*, embedder: "Embedder", teksten: Iterable[str]) -> Inbeddingtabel:
    """Make the cache of a run; `teksten` are all masked texts of statements that it may meet."""
    from codering.nlp.embed import hash_tekst as hash_sleutel
    from codering.nlp.shipped import Meegeleverd

    hashes = {hash_sleutel(embedder, tekst): hash_tekst(tekst) for tekst in teksten}
    return Inbeddingtabel(embedder=embedder, hashes=hashes, anders=Meegeleverd(open_bestandscache()))


def open_bestandscache() -> "Inbeddingcache":
    """Open the cache of the command line and of examples; what is older than its term is erased first."""
    from codering.nlp.cache import Bestandscache

    map_ = settings.DATAMAP / "cache"
    map_.mkdir(parents=True, exist_ok=True)
    cache = Bestandscache(map_ / "inbeddingen.sqlite3", timezone.localdate().toordinal())
    cache.purge()
    return cache
