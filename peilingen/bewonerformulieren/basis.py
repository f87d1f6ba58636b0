"""What the forms of every kind of question share: fields as they were sent, the two answers that are none, errors.

A form reads what was sent by itself (`lees`) instead of by Django's fields: a page with forty radio buttons then costs
a phone and the server little, and what cannot be understood stays as it was typed.
"""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from basis.getypt import clean_regel
from peilingen.domain.beschrijven import BIJZONDER_WOORDEN, describe_waarde
from peilingen.domain.bewonerlijst import Buurtgroep, Plekrij
from peilingen.domain.instellingen import read_instellingen
from peilingen.domain.velden import BIJZONDER
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.enums import Bijzonder
from peilingen.models import Vraag

MAX_KORT = 300
KIES = _("Deze vraag mag u niet overslaan. Kies een antwoord.")
SCHRIJF = _("Deze vraag mag u niet overslaan. Schrijf uw antwoord op.")
ONBEKEND = _("Dit antwoord hoort niet bij deze vraag. Kies opnieuw.")


class Vraagformulier(forms.Form):
    """One question. `veld` names the field under which the page shows the question's own error.

    `plekken` are the organisation's places as (key, name, area). With `alles` a question that lets people search
    shows its whole list. `kaart` is the map as the page shows it, None where there is none.
    """

    veld: ClassVar[str] = ""
    sjabloon: ClassVar[str] = "peilingen/bewoner/_keuzes.html"
    leegfout: ClassVar[Any] = KIES
    use_required_attribute = False

    def __init__(
        self,
        *args: Any,
        vraag: Vraag,
        buurten: tuple[Buurtgroep, ...] = (),
        plekken: tuple[Plekrij, ...] = (),
        alles: bool = False,
        kaart: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.vraag, self.instellingen = vraag, read_instellingen(vraag)
        self.buurten, self.plekken, self.alles, self.kaart = buurten, plekken, alles, kaart
        self.gelezen: Antwoordwaarde | None = None
        self.fields = {naam: forms.Field(required=False) for naam in self.list_velden(vraag)}
        self.build()

    @classmethod
    def list_velden(cls, vraag: Vraag) -> tuple[str, ...]:
        """Name the fields that this question sends."""
        return (cls.veld, *((BIJZONDER,) if list_bijzonder(vraag) else ()))

    def build(self) -> None:
        """Get ready what the kind of question needs."""

    def lees(self) -> Antwoordwaarde | None:
        """Give what was answered, None for nothing; says what is wrong by `add_error`."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Read the answer; where there is none, "weet ik niet" counts, and else a required question asks for it."""
        waarde = self.lees()
        if not self.errors:
            self.gelezen = waarde or self.find_bijzonder()
            if self.gelezen is None and self.vraag.verplicht and self.fields:
                self.add_error(self.hoofdnaam, self.leegfout)
        return self.cleaned_data

    def waarde(self) -> Antwoordwaarde | None:
        """Give the answer, or None when the question was skipped; call after `is_valid()`."""
        return self.gelezen

    def woorden(self) -> list[str]:
        """Give the answer in words, for reading back; call after `is_valid()`."""
        return describe_waarde(self.vraag, self.gelezen, self.naam()) if self.gelezen else []

    def naam(self) -> str:
        """Give the name of the area or place in the answer."""
        return ""

    @property
    def hoofdnaam(self) -> str:
        """The name of the field under which the question's own error stands."""
        return self.veld

    def hoofdveld(self) -> forms.BoundField | None:
        """Give the field that the question is the label of."""
        return self[self.hoofdnaam] if self.fields else None

    def hulp(self) -> list[str]:
        """Give what helps to answer, a sentence each."""
        return []

    # What was sent, as it was sent

    def ruw(self, naam: str) -> list[str]:
        """Give all that was sent in a field, or what the draft holds of it."""
        if not self.is_bound:
            waarden = self.initial.get(naam, [])
        elif hasattr(self.data, "getlist"):
            waarden = self.data.getlist(self.add_prefix(naam))
        else:
            waarden = self.data.get(self.add_prefix(naam), [])
        return [waarden] if isinstance(waarden, str) else [str(waarde) for waarde in waarden or ()]

    def enkel(self, naam: str) -> str:
        """Give what was sent in a field that holds one value."""
        return next(reversed(self.ruw(naam)), "")

    def regel(self, naam: str) -> str:
        """Give one line of people's own words; says so when it is too long."""
        schoon = clean_regel(self.enkel(naam))
        self.check_lengte(naam, schoon, MAX_KORT)
        return schoon

    def check_lengte(self, naam: str, tekst: str, hoogste: int) -> None:
        """Refuse words that are longer than a person would read."""
        if (teveel := len(tekst) - hoogste) > 0:
            fout = ngettext(
                "Uw antwoord is %(n)s teken te lang. Maak het korter. Uw tekst staat er nog.",
                "Uw antwoord is %(n)s tekens te lang. Maak het korter. Uw tekst staat er nog.",
                teveel,
            )
            self.add_error(naam, fout % {"n": teveel})

    @cached_property
    def getypt(self) -> dict[str, str]:
        """What stands in each field."""
        return {naam: self.enkel(naam) for naam in self.fields}

    # "Weet ik niet" and "wil ik niet zeggen"

    @cached_property
    def bijzondere(self) -> tuple[str, ...]:
        """Which of these two this question offers."""
        return list_bijzonder(self.vraag)

    def find_bijzonder(self) -> Antwoordwaarde | None:
        """Give the one that was ticked."""
        gekozen = [waarde for waarde in self.ruw(BIJZONDER) if waarde in self.bijzondere]
        return Antwoordwaarde(bijzonder=gekozen[0]) if gekozen else None

    def render_bijzonder(self) -> SafeString:
        """Give them as boxes to tick, for a question whose answer is typed."""
        gekozen = self.ruw(BIJZONDER)
        return self.render_opties("checkbox", BIJZONDER, self.list_bijzondere_opties(), gekozen)

    def list_bijzondere_opties(self) -> list[tuple[str, str]]:
        """Give them as value and words."""
        return [(waarde, str(BIJZONDER_WOORDEN[waarde])) for waarde in self.bijzondere]

    # Drawing by hand: a page holds one question, and this is what a phone on a bad network waits for

    def render_opties(
        self,
        invoersoort: str,
        naam: str,
        opties: list[tuple[str, str]],
        gekozen: list[str],
        *,
        eigen: bool = False,
    ) -> SafeString:
        """Give choices as controls; with `eigen` the words are those of who asks, else of the page."""
        html_naam, taal = escape(self.add_prefix(naam)), self.taal if eigen else ""
        delen = [
            f'<label class="keuze"><input type="{invoersoort}" name="{html_naam}" value="{escape(waarde)}"'
            f"{self.anker(naam)}{' checked' if waarde in gekozen else ''}>"
            f"{self.teken(plaats) if eigen else ''}<span{taal}>{escape(tekst)}</span></label>"
            for plaats, (waarde, tekst) in enumerate(opties, 1)
        ]
        return mark_safe("".join(delen))  # noqa: S308 -- every word in it is escaped

    def anker(self, naam: str) -> str:
        """Give the first control of a field its id, so that a link to an error finds it."""
        if naam in self._geankerd:
            return ""
        self._geankerd.add(naam)
        return f' id="{escape(self[naam].auto_id)}"'

    @cached_property
    def _geankerd(self) -> set[str]:
        return set()

    def teken(self, plaats: int) -> str:
        """Give the picture before a choice of who asks; most have none."""
        return ""

    @property
    def taal(self) -> str:
        """The attributes of words of who asks."""
        return f' lang="{escape(self.vraag.taal)}" dir="auto"'


def list_bijzonder(vraag: Vraag) -> tuple[str, ...]:
    """Give which of "weet ik niet" and "wil ik niet zeggen" a question offers."""
    aan = vraag.instellingen
    return tuple(waarde.value for waarde in Bijzonder if aan.get(waarde.value))
