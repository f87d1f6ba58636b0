"""Forms of this room."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Kanaal
from peilingen.domain.koppeling import Kolomrol
from peilingen.enums import Werving

ROLNAMEN = {
    Kolomrol.NEGEREN: _("niet gebruiken"),
    Kolomrol.ANTWOORD: _("open antwoorden"),
    Kolomrol.KEUZE: _("één keuze uit een lijst"),
    Kolomrol.KEUZES: _("meer keuzes, met ; ertussen"),
    Kolomrol.SCHAAL: _("een schaal"),
    Kolomrol.GETAL: _("een getal"),
    Kolomrol.VRAAG: _("de vraag die gesteld is"),
    Kolomrol.BUURT: _("buurt of gebied"),
    Kolomrol.KANAAL: _("kanaal"),
    Kolomrol.NUMMER: _("nummer van de persoon"),
}


class Uploadformulier(forms.Form):
    """One file with answers."""

    bestand = forms.FileField(
        label=_("Bestand met antwoorden"),
        help_text=_(
            "Excel (.xlsx), LibreOffice (.ods), CSV, JSONL of SPSS (.sav), hoogstens 25 MB. "
            "De eerste rij bevat de namen."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.ods,.jsonl,.json,.sav"}),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg. Kies een bestand met antwoorden."),
        },
    )

    def clean_bestand(self) -> UploadedFile:
        """Refuse a file that is too large to read."""
        bestand: UploadedFile = self.cleaned_data["bestand"]
        if (bestand.size or 0) > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError(
                _("Dit bestand is groter dan 25 MB. Verdeel het over meer bestanden.")
            )
        return bestand


class Koppelformulier(forms.Form):
    """What each column holds, and how people were reached."""

    kanaal = forms.ChoiceField(
        label=_("Langs welke weg kwamen de antwoorden binnen?"),
        choices=Kanaal.choices,
        initial=Kanaal.ENQUETE,
        help_text=_("Dit geldt voor rijen waar het bestand zelf geen kanaal noemt."),
    )
    werving = forms.ChoiceField(
        label=_("Hoe zijn de mensen bereikt?"),
        choices=Werving.choices,
        initial=Werving.OPEN,
        help_text=_("Alleen bij een aselecte steekproef rekenen we met onzekerheidsmarges."),
    )

    def __init__(self, *args: Any, kolommen: Sequence[str], rollen: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kolommen = list(kolommen)
        keuzes = [(rol.value, naam) for rol, naam in ROLNAMEN.items()]
        for nummer, kolom in enumerate(self._kolommen):
            self.fields[f"kolom_{nummer}"] = forms.ChoiceField(
                label=kolom, choices=keuzes, initial=rollen.get(kolom, Kolomrol.NEGEREN.value)
            )

    def kolomvelden(self) -> list[forms.BoundField]:
        """Give the fields of the columns, in the order of the file."""
        return [self[f"kolom_{nummer}"] for nummer in range(len(self._kolommen))]

    @property
    def rollen(self) -> dict[str, str]:
        """The chosen role per column; call after `is_valid()`."""
        return {kolom: self.cleaned_data[f"kolom_{nummer}"] for nummer, kolom in enumerate(self._kolommen)}
