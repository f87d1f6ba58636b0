"""Forms of this room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organisaties.models import Organisatie, Ronde


class Rondeformulier(forms.ModelForm[Ronde]):
    """A new ronde."""

    class Meta:
        model = Ronde
        fields = ("naam", "vraagstelling")
        help_texts = {
            "naam": _("Bijvoorbeeld: Stadsbijeenkomst voorjaar 2026"),
            "vraagstelling": _("In één of twee zinnen. Dit komt ook bovenaan uw brief."),
        }
        widgets = {"vraagstelling": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, organisatie: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisatie = organisatie

    def clean_naam(self) -> str:
        """Refuse a name that the organisation already uses."""
        naam = str(self.cleaned_data["naam"]).strip()
        if Ronde.objects.van(self._organisatie).filter(naam__iexact=naam).exists():
            raise forms.ValidationError(_("U hebt al een ronde met deze naam. Kies een andere."))
        return naam
