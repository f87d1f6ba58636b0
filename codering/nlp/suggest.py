"""Propose themes for statements: the shipped model, an organisation's own themes, and what its people decided."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from codering.nlp.explain import Uitlegger
from codering.nlp.kern import Beelden, Kerninstelling
from codering.nlp.leerstof import is_besluit, key_of, merge_voorbeelden, split_codeboek
from codering.nlp.leren import learn, to_basis
from codering.nlp.types import Codeboek, Voorbeeld, Voorstel

if TYPE_CHECKING:
    from codering.nlp.bewaking import Leerstand
    from codering.nlp.leren import Embed
    from codering.nlp.protocols import Basis, Scores, Vectoren

__all__ = ["Themamodel", "merge_voorbeelden", "split_codeboek"]

MAX_BESLUITEN = 3_000
MAX_VOORBEELDEN = 5_000
"""Fitting takes time with the cube of their number; the heaviest are kept."""
_ZEKER, _ZEKER_NIET = 0.98, 0.02
_BLOK = 1_024


class Themamodel:
    """A fitted `Classifier` for one codebook.

    Themes that `basis` knows come from there, moved by the decisions in `voorbeelden`; the examples that `basis`
    was made from are not given again. Other themes are learnt here: from the codebook, from `voorbeelden`, and from
    `achtergrond`, statements of the same world that nobody coded for them. A text that people decided on follows
    their decision. `stand` tells how decisions were used.
    """

    def __init__(
        self,
        codeboek: Codeboek,
        voorbeelden: Sequence[Voorbeeld],
        embed: "Embed",
        basis: "Basis | None" = None,
        achtergrond: Sequence[str] = (),
        instelling: Kerninstelling | None = None,
    ) -> None:
        self._codes = codeboek.codes
        self._basis = basis
        eigen = merge_voorbeelden(voorbeelden, MAX_BESLUITEN if basis else MAX_VOORBEELDEN)
        self._besluiten = {key_of(v.tekst, v.vraag): v for v in eigen if is_besluit(v)}
        self._geleerd = learn(codeboek, eigen, embed, basis, achtergrond, instelling or Kerninstelling())
        kern = self._geleerd.kern
        self._uitlegger = Uitlegger(kern.eigen.termen, kern.termnamen) if kern else None

    @property
    def stand(self) -> "Leerstand":
        """How people's decisions were used."""
        return self._geleerd.stand

    def suggest(
        self, teksten: Sequence[str], vragen: Sequence[str], vectoren: "Vectoren"
    ) -> "tuple[Scores, tuple[tuple[Voorstel, ...], ...]]":
        """See `Classifier.suggest`."""
        import numpy as np

        if not teksten:
            return np.zeros((0, len(self._codes))), ()
        delen = [
            self._suggest_blok(teksten[plek], vragen[plek], vectoren[plek])
            for plek in (slice(begin, begin + _BLOK) for begin in range(0, len(teksten), _BLOK))
        ]
        return np.vstack([kansen for kansen, _ in delen]), tuple(
            v for _, per_tekst in delen for v in per_tekst
        )

    def _suggest_blok(
        self, teksten: Sequence[str], vragen: Sequence[str], vectoren: "Vectoren"
    ) -> tuple[Any, list[tuple[Voorstel, ...]]]:
        import numpy as np

        logodds = np.zeros((len(teksten), len(self._codes)))
        if self._basis is not None:
            logodds = to_basis(self._basis, self._codes, teksten, vectoren)
        kern, beelden = None, None
        if self._geleerd.kern is not None:
            beelden = self._geleerd.kern.view(teksten, vectoren)
            kern = self._geleerd.kern.compare(beelden)
            self._geleerd.add_to(logodds, kern @ self._geleerd.alfa)
        kansen = np.round(1.0 / (1.0 + np.exp(-np.clip(logodds, -30.0, 30.0))), 4)
        gekozen = kansen >= self._geleerd.drempels
        self._follow_besluiten(teksten, vragen, kansen, gekozen)
        tekst_nr, thema_nr = np.nonzero(gekozen)
        woorden = self._explain(teksten, beelden, kern, tekst_nr, thema_nr)
        per_tekst: list[list[Voorstel]] = [[] for _ in range(len(kansen))]
        for t, thema, uitleg in zip(tekst_nr, thema_nr, woorden, strict=True):
            per_tekst[t].append(Voorstel(self._codes[thema], float(kansen[t, thema]), uitleg))
        # Python's sort is stable: equal confidences keep the codebook's order.
        return kansen, [tuple(sorted(v, key=lambda voorstel: -voorstel.zekerheid)) for v in per_tekst]

    def _explain(
        self, teksten: Sequence[str], beelden: Beelden | None, kern: Any, tekst_nr: Any, thema_nr: Any
    ) -> Sequence[tuple[str, ...]]:
        """Per proposal the words that examples made heavy; none where nothing was learnt."""
        if self._uitlegger is None or beelden is None:
            return [()] * len(tekst_nr)
        gewichten = kern[tekst_nr] * self._geleerd.alfa[:, thema_nr].T
        return self._uitlegger.explain(
            [teksten[int(t)] for t in tekst_nr], beelden.termen[tekst_nr], gewichten
        )

    def _follow_besluiten(
        self, teksten: Sequence[str], vragen: Sequence[str], kansen: Any, gekozen: Any
    ) -> None:
        """What people decided on exactly this text, as answer to this question, is what is proposed for it."""
        if not self._besluiten:
            return
        for nummer, (tekst, vraag) in enumerate(zip(teksten, vragen, strict=True)):
            besluit = self._besluiten.get(key_of(tekst, vraag))
            if besluit is None:
                continue
            for plek, code in enumerate(self._codes):
                if code not in besluit.onbekend:
                    gekozen[nummer, plek] = code in besluit.codes
                    kansen[nummer, plek] = _ZEKER if code in besluit.codes else _ZEKER_NIET
