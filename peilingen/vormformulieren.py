"""The form with which a questionnaire comes in as a file."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

MAX_BYTES = 10 * 1024 * 1024


class Formulierupload(forms.Form):
    """One file that holds a questionnaire."""

    bestand = forms.FileField(
        label=_("Bestand met de vragenlijst"),
        help_text=_(
            "Een formulierbestand van Grondvlak (.json), een XLSForm van KoboToolbox of ODK (.xlsx), "
            "of een enquête van LimeSurvey (.lss)."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,.xlsx,.lss"}),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg. Kies een bestand met een vragenlijst."),
        },
    )

    def clean_bestand(self) -> UploadedFile:
        """Refuse a file that no questionnaire needs."""
        bestand: UploadedFile = self.cleaned_data["bestand"]
        if (bestand.size or 0) > MAX_BYTES:
            raise forms.ValidationError(_("Dit bestand is te groot voor een vragenlijst."))
        return bestand
