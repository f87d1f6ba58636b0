"""The forms around paper: what the print says besides the questions, and a new pile."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Kanaal
from peilingen.domain.stapels import MAX_NAAM


class Afdrukformulier(forms.Form):
    """How the paper form is printed."""

    taal = forms.ChoiceField(label=_("Taal"), required=False)
    groot = forms.BooleanField(label=_("Grote letters"), required=False)
    inleveren = forms.CharField(
        label=_("Waar leveren mensen het in?"),
        help_text=_("Bijvoorbeeld: bij de balie van buurthuis De Hoek. Leeg: u schrijft het er zelf op."),
        max_length=120,
        required=False,
    )
    tot = forms.DateField(
        label=_("Tot en met welke dag?"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, talen: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taal"].choices = list(talen.items())  # type: ignore[attr-defined]
        if len(talen) == 1:
            del self.fields["taal"]


class Stapelformulier(forms.Form):
    """A pile of paper forms."""

    naam = forms.CharField(
        label=_("Naam van de stapel"),
        help_text=_("Bijvoorbeeld waar het papier vandaan komt: bibliotheek, of markt 12 mei."),
        max_length=MAX_NAAM,
        required=False,
    )
    kanaal = forms.ChoiceField(
        label=_("Langs welke weg kwam het binnen?"), choices=Kanaal.choices, initial=Kanaal.PAPIER
    )
    dubbel = forms.BooleanField(
        label=_("Elk formulier twee keer invoeren"),
        help_text=_(
            "De tweede keer ziet u niet wat er de eerste keer is getypt. Pas als beide kloppen, telt het."
        ),
        required=False,
    )
