"""Answers on paper, typed in by hand."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Kanaal
from organisaties.models import Gebonden, GebondenQuerySet
from peilingen.models.inzending import Inzending
from peilingen.models.vragenlijst import Vragenlijst


class StapelQuerySet(GebondenQuerySet["Stapel"]):
    """Queries of piles."""

    def met_aantallen(self) -> "StapelQuerySet":
        """Add how many forms were typed (`aantal`), and how many of them count (`geteld`)."""
        return self.annotate(
            aantal=models.Count("formulieren"), geteld=models.Count("formulieren__inzending")
        )


class Stapel(Gebonden):
    """A pile of paper forms that is typed in together; with `dubbel` each form is typed twice before it counts."""

    organisatie_pad = "vragenlijst__ronde__organisatie"

    vragenlijst = models.ForeignKey(Vragenlijst, on_delete=models.CASCADE, related_name="stapels")
    naam = models.CharField(_("naam"), max_length=100)
    kanaal = models.CharField(_("kanaal"), max_length=20, choices=Kanaal.choices, default=Kanaal.PAPIER)
    dubbel = models.BooleanField(_("elk formulier twee keer invoeren"), default=False)
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = StapelQuerySet.as_manager()

    class Meta:
        verbose_name = _("stapel")
        verbose_name_plural = _("stapels")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return self.naam


class Papierformulier(Gebonden):
    """One paper form of a pile: what was typed first, what a second person typed, and the answers it became."""

    organisatie_pad = "stapel__vragenlijst__ronde__organisatie"

    stapel = models.ForeignKey(Stapel, on_delete=models.CASCADE, related_name="formulieren")
    nummer = models.PositiveIntegerField(_("nummer in de stapel"))
    gegevens = models.JSONField(_("eerste invoer"), default=dict)
    controle = models.JSONField(_("tweede invoer"), null=True, blank=True)
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    controle_wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    inzending = models.OneToOneField(
        Inzending, on_delete=models.SET_NULL, null=True, blank=True, related_name="papierformulier"
    )

    class Meta:
        verbose_name = _("papieren formulier")
        verbose_name_plural = _("papieren formulieren")
        ordering = ("nummer",)
        constraints = (
            models.UniqueConstraint(fields=("stapel", "nummer"), name="formulier_een_keer_in_stapel"),
        )

    def __str__(self) -> str:
        return f"{self.nummer}"
