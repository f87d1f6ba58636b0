"""The form in which someone brings in an address list."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from peilingen.domain.invoer import read_bestand
from peilingen.domain.uitnodigen import Lijstregel, clean_regels, read_regels
from peilingen.refusals import OnjuisteGenodigden, OnleesbaarBestand

MAX_TEKENS = 3_000_000


class Genodigdenformulier(forms.Form):
    """A list that is pasted, or a file with a column of names and one of addresses."""

    # One of the two is needed, so neither is marked as one that may stay empty.
    verberg_optioneel = True

    lijst = forms.CharField(
        required=False,
        max_length=MAX_TEKENS,
        strip=False,
        label=_("Genodigden, één op elke regel"),
        help_text=_("Naam; adres. Bijvoorbeeld: A. Jansen; Kerkpad 3. Het adres mag weg."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    bestand = forms.FileField(
        required=False,
        label=_("Of kies een bestand"),
        help_text=_(
            "Excel (.xlsx), LibreOffice (.ods) of CSV. De eerste kolom is de naam, de tweede het adres. De eerste "
            "rij slaan we over: daar staan de namen van de kolommen."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.ods"}),
    )

    def clean_bestand(self) -> UploadedFile | None:
        """Refuse a file that is too large to read."""
        bestand: UploadedFile | None = self.cleaned_data["bestand"]
        if bestand and (bestand.size or 0) > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError(_("Dit bestand is te groot. Verdeel het over meer bestanden."))
        return bestand

    def clean(self) -> dict[str, Any]:
        """Read the entries, with the number of the line where something is wrong."""
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return schoon
        try:
            self._regels = read_regels(schoon.get("lijst") or "")
        except OnjuisteGenodigden as fout:
            self.add_error("lijst", str(fout))
        if schoon.get("bestand"):
            self._read_bestand(schoon["bestand"])
        if not self.errors and not self._regels:
            self.add_error("lijst", _("Plak hier de lijst, of kies een bestand."))
        return schoon

    def regels(self) -> list[Lijstregel]:
        """Give the entries; call after `is_valid()`."""
        return self._regels

    def _read_bestand(self, bestand: UploadedFile) -> None:
        try:
            tabel = read_bestand(bestand.read(), bestand.name or "")
            rijen = ((*rij, "")[:2] for rij in tabel.rijen)
            self._regels = [*getattr(self, "_regels", []), *clean_regels(rijen)]
        except (OnleesbaarBestand, OnjuisteGenodigden) as fout:
            self.add_error("bestand", str(fout))
