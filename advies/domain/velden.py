"""A letter in the making as one flat row of texts, under the names that its form gives them."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from advies.models import Adviesconcept, Adviespunt, Bevinding

BRIEFVELDEN = (
    "soort", "geadresseerde", "plaats", "datum", "betreft", "aanhef", "aanleiding", "slot", "ondertekening",
)  # fmt: skip
BEVINDINGVELDEN = ("kop", "tekst", "cijferzin", "citaatbron")
ADVIESPUNTVELDEN = ("tekst",)


def prefix_bevinding(pk: UUID) -> str:
    """Give the first part of the names of a finding's fields."""
    return f"b-{pk}"


def prefix_adviespunt(pk: UUID) -> str:
    """Give the first part of the names of an advice point's fields."""
    return f"p-{pk}"


def to_tekst(waarde: object) -> str:
    """Write a value of a form or a row as text, the same for both."""
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return waarde.isoformat()
    return str(waarde).replace("\r\n", "\n").replace("\r", "\n").strip()


def to_ids(ids: Iterable[UUID]) -> str:
    """Write a choice of rows as text, in a fixed order."""
    return ",".join(sorted(str(pk) for pk in ids))


def read_ids(tekst: str) -> list[UUID]:
    """Read such a choice back."""
    return [UUID(deel) for deel in tekst.split(",") if deel]


def read_velden(
    advies: Adviesconcept, bevindingen: Iterable[Bevinding], adviespunten: Iterable[Adviespunt]
) -> dict[str, str]:
    """Give all texts as they stand; the parts come with their themas and bevindingen prefetched."""
    velden = {naam: to_tekst(getattr(advies, naam)) for naam in BRIEFVELDEN}
    for bevinding in bevindingen:
        prefix = prefix_bevinding(bevinding.pk)
        velden |= {f"{prefix}-{naam}": to_tekst(getattr(bevinding, naam)) for naam in BEVINDINGVELDEN}
        velden[f"{prefix}-themas"] = to_ids(thema.pk for thema in bevinding.themas.all())
    for punt in adviespunten:
        prefix = prefix_adviespunt(punt.pk)
        velden |= {f"{prefix}-{naam}": to_tekst(getattr(punt, naam)) for naam in ADVIESPUNTVELDEN}
        velden[f"{prefix}-bevindingen"] = to_ids(bevinding.pk for bevinding in punt.bevindingen.all())
    return velden


def pick(velden: Mapping[str, str], prefix: str) -> dict[str, str]:
    """Give the fields of one part by their own names."""
    begin = f"{prefix}-"
    return {naam.removeprefix(begin): tekst for naam, tekst in velden.items() if naam.startswith(begin)}
