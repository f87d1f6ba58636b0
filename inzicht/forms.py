"""Forms of this room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class Zoekformulier(forms.Form):
    """Narrow down the statements of a theme."""

    gebied = forms.ChoiceField(label=_("Buurt"), required=False)
    kanaal = forms.ChoiceField(label=_("Kanaal"), required=False)
    zoek = forms.CharField(label=_("Woorden"), required=False, max_length=100)
    verberg_optioneel = True

    def __init__(
        self, *args: Any, plekken: list[tuple[str, str]], kanalen: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["gebied"].choices = [("", _("alle buurten")), *plekken]
        velden["kanaal"].choices = [("", _("alle kanalen")), *kanalen]


class Citaatformulier(forms.Form):
    """A quote to release."""

    tekst = forms.CharField(
        label=_("Het citaat"),
        help_text=_("Weglaten mag: zet (…) waar u iets weglaat. Andere woorden gebruiken mag niet."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Laat minstens een paar woorden van de uitspraak staan.")},
    )
    blijvend = forms.BooleanField(
        label=_(
            "Dit citaat mag in een vastgestelde brief blijven staan, ook als het antwoord later is verwijderd"
        ),
        required=False,
    )
