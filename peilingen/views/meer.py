"""What stands behind "Meer" on the page of a questionnaire: everything that the simple path does not need."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from peilingen.enums import Herkomst
from peilingen.models import Vragenlijst

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Meerlink:
    """A page of a questionnaire that few need; `eigen` only where its questions were asked here."""

    naam: str
    tekst: "StrOrPromise"
    recht: Recht = Recht.ORGANISEREN
    eigen: bool = True


# In the order of the page; each is an address with the key of the questionnaire.
MEER: tuple[Meerlink, ...] = ()


def list_meer(lijst: Vragenlijst, lid: Lidmaatschap) -> list[dict[str, str]]:
    """Give the links that this member may follow for this questionnaire."""
    return [
        {"url": reverse(link.naam, args=[lijst.pk]), "tekst": str(link.tekst)}
        for link in MEER
        if lid.mag(link.recht) and (lijst.herkomst == Herkomst.EIGEN or not link.eigen)
    ]
