"""A question as it would be, from words that were typed and not kept: for looking at, never saved."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from peilingen.domain.bewoording import GEWONE_KEUZES, MAX_KEUZES, MAX_STELLINGEN
from peilingen.domain.instellingen import clean_instellingen
from peilingen.enums import KEUZESOORTEN, ZONDER_ANTWOORD, Vraagsoort
from peilingen.models import Keuze, Stelling, Vraag, Vragenlijst
from peilingen.refusals import OnjuisteVraag


def build_vraagbeeld(
    *,
    vragenlijst: Vragenlijst,
    soort: str,
    tekst: str,
    uitleg: str = "",
    verplicht: bool = False,
    keuzes: Sequence[str] = (),
    stellingen: Sequence[str] = (),
    instellingen: Mapping[str, Any] | None = None,
) -> Vraag:
    """Give a question that is not in the database, with its choices; what is not right yet is left out."""
    vraag = Vraag(
        vragenlijst=vragenlijst,
        volgorde=1,
        sleutel="v1",
        soort=soort,
        tekst=tekst.strip() or _("Hier komt uw vraag"),
        uitleg=uitleg,
        verplicht=verplicht and soort not in ZONDER_ANTWOORD,
        instellingen=_clean(soort, instellingen),
    )
    kies = list(dict.fromkeys(keuzes)) if soort in KEUZESOORTEN else []
    if not kies and soort in GEWONE_KEUZES:
        kies = [str(woord) for woord in GEWONE_KEUZES[Vraagsoort(soort)]]
    rijen = list(dict.fromkeys(stellingen)) if soort == Vraagsoort.MATRIX else []
    vraag._prefetched_objects_cache = {  # type: ignore[attr-defined] # what prefetch_related would fill
        "keuzes": [
            Keuze(vraag=vraag, volgorde=nummer, sleutel=f"k{nummer}", tekst=woord)
            for nummer, woord in enumerate(kies[:MAX_KEUZES], start=1)
        ],
        "stellingen": [
            Stelling(vraag=vraag, volgorde=nummer, sleutel=f"s{nummer}", tekst=woord)
            for nummer, woord in enumerate(rijen[:MAX_STELLINGEN], start=1)
        ],
    }
    return vraag


def _clean(soort: str, instellingen: Mapping[str, Any] | None) -> dict[str, Any]:
    """Give the settings that are right already; with one that is not, those that cannot be wrong."""
    gegeven = dict(instellingen or {})
    try:
        return clean_instellingen(soort, gegeven)
    except OnjuisteVraag:
        return clean_instellingen(
            soort, {naam: waarde for naam, waarde in gegeven.items() if isinstance(waarde, bool)}
        )
