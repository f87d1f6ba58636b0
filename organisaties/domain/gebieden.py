"""Filling an organisation's list of areas."""

import csv
from collections.abc import Sequence
from pathlib import Path

from django.db import transaction
from django.db.models import ForeignObjectRel

from organisaties.domain.audit import log_handeling
from organisaties.enums import Gebiedsoort
from organisaties.models import Gebied, Gebruiker, Organisatie
from organisaties.refusals import GebiedBestaat, GebiedInGebruik

MAP = Path(__file__).resolve().parents[1] / "gebieden"


def known_gemeenten() -> list[str]:
    """Name the gemeenten whose wijken and buurten are shipped."""
    return sorted(bestand.stem.capitalize() for bestand in MAP.glob("*.csv"))


def missing_gemeenten(organisatie: Organisatie) -> list[str]:
    """Name the shipped gemeenten that the organisation does not have yet."""
    eigen = Gebied.objects.van(organisatie).filter(soort=Gebiedsoort.GEMEENTE)
    namen = {naam.casefold() for naam in eigen.values_list("naam", flat=True)}
    return [gemeente for gemeente in known_gemeenten() if gemeente.casefold() not in namen]


def group_gebieden(organisatie: Organisatie) -> list[tuple[Gebied | None, list[Gebied]]]:
    """Give the areas under the area that each is part of, those that are part of nothing first."""
    groepen: dict[Gebied | None, list[Gebied]] = {}
    for gebied in Gebied.objects.van(organisatie).select_related("boven").order_by("cbs_code", "naam"):
        groepen.setdefault(gebied.boven, []).append(gebied)
    return sorted(groepen.items(), key=_order_groep)


def _order_groep(groep: tuple[Gebied | None, list[Gebied]]) -> tuple[int, str]:
    boven, _delen = groep
    grootte = list(Gebiedsoort).index(Gebiedsoort(boven.soort)) if boven else -1
    return grootte, boven.naam.casefold() if boven else ""


@transaction.atomic
def add_gebied(
    *,
    organisatie: Organisatie,
    wie: Gebruiker,
    naam: str,
    soort: Gebiedsoort,
    boven: Gebied | None = None,
    cbs_code: str = "",
    vorm: Sequence[Sequence[int]] = (),
) -> Gebied:
    """Add an area by hand; raises GebiedBestaat. `vorm` is the outline of one that is put back."""
    schoon = naam.strip()
    zelfde = Gebied.objects.van(organisatie).filter(naam__iexact=schoon, soort=soort, boven=boven)
    if zelfde.exists():
        raise GebiedBestaat
    gebied = Gebied.objects.create(
        organisatie=organisatie, naam=schoon, soort=soort, boven=boven, cbs_code=cbs_code, vorm=list(vorm)
    )
    log_handeling(
        organisatie=organisatie, wie=wie, handeling="gebied_toegevoegd", op=gebied, omschrijving=schoon
    )
    return gebied


@transaction.atomic
def delete_gebied(*, gebied: Gebied, wie: Gebruiker) -> None:
    """Delete an area on which nothing hangs; raises GebiedInGebruik, for answers would forget where they belong."""
    if _is_used(gebied):
        raise GebiedInGebruik
    log_handeling(
        organisatie=gebied.organisatie,
        wie=wie,
        handeling="gebied_verwijderd",
        op=gebied,
        omschrijving=gebied.naam,
    )
    gebied.delete()


def list_verwijzingen() -> list[ForeignObjectRel]:
    """Give every field that refers to areas, in whatever room it lives, hidden ones (`related_name="+"`) too."""
    velden = Gebied._meta.get_fields(include_hidden=True)
    return [veld for veld in velden if isinstance(veld, ForeignObjectRel)]


def _is_used(gebied: Gebied) -> bool:
    rijen = ((rel.field.model._base_manager, rel.field.name) for rel in list_verwijzingen())
    return any(model.filter(**{naam: gebied}).exists() for model, naam in rijen)


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
