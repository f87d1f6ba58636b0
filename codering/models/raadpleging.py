"""What a language model was asked about a run, and what it said. No decision, and no proposal of the machine."""

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Count, F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from codering.enums import Raadpleegdoel, Runstatus
from codering.models.run import Analyserun, Kandidaatthema
from codering.models.uitspraak import Uitspraak
from organisaties.models import Gebonden, GebondenQuerySet

# Longer than two answers may take: after this silence nobody is at work any more.
STIL_NA = timedelta(minutes=10)


class RaadplegingQuerySet(GebondenQuerySet["Raadpleging"]):
    """Queries of consultations."""

    def lopend(self) -> "RaadplegingQuerySet":
        """Give those that wait or work."""
        return self.filter(status__in=(Runstatus.WACHT, Runstatus.BEZIG))


class Raadpleging(Gebonden):
    """One time that a person had a language model look at a run: its groups and its most doubtful statements.

    `open_groepen` and `open_uitspraken` hold the keys of what is still to be laid before it.
    """

    organisatie_pad = "run__ronde__organisatie"

    run = models.ForeignKey(Analyserun, on_delete=models.CASCADE, related_name="raadplegingen")
    status = models.CharField(_("status"), max_length=20, choices=Runstatus.choices, default=Runstatus.WACHT)
    fout = models.TextField(_("wat ging er mis"), blank=True)
    server = models.CharField(_("adres van de server"), max_length=300)
    model = models.CharField(_("gevraagd model"), max_length=200)
    open_groepen = models.JSONField(default=list)
    open_uitspraken = models.JSONField(default=list)
    totaal = models.PositiveIntegerField(_("uitspraken om te vragen"), default=0)
    niet_afgeschermd = models.PositiveIntegerField(_("uitspraken die niet zijn voorgelegd"), default=0)
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    gezien_op = models.DateTimeField(_("laatste teken van leven"), auto_now=True)

    objects: ClassVar = RaadplegingQuerySet.as_manager()

    class Meta:
        verbose_name = _("raadpleging")
        verbose_name_plural = _("raadplegingen")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return f"raadpleging van {self.model}"

    @property
    def loopt(self) -> bool:
        """Whether it waits or works, with a sign of life not long ago."""
        open_ = self.status in (Runstatus.WACHT, Runstatus.BEZIG)
        return open_ and self.gezien_op > timezone.now() - STIL_NA


class ModelvraagQuerySet(GebondenQuerySet["Modelvraag"]):
    """Queries of questions to a model."""

    def met_verdwenen(self) -> "QuerySet[Modelvraag]":
        """Give those that hold an answer about a statement that is gone."""
        return self.exclude(antwoord="").annotate(over=Count("voorgelegd")).filter(over__lt=F("aantal"))


class Modelvraag(Gebonden):
    """One question to a language model, with its answer as it came.

    The statements in it are not copied: `Voorgelegd` names them, and `opdrachthash` (sha256 of the request as it
    was sent) shows later whether a question made again is the same one.
    """

    organisatie_pad = "raadpleging__run__ronde__organisatie"

    raadpleging = models.ForeignKey(Raadpleging, on_delete=models.CASCADE, related_name="vragen")
    nummer = models.PositiveIntegerField()
    doel = models.CharField(_("waarover"), max_length=20, choices=Raadpleegdoel.choices)
    instructie = models.TextField(_("instructie"))
    opdrachthash = models.CharField(_("vingerafdruk van de vraag"), max_length=64)
    antwoord = models.TextField(_("antwoord zoals het kwam"), blank=True)
    model = models.CharField(_("model zoals de server het noemt"), max_length=200, blank=True)
    fout = models.CharField(_("waarom er geen antwoord is"), max_length=200, blank=True)
    gehoord = models.BooleanField(_("de server gaf antwoord"), default=False)
    aantal = models.PositiveIntegerField(_("voorgelegde uitspraken"))
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = ModelvraagQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag aan een taalmodel")
        verbose_name_plural = _("vragen aan een taalmodel")
        ordering = ("nummer",)
        constraints = (
            models.UniqueConstraint(fields=("raadpleging", "nummer"), name="modelvraag_nummer_een_keer"),
        )

    def __str__(self) -> str:
        return f"{self.get_doel_display()} {self.nummer}"


class Voorgelegd(Gebonden):
    """A statement that a language model was shown. `gelezen`: it said of what themes; `codes` are those themes.

    Kept apart from proposals and decisions, so that no count takes it for one of these.
    """

    organisatie_pad = "vraag__raadpleging__run__ronde__organisatie"

    vraag = models.ForeignKey(Modelvraag, on_delete=models.CASCADE, related_name="voorgelegd")
    uitspraak = models.ForeignKey(Uitspraak, on_delete=models.CASCADE, related_name="voorgelegd")
    nummer = models.PositiveIntegerField(_("nummer in de vraag"))
    gelezen = models.BooleanField(_("er kwam een bruikbare mening"), default=False)
    codes = models.JSONField(_("codes"), default=list)

    class Meta:
        verbose_name = _("voorgelegde uitspraak")
        verbose_name_plural = _("voorgelegde uitspraken")
        ordering = ("nummer",)
        constraints = (
            models.UniqueConstraint(fields=("vraag", "uitspraak"), name="uitspraak_een_keer_per_vraag"),
        )

    def __str__(self) -> str:
        return f"{self.nummer}: {', '.join(self.codes)}"


class Naamvoorstel(Gebonden):
    """A name that a language model would give a group."""

    organisatie_pad = "vraag__raadpleging__run__ronde__organisatie"

    vraag = models.ForeignKey(Modelvraag, on_delete=models.CASCADE, related_name="naamvoorstellen")
    kandidaat = models.ForeignKey(Kandidaatthema, on_delete=models.CASCADE, related_name="naamvoorstellen")
    naam = models.CharField(_("naam"), max_length=120)

    class Meta:
        verbose_name = _("naamvoorstel")
        verbose_name_plural = _("naamvoorstellen")
        constraints = (
            models.UniqueConstraint(fields=("vraag", "kandidaat"), name="naam_een_keer_per_vraag"),
        )

    def __str__(self) -> str:
        return self.naam
