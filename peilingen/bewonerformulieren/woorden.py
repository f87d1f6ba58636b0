"""Own words, long and short; and a page with text only."""

from django.utils.translation import gettext

from basis.getypt import clean_tekst
from peilingen.bewonerformulieren.basis import SCHRIJF, Vraagformulier
from peilingen.domain.velden import WOORDEN
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.models import Vraag

MAX_TEKENS = 10_000


class Openformulier(Vraagformulier):
    """The resident's own words."""

    veld = WOORDEN
    sjabloon = "peilingen/bewoner/_open.html"
    leegfout = SCHRIJF

    def lees(self) -> Antwoordwaarde | None:
        """Give the words, with one kind of line end, and no zero bytes, which no person types."""
        tekst = clean_tekst(self.enkel(WOORDEN)).strip()
        self.check_lengte(WOORDEN, tekst, MAX_TEKENS)
        return Antwoordwaarde(tekst=tekst) if tekst else None

    def hulp(self) -> list[str]:
        """Ask for no names."""
        return [gettext("Noem geen namen en adressen, ook niet van uzelf.")]


class Kortformulier(Vraagformulier):
    """A few words on one line."""

    veld = WOORDEN
    sjabloon = "peilingen/bewoner/_kort.html"
    leegfout = SCHRIJF

    def lees(self) -> Antwoordwaarde | None:
        """Give the words."""
        tekst = self.regel(WOORDEN)
        return Antwoordwaarde(tekst=tekst) if tekst else None

    def hulp(self) -> list[str]:
        """Ask for no names."""
        return [gettext("Noem geen namen en adressen, ook niet van uzelf.")]


class Tekstblok(Vraagformulier):
    """Something to read; there is nothing to answer."""

    sjabloon = "peilingen/bewoner/_tekstblok.html"

    @classmethod
    def list_velden(cls, vraag: Vraag) -> tuple[str, ...]:
        """Send nothing."""
        return ()

    def lees(self) -> None:
        """Give nothing."""
