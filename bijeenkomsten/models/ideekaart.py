"""Cards on which people at a meeting write an idea by themselves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bijeenkomsten.models.bijeenkomst import Bijeenkomst
from organisaties.models import Gebied, Gebonden


class Ideekaart(Gebonden):
    """One idea of one person, once. No name, no exact time; a receipt code of which only the hash is kept."""

    organisatie_pad = "bijeenkomst__ronde__organisatie"

    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.CASCADE, related_name="ideekaarten")
    tekst = models.TextField(_("uw idee"))
    gebied = models.ForeignKey(Gebied, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    groep = models.CharField(_("gebied zoals opgegeven"), max_length=200, blank=True)
    mag_citeren = models.BooleanField(_("woorden mogen aangehaald worden"), null=True, blank=True)
    sleutel = models.CharField(_("sleutel tegen dubbel versturen"), max_length=64)
    bonhash = models.CharField(_("hash van de boncode"), max_length=64, blank=True)
    ingediend_op = models.DateTimeField(_("ingediend (op het uur)"))

    class Meta:
        verbose_name = _("ideekaart")
        verbose_name_plural = _("ideekaarten")
        constraints = (
            models.UniqueConstraint(fields=("bijeenkomst", "sleutel"), name="ideekaart_telt_een_keer"),
        )

    def __str__(self) -> str:
        return self.tekst[:60]


class Intrekking(Gebonden):
    """Says that a card was withdrawn, so that a page that is sent again does not bring it back. No words, no time."""

    organisatie_pad = "bijeenkomst__ronde__organisatie"

    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.CASCADE, related_name="intrekkingen")
    sleutel = models.CharField(_("sleutel van de kaart"), max_length=64)

    class Meta:
        verbose_name = _("intrekking")
        verbose_name_plural = _("intrekkingen")
        constraints = (
            models.UniqueConstraint(fields=("bijeenkomst", "sleutel"), name="intrekking_telt_een_keer"),
        )

    def __str__(self) -> str:
        return self.sleutel[:8]
