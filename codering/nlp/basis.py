"""What was learnt from the shipped examples, ready to use: themes and soort of a statement, without fitting.

`python -m scripts.encoder` writes the file `basis.npz`. Per theme it holds a linear model on the encoder's vector
and one on the statement's words (TF-IDF of base forms, compound parts and letter groups), and one logistic curve
over both and their rivals (Platt 1999) that makes a probability of them. The curve and the thresholds were fitted
on predictions for authors that the models had not seen.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codering.nlp.features import find_termen

if TYPE_CHECKING:
    from codering.nlp.protocols import Scores, Vectoren

BESTAND = Path(__file__).resolve().parent / "modellen" / "basis.npz"
LENGTE = 16.0
"""Vectors are kept at length one; the models were fitted at this length."""
_BLOK = 4_096
_UITERST = 12.0
"""Log-odds stay within this: nothing is surer than one in a hundred thousand."""


class Basismodel:
    """Log-odds per shipped theme, thresholds, and the soort of statements."""

    def __init__(self, gegevens: Any) -> None:
        self._g = {naam: gegevens[naam] for naam in gegevens}
        self.codes: tuple[str, ...] = tuple(self._g["codes"].tolist())
        self.soortnamen: tuple[str, ...] = tuple(self._g["soorten"].tolist())
        self.drempels: tuple[float, ...] = tuple(float(d) for d in self._g["drempels"])
        self.drempel_bulk: float | None = _optional(self._g["drempel_bulk"])
        """How sure a set of proposals must be as a whole, for 97 % of such sets to be exactly right."""
        self.sleutel = str(self._g["embedder"])
        self._woorden = [_Woordlijst(self._g, "termen", find_termen), _Woordlijst(self._g, "letters", None)]

    def logits(self, teksten: Sequence[str], vectoren: "Vectoren") -> "Scores":
        """Calibrated log-odds, float64 (texts, codes)."""
        import numpy as np

        if not len(teksten):
            return np.zeros((0, len(self.codes)))
        delen = []
        for begin in range(0, len(teksten), _BLOK):
            plek = slice(begin, begin + _BLOK)
            delen.append(self._combine(self.diep(vectoren[plek]), self.woordscores(teksten[plek])))
        return np.vstack(delen)

    def diep(self, vectoren: "Vectoren") -> "Scores":
        """The encoder's own log-odds, before calibration."""
        uit: Scores = vectoren.astype(float) @ self._g["kop_w"].T * LENGTE + self._g["kop_b"]
        return uit

    def woordscores(self, teksten: Sequence[str]) -> "Scores":
        """What the words alone say: near 1 where a theme is plain, near 0 where it is not."""
        uit: Scores = self._score_woorden(teksten)[:, : len(self.codes)]
        return uit

    def soorten(self, teksten: Sequence[str], vectoren: "Vectoren") -> "Scores":
        """Probabilities, float64 (texts, soortnamen)."""
        import numpy as np

        if not len(teksten):
            return np.zeros((0, len(self.soortnamen)))
        plekken = (slice(begin, begin + _BLOK) for begin in range(0, len(teksten), _BLOK))
        return np.vstack([self._judge_soorten(teksten[plek], vectoren[plek]) for plek in plekken])

    def _judge_soorten(self, teksten: Sequence[str], vectoren: "Vectoren") -> "Scores":
        import numpy as np

        diep = vectoren.astype(float) @ self._g["soort_w"].T * LENGTE + self._g["soort_b"]
        woorden = self._score_woorden(teksten)[:, len(self.codes) :]
        z = build_soortkenmerken(diep, woorden) @ self._g["soortijk_w"].T + self._g["soortijk_b"]
        e = np.exp(z - z.max(axis=1, keepdims=True))
        kansen: Scores = np.round(e / e.sum(axis=1, keepdims=True), 4)
        return kansen

    def _score_woorden(self, teksten: Sequence[str]) -> Any:
        """Word scores of themes, then of soorten."""
        uit = self._g["woord_b"][None, :].repeat(len(teksten), axis=0)
        for lijst in self._woorden:
            uit = uit + lijst.score(teksten)
        return uit

    def _combine(self, diep: "Scores", woorden: "Scores") -> "Scores":
        import numpy as np

        kenmerken = build_kenmerken(diep, woorden)
        z = kenmerken @ self._g["ijk_w"] + self._g["ijk_b"]
        z = z.reshape(diep.shape) + self._g["ijk_thema"]
        uit: Scores = np.round(np.clip(z, -_UITERST, _UITERST), 6)
        return uit


class _Woordlijst:
    """TF-IDF with a fixed list of words or letter groups, times their weight per theme."""

    def __init__(self, gegevens: Any, naam: str, ontleed: Any) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        woorden = bytes(gegevens[naam]).decode().split("\n")
        keuzes: dict[str, Any] = (
            {"analyzer": ontleed} if ontleed else {"analyzer": "char_wb", "ngram_range": (3, 5)}
        )
        self._teller = TfidfVectorizer(
            vocabulary={woord: plek for plek, woord in enumerate(woorden)}, sublinear_tf=True, **keuzes
        )
        self._teller.idf_ = gegevens[naam + "_idf"].astype(float)
        self._gewicht = gegevens[naam + "_w"].astype(float)

    def score(self, teksten: Sequence[str]) -> Any:
        """Float64 (texts, themes)."""
        return self._teller.transform(teksten) @ self._gewicht


def build_kenmerken(diep: Any, woorden: Any) -> Any:
    """Per text and theme: both scores, and the best and second rival by the encoder. (texts · themes, 4)."""
    import numpy as np

    hoogste = -np.sort(-diep, axis=1)[:, :3]
    beste = np.where(diep >= hoogste[:, :1], hoogste[:, 1:2], hoogste[:, :1])
    tweede = np.where(diep >= hoogste[:, 1:2], hoogste[:, 2:3], hoogste[:, 1:2])
    return np.stack([diep, woorden * 5.0, beste, tweede], axis=2).reshape(-1, 4)


def build_soortkenmerken(diep: Any, woorden: Any) -> Any:
    """Both views of a text's soort side by side. (texts, 2 · soorten)."""
    import numpy as np

    return np.hstack([diep, woorden * 5.0])


def load_basis(embedder_sleutel: str) -> Basismodel | None:
    """The shipped model, if it belongs to this embedder's vectors; else None."""
    model = _read(BESTAND)
    return model if model is not None and model.sleutel == embedder_sleutel else None


@lru_cache(maxsize=2)
def _read(bestand: Path) -> Basismodel | None:
    import numpy as np

    if not bestand.exists():
        return None
    with np.load(bestand) as gegevens:
        return Basismodel(gegevens)


def _optional(waarde: Any) -> float | None:
    getal = float(waarde)
    return None if getal != getal else getal
