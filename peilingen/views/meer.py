"""What stands behind "Meer" on the page of a questionnaire: everything that the simple path does not need."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

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
MEER: tuple[Meerlink, ...] = (
    Meerlink("peilingen:uitvoer", _("Antwoorden downloaden"), eigen=False),
    Meerlink("peilingen:invoer_lijst", _("Antwoorden van papier of elders inlezen")),
    Meerlink("peilingen:proef", _("Uitproberen met collega’s")),
    Meerlink("peilingen:vertalingen", _("Talen en vertalingen")),
    Meerlink("peilingen:stapels", _("Op papier: afdrukken en overtypen")),
    Meerlink("peilingen:formulierbestand", _("Vragenlijst als bestand"), Recht.LEZEN),
    Meerlink("peilingen:genodigden", _("Uitnodigen met persoonlijke links")),
    Meerlink("peilingen:bibliotheek", _("Vragen uit de bibliotheek")),
    Meerlink("peilingen:controle", _("Nakijken voor u opent"), Recht.LEZEN),
    Meerlink("peilingen:bewaren", _("Wat wordt wanneer verwijderd?"), eigen=False),
)

# Under which heading a link stands; one that is in none of them stands above all.
GROEPEN: tuple[tuple["StrOrPromise", tuple[str, ...]], ...] = (
    (
        _("Voor het openen"),
        ("proef", "vertalingen", "genodigden", "bibliotheek", "controle"),
    ),
    (_("Op papier"), ("papier", "stapels")),
    (_("Antwoorden in en uit"), ("uitvoer", "invulbestand", "invoer_lijst")),
    (_("Bewaren en meenemen"), ("formulierbestand", "bewaren")),
)


def group_meer(links: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Put links under headings, so that a long list can be looked through."""
    groepen = []
    for kop, namen in (("", ()), *GROEPEN):
        elders = {naam for _kop, leden in GROEPEN for naam in leden}
        leden = [link for link in links if (link["naam"] in namen if kop else link["naam"] not in elders)]
        if leden:
            groepen.append({"naam": kop, "links": leden})
    return groepen


def list_meer(lijst: Vragenlijst, lid: Lidmaatschap) -> list[dict[str, str]]:
    """Give the links that this member may follow for this questionnaire."""
    return [
        {
            "naam": link.naam.split(":")[-1],
            "url": reverse(link.naam, args=[lijst.pk]),
            "tekst": str(link.tekst),
        }
        for link in MEER
        if lid.mag(link.recht) and (lijst.herkomst == Herkomst.EIGEN or not link.eigen)
    ]
