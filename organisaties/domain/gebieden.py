"""Filling an organisation's list of areas."""

import csv
from pathlib import Path

from django.db import transaction

from organisaties.enums import Gebiedsoort
from organisaties.models import Gebied, Organisatie

MAP = Path(__file__).resolve().parents[1] / "gebieden"


def known_gemeenten() -> list[str]:
    """Name the gemeenten whose wijken and buurten are shipped."""
    return sorted(bestand.stem.capitalize() for bestand in MAP.glob("*.csv"))


@transaction.atomic
def load_gemeente(*, organisatie: Organisatie, gemeente: str) -> int:
    """Add the shipped wijken and buurten of a gemeente; what exists stays. Gives how many are new."""
    voor = Gebied.objects.van(organisatie).count()
    top = _ensure(organisatie, gemeente, Gebiedsoort.GEMEENTE, None, "")
    with (MAP / f"{gemeente.lower()}.csv").open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand, delimiter=";"):
            wijk = _ensure(organisatie, rij["wijknaam"], Gebiedsoort.WIJK, top, rij["wijkcode"])
            _ensure(organisatie, rij["buurtnaam"], Gebiedsoort.BUURT, wijk, rij["buurtcode"])
    return Gebied.objects.van(organisatie).count() - voor


def _ensure(
    organisatie: Organisatie, naam: str, soort: Gebiedsoort, boven: Gebied | None, code: str
) -> Gebied:
    gebied, _nieuw = Gebied.objects.get_or_create(
        organisatie=organisatie, naam=naam, soort=soort, boven=boven, defaults={"cbs_code": code}
    )
    return gebied
