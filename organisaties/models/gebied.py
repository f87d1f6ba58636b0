"""Areas and places."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Gebiedsoort, Pleksoort
from organisaties.models.basis import Gebonden, GebondenQuerySet
from organisaties.models.organisatie import Organisatie


class GebiedQuerySet(GebondenQuerySet["Gebied"]):
    """Queries of areas."""

    def op_naam(self, naam: str) -> "GebiedQuerySet":
        """Find areas by name or CBS code, whatever the capitals and outer spaces."""
        schoon = naam.strip()
        return self.filter(models.Q(naam__iexact=schoon) | models.Q(cbs_code__iexact=schoon))


class Gebied(Gebonden):
    """An area as the organisation knows it; areas may overlap."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="gebieden")
    naam = models.CharField(_("naam"), max_length=120)
    soort = models.CharField(_("soort"), max_length=20, choices=Gebiedsoort.choices)
    boven = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="delen")
    cbs_code = models.CharField(_("CBS-code"), max_length=20, blank=True)
    geldig_van = models.DateField(_("geldig van"), null=True, blank=True)
    geldig_tot = models.DateField(_("geldig tot"), null=True, blank=True)
    aandachtsbuurt = models.BooleanField(_("aandachtsbuurt"), default=False)
    # Rings in whole metres (Mercator), each as x, y, x, y, as `basis.kaart` has them; [] while nobody read them in.
    vorm = models.JSONField(_("vorm op de kaart"), default=list, blank=True)

    objects: ClassVar = GebiedQuerySet.as_manager()

    class Meta:
        verbose_name = _("gebied")
        verbose_name_plural = _("gebieden")
        ordering = ("cbs_code", "naam")
        constraints = (
            models.UniqueConstraint(fields=("organisatie", "soort", "naam", "boven"), name="gebied_een_keer"),
        )

    def __str__(self) -> str:
        return self.naam


class Plek(Gebonden):
    """A line of the sociale kaart: a place, a voorziening or a network."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="plekken")
    gebied = models.ForeignKey(
        Gebied, on_delete=models.SET_NULL, null=True, blank=True, related_name="plekken"
    )
    naam = models.CharField(_("naam"), max_length=200)
    soort = models.CharField(_("soort"), max_length=20, choices=Pleksoort.choices, default=Pleksoort.PLEK)
    adres = models.CharField(_("adres"), max_length=200, blank=True)
    openingstijden = models.TextField(_("openingstijden"), blank=True)
    toegankelijkheid = models.TextField(_("toegankelijkheid"), blank=True)
    wie = models.CharField(_("wie het runt"), max_length=200, blank=True)
    plek_van_waarde = models.BooleanField(_("Plek van Waarde"), default=False)
    reden = models.TextField(_("waarom, in woorden van bewoners"), blank=True)
    nagekeken_op = models.DateField(_("laatst nagekeken"), null=True, blank=True)

    class Meta:
        verbose_name = _("plek")
        verbose_name_plural = _("plekken")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam
