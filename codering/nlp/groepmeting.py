"""How sure the figures are, and whether they are worse for some groups of speakers than for others.

Intervals are percentiles of a bootstrap over texts (Efron 1979). Texts with the same codes and the same proposals are
drawn together, by their number: the same outcome, whatever the order of the texts, in little time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from codering.nlp.evaluate import to_matrix

TREKKINGEN = 1_000
MIN_THEMA = 5
"""A theme that occurs less often than this in a group says nothing about the group."""
_ZAAD = 0
_GRENZEN = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Groepmeting:
    """Figures of the texts with one value of a column.

    `macro_f1` is over the `themas` themes that occur often enough in this group, `verschil` is that less the
    macro-F1 of all texts over the same themes, with its 95 % interval. None where no theme occurs often enough.
    """

    waarde: str
    aantal: int
    themas: int
    macro_f1: float | None
    micro_f1: float
    exact: float
    verschil: float | None
    laag: float | None
    hoog: float | None


def macro_interval(
    waar: Sequence[Sequence[str]], voorgesteld: Sequence[Sequence[str]], codes: Sequence[str]
) -> tuple[float, float]:
    """95 % interval of macro-F1; (0, 0) without any code."""
    doel, gekozen = to_matrix(waar, codes), to_matrix(voorgesteld, codes)
    if not doel.any():
        return 0.0, 0.0
    komt_voor = doel.any(axis=0)
    (macro,) = _bootstrap(doel[:, komt_voor], gekozen[:, komt_voor], None)
    return _percentiles(macro)


def measure_groepen(
    waar: Sequence[Sequence[str]],
    voorgesteld: Sequence[Sequence[str]],
    waarden: Sequence[str],
    codes: Sequence[str],
) -> tuple[Groepmeting, ...]:
    """A row per value, the largest group first; an empty value is a group too."""
    import numpy as np

    doel, gekozen = to_matrix(waar, codes), to_matrix(voorgesteld, codes)
    alle = np.array(waarden, dtype=object)
    groepen = sorted(set(waarden), key=lambda waarde: (-waarden.count(waarde), waarde))
    return tuple(_measure_groep(waarde, doel, gekozen, alle == waarde) for waarde in groepen)


def _measure_groep(waarde: str, doel: Any, gekozen: Any, lid: Any) -> Groepmeting:
    eigen, keuze = doel[lid], gekozen[lid]
    goed, fout = int((eigen & keuze).sum()), int((eigen ^ keuze).sum())
    vaak = eigen.sum(axis=0) >= MIN_THEMA
    macro = verschil = laag = hoog = None
    if vaak.any():
        macro = float(_f1(*_count(eigen[:, vaak], keuze[:, vaak])).mean())
        verschil = macro - float(_f1(*_count(doel[:, vaak], gekozen[:, vaak])).mean())
        groep, alles = _bootstrap(doel[:, vaak], gekozen[:, vaak], lid)
        laag, hoog = _percentiles(groep - alles)
    return Groepmeting(
        waarde=waarde,
        aantal=int(lid.sum()),
        themas=int(vaak.sum()),
        macro_f1=macro,
        micro_f1=2 * goed / (2 * goed + fout) if goed else 0.0,
        exact=float((eigen == keuze).all(axis=1).mean()),
        verschil=verschil,
        laag=laag,
        hoog=hoog,
    )


def _bootstrap(doel: Any, gekozen: Any, lid: Any) -> tuple[Any, ...]:
    """Macro-F1 per draw: of all texts, or of the members and then of all."""
    import numpy as np

    binnen = np.ones(len(doel), dtype=bool) if lid is None else lid
    soorten, aantallen = np.unique(np.column_stack([binnen, doel, gekozen]), axis=0, return_counts=True)
    in_groep, breed = soorten[:, :1], doel.shape[1]
    goed, gegeven, gevonden = _parts(soorten[:, 1 : 1 + breed], soorten[:, 1 + breed :])
    kans = np.random.default_rng(_ZAAD)
    trek = kans.multinomial(len(doel), aantallen / len(doel), size=TREKKINGEN)
    alles = _macro(trek @ goed, trek @ gegeven, trek @ gevonden)
    if lid is None:
        return (alles,)
    return _macro(trek @ (goed * in_groep), trek @ (gegeven * in_groep), trek @ (gevonden * in_groep)), alles


def _parts(doel: Any, gekozen: Any) -> tuple[Any, Any, Any]:
    return (doel & gekozen).astype(int), doel.astype(int), gekozen.astype(int)


def _count(doel: Any, gekozen: Any) -> tuple[Any, Any, Any]:
    goed, gegeven, gevonden = _parts(doel, gekozen)
    return goed.sum(axis=0), gegeven.sum(axis=0), gevonden.sum(axis=0)


def _f1(goed: Any, gegeven: Any, gevonden: Any) -> Any:
    import numpy as np

    return 2 * goed / np.maximum(gegeven + gevonden, 1)


def _macro(goed: Any, gegeven: Any, gevonden: Any) -> Any:
    """The mean per draw over the themes that someone gave in that draw; 0 where a draw has none."""
    komt_voor = gegeven > 0
    som = (_f1(goed, gegeven, gevonden) * komt_voor).sum(axis=1)
    return som / komt_voor.sum(axis=1).clip(1)


def _percentiles(waarden: Any) -> tuple[float, float]:
    import numpy as np

    laag, hoog = np.percentile(waarden, _GRENZEN)
    return float(laag), float(hoog)
