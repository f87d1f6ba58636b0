"""Propose themes for statements, learnt from coded examples, a codebook's own words, or both."""

import copy
import hashlib
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from codering.nlp.calibrate import calibrate
from codering.nlp.explain import Uitlegger
from codering.nlp.kern import Beelden, Kern, Kerninstelling
from codering.nlp.ridge import solve
from codering.nlp.types import Codeboek, Voorbeeld, Voorstel

if TYPE_CHECKING:
    from codering.nlp.protocols import Scores, Vectoren

    Embed = Callable[[Sequence[str]], Vectoren]

DEMPING = 0.1
MAX_VOORBEELDEN = 5_000
"""Fitting takes time with the cube of their number; the heaviest are kept."""
_GEWICHT_DEFINITIE = 0.5
_GEWICHT_TREFWOORD = {1: 0.1, 2: 0.4, 3: 0.8}
_GENOEG = 100
"""With fewer examples than this, the codebook's own phrases help to set the thresholds."""
_BLOK = 1_024


class Themamodel:
    """A fitted `Classifier` for one codebook: kernel ridge regression with calibrated probabilities.

    `achtergrond` are statements without codes from the same world, for the common middle of all vectors;
    needed when there are few examples.
    """

    def __init__(
        self,
        codeboek: Codeboek,
        voorbeelden: Sequence[Voorbeeld],
        embed: "Embed",
        achtergrond: Sequence[str] = (),
        instelling: Kerninstelling | None = None,
    ) -> None:
        import numpy as np

        self._codeboek = codeboek
        self._embed = embed
        eigen = merge_voorbeelden(voorbeelden, MAX_VOORBEELDEN)
        gezien = {v.tekst for v in eigen}
        hulp = [v for v in split_codeboek(codeboek) if v.tekst not in gezien]
        leer = [*hulp, *eigen]
        teksten = [v.tekst for v in leer]
        vectoren = embed(teksten)
        wereld = (
            [v.tekst for v in eigen] if len(eigen) >= _GENOEG else [*achtergrond, *(v.tekst for v in eigen)]
        )
        midden = embed(wereld or teksten).astype(float).mean(axis=0)
        vragen = self._embed_vragen([v.vraag for v in leer])
        self._kern = Kern(teksten, vectoren, vragen, midden, instelling or Kerninstelling())
        doel = np.array([[code in v.codes for code in codeboek.codes] for v in leer], dtype=float)
        gewicht = np.array([v.gewicht for v in leer])
        aantal = len(eigen) if len(eigen) >= _GENOEG and doel[-len(eigen) :].any() else len(leer)
        self._fit(doel, gewicht, aantal)

    def with_embed(self, embed: "Embed") -> "Themamodel":
        """Give the same model with another way to embed questions, such as the cache of a later run."""
        kopie = copy.copy(self)
        kopie._embed = embed
        return kopie

    def _fit(self, doel: Any, gewicht: Any, aantal: int) -> None:
        import numpy as np

        # A theme that every example has would otherwise leave nothing to learn.
        deel = np.average(doel[-aantal:], axis=0, weights=gewicht[-aantal:])
        self._basis = np.where(deel < 1.0, deel, 0.0)
        kern = self._kern.compare(self._kern.eigen, onder=True)
        self._alfa, ongezien = solve(kern, doel - self._basis, gewicht, DEMPING, aantal)
        self._ijking = calibrate(ongezien + self._basis, doel[-aantal:], gewicht[-aantal:])
        self._uitlegger = Uitlegger(self._kern.eigen.termen, self._kern.termnamen)

    def suggest(
        self, teksten: Sequence[str], vragen: Sequence[str], vectoren: "Vectoren"
    ) -> "tuple[Scores, tuple[tuple[Voorstel, ...], ...]]":
        """See `Classifier.suggest`."""
        import numpy as np

        if not teksten:
            return np.zeros((0, len(self._codeboek.codes))), ()
        beelden = self._kern.view(teksten, vectoren, self._embed_vragen(vragen))
        delen = [self._suggest_blok(teksten, beelden, begin) for begin in range(0, len(teksten), _BLOK)]
        return np.vstack([kansen for kansen, _ in delen]), tuple(
            v for _, per_tekst in delen for v in per_tekst
        )

    def _suggest_blok(
        self, teksten: Sequence[str], alle: Beelden, begin: int
    ) -> tuple[Any, list[tuple[Voorstel, ...]]]:
        import numpy as np

        plek = slice(begin, begin + _BLOK)
        beelden = alle[plek]
        kern = self._kern.compare(beelden)
        kansen = self._ijking.to_kansen(kern @ self._alfa + self._basis)
        tekst_nr, thema_nr = np.nonzero(kansen >= np.array(self._ijking.drempels))
        gewichten = kern[tekst_nr] * self._alfa[:, thema_nr].T
        woorden = self._uitlegger.explain(
            [teksten[begin + int(t)] for t in tekst_nr], beelden.termen[tekst_nr], gewichten
        )
        per_tekst: list[list[Voorstel]] = [[] for _ in range(len(kansen))]
        for t, thema, uitleg in zip(tekst_nr, thema_nr, woorden, strict=True):
            per_tekst[t].append(Voorstel(self._codeboek.codes[thema], float(kansen[t, thema]), uitleg))
        # Python's sort is stable: equal confidences keep the codebook's order.
        return kansen, [tuple(sorted(v, key=lambda voorstel: -voorstel.zekerheid)) for v in per_tekst]

    def _embed_vragen(self, vragen: Sequence[str]) -> Any:
        """A vector per question; zeros where there is none."""
        import numpy as np

        bekend = [plek for plek, vraag in enumerate(vragen) if vraag.strip()]
        vectoren = self._embed([vragen[plek] for plek in bekend] or ["?"]).astype(float)
        uit = np.zeros((len(vragen), vectoren.shape[1]))
        if bekend:
            uit[bekend] = vectoren
        return uit


def split_codeboek(codeboek: Codeboek) -> tuple[Voorbeeld, ...]:
    """Examples from the codebook itself: name, definition and items of `wel`, and its telling words."""
    voorbeelden: dict[str, Voorbeeld] = {}
    for thema in codeboek.themas:
        stukken = [thema.naam, thema.definitie, f"{thema.naam} {thema.definitie} {thema.wel}"]
        stukken += re.split(r"[,;:]", f"{thema.definitie},{thema.wel}")
        for stuk in (s.strip(" .;,") for s in stukken):
            if stuk:
                voorbeelden.setdefault(stuk, Voorbeeld(stuk, (thema.code,), gewicht=_GEWICHT_DEFINITIE))
    woorden: dict[str, dict[str, int]] = {}
    for trefwoord in codeboek.trefwoorden:
        woorden.setdefault(trefwoord.woord, {})[trefwoord.code] = trefwoord.gewicht
    for woord, codes in woorden.items():
        gewicht = _GEWICHT_TREFWOORD[max(codes.values())]
        voorbeelden.setdefault(woord, Voorbeeld(woord, tuple(codes), gewicht=gewicht))
    return tuple(voorbeelden[tekst] for tekst in sorted(voorbeelden))


def merge_voorbeelden(voorbeelden: Sequence[Voorbeeld], hoogstens: int) -> list[Voorbeeld]:
    """One example per text, in order of text: the heaviest, and of equal ones the last given."""
    beste: dict[str, Voorbeeld] = {}
    for voorbeeld in voorbeelden:
        sleutel = " ".join(voorbeeld.tekst.lower().split())
        if sleutel and (sleutel not in beste or voorbeeld.gewicht >= beste[sleutel].gewicht):
            beste[sleutel] = voorbeeld
    zwaarste = sorted(
        beste, key=lambda s: (-beste[s].gewicht, hashlib.sha256(s.encode(errors="replace")).digest())
    )
    return [beste[sleutel] for sleutel in sorted(zwaarste[:hoogstens])]
