"""An answer in words, for who reads it back: on the check page, behind the receipt code, at the keying of paper."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _

from peilingen.domain.instellingen import read_instellingen
from peilingen.domain.voorwaarden import has_inhoud
from peilingen.enums import Bijzonder, Vraagsoort
from peilingen.models import Vraag

if TYPE_CHECKING:
    from peilingen.domain.waarden import Antwoordwaarde

# As residents read them: on their own, so with a capital.
BIJZONDER_WOORDEN = {
    Bijzonder.WEET_NIET.value: _("Weet ik niet"),
    Bijzonder.WIL_NIET.value: _("Wil ik niet zeggen"),
}
BUURT_ONBEKEND = _("Weet ik niet, of zeg ik liever niet")
MAX_DATUM = 10


def describe_waarde(vraag: Vraag, waarde: "Antwoordwaarde", naam: str = "") -> list[str]:
    """Give an answer in the language of the page, a line each; `naam` is that of the area or place in it."""
    if waarde.bijzonder and not has_inhoud(waarde):
        return [str(BIJZONDER_WOORDEN[waarde.bijzonder])]
    match vraag.soort:
        case Vraagsoort.BUURT | Vraagsoort.PLEK:
            woorden = join_naam(naam, waarde.tekst.strip())
            return [woorden or str(BUURT_ONBEKEND)] if woorden or vraag.soort == Vraagsoort.BUURT else []
        case Vraagsoort.SCHAAL:
            return [keuze.tekst for keuze in vraag.keuzes.all() if keuze.volgorde == waarde.getal]
        case Vraagsoort.GETAL:
            return [_describe_getal(vraag, str(waarde.waarde))] if waarde.waarde else []
        case Vraagsoort.DATUM:
            return [describe_datum(str(waarde.waarde))] if waarde.waarde else []
        case Vraagsoort.RANGORDE:
            return _describe_rangorde(vraag, waarde.waarde or [])
        case Vraagsoort.MATRIX:
            return _describe_matrix(vraag, waarde.waarde or {})
    gekozen = [keuze.tekst for keuze in vraag.keuzes.all() if keuze.pk in waarde.keuzes]
    return [*gekozen, waarde.tekst] if waarde.tekst else gekozen


def join_naam(naam: str, tekst: str) -> str:
    """Give the name of an area or place with what someone added to it."""
    return f"{naam} ({tekst})" if naam and tekst and naam != tekst else naam or tekst


def split_naam(naam: str, samen: str) -> str | None:
    """Give what was added to a name by `join_naam`; None when the words are not those of this name."""
    if samen == naam:
        return ""
    eigen = samen.startswith(f"{naam} (") and samen.endswith(")")
    return samen[len(naam) + 2 : -1] if eigen else None


def _describe_getal(vraag: Vraag, tekst: str) -> str:
    return f"{describe_getal(tekst)} {read_instellingen(vraag).eenheid}".strip()


def describe_getal(tekst: str) -> str:
    """Write a kept number as the language of the page does: "12,5"."""
    try:
        return str(number_format(Decimal(tekst)))
    except InvalidOperation:
        return tekst


def describe_datum(tekst: str) -> str:
    """Write a kept date or year as the language of the page does: "1 mei 2024"."""
    if len(tekst) < MAX_DATUM:
        return tekst
    try:
        return date_format(date.fromisoformat(tekst), "j F Y")
    except ValueError:
        return tekst


def _describe_rangorde(vraag: Vraag, sleutels: list[str]) -> list[str]:
    teksten = {keuze.sleutel: keuze.tekst for keuze in vraag.keuzes.all()}
    bekend = [teksten[sleutel] for sleutel in sleutels if sleutel in teksten]
    return [f"{plaats}. {tekst}" for plaats, tekst in enumerate(bekend, 1)]


def _describe_matrix(vraag: Vraag, gegeven: dict[str, str]) -> list[str]:
    teksten = {keuze.sleutel: keuze.tekst for keuze in vraag.keuzes.all()}
    rijen = ((rij.tekst, teksten.get(gegeven.get(rij.sleutel, ""))) for rij in vraag.stellingen.all())
    return [f"{stelling}: {keuze}" for stelling, keuze in rijen if keuze]
