"""A number, and a date or year."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from django.forms import BoundField
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from basis.getypt import clean_regel, clean_tekst
from peilingen.bewonerformulieren.basis import SCHRIJF, Vraagformulier, list_bijzonder
from peilingen.domain.beschrijven import describe_getal
from peilingen.domain.instellingen import JAAR, find_weergave
from peilingen.domain.velden import BIJZONDER, DATUMDELEN, GETAL
from peilingen.domain.waarden import MAX_GETAL, Antwoordwaarde
from peilingen.models import Vraag

# The comma, the point between thousands and the minus as they are typed on phones of all languages.
TEKENS = str.maketrans({"٫": ",", "٬": ".", "−": "-", "–": "-"})
DUIZENDTALLEN = re.compile(r"-?\d{1,3}([. ']\d{3})+(,\d+)?")
MAX_GETYPT = 40
HOOGSTE = {"dag": 31, "maand": 12}
ONTBREEKT = {
    "dag": _("Schrijf ook de dag op."),
    "maand": _("Schrijf ook de maand op."),
    "jaar": _("Schrijf ook het jaar op."),
}
ONMOGELIJK = {
    "dag": _("De dag is een getal van 1 tot en met 31."),
    "maand": _("De maand is een getal van 1 tot en met 12."),
    "jaar": _("Schrijf het jaar met vier cijfers, bijvoorbeeld 1984."),
}
BESTAAT_NIET = _("Deze dag bestaat niet in deze maand. Kijk de dag na.")


class Getalformulier(Vraagformulier):
    """A number, with a comma or a point, and with or without its unit."""

    veld = GETAL
    sjabloon = "peilingen/bewoner/_getal.html"
    leegfout = SCHRIJF

    @property
    def invoer(self) -> str:
        """Which keys a phone shows; one that may be below zero needs a minus, which is not among digits."""
        negatief = self.instellingen.minimum.startswith("-")
        return "text" if negatief else "decimal" if self.instellingen.decimalen else "numeric"

    def hulp(self) -> list[str]:
        """Say between which bounds."""
        grenzen = describe_grenzen(self.instellingen.minimum, self.instellingen.maximum)
        return [grenzen] if grenzen else []

    def lees(self) -> Antwoordwaarde | None:
        """Give the number as it is kept."""
        getypt = clean_regel(self.enkel(GETAL))
        if not getypt:
            return None
        getal = parse_getal(getypt, self.instellingen.eenheid)
        fout = self.find_fout(getypt, getal)
        if fout or getal is None:
            self.add_error(GETAL, fout)
            return None
        return Antwoordwaarde(waarde=f"{getal:f}")

    def find_fout(self, getypt: str, getal: Decimal | None) -> str:
        """Say what is wrong with a number, "" for nothing."""
        decimalen, laag, hoog = (
            self.instellingen.decimalen,
            self.instellingen.minimum,
            self.instellingen.maximum,
        )
        if getal is None:
            voorbeeld = describe_getal("12.5" if decimalen else "12")
            fout = gettext("“%(tekst)s” is geen getal. Schrijf het in cijfers, bijvoorbeeld %(voorbeeld)s.")
            return fout % {"tekst": getypt[:MAX_GETYPT], "voorbeeld": voorbeeld}
        if (laag and getal < Decimal(laag)) or (hoog and getal > Decimal(hoog)):
            return describe_grenzen(laag, hoog)
        if not decimalen and getal != getal.to_integral_value():
            return gettext("Schrijf een heel getal, zonder komma.")
        if getal != round(getal, decimalen):
            return gettext("Schrijf hoogstens %(n)s cijfers achter de komma.") % {"n": decimalen}
        return ""


def parse_getal(getypt: str, eenheid: str = "") -> Decimal | None:
    """Read a typed number; None for what is none.

    A point before exactly three digits stands between thousands: no question has that many decimals.
    """
    schoon = getypt.translate(TEKENS).strip()
    schoon = schoon.removeprefix("€").strip()
    if eenheid and schoon.casefold().endswith(eenheid.casefold()):
        schoon = schoon[: -len(eenheid)].strip()
    if DUIZENDTALLEN.fullmatch(schoon):
        schoon = re.sub(r"[. ']", "", schoon)
    if not re.fullmatch(r"[-+]?\d{1,15}([.,]\d{1,15})?", schoon):
        return None
    try:
        getal = Decimal(schoon.replace(",", ".")).normalize()
    except InvalidOperation:
        return None
    return None if abs(getal) >= MAX_GETAL else getal + 0


def describe_grenzen(laag: str, hoog: str) -> str:
    """Say between which bounds a number lies, "" where there are none."""
    namen = {"laag": describe_getal(laag), "hoog": describe_getal(hoog)}
    if laag and hoog:
        return gettext("Schrijf een getal van %(laag)s tot en met %(hoog)s.") % namen
    if laag:
        return gettext("Schrijf %(laag)s of een hoger getal.") % namen
    return gettext("Schrijf %(hoog)s of een lager getal.") % namen if hoog else ""


class Datumformulier(Vraagformulier):
    """A date in three fields, or a year in one."""

    leegfout = SCHRIJF

    @classmethod
    def list_velden(cls, vraag: Vraag) -> tuple[str, ...]:
        """Send day, month and year, or the year only."""
        delen = ("jaar",) if find_weergave(vraag) == JAAR else DATUMDELEN
        return (*delen, *((BIJZONDER,) if list_bijzonder(vraag) else ()))

    @property
    def sjabloon(self) -> str:  # type: ignore[override] # depends on how it looks
        """One field or three."""
        return f"peilingen/bewoner/_{'jaar' if len(self.delen) == 1 else 'datum'}.html"

    @cached_property
    def delen(self) -> tuple[str, ...]:
        """The parts that are asked."""
        return tuple(naam for naam in DATUMDELEN if naam in self.fields)

    @property
    def hoofdnaam(self) -> str:
        """The first part that is asked."""
        return self.delen[0]

    def hulp(self) -> list[str]:
        """Give an example, and the bounds."""
        een = len(self.delen) == 1
        voorbeeld = gettext("Bijvoorbeeld 1984.") if een else gettext("Bijvoorbeeld 27 3 1984.")
        return [voorbeeld, *filter(None, [self.describe_jaren()])]

    def describe_jaren(self) -> str:
        """Say between which years."""
        laag, hoog = self.instellingen.minimum, self.instellingen.maximum
        if laag and hoog:
            return gettext("Kies een jaar van %(laag)s tot en met %(hoog)s.") % {"laag": laag, "hoog": hoog}
        if laag:
            return gettext("Kies een jaar vanaf %(laag)s.") % {"laag": laag}
        return gettext("Kies een jaar tot en met %(hoog)s.") % {"hoog": hoog} if hoog else ""

    def list_delen(self) -> list[tuple[BoundField, str, str]]:
        """Give the parts as field, label and what was typed, in the order of the page."""
        labels = {"dag": gettext("Dag"), "maand": gettext("Maand"), "jaar": gettext("Jaar")}
        return [(self[naam], labels[naam], self.enkel(naam)) for naam in self.delen]

    def lees(self) -> Antwoordwaarde | None:
        """Give the date or the year, if it exists."""
        getypt = {naam: clean_tekst(self.enkel(naam)).strip() for naam in self.delen}
        if not any(getypt.values()):
            return None
        for naam, tekst in getypt.items():
            self.check_deel(naam, tekst)
        if self.errors:
            return None
        getallen = {naam: int(tekst) for naam, tekst in getypt.items()}
        if len(getallen) == 1:
            return Antwoordwaarde(waarde=f"{getallen['jaar']:04}")
        try:
            dag = date(getallen["jaar"], getallen["maand"], getallen["dag"])
        except ValueError:
            self.add_error("dag", BESTAAT_NIET)
            return None
        return Antwoordwaarde(waarde=dag.isoformat())

    def check_deel(self, naam: str, tekst: str) -> None:
        """Refuse a part that is missing or cannot be."""
        if not tekst:
            self.add_error(naam, ONTBREEKT[naam])
        elif not tekst.isdecimal() or len(tekst) > len("2026") or not self.is_mogelijk(naam, tekst):
            self.add_error(naam, ONMOGELIJK[naam])
        elif naam == "jaar" and not self.is_binnen(int(tekst)):
            self.add_error(naam, self.describe_jaren())

    def is_mogelijk(self, naam: str, tekst: str) -> bool:
        """Tell whether a day, month or year can be this number."""
        return int(tekst) >= 1000 if naam == "jaar" else 1 <= int(tekst) <= HOOGSTE[naam]

    def is_binnen(self, jaar: int) -> bool:
        """Tell whether a year lies between the bounds."""
        laag, hoog = self.instellingen.minimum, self.instellingen.maximum
        return (not laag or jaar >= int(laag)) and (not hoog or jaar <= int(hoog))
