"""A file of answers that someone brings in."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.models import Gebonden, Ronde
from peilingen.enums import Invoerstatus
from peilingen.models.vragenlijst import Vragenlijst


class Invoerbestand(Gebonden):
    """An uploaded file until it is read in; the file itself is deleted after that."""

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="invoerbestanden")
    bestandsnaam = models.CharField(_("bestandsnaam"), max_length=200)
    bestand = models.FileField(_("bestand"), upload_to="invoer/", blank=True)
    sha256 = models.CharField(max_length=64)
    kolommen = models.JSONField(_("kolommen"), default=list)
    koppeling = models.JSONField(_("welke kolom is wat"), default=dict)
    aantal_rijen = models.PositiveIntegerField(_("rijen"), default=0)
    overgeslagen = models.PositiveIntegerField(_("lege rijen"), default=0)
    status = models.CharField(
        _("status"), max_length=20, choices=Invoerstatus.choices, default=Invoerstatus.GEUPLOAD
    )
    vragenlijst = models.OneToOneField(
        Vragenlijst, on_delete=models.CASCADE, null=True, blank=True, related_name="invoerbestand"
    )
    naar = models.ForeignKey(
        Vragenlijst,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="invoerbestanden",
        verbose_name=_("bij welke vragenlijst"),
    )
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("invoerbestand")
        verbose_name_plural = _("invoerbestanden")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return self.bestandsnaam
