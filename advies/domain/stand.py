"""How an advice point stands: worked out from its reactions and promises, kept nowhere."""

from collections.abc import Collection
from datetime import date

from advies.enums import Puntfilter, Puntstand, Standpunt, Toezeggingstatus

LOPEND = frozenset({Toezeggingstatus.OPEN, Toezeggingstatus.BEZIG})
KLAAR = frozenset({Puntstand.GEDAAN, Puntstand.DEELS, Puntstand.NIET})
ONBEANTWOORD = frozenset({Puntstand.WACHT, Puntstand.TE_LAAT})


def derive_puntstand(
    *, standpunt: str, statussen: Collection[str], termijn: date | None, vandaag: date
) -> Puntstand:
    """Say how a point stands.

    `standpunt` is that of the newest reaction ('' without one), `statussen` those of its promises, `termijn` the
    last day for an answer. A promise says more than a position, so promises decide where there are any.
    """
    if statussen:
        return _follow_toezeggingen(frozenset(statussen))
    if not standpunt:
        return Puntstand.TE_LAAT if termijn is not None and vandaag > termijn else Puntstand.WACHT
    return Puntstand.NIET if standpunt == Standpunt.NEEMT_NIET_OVER else Puntstand.BEANTWOORD


def _follow_toezeggingen(statussen: frozenset[str]) -> Puntstand:
    if Toezeggingstatus.BEZIG in statussen:
        return Puntstand.LOOPT
    if Toezeggingstatus.OPEN in statussen:
        return Puntstand.LOOPT if Toezeggingstatus.GEDAAN in statussen else Puntstand.BEANTWOORD
    if statussen == {Toezeggingstatus.GEDAAN}:
        return Puntstand.GEDAAN
    return Puntstand.DEELS if Toezeggingstatus.GEDAAN in statussen else Puntstand.NIET


def is_over_tijd(*, status: str, termijn: date | None, vandaag: date) -> bool:
    """Tell whether a promise should have been kept by now."""
    return termijn is not None and vandaag > termijn and status in LOPEND


def passes(keuze: str, stand: Puntstand, *, over_tijd: bool) -> bool:
    """Tell whether a point belongs in a choice of points; `over_tijd` when one of its promises is overdue."""
    if keuze == Puntfilter.OPEN:
        return stand in ONBEANTWOORD
    if keuze == Puntfilter.TE_LAAT:
        return stand == Puntstand.TE_LAAT or over_tijd
    if keuze == Puntfilter.LOOPT:
        return stand in {Puntstand.BEANTWOORD, Puntstand.LOOPT}
    return keuze != Puntfilter.KLAAR or stand in KLAAR
