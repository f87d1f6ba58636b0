"""What a resident has typed and not sent yet."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.models import Gebonden
from peilingen.models.inzending import Inzending
from peilingen.models.vragenlijst import Vragenlijst


class Inzendingconcept(Gebonden):
    """A draft, found by the hash of a random token that travels in the form; no cookie, no address.

    `inzending` is filled when sent answers are being corrected. Times are rounded to the hour.
    """

    organisatie_pad = "vragenlijst__ronde__organisatie"

    vragenlijst = models.ForeignKey(Vragenlijst, on_delete=models.CASCADE, related_name="concepten")
    inzending = models.ForeignKey(
        Inzending, on_delete=models.CASCADE, null=True, blank=True, related_name="concepten"
    )
    sleutel = models.CharField(_("hash van het token"), max_length=64, unique=True)
    stap = models.CharField(_("stap"), max_length=40, blank=True)
    gegevens = models.JSONField(_("ingevuld per stap"), default=dict)
    taal = models.CharField(_("taal"), max_length=10, default="nl")
    bijgewerkt_op = models.DateTimeField(_("bijgewerkt (op het uur)"))

    class Meta:
        verbose_name = _("concept van een inzending")
        verbose_name_plural = _("concepten van inzendingen")

    def __str__(self) -> str:
        return f"concept bij {self.vragenlijst_id}"
