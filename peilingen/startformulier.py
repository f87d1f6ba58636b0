"""The form before the first question, and the last page's trap for machines that fill in forms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peilingen.domain.toestemming import list_toestemmingen
from peilingen.models import Vragenlijst

ZEG_JA = _(
    "Wij mogen uw antwoorden alleen gebruiken als u hier ja op zegt. Wilt u dat niet? Dan stopt u hier. "
    "Dat is ook goed."
)


class Startformulier(forms.Form):
    """Consent where that is the ground, and whether someone fills in for another."""

    use_required_attribute = False

    toestemming = forms.ChoiceField(error_messages={"required": ZEG_JA, "invalid_choice": ZEG_JA})
    hulp = forms.BooleanField(required=False)

    def __init__(self, *args: Any, vragenlijst: Vragenlijst, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mogelijk = list_toestemmingen(vragenlijst)
        self.met_ouder = len(mogelijk) > 1
        if mogelijk:
            self.fields["toestemming"].choices = [(wie, wie) for wie in mogelijk]  # type: ignore[attr-defined]
        else:
            del self.fields["toestemming"]
