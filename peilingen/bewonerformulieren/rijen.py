"""Questions with several rows: a ranking, and statements with the same choices."""

from dataclasses import dataclass

from django.forms import BoundField
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from peilingen.bewonerformulieren.basis import ONBEKEND, Vraagformulier, list_bijzonder
from peilingen.domain.velden import BIJZONDER, RANG, STELLING
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.models import Keuze, Stelling, Vraag

OOK_HIER = _("Kies ook hier een antwoord.")


@dataclass(frozen=True, slots=True)
class Rij:
    """One row with its field; `keuzes` are its controls."""

    tekst: str
    field: BoundField
    keuzes: SafeString


class Rijformulier(Vraagformulier):
    """A field per row, named by the key of the row."""

    voor = ""

    @classmethod
    def list_velden(cls, vraag: Vraag) -> tuple[str, ...]:
        """Send every row."""
        namen = (f"{cls.voor}{rij.sleutel}" for rij in cls.list_regels(vraag))
        return (*namen, *((BIJZONDER,) if list_bijzonder(vraag) else ()))

    @classmethod
    def list_regels(cls, vraag: Vraag) -> list[Keuze] | list[Stelling]:
        """Give what stands in the rows."""
        raise NotImplementedError

    @cached_property
    def rijen(self) -> list[Rij]:
        """The rows as the page shows them."""
        return [
            Rij(
                regel.tekst,
                self[f"{self.voor}{regel.sleutel}"],
                self.render_rij(f"{self.voor}{regel.sleutel}"),
            )
            for regel in self.list_regels(self.vraag)
        ]

    def render_rij(self, naam: str) -> SafeString:
        """Give the controls of one row."""
        raise NotImplementedError

    @property
    def hoofdnaam(self) -> str:
        """The first row."""
        return next(iter(self.fields), "")


class Rangordeformulier(Rijformulier):
    """A place for each choice; not every choice needs one."""

    voor = RANG
    sjabloon = "peilingen/bewoner/_rangorde.html"

    @classmethod
    def list_regels(cls, vraag: Vraag) -> list[Keuze]:
        """Give the choices."""
        return list(vraag.keuzes.all())

    @property
    def plaatsen(self) -> int:
        """How many places there are."""
        aantal = len(self.vraag.keuzes.all())
        return min(aantal, self.instellingen.meeste or aantal)

    def render_rij(self, naam: str) -> SafeString:
        """Give the places as options."""
        gekozen = self.enkel(naam)
        delen = [
            f'<option value="{plaats}"{" selected" if str(plaats) == gekozen else ""}>{plaats}</option>'
            for plaats in range(1, self.plaatsen + 1)
        ]
        leeg = escape(gettext("Geen"))
        return mark_safe(f'<option value="">{leeg}</option>{"".join(delen)}')  # noqa: S308 -- escaped above

    def hulp(self) -> list[str]:
        """Say how to rank, and that not everything needs a place."""
        uitleg = [gettext("Geef 1 aan wat voor u bovenaan staat, 2 aan wat daarna komt, enzovoort.")]
        if self.plaatsen < len(self.vraag.keuzes.all()):
            meervoud = ngettext(
                "Geef hoogstens %(n)s plaats.", "Geef hoogstens %(n)s plaatsen.", self.plaatsen
            )
            return [*uitleg, meervoud % {"n": self.plaatsen}]
        return [*uitleg, gettext("U hoeft niet alles een plaats te geven.")]

    def lees(self) -> Antwoordwaarde | None:
        """Give the keys of the choices by their places; a place that was left out closes up."""
        gegeven: dict[str, str] = {}
        for keuze in self.list_regels(self.vraag):
            naam = f"{RANG}{keuze.sleutel}"
            plaats = self.enkel(naam).strip()
            if plaats and plaats not in {str(mogelijk) for mogelijk in range(1, self.plaatsen + 1)}:
                self.add_error(naam, ONBEKEND)
            elif plaats in gegeven:
                fout = gettext("Plaats %(n)s gaf u twee keer. Geef elk antwoord een eigen plaats.")
                self.add_error(naam, fout % {"n": plaats})
            elif plaats:
                gegeven[plaats] = keuze.sleutel
        volgorde = [gegeven[plaats] for plaats in sorted(gegeven, key=int)]
        return Antwoordwaarde(waarde=volgorde) if volgorde else None


class Matrixformulier(Rijformulier):
    """One choice for each statement."""

    voor = STELLING
    sjabloon = "peilingen/bewoner/_matrix.html"

    @classmethod
    def list_regels(cls, vraag: Vraag) -> list[Stelling]:
        """Give the statements."""
        return list(vraag.stellingen.all())

    @cached_property
    def opties(self) -> list[tuple[str, str]]:
        """The choices, from low to high."""
        return [(keuze.sleutel, keuze.tekst) for keuze in self.vraag.keuzes.all()]

    def render_rij(self, naam: str) -> SafeString:
        """Give the choices; one that was made can be taken back where the question may be skipped."""
        gekozen = self.enkel(naam)
        keuzes = self.render_opties("radio", naam, self.opties, [gekozen], eigen=True)
        if gekozen and not self.vraag.verplicht:
            return keuzes + self.render_opties("radio", naam, [("", gettext("Geen antwoord"))], [])
        return keuzes

    def lees(self) -> Antwoordwaarde | None:
        """Give the chosen key by statement; a required question needs them all, or "weet ik niet" for the whole."""
        gegeven: dict[str, str] = {}
        for stelling in self.list_regels(self.vraag):
            naam = f"{STELLING}{stelling.sleutel}"
            gekozen = self.enkel(naam)
            if gekozen in dict(self.opties):
                gegeven[stelling.sleutel] = gekozen
            elif gekozen:
                self.add_error(naam, ONBEKEND)
        if self.vraag.verplicht and gegeven and not self.find_bijzonder():
            for stelling in self.list_regels(self.vraag):
                if stelling.sleutel not in gegeven and f"{STELLING}{stelling.sleutel}" not in self.errors:
                    self.add_error(f"{STELLING}{stelling.sleutel}", OOK_HIER)
        return Antwoordwaarde(waarde=gegeven) if gegeven else None
