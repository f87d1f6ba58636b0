"""Questions with choices: one, several, a scale, an age group."""

from typing import ClassVar
from uuid import UUID

from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from peilingen.bewonerformulieren.basis import ONBEKEND, Vraagformulier, list_bijzonder
from peilingen.domain.instellingen import GETALLEN, SMILEYS, find_weergave
from peilingen.domain.velden import ANDERS, BIJZONDER, GETAL, KEUZES, WOORDEN
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.models import Vraag

WELKE_ANDERS = _("Schrijf op wat u bedoelt, of kies een ander antwoord.")
TWEE_KEUZES = _(
    "U koos een antwoord en schreef er zelf ook een op. Kies “Anders, namelijk”, of haal uw tekst weg."
)
# The mouth of each face, from sad to glad; between them a straight one.
MONDEN = ("M8 17q4-5 8 0", "M8 16.5q4-2.5 8 0", "M8 16h8", "M8 15q4 2.5 8 0", "M8 14.5q4 5 8 0")


class Keuzeformulier(Vraagformulier):
    """One of the choices; where the question may be skipped, a choice can be taken back."""

    veld = KEUZES
    invoersoort: ClassVar[str] = "radio"

    @classmethod
    def list_velden(cls, vraag: Vraag) -> tuple[str, ...]:
        """Send the choice, and the words of "anders, namelijk"."""
        return (cls.veld, *((WOORDEN,) if vraag.instellingen.get("anders") else ()))

    @cached_property
    def opties(self) -> list[tuple[str, str]]:
        """The choices as value and words."""
        return [(str(keuze.pk), keuze.tekst) for keuze in self.vraag.keuzes.all()]

    @property
    def anders(self) -> bool:
        """Whether people may write a choice of their own."""
        return WOORDEN in self.fields

    @cached_property
    def gekozen(self) -> list[str]:
        """What is chosen now; typed words choose "anders" by themselves."""
        gekozen = [waarde for waarde in self.ruw(self.veld) if waarde]
        zelf = self.anders and not gekozen and self.enkel(WOORDEN).strip()
        return [ANDERS] if zelf else gekozen or ([""] if "" in self.ruw(self.veld) else [])

    def render_keuzes(self) -> SafeString:
        """Give the choices of who asks, and "anders, namelijk"."""
        keuzes = self.render_opties(self.invoersoort, self.veld, self.opties, self.gekozen, eigen=True)
        if not self.anders:
            return keuzes
        return keuzes + self.render_opties(
            self.invoersoort, self.veld, [(ANDERS, self.woord_anders)], self.gekozen
        )

    @property
    def woord_anders(self) -> str:
        """The words of the choice to write one's own."""
        return gettext("Anders, namelijk")

    def render_overig(self) -> SafeString:
        """Give the answers that are none of the choices."""
        opties = self.list_bijzondere_opties()
        if not self.vraag.verplicht:
            opties.append(("", gettext("Geen antwoord")))
        return self.render_opties(self.invoersoort, self.veld, opties, self.gekozen)

    def lees(self) -> Antwoordwaarde | None:
        """Give the chosen one, or the words."""
        gekozen, tekst = self.enkel(self.veld), self.regel(WOORDEN) if self.anders else ""
        if tekst and gekozen in dict(self.opties):
            self.add_error(WOORDEN, TWEE_KEUZES)
        elif tekst:
            return Antwoordwaarde(tekst=tekst)
        elif gekozen == ANDERS and self.anders:
            self.add_error(WOORDEN, WELKE_ANDERS)
        elif gekozen in self.bijzondere:
            return Antwoordwaarde(bijzonder=gekozen)
        elif gekozen and gekozen not in dict(self.opties):
            self.add_error(self.veld, ONBEKEND)
        return self.build_waarde(gekozen) if gekozen else None

    def build_waarde(self, gekozen: str) -> Antwoordwaarde | None:
        """Give one choice as an answer."""
        return Antwoordwaarde(keuzes=(UUID(gekozen),)) if gekozen in dict(self.opties) else None


class Schaalformulier(Keuzeformulier):
    """One of five steps: in words, with faces, or as numbers."""

    veld = GETAL

    def build(self) -> None:
        """Know how it looks."""
        self.weergave = find_weergave(self.vraag)

    @cached_property
    def opties(self) -> list[tuple[str, str]]:
        """The steps, the lowest first."""
        return [(str(keuze.volgorde), keuze.tekst) for keuze in self.vraag.keuzes.all()]

    @property
    def sjabloon(self) -> str:  # type: ignore[override] # depends on how it looks
        """Numbers stand in a row, with what the ends mean under it."""
        getallen = self.weergave == GETALLEN
        return "peilingen/bewoner/_getallen.html" if getallen else "peilingen/bewoner/_keuzes.html"

    def render_getallen(self) -> SafeString:
        """Give the steps as numbers; who listens hears the words as well."""
        naam = escape(self.add_prefix(self.veld))
        delen = [
            f'<label class="keuze"><input type="radio" name="{naam}" value="{waarde}"{self.anker(self.veld)}'
            f"{' checked' if waarde in self.gekozen else ''}><span>{waarde} "
            f'<span class="alleen-lezer"{self.taal}>{escape(tekst)}</span></span></label>'
            for waarde, tekst in self.opties
        ]
        return mark_safe("".join(delen))  # noqa: S308 -- every word in it is escaped

    @property
    def uitersten(self) -> list[tuple[str, str]]:
        """The lowest and the highest step, as number and words."""
        return [self.opties[0], self.opties[-1]] if self.opties else []

    def teken(self, plaats: int) -> str:
        """Draw a face; the words beside it say the same."""
        if self.weergave != SMILEYS or len(self.opties) != len(MONDEN):
            return ""
        return (
            '<svg class="gezicht" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10.5"/>'
            f'<path d="M8.5 8.5v1.5m7-1.5v1.5{MONDEN[plaats - 1]}"/></svg>'
        )

    def build_waarde(self, gekozen: str) -> Antwoordwaarde | None:
        """Give the number of the step."""
        return Antwoordwaarde(getal=int(gekozen)) if gekozen in dict(self.opties) else None


class Meerkeuzeformulier(Keuzeformulier):
    """Any number of the choices, or as many as the question allows."""

    invoersoort = "checkbox"

    @classmethod
    def list_velden(cls, vraag: Vraag) -> tuple[str, ...]:
        """Send "weet ik niet" apart, so that it can stand beside nothing else."""
        return (*super().list_velden(vraag), *((BIJZONDER,) if list_bijzonder(vraag) else ()))

    @cached_property
    def gekozen(self) -> list[str]:
        """What is chosen now; typed words choose "anders" by themselves."""
        zelf = self.anders and self.enkel(WOORDEN).strip()
        return [*self.ruw(self.veld), *([ANDERS] if zelf else [])]

    def render_overig(self) -> SafeString:
        """Give "weet ik niet"; none ticked is no answer, so nothing more is offered."""
        return self.render_bijzonder()

    def hulp(self) -> list[str]:
        """Say how many may be chosen."""
        if not self.instellingen.meeste:
            return [gettext("U mag meer dan één antwoord kiezen.")]
        hoogstens = self.instellingen.meeste
        return [
            ngettext(
                "U mag hoogstens %(n)s antwoord kiezen.",
                "U mag hoogstens %(n)s antwoorden kiezen.",
                hoogstens,
            )
            % {"n": hoogstens}
        ]

    def lees(self) -> Antwoordwaarde | None:
        """Give all that were chosen, in the order of the question."""
        gekozen = set(self.ruw(self.veld)) - {""}
        tekst = self.regel(WOORDEN) if self.anders else ""
        if self.anders and ANDERS in gekozen and not tekst:
            self.add_error(WOORDEN, WELKE_ANDERS)
        if gekozen - set(dict(self.opties)) - ({ANDERS} if self.anders else set()):
            self.add_error(self.veld, ONBEKEND)
        keuzes = tuple(UUID(waarde) for waarde, _tekst in self.opties if waarde in gekozen)
        self.check_aantal(len(keuzes) + bool(tekst))
        return Antwoordwaarde(keuzes=keuzes, tekst=tekst) if keuzes or tekst else None

    def check_aantal(self, aantal: int) -> None:
        """Refuse more than the question allows."""
        hoogstens = self.instellingen.meeste
        if hoogstens and aantal > hoogstens:
            fout = gettext("Kies er hoogstens %(n)s. U koos er %(gekozen)s.")
            self.add_error(self.veld, fout % {"n": hoogstens, "gekozen": aantal})
