"""The same answers give the same bytes, whatever the process, the order of sets, the threads and the processors."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from basis.tabel import write_csv

WORTEL = Path(__file__).resolve().parents[2]
KOP = ("id", "vraag", "tekst", "buurt")
ONDERWERPEN = {
    "Wat mist u in uw buurt?": (
        "een bankje bij {} om even uit te rusten",
        "licht in de tunnel bij {}, het is daar eng",
        "koffie drinken met de buren van {}",
    ),
    "Wat gaat er goed?": (
        "de vrijwilligers van {} helpen mij met formulieren",
        "de huisarts bij {} neemt de tijd",
    ),
}
PLEKKEN = "het plein,de school,de kerk,de flat,het park,de winkels,de halte,de brug,het station,de speeltuin"
RIJEN = [
    *(
        (f"{vraag[4]}{nummer}-{plaats}", vraag, zin.format(plek), ("Noord", "Zuid")[plaats % 2])
        for vraag, zinnen in ONDERWERPEN.items()
        for nummer, zin in enumerate(zinnen)
        for plaats, plek in enumerate(PLEKKEN.split(","))
    ),
    ("n1", "Wat gaat er goed?", "weet niet", "Zuid"),
    ("n2", "", "The bus never comes on time", "Noord"),
]
TABELLEN = ("codering.csv", "status.csv", "clusters.csv", "themas.csv", "kruistabel.csv")
DRADEN = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@contextmanager
def kernen(aantal: int) -> Iterator[None]:
    """Let processes that are started in here use this many processors, where there are as many."""
    alle = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(alle)[:aantal])
    try:
        yield
    finally:
        os.sched_setaffinity(0, alle)


def codeer(map_: Path, rijen, *, zaad: int, draden: int, aantal_kernen: int) -> Path:
    """Code these rows in a new process with nothing in its cache."""
    map_.mkdir()
    write_csv(map_ / "in.csv", KOP, rijen)
    omgeving = os.environ | dict.fromkeys(DRADEN, str(draden))
    omgeving |= {
        "PYTHONHASHSEED": str(zaad),
        "GRONDVLAK_DATA": str(map_ / "data"),
        "SOURCE_DATE_EPOCH": "1772400000",
    }
    opdracht = [
        sys.executable,
        "manage.py",
        "codeer",
        str(map_ / "in.csv"),
        "--uit",
        str(map_ / "uit"),
        "--vraag",
        "vraag",
    ]
    with kernen(aantal_kernen):
        klaar = subprocess.run(
            opdracht, cwd=WORTEL, env=omgeving, check=False, capture_output=True, text=True
        )
    assert klaar.returncode == 0, klaar.stderr
    return map_ / "uit"


@pytest.fixture(scope="module")
def eerste(tmp_path_factory):
    return codeer(tmp_path_factory.mktemp("een") / "map", RIJEN, zaad=0, draden=1, aantal_kernen=1)


@pytest.mark.parametrize(("zaad", "draden", "aantal_kernen"), [(1, 2, 2), (12345, 2, 1)])
def test_every_file_is_the_same_bytes(eerste, tmp_path, zaad, draden, aantal_kernen):
    anders = codeer(tmp_path / "map", RIJEN, zaad=zaad, draden=draden, aantal_kernen=aantal_kernen)
    bestanden = sorted(pad.name for pad in eerste.iterdir())
    assert sorted(pad.name for pad in anders.iterdir()) == bestanden
    assert set(TABELLEN) <= set(bestanden)
    for naam in bestanden:
        assert (anders / naam).read_bytes() == (eerste / naam).read_bytes(), naam


def test_every_row_has_the_same_outcome_in_another_order(eerste, tmp_path):
    rijen = random.Random(4).sample(RIJEN, len(RIJEN))
    anders = codeer(tmp_path / "map", rijen, zaad=1, draden=2, aantal_kernen=2)
    for naam in TABELLEN:
        regels = [sorted((map_ / naam).read_text().splitlines()) for map_ in (eerste, anders)]
        assert regels[0] == regels[1], naam
