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


class Wandformulier(forms.Form):
    """What stands on the wall. The themes are drawn by the page itself, with their figures and quotes."""

    vraag = forms.CharField(
        label=_("Vraag van de avond"),
        help_text=_(
            "Kort leest het best: tot ongeveer 80 tekens. Laat u dit leeg, dan staat er de vraag van de bijeenkomst of "
            "van de ronde."
        ),
        required=False,
        max_length=150,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": False}),
    )
    kanaal = forms.ChoiceField(
        label=_("Wat telt de wand?"),
        help_text=_("Getallen van verschillende kanalen tellen we nooit bij elkaar op. Kies er een."),
        required=False,
    )
    achtergrond = forms.ChoiceField(
        label=_("Achtergrond"),
        choices=[("donker", _("donker, voor een donkere zaal")), ("licht", _("licht, voor een lichte zaal"))],
        widget=forms.RadioSelect,
    )
    themas = forms.MultipleChoiceField(label=_("Thema’s op de wand"), required=False)
    verberg_optioneel = True

    def __init__(
        self, *args: Any, themas: list[tuple[str, str]], kanalen: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["themas"].choices = themas
        velden["kanaal"].choices = [("", _("wat het meest binnenkwam")), *kanalen]
        if not kanalen:
            del velden["kanaal"]
