"""Keeping vectors: of statements in the database, of examples in a file that holds no one's answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from codering.domain.snijden import hash_tekst
from codering.models import Inbedding, Uitspraak

if TYPE_CHECKING:
    from codering.nlp.protocols import Embedder, Inbeddingcache, Vectoren
    from codering.nlp.types import Voorbeeld

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
            rijen = Inbedding.objects.filter(sleutel__in=sleutels[begin : begin + PER_VRAAG])
            for sleutel, vector in rijen.values_list("sleutel", "vector"):
                gevonden[sleutel] = np.frombuffer(bytes(vector), dtype=np.float16)
        rest = [sleutel for sleutel in sleutels if sleutel not in gevonden]
        return {**gevonden, **self._anders.get_many(rest)} if rest else gevonden

    def find_bekend(self, sleutels: Sequence[str]) -> set[str]:
        """Tell which of these keys have a vector, without reading the vectors of statements."""
        bekend: set[str] = set()
        for begin in range(0, len(sleutels), PER_VRAAG):
            rijen = Inbedding.objects.filter(sleutel__in=sleutels[begin : begin + PER_VRAAG])
            bekend.update(rijen.values_list("sleutel", flat=True))
        rest = [sleutel for sleutel in sleutels if sleutel not in bekend]
        return bekend.union(self._anders.get_many(rest)) if rest else bekend

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


def open_tabel(*, embedder: "Embedder", invoer: Mapping[str, str]) -> Inbeddingtabel:
    """Make the cache of a run; `invoer` is all that it may embed (`join_vraag`) with the masked text in it."""
    from codering.nlp.embed import hash_tekst as hash_sleutel
    from codering.nlp.shipped import Meegeleverd

    hashes = {hash_sleutel(embedder, geheel): hash_tekst(tekst) for geheel, tekst in invoer.items()}
    return Inbeddingtabel(embedder=embedder, hashes=hashes, anders=Meegeleverd(open_bestandscache()))


def read_invoer(ronde_id: UUID) -> dict[str, str]:
    """Give what an analysis of a ronde embeds, as `open_tabel` takes it."""
    from codering.nlp.encoder import join_vraag

    rijen = Uitspraak.objects.filter(ronde=ronde_id).inhoudelijk().order_by("inhoudhash", "pk")
    paren = rijen.values_list("vraag", "tekst").iterator(chunk_size=PER_VRAAG)
    return {join_vraag(vraag, tekst): tekst for vraag, tekst in paren}


def list_invoer(voorbeelden: "Iterable[Voorbeeld]") -> dict[str, str]:
    """Give what an analysis embeds of an organisation's own examples; the shipped ones have their vectors."""
    from codering.nlp.encoder import join_vraag

    return {join_vraag(v.vraag, v.tekst): v.tekst for v in voorbeelden if v.gewicht > 1}


def embed_missing(
    *,
    embedder: "Embedder",
    tabel: Inbeddingtabel,
    invoer: Iterable[str],
    genoeg: Callable[[], bool] = lambda: False,
    report: Callable[[int, int], None] = lambda klaar, totaal: None,
) -> bool:
    """Compute the vectors that are missing, a batch at a time; True when it was enough and some are left.

    One batch is always done, so that who calls it again gets further. `report` is called with how many have one and
    how many there are in all, and not at all when none is missing.
    """
    from codering.nlp.embed import BATCH, embed_cached
    from codering.nlp.embed import hash_tekst as hash_sleutel

    per_sleutel = {hash_sleutel(embedder, geheel): geheel for geheel in invoer}
    bekend = tabel.find_bekend(list(per_sleutel))
    nodig = [geheel for sleutel, geheel in per_sleutel.items() if sleutel not in bekend]
    for begin in range(0, len(nodig), BATCH):
        if begin and genoeg():
            return True
        report(len(bekend) + begin, len(per_sleutel))
        embed_cached(nodig[begin : begin + BATCH], embedder, tabel)
    return False


def open_bestandscache() -> "Inbeddingcache":
    """Open the cache of the command line and of examples; what is older than its term is erased first."""
    from codering.nlp.cache import Bestandscache

    map_ = settings.DATAMAP / "cache"
    map_.mkdir(parents=True, exist_ok=True)
    cache = Bestandscache(map_ / "inbeddingen.sqlite3", timezone.localdate().toordinal())
    cache.purge()
    return cache
