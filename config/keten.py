"""The chain of a ronde, from asking to following up, and what is next, as every page shows it."""

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.urls import NoReverseMatch, resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisaties.blokken import Rondeblok, find_volgende, iter_blokken
from organisaties.domain.fasen import BEREIKT, FASEN, VOLGORDE
from organisaties.enums import Fase, Recht
from organisaties.models import Lidmaatschap, Ronde


@dataclass(frozen=True, slots=True)
class Stap:
    """A link of the chain: its name and its page."""

    onderdeel: str
    naam: Promise
    adres: str


STAPPEN = (
    Stap("ophalen", gettext_lazy("Ophalen"), "peilingen:ronde"),
    Stap("bijeenkomsten", gettext_lazy("Bijeenkomsten"), "bijeenkomsten:ronde"),
    Stap("coderen", gettext_lazy("Coderen"), "codering:ronde"),
    Stap("inzicht", gettext_lazy("Inzicht"), "inzicht:ronde"),
    Stap("advies", gettext_lazy("Advies"), "advies:ronde"),
    Stap("opvolging", gettext_lazy("Opvolging"), "advies:opvolging"),
)


def build_keten(ronde: Ronde, onderdeel: str, lid: Lidmaatschap) -> list[dict[str, object]]:
    """Give the chain with where the ronde stands; a page the member may not open has no address."""
    nu = VOLGORDE.index(Fase(ronde.fase))
    keten = []
    for stap in STAPPEN:
        plaatsen = [VOLGORDE.index(fase) for fase in FASEN[stap.onderdeel]]
        staat = "klaar" if nu > max(plaatsen) else "bezig" if nu >= min(plaatsen) else "straks"
        recht = find_recht(stap.adres)
        url = reverse(stap.adres, args=[ronde.pk]) if recht is not None and lid.mag(recht) else ""
        keten.append({"naam": stap.naam, "url": url, "actief": stap.onderdeel == onderdeel, "staat": staat})
    return keten


@cache
def find_recht(adres: str) -> Recht | None:
    """Give the right that the page of a link asks for, as its view says; None when there is no such page."""
    try:
        view = resolve(reverse(adres, args=[UUID(int=0)])).func
    except NoReverseMatch:
        return None
    recht: Recht | None = getattr(view, "vereist_recht", None)
    return recht


def build_volgende_stap(ronde: Ronde, onderdeel: str, lid: Lidmaatschap, pad: str) -> dict[str, str] | None:
    """Give what is next in a ronde, for a page of it whose view had nothing to say about that.

    Looks from the page's own link to the right first: what comes before it has been. What waits in the link
    itself has its buttons on that page.
    """
    delen = list(FASEN)
    rechts = delen[delen.index(onderdeel) :] if onderdeel in FASEN else delen
    blok = _find_blok(ronde, lid, rechts) or (_find_blok(ronde, lid, delen) if rechts != delen else None)
    if blok is not None:
        if blok.onderdeel == onderdeel or blok.url == pad:
            return None
        zinnen = " ".join(regel if regel.endswith((".", "?", "!")) else f"{regel}." for regel in blok.regels)
        return {"tekst": f"{blok.titel}: {zinnen}", "naam": blok.actie, "url": blok.url}
    if not lid.mag(Recht.ORGANISEREN):
        return None
    zin = _("De ronde staat op “%(fase)s”. Er staat niets open.")
    if onderdeel in BEREIKT and VOLGORDE.index(BEREIKT[onderdeel]) > VOLGORDE.index(Fase(ronde.fase)):
        zin = _("De ronde staat nog op “%(fase)s”. Zet hem verder als dat klopt.")
    return {
        "tekst": zin % {"fase": ronde.get_fase_display()},
        "naam": _("Naar de ronde"),
        "url": reverse("organisaties:ronde", args=[ronde.pk]),
    }


def _find_blok(ronde: Ronde, lid: Lidmaatschap, onderdelen: list[str]) -> Rondeblok | None:
    return find_volgende(
        Fase(ronde.fase),
        lambda delen: iter_blokken(ronde, lid, [deel for deel in onderdelen if deel in delen]),
    )
