"""The last page: all answers, and the permission to quote."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

# The permission to quote: none of the two beforehand, and silence is no permission.
JA = "ja"
CITEREN = (
    (JA, _("Ja, mijn eigen woorden mogen zonder mijn naam worden aangehaald, bijvoorbeeld in een brief.")),
    ("nee", _("Nee, liever niet.")),
)


class Controleformulier(forms.Form):
    """The last page: all answers, and the permission to quote, which may be left open."""

    mag_citeren = forms.ChoiceField(required=False, choices=CITEREN)

    def __init__(self, *args: Any, vraag_citaat: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not vraag_citaat:
            del self.fields["mag_citeren"]
