"""Meetings, tables and the notes made there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bijeenkomsten.enums import Bijeenkomststatus, Grond, Instemming, Sprekersrol
from organisaties.models import Gebied, Gebonden, Plek, Ronde


class Bijeenkomst(Gebonden):
    """An evening where people talk at tables."""

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="bijeenkomsten")
    titel = models.CharField(_("titel"), max_length=200)
    datum = models.DateField(_("datum"))
    vraag = models.CharField(_("vraag van de avond"), max_length=300, blank=True)
    code = models.CharField(_("code voor ideekaarten"), max_length=12, unique=True, null=True, blank=True)
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=Bijeenkomststatus.choices,
        default=Bijeenkomststatus.VOORBEREIDEN,
    )
    gesloten_op = models.DateTimeField(_("gesloten op"), null=True, blank=True)
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
    betekenis = models.TextField(_("wat bedoelen we daarmee?"), blank=True)
    afgerond_op = models.DateTimeField(_("teruggelezen en afgerond"), null=True, blank=True)
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
    """What was said at a table. Counts count tables, not respondents.

    `sleutel` is made on the device, so that a note sent twice is there once; `versie` rises with every change,
    so that two devices never overwrite each other.
    """

    organisatie_pad = "tafel__bijeenkomst__ronde__organisatie"

    tafel = models.ForeignKey(Gesprekstafel, on_delete=models.CASCADE, related_name="notities")
    sleutel = models.CharField(_("sleutel tegen dubbel versturen"), max_length=64, blank=True)
    versie = models.PositiveIntegerField(_("versie"), default=1)
    volgorde = models.PositiveIntegerField(_("volgorde"), default=0)
    tekst = models.TextField(_("tekst"))
    onderwerp = models.CharField(_("onderwerp"), max_length=200, blank=True)
    rol = models.CharField(_("wie zei dit?"), max_length=20, choices=Sprekersrol.choices, blank=True)
    instemming = models.CharField(
        _("is de tafel het eens?"), max_length=20, choices=Instemming.choices, blank=True
    )
    kernpunt = models.BooleanField(_("moet in ieder geval in het advies"), default=False)
    grond = models.CharField(_("waarop rust dit?"), max_length=20, choices=Grond.choices, blank=True)
    gebied = models.ForeignKey(Gebied, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    genoteerd_op = models.DateTimeField(_("genoteerd (op het uur)"))

    class Meta:
        verbose_name = _("notitie")
        verbose_name_plural = _("notities")
        ordering = ("volgorde",)
        constraints = (
            models.UniqueConstraint(
                fields=("tafel", "sleutel"), condition=~models.Q(sleutel=""), name="notitie_telt_een_keer"
            ),
        )

    def __str__(self) -> str:
        return self.tekst[:60]
