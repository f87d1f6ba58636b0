"""The forms that residents fill in: one per kind of question, and the check before sending."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from peilingen.domain.bewonerlijst import Buurtgroep
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag

MAX_TEKENS = 10_000
GEEN = "geen"
KIES = _("Deze vraag mag u niet overslaan. Kies een antwoord.")
SCHRIJF = _("Deze vraag mag u niet overslaan. Schrijf uw antwoord op.")
ONBEKEND = _("Dit antwoord hoort niet bij deze vraag. Kies opnieuw.")


class Vraagformulier(forms.Form):
    """One question. `veld` names the field under which the page shows question and error."""

    veld: ClassVar[str] = ""
    use_required_attribute = False

    def __init__(self, *args: Any, vraag: Vraag, buurten: tuple[Buurtgroep, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vraag = vraag
        self.buurten = buurten
        self.build()

    def build(self) -> None:
        """Fit the fields to the question."""

    def waarde(self) -> Antwoordwaarde | None:
        """Give the answer, or None when the question was skipped; call after `is_valid()`."""
        raise NotImplementedError

    def woorden(self) -> list[str]:
        """Give the answer in words, for reading back; call after `is_valid()`."""
        raise NotImplementedError

    def hoofdveld(self) -> forms.BoundField:
        """Give the field that the question is the label of."""
        return self[self.veld]


class Woordenveld(forms.CharField):
    """Words as they are kept: one kind of line end, and no zero bytes, which no person types."""

    def to_python(self, value: str | None) -> str | None:
        """Clean before looking at length and emptiness."""
        return super().to_python((value or "").replace("\x00", "").replace("\r\n", "\n"))


class Openformulier(Vraagformulier):
    """The resident's own words."""

    veld = "tekst"

    tekst = Woordenveld(
        required=False, widget=forms.Textarea(attrs={"rows": 5}), error_messages={"required": SCHRIJF}
    )

    def build(self) -> None:
        """Ask for an answer where the question does."""
        self.fields["tekst"].label = self.vraag.tekst
        self.fields["tekst"].required = self.vraag.verplicht

    def clean_tekst(self) -> str:
        """Refuse a text that is longer than a person would read."""
        tekst: str = self.cleaned_data["tekst"]
        if len(tekst) > MAX_TEKENS:
            teveel = len(tekst) - MAX_TEKENS
            raise forms.ValidationError(
                ngettext(
                    "Uw antwoord is %(n)s teken te lang. Maak het korter. Uw tekst staat er nog.",
                    "Uw antwoord is %(n)s tekens te lang. Maak het korter. Uw tekst staat er nog.",
                    teveel,
                )
                % {"n": teveel}
            )
        return tekst

    def waarde(self) -> Antwoordwaarde | None:
        """Give the words."""
        tekst = self.cleaned_data["tekst"]
        return Antwoordwaarde(tekst=tekst) if tekst else None

    def woorden(self) -> list[str]:
        """Give the words as they are."""
        return [self.cleaned_data["tekst"]] if self.cleaned_data["tekst"] else []


class Keuzeformulier(Vraagformulier):
    """One of the choices; where the question may be skipped, a choice can be taken back."""

    veld = "keuzes"
    invoersoort: ClassVar[str] = "radio"

    keuzes = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        error_messages={"required": KIES, "invalid_choice": ONBEKEND},
    )

    def build(self) -> None:
        """Offer the choices of the question."""
        veld = self.fields[self.veld]
        veld.label, veld.required = self.vraag.tekst, self.vraag.verplicht
        geen = [] if self.vraag.verplicht else [("", gettext("Geen antwoord"))]
        veld.choices = [*self.opties(), *geen]  # type: ignore[attr-defined]

    def render_keuzes(self) -> SafeString:
        """Give the choices as controls; one without a value is a word of the page, not of who asks."""
        veld, delen = self[self.veld], []
        gekozen = veld.value()
        for nummer, (waarde, tekst) in enumerate(self.fields[self.veld].choices):  # type: ignore[attr-defined]
            anker = f' id="{veld.auto_id}"' if nummer == 0 else ""
            keuze = (
                " checked" if waarde == gekozen or (isinstance(gekozen, list) and waarde in gekozen) else ""
            )
            taal = ' lang="nl"' if waarde else ""
            delen.append(
                f'<label class="keuze"><input type="{self.invoersoort}" name="{self.veld}" value="{escape(waarde)}"'
                f"{anker}{keuze}> <span{taal}>{escape(tekst)}</span></label>"
            )
        return mark_safe("".join(delen))  # noqa: S308 -- every word in it is escaped

    def opties(self) -> list[tuple[str, str]]:
        """Give the choices as value and words."""
        return [(str(keuze.pk), keuze.tekst) for keuze in self.vraag.keuzes.all()]

    def waarde(self) -> Antwoordwaarde | None:
        """Give the chosen one."""
        gekozen = self.cleaned_data["keuzes"]
        return Antwoordwaarde(keuzes=(UUID(gekozen),)) if gekozen else None

    def woorden(self) -> list[str]:
        """Give the words of what was chosen."""
        gekozen = self.cleaned_data[self.veld]
        gekozen = gekozen if isinstance(gekozen, list) else [gekozen]
        return [tekst for waarde, tekst in self.opties() if waarde in gekozen]


class Schaalformulier(Keuzeformulier):
    """One of five steps, in words."""

    veld = "getal"
    keuzes = None  # type: ignore[assignment] # a form's way to drop an inherited field

    getal = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        error_messages={"required": KIES, "invalid_choice": ONBEKEND},
    )

    def opties(self) -> list[tuple[str, str]]:
        """Give the steps, the lowest first."""
        return [(str(keuze.volgorde), keuze.tekst) for keuze in self.vraag.keuzes.all()]

    def waarde(self) -> Antwoordwaarde | None:
        """Give the number of the step."""
        gekozen = self.cleaned_data["getal"]
        return Antwoordwaarde(getal=int(gekozen)) if gekozen else None


class Meerkeuzeformulier(Keuzeformulier):
    """Any number of the choices."""

    invoersoort = "checkbox"
    keuzes = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": KIES, "invalid_choice": ONBEKEND},
    )

    def build(self) -> None:
        """Offer the choices; none ticked is no answer, so nothing more is offered."""
        veld = self.fields["keuzes"]
        veld.label, veld.required = self.vraag.tekst, self.vraag.verplicht
        veld.choices = self.opties()  # type: ignore[attr-defined]

    def waarde(self) -> Antwoordwaarde | None:
        """Give all that were chosen."""
        gekozen = self.cleaned_data["keuzes"]
        return Antwoordwaarde(keuzes=tuple(UUID(keuze) for keuze in gekozen)) if gekozen else None


class Buurtformulier(Vraagformulier):
    """A buurt from the organisation's list, or own words, or neither."""

    veld = "gebied"

    gebied = forms.CharField(required=False)
    straat = Woordenveld(
        required=False,
        max_length=200,
        label=_("Staat uw buurt er niet bij? Schrijf dan uw straat of buurt op"),
        help_text=_("Een huisnummer is niet nodig."),
    )

    def build(self) -> None:
        """Know the areas by their keys. They are many, so this is no field with choices of its own."""
        self.namen = {sleutel: naam for _wijk, leden in self.buurten for sleutel, naam in leden}

    def render_opties(self) -> SafeString:
        """Give the areas as options, by wijk."""
        gekozen = self["gebied"].value() or ""
        los = [("", gettext("Kies uw buurt")), (GEEN, gettext("Weet ik niet, of zeg ik liever niet"))]
        delen = [_render_optie(sleutel, naam, gekozen) for sleutel, naam in los]
        for wijk, leden in self.buurten:
            opties = "".join(_render_optie(sleutel, naam, gekozen) for sleutel, naam in leden)
            delen.append(
                f'<optgroup lang="nl" label="{escape(wijk)}">{opties}</optgroup>' if wijk else opties
            )
        return mark_safe("".join(delen))  # noqa: S308 -- every name in it is escaped

    def clean_gebied(self) -> str:
        """Refuse an area that is not on the list."""
        gekozen: str = self.cleaned_data["gebied"]
        if gekozen not in self.namen and gekozen not in ("", GEEN):
            raise forms.ValidationError(ONBEKEND)
        return gekozen

    def clean(self) -> dict[str, Any]:
        """Ask for one of the three where the question may not be skipped."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        leeg = not schoon.get("gebied") and not schoon.get("straat")
        if leeg and self.vraag.verplicht and not self.errors:
            self.add_error("gebied", _("Kies uw buurt, schrijf uw straat op, of kies “Weet ik niet”."))
        return schoon

    def waarde(self) -> Antwoordwaarde | None:
        """Give area and words; an empty value says "weet ik niet"."""
        gekozen, straat = self.cleaned_data["gebied"], self.cleaned_data["straat"]
        if not gekozen and not straat:
            return None
        return Antwoordwaarde(tekst=straat, gebied=UUID(gekozen) if gekozen in self.namen else None)

    def woorden(self) -> list[str]:
        """Give the name of the area and the words."""
        gekozen, straat = self.cleaned_data["gebied"], self.cleaned_data["straat"]
        if gekozen == GEEN and not straat:
            return [gettext("Weet ik niet, of zeg ik liever niet")]
        return [woord for woord in (self.namen.get(gekozen, ""), straat) if woord]


def _render_optie(waarde: str, tekst: str, gekozen: str) -> str:
    keuze = " selected" if waarde == gekozen else ""
    return f'<option value="{escape(waarde)}"{keuze}>{escape(tekst)}</option>'


class Controleformulier(forms.Form):
    """The last page: all answers, and the permission to quote, which may be left out."""

    mag_citeren = forms.BooleanField(
        required=False,
        label=_("Mijn eigen woorden mogen zonder mijn naam worden aangehaald, bijvoorbeeld in een brief."),
    )

    def __init__(self, *args: Any, vraag_citaat: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not vraag_citaat:
            del self.fields["mag_citeren"]


FORMULIEREN: dict[str, type[Vraagformulier]] = {
    Vraagsoort.OPEN: Openformulier,
    Vraagsoort.EEN_KEUZE: Keuzeformulier,
    Vraagsoort.MEER_KEUZES: Meerkeuzeformulier,
    Vraagsoort.SCHAAL: Schaalformulier,
    Vraagsoort.BUURT: Buurtformulier,
}
