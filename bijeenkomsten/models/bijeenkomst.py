"""Meetings, tables and the notes made there."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from bijeenkomsten.enums import Bijeenkomststatus, Grond, Instemming, Sprekersrol
from organisaties.models import Gebied, Gebonden, GebondenQuerySet, Plek, Ronde


def count_per(rijen: models.QuerySet[Any], pad: str) -> Coalesce:
    """Count rows per outer row in a subquery, so that several counts of one row do not multiply."""
    eigen = rijen.filter(**{pad: models.OuterRef("pk")}).order_by().values(pad)
    return Coalesce(
        models.Subquery(eigen.annotate(n=models.Count("pk")).values("n")),
        0,
        output_field=models.IntegerField(),
    )


class BijeenkomstQuerySet(GebondenQuerySet["Bijeenkomst"]):
    """Queries of meetings."""

    def met_aantallen(self) -> Self:
        """Count per meeting the tables, the notes that were not deleted, and the idea cards."""
        from bijeenkomsten.models.ideekaart import Ideekaart

        return self.annotate(
            aantal_tafels=count_per(Gesprekstafel.objects.all(), "bijeenkomst"),
            aantal_notities=count_per(Notitie.objects.levend(), "tafel__bijeenkomst"),
            aantal_kaarten=count_per(Ideekaart.objects.all(), "bijeenkomst"),
        )


class GesprekstafelQuerySet(GebondenQuerySet["Gesprekstafel"]):
    """Queries of tables."""

    def met_aantallen(self) -> Self:
        """Count per table the notes that were not deleted."""
        return self.annotate(aantal_notities=count_per(Notitie.objects.levend(), "tafel"))


class NotitieQuerySet(GebondenQuerySet["Notitie"]):
    """Queries of notes."""

    def levend(self) -> Self:
        """Leave out what was deleted and may still be brought back."""
        return self.filter(verwijderd_op=None)

    def weggegooid(self, voor: datetime) -> Self:
        """Give what was deleted before this moment."""
        return self.filter(verwijderd_op__lt=voor)


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

    objects: ClassVar = BijeenkomstQuerySet.as_manager()

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

    objects: ClassVar = GesprekstafelQuerySet.as_manager()

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

    `sleutel` comes with the empty box, so that a note sent twice is there once. `versie` rises with every change;
    `schrijver` is the random mark of the box that was saved last and `beurt` its count of saves, so that a box may
    go on with its own words whatever the network did, and two devices never overwrite each other. A text that
    came too late for that stands `naast` the note it was meant for. A deleted note can be brought back for a
    while (`verwijderd_op`).
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
    schrijver = models.CharField(_("merk van het invulvak"), max_length=64, blank=True)
    beurt = models.PositiveIntegerField(_("keer bewaard in dit invulvak"), default=0)
    naast = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="dubbelen"
    )
    verwijderd_op = models.DateTimeField(_("verwijderd op"), null=True, blank=True)

    objects: ClassVar = NotitieQuerySet.as_manager()

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
