"""Propose themes: kernel ridge regression over embeddings and words, calibrated per theme.

One linear system is solved for all themes at once. Its inverse also gives every example's prediction by a
model that has not seen it (leave-one-out; Rifkin and Lippert 2007), so that calibration (Platt 1999) and
thresholds rest on unseen examples without fitting again.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codering.nlp.features import Trefwoordkenmerken, Woordkenmerken
from codering.nlp.types import Codeboek, Voorbeeld, Voorstel

if TYPE_CHECKING:
    from codering.nlp.protocols import Scores, Vectoren

MAX_WOORDEN = 5


@dataclass(frozen=True, slots=True)
class Instelling:
    """Weights of the parts, chosen by cross-validation on the shipped examples (see the README there)."""

    betekenis: float = 1.0
    termen: float = 1.0
    letters: float = 1.0
    trefwoorden: float = 1.0
    vraag: float = 0.3
    demping: float = 0.5


def split_definities(codeboek: Codeboek) -> tuple[Voorbeeld, ...]:
    """Examples from the codebook itself: each name, definition and item of `wel` as a short statement."""
    voorbeelden = []
    for thema in codeboek.themas:
        stukken = [thema.naam, thema.definitie, *thema.wel.split(",")]
        schoon = (stuk.strip(" .;") for stuk in stukken)
        voorbeelden += [Voorbeeld(stuk, (thema.code,), gewicht=0.5) for stuk in schoon if stuk]
    return tuple(voorbeelden)


def merge_voorbeelden(voorbeelden: Sequence[Voorbeeld], codes: Sequence[str]) -> list[Voorbeeld]:
    """One example per text (the heaviest, then the last), in an order that does not depend on the input's."""
    beste: dict[str, Voorbeeld] = {}
    for voorbeeld in voorbeelden:
        sleutel = " ".join(voorbeeld.tekst.lower().split())
        if sleutel not in beste or voorbeeld.gewicht >= beste[sleutel].gewicht:
            beste[sleutel] = voorbeeld
    return [
        beste[s] for s in sorted(beste, key=lambda s: hashlib.sha256(s.encode(errors="replace")).digest())
    ]


class Themamodel:
    """A fitted classifier for one codebook."""

    def __init__(
        self,
        codeboek: Codeboek,
        voorbeelden: Sequence[Voorbeeld],
        embed: "Callable[[Sequence[str]], Vectoren]",
        instelling: Instelling | None = None,
    ) -> None:
        import numpy as np

        self._codeboek = codeboek
        self._instelling = instelling or Instelling()
        leer = merge_voorbeelden([*split_definities(codeboek), *voorbeelden], codeboek.codes)
        teksten = [v.tekst for v in leer]
        self._woorden = Woordkenmerken().fit(teksten)
        self._trefwoorden = Trefwoordkenmerken(codeboek)
        vectoren = embed(teksten).astype(np.float64)
        self._midden = vectoren.mean(axis=0)
        self._delen = self._parts(teksten, vectoren)
        doel = np.array([[code in v.codes for code in codeboek.codes] for v in leer], dtype=float)
        gewicht = np.array([v.gewicht for v in leer])
        self._fit(doel, gewicht)

    def _parts(self, teksten: Sequence[str], vectoren: Any) -> list[Any]:
        import numpy as np

        i = self._instelling
        mid = vectoren.astype(np.float64) - self._midden
        mid /= np.maximum(np.linalg.norm(mid, axis=1, keepdims=True), 1e-9)
        return [
            mid * i.betekenis**0.5,
            self._woorden.termen(teksten) * i.termen**0.5,
            self._woorden.letters(teksten) * i.letters**0.5,
            self._trefwoorden.transform(teksten) * i.trefwoorden**0.5,
        ]

    def _kernel(self, links: list[Any], rechts: list[Any]) -> Any:
        import numpy as np

        som = 0.0
        for a, b in zip(links, rechts, strict=True):
            product = a @ b.T
            som = som + np.asarray(product.todense() if hasattr(product, "todense") else product)
        return som

    def _fit(self, doel: Any, gewicht: Any) -> None:
        import numpy as np

        kern = self._kernel(self._delen, self._delen)
        self._basis = np.average(doel, axis=0, weights=gewicht)
        omgekeerd = np.linalg.inv(kern + np.diag(self._instelling.demping / gewicht))
        self._alfa = omgekeerd @ (doel - self._basis)
        ongezien = doel - self._alfa / np.diag(omgekeerd)[:, None]
        self._ijking = [_calibrate(ongezien[:, t], doel[:, t], gewicht) for t in range(doel.shape[1])]
        kansen = self._to_kansen(ongezien)
        self._drempels = np.array(
            [_find_drempel(kansen[:, t], doel[:, t], gewicht) for t in range(doel.shape[1])]
        )
        self._termgewicht = np.asarray(self._delen[1].T @ self._alfa)
        self._termnamen = self._woorden.termnamen()

    def _to_kansen(self, ruw: Any) -> Any:
        import numpy as np

        a, b = np.array(self._ijking).T
        return 1.0 / (1.0 + np.exp(-(ruw * a + b)))

    def suggest(
        self, teksten: Sequence[str], vragen: Sequence[str], vectoren: "Vectoren"
    ) -> "tuple[Scores, tuple[tuple[Voorstel, ...], ...]]":
        """See `Classifier.suggest`."""
        import numpy as np

        if not teksten:
            return np.zeros((0, len(self._codeboek.codes))), ()
        delen = self._parts(teksten, vectoren)
        kansen = np.round(self._to_kansen(self._kernel(delen, self._delen) @ self._alfa + self._basis), 6)
        termen = delen[1].tocsr()
        return kansen, tuple(
            self._propose(tekst, kansen[nummer], termen[nummer]) for nummer, tekst in enumerate(teksten)
        )

    def _propose(self, tekst: str, kansen: Any, termen: Any) -> tuple[Voorstel, ...]:
        gekozen = [t for t in range(len(kansen)) if kansen[t] >= self._drempels[t]]
        gekozen.sort(key=lambda t: (-kansen[t], t))
        codes = self._codeboek.codes
        return tuple(Voorstel(codes[t], float(kansen[t]), self._explain(tekst, termen, t)) for t in gekozen)

    def _explain(self, tekst: str, termen: Any, thema: int) -> tuple[str, ...]:
        bijdragen = {
            self._termnamen[kolom].lstrip("+"): waarde * self._termgewicht[kolom, thema]
            for kolom, waarde in zip(termen.indices, termen.data, strict=True)
        }
        sterk = sorted((w for w in bijdragen if bijdragen[w] > 0), key=lambda w: (-bijdragen[w], w))
        return tuple(dict.fromkeys([*self._trefwoorden.find(tekst, thema), *sterk]))[:MAX_WOORDEN]


def _calibrate(ruw: Any, doel: Any, gewicht: Any) -> tuple[float, float]:
    """Slope and intercept of a logistic curve from raw scores to probabilities."""
    from sklearn.linear_model import LogisticRegression

    if doel.min() == doel.max():
        return 1.0, -6.0
    model = LogisticRegression(C=100.0).fit(ruw[:, None], doel, sample_weight=gewicht)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def _find_drempel(kansen: Any, doel: Any, gewicht: Any) -> float:
    """The threshold with the highest F1 on unseen examples."""
    import numpy as np

    volgorde = np.argsort(-kansen, kind="stable")
    goed = np.cumsum((doel * gewicht)[volgorde])
    gekozen = np.cumsum(gewicht[volgorde])
    f1 = 2 * goed / (gekozen + (doel * gewicht).sum())
    beste = int(np.argmax(f1))
    onder = kansen[volgorde[min(beste + 1, len(volgorde) - 1)]]
    return float((kansen[volgorde[beste]] + onder) / 2)
