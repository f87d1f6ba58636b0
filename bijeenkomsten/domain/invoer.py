"""What comes in from a form, checked and rounded the same way by every act of this room."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _

from bijeenkomsten.enums import Bijeenkomststatus
from bijeenkomsten.models import Bijeenkomst, Gesprekstafel
from bijeenkomsten.refusals import AlGesloten, CodeBezet, LegeTekst, NietOpen, OnjuisteInvoer, TeLang
from organisaties.domain.codes import make_code, normalise_code
from organisaties.models import Gebied

if TYPE_CHECKING:
    from organisaties.models import Organisatie

TEKST_MAX = 10_000
SLEUTEL_MAX = 64
# A text that was still on a phone when the meeting closed is taken for this long.
NA_SLUITEN = timedelta(hours=24)
# What was deleted can be brought back for this long; then the words are really gone.
TERUGHALEN = timedelta(hours=1)
CODE_MIN, CODE_MAX = 4, 12


def clean_tekst(tekst: str, *, hoogstens: int = TEKST_MAX) -> str:
    """Give a text with one kind of line ends and no outer space; refuses an empty or a very long one."""
    schoon = tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
    if not schoon:
        raise LegeTekst
    if len(schoon) > hoogstens:
        raise TeLang(
            _("Deze tekst is langer dan %(n)s tekens. Verdeel hem over meer stukken.") % {"n": hoogstens}
        )
    return schoon


def clean_regel(tekst: str, model: type[models.Model], naam: str) -> str:
    """Give one line that fits in this field of a model; may be empty."""
    veld: Any = model._meta.get_field(naam)
    schoon = " ".join(tekst.replace("\0", "").split())
    if len(schoon) > veld.max_length:
        raise OnjuisteInvoer(
            _("“%(veld)s” is langer dan %(n)s tekens. Maak het korter.")
            % {"veld": veld.verbose_name, "n": veld.max_length}
        )
    return schoon


def check_keuze(waarde: str, keuzes: type[models.TextChoices]) -> str:
    """Give a choice that exists, or none."""
    if waarde and waarde not in keuzes.values:
        raise OnjuisteInvoer
    return waarde


def check_gebied(gebied: Gebied | None, organisatie: "Organisatie") -> Gebied | None:
    """Refuse an area of another organisation."""
    if gebied is not None and gebied.organisatie_id != organisatie.pk:
        raise OnjuisteInvoer
    return gebied


def check_schrijfbaar(bijeenkomst: Bijeenkomst, nu: datetime) -> None:
    """Refuse what comes before the meeting is opened, or more than a day after it was closed."""
    if bijeenkomst.status == Bijeenkomststatus.VOORBEREIDEN:
        raise NietOpen
    if bijeenkomst.status == Bijeenkomststatus.GESLOTEN and not takes_late(bijeenkomst, nu):
        raise AlGesloten


def takes_late(bijeenkomst: Bijeenkomst, nu: datetime) -> bool:
    """Tell whether a meeting that is over still takes texts that were on someone's device."""
    return bijeenkomst.gesloten_op is not None and nu - bijeenkomst.gesloten_op <= NA_SLUITEN


def claim_code(model: type[Bijeenkomst] | type[Gesprekstafel], code: str | None) -> str:
    """Give the asked code when it is free, else a new random one."""
    if code is None:
        return make_code()
    schoon = normalise_code(code)
    bezet = model._default_manager.filter(code=schoon).exists()
    if not CODE_MIN <= len(schoon) <= CODE_MAX or not schoon.isascii() or bezet:
        raise CodeBezet
    return schoon
