"""Meetings, tables and the notes made there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bijeenkomsten.enums import Grond
from organisaties.models import Gebied, Gebonden, Plek, Ronde


class Bijeenkomst(Gebonden):
    """An evening where people talk at tables."""

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="bijeenkomsten")
    titel = models.CharField(_("titel"), max_length=200)
    datum = models.DateField(_("datum"))
    plek = models.ForeignKey(Plek, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")
        ordering = ("-datum",)

    def __str__(self) -> str:
        return self.titel


class Gesprekstafel(Gebonden):
    """One table of a meeting; its code opens the page of the note-taker."""

    organisatie_pad = "bijeenkomst__ronde__organisatie"

    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.CASCADE, related_name="tafels")
    nummer = models.PositiveSmallIntegerField(_("nummer"))
    onderwerp = models.CharField(_("onderwerp"), max_length=300, blank=True)
    gebied = models.ForeignKey(Gebied, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    code = models.CharField(_("code"), max_length=12, unique=True, null=True, blank=True)

    class Meta:
        verbose_name = _("gesprekstafel")
        verbose_name_plural = _("gesprekstafels")
        ordering = ("nummer",)
        constraints = (
            models.UniqueConstraint(fields=("bijeenkomst", "nummer"), name="tafelnummer_een_keer"),
        )

    def __str__(self) -> str:
        return f"Tafel {self.nummer}"


class Notitie(Gebonden):
    """What was said at a table. Counts count tables, not respondents."""

    organisatie_pad = "tafel__bijeenkomst__ronde__organisatie"

    tafel = models.ForeignKey(Gesprekstafel, on_delete=models.CASCADE, related_name="notities")
    tekst = models.TextField(_("tekst"))
    kernpunt = models.BooleanField(_("moet in ieder geval in het advies"), default=False)
    grond = models.CharField(_("waarop rust dit?"), max_length=20, choices=Grond.choices, blank=True)
    gebied = models.ForeignKey(Gebied, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    genoteerd_op = models.DateTimeField(_("genoteerd (op het uur)"))

    class Meta:
        verbose_name = _("notitie")
        verbose_name_plural = _("notities")

    def __str__(self) -> str:
        return self.tekst[:60]
