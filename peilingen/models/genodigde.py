"""Who may answer by a link of their own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.models import Gebonden
from peilingen.models.vragenlijst import Vragenlijst


class Genodigde(Gebonden):
    """One entry of an address list, for one answer. Nothing ties it to that answer: it only says that it was used."""

    organisatie_pad = "vragenlijst__ronde__organisatie"

    vragenlijst = models.ForeignKey(Vragenlijst, on_delete=models.CASCADE, related_name="genodigden")
    naam = models.CharField(_("naam of aanduiding"), max_length=200, blank=True)
    adres = models.CharField(_("adres of e-mailadres"), max_length=300, blank=True)
    codehash = models.CharField(_("hash van de link"), max_length=64, unique=True)
    gebruikt = models.BooleanField(_("gebruikt"), default=False)

    class Meta:
        verbose_name = _("genodigde")
        verbose_name_plural = _("genodigden")
        ordering = ("naam", "pk")

    def __str__(self) -> str:
        return self.naam or self.adres
