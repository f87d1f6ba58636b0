"""The chain of a ronde, from asking to following up, as every page shows it."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Fase, Recht
from organisaties.models import Lidmaatschap, Ronde


@dataclass(frozen=True, slots=True)
class Stap:
    """A link of the chain: its name, its page, and the phases in which it is the work at hand."""

    onderdeel: str
    naam: Promise
    adres: str
    fasen: tuple[Fase, ...]
    recht: Recht


STAPPEN = (
    Stap("ophalen", _("Ophalen"), "peilingen:upload", (Fase.VOORBEREIDEN, Fase.OPHALEN), Recht.ORGANISEREN),
    Stap("bijeenkomsten", _("Bijeenkomsten"), "bijeenkomsten:ronde", (Fase.OPHALEN,), Recht.NOTEREN),
    Stap("coderen", _("Coderen"), "codering:ronde", (Fase.CODEREN,), Recht.LEZEN),
    Stap("inzicht", _("Inzicht"), "inzicht:ronde", (Fase.DUIDEN,), Recht.LEZEN),
    Stap("advies", _("Advies"), "advies:ronde", (Fase.ADVISEREN,), Recht.LEZEN),
    Stap("opvolging", _("Opvolging"), "advies:opvolging", (Fase.DOEN, Fase.VOLGEN), Recht.LEZEN),
)


def build_keten(ronde: Ronde, onderdeel: str, lid: Lidmaatschap) -> list[dict[str, object]]:
    """Give the chain with where the ronde stands; a page the member may not open has no address."""
    volgorde = list(Fase)
    nu = volgorde.index(Fase(ronde.fase))
    keten = []
    for stap in STAPPEN:
        plaatsen = [volgorde.index(fase) for fase in stap.fasen]
        staat = "klaar" if nu > max(plaatsen) else "bezig" if nu >= min(plaatsen) else "straks"
        url = _find_url(stap, ronde) if lid.mag(stap.recht) else ""
        keten.append({"naam": stap.naam, "url": url, "actief": stap.onderdeel == onderdeel, "staat": staat})
    return keten


def _find_url(stap: Stap, ronde: Ronde) -> str:
    try:
        return reverse(stap.adres, args=[ronde.pk])
    except NoReverseMatch:
        return ""
