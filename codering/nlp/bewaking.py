"""Whether what people decided makes the machine better, judged on decisions that it has not seen.

Decisions are learnt from unless they make proposals worse: by the log-likelihood of held-out decisions (Gneiting
and Raftery 2007: a proper score), by the number of wrong proposals, or because knowing the text then helps no more
than knowing how often each theme occurs, as when decisions ended up with the wrong statements.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

TE_WEINIG = 15
"""With fewer decisions nothing can be judged; what they may change is bounded."""
_MIN_PER_THEMA = 5
_UITERST = 12.0
"""Log-odds beyond which a prediction gets no better or worse."""


class Leerstatus(StrEnum):
    """What became of an organisation's decisions in a model."""

    GEEN = "geen"
    WEINIG = "weinig"
    MEEGENOMEN = "meegenomen"
    SLECHTER = "slechter"
    LOS = "los"


@dataclass(frozen=True, slots=True)
class Leerstand:
    """How an organisation's decisions were used; `zonder` are themes for which they were not.

    `winst` is by how much they raised the mean log-likelihood of a decision that the model had not seen.
    """

    besluiten: int = 0
    status: Leerstatus = Leerstatus.GEEN
    zonder: tuple[str, ...] = ()
    winst: float = 0.0

    def to_parameters(self) -> dict[str, str]:
        """For the provenance of a run."""
        if not self.besluiten:
            return {}
        return {
            "besluiten": str(self.besluiten),
            "besluiten_stand": self.status.value,
            "besluiten_winst": f"{self.winst:.4f}",
            **({"besluiten_zonder": " ".join(self.zonder)} if self.zonder else {}),
        }


def measure_verlies(logodds: Any, doel: Any) -> Any:
    """Negative log-likelihood of each yes and no; 0 where `doel` is NaN: nothing was decided."""
    import numpy as np

    z = np.clip(logodds, -_UITERST, _UITERST)
    return np.where(np.isnan(doel), 0.0, np.logaddexp(0.0, np.where(doel == 1.0, -z, z)))


def judge(zonder: Any, met: Any, doel: Any, drempels: Any) -> Leerstatus:
    """Compare held-out log-odds (decisions, themes) with and without learning; `drempels` are probabilities."""
    import numpy as np

    if len(doel) < TE_WEINIG:
        return Leerstatus.WEINIG
    winst = (measure_verlies(zonder, doel) - measure_verlies(met, doel)).sum()
    if measure_verlies(met, doel).sum() >= measure_verlies(_frequencies(doel), doel).sum():
        return Leerstatus.LOS
    if round(float(winst), 9) < 0 or _is_wronger(zonder, met, doel, np.asarray(drempels)):
        return Leerstatus.SLECHTER
    return Leerstatus.MEEGENOMEN


def find_slechter(zonder: Any, met: Any, doel: Any, drempels: Any) -> Any:
    """Per theme whether learning makes it worse, where there are decisions enough to tell."""
    import numpy as np

    uit = np.zeros(doel.shape[1], dtype=bool)
    for t in range(doel.shape[1]):
        bekend = ~np.isnan(doel[:, t])
        ja = np.nansum(doel[:, t])
        if bekend.sum() >= TE_WEINIG and ja >= _MIN_PER_THEMA:
            deel = (zonder[bekend, t : t + 1], met[bekend, t : t + 1], doel[bekend, t : t + 1])
            uit[t] = judge(*deel, np.asarray(drempels)[t : t + 1]) is not Leerstatus.MEEGENOMEN
    return uit


def _is_wronger(zonder: Any, met: Any, doel: Any, drempels: Any) -> bool:
    """Whether more proposals are wrong, by more than one standard error of the difference per decision."""
    import numpy as np

    bekend = ~np.isnan(doel)
    grens = np.log(drempels / (1.0 - drempels))
    fout = [((logodds >= grens) != (doel == 1.0)) & bekend for logodds in (zonder, met)]
    verschil = fout[1].sum(axis=1).astype(float) - fout[0].sum(axis=1)
    return bool(verschil.mean() > verschil.std(ddof=1) / len(verschil) ** 0.5)


def _frequencies(doel: Any) -> Any:
    """Log-odds of each theme by how often it was given in the other decisions."""
    import numpy as np

    aantal = (~np.isnan(doel)).sum(axis=0)
    ja = np.nansum(doel, axis=0) - np.nan_to_num(doel)
    kans = (ja + 0.5) / np.maximum(aantal - 1 + 1.0, 1.0)
    return np.log(kans / np.maximum(1.0 - kans, 1e-6))
