"""Counts that residents may see while others still answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.models import Gebonden
from peilingen.models.vragenlijst import Vragenlijst


class Tussenstand(Gebonden):
    """The counts that were last shown to residents, small ones left out, and how many answers they are of.

    Kept, because a page that counted anew at each look could be subtracted from the look before.
    """

    organisatie_pad = "vragenlijst__ronde__organisatie"

    vragenlijst = models.OneToOneField(Vragenlijst, on_delete=models.CASCADE, related_name="tussenstand")
    aantal = models.PositiveIntegerField(_("inzendingen waarvan dit de stand is"))
    cijfers = models.JSONField(_("aantallen per vraag"), default=dict)

    class Meta:
        verbose_name = _("tussenstand")
        verbose_name_plural = _("tussenstanden")

    def __str__(self) -> str:
        return f"stand bij {self.aantal}"
