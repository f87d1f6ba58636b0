"""Fields that several forms of this room use."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

EERSTE, LAATSTE = date(1990, 1, 1), date(2100, 1, 1)
LANGST = 10_000


def make_area(rijen: int) -> forms.Textarea:
    """Give a box for a text of some lines."""
    return forms.Textarea(attrs={"rows": rijen})


class Datumveld(forms.DateField):
    """A day, chosen or typed; `voorbij` says that it cannot lie ahead."""

    widget = forms.DateInput

    def __init__(self, *, voorbij: bool = False, **kwargs: Any) -> None:
        fout = _("Vul een datum in die bestaat, bijvoorbeeld 15-3-2026.")
        super().__init__(
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "kort"}),
            error_messages={"invalid": fout},
            validators=[
                MinValueValidator(EERSTE, _("Kijk het jaar na: dit is wel erg lang geleden.")),
                MaxValueValidator(LAATSTE, _("Kijk het jaar na: dit is wel erg ver weg.")),
            ],
            **kwargs,
        )
        self.voorbij = voorbij

    def validate(self, value: date | None) -> None:
        """Refuse a day to come where that makes no sense."""
        super().validate(value)
        if self.voorbij and value is not None and value > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen. Kijk de datum na."), code="toekomst")


class Langeveld(forms.CharField):
    """A text of some paragraphs, as long as a letter and no longer."""

    def __init__(self, *, rijen: int = 4, **kwargs: Any) -> None:
        super().__init__(max_length=LANGST, widget=make_area(rijen), **kwargs)
