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
_STANDAARDFOUTEN = 2.0
_UITERST = 12.0
"""Log-odds beyond which a prediction gets no better or worse."""


class Leerstatus(StrEnum):
    """What became of an organisation's decisions in a model."""

    GEEN = "geen"
    WEINIG = "weinig"
    MEEGENOMEN = "meegenomen"
    GELIJK = "gelijk"
    SLECHTER = "slechter"
    LOS = "los"


GEWEIGERD = (Leerstatus.SLECHTER, Leerstatus.LOS)
"""What people should know of: their decisions and the texts do not go together."""


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
    winst = (measure_verlies(zonder, doel) - measure_verlies(met, doel)).sum(axis=1)
    if measure_verlies(met, doel).sum() >= measure_verlies(_frequencies(doel), doel).sum():
        return Leerstatus.LOS
    if _is_clearly_more(-winst) or _is_wronger(zonder, met, doel, np.asarray(drempels)):
        return Leerstatus.SLECHTER
    return Leerstatus.MEEGENOMEN if round(float(winst.sum()), 9) > 0 else Leerstatus.GELIJK


def judge_themas(zonder: Any, met: Any, doel: Any, drempels: Any) -> list[Leerstatus]:
    """The same per theme; with too few decisions to tell, a theme goes along with the others."""
    import numpy as np

    uit = []
    for t in range(doel.shape[1]):
        bekend = ~np.isnan(doel[:, t])
        genoeg = bekend.sum() >= TE_WEINIG and np.nansum(doel[:, t]) >= _MIN_PER_THEMA
        deel = (zonder[bekend, t : t + 1], met[bekend, t : t + 1], doel[bekend, t : t + 1])
        uit.append(judge(*deel, np.asarray(drempels)[t : t + 1]) if genoeg else Leerstatus.MEEGENOMEN)
    return uit


def _is_wronger(zonder: Any, met: Any, doel: Any, drempels: Any) -> bool:
    """Whether more proposals are wrong, by more than one standard error of the difference per decision."""
    import numpy as np

    bekend = ~np.isnan(doel)
    grens = np.log(drempels / (1.0 - drempels))
    fout = [((logodds >= grens) != (doel == 1.0)) & bekend for logodds in (zonder, met)]
    return _is_clearly_more(fout[1].sum(axis=1).astype(float) - fout[0].sum(axis=1))


def _is_clearly_more(verschillen: Any) -> bool:
    """Whether differences per decision lie above zero by more than chance makes them."""
    fout = verschillen.std(ddof=1) / len(verschillen) ** 0.5
    return bool(round(float(verschillen.mean() - _STANDAARDFOUTEN * fout), 9) > 0)


def _frequencies(doel: Any) -> Any:
    """Log-odds of each theme by how often it was given in the other decisions."""
    import numpy as np

    aantal = (~np.isnan(doel)).sum(axis=0)
    ja = np.nansum(doel, axis=0) - np.nan_to_num(doel)
    kans = (ja + 0.5) / np.maximum(aantal - 1 + 1.0, 1.0)
    return np.log(kans / np.maximum(1.0 - kans, 1e-6))
