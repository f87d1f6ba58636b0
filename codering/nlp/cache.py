"""Keep embeddings between runs: in memory, or in a SQLite file with a term after which they are erased."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codering.nlp.protocols import Vectoren

BEWAARDAGEN = 30
_ZOEK = "SELECT sleutel, vector FROM inbedding WHERE sleutel IN (SELECT value FROM json_each(?))"
_TABEL = "CREATE TABLE IF NOT EXISTS inbedding (sleutel TEXT PRIMARY KEY, vector BLOB NOT NULL, dag INTEGER NOT NULL)"


class Geheugencache:
    """Lives as long as the process."""

    def __init__(self) -> None:
        self._vectoren: dict[str, Vectoren] = {}

    def get_many(self, sleutels: Sequence[str]) -> dict[str, "Vectoren"]:
        return {sleutel: self._vectoren[sleutel] for sleutel in sleutels if sleutel in self._vectoren}

    def put_many(self, vectoren: Mapping[str, "Vectoren"]) -> None:
        self._vectoren.update(vectoren)


class Bestandscache:
    """One SQLite file. It holds hashes and vectors, never texts; `vandaag` is a day number (ordinal)."""

    def __init__(self, pad: Path, vandaag: int) -> None:
        self._pad = pad
        self._vandaag = vandaag
        with closing(self._connect()) as verbinding, verbinding:
            verbinding.execute(_TABEL)

    def get_many(self, sleutels: Sequence[str]) -> dict[str, "Vectoren"]:
        """See `Inbeddingcache`."""
        import numpy as np

        with closing(self._connect()) as verbinding:
            rijen = verbinding.execute(_ZOEK, (json.dumps(list(sleutels)),)).fetchall()
        return {sleutel: np.frombuffer(vector, dtype=np.float16) for sleutel, vector in rijen}

    def put_many(self, vectoren: Mapping[str, "Vectoren"]) -> None:
        rijen = [(sleutel, vector.tobytes(), self._vandaag) for sleutel, vector in vectoren.items()]
        with closing(self._connect()) as verbinding, verbinding:
            verbinding.executemany("INSERT OR REPLACE INTO inbedding VALUES (?, ?, ?)", rijen)

    def purge(self, dagen: int = BEWAARDAGEN) -> int:
        """Erase what was stored `dagen` days ago or longer; returns how many."""
        with closing(self._connect()) as verbinding, verbinding:
            return verbinding.execute(
                "DELETE FROM inbedding WHERE dag <= ?", (self._vandaag - dagen,)
            ).rowcount

    def _connect(self) -> sqlite3.Connection:
        verbinding = sqlite3.connect(self._pad, timeout=30)
        # What is erased is overwritten, not merely let go of.
        verbinding.execute("PRAGMA secure_delete = ON")
        return verbinding
