"""Forms of what follows a letter: sending, reactions, promises, and the public page."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from advies.enums import Standpunt, Toezeggingstatus
from advies.forms.velden import Datumveld, Langeveld


class Verzendformulier(forms.Form):
    """When a letter was sent, and before when a reaction was asked."""

    datum = Datumveld(label=_("Verstuurd op"), voorbij=True)
    termijn = Datumveld(
        label=_("Reactie gevraagd vóór"), help_text=_("Ons voorstel is zes weken na de brief.")
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a term that ends before it begins."""
        velden = super().clean() or {}
        datum, termijn = velden.get("datum"), velden.get("termijn")
        if datum and termijn and termijn < datum:
            self.add_error("termijn", _("Deze dag ligt vóór de dag van versturen."))
        return velden


class Reactieformulier(forms.Form):
    """What the receiver answered to one point. Where it may stay empty, the day and the letter alone say nothing."""

    standpunt = forms.ChoiceField(
        label=_("Wat doet de gemeente met dit punt?"), choices=Standpunt.choices, widget=forms.RadioSelect
    )
    tekst = Langeveld(
        label=_("Het antwoord, in de woorden van de gemeente"),
        help_text=_("Neem over wat er in de antwoordbrief staat, of het belangrijkste daarvan."),
        rijen=6,
        required=False,
    )
    datum = Datumveld(label=_("Datum van het antwoord"), voorbij=True)
    bron = forms.CharField(
        label=_("Brief of kenmerk"),
        help_text=_("Zo vindt iedereen het antwoord terug."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, mag_leeg: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verberg_optioneel = mag_leeg
        if mag_leeg:
            self.fields["standpunt"].required = self.fields["datum"].required = False

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was answered; call after `is_valid()`."""
        return not (self.cleaned_data.get("standpunt") or self.cleaned_data.get("tekst"))

    def clean(self) -> dict[str, Any]:
        """Ask for what a reaction cannot do without, once someone began one."""
        velden = super().clean() or {}
        if velden.get("tekst") and not velden.get("standpunt") and "standpunt" not in self.errors:
            self.add_error("standpunt", _("Kies wat de gemeente met dit punt doet."))
        if velden.get("standpunt") and not velden.get("datum") and "datum" not in self.errors:
            self.add_error("datum", _("Vul in van welke dag het antwoord is."))
        return velden


class Toezeggingformulier(forms.Form):
    """A promise: who does what by when."""

    tekst = Langeveld(label=_("Wat zegt de gemeente toe?"), rijen=2)
    door = forms.CharField(
        label=_("Wie doet het?"),
        help_text=_("Een afdeling of functie, liever geen naam van een persoon."),
        max_length=200,
        required=False,
    )
    termijn = Datumveld(label=_("Wanneer is het klaar?"), required=False)

    def __init__(self, *args: Any, mag_leeg: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verberg_optioneel = mag_leeg
        self.fields["tekst"].required = not mag_leeg

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was promised; call after `is_valid()`."""
        return not any(self.cleaned_data.values())

    def clean(self) -> dict[str, Any]:
        """Ask what was promised when only the rest was filled in."""
        velden = super().clean() or {}
        if not velden.get("tekst") and any(velden.values()) and "tekst" not in self.errors:
            self.add_error("tekst", _("Vul in wat er is toegezegd."))
        return velden


class Standformulier(forms.Form):
    """How a promise stands on a day."""

    status = forms.ChoiceField(label=_("Hoe staat het ervoor?"), choices=Toezeggingstatus.choices)
    toelichting = Langeveld(label=_("Toelichting"), rijen=2, required=False)
    stand_op = Datumveld(label=_("Stand op"), voorbij=True, initial=timezone.localdate)


class Publicatieformulier(forms.Form):
    """The address of the public page."""

    slug = forms.CharField(
        label=_("Adres van de pagina"),
        help_text=_("Letters, cijfers en streepjes. Kies iets dat ook op een flyer past."),
        max_length=60,
    )
