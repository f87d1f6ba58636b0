"""What may be set per kind of question: kept as JSON with the question, read as a value."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from peilingen.enums import Vraagsoort
from peilingen.models import Vraag
from peilingen.refusals import OnjuisteVraag

WOORDEN, SMILEYS, GETALLEN = "woorden", "smileys", "getallen"
LIJST, ZOEKEN, KAART = "lijst", "zoeken", "kaart"
DATUM, JAAR = "datum", "jaar"
# The first of each is what an empty `weergave` means.
WEERGAVEN: dict[str, tuple[str, ...]] = {
    Vraagsoort.SCHAAL: (WOORDEN, SMILEYS, GETALLEN),
    Vraagsoort.BUURT: (LIJST, ZOEKEN, KAART),
    Vraagsoort.DATUM: (DATUM, JAAR),
}
MET_ANDERS = (Vraagsoort.EEN_KEUZE, Vraagsoort.MEER_KEUZES)
MET_MEESTE = (Vraagsoort.MEER_KEUZES, Vraagsoort.RANGORDE)
MET_GRENZEN = (Vraagsoort.GETAL, Vraagsoort.DATUM)
MAX_EENHEID = 30
MAX_DECIMALEN = 2


@dataclass(frozen=True, slots=True)
class Instellingen:
    """Settings of one question; those that its kind does not know keep their defaults.

    `weergave` is one of WEERGAVEN; `anders` adds "anders, namelijk"; `weet_niet` and `wil_niet` add those answers;
    `minimum` and `maximum` are numbers, or years for a date, as text; `eenheid` stands behind a number; `meeste` is
    how many choices are allowed at most, 0 for any number.
    """

    weergave: str = ""
    anders: bool = False
    weet_niet: bool = False
    wil_niet: bool = False
    minimum: str = ""
    maximum: str = ""
    eenheid: str = ""
    decimalen: int = 0
    meeste: int = 0

    def as_json(self) -> dict[str, Any]:
        """Give what differs from the defaults."""
        return {naam: waarde for naam, waarde in asdict(self).items() if waarde != getattr(STANDAARD, naam)}


STANDAARD = Instellingen()
NAMEN = tuple(veld.name for veld in fields(Instellingen))


def read_instellingen(vraag: Vraag) -> Instellingen:
    """Give the settings of a stored question."""
    return Instellingen(**{naam: vraag.instellingen[naam] for naam in NAMEN if naam in vraag.instellingen})


def find_weergave(vraag: Vraag) -> str:
    """Give how the question looks, the usual way where nothing was chosen; "" for kinds with one way only."""
    wijzen = WEERGAVEN.get(vraag.soort, ("",))
    return str(vraag.instellingen.get("weergave") or wijzen[0])


def clean_instellingen(soort: Vraagsoort | str, gegeven: Mapping[str, Any] | None) -> dict[str, Any]:
    """Give settings as they are stored: only those of this kind, checked; raises OnjuisteVraag with its field.

    A setting of another kind is left out; a name that no kind knows raises TypeError.
    """
    gegeven = dict(gegeven or {})
    if onbekend := set(gegeven) - set(NAMEN):
        raise TypeError(f"geen instelling van een vraag: {', '.join(sorted(onbekend))}")
    zonder = soort in (Vraagsoort.TEKSTBLOK, Vraagsoort.ONDERDEEL)
    grenzen = _clean_grenzen(soort, gegeven) if soort in MET_GRENZEN else {}
    return Instellingen(
        weergave=_clean_weergave(soort, str(gegeven.get("weergave") or "")),
        anders=bool(gegeven.get("anders")) and soort in MET_ANDERS,
        weet_niet=bool(gegeven.get("weet_niet")) and not zonder,
        wil_niet=bool(gegeven.get("wil_niet")) and not zonder,
        eenheid=_clean_eenheid(str(gegeven.get("eenheid") or "")) if soort == Vraagsoort.GETAL else "",
        decimalen=_clean_aantal(gegeven, "decimalen", MAX_DECIMALEN) if soort == Vraagsoort.GETAL else 0,
        meeste=_clean_aantal(gegeven, "meeste", 25) if soort in MET_MEESTE else 0,
        **grenzen,
    ).as_json()


def _clean_weergave(soort: Vraagsoort | str, weergave: str) -> str:
    wijzen = WEERGAVEN.get(str(soort), ())
    if not wijzen or weergave in ("", wijzen[0]):
        return ""
    if weergave not in wijzen:
        raise OnjuisteVraag(_("Kies hoe deze vraag eruitziet."), "weergave")
    return weergave


def _clean_eenheid(eenheid: str) -> str:
    schoon = " ".join(eenheid.split())
    if len(schoon) > MAX_EENHEID:
        raise OnjuisteVraag(
            _("Houd de eenheid kort: hoogstens %(n)s tekens.") % {"n": MAX_EENHEID}, "eenheid"
        )
    return schoon


def _clean_aantal(gegeven: Mapping[str, Any], naam: str, hoogste: int) -> int:
    try:
        aantal = int(gegeven.get(naam) or 0)
    except (TypeError, ValueError):
        aantal = -1
    if not 0 <= aantal <= hoogste:
        raise OnjuisteVraag(_("Kies een getal van 0 tot en met %(n)s.") % {"n": hoogste}, naam)
    return aantal


def _clean_grenzen(soort: Vraagsoort | str, gegeven: Mapping[str, Any]) -> dict[str, str]:
    grenzen = {naam: _clean_grens(soort, gegeven, naam) for naam in ("minimum", "maximum")}
    laag, hoog = grenzen["minimum"], grenzen["maximum"]
    if laag and hoog and Decimal(laag) > Decimal(hoog):
        raise OnjuisteVraag(_("Het laagste getal is hoger dan het hoogste."), "minimum")
    return grenzen


def _clean_grens(soort: Vraagsoort | str, gegeven: Mapping[str, Any], naam: str) -> str:
    tekst = str(gegeven.get(naam) or "").strip().replace(",", ".")
    if not tekst:
        return ""
    try:
        getal = Decimal(tekst)
    except InvalidOperation as fout:
        raise OnjuisteVraag(_("“%(tekst)s” is geen getal.") % {"tekst": tekst[:40]}, naam) from fout
    jaar = soort == Vraagsoort.DATUM
    if not getal.is_finite() or abs(getal) >= 10**9 or (jaar and not 1000 <= getal <= 9999):
        raise OnjuisteVraag(_("Dit getal past hier niet."), naam)
    return str(int(getal)) if getal == getal.to_integral_value() else str(getal.normalize())
